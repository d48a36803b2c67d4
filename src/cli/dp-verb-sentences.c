/* dp-verb-sentences.c: disproof-cli sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <stdio.h>
#include <glib/gi18n.h>
#include "text/dp-language.h"
#include "text/dp-sentences.h"

static void
print_offsets (GArray *sentences)
{
  fputc ('[', stdout);
  for (guint i = 0; i < sentences->len; i++)
    {
      const DpSpan *span = &g_array_index (sentences, DpSpan, i);

      printf ("%s[%u,%u]", i > 0 ? "," : "", span->start, span->end);
    }
  printf ("]\n");
}

static gboolean
is_line_break (gunichar character)
{
  return character == '\n' || character == '\r' || character == '\v' || character == '\f' ||
         character == 0x85 || character == 0x2028 || character == 0x2029;
}

/* Whoever reads it takes each line for a sentence. */
static void
print_line (const char *sentence)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = sentence; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      /* The two characters of one line break are one space. */
      if (character == '\r' && p[1] == '\n')
        continue;
      g_string_append_unichar (line, is_line_break (character) ? ' ' : character);
    }
  g_string_append_c (line, '\n');
  dp_verb_print (line->str);
}

static void
print_lines (const char *text,
             GArray *sentences)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *sentence = dp_offsets_dup_text (offsets, g_array_index (sentences, DpSpan, i));

      print_line (sentence);
    }
}

gboolean
dp_verb_sentences (const DpVerb *self,
                   char **arguments,
                   GError **error)
{
  g_autofree char *language = NULL;
  gboolean with_offsets = FALSE;
  const GOptionEntry options[] = {
    { "lang", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("Language of the text (BCP 47)"), "LL" },
    { "offsets", 0, 0, G_OPTION_ARG_NONE, &with_offsets, N_ ("Print [start,end] of each in code points"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GArray) sentences = NULL;

  if (!dp_verb_parse (self, arguments, options, 0, 0, &words, error))
    return FALSE;

  tag = dp_language_normalize (language != NULL ? language : "");
  if (language != NULL && *language != '\0' && *tag == '\0')
    return dp_verb_usage_error (error, _ ("--lang is no language tag"));

  text = dp_verb_read_text ("-", error);
  if (text == NULL)
    return FALSE;

  sentences = dp_sentences_find (text, -1, tag);
  if (with_offsets)
    print_offsets (sentences);
  else
    print_lines (text, sentences);

  return TRUE;
}
