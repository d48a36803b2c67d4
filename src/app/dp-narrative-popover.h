/* dp-narrative-popover.h: choose narratives by typing a few letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* The last used narratives and the whole tree; letters find some of it or offer a new one, Enter and a
 * click take, with Ctrl it stays open. Signal "chosen" (DpNarrative): to be tagged with, or no longer if
 * the highlight has it; whoever handles it does that, and says with set_highlight() if the highlight came
 * to be only then. */
#define DP_TYPE_NARRATIVE_POPOVER (dp_narrative_popover_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativePopover, dp_narrative_popover, DP, NARRATIVE_POPOVER, GtkPopover)

GtkWidget *dp_narrative_popover_new (void);

/* @highlight: (nullable): whose narratives are checked. It lets go of all when it is closed. */
void dp_narrative_popover_open (DpNarrativePopover *self,
                                DpSession *session,
                                DpHighlight *highlight);
void dp_narrative_popover_set_highlight (DpNarrativePopover *self,
                                         DpHighlight *highlight);

/* For a popover that a button has just opened. */
void dp_narrative_popover_start (DpNarrativePopover *self,
                                 DpSession *session,
                                 DpHighlight *highlight);

G_END_DECLS
