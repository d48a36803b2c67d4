/* dp-ranking-finder.h: find the rank of a country by typing "kazakhstan democracy 2020"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Signals: "found" (DpRanking), "by-hand" (): nothing fits, the figures will be typed; "cancelled" (). */
#define DP_TYPE_RANKING_FINDER (dp_ranking_finder_get_type ())
G_DECLARE_FINAL_TYPE (DpRankingFinder, dp_ranking_finder, DP, RANKING_FINDER, AdwBin)

/* Empties it, and gives it the focus. @language: (nullable): of the case, for citations */
void dp_ranking_finder_start (DpRankingFinder *self,
                              DpWorkbench *workbench,
                              const char *language);

G_END_DECLS
