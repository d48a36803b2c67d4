/* dp-markdown.h: Markdown with citations, as runs of text for a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

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
 * CommonMark by cmark, safe: raw HTML is shown as text, only http and https links stay links.
 * Citations become numbers in the order of first mention, and the cited evidence follows as a list of
 * references.
 *
 * Returns: (transfer full) (element-type DpRun)
 */
GPtrArray *dp_markdown_to_runs (const char *markdown,
                                DpCase *dp_case);

G_END_DECLS
