/* dp-edit-distance.c: in how few steps one word becomes another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-edit-distance.h"

/* Where in the pattern each of its characters stands, a bit a place. */
typedef struct
{
  gunichar characters[DP_EDIT_DISTANCE_MAX];
  guint64 places[DP_EDIT_DISTANCE_MAX];
  guint n;
} Places;

static void
add_place (Places *self,
           gunichar character,
           guint place)
{
  guint i = 0;

  while (i < self->n && self->characters[i] != character)
    i++;
  if (i == self->n)
    {
      self->characters[self->n] = character;
      self->places[self->n++] = 0;
    }
  self->places[i] |= G_GUINT64_CONSTANT (1) << place;
}

static guint64
get_places (const Places *self,
            gunichar character)
{
  for (guint i = 0; i < self->n; i++)
    if (self->characters[i] == character)
      return self->places[i];
  return 0;
}

guint
dp_edit_distance (const gunichar *pattern,
                  guint n_pattern,
                  const gunichar *text,
                  guint n_text)
{
  Places places;
  guint64 last;
  guint64 up = ~G_GUINT64_CONSTANT (0); /* where a cell is one more than that above it ... */
  guint64 down = 0;                     /* ... and where one less */
  guint distance = n_pattern;

  g_return_val_if_fail (n_pattern > 0 && n_pattern <= DP_EDIT_DISTANCE_MAX, n_text);

  places.n = 0;
  for (guint i = 0; i < n_pattern; i++)
    add_place (&places, pattern[i], i);
  last = G_GUINT64_CONSTANT (1) << (n_pattern - 1);
  for (guint i = 0; i < n_text; i++)
    {
      guint64 equal = get_places (&places, text[i]);
      guint64 diagonal = (((equal & up) + up) ^ up) | equal | down;
      guint64 right_up = down | ~(diagonal | up);
      guint64 right_down = up & diagonal;

      distance += (right_up & last) != 0;
      distance -= (right_down & last) != 0;
      right_up = (right_up << 1) | 1;
      right_down <<= 1;
      up = right_down | ~(diagonal | right_up);
      down = right_up & diagonal;
    }
  return distance;
}
