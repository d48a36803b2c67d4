/* dp-word-table.c: something known about words, which is found by their hashes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-word-table.h"

#define FIRST_SIZE 64

guint64
dp_word_hash (const char *word)
{
  guint64 hash = DP_WORD_HASH_EMPTY;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    hash = dp_word_hash_add (hash, g_utf8_get_char (word));
  return hash;
}

DpWordTable *
dp_word_table_new (void)
{
  DpWordTable *self = g_new0 (DpWordTable, 1);

  self->slots = g_new0 (DpWordSlot, FIRST_SIZE);
  self->mask = FIRST_SIZE - 1;
  return self;
}

void
dp_word_table_free (DpWordTable *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->slots);
  g_free (self);
}

static void
grow (DpWordTable *self)
{
  DpWordSlot *old = self->slots;
  guint n_old = self->mask + 1;

  self->slots = g_new0 (DpWordSlot, 2 * (gsize) n_old);
  self->mask = 2 * n_old - 1;
  for (guint i = 0; i < n_old; i++)
    if (old[i].value != 0)
      *dp_word_table_find_slot (self, old[i].hash) = old[i];
  g_free (old);
}

void
dp_word_table_add (DpWordTable *self,
                   guint64 hash,
                   guint64 bits)
{
  DpWordSlot *slot;

  g_return_if_fail (self != NULL && bits != 0);

  slot = dp_word_table_find_slot (self, hash);
  if (slot->value == 0)
    {
      if (self->n_words >= self->mask / 2)
        {
          grow (self);
          slot = dp_word_table_find_slot (self, hash);
        }
      self->n_words++;
    }
  slot->hash = hash;
  slot->value |= bits;
}
