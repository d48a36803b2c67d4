/* dp-highlight-row.h: a passage in the list beside the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Its words, narratives, the evidence that bears on it and the claims it carries; when selected,
 * also its tools. */
#define DP_TYPE_HIGHLIGHT_ROW (dp_highlight_row_get_type ())
G_DECLARE_FINAL_TYPE (DpHighlightRow, dp_highlight_row, DP, HIGHLIGHT_ROW, AdwBin)

GtkWidget *dp_highlight_row_new (DpSession *session,
                                 DpHighlight *highlight);
void dp_highlight_row_set_selected (DpHighlightRow *self,
                                    gboolean is_selected);

/* Shows what changed since, if anything. */
void dp_highlight_row_refresh (DpHighlightRow *self);

G_END_DECLS
