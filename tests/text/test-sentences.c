/* test-sentences.c: where sentences begin and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences.h"

#include <string.h>

/* The sentences of @text, with "|" between them. */
static char *
join_sentences (const char *text,
                const char *language)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  g_autoptr (GArray) sentences = dp_sentences_find (text, -1, language);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *sentence = dp_offsets_dup_text (offsets, g_array_index (sentences, DpSpan, i));

      if (i > 0)
        g_string_append_c (joined, '|');
      g_string_append (joined, sentence);
    }
  return g_string_free (joined, FALSE);
}

static void
test_examples (void)
{
  static const char *const examples[][3] = {
    { "en", "It rained. We stayed in! Why not?", "It rained.|We stayed in!|Why not?" },
    { "en", "  One.\u00a0 Two. \n\n Three  ", "One.|Two.|Three" },
    { "en", "“It rained.” She left.", "“It rained.”|She left." },
    { "en", "Prices rose by 3.5 percent in 2021.", "Prices rose by 3.5 percent in 2021." },
    { "", "No stop at the end", "No stop at the end" },
    { "", "Heading\nA sentence follows.", "Heading|A sentence follows." },
    { "de", "Es regnete. Wir blieben.", "Es regnete.|Wir blieben." },
    { "ru", "Шёл дождь. Мы остались дома.", "Шёл дождь.|Мы остались дома." },
    { "el", "Γιατί; Δεν ξέρω.", "Γιατί;|Δεν ξέρω." },
    { "ka", "წვიმდა. ჩვენ დავრჩით.", "წვიმდა.|ჩვენ დავრჩით." },
    { "zh", "下雨了。我们在家。", "下雨了。|我们在家。" },
    { "ar", "أمطرت. هل بقينا؟ نعم.", "أمطرت.|هل بقينا؟|نعم." },
    { "ja", "雨だ。家にいる！", "雨だ。|家にいる！" },
    { "xx-broken-tag-that-is-none", "One. Two.", "One.|Two." },
    { "en", "", "" },
    { "en", " \n\t\u2003 ", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *joined = join_sentences (examples[i][1], examples[i][0]);

      g_assert_cmpstr (joined, ==, examples[i][2]);
    }
}

static gboolean
is_white (gunichar c)
{
  return g_unichar_isspace (c) || c == '\v' || c == 0x85;
}

/* Spans in order, none empty, white space at neither end, nothing but white space between them. */
static void
check_cover (const char *text,
             gsize length,
             const char *language)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, (gssize) length);
  g_autoptr (GArray) sentences = dp_sentences_find (text, (gssize) length, language);
  guint position = 0;

  for (guint i = 0; i <= sentences->len; i++)
    {
      guint n_chars = dp_offsets_get_n_chars (offsets);
      DpSpan span = i < sentences->len ? g_array_index (sentences, DpSpan, i) : (DpSpan){ n_chars, n_chars };
      const char *start = text + dp_offsets_to_byte (offsets, span.start);

      g_assert_cmpuint (position, <=, span.start);
      for (const char *p = text + dp_offsets_to_byte (offsets, position); p < start; p = g_utf8_next_char (p))
        g_assert_true (is_white (g_utf8_get_char (p)));
      if (i < sentences->len)
        {
          g_assert_cmpuint (span.start, <, span.end);
          g_assert_cmpuint (span.end, <=, n_chars);
          g_assert_false (is_white (g_utf8_get_char (start)));
          g_assert_false (is_white (g_utf8_get_char (text + dp_offsets_to_byte (offsets, span.end - 1))));
        }
      position = span.end;
    }
}

static void
test_cover (void)
{
  static const char *const pieces[] = { "word", " ", ". ", "!", "?", "\n", "\r\n", "\n\n", "3.5", "e.g.", "“", "”", "é", "e\u0301", "😂", "。", "؟", "։", "\u00a0", "\u2028", "\v", "\xC2\x85", "\u200b", "\ufeff", "Ж", "مرحبا", "(", ")", "\ufffe", "…" };
  static const char *const languages[] = { "", "en", "el", "ja", "zz" };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 60);

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      check_cover (text->str, text->len, languages[round % G_N_ELEMENTS (languages)]);
    }
}

static void
test_nul (void)
{
  check_cover ("One.\0 Two. \0", 12, "en");
}

/* Ten times the text must not take a hundred times as long; a quadratic search would never end. */
static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) sentences = NULL;
  g_autoptr (GArray) single = NULL;
  g_autofree char *letters = g_strnfill (4 * 1024 * 1024, 'a');

  for (guint i = 0; text->len < 4 * 1024 * 1024; i++)
    g_string_append_printf (text, "Sentence № %u ends. ", i);
  sentences = dp_sentences_find (text->str, (gssize) text->len, "en");
  g_assert_cmpuint (sentences->len, >, 100000);
  single = dp_sentences_find (letters, -1, "en");
  g_assert_cmpuint (single->len, ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/examples", test_examples);
  g_test_add_func ("/sentences/cover", test_cover);
  g_test_add_func ("/sentences/nul", test_nul);
  g_test_add_func ("/sentences/long-text", test_long_text);
  return g_test_run ();
}
