/* dp-alignment-private.h: the steps of an alignment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-alignment.h"

G_BEGIN_DECLS

/* Cells of all tables, and of the largest one; steps of all greedy walks. About half a second each. */
#define DP_ALIGNER_MAX_CELLS ((gint64) 60000000)
#define DP_ALIGNER_MAX_TABLE ((gint64) 1000000)
#define DP_ALIGNER_MAX_STEPS ((gint64) 60000000)

/* How alike, in hundredths, words are that differ in nothing but case. */
#define DP_ALIGNER_CASE_ALIKE 90

typedef struct
{
  const DpWord *old_words;
  const DpWord *new_words;
  DpAlignment *result;
  DpOffsets *old_offsets; /* (nullable) */
  DpOffsets *new_offsets; /* (nullable) */
  guint chain;            /* that new matches belong to */
  gboolean folds;         /* words that differ in nothing but case are the same now */
  gint64 cells_left;
  gint64 steps_left;
} DpAligner;

/* Words from a0 to a1 of the old text, from b0 to b1 of the new one; ends excluded. */
typedef struct
{
  guint a0, a1;
  guint b0, b1;
} DpGap;

/* Words that are the same in a row. */
typedef struct
{
  guint a;
  guint b;
  guint length;
} DpRun;

/* Whether there is room for the table of a gap. */
gboolean dp_aligner_has_room (DpAligner *self,
                              const DpGap *gap);

/* Whether it is the same word, and neither has a partner. */
gboolean dp_aligner_may_match (DpAligner *self,
                               guint a,
                               guint b);
void dp_aligner_match (DpAligner *self,
                       guint a,
                       guint b);

/* (transfer full): how alike the words of a small gap are, in hundredths, row by row of the old ones;
 * 0 for those that have nothing to do with one another. %NULL when it is too large for that. */
guint8 *dp_aligner_compare_words (DpAligner *self,
                                  const DpGap *gap);

/* (transfer full) (element-type DpRun): @gram free words in a row that the gap has exactly once on
 * each side, in the old text's order; those that follow on one another are one run */
GArray *dp_aligner_find_runs (DpAligner *self,
                              const DpGap *gap,
                              guint gram);

/* Leaves the heaviest sequence of runs that is in order in the new text too. */
void dp_runs_put_in_order (GArray *runs);

/* Matches the words of a small gap by a table; %FALSE when it is too large. @holds_before and
 * @holds_behind: whether what stands around it is matched as well. */
gboolean dp_aligner_fill (DpAligner *self,
                          const DpGap *gap,
                          gboolean holds_before,
                          gboolean holds_behind);

/* Matches the words of a gap of any size, as far as the allowance goes. */
void dp_aligner_fill_greedily (DpAligner *self,
                               const DpGap *gap);

G_END_DECLS
