/* dp-sentences-char.h: what a character is to whoever looks for the ends of sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The Sentence_Break classes of Unicode UAX 29, with those that need more told apart. */
typedef enum
{
  DP_CHAR_OTHER,
  DP_CHAR_LOWER,
  DP_CHAR_UPPER,
  DP_CHAR_LETTER, /* of a script without case */
  DP_CHAR_DIGIT,
  DP_CHAR_DOT,
  DP_CHAR_STRONG, /* a stop that can be nothing else: ! ? 。 ։ */
  DP_CHAR_ELLIPSIS,
  DP_CHAR_BREAK, /* of a line or a paragraph */
  DP_CHAR_SPACE,
  DP_CHAR_OPEN,
  DP_CHAR_CLOSE,
  DP_CHAR_QUOTE, /* opens in one language and closes in another */
  DP_CHAR_CONTINUE,
  DP_CHAR_DASH,
  DP_CHAR_MARK, /* belongs to the character before it */
  DP_CHAR_BULLET,
} DpCharClass;

/* A class for each character of the basic plane; built once. */
const guint8 *dp_char_get_classes (void);
DpCharClass dp_char_class_beyond (gunichar c);

static inline DpCharClass
dp_char_class (const guint8 *classes,
               gunichar c)
{
  return c < 0x10000 ? (DpCharClass) classes[c] : dp_char_class_beyond (c);
}

/* The character at @p, which is before @end, and where the next one begins. The text is valid
 * UTF-8; one that is not is still read within its bounds. */
static inline gunichar
dp_char_read (const char *p,
              const char *end,
              const char **next)
{
  const guint8 *s = (const guint8 *) p;
  gsize n = s[0] < 0xC0 ? 1 : s[0] < 0xE0 ? 2
                          : s[0] < 0xF0   ? 3
                                          : 4;

  if (n == 1 || (gsize) (end - p) < n)
    {
      *next = p + 1;
      return s[0];
    }
  *next = p + n;
  if (n == 2)
    return (gunichar) (s[0] & 0x1F) << 6 | (s[1] & 0x3F);
  if (n == 3)
    return (gunichar) (s[0] & 0x0F) << 12 | (gunichar) (s[1] & 0x3F) << 6 | (s[2] & 0x3F);
  return (gunichar) (s[0] & 0x07) << 18 | (gunichar) (s[1] & 0x3F) << 12 | (gunichar) (s[2] & 0x3F) << 6 | (s[3] & 0x3F);
}

/* Where the character before @p begins; @p is after @start. */
static inline const char *
dp_char_back (const char *p,
              const char *start)
{
  do
    p--;
  while (p > start && ((guint8) *p & 0xC0) == 0x80);
  return p;
}

static inline DpCharClass
dp_char_class_at (const guint8 *classes,
                  const char *p,
                  const char *end)
{
  const char *next;

  return p < end ? dp_char_class (classes, dp_char_read (p, end, &next)) : DP_CHAR_BREAK;
}

static inline gboolean
dp_char_is_white (DpCharClass class)
{
  return class == DP_CHAR_SPACE || class == DP_CHAR_BREAK;
}

static inline gboolean
dp_char_is_letter (DpCharClass class)
{
  return class == DP_CHAR_LOWER || class == DP_CHAR_UPPER || class == DP_CHAR_LETTER;
}

static inline gboolean
dp_char_is_stop (DpCharClass class)
{
  return class == DP_CHAR_DOT || class == DP_CHAR_STRONG || class == DP_CHAR_ELLIPSIS;
}

/* A quotation mark that closes where both kinds are told apart: ” » › */
gboolean dp_char_is_final_quote (gunichar c);

G_END_DECLS
