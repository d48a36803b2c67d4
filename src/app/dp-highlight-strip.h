/* dp-highlight-strip.h: where in the article the highlights are, beside its scrollbar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-article-text.h"

G_BEGIN_DECLS

/* The whole article from top to bottom, a line for each highlight in the colours of its narratives, and
 * what is in view. Signal "picked" (offset: uint): somebody pressed where that place of the text is. */
#define DP_TYPE_HIGHLIGHT_STRIP (dp_highlight_strip_get_type ())
G_DECLARE_FINAL_TYPE (DpHighlightStrip, dp_highlight_strip, DP, HIGHLIGHT_STRIP, GtkWidget)

/* @text is borrowed and must outlive it; @passages are those of the text. */
void dp_highlight_strip_follow (DpHighlightStrip *self,
                                DpArticleText *text,
                                DpPlacedHighlights *passages);

/* Of the article, in code points. */
void dp_highlight_strip_set_length (DpHighlightStrip *self,
                                    guint n_chars);

/* (nullable): drawn stronger */
void dp_highlight_strip_set_selected (DpHighlightStrip *self,
                                      DpHighlight *highlight);

/* From the start of the passage to its end, in pixels of a strip of @height; the least height is one
 * that can be seen. */
void dp_highlight_strip_place (guint n_chars,
                               int height,
                               DpSpan span,
                               int *top,
                               int *bottom);

G_END_DECLS
