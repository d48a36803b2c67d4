/* dp-alignment.h: which word of one text became which word of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-offsets.h"
#include "text/dp-words.h"

G_BEGIN_DECLS

#define DP_ALIGNMENT_NONE G_MAXUINT

/**
 * DpAlignment:
 * @to_new: for each old word the new one that it is, or %DP_ALIGNMENT_NONE
 * @to_old: the same the other way round
 * @chain: for each old word that has a new one: 0 when it kept its place in the order, else the number
 *   of the block that moved. Within one chain both texts run in the same order
 * @alike: for each old word that has a new one: how alike they are, in hundredths; 100 for the same word
 * @weights: for each id how much a word tells: log2 of one in how many words it is
 */
typedef struct
{
  guint n_old;
  guint n_new;
  guint n_chains;
  guint *to_new;
  guint *to_old;
  guint *chain;
  guint8 *alike;
  float *weights;
} DpAlignment;

/**
 * dp_alignment_new:
 * @old_words: (element-type DpWord): with ids of one vocabulary, as @new_words
 * @n_ids: all ids are below
 * @old_offsets: (nullable): the text of the words; without the texts only the same words are matched
 * @new_offsets: (nullable)
 *
 * Four words in a row that both texts have exactly once are the fixed points, as single lines are in
 * patience diff (B. Cohen, 2003): of them the heaviest sequence that is in order in both texts
 * (weighted longest increasing subsequence with a tree of prefix maxima, P. Fenwick, 1994). Small
 * gaps between are aligned by dynamic programming, after S. Needleman and C. Wunsch (1970), where
 * rare words weigh more and words in a row more than scattered ones, and
 * words that differ by few letters (see dp_edit_distance()) or by their case are worth something too; large ones by single words that
 * are there once, then by the greedy O(ND) method of E. Myers (1986) as far as an allowance goes. What
 * can be chance (a word or two alone between long stretches that became other words) is undone.
 * What is then left on both sides and has three or four words in a row once is a block that moved; it takes
 * along the words next to it whose partners elsewhere stood alone.
 *
 * Time n log n and a constant: all quadratic steps share one allowance. What it does not suffice for
 * stays without a partner.
 */
DpAlignment *dp_alignment_new (GArray *old_words,
                               GArray *new_words,
                               guint n_ids,
                               DpOffsets *old_offsets,
                               DpOffsets *new_offsets);
void dp_alignment_free (DpAlignment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpAlignment, dp_alignment_free)

G_END_DECLS
