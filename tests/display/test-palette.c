/* test-palette.c: narratives stay apart for every eye, and text on them stays easy to read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <gtk/gtk.h>
#include "app/dp-palette.h"

/* Least distance of two marks in OKLab, times 100; adjacent steps of a careful palette differ by some
 * 2 of these when one must look for them, and by 5 at first glance. */
#define LEAST_DISTANCE 10.0

typedef struct
{
  double r, g, b;
} Linear;

/* Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", 2009: severity 1.0, on linear RGB. */
static const double sights[][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};
static const char *const sight_names[] = { "normal", "protanopia", "deuteranopia", "tritanopia" };

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static Linear
to_linear (const GdkRGBA *rgba)
{
  return (Linear){ linear (rgba->red), linear (rgba->green), linear (rgba->blue) };
}

/* WCAG 2.1, relative luminance and contrast ratio. */
static double
luminance (const GdkRGBA *rgba)
{
  Linear c = to_linear (rgba);

  return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  double x = luminance (a);
  double y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static Linear
see (Linear c,
     const double *m)
{
  return (Linear){
    CLAMP (m[0] * c.r + m[1] * c.g + m[2] * c.b, 0, 1),
    CLAMP (m[3] * c.r + m[4] * c.g + m[5] * c.b, 0, 1),
    CLAMP (m[6] * c.r + m[7] * c.g + m[8] * c.b, 0, 1),
  };
}

/* Ottosson, "A perceptual color space for image processing", 2020. */
static void
to_oklab (Linear c,
          double lab[3])
{
  double l = cbrt (0.4122214708 * c.r + 0.5363325363 * c.g + 0.0514459929 * c.b);
  double m = cbrt (0.2119034982 * c.r + 0.6806995451 * c.g + 0.1073969566 * c.b);
  double s = cbrt (0.0883024619 * c.r + 0.2817188376 * c.g + 0.6299787005 * c.b);

  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
distance (const GdkRGBA *a,
          const GdkRGBA *b,
          const double *sight)
{
  double x[3], y[3];

  to_oklab (see (to_linear (a), sight), x);
  to_oklab (see (to_linear (b), sight), y);
  return 100 * sqrt (pow (x[0] - y[0], 2) + pow (x[1] - y[1], 2) + pow (x[2] - y[2], 2));
}

static void
test_measures (void)
{
  GdkRGBA black = { 0, 0, 0, 1 };
  GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA red = { 1, 0, 0, 1 };
  GdkRGBA green = { 0, 0.5, 0, 1 };

  g_assert_cmpfloat_with_epsilon (contrast (&black, &white), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (distance (&black, &white, sights[0]), 100, 0.1);
  /* Red and green come closer together for those who lack the long cones. */
  g_assert_cmpfloat (distance (&red, &green, sights[1]), <, 0.7 * distance (&red, &green, sights[0]));
}

static void
test_contrast (void)
{
  for (gboolean is_dark = FALSE; is_dark <= TRUE; is_dark++)
    for (guint colour = 0; colour < DP_PALETTE_N_COLOURS; colour++)
      {
        g_test_message ("%s %u", is_dark ? "dark" : "light", colour);
        g_assert_cmpfloat (contrast (dp_palette_get_ink (is_dark), dp_palette_get (colour, DP_SHADE_TINT, is_dark)), >=, 7);
        g_assert_cmpfloat (contrast (dp_palette_get_ink (is_dark), dp_palette_get (colour, DP_SHADE_STRONG, is_dark)), >=, 7);
        g_assert_cmpfloat (contrast (dp_palette_get_paper (is_dark), dp_palette_get (colour, DP_SHADE_MARK, is_dark)), >=, 2.95);
      }
}

static void
test_apart (void)
{
  for (gboolean is_dark = FALSE; is_dark <= TRUE; is_dark++)
    for (guint sight = 0; sight < G_N_ELEMENTS (sights); sight++)
      for (guint a = 0; a < DP_NARRATIVE_N_COLOURS; a++)
        for (guint b = 0; b < a; b++)
          {
            g_test_message ("%s, %s: %u and %u", sight_names[sight], is_dark ? "dark" : "light", a, b);
            g_assert_cmpfloat (distance (dp_palette_get (a, DP_SHADE_MARK, is_dark),
                                         dp_palette_get (b, DP_SHADE_MARK, is_dark),
                                         sights[sight]),
                               >=,
                               LEAST_DISTANCE);
          }
}

static void
test_bars (void)
{
  for (guint a = 0; a < DP_PALETTE_N_COLOURS; a++)
    for (guint b = 0; b < a; b++)
      g_assert_cmpint (dp_palette_get_bar (a), !=, dp_palette_get_bar (b));
  g_assert_cmpint (dp_palette_get_bar (1000), ==, DP_BAR_THIN);
}

static void
test_css (void)
{
  g_autofree char *light = dp_palette_dup_css (FALSE);
  g_autofree char *dark = dp_palette_dup_css (TRUE);

  g_assert_nonnull (strstr (light, "@define-color narrative_8_mark "));
  g_assert_nonnull (strstr (light, "@define-color narrative_none_tint "));
  g_assert_cmpstr (light, !=, dark);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/measures", test_measures);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/apart", test_apart);
  g_test_add_func ("/palette/bars", test_bars);
  g_test_add_func ("/palette/css", test_css);
  return g_test_run ();
}
