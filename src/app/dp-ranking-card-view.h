/* dp-ranking-card-view.h: the card of a ranking: its figures, its course, its neighbours, its citation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "reference/dp-ranking-card.h"

G_BEGIN_DECLS

#define DP_TYPE_RANKING_CARD_VIEW (dp_ranking_card_view_get_type ())
G_DECLARE_FINAL_TYPE (DpRankingCardView, dp_ranking_card_view, DP, RANKING_CARD_VIEW, AdwBin)

/* @card: (nullable); @citation: ready, in the case's language */
void dp_ranking_card_view_set_card (DpRankingCardView *self,
                                    const DpRankingCard *card,
                                    const char *citation);

G_END_DECLS
