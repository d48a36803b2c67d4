/* dp-rank-mentions.h: where a sentence names countries, indices and years, and which of them goes with what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-rank-units.h"

G_BEGIN_DECLS

/* No sentence worth checking has more; the rest is left aside. */
#define DP_RANK_MAX_MENTIONS 32

typedef struct
{
  guint first;
  guint last;
  guint key;              /* kind, country or place in the list of years */
  gboolean is_compared;   /* stands behind "than", "behind", "unlike" */
  gboolean is_strong;     /* a year that stands with the name of an index */
  gboolean is_with_other; /* "Kazakhstan and Russia": joined to the one before */
} DpRankMention;

typedef struct
{
  DpRankMention list[DP_RANK_MAX_MENTIONS];
  guint n;
} DpRankMentions;

void dp_rank_mentions_find_indices (const DpRankSentence *sentence,
                                    DpRankMentions *mentions);
void dp_rank_mentions_find_countries (const DpRankSentence *sentence,
                                      DpRankMentions *mentions);
/* @years: (element-type DpRankYear): filled */
void dp_rank_mentions_find_years (const DpRankSentence *sentence,
                                  const DpRankMentions *indices,
                                  GArray *years,
                                  DpRankMentions *mentions);

/**
 * dp_rank_mentions_assign:
 * @places: tokens that the units begin and end at, in pairs
 * @masks: (out): for each unit the mentions that may be its own, a bit for each; 0 when there is none
 */
void dp_rank_mentions_assign (const DpRankSentence *sentence,
                              const DpRankMentions *mentions,
                              const guint *places,
                              guint n_units,
                              guint32 *masks);

G_END_DECLS
