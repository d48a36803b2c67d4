/* test-language.c: tags, names and directions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-language.h"

static void
test_normalize (void)
{
  static const char *const pairs[][2] = {
    { "en", "en" },
    { "EN-us", "en-US" },
    { "en_US.UTF-8", "en-US" },
    { " de_AT@euro ", "de-AT" },
    { "deu", "de" },
    { "rus", "ru" },
    { "zh-hant-tw", "zh-Hant-TW" },
    { "sr_RS@latin", "sr-Latn-RS" },
    { "uz@cyrillic", "uz-Cyrl" },
    { "es-419", "es-419" },
    { "ast", "ast" },
    { "iw", "he" },
    { "pt-br", "pt-BR" },
    { "", "" },
    { "C", "" },
    { "C.UTF-8", "" },
    { "POSIX", "" },
    { "und", "" },
    { "english", "" },
    { "e", "" },
    { "en us", "" },
    { "en-", "" },
    { "-en", "" },
    { "en--us", "" },
    { "de, en", "" },
    { "русский", "" },
    { "x-private", "" },
    { "en-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *normalized = dp_language_normalize (pairs[i][0]);
      g_autofree char *again = dp_language_normalize (normalized);

      g_autofree char *shown = g_strescape (pairs[i][0], NULL);

      g_test_message ("“%s”", shown);
      g_assert_cmpstr (normalized, ==, pairs[i][1]);
      g_assert_cmpstr (again, ==, normalized);
    }
}

static void
test_name (void)
{
  g_autofree char *german = dp_language_dup_name ("de");
  g_autofree char *american = dp_language_dup_name ("en-US");
  g_autofree char *unknown = dp_language_dup_name ("xqz");
  g_autofree char *none = dp_language_dup_name ("no tag");

  g_assert_cmpstr (german, ==, "German");
  g_assert_nonnull (g_strrstr (american, "English"));
  g_assert_cmpstr (unknown, ==, "xqz");
  g_assert_cmpstr (none, ==, "no tag");
}

static void
test_language_direction (void)
{
  g_assert_cmpint (dp_language_get_direction ("en"), ==, DP_DIRECTION_LTR);
  g_assert_cmpint (dp_language_get_direction ("ar"), ==, DP_DIRECTION_RTL);
  g_assert_cmpint (dp_language_get_direction ("he-IL"), ==, DP_DIRECTION_RTL);
  g_assert_cmpint (dp_language_get_direction ("fa_IR.UTF-8"), ==, DP_DIRECTION_RTL);
  g_assert_cmpint (dp_language_get_direction ("az-Arab"), ==, DP_DIRECTION_RTL);
  g_assert_cmpint (dp_language_get_direction ("az"), ==, DP_DIRECTION_LTR);
  g_assert_cmpint (dp_language_get_direction ("ks"), ==, DP_DIRECTION_RTL);
  g_assert_cmpint (dp_language_get_direction (""), ==, DP_DIRECTION_NEUTRAL);
}

static void
test_text_direction (void)
{
  g_assert_cmpint (dp_text_get_direction ("Hello", -1), ==, DP_DIRECTION_LTR);
  g_assert_cmpint (dp_text_get_direction ("12, «שלום» hello", -1), ==, DP_DIRECTION_RTL);
  g_assert_cmpint (dp_text_get_direction ("(2021) مرحبا", -1), ==, DP_DIRECTION_RTL);
  g_assert_cmpint (dp_text_get_direction ("12:30 ...", -1), ==, DP_DIRECTION_NEUTRAL);
  g_assert_cmpint (dp_text_get_direction ("", -1), ==, DP_DIRECTION_NEUTRAL);
  g_assert_cmpint (dp_text_get_direction ("12 hello", 2), ==, DP_DIRECTION_NEUTRAL);
  /* What is isolated does not count, as far as its paragraph. */
  g_assert_cmpint (dp_text_get_direction ("\u2068שלום\u2069 hello", -1), ==, DP_DIRECTION_LTR);
  g_assert_cmpint (dp_text_get_direction ("\u2066\u2067שלום\u2069 hello", -1), ==, DP_DIRECTION_NEUTRAL);
  g_assert_cmpint (dp_text_get_direction ("\u2066hello\nשלום", -1), ==, DP_DIRECTION_RTL);
}

int
main (int argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/normalize", test_normalize);
  g_test_add_func ("/language/name", test_name);
  g_test_add_func ("/language/direction", test_language_direction);
  g_test_add_func ("/text/direction", test_text_direction);
  return g_test_run ();
}
