/* test-extraction.c: pages of our own and what must be read from them
 *
 * Beside pages/NAME.html stands NAME.json; DP_TEST_UPDATE=1 writes it anew, to be read by a human.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "intake/dp-address.h"
#include "intake/dp-date-words.h"
#include "intake/dp-extraction.h"
#include "intake/dp-language-guess.h"

static void
test_page (gconstpointer data)
{
  g_autofree char *html_path = g_strdup_printf ("%s/intake/pages/%s.html", g_getenv ("DP_TEST_DATA"), (const char *) data);
  g_autofree char *json_path = g_strdup_printf ("%s/intake/pages/%s.json", g_getenv ("DP_TEST_DATA"), (const char *) data);
  g_autofree char *expected = NULL;
  g_autofree char *got = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (html_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dp_file_read (file, G_MAXSIZE, NULL, &error);
  g_autoptr (DpExtraction) extraction = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) json = NULL;

  g_assert_no_error (error);
  extraction = dp_extract_html (bytes, NULL, "https://gazette.example.org/news/2026/ferry?from=home", &error);
  g_assert_no_error (error);
  node = dp_extraction_to_json (extraction);
  json = dp_json_write (node);
  got = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  if (g_getenv ("DP_TEST_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (json_path, got, -1, NULL));
  g_assert_true (g_file_get_contents (json_path, &expected, NULL, NULL));
  g_assert_cmpstr (got, ==, expected);
}

static void
check_date (const char *text,
            const char *expected)
{
  g_autofree char *date = dp_date_from_page (text);

  g_assert_cmpstr (date, ==, expected);
}

static void
test_dates (void)
{
  g_autofree char *in_link = dp_date_from_link ("https://example.org/news/2026/01/10/title");
  g_autofree char *not_in_link = dp_date_from_link ("https://example.org/1234/56/78/");

  check_date ("2026-01-10T08:00:00+02:00", "2026-01-10T08:00:00+02:00");
  check_date ("Published on 10 January 2026 at 8am", "2026-01-10");
  check_date ("January 10, 2026", "2026-01-10");
  check_date ("Jan. 10th, 2026", "2026-01-10");
  check_date ("Stand: 10.01.2026, 06:00 Uhr", "2026-01-10");
  check_date ("10. März 2026", "2026-03-10");
  check_date ("10 de enero de 2026", "2026-01-10");
  check_date ("10 août 2026", "2026-08-10");
  check_date ("10 января 2026 г.", "2026-01-10");
  check_date ("10 يناير 2026", "2026-01-10");
  check_date ("2026年1月10日", "2026-01-10");
  check_date ("10 Ağustos 2026", "2026-08-10");
  check_date ("25/12/2026", "2026-12-25");
  /* Day or month first: not ours to guess. */
  check_date ("10/01/2026", NULL);
  check_date ("31 February 2026", NULL);
  check_date ("10 January 1066", NULL);
  check_date ("no date at all", NULL);
  check_date ("", NULL);
  check_date ("² ½ ⅷ", NULL);
  g_assert_cmpstr (in_link, ==, "2026-01-10");
  g_assert_null (not_in_link);
}

static void
test_language (void)
{
  g_assert_cmpstr (dp_language_guess ("The mayor said that the bridge will be open for all of us from Monday."), ==, "en");
  g_assert_cmpstr (dp_language_guess ("Die Brücke ist nicht mehr sicher und wird von der Stadt für den Verkehr gesperrt."), ==, "de");
  g_assert_cmpstr (dp_language_guess ("Le pont est ouvert à la circulation et les trains vont passer dans une semaine."), ==, "fr");
  g_assert_cmpstr (dp_language_guess ("Мост открыли в четверг после двух лет ремонта, сообщила администрация."), ==, "ru");
  g_assert_cmpstr (dp_language_guess ("Міст відкрили у четвер після двох років ремонту, повідомила адміністрація."), ==, "uk");
  g_assert_cmpstr (dp_language_guess ("افتتحت البلدية صباح اليوم مكتبة عامة جديدة في قلب المدينة القديمة"), ==, "ar");
  g_assert_cmpstr (dp_language_guess ("政府は日曜日に選挙を行うと発表しました。これは多くの人にとって大切なことです。とても大切です。"), ==, "ja");
  g_assert_cmpstr (dp_language_guess ("too short"), ==, "");
}

