/* dp-sentences-char.c: what a character is to whoever looks for the ends of sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-char.h"

#include <unicode/uchar.h>

#define N_CLASSES 0x10000

static DpCharClass
classify_mark (UChar32 c)
{
  switch (u_charType (c))
    {
    case U_START_PUNCTUATION:
      return DP_CHAR_OPEN;
    case U_END_PUNCTUATION:
      return DP_CHAR_CLOSE;
    default:
      return DP_CHAR_QUOTE;
    }
}

static DpCharClass
classify_by_break (UChar32 c)
{
  switch (u_getIntPropertyValue (c, UCHAR_SENTENCE_BREAK))
    {
    case U_SB_ATERM:
      return DP_CHAR_DOT;
    case U_SB_STERM:
      return DP_CHAR_STRONG;
    case U_SB_CLOSE:
      return classify_mark (c);
    case U_SB_LOWER:
      return DP_CHAR_LOWER;
    case U_SB_UPPER:
      return DP_CHAR_UPPER;
    case U_SB_OLETTER:
      return DP_CHAR_LETTER;
    case U_SB_NUMERIC:
      return DP_CHAR_DIGIT;
    case U_SB_SEP:
    case U_SB_CR:
    case U_SB_LF:
      return DP_CHAR_BREAK;
    case U_SB_SP:
      return DP_CHAR_SPACE;
    case U_SB_SCONTINUE:
      return u_charType (c) == U_DASH_PUNCTUATION ? DP_CHAR_DASH : DP_CHAR_CONTINUE;
    case U_SB_EXTEND:
    case U_SB_FORMAT:
      return DP_CHAR_MARK;
    default:
      return DP_CHAR_OTHER;
    }
}

static DpCharClass
classify (UChar32 c)
{
  switch (c)
    {
    case 0x2026:
    case 0x22EF:
      return DP_CHAR_ELLIPSIS;
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x25A0:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
      return DP_CHAR_BULLET;
    case 0x2015:
      return DP_CHAR_DASH;
    /* ``Like this´´, where there were no quotation marks. */
    case '`':
    case 0xB4:
      return DP_CHAR_QUOTE;
    default:
      return classify_by_break (c);
    }
}

const guint8 *
dp_char_get_classes (void)
{
  static guint8 *classes = NULL;

  if (g_once_init_enter (&classes))
    {
      guint8 *built = g_new (guint8, N_CLASSES);

      for (UChar32 c = 0; c < N_CLASSES; c++)
        built[c] = (guint8) classify (c);
      g_once_init_leave (&classes, built);
    }
  return classes;
}

DpCharClass
dp_char_class_beyond (gunichar c)
{
  return classify ((UChar32) c);
}

gboolean
dp_char_is_final_quote (gunichar c)
{
  return u_charType ((UChar32) c) == U_FINAL_PUNCTUATION;
}
