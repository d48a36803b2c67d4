/* dp-palette.c: the colours and bar styles that narratives are told apart by
 *
 * Light and dark are two palettes of the same nine names. Each was searched for the greatest least
 * distance (in OKLab) between any two marks as seen with normal sight and under protanopia,
 * deuteranopia and tritanopia; tests/display/test-palette.c holds them to that and to the contrasts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-palette.h"

#include <adwaita.h>

typedef struct
{
  const char *shades[DP_SHADE_MARK + 1]; /* tint, strong, mark */
} DpHue;

static const DpHue light[DP_PALETTE_N_COLOURS] = {
  { { "#cae2ff", "#9ccafe", "#0167da" } }, /* blue */
  { { "#fed7b7", "#f9b579", "#602d01" } }, /* brown */
  { { "#c6ecc6", "#98d999", "#456735" } }, /* green */
  { { "#e7d7ff", "#d3b5ff", "#a37eff" } }, /* violet */
  { { "#ffd3d3", "#ffacae", "#e66778" } }, /* red */
  { { "#adedf3", "#5fdbe5", "#02a4b5" } }, /* teal */
  { { "#e0e5b3", "#c7cd77", "#7d8303" } }, /* olive */
  { { "#ffd0e9", "#f9a9d6", "#b02693" } }, /* magenta */
  { { "#dbdfeb", "#bfc5d8", "#383e52" } }, /* slate */
  { { "#ece9e4", "#d8d3ca", "#77716a" } }, /* none */
};

static const DpHue dark[DP_PALETTE_N_COLOURS] = {
  { { "#223f5e", "#244e7b", "#69a1e6" } },
  { { "#553515", "#71410e", "#ef8c1a" } },
  { { "#264627", "#29572c", "#c3ecb4" } },
  { { "#41355b", "#534077", "#8e5ef1" } },
  { { "#5b2f2a", "#763730", "#db4938" } },
  { { "#03464f", "#04565f", "#4dd7f1" } },
  { { "#493c0d", "#5f4c02", "#ffc700" } },
  { { "#552e45", "#70385a", "#b06491" } },
  { { "#3f3d34", "#514f41", "#a9a697" } },
  { { "#383838", "#4a4a4a", "#8c8c8c" } },
};

static GdkRGBA parsed[2][DP_PALETTE_N_COLOURS][DP_SHADE_MARK + 1];
static GdkRGBA inks[2];
static GdkRGBA papers[2];

static void
parse (GdkRGBA *rgba,
       const char *text)
{
  gboolean is_colour = gdk_rgba_parse (rgba, text);

  g_assert (is_colour);
}

static void
ensure_parsed (void)
{
  static gsize once = 0;

  if (!g_once_init_enter (&once))
    return;

  for (guint colour = 0; colour < DP_PALETTE_N_COLOURS; colour++)
    for (guint shade = 0; shade <= DP_SHADE_MARK; shade++)
      {
        parse (&parsed[FALSE][colour][shade], light[colour].shades[shade]);
        parse (&parsed[TRUE][colour][shade], dark[colour].shades[shade]);
      }
  parse (&inks[FALSE], "#1f1d1a");
  parse (&inks[TRUE], "#f2f0ec");
  parse (&papers[FALSE], "#ffffff");
  parse (&papers[TRUE], "#1e1e1e");
  g_once_init_leave (&once, 1);
}

const GdkRGBA *
dp_palette_get (guint colour,
                DpShade shade,
                gboolean is_dark)
{
  g_return_val_if_fail (shade <= DP_SHADE_MARK, NULL);

  ensure_parsed ();
  return &parsed[is_dark ? 1 : 0][MIN (colour, DP_PALETTE_NEUTRAL)][shade];
}

const GdkRGBA *
dp_palette_get_ink (gboolean is_dark)
{
  ensure_parsed ();
  return &inks[is_dark ? 1 : 0];
}

const GdkRGBA *
dp_palette_get_paper (gboolean is_dark)
{
  ensure_parsed ();
  return &papers[is_dark ? 1 : 0];
}

DpBarStyle
dp_palette_get_bar (guint colour)
{
  return (DpBarStyle) MIN (colour, DP_PALETTE_NEUTRAL);
}

static void
draw_zigzag (cairo_t *cr,
             double x,
             double y,
             double height)
{
  double side = x + 1;

  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, side, y);
  for (double at = y + 4; at <= y + height; at += 4)
    {
      side = side == x + 1 ? x + DP_BAR_WIDTH - 1 : x + 1;
      cairo_line_to (cr, side, at);
    }
  cairo_stroke (cr);
}

static void
draw_slants (cairo_t *cr,
             double x,
             double y,
             double height)
{
  cairo_rectangle (cr, x, y, DP_BAR_WIDTH, height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 2.2);
  for (double at = y; at <= y + height + DP_BAR_WIDTH; at += 5)
    {
      cairo_move_to (cr, x - 1, at + 1);
      cairo_line_to (cr, x + DP_BAR_WIDTH + 1, at - DP_BAR_WIDTH - 1);
    }
  cairo_stroke (cr);
}

static void
draw_line (cairo_t *cr,
           double x,
           double width,
           double y,
           double height,
           const double *dashes,
           int n_dashes,
           cairo_line_cap_t cap)
{
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, cap);
  cairo_set_dash (cr, dashes, n_dashes, 0);
  cairo_move_to (cr, x + width / 2, y);
  cairo_line_to (cr, x + width / 2, y + height);
  cairo_stroke (cr);
}