static void
check_address (const char *address,
               const char *base,
               const char *expected)
{
  g_autofree char *resolved = dp_address_resolve (address, base);

  g_assert_cmpstr (resolved, ==, expected);
}

/* What can be opened, made absolute; nothing else. */
static void
test_addresses (void)
{
  const char *base = "https://example.org/news/today?x=1";

  check_address ("a.html", base, "https://example.org/news/a.html");
  check_address ("../b?c=d&e=%20#f", base, "https://example.org/b?c=d&e=%20#f");
  check_address ("//cdn.example.net/g", base, "https://cdn.example.net/g");
  check_address (" \n/h i\tj ", base, "https://example.org/h%20ij");
  check_address ("HTTP://EXAMPLE.NET", base, "HTTP://EXAMPLE.NET");
  check_address ("mailto:x@example.org", NULL, "mailto:x@example.org");
  check_address ("https://пример.example/путь", NULL, "https://пример.example/путь");
  check_address ("/path", NULL, NULL);
  check_address ("#top", base, NULL);
  check_address ("", base, NULL);
  check_address ("java\nscript:alert(1)", base, NULL);
  check_address ("data:text/html,x", base, NULL);
  check_address ("file:///etc/passwd", base, NULL);
  check_address ("tel:+49301234", base, NULL);
  check_address ("http://", base, NULL);
}

static void
test_article (void)
{
  static const char html[] = "<html lang=en><title>T</title><h1>A title of some length</h1><p>One sentence that is long enough to be kept.</p>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (DpExtraction) extraction = dp_extract_html (bytes, NULL, NULL, NULL);
  g_autoptr (DpArticle) article = dp_extraction_to_article (extraction);
  const DpBlock *headline = g_ptr_array_index (dp_article_get_blocks (article), 0);

  g_assert_cmpuint (dp_article_get_blocks (article)->len, ==, 2);
  g_assert_cmpint (headline->kind, ==, DP_BLOCK_HEADLINE);
  g_assert_cmpstr (dp_article_get_text (article), ==, "A title of some length\nOne sentence that is long enough to be kept.");
  g_assert_cmpstr (extraction->direction, ==, "ltr");
}

static void
test_plain (void)
{
  static const char text[] = "A title\r\n\r\nFirst line\r\nand second.\r\n\r\nAnother paragraph.\r\n";
  static const char lines[] = "This is a sentence.\nAnd this is one as well.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) second_bytes = g_bytes_new_static (lines, strlen (lines));
  g_autoptr (DpExtraction) first = dp_extract_plain (bytes, NULL, NULL);
  g_autoptr (DpExtraction) second = dp_extract_plain (second_bytes, NULL, NULL);
  g_autofree char *first_text = dp_extraction_dup_text (first);
  g_autofree char *second_text = dp_extraction_dup_text (second);

  g_assert_cmpstr (first->title, ==, "A title");
  g_assert_cmpstr (first_text, ==, "First line and second.\nAnother paragraph.");
  g_assert_cmpstr (second->title, ==, "");
  g_assert_cmpstr (second_text, ==, "This is a sentence.\nAnd this is one as well.");
}

int
main (int argc,
      char **argv)
{
  static const char *const pages[] = { "news", "arabic", "windows-1251", "breaks", "structure", "json-ld-only",
                                       "hidden", "empty", "script-only", "links", "footnotes", "neighbours", "disclaimer", "standings" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/extraction/page/", pages[i], NULL);

      g_test_add_data_func (path, pages[i], test_page);
    }
  g_test_add_func ("/extraction/dates", test_dates);
  g_test_add_func ("/extraction/language", test_language);
  g_test_add_func ("/extraction/addresses", test_addresses);
  g_test_add_func ("/extraction/article", test_article);
  g_test_add_func ("/extraction/plain", test_plain);
  return g_test_run ();
}
