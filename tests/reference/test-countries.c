/* test-countries.c: names of countries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-countries.h"

#include <locale.h>

#include <glib/gstdio.h>

static void
test_find (void)
{
  g_autoptr (DpCountries) countries = dp_countries_new (NULL);
  static const char *const cases[][2] = {
    { "Kazakhstan", "KAZ" },
    { "kazakhstan", "KAZ" },
    { "KZ", "KAZ" },
    { "KAZ", "KAZ" },
    { "Republic of Kazakhstan", "KAZ" },
    { "cote d'ivoire", "CIV" },
    { "CÔTE D’IVOIRE", "CIV" },
    { "Ivory Coast", "CIV" },
    { "Russian Federation", "RUS" },
    { "russia", "RUS" },
    { "Kosovo", "XKX" },
    { "XKX", "XKX" },
    { "South Korea", "KOR" },
    { "Czech Republic", "CZE" },
    { "Czechia", "CZE" },
    { "Turkey", "TUR" },
    { "Türkiye", "TUR" },
    { "Iran", "IRN" },
    { "UK", "GBR" },
    { "usa", "USA" },
    { "Niger", "NER" },
    { "Nigeria", "NGA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (dp_countries_find (countries, cases[i][0]), ==, cases[i][1]);

  g_assert_null (dp_countries_find (countries, ""));
  g_assert_null (dp_countries_find (countries, "Kazakh"));
  g_assert_null (dp_countries_find (countries, "Atlantis"));
}

static void
test_names (void)
{
  g_autoptr (DpCountries) countries = dp_countries_new (NULL);

  g_assert_cmpstr (dp_countries_get_name (countries, "KAZ"), ==, "Kazakhstan");
  g_assert_cmpstr (dp_countries_get_name (countries, "RUS"), ==, "Russia");
  g_assert_cmpstr (dp_countries_get_name (countries, "IRN"), ==, "Iran");
  g_assert_cmpstr (dp_countries_get_name (countries, "XKX"), ==, "Kosovo");
  g_assert_cmpstr (dp_countries_get_name (countries, "QQQ"), ==, "QQQ");
  g_assert_cmpstr (dp_countries_get_iso2 (countries, "KAZ"), ==, "KZ");
  g_assert_null (dp_countries_get_iso2 (countries, "XKX"));
  g_assert_null (dp_countries_get_names (countries, "QQQ"));
}

static void
test_added (void)
{
  g_autoptr (DpCountries) countries = dp_countries_new (NULL);

  dp_countries_add_name (countries, "QQQ", "Ruritania");
  g_assert_cmpstr (dp_countries_find (countries, "ruritania"), ==, "QQQ");
  g_assert_cmpstr (dp_countries_find (countries, "qqq"), ==, "QQQ");
  g_assert_cmpstr (dp_countries_get_name (countries, "QQQ"), ==, "Ruritania");

  /* What is known stays known. */
  dp_countries_add_name (countries, "QQQ", "Georgia");
  g_assert_cmpstr (dp_countries_find (countries, "Georgia"), ==, "GEO");
  dp_countries_add_name (countries, "KAZ", "The Ninth Largest");
  g_assert_cmpstr (dp_countries_find (countries, "the ninth largest"), ==, "KAZ");
  g_assert_cmpstr (dp_countries_get_name (countries, "KAZ"), ==, "Kazakhstan");
}

static void
check_without_iso_codes (const char *directory)
{
  g_autoptr (DpCountries) countries = dp_countries_new (directory);

  g_assert_null (dp_countries_find (countries, "Kazakhstan"));
  g_assert_cmpstr (dp_countries_get_name (countries, "KAZ"), ==, "KAZ");
  g_assert_cmpstr (dp_countries_find (countries, "kosovo"), ==, "XKX");
  dp_countries_add_name (countries, "KAZ", "Kazakhstan");
  g_assert_cmpstr (dp_countries_find (countries, "kazakhstan"), ==, "KAZ");
  g_assert_cmpstr (dp_countries_get_name (countries, "KAZ"), ==, "Kazakhstan");
}

static void
test_without_iso_codes (void)
{
  static const char *const contents[] = { "", "[]", "{\"3166-1\": 1}", "{\"3166-1\": [1, {}, {\"alpha_3\": \"KAZ\"}, {\"alpha_3\": 1, \"name\": \"Kazakhstan\"}]}" };
  g_autofree char *directory = g_dir_make_tmp ("dp-countries-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "iso_3166-1.json", NULL);

  check_without_iso_codes (directory);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      check_without_iso_codes (directory);
    }

  g_remove (path);
  g_rmdir (directory);
}

static void
test_german (void)
{
  g_autoptr (DpCountries) countries = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_message ("there is no German locale here (./run tests makes one): not tried");
      return;
    }
  g_setenv ("LANGUAGE", "de", TRUE);
  countries = dp_countries_new (NULL);

  g_assert_cmpstr (dp_countries_find (countries, "kasachstan"), ==, "KAZ");
  g_assert_cmpstr (dp_countries_find (countries, "Kazakhstan"), ==, "KAZ");
  g_assert_cmpstr (dp_countries_find (countries, "osterreich"), ==, "AUT");
  g_assert_cmpstr (dp_countries_find (countries, "russische foderation"), ==, "RUS");
  g_assert_cmpstr (dp_countries_get_name (countries, "KAZ"), ==, "Kasachstan");
  g_assert_cmpstr (dp_country_translate ("KAZ", "Kazakhstan"), ==, "Kasachstan");
  g_assert_cmpstr (dp_country_translate ("", "Somaliland"), ==, "Somaliland");
  g_assert_cmpstr (dp_country_translate ("", ""), ==, "");

  g_unsetenv ("LANGUAGE");
  setlocale (LC_ALL, "C");
}

int
main (int argc,
      char **argv)
{
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/countries/find", test_find);
  g_test_add_func ("/countries/names", test_names);
  g_test_add_func ("/countries/added", test_added);
  g_test_add_func ("/countries/without-iso-codes", test_without_iso_codes);
  g_test_add_func ("/countries/german", test_german);

  return g_test_run ();
}
