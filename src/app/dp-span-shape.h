/* dp-span-shape.h: where a passage lies in a text view, as a shape to fill or to draw around
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "text/dp-offsets.h"

G_BEGIN_DECLS

/**
 * dp_span_shape_list_rows:
 *
 * The box of each line that @span has on the screen, in buffer coordinates, from top to bottom; spaces
 * at the end of a line left out.
 *
 * Returns: (transfer full) (element-type GdkRectangle)
 */
GArray *dp_span_shape_list_rows (GtkTextView *view,
                                 DpSpan span);

/* The part of @span that is in view, with a line more on either side; may be empty. */
DpSpan dp_span_shape_clip (GtkTextView *view,
                           DpSpan span);

/* Adds the outline of @rows to the path of @cr, corners rounded; rows that follow each other closely
 * are joined. */
void dp_span_shape_trace (GArray *rows,
                          cairo_t *cr);

/* The box around all @rows. */
GdkRectangle dp_span_shape_get_bounds (GArray *rows);

G_END_DECLS
