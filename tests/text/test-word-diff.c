/* test-word-diff.c: words added to a passage and taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-word-diff.h"

#include <string.h>

/* @expected: "-{...}" for what was removed, "+{...}" for what was added. */
static void
check (const char *old_text,
       const char *new_text,
       const char *expected)
{
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (old_text, -1);
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);
  g_autoptr (GArray) changes = dp_word_diff (old_text, new_text);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const DpWordChange *change = &g_array_index (changes, DpWordChange, i);
      g_autofree char *old_words = dp_offsets_dup_text (old_offsets, change->old_span);
      g_autofree char *new_words = dp_offsets_dup_text (new_offsets, change->new_span);

      if (change->kind == DP_WORD_SAME)
        g_string_append (got, new_words);
      else if (change->kind == DP_WORD_REMOVED)
        g_string_append_printf (got, "-{%s}", old_words);
      else
        g_string_append_printf (got, "+{%s}", new_words);
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_words (void)
{
  check ("", "", "");
  check ("", "one", "+{one}");
  check ("one", "", "-{one}");
  check ("one two", "one two", "one two");
  check ("one two three", "one three", "one -{two }three");
  check ("one three", "one two three", "one +{two }three");
  check ("the red house", "the blue house", "the -{red }+{blue }house");
  check ("well, yes", "well yes", "well -{, }yes");
  check ("The end", "the end", "-{The }+{the }end");
  check ("A", "B", "-{A}+{B}");
}

static void
test_equal (void)
{
  check ("“it’s” – so", "\"it's\"  - so", "\"it's\"  - so");
  check ("soft\u00ADhyphen ﬁne", "softhyphen fine", "softhyphen fine");
}

static void
test_scripts (void)
{
  check ("Цены снова выросли", "Цены выросли вдвое", "Цены -{снова }выросли +{вдвое}");
  check ("قال الوزير ذلك", "قال الرئيس ذلك", "قال -{الوزير }+{الرئيس }ذلك");
  check ("😀 ok", "😡 ok", "-{😀 }+{😡 }ok");
}

/* The spans of either side are its whole text, in order, and the words that are the same are equal. */
static void
test_properties (void)
{
  static const char *const pieces[] = { "a", "b", "ab", " ", ", ", "é", "e\u0301", "😂", "\n", "走", "the ", "\u0301", "Ж", "\u200d", "." };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) old_text = g_string_new (NULL);
      g_autoptr (GString) new_text = g_string_new (NULL);
      GString *texts[] = { old_text, new_text };
      g_autoptr (GArray) changes = NULL;
      guint ends[2] = { 0, 0 };

      for (guint i = 0; i < 2; i++)
        for (gint32 j = g_test_rand_int_range (0, 40); j > 0; j--)
          g_string_append (texts[i], pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      changes = dp_word_diff (texts[0]->str, texts[1]->str);
      for (guint i = 0; i < changes->len; i++)
        {
          const DpWordChange *change = &g_array_index (changes, DpWordChange, i);

          g_assert_cmpuint (change->old_span.start, ==, ends[0]);
          g_assert_cmpuint (change->new_span.start, ==, ends[1]);
          ends[0] = change->old_span.end;
          ends[1] = change->new_span.end;
          if (change->kind == DP_WORD_ADDED)
            g_assert_cmpuint (change->old_span.start, ==, change->old_span.end);
          if (change->kind == DP_WORD_REMOVED)
            g_assert_cmpuint (change->new_span.start, ==, change->new_span.end);
        }
      g_assert_cmpuint (ends[0], ==, g_utf8_strlen (texts[0]->str, -1));
      g_assert_cmpuint (ends[1], ==, g_utf8_strlen (texts[1]->str, -1));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/equal", test_equal);
  g_test_add_func ("/word-diff/scripts", test_scripts);
  g_test_add_func ("/word-diff/properties", test_properties);
  return g_test_run ();
}
