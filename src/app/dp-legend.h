/* dp-legend.h: the narratives of the article shown: which mark is whose, and which are to be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "app/dp-placed-highlights.h"

G_BEGIN_DECLS

/* A popover. Its buttons name the actions article.go-narrative (s: an id, or "" for none). */
#define DP_TYPE_LEGEND (dp_legend_get_type ())
G_DECLARE_FINAL_TYPE (DpLegend, dp_legend, DP, LEGEND, GtkPopover)

void dp_legend_follow (DpLegend *self,
                       DpPlacedHighlights *passages);

/* (transfer full): for the button that opens it: "4 narratives", or "2 of 4 narratives" while some are hidden */
char *dp_legend_dup_label (DpPlacedHighlights *passages);

G_END_DECLS
