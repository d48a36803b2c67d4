/* dp-paragraph-rows.h: which paragraphs of two texts stand beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-word-diff.h"

G_BEGIN_DECLS

/**
 * DpParagraphRow:
 * @old_span: code points of the old text; empty when nothing of it stands here
 * @new_span: the same of the new text
 *
 * One or more paragraphs (what lies between line feeds, these not included) of each side.
 */
typedef struct
{
  DpSpan old_span;
  DpSpan new_span;
} DpParagraphRow;

/**
 * dp_paragraph_rows:
 * @old_text: valid UTF-8, as @new_text
 * @changes: (element-type DpWordChange): of dp_word_diff() for the two
 *
 * Two paragraphs go together by how many characters of their common words they share: of all pairs
 * that share at least a fifth of the shorter one, the heaviest sequence that is in order in both texts
 * (weighted longest increasing subsequence, with a tree of prefix maxima as P. Fenwick, 1994). A
 * paragraph without a partner that has most of its words in the partner of its neighbour joins that row: it was
 * divided, or two became one. All others have a row of their own, what went before what came.
 *
 * All paragraphs of both texts are in the rows, each once and in order. Time n log n in the texts.
 *
 * Returns: (transfer full) (element-type DpParagraphRow)
 */
GArray *dp_paragraph_rows (const char *old_text,
                           const char *new_text,
                           GArray *changes);

G_END_DECLS
