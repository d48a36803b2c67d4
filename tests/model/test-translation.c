/* test-translation.c: an article and its translation beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case.h"
#include "model/dp-translation-rows.h"

#include <locale.h>

static DpArticle *
article_new (const char *language,
             const char *text)
{
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text (text);
  DpArticle *article = dp_article_new ();

  dp_article_set_language (article, language);
  dp_article_set_blocks (article, blocks);
  return article;
}

static char *
dup_rows (DpArticle *source,
          DpArticle *target,
          GArray *pairs)
{
  g_autoptr (GArray) rows = dp_translation_rows (source, target, pairs);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      DpTranslationRow row = g_array_index (rows, DpTranslationRow, i);
      g_autofree char *left = dp_offsets_dup_text (dp_article_get_offsets (source), row.source);
      g_autofree char *right = dp_offsets_dup_text (dp_article_get_offsets (target), row.target);

      g_string_append_printf (all, "%s[%s|%s%s]", row.opens_paragraph ? "\n" : "", left, right, row.is_fixed ? "!" : "");
    }
  return g_string_free (all, FALSE);
}

#define SOURCE                                                                                                \
  "Die Regierung hat am Montag angekündigt, die Steuern auf Benzin zu senken. Niemand hatte das erwartet.\n" \
  "Der Minister sagte, es sei der richtige Zeitpunkt dafür. Er ging. Das war alles, was man an diesem Tag hörte."
#define TARGET                                                                                              \
  "On Monday the government announced that it would lower the taxes on petrol. Nobody had expected that.\n" \
  "The minister said that it was the right time for it. He went. That was all that was to be heard on that day."

static void
test_rows (void)
{
  g_autoptr (DpArticle) source = article_new ("de", SOURCE);
  g_autoptr (DpArticle) target = article_new ("en", TARGET);
  g_autoptr (DpArticle) empty = dp_article_new ();
  g_autofree char *rows = dup_rows (source, target, NULL);
  g_autofree char *alone = dup_rows (source, empty, NULL);
  g_autofree char *none = dup_rows (empty, empty, NULL);

  g_assert_cmpstr (rows, ==,
                   "\n[Die Regierung hat am Montag angekündigt, die Steuern auf Benzin zu senken.|On Monday the government announced that it would lower the taxes on petrol.]"
                   "[Niemand hatte das erwartet.|Nobody had expected that.]"
                   "\n[Der Minister sagte, es sei der richtige Zeitpunkt dafür.|The minister said that it was the right time for it.]"
                   "[Er ging.|He went.]"
                   "[Das war alles, was man an diesem Tag hörte.|That was all that was to be heard on that day.]");
  g_assert_nonnull (strstr (alone, "[Er ging.|]"));
  g_assert_cmpstr (none, ==, "");
}

/* What a person said holds, and what lies between is aligned around it. */
static void
test_pairs (void)
{
  g_autoptr (DpArticle) source = article_new ("de", "Eins steht hier am Anfang. Zwei ist kurz. Drei auch. Vier steht hier am Ende davon.");
  g_autoptr (DpArticle) target = article_new ("en", "One stands here at the start. Two is short. Three is, too. Four stands here at the end of it.");
  g_autoptr (GPtrArray) blocks = g_ptr_array_ref (dp_article_get_blocks (target));
  g_autoptr (DpTranslation) translation = dp_translation_new ("en", "", blocks);
  g_autofree char *rows = NULL;

  /* The second and the third are one. */
  dp_translation_add_pair (translation, (DpTranslationPair){ { 27, 52 }, { 30, 58 } });
  rows = dup_rows (source, target, translation->pairs);
  g_assert_cmpstr (rows, ==,
                   "\n[Eins steht hier am Anfang.|One stands here at the start.]"
                   "[Zwei ist kurz. Drei auch.|Two is short. Three is, too.!]"
                   "[Vier steht hier am Ende davon.|Four stands here at the end of it.]");

  /* A later word takes the place of an earlier one that it contradicts. */
  dp_translation_add_pair (translation, (DpTranslationPair){ { 0, 26 }, { 0, 43 } });
  g_assert_cmpuint (translation->pairs->len, ==, 1);
  dp_translation_add_pair (translation, (DpTranslationPair){ { 53, 83 }, { 59, 93 } });
  g_assert_cmpuint (translation->pairs->len, ==, 2);
  g_assert_cmpuint (g_array_index (translation->pairs, DpTranslationPair, 1).source.start, ==, 53);
  /* Beyond both texts: no row is made of it, none is lost. */
  dp_translation_add_pair (translation, (DpTranslationPair){ { 1000, 1001 }, { 1000, 1001 } });
  g_free (rows);
  rows = dup_rows (source, target, translation->pairs);
  g_assert_nonnull (strstr (rows, "[Vier steht hier am Ende davon.|Four stands here at the end of it.!]"));
}

/* A correction elsewhere moves what a person said; one of the sentence itself takes it away. */
static void
test_follow (void)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = article_new ("de", "Eins. Zwei. Drei.");
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text ("One. Two. Three.");
  g_autoptr (DpTranslation) translation = dp_translation_new ("en", "", blocks);
  g_autoptr (GPtrArray) longer = dp_blocks_from_plain_text ("Neu ist das. Eins. Zwei. Drei.");
  g_autoptr (GPtrArray) other = dp_blocks_from_plain_text ("Neu ist das. Eins. Nicht zwei. Drei.");

  dp_translation_add_pair (translation, (DpTranslationPair){ { 6, 11 }, { 5, 9 } });
  dp_article_set_translation (article, translation);
  dp_case_add_article (dp_case, article);
  dp_case_correct_text (dp_case, article, longer);
  g_assert_cmpuint (dp_article_get_translation (article)->pairs->len, ==, 1);
  g_assert_cmpuint (g_array_index (dp_article_get_translation (article)->pairs, DpTranslationPair, 0).source.start, ==, 19);
  dp_case_correct_text (dp_case, article, other);
  g_assert_cmpuint (dp_article_get_translation (article)->pairs->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/translation/rows", test_rows);
  g_test_add_func ("/translation/pairs", test_pairs);
  g_test_add_func ("/translation/follow", test_follow);
  return g_test_run ();
}
