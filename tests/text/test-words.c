/* test-words.c: words told apart, texts that count as the same, and distances between words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-edit-distance.h"
#include "text/dp-words.h"

#include <string.h>

/* @expected: the words, with "|" between them. */
static void
check_words (const char *text,
             const char *expected)
{
  g_autoptr (DpVocabulary) vocabulary = dp_vocabulary_new ();
  g_autoptr (GArray) words = dp_words_find (vocabulary, text, strlen (text));
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const DpWord *word = &g_array_index (words, DpWord, i);
      const char *from = g_utf8_offset_to_pointer (text, word->start);
      const char *to = g_utf8_offset_to_pointer (text, word->end);

      if (i > 0)
        g_string_append_c (got, '|');
      g_string_append_len (got, from, to - from);
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_find (void)
{
  check_words ("", "");
  check_words (" .,«» \n", "");
  check_words ("It's 41% – no, 4.5!", "It|s|41|no|4|5");
  check_words ("Ça où e\u0301te\u0301", "Ça|où|e\u0301te\u0301");
  check_words ("гер\u00ADбы ქართული متن", "гер\u00ADбы|ქართული|متن");
  check_words ("我们走了。", "我|们|走|了");
  check_words ("😀😀 ok", "😀|😀|ok");
  check_words ("end\u200B of", "end|of");
}

static void
check_same (const char *a,
            const char *b,
            gboolean same)
{
  g_autoptr (DpVocabulary) vocabulary = dp_vocabulary_new ();
  g_autoptr (GArray) a_words = dp_words_find (vocabulary, a, strlen (a));
  g_autoptr (GArray) b_words = dp_words_find (vocabulary, b, strlen (b));

  g_assert_cmpint (dp_words_is_same_text (a, strlen (a), b, strlen (b)), ==, same);
  g_assert_cmpint (dp_words_is_same_text (b, strlen (b), a, strlen (a)), ==, same);
  if (!same)
    return;
  /* Texts that are the same have the same words. */
  g_assert_cmpuint (a_words->len, ==, b_words->len);
  for (guint i = 0; i < a_words->len; i++)
    g_assert_cmpuint (g_array_index (a_words, DpWord, i).id, ==, g_array_index (b_words, DpWord, i).id);
}

static void
test_same (void)
{
  check_same ("", "  ", TRUE);
  check_same ("a  b\nc", " a\u00A0b \u2009c ", TRUE);
  check_same ("“one” ‘two’ it’s", "\"one\" 'two' it's", TRUE);
  check_same ("«one»", "„one“", TRUE);
  check_same ("a - b — c ‑ d", "a – b - c - d", TRUE);
  check_same ("wait…", "wait...", TRUE);
  check_same ("soft\u00ADhyphen\u200B \uFEFF\u200Ebidi", "softhyphen bidi", TRUE);
  check_same ("ﬁve oﬃces", "five offices", TRUE);
  check_same ("é à ö", "e\u0301 a\u0300 o\u0308", TRUE);
  check_same ("ﻻ", "لا", TRUE);
  check_same ("한글", "\u1112\u1161\u11ab\u1100\u1173\u11af", TRUE);

  check_same ("One", "one", FALSE);
  check_same ("e", "é", FALSE);
  check_same ("ab", "a b", FALSE);
  check_same ("a-b", "ab", FALSE);
  check_same ("1", "１", FALSE);
  check_same ("a", "a.", FALSE);
  check_same ("a", "", FALSE);
}

static void
test_same_word (void)
{
  g_autoptr (DpVocabulary) vocabulary = dp_vocabulary_new ();
  const char *text = "one (One one. oné it’s\n two";
  g_autoptr (GArray) words = dp_words_find (vocabulary, text, strlen (text));
  static const guint ids[] = { 0, 1, 0, 2, 3, 4, 5 };
  static const guint opens[] = { DP_WORD_OPENS_LINE, DP_WORD_OPENS_PART, 0, DP_WORD_OPENS_SENTENCE, 0, 0, DP_WORD_OPENS_LINE };

  g_assert_cmpuint (words->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < words->len; i++)
    {
      g_assert_cmpuint (g_array_index (words, DpWord, i).id, ==, ids[i]);
      g_assert_cmpuint (g_array_index (words, DpWord, i).opens, ==, opens[i]);
    }
  g_assert_cmpuint (dp_vocabulary_get_n_words (vocabulary), ==, 6);
}

/* The table, as it is usually written. */
static guint
distance_by_table (const gunichar *a,
                   guint n_a,
                   const gunichar *b,
                   guint n_b)
{
  guint table[DP_EDIT_DISTANCE_MAX + 1][100];

  for (guint i = 0; i <= n_a; i++)
    for (guint j = 0; j <= n_b; j++)
      if (i == 0 || j == 0)
        table[i][j] = i + j;
      else
        table[i][j] = MIN (MIN (table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
  return table[n_a][n_b];
}

static void
test_edit_distance (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      gunichar a[DP_EDIT_DISTANCE_MAX], b[99];
      guint n_a = (guint) g_test_rand_int_range (1, round % 2 ? 12 : DP_EDIT_DISTANCE_MAX + 1);
      guint n_b = (guint) g_test_rand_int_range (0, 99);
      gint32 variety = g_test_rand_int_range (1, 8);

      for (guint i = 0; i < n_a; i++)
        a[i] = 0x3b0 + (guint) g_test_rand_int_range (0, variety);
      for (guint i = 0; i < n_b; i++)
        b[i] = 0x3b0 + (guint) g_test_rand_int_range (0, variety);
      g_assert_cmpuint (dp_edit_distance (a, n_a, b, n_b), ==, distance_by_table (a, n_a, b, n_b));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/find", test_find);
  g_test_add_func ("/words/same", test_same);
  g_test_add_func ("/words/same-word", test_same_word);
  g_test_add_func ("/words/edit-distance", test_edit_distance);
  return g_test_run ();
}
