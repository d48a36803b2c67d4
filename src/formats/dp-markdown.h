/* dp-markdown.h: Markdown with citations, as runs of text for a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

/* What is longer (in bytes), nested deeper or has more brackets than anybody writes is shown as one
 * paragraph of plain text: cmark needs time that grows with the square of some of these. */
#define DP_MARKDOWN_MAX_SIZE ((gsize) 256 * 1024)
#define DP_MARKDOWN_MAX_INDENT 200
#define DP_MARKDOWN_MAX_BRACKETS 10000

typedef enum
{
  DP_RUN_STRONG = 1 << 0,
  DP_RUN_EMPHASIS = 1 << 1,
  DP_RUN_CODE = 1 << 2,
  DP_RUN_LINK = 1 << 3,
  DP_RUN_CITATION = 1 << 4,
  DP_RUN_BROKEN = 1 << 5, /* a citation of evidence that is not there */
} DpRunStyle;

typedef enum
{
  DP_RUN_IN_PARAGRAPH,
  DP_RUN_IN_HEADING,
  DP_RUN_IN_QUOTE,
  DP_RUN_IN_LIST,
  DP_RUN_IN_CODE,
  DP_RUN_IN_REFERENCES, /* the numbered list of what was cited, at the end */
} DpRunBlock;

typedef struct
{
  char *text; /* UTF-8; a block's last run ends with one line feed */
  DpRunStyle style;
  DpRunBlock block;
  guint level;    /* of a heading, or the depth of a list or quote */
  char *link;     /* "" unless a link (http, https only) */
  char *evidence; /* id of the evidence cited; "" else */
} DpRun;

/**
 * dp_markdown_to_runs:
 * @dp_case: (nullable): whose evidence is cited
 *
 * CommonMark by cmark, safe: raw HTML is shown as text, only http and https links stay links, and
 * an image is a link to it. Items of lists begin with their number or bullet. Citations (as
 * dp_citations_find() finds them) become numbers, "[1]", in the order of first mention; one of several
 * keys becomes a run for each. One whose key is not there is shown as it was written. If anything was
 * cited, a heading and the list of references follow, an item a run.
 *
 * Returns: (transfer full) (element-type DpRun)
 */
GPtrArray *dp_markdown_to_runs (const char *markdown,
                                DpCase *dp_case);

G_END_DECLS
