/* dp-palette.h: the colours and bar styles that narratives are told apart by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "reference/dp-narrative.h"

G_BEGIN_DECLS

/* The colour of a highlight without a narrative; the others are those of DpNarrative. */
#define DP_PALETTE_NEUTRAL DP_NARRATIVE_N_COLOURS
#define DP_PALETTE_N_COLOURS (DP_NARRATIVE_N_COLOURS + 1)

typedef enum
{
  DP_SHADE_TINT,   /* behind text: the ink stays at 7:1 or more */
  DP_SHADE_STRONG, /* the same of what is selected */
  DP_SHADE_MARK,   /* bars and lines: 3:1 or more against the paper */
} DpShade;

/* How a bar is drawn, so that it is told apart without its colour. */
typedef enum
{
  DP_BAR_SOLID,
  DP_BAR_DASHED,
  DP_BAR_DOTTED,
  DP_BAR_DOUBLE,
  DP_BAR_HOLLOW,
  DP_BAR_TICKS,
  DP_BAR_SLANTED,
  DP_BAR_ZIGZAG,
  DP_BAR_DASH_DOT,
  DP_BAR_THIN, /* no narrative */
} DpBarStyle;

/* The width that dp_palette_draw_bar() is drawn for, in pixels. */
#define DP_BAR_WIDTH 6

/* Beyond the last colour means neutral. */
const GdkRGBA *dp_palette_get (guint colour,
                               DpShade shade,
                               gboolean is_dark);
DpBarStyle dp_palette_get_bar (guint colour);

/* What text is written with, and on. */
const GdkRGBA *dp_palette_get_ink (gboolean is_dark);
const GdkRGBA *dp_palette_get_paper (gboolean is_dark);

/* The bar of @colour, in its style, from @y to @y + @height; only what lies between @clip_top and
 * @clip_bottom is drawn. */
void dp_palette_draw_bar (cairo_t *cr,
                          guint colour,
                          gboolean is_dark,
                          double x,
                          double y,
                          double height,
                          double clip_top,
                          double clip_bottom);

/* (transfer full): named colours for style sheets: narrative_N_tint, narrative_N_strong and
 * narrative_N_mark with N from 0, narrative_none_*, article_ink, article_paper */
char *dp_palette_dup_css (gboolean is_dark);

/* Loads data/narratives.css and the named colours for @display, and follows light and dark. Call it as
 * often as you like. Gives the style classes "narrative-0" to "narrative-8" and "narrative-none",
 * together with "narrative-chip" for a label that stands for a narrative. */
void dp_palette_install (GdkDisplay *display);

/* (transfer none): "narrative-3" */
const char *dp_palette_get_style_class (guint colour);

G_END_DECLS
