/* dp-sentences.c: sentences by ICU
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>

static gboolean
is_white (gunichar c)
{
  return g_unichar_isspace (c) || c == '\v' || c == 0x85;
}

/* The code points of @text from byte @from to byte @to, less the white space at both ends. @offset
 * goes in as the code point at @from, and comes out as that at @to. */
static DpSpan
trim (const char *text,
      gsize from,
      gsize to,
      guint *offset)
{
  DpSpan span = { 0 };
  gboolean found = FALSE;
  const char *end = text + to;

  for (const char *p = text + from; p < end; p = g_utf8_next_char (p), *offset += 1)
    if (!is_white (g_utf8_get_char (p)))
      {
        if (!found)
          span.start = *offset;
        found = TRUE;
        span.end = *offset + 1;
      }
  return span;
}

static UBreakIterator *
open_iterator (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UBreakIterator *iterator;

  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    locale[0] = '\0';
  status = U_ZERO_ERROR;
  iterator = ubrk_open (UBRK_SENTENCE, locale, NULL, 0, &status);
  if (U_FAILURE (status))
    g_error ("ICU has no rules for sentences: %s", u_errorName (status));
  return iterator;
}

GArray *
dp_sentences_find (const char *text,
                   gssize length,
                   const char *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (DpSpan));
  UErrorCode status = U_ZERO_ERROR;
  UText input = UTEXT_INITIALIZER;
  UBreakIterator *iterator;
  gsize from = 0;
  guint offset = 0;

  g_return_val_if_fail (text != NULL, sentences);
  g_return_val_if_fail (language != NULL, sentences);

  if (length < 0)
    length = (gssize) strlen (text);
  /* ICU counts in 32 bits. */
  g_return_val_if_fail (length <= G_MAXINT32, sentences);

  utext_openUTF8 (&input, text, length, &status);
  iterator = open_iterator (language);
  ubrk_setUText (iterator, &input, &status);
  for (int32_t to = ubrk_first (iterator); to != UBRK_DONE && U_SUCCESS (status); to = ubrk_next (iterator))
    {
      DpSpan span = trim (text, from, (gsize) to, &offset);

      if (span.end > span.start)
        g_array_append_val (sentences, span);
      from = (gsize) to;
    }
  ubrk_close (iterator);
  utext_close (&input);
  return sentences;
}
