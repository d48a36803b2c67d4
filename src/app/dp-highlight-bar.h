/* dp-highlight-bar.h: what can be done with a highlight, beside it, for the mouse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* A popover that takes no focus; its buttons name the actions of DpArticleView, and are there only
 * while those are enabled. It goes when something else is pressed or gets the focus. */
#define DP_TYPE_HIGHLIGHT_BAR (dp_highlight_bar_get_type ())
G_DECLARE_FINAL_TYPE (DpHighlightBar, dp_highlight_bar, DP, HIGHLIGHT_BAR, GtkPopover)

GtkWidget *dp_highlight_bar_new (void);

/* @highlight: (nullable): whose narratives are shown as given among the last used ones */
void dp_highlight_bar_show (DpHighlightBar *self,
                            DpSession *session,
                            DpHighlight *highlight);

G_END_DECLS