static void
draw_style (cairo_t *cr,
            DpBarStyle style,
            double x,
            double y,
            double height)
{
  static const double dashes[] = { 9, 4 };
  static const double dots[] = { 0, 8 };
  static const double ticks[] = { 2, 3 };
  static const double dash_dots[] = { 12, 3, 3, 3 };

  switch (style)
    {
    case DP_BAR_SOLID:
      draw_line (cr, x + 0.5, 5, y, height, NULL, 0, CAIRO_LINE_CAP_BUTT);
      break;
    case DP_BAR_DASHED:
      draw_line (cr, x + 0.5, 5, y, height, dashes, G_N_ELEMENTS (dashes), CAIRO_LINE_CAP_BUTT);
      break;
    case DP_BAR_DOTTED:
      draw_line (cr, x + 0.5, 5, y + 2.5, MAX (height - 5, 0.1), dots, G_N_ELEMENTS (dots), CAIRO_LINE_CAP_ROUND);
      break;
    case DP_BAR_DOUBLE:
      draw_line (cr, x, 2, y, height, NULL, 0, CAIRO_LINE_CAP_BUTT);
      draw_line (cr, x + 4, 2, y, height, NULL, 0, CAIRO_LINE_CAP_BUTT);
      break;
    case DP_BAR_HOLLOW:
      cairo_set_line_width (cr, 1.5);
      cairo_rectangle (cr, x + 0.75, y + 0.75, DP_BAR_WIDTH - 1.5, MAX (height - 1.5, 1));
      cairo_stroke (cr);
      break;
    case DP_BAR_TICKS:
      draw_line (cr, x, DP_BAR_WIDTH, y, height, ticks, G_N_ELEMENTS (ticks), CAIRO_LINE_CAP_BUTT);
      break;
    case DP_BAR_SLANTED:
      draw_slants (cr, x, y, height);
      break;
    case DP_BAR_ZIGZAG:
      draw_zigzag (cr, x, y, height);
      break;
    case DP_BAR_DASH_DOT:
      draw_line (cr, x + 1, 4, y, height, dash_dots, G_N_ELEMENTS (dash_dots), CAIRO_LINE_CAP_BUTT);
      break;
    case DP_BAR_THIN:
    default:
      draw_line (cr, x + 2, 2, y, height, NULL, 0, CAIRO_LINE_CAP_BUTT);
    }
}

void
dp_palette_draw_bar (cairo_t *cr,
                     guint colour,
                     gboolean is_dark,
                     double x,
                     double y,
                     double height,
                     double clip_top,
                     double clip_bottom)
{
  double top = y;
  double bottom = MIN (y + height, clip_bottom);

  /* A cut that is a common multiple of the patterns' periods keeps them still while scrolling. */
  if (clip_top > top)
    top += floor ((clip_top - top) / 10920) * 10920;
  if (bottom <= top)
    return;

  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, dp_palette_get (colour, DP_SHADE_MARK, is_dark));
  draw_style (cr, dp_palette_get_bar (colour), x, top, bottom - top);
  cairo_restore (cr);
}

char *
dp_palette_dup_css (gboolean is_dark)
{
  static const char *const shades[] = { "tint", "strong", "mark" };
  GString *css = g_string_new (NULL);
  g_autofree char *ink = gdk_rgba_to_string (dp_palette_get_ink (is_dark));

  g_string_append_printf (css, "@define-color article_ink %s;\n", ink);
  for (guint colour = 0; colour < DP_PALETTE_N_COLOURS; colour++)
    for (guint shade = 0; shade <= DP_SHADE_MARK; shade++)
      {
        g_autofree char *value = gdk_rgba_to_string (dp_palette_get (colour, shade, is_dark));

        if (colour == DP_PALETTE_NEUTRAL)
          g_string_append_printf (css, "@define-color narrative_none_%s %s;\n", shades[shade], value);
        else
          g_string_append_printf (css, "@define-color narrative_%u_%s %s;\n", colour, shades[shade], value);
      }
  return g_string_free (css, FALSE);
}

static void
dark_changed_cb (AdwStyleManager *manager,
                 GParamSpec *pspec,
                 GtkCssProvider *provider)
{
  g_autofree char *css = dp_palette_dup_css (adw_style_manager_get_dark (manager));

  gtk_css_provider_load_from_data (provider, css, -1);
}

void
dp_palette_install (GdkDisplay *display)
{
  static const char key[] = "dp-palette";
  AdwStyleManager *manager;
  GtkCssProvider *colours;
  g_autoptr (GtkCssProvider) rules = NULL;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;

  manager = adw_style_manager_get_for_display (display);
  colours = gtk_css_provider_new ();
  g_object_set_data_full (G_OBJECT (display), key, colours, g_object_unref);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_changed_cb), colours, 0);
  dark_changed_cb (manager, NULL, colours);

  rules = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (rules, "/io/github/disproof/Disproof/narratives.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (colours), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (rules), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

const char *
dp_palette_get_style_class (guint colour)
{
  static const char *const classes[DP_PALETTE_N_COLOURS] = {
    "narrative-0",
    "narrative-1",
    "narrative-2",
    "narrative-3",
    "narrative-4",
    "narrative-5",
    "narrative-6",
    "narrative-7",
    "narrative-8",
    "narrative-none",
  };

  return classes[MIN (colour, DP_PALETTE_NEUTRAL)];
}
