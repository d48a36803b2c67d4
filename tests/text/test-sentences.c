/* test-sentences.c: where sentences begin and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-rules.h"
#include "text/dp-sentences.h"

#include <glib/gstdio.h>
#include <string.h>
#include <gio/gio.h>

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

/* The examples of tests/text/sentences: each line a paragraph, with "|" where a sentence ends. */
static void
check_file (const char *path,
            const char *language)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) sentences = g_strsplit (lines[i], "|", -1);
      g_autofree char *paragraph = g_strjoinv ("", sentences);
      g_autofree char *wanted = NULL;
      g_autofree char *joined = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      for (guint j = 0; sentences[j] != NULL; j++)
        g_strstrip (sentences[j]);
      wanted = g_strjoinv ("|", sentences);
      joined = join_sentences (paragraph, language);
      g_assert_cmpstr (joined, ==, wanted);
    }
}

static void
test_languages (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DP_TEST_DATA"), "text", "sentences", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *language = g_strndup (name, strcspn (name, "."));

      g_test_message ("%s", name);
      check_file (path, language);
      n++;
    }
  g_assert_cmpuint (n, >=, 34);
}

/* Line breaks of the paper, and those of the text. */
static void
test_lines (void)
{
  static const char *const examples[][2] = {
    { "The council met on Tuesday to hear what the mayor\nhad to say about the bridge. It was closed in\nMarch after a barge had struck one of its piers.", "The council met on Tuesday to hear what the mayor\nhad to say about the bridge.|It was closed in\nMarch after a barge had struck one of its piers." },
    { "Bridge closed\nThe council met on Tuesday.", "Bridge closed|The council met on Tuesday." },
    { "apples\nbread\ncheese", "apples|bread|cheese" },
    { "- apples from the market in the old town\n- bread\n- cheese", "- apples from the market in the old town|- bread|- cheese" },
    { "The mayor spoke for a long time about the inter-\nnational fair.", "The mayor spoke for a long time about the inter-\nnational fair." },
    { "The mayor had nothing to say to those who came\n\nhome late.", "The mayor had nothing to say to those who came|home late." },
    { "The letter came from Dr.\nBell, who was not\nthere.", "The letter came from Dr.\nBell, who was not\nthere." },
    { "It was signed by the\nmayor.\nNobody read it.", "It was signed by the\nmayor.|Nobody read it." },
    { "He left (he was tired. Very tired.) and slept. (It was late.) Then came the rain.", "He left (he was tired. Very tired.) and slept.|(It was late.)|Then came the rain." },
    { "The end (of it all. So it seemed", "The end (of it all.|So it seemed" },
    { "1. Wash the rice.\n2. Boil the water.\n3. Wait.", "1. Wash the rice.|2. Boil the water.|3. Wait." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *joined = join_sentences (examples[i][0], "en");

      g_assert_cmpstr (joined, ==, examples[i][1]);
    }
}

/* A paragraph in another language goes by the rules of that, and so does a text of none. */
static void
test_foreign (void)
{
  static const char *const examples[][3] = {
    { "en", "The council met on Tuesday, and it was late.\n\nDer Rat tagt am 3. Oktober in der Stadt, und das ist bzw. war der Plan.", "The council met on Tuesday, and it was late.|Der Rat tagt am 3. Oktober in der Stadt, und das ist bzw. war der Plan." },
    { "en", "В 1998 г. она уехала из г. Омск на юг.", "В 1998 г. она уехала из г. Омск на юг." },
    { "", "Der Rat tagt am 3. Oktober in der Stadt.", "Der Rat tagt am 3. Oktober in der Stadt." },
    { "", "Pan Ing. Novák přišel 5. října 2020 v 18.30 hod. Odešel brzy.", "Pan Ing. Novák přišel 5. října 2020 v 18.30 hod.|Odešel brzy." },
    { "", "「知らない。」と彼女は言った。彼は帰った。", "「知らない。」と彼女は言った。|彼は帰った。" },
    /* A headline that could be anything is in the language of what is around it. */
    { "", "The council met on Tuesday, and it was late.\n\nThe 13-inch model Pro drops to 799\n\nNobody would say why.", "The council met on Tuesday, and it was late.|The 13-inch model Pro drops to 799|Nobody would say why." },
    { "", "Նա եկավ երեկ: Ոչ ոք չէր սպասում:", "Նա եկավ երեկ:|Ոչ ոք չէր սպասում:" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *joined = join_sentences (examples[i][1], examples[i][0]);

      g_assert_cmpstr (joined, ==, examples[i][2]);
    }
}

static void
run_without_rules (void)
{
  g_autofree char *joined = join_sentences ("One. Two e.g. Three.", "en");

  g_assert_cmpstr (joined, ==, "One.|Two e.g.|Three.");
}

/* What a person said of one paragraph holds, whatever its words look like. */
static void
test_certain (void)
{
  static const char text[] = "Wir kamen am 3. Oktober an, und es war sehr kalt. Dann gingen wir nach Hause.";
  g_autoptr (GArray) guessed = dp_sentences_find (text, -1, "en");
  g_autoptr (GArray) certain = dp_sentences_find_in (text, -1, "en");
  g_autoptr (GArray) german = dp_sentences_find_in (text, -1, "de");
  g_autofree char *foreign = dp_sentences_dup_language (text, -1, "en");
  g_autofree char *found = dp_sentences_dup_language (text, -1, "");
  g_autofree char *stated = dp_sentences_dup_language (text, -1, "de-AT");
  g_autofree char *unknown = dp_sentences_dup_language ("0 1 2", -1, "");
  g_autofree char *nothing = dp_sentences_dup_language ("", 0, "fr");

  g_assert_cmpuint (guessed->len, ==, 2);
  g_assert_cmpuint (german->len, ==, 2);
  g_assert_cmpuint (certain->len, ==, 3);
  g_assert_cmpstr (foreign, ==, "de");
  g_assert_cmpstr (found, ==, "de");
  g_assert_cmpstr (stated, ==, "de-AT");
  g_assert_cmpstr (unknown, ==, "");
  g_assert_cmpstr (nothing, ==, "fr");
}

static void
test_missing_rules (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("DP_DATA_PATH", "/nonexistent", TRUE);
      run_without_rules ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* A file that cannot be read is as good as none. */
static void
test_broken_rules (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *folder = g_dir_make_tmp ("dp-sentences-XXXXXX", NULL);
      g_autofree char *inner = g_build_filename (folder, "sentences", NULL);
      g_autofree char *root = g_build_filename (inner, "root.txt", NULL);
      g_autofree char *english = g_build_filename (inner, "en.txt", NULL);

      g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
      g_assert_true (g_file_set_contents (root, "title: \xFF\n", -1, NULL));
      g_assert_true (g_file_set_contents (english, "# English\nno key at all\n", -1, NULL));
      g_setenv ("DP_DATA_PATH", folder, TRUE);
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*en.txt, line 2: *no key at all*");
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*root.txt, line 1: *");
      run_without_rules ();
      g_test_assert_expected_messages ();
      g_unlink (root);
      g_unlink (english);
      g_rmdir (inner);
      g_rmdir (folder);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* A mistake of who writes rules is refused with its line. */
static void
test_mistakes (void)
{
  static const char *const examples[][2] = {
    { "common: a b\ntitel: Dr.\n", "line 2: *titel*" },
    { "# Xx\n\nabbreviations", "line 3: *abbreviations*" },
    { "ordinal: always", "line 1: *always*" },
    { "common: a\nstrict: ja\n", "line 2: *ja*" },
    { "run-on:\n", "line 1: *" },
    { "script: latin\n", "line 1: *latin*" },
    { "common: a\ntitle: \xFF\n", "line 2: *UTF-8*" },
  };
  g_autoptr (DpSentenceRules) right = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dp_sentence_rules_parse ("xx", examples[i][0], strlen (examples[i][0]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true (g_pattern_match_simple (examples[i][1], error->message));
    }
  right = dp_sentence_rules_parse ("xx", "", 0, NULL);
  g_assert_nonnull (right);
}

/* What a language without a file gets: initials, quotations, dots, figures, small letters. */
static void
test_unknown_language (void)
{
  static const char *const examples[][2] = {
    { "Ulo vem J. R. Tolin ko mesa. Sel nu vora.", "Ulo vem J. R. Tolin ko mesa.|Sel nu vora." },
    { "Ulo vem 3.5 ko. Sel nu 22. 5. 2014 vora.", "Ulo vem 3.5 ko.|Sel nu 22. 5. 2014 vora." },
    { "“Ulo vem.” Sel nu vora! “Mesa?” tol ko.", "“Ulo vem.”|Sel nu vora!|“Mesa?” tol ko." },
    { "Ulo vem … ko mesa. Sel nu... vora.", "Ulo vem … ko mesa.|Sel nu... vora." },
    { "Ulo vem mesk. ko mesa. Sel nu vora (vrk. 3).", "Ulo vem mesk. ko mesa.|Sel nu vora (vrk. 3)." },
    { "Ulo www.example.org/a.b vem. Sel a@example.org nu.", "Ulo www.example.org/a.b vem.|Sel a@example.org nu." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *joined = join_sentences (examples[i][0], "xx");

      g_assert_cmpstr (joined, ==, examples[i][1]);
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
  static const char *const pieces[] = { "word", " ", ". ", "!", "?", "\n", "\r\n", "\n\n", "3.5", "e.g.", "“", "”", "é", "e\u0301", "😂", "。", "؟", "։", "\u00a0", "\u2028", "\v", "\xC2\x85", "\u200b", "\ufeff", "Ж", "مرحبا", "(", ")", "\ufffe", "…", "\u22ef", "\uff0e", "\u2024", " . . ", " .", "1. ", "12", "U.S.", ". . .", "[7]", "\"", "'", " »", "«", "• ", "a) ", "- ", ":)", "😀", "\r", "\f", "とJ", "」", "「", "\u202e", "\u2066", "A", "Dr. ", "example.org/a?b" };
  static const char *const languages[] = { "", "en", "el", "ja", "zz", "de", "hy", "cs" };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 60);

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      check_cover (text->str, text->len, languages[round % G_N_ELEMENTS (languages)]);
    }
}

/* Spaced dots after a stop of its own; a dot and the space after it may have more than one byte, and one
 * character that is three dots is no stop. */
static void
test_spaced_dots (void)
{
  static const char *const examples[][2] = {
    { "Left out. . . . The rest. Gone", "Left out.|. . . The rest.|Gone" },
    { "Left out.\u00a0.\u00a0.\u00a0. The rest. Gone", "Left out.|.\u00a0.\u00a0. The rest.|Gone" },
    { "Left out\uff0e . . . The rest.", "Left out\uff0e|. . . The rest." },
    { "Left out\u2024 . . . The rest.", "Left out\u2024|. . . The rest." },
    { "Left out\u2026 . The rest.", "Left out\u2026 .|The rest." },
    { "Left out\u22ef . Über all.", "Left out\u22ef .|Über all." },
    { "Left out.. . . The rest.", "Left out.. . .|The rest." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *joined = join_sentences (examples[i][0], "en");

      g_assert_cmpstr (joined, ==, examples[i][1]);
      check_cover (examples[i][0], strlen (examples[i][0]), "en");
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

static void
check_repeated (const char *piece,
                gsize length)
{
  static const char *const languages[] = { "", "sk", "ja" };
  g_autoptr (GString) text = g_string_sized_new (length);

  while (text->len < length)
    g_string_append (text, piece);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GArray) sentences = dp_sentences_find (text->str, (gssize) text->len, languages[i]);
      DpSpan last = sentences->len > 0 ? g_array_index (sentences, DpSpan, sentences->len - 1) : (DpSpan){ 0, 1 };

      g_assert_cmpuint (last.start, <, last.end);
      g_assert_cmpuint (last.end, <=, g_utf8_strlen (text->str, -1));
    }
}

/* A million lines, one line of 10 MB, and what some loop might go over again and again. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "\u0301", "a\u0301\u0323", "\u202e", "\u2066a", "\ufffe", "\ue000", "\U0010ffff", "\"", "“", "(", "「", "。」", "[7]", ".[7]", ". ", ". . ", "1. ", "A. ", "II. ", "A) A ", "e.g. ", "! a", "\r", "\u2028", " ", "\u00a0", "\u200b", "V roku bolo V roku ", "1:2. ", "a-", "@", "\xC2\x85" };

  check_repeated ("x\n", 2 * 1000 * 1000);
  check_repeated ("A.\n", 3 * 1000 * 1000);
  check_repeated ("a", 10 * 1000 * 1000);
  check_repeated ("Word and word. ", 10 * 1000 * 1000);
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    check_repeated (pieces[i], 300 * 1000);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/examples", test_examples);
  g_test_add_func ("/sentences/languages", test_languages);
  g_test_add_func ("/sentences/lines", test_lines);
  g_test_add_func ("/sentences/foreign", test_foreign);
  g_test_add_func ("/sentences/certain", test_certain);
  g_test_add_func ("/sentences/missing-rules", test_missing_rules);
  g_test_add_func ("/sentences/broken-rules", test_broken_rules);
  g_test_add_func ("/sentences/mistakes", test_mistakes);
  g_test_add_func ("/sentences/unknown-language", test_unknown_language);
  g_test_add_func ("/sentences/cover", test_cover);
  g_test_add_func ("/sentences/spaced-dots", test_spaced_dots);
  g_test_add_func ("/sentences/nul", test_nul);
  g_test_add_func ("/sentences/long-text", test_long_text);
  g_test_add_func ("/sentences/hostile", test_hostile);
  return g_test_run ();
}
