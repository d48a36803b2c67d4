/* dp-text-search.c: where letters occur in a text, whatever their case and diacritics
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-text-search.h"

#include <string.h>

#define MOST_PARTS 32 /* that one character decomposes into */

/* Folded characters, and the one of the text that each came from. */
struct _DpTextSearch
{
  GArray *folded; /* (owned) (element-type gunichar) */
  GArray *origin; /* (owned) (element-type guint): code points of the text */
  guint n_chars;  /* of the text */
  GArray *marks;  /* (owned) (element-type guint): the characters that add nothing of their own, in order */
};

static gunichar
fold_point (gunichar c)
{
  if (g_unichar_isspace (c))
    return ' ';
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x02bc:
    case 0x2032:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x00ab:
    case 0x00bb:
    case 0x2033:
      return '"';
    case 0x2212:
      return '-';
    default:
      return g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION ? '-' : c;
    }
}

static gboolean
is_passed_over (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x0640 || c == 0x00ad;
}

static void
append (GArray *folded,
        gunichar c)
{
  gunichar parts[MOST_PARTS];
  gsize n;

  if (c < 0x80)
    {
      parts[0] = (gunichar) g_ascii_tolower ((char) c);
      g_array_append_val (folded, parts[0]);
      return;
    }
  n = MIN (g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts)), G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    {
      gunichar small;

      if (is_passed_over (parts[i]))
        continue;
      /* The two small letters whose capital is written with two, and the two of sigma. */
      if (parts[i] == 0x00df || parts[i] == 0x1e9e)
        {
          small = 's';
          g_array_append_val (folded, small);
        }
      else
        {
          small = fold_point (g_unichar_tolower (parts[i]));
          if (small == 0x03c2)
            small = 0x03c3;
        }
      g_array_append_val (folded, small);
    }
}

DpTextSearch *
dp_text_search_new (const char *text)
{
  DpTextSearch *self = g_new0 (DpTextSearch, 1);
  gsize length = strlen (text);

  self->folded = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), (guint) length);
  self->origin = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) length);
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint before = self->folded->len;

      append (self->folded, g_utf8_get_char (at));
      if (self->folded->len == before)
        g_array_append_val (self->marks, self->n_chars);
      for (guint i = before; i < self->folded->len; i++)
        g_array_append_val (self->origin, self->n_chars);
      self->n_chars++;
    }
  return self;
}

void
dp_text_search_free (DpTextSearch *self)
{
  g_array_unref (self->folded);
  g_array_unref (self->origin);
  g_array_unref (self->marks);
  g_free (self);
}

/* The first of @numbers that is not below @wanted. */
static guint
find_number (GArray *numbers,
             guint wanted)
{
  guint low = 0;
  guint high = numbers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (numbers, guint, middle) >= wanted)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/* With the marks that follow the last character. */
static DpSpan
get_span (DpTextSearch *self,
          guint first,
          guint last)
{
  DpSpan span = { g_array_index (self->origin, guint, first), g_array_index (self->origin, guint, last) + 1 };

  for (guint i = find_number (self->marks, span.end); i < self->marks->len && g_array_index (self->marks, guint, i) == span.end; i++)
    span.end++;
  return span;
}

/* No half of a character, such as the first s of ß. */
static gboolean
is_whole (DpTextSearch *self,
          guint first,
          guint last)
{
  return (first == 0 || g_array_index (self->origin, guint, first - 1) != g_array_index (self->origin, guint, first)) &&
         (last + 1 == self->origin->len || g_array_index (self->origin, guint, last + 1) != g_array_index (self->origin, guint, last));
}

GArray *
dp_text_search_find (DpTextSearch *self,
                     const char *letters)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DpSpan));
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gunichar));
  const gunichar *text = (const gunichar *) (gpointer) self->folded->data;
  guint at = 0;

  g_return_val_if_fail (letters != NULL, found);

  for (; *letters != '\0'; letters = g_utf8_next_char (letters))
    append (wanted, g_utf8_get_char (letters));
  if (wanted->len == 0)
    return found;
  while (at + wanted->len <= self->folded->len)
    {
      if (text[at] != g_array_index (wanted, gunichar, 0) ||
          memcmp (text + at, wanted->data, wanted->len * sizeof (gunichar)) != 0 ||
          !is_whole (self, at, at + wanted->len - 1))
        {
          at++;
          continue;
        }
      else
        {
          DpSpan span = get_span (self, at, at + wanted->len - 1);

          g_array_append_val (found, span);
          at += wanted->len;
        }
    }
  return found;
}
