/* dp-sides-layout.h: two widgets side by side, one above the other where that is too narrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All shown children have the same width, from the side where lines begin. Properties: spacing (pixels,
 * both ways), narrow-width (below this, in pixels, they stand one above the other). */
#define DP_TYPE_SIDES_LAYOUT (dp_sides_layout_get_type ())
G_DECLARE_FINAL_TYPE (DpSidesLayout, dp_sides_layout, DP, SIDES_LAYOUT, GtkLayoutManager)

GtkLayoutManager *dp_sides_layout_new (int spacing,
                                       int narrow_width);

G_END_DECLS
