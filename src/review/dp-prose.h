/* dp-prose.h: the sentences of one paragraph of Markdown, and what is cited in each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-offsets.h"

G_BEGIN_DECLS

/* Bytes of the Markdown. */
typedef struct
{
  gsize start;
  gsize end;
} DpProseBlock;

/* (transfer full) (element-type DpProseBlock): paragraphs and items of lists, in order; no headings, no
 * code, no lines that only define links */
GArray *dp_prose_find_blocks (const char *markdown);

typedef struct
{
  gsize start; /* bytes of the block: with markup and the citations behind it */
  gsize end;
  char *text;
  char **keys;
  char **links;
} DpProseSentence;

/* (transfer full) (element-type DpProseSentence): freed with the array
 * @language: as for dp_sentences_find() */
GPtrArray *dp_prose_find_sentences (const char *block,
                                    gsize length,
                                    const char *language);

G_END_DECLS
