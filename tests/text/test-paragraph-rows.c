/* test-paragraph-rows.c: paragraphs of two versions find each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-paragraph-rows.h"

#include <string.h>

static char *
dup_rows (const char *old_text,
          const char *new_text)
{
  g_autoptr (GArray) changes = dp_word_diff (old_text, new_text);
  g_autoptr (GArray) rows = dp_paragraph_rows (old_text, new_text, changes);
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (old_text, -1);
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      DpParagraphRow row = g_array_index (rows, DpParagraphRow, i);
      g_autofree char *left = dp_offsets_dup_text (old_offsets, row.old_span);
      g_autofree char *right = dp_offsets_dup_text (new_offsets, row.new_span);

      g_string_append_printf (all, "%s[%s|%s]", i > 0 ? " " : "", left, right);
    }
  return g_string_free (all, FALSE);
}

static void
assert_rows (const char *old_text,
             const char *new_text,
             const char *expected)
{
  g_autofree char *rows = dup_rows (old_text, new_text);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_versions (void)
{
  assert_rows ("", "", "");
  assert_rows ("One here.", "One here.", "[One here.|One here.]");
  assert_rows ("", "New.", "[|New.]");
  assert_rows ("Gone.", "", "[Gone.|]");
  assert_rows ("One is said here.\nTwo is another one.\nThree ends it all.",
               "One is said here.\nBetween them stood nothing before.\nTwo is quite another one.\nThree ends it all.",
               "[One is said here.|One is said here.] [|Between them stood nothing before.] "
               "[Two is another one.|Two is quite another one.] [Three ends it all.|Three ends it all.]");
  assert_rows ("A first paragraph.\nSomething that goes away.\nThe last paragraph.",
               "A first paragraph.\nThe last paragraph.",
               "[A first paragraph.|A first paragraph.] [Something that goes away.|] [The last paragraph.|The last paragraph.]");
  /* What has nothing in common does not stand beside each other. */
  assert_rows ("Nothing of it is left.", "Все другие слова тут.", "[Nothing of it is left.|] [|Все другие слова тут.]");
}

static void
test_divided (void)
{
  assert_rows ("This is a long paragraph that says one thing. And it goes on with another one.\nEnd of it.",
               "This is a long paragraph that says one thing.\nAnd it goes on with another one.\nEnd of it.",
               "[This is a long paragraph that says one thing. And it goes on with another one.|"
               "This is a long paragraph that says one thing.\nAnd it goes on with another one.] [End of it.|End of it.]");
  assert_rows ("This is a long paragraph that says one thing.\nAnd it goes on with another one.\nEnd of it.",
               "This is a long paragraph that says one thing. And it goes on with another one.\nEnd of it.",
               "[This is a long paragraph that says one thing.\nAnd it goes on with another one.|"
               "This is a long paragraph that says one thing. And it goes on with another one.] [End of it.|End of it.]");
}

static char *
dup_random_text (GRand *random)
{
  static const char *const words[] = { "а", "слово", "word", "𝄞𝄞", "longer", ".", "\n", "\n", "the", "e\u0301", "\u200f", "«" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, 60);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))], g_rand_boolean (random) ? " " : "");
  return g_string_free (text, FALSE);
}

/* Whatever the texts, each paragraph is there once, in order, and between two rows lies one line feed. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 2000; round++)
    {
      g_autofree char *old_text = dup_random_text (random);
      g_autofree char *new_text = g_rand_int_range (random, 0, 4) == 0 ? g_strdup (old_text) : dup_random_text (random);
      g_autoptr (GArray) changes = dp_word_diff (old_text, new_text);
      g_autoptr (GArray) rows = dp_paragraph_rows (old_text, new_text, changes);
      g_autoptr (DpOffsets) old_offsets = dp_offsets_new (old_text, -1);
      g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);
      g_autoptr (GString) left = g_string_new (NULL);
      g_autoptr (GString) right = g_string_new (NULL);
      guint old_end = 0;
      guint new_end = 0;

      for (guint i = 0; i < rows->len; i++)
        {
          DpParagraphRow row = g_array_index (rows, DpParagraphRow, i);
          g_autofree char *a = dp_offsets_dup_text (old_offsets, row.old_span);
          g_autofree char *b = dp_offsets_dup_text (new_offsets, row.new_span);

          if (row.old_span.end > row.old_span.start)
            {
              g_assert_cmpuint (row.old_span.start, >=, old_end);
              old_end = row.old_span.end;
            }
          if (row.new_span.end > row.new_span.start)
            {
              g_assert_cmpuint (row.new_span.start, >=, new_end);
              new_end = row.new_span.end;
            }
          for (const char *p = a; *p != '\0'; p++)
            if (*p != '\n')
              g_string_append_c (left, *p);
          for (const char *p = b; *p != '\0'; p++)
            if (*p != '\n')
              g_string_append_c (right, *p);
        }
      {
        g_auto (GStrv) old_lines = g_strsplit (old_text, "\n", -1);
        g_auto (GStrv) new_lines = g_strsplit (new_text, "\n", -1);
        g_autofree char *old_all = g_strjoinv ("", old_lines);
        g_autofree char *new_all = g_strjoinv ("", new_lines);

        g_assert_cmpstr (left->str, ==, old_all);
        g_assert_cmpstr (right->str, ==, new_all);
      }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paragraph-rows/versions", test_versions);
  g_test_add_func ("/paragraph-rows/divided", test_divided);
  g_test_add_func ("/paragraph-rows/nothing-is-lost", test_nothing_is_lost);
  return g_test_run ();
}
