/* dp-fold.c: text folded for looking things up by a few typed letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-fold.h"

#include <string.h>

/* Letters that Unicode does not take apart although people type them without the stroke. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x00e6: /* æ */
      return "ae";
    case 0x00f0: /* ð */
    case 0x0111: /* đ */
      return "d";
    case 0x00f8: /* ø */
      return "o";
    case 0x00fe: /* þ */
      return "th";
    case 0x0127: /* ħ */
      return "h";
    case 0x0131: /* ı */
      return "i";
    case 0x0142: /* ł */
      return "l";
    case 0x0153: /* œ */
      return "oe";
    case 0x0259: /* ə, of Azerbaijani */
      return "a";
    default:
      return NULL;
    }
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

char **
dp_fold_words (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  g_autofree char *valid = NULL;
  g_autofree char *cased = NULL;
  g_autofree char *apart = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  cased = g_utf8_casefold (valid, -1);
  apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *plain = plain_letter (c);

      if (plain != NULL)
        g_string_append (word, plain);
      else if (g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_SPACING_MARK)
        g_string_append_unichar (word, c);
      else if (!is_mark (c) && word->len > 0)
        {
          g_ptr_array_add (words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
    }

  if (word->len > 0)
    g_ptr_array_add (words, g_strdup (word->str));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

char *
dp_fold_text (const char *text)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  words = dp_fold_words (text);

  return g_strjoinv (" ", words);
}

gboolean
dp_fold_begins (const char *word,
                const char *typed)
{
  return strncmp (word, typed, strlen (typed)) == 0;
}
