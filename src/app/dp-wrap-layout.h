/* dp-wrap-layout.h: children one after another, on as many lines as it takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For words and chips; GtkFlowBox sets them in columns. Property: spacing (pixels, both ways). */
#define DP_TYPE_WRAP_LAYOUT (dp_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DpWrapLayout, dp_wrap_layout, DP, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *dp_wrap_layout_new (int spacing);

G_END_DECLS
