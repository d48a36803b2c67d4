/* test-rank-lexicon.c: word lists, good and bad, and numbers in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-sentence.h"

#include <string.h>

#include <glib/gstdio.h>

#include "base/dp-paths.h"

static DpRankLexicon *
read_text (const char *name,
           const char *text,
           char **problem)
{
  g_autofree char *folder = g_dir_make_tmp ("dp-rank-words-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  DpRankLexicon *lexicon;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  lexicon = dp_rank_lexicon_read (folder, problems);
  *problem = problems->len > 0 ? g_strdup (problems->pdata[0]) : NULL;
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return lexicon;
}

static void
test_mistakes (void)
{
  static const char *const cases[][3] = {
    { "xx.txt", "common: a, b\nno colon here\n", "xx.txt, line 2: " },
    { "xx.txt", "\n\nunheard: of\n", "xx.txt, line 3: there is no key “unheard”" },
    { "xx.txt", "place:\n", "line 1: nothing stands" },
    { "xx.txt", "place 3: spot\n", "line 1: “place” takes no value" },
    { "xx.txt", "number: one\n", "line 1: “number” needs a value" },
    { "xx.txt", "number one: one\n", "line 1: “one” is no number" },
    { "xx.txt", "number 1: one,, two\n", "line 1: a phrase is empty" },
    { "xx.txt", "# adj is missing\nordinal 1: first<adj>\n", "line 2: no endings are named “<adj>”" },
    { "xx.txt", "ordinal 1: *\n", "line 1: there is no word before" },
    { "xx.txt", "ordinal 1: a*b\n", "line 1: “*” must stand at the end" },
    { "xx.txt", "dot: perhaps\n", "line 1: “dot” is “yes” or “no”" },
    { "xx.txt", "common: \xff\n", "line 1: not UTF-8" },
    { "xx.txt", "forms f: a b c d e f g h i j k l m n o\nplace: a<f> b<f> c<f>\n", "line 2: “a<f> b<f> c<f>” stands for too many" },
    { "countries-xx.txt", "country kaz: Kazakhstan\n", "countries-xx.txt, line 1: “kaz” is no country code" },
    { "indices.txt", "edition rsf: 2012\n", "indices.txt, line 1: " },
    { "indices.txt", "colour rsf: red\n", "indices.txt, line 1: there is no key" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = NULL;
      g_autoptr (DpRankLexicon) lexicon = read_text (cases[i][0], cases[i][1], &problem);

      if (problem == NULL || strstr (problem, cases[i][2]) == NULL)
        g_error ("%s gives %s", cases[i][1], problem);
    }
}

static void
test_good (void)
{
  g_autofree char *problem = NULL;
  g_autoptr (DpRankLexicon) lexicon = read_text ("xx.txt", "\xef\xbb\xbf# x\r\nforms f: - s\r\nplace: spot<f>, high spot*\r\n", &problem);

  g_assert_cmpstr (problem, ==, NULL);
  g_assert_nonnull (dp_rank_lexicon_find (lexicon, "spots", DP_RANK_PLACE, 0));
  g_assert_null (dp_rank_lexicon_find (lexicon, "high", DP_RANK_PLACE, 0));
}

static void
test_no_folder (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DpRankLexicon) lexicon = dp_rank_lexicon_read ("/nonexistent", problems);

  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (dp_rank_lexicon_get_n_languages (lexicon), ==, 0);
}

/* How numbers are said, with their value; ordinals have a stop. */
static void
test_numbers (void)
{
  static const char *const cases[][3] = {
    { "en", "one hundred and twenty-eighth", "128." },
    { "en", "sixty", "60" },
    { "en", "128th", "128." },
    { "fr", "quatre-vingt-dix-septième", "97." },
    { "fr", "cent vingt-huitième", "128." },
    { "fr", "soixante et onzième", "71." },
    { "de", "hundertachtundzwanzigste", "128." },
    { "de", "einundsechzig", "61" },
    { "de", "zweihundert", "200" },
    { "es", "centésimo vigésimo octavo", "128." },
    { "es", "treinta y cuatro", "34" },
    { "it", "centoventottesimo", "128." },
    { "it", "trentatreesima", "33." },
    { "it", "ventunesimo", "21." },
    { "it", "sessantaseiesimo", "66." },
    { "ru", "сто двадцать восьмое", "128." },
    { "ru", "девяносто четвёртом", "94." },
    { "pl", "sto dwudziestym ósmym", "128." },
    { "uk", "сто двадцять восьмому", "128." },
    { "uk", "п'ятдесят дев'яте", "59." },
  };
  g_autofree char *folder = dp_paths_data ("rank-words");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DpRankLexicon) lexicon = dp_rank_lexicon_read (folder, problems);
  DpRankSentence sentence;

  g_assert_cmpuint (problems->len, ==, 0);
  dp_rank_sentence_init (&sentence, lexicon);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;
      const DpRankNumber *number;

      dp_rank_sentence_read (&sentence, cases[i][1], strlen (cases[i][1]), cases[i][0]);
      g_assert_cmpuint (sentence.numbers->len, ==, 1);
      number = &g_array_index (sentence.numbers, DpRankNumber, 0);
      found = g_strdup_printf ("%u%s", number->whole, number->is_ordinal ? "." : "");
      g_assert_cmpstr (found, ==, cases[i][2]);
    }
  dp_rank_sentence_clear (&sentence);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rank-lexicon/mistakes", test_mistakes);
  g_test_add_func ("/rank-lexicon/good", test_good);
  g_test_add_func ("/rank-lexicon/no-folder", test_no_folder);
  g_test_add_func ("/rank-lexicon/numbers", test_numbers);

  return g_test_run ();
}
