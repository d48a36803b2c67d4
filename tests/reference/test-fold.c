/* test-fold.c: text folded for looking things up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-fold.h"

static void
test_text (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { " .,-! ", "" },
    { "Côte d’Ivoire", "cote d ivoire" },
    { "ÖSTERREICH", "osterreich" },
    { "Straße", "strasse" },
    { "Łódź, Tromsø", "lodz tromso" },
    { "São Tomé and Príncipe", "sao tome and principe" },
    { "РОССИЯ", "россия" },
    { "Қазақстан", "қазақстан" },
    { "Українськой", "украінськои" },
    { "საქართველო", "საქართველო" },
    { "ΕΛΛΆΔΑ", "ελλαδα" },
    { "2024 (v15)", "2024 v15" },
    { "2023-24", "2023 24" },
    { "한국", "한국" },
    { "مَرحَبا", "مرحبا" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = dp_fold_text (cases[i][0]);
      g_autofree char *wanted = g_utf8_normalize (cases[i][1], -1, G_NORMALIZE_ALL);

      g_assert_cmpstr (folded, ==, wanted);
    }
}

static void
test_bad_bytes (void)
{
  g_autofree char *folded = dp_fold_text ("a\xff"
                                          "b");

  g_assert_cmpstr (folded, ==, "a b");
}

static void
test_begins (void)
{
  g_assert_true (dp_fold_begins ("kazakhstan", "kaz"));
  g_assert_true (dp_fold_begins ("kazakhstan", "kazakhstan"));
  g_assert_true (dp_fold_begins ("kazakhstan", ""));
  g_assert_false (dp_fold_begins ("kaz", "kazakhstan"));
  g_assert_false (dp_fold_begins ("kazakhstan", "akh"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/text", test_text);
  g_test_add_func ("/fold/bad-bytes", test_bad_bytes);
  g_test_add_func ("/fold/begins", test_begins);

  return g_test_run ();
}
