/* dp-margin.h: the bars beside the article, one for each narrative of each highlight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "app/dp-placed-highlights.h"

G_BEGIN_DECLS

/* What the column must leave free at the side where lines begin, at least. */
#define DP_MARGIN_LEAST_WIDTH 56

/* Draws into the margin of a text view, at the side where its lines begin. */
typedef struct _DpMargin DpMargin;

/* @view is borrowed and outlives the margin. */
DpMargin *dp_margin_new (GtkTextView *view,
                         DpPlacedHighlights *passages);
void dp_margin_free (DpMargin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpMargin, dp_margin_free)

/* Lines have moved: other width, other size, other text. */
void dp_margin_invalidate (DpMargin *self);

void dp_margin_set_dark (DpMargin *self,
                         gboolean is_dark);

/* Both nullable and only compared. Those passages are drawn stronger and named in full where there is
 * room. Whether it changed. */
gboolean dp_margin_set_selected (DpMargin *self,
                                 DpHighlight *highlight);
gboolean dp_margin_set_pointed (DpMargin *self,
                                DpHighlight *highlight);

/* In buffer coordinates. */
void dp_margin_snapshot (DpMargin *self,
                         GtkSnapshot *snapshot);

/* (nullable): the passage whose bar was last drawn at (@x, @y), in buffer coordinates */
DpHighlight *dp_margin_pick (DpMargin *self,
                             int x,
                             int y);

/* How many bars stand beside each other at most in what was last drawn. */
guint dp_margin_get_n_lanes (DpMargin *self);

G_END_DECLS
