/* dp-sentences-item.c: the items of a list that runs on in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-item.h"

#define MAX_DIGITS 3

/* "12" or "b" at @p, with what makes a number of it behind; 0 for anything else. */
static guint
read_number (const char *p,
             const char *end,
             gboolean *is_letter)
{
  guint number = 0, n = 0;

  *is_letter = p < end && g_ascii_isalpha (*p);
  if (*is_letter)
    {
      number = (guint) (g_ascii_tolower (*p) - 'a') + 1;
      p++;
    }
  else
    while (p < end && n <= MAX_DIGITS && g_ascii_isdigit (*p))
      {
        number = number * 10 + (guint) (*p - '0');
        p++;
        n++;
      }
  if (n > MAX_DIGITS || p >= end || (*p != '.' && *p != ')'))
    return 0;
  p += *p == '.' && p + 1 < end && p[1] == ')' ? 2 : 1;
  return p < end && *p == ' ' ? number : 0;
}

void
dp_item_read (DpItem *self,
              const guint8 *classes,
              const char *sentence,
              const char *end)
{
  const char *p = sentence;
  gboolean was_item = self->is_item && self->is_letter && p < end && !g_ascii_isupper (*p);

  *self = (DpItem){ 0 };
  if (p >= end)
    return;
  if (dp_char_class_at (classes, p, end) == DP_CHAR_BULLET)
    {
      self->has_bullet = TRUE;
      dp_char_read (p, end, &p);
      while (p < end && *p == ' ')
        p++;
    }
  self->number = read_number (p, end, &self->is_letter);
  /* "A. Name": an initial. */
  if (self->is_letter && p + 1 < end && p[1] == '.' && (g_ascii_isupper (*p) || *p != 'a') && !was_item)
    self->number = 0;
  self->is_item = self->has_bullet || self->number > 0;
}

const char *
dp_item_get_start (const DpReading *reading,
                   const char *sign)
{
  const char *start = sign;

  /* Of "2.)" the sign may be either. */
  if (start > reading->sentence && *sign == ')' && start[-1] == '.')
    start--;
  for (guint n = 0; n <= MAX_DIGITS && start > reading->sentence && g_ascii_isalnum (start[-1]); n++)
    start--;
  return start;
}

gboolean
dp_item_follows (const DpItem *self,
                 const DpReading *reading,
                 const char *sign,
                 const char *closed,
                 const char *letter)
{
  const char *start;
  gboolean is_letter;
  guint number;
  DpCharClass begins;

  if (!self->is_item)
    return FALSE;
  start = dp_item_get_start (reading, sign);
  if (start <= reading->sentence || start == sign || start[-1] != ' ')
    return FALSE;
  number = read_number (start, reading->end, &is_letter);
  begins = letter < reading->end ? dp_char_class_at (reading->classes, letter, reading->end) : DP_CHAR_OTHER;
  if (number == 0 || closed >= reading->end || !dp_char_is_letter (begins) || begins == DP_CHAR_LOWER)
    return FALSE;
  if (is_letter == self->is_letter && number == self->number + 1)
    return start - reading->sentence > 4;
  return number == 1 && start - reading->sentence > 6;
}

gboolean
dp_item_is_bullet (const DpItem *self,
                   const DpReading *reading,
                   const char *bullet)
{
  return self->is_item && bullet > reading->sentence && bullet[-1] == ' ';
}
