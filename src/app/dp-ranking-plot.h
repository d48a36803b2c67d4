/* dp-ranking-plot.h: the course of a country over the editions of an index, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "reference/dp-ranking-card.h"

G_BEGIN_DECLS

/* The first place is at the top. A screen reader is told the course in a sentence. */
#define DP_TYPE_RANKING_PLOT (dp_ranking_plot_get_type ())
G_DECLARE_FINAL_TYPE (DpRankingPlot, dp_ranking_plot, DP, RANKING_PLOT, GtkWidget)

/* @card: (nullable): copied from */
void dp_ranking_plot_set_card (DpRankingPlot *self,
                               const DpRankingCard *card);

G_END_DECLS
