/* dp-narrative-mark.h: a narrative's bar, small, for lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws the bar of a colour, in its style, as high as it is given. Property: colour. */
#define DP_TYPE_NARRATIVE_MARK (dp_narrative_mark_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativeMark, dp_narrative_mark, DP, NARRATIVE_MARK, GtkWidget)

GtkWidget *dp_narrative_mark_new (guint colour);
void dp_narrative_mark_set_colour (DpNarrativeMark *self,
                                   guint colour);

G_END_DECLS
