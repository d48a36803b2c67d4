/* dp-word-table.h: something known about words, which is found by their hashes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The hash of no letter; dp_word_hash_add() adds one after the other. Words are told apart by 64 bits of hash alone. */
#define DP_WORD_HASH_EMPTY G_GUINT64_CONSTANT (0)

static inline guint64
dp_word_hash_add (guint64 hash,
                  gunichar letter)
{
  hash = (hash ^ letter) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return hash ^ (hash >> 29);
}

static inline gunichar
dp_word_lower (gunichar letter)
{
  if (letter < 0x80)
    return letter - 'A' < 26 ? letter + 0x20 : letter;
  if (letter >= 0x410 && letter <= 0x44F)
    return letter < 0x430 ? letter + 0x20 : letter;
  return g_unichar_tolower (letter);
}

/* @word: in small letters, valid UTF-8 */
guint64 dp_word_hash (const char *word);

typedef struct
{
  guint64 hash;
  guint64 value; /* 0 when nothing is here */
} DpWordSlot;

/* Open addressing; the number of slots is a power of two. */
typedef struct
{
  DpWordSlot *slots; /* (owned) */
  guint mask;
  guint n_words;
} DpWordTable;

DpWordTable *dp_word_table_new (void);
void dp_word_table_free (DpWordTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpWordTable, dp_word_table_free)

static inline DpWordSlot *
dp_word_table_find_slot (const DpWordTable *self,
                         guint64 hash)
{
  guint i = (guint) (hash >> 32) & self->mask;

  while (self->slots[i].value != 0 && self->slots[i].hash != hash)
    i = (i + 1) & self->mask;
  return &self->slots[i];
}

/* What is known: bits of the caller's; 0 for a word that was never added. */
static inline guint64
dp_word_table_get (const DpWordTable *self,
                   guint64 hash)
{
  return dp_word_table_find_slot (self, hash)->value;
}

/* @bits: not 0; what is known already stays */
void dp_word_table_add (DpWordTable *self,
                        guint64 hash,
                        guint64 bits);

G_END_DECLS
