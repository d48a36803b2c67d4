/* dp-alignment-words.c: words that are not the same but resemble one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-alignment-private.h"

#include "text/dp-edit-distance.h"

#include <string.h>

/* How many pairs of words are compared letter by letter in one gap. */
#define MAX_PAIRS 2500
/* Words of fewer letters resemble too many others. */
#define MIN_LETTERS 4
/* Less than this, in hundredths, is chance. */
#define MIN_ALIKE 60
/* A word that was cut keeps at least so many letters, and counts as much. */
#define MIN_CUT 2
#define CUT_ALIKE 50

typedef struct
{
  gunichar letters[DP_EDIT_DISTANCE_MAX];
  guint n; /* 0 when it has more than there is room for */
} Letters;

/* (transfer full): the letters of @n words, without their case */
static Letters *
read_letters (DpOffsets *offsets,
              const DpWord *words,
              guint n)
{
  Letters *letters = g_new (Letters, n);
  const char *text = dp_offsets_get_text (offsets, NULL);

  for (guint i = 0; i < n; i++)
    {
      guint n_letters = words[i].end - words[i].start;
      const char *p = text + dp_offsets_to_byte (offsets, words[i].start);

      letters[i].n = n_letters <= DP_EDIT_DISTANCE_MAX ? n_letters : 0;
      for (guint j = 0; j < letters[i].n; j++, p = g_utf8_next_char (p))
        letters[i].letters[j] = g_unichar_tolower (g_utf8_get_char (p));
    }
  return letters;
}

static gboolean
has_same (const Letters *a,
          guint a_from,
          const Letters *b,
          guint b_from,
          guint n)
{
  return memcmp (a->letters + a_from, b->letters + b_from, n * sizeof (gunichar)) == 0;
}

static guint8
compare (const Letters *a,
         const Letters *b)
{
  guint shorter = MIN (a->n, b->n);
  guint longer = MAX (a->n, b->n);
  guint alike;

  if (longer == 0 || shorter == 0)
    return 0;
  if (longer == shorter && has_same (a, 0, b, 0, shorter))
    return DP_ALIGNER_CASE_ALIKE;
  /* A number with another digit is another number. */
  if (longer < MIN_LETTERS || shorter < MIN_CUT || (g_unichar_isdigit (a->letters[0]) && g_unichar_isdigit (b->letters[0])))
    return 0;
  if (has_same (a, 0, b, 0, shorter) || has_same (a, a->n - shorter, b, b->n - shorter, shorter))
    return (guint8) CLAMP (shorter * 100 / longer, CUT_ALIKE, 99);
  if ((longer - shorter) * 100 > longer * (100 - MIN_ALIKE))
    return 0;
  alike = 100 - dp_edit_distance (a->letters, a->n, b->letters, b->n) * 100 / longer;
  return alike >= MIN_ALIKE ? (guint8) MIN (alike, 99) : 0;
}

static guint8
compare_words (DpAligner *self,
               guint a,
               guint b,
               const Letters *a_letters,
               const Letters *b_letters)
{
  if (self->result->to_new[a] != DP_ALIGNMENT_NONE || self->result->to_old[b] != DP_ALIGNMENT_NONE)
    return 0;
  return self->old_words[a].id == self->new_words[b].id ? 100 : compare (a_letters, b_letters);
}

guint8 *
dp_aligner_compare_words (DpAligner *self,
                          const DpGap *gap)
{
  guint n_old = gap->a1 - gap->a0;
  guint n_new = gap->b1 - gap->b0;
  g_autofree Letters *old_letters = NULL;
  g_autofree Letters *new_letters = NULL;
  guint8 *alike;

  if (self->old_offsets == NULL || self->new_offsets == NULL || (gint64) n_old * n_new > MAX_PAIRS)
    return NULL;

  old_letters = read_letters (self->old_offsets, self->old_words + gap->a0, n_old);
  new_letters = read_letters (self->new_offsets, self->new_words + gap->b0, n_new);
  alike = g_new (guint8, (gsize) n_old * n_new + 1);
  for (guint i = 0; i < n_old; i++)
    for (guint j = 0; j < n_new; j++)
      alike[(gsize) i * n_new + j] = compare_words (self, gap->a0 + i, gap->b0 + j, &old_letters[i], &new_letters[j]);
  return alike;
}
