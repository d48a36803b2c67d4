/* dp-rank-values.h: which numbers and words of a sentence state a rank, a total or a score
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-rank-sentence.h"

G_BEGIN_DECLS

typedef enum
{
  DP_RANK_VALUE_RANK,
  DP_RANK_VALUE_TOTAL,
  DP_RANK_VALUE_SCORE,
  DP_RANK_VALUE_STATUS,
} DpRankValueKind;

/* Why a value is not simply stated. */
typedef enum
{
  DP_RANK_PLAIN,
  DP_RANK_UNCLEAR, /* has words that nobody knows: not enough to confirm, but to contradict */
  DP_RANK_ABOUT,   /* "about", "top 20", "one of the" */
  DP_RANK_DENIED,  /* "not", "falsely" */
  DP_RANK_WISHED,  /* "would", "aims" */
  DP_RANK_ASKED,   /* a question */
  DP_RANK_IN_PART, /* of a region, or in a part of the index */
} DpRankDoubt;

typedef enum
{
  DP_RANK_STILL,
  DP_RANK_FROM_THERE,
  DP_RANK_TO_THERE,
} DpRankMove;

typedef struct
{
  DpRankValueKind kind;
  guint first; /* tokens, both included */
  guint last;
  guint number;      /* rank or total; status from 1: free, partly free, not free */
  guint from_bottom; /* 1: the last place; 0 when @number is the rank */
  gboolean is_best;  /* the best or the worst place, whichever end that is */
  gboolean is_worst;
  guint total; /* stated right with the rank; 0 */
  double score;
  guint n_decimals;
  DpRankDoubt doubt;
  DpRankMove move;
} DpRankValue;

/* (transfer full) (element-type DpRankValue): in the order of the sentence */
GArray *dp_rank_values_find (const DpRankSentence *sentence);

/* "eleven places lower", "lost 3 points": the sizes of the changes that a sentence tells, without those in
 * per cent and the like. (transfer full) (element-type DpRankChange) */
typedef struct
{
  gboolean is_points;
  double size;
} DpRankChange;

GArray *dp_rank_changes_find (const DpRankSentence *sentence);

/* Whether a number is a year, that people name an edition by. */
gboolean dp_rank_number_is_year (const DpRankNumber *number);

G_END_DECLS
