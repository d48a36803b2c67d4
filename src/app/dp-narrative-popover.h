/* dp-narrative-popover.h: tag a highlight by typing a few letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Give it a parent, and take it away again in dispose, as with any popover. */
#define DP_TYPE_NARRATIVE_POPOVER (dp_narrative_popover_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativePopover, dp_narrative_popover, DP, NARRATIVE_POPOVER, GtkPopover)

GtkWidget *dp_narrative_popover_new (void);

/* Pops up to tag @highlight; place it first with gtk_popover_set_pointing_to(). */
void dp_narrative_popover_open (DpNarrativePopover *self,
                                DpSession *session,
                                DpHighlight *highlight);

G_END_DECLS
