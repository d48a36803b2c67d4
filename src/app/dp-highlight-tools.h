/* dp-highlight-tools.h: what one can do with the selected passage: note, tag, claim, remove
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Actions: highlight.claim, highlight.remove. */
#define DP_TYPE_HIGHLIGHT_TOOLS (dp_highlight_tools_get_type ())
G_DECLARE_FINAL_TYPE (DpHighlightTools, dp_highlight_tools, DP, HIGHLIGHT_TOOLS, AdwBin)

GtkWidget *dp_highlight_tools_new (DpSession *session,
                                   DpHighlight *highlight);

G_END_DECLS
