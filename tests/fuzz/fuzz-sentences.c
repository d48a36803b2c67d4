/* fuzz-sentences.c: sentences of any text, and rules from any file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "text/dp-sentences-rules.h"
#include "text/dp-sentences.h"

#include <string.h>

static gboolean
is_white (gunichar c)
{
  return g_unichar_isspace (c) || c == '\v' || c == 0x85;
}

/* Sentences in order, none empty or with white space at its ends, and nothing but that between them. */
static void
check_cover (const char *text,
             gsize length,
             const char *language)
{
  g_autoptr (GArray) sentences = dp_sentences_find (text, (gssize) length, language);
  const char *end = text + length;
  guint position = 0, i = 0;
  gboolean is_inside = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p), position++)
    {
      gboolean white = is_white (g_utf8_get_char (p));

      if (is_inside && position == g_array_index (sentences, DpSpan, i).end)
        {
          is_inside = FALSE;
          i++;
        }
      if (!is_inside && i < sentences->len && position == g_array_index (sentences, DpSpan, i).start)
        {
          g_assert_false (white);
          g_assert_cmpuint (position, <, g_array_index (sentences, DpSpan, i).end);
          is_inside = TRUE;
        }
      g_assert_true (is_inside || white);
    }
  g_assert_true (is_inside ? i + 1 == sentences->len && g_array_index (sentences, DpSpan, i).end == position
                           : i == sentences->len);
}

/* Not a byte beyond the text may be read. */
static void
check_exactly (const char *text,
               const char *language)
{
  gsize length = strlen (text);
  g_autofree char *exact = g_memdup2 (text, length);

  if (exact != NULL)
    check_cover (exact, length, language);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  /* The first line is the language. */
  const uint8_t *line_end = memchr (data, '\n', MIN (size, 20));
  g_autofree char *tag = line_end != NULL ? g_strndup ((const char *) data, (gsize) (line_end - data)) : g_strdup ("");
  g_autofree char *language = g_utf8_make_valid (tag, -1);
  gsize skipped = line_end != NULL ? (gsize) (line_end - data) + 1 : 0;
  g_autofree char *input = g_malloc (size - skipped + 1);
  g_autofree char *valid = NULL;
  g_autoptr (DpSentenceRules) rules = NULL;

  /* A NUL is a character of the text. */
  memcpy (input, data + skipped, size - skipped);
  input[size - skipped] = '\0';
  if (g_utf8_validate_len (input, size - skipped, NULL))
    check_cover (input, size - skipped, language);
  valid = g_utf8_make_valid (input, (gssize) (size - skipped));
  check_exactly (valid, language);
  rules = dp_sentence_rules_parse ("xx", valid, strlen (valid), NULL);
  if (rules != NULL)
    {
      dp_sentence_rules_find (rules, dp_word_hash ("word"), TRUE);
      dp_sentence_rules_find_ending (rules, "word");
    }
  return 0;
}
