/* dp-narrative-plot.h: how often a narrative was seen, year by year or month by month, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "library/dp-quotes.h"

G_BEGIN_DECLS

/* A screen reader is told when it was seen first, last and most. */
#define DP_TYPE_NARRATIVE_PLOT (dp_narrative_plot_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativePlot, dp_narrative_plot, DP, NARRATIVE_PLOT, GtkWidget)

/* @quotes: (nullable) (element-type DpQuote): those without a date do not count. Whether there is anything to draw. */
gboolean dp_narrative_plot_set_quotes (DpNarrativePlot *self,
                                       GPtrArray *quotes,
                                       guint colour);

G_END_DECLS
