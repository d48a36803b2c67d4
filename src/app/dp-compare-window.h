/* dp-compare-window.h: two articles or two versions of one, side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* What can be chosen: the text of each article of the case, each of its sealed copies, and its
 * translation. */
#define DP_TYPE_COMPARE_WINDOW (dp_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (DpCompareWindow, dp_compare_window, DP, COMPARE_WINDOW, AdwWindow)

/* Begins with @article, which is one of the case's, beside the copy or the article that is next to it. */
GtkWindow *dp_compare_window_new (DpSession *session,
                                  DpArticle *article);

G_END_DECLS
