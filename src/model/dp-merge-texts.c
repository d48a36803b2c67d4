/* dp-merge-texts.c: a text that two people changed, by words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-merge.h"

#include <string.h>
#include "text/dp-word-diff.h"

/* Code points of the base that become other words. */
typedef struct
{
  DpSpan span;
  char *words; /* (owned) */
} Hunk;

static void
hunk_clear (gpointer data)
{
  g_free (((Hunk *) data)->words);
}

/* What differs between two wordings of one passage, from its first to its last letter that does. */
static Hunk
trim (DpSpan span,
      const char *before,
      const char *after)
{
  const char *before_end = before + strlen (before);
  const char *after_end = after + strlen (after);

  while (*before != '\0' && g_utf8_get_char (before) == g_utf8_get_char (after))
    {
      before = g_utf8_next_char (before);
      after = g_utf8_next_char (after);
      span.start++;
    }
  while (before_end > before && after_end > after)
    {
      const char *b = g_utf8_prev_char (before_end);
      const char *a = g_utf8_prev_char (after_end);

      if (g_utf8_get_char (b) != g_utf8_get_char (a))
        break;
      before_end = b;
      after_end = a;
      span.end--;
    }
  return (Hunk){ span, g_strndup (after, after_end - after) };
}

/* Removed and added words of one place are one hunk. */
static GArray *
list_hunks (const char *base,
            const char *text)
{
  GArray *hunks = g_array_new (FALSE, FALSE, sizeof (Hunk));
  g_autoptr (GArray) changes = dp_word_diff (base, text);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  gboolean goes_on = FALSE;

  g_array_set_clear_func (hunks, hunk_clear);
  for (guint i = 0; i < changes->len; i++)
    {
      const DpWordChange *change = &g_array_index (changes, DpWordChange, i);
      g_autofree char *words = NULL;

      if (change->kind == DP_WORD_SAME)
        {
          DpSpan old_span = change->old_span;
          g_autoptr (DpOffsets) old_offsets = dp_offsets_new (base, -1);
          g_autofree char *before = dp_offsets_dup_text (old_offsets, old_span);

          words = dp_offsets_dup_text (offsets, change->new_span);
          goes_on = FALSE;
          /* Words that count as the same, in other letters or with other spaces. */
          if (!g_str_equal (before, words))
            {
              Hunk hunk = trim (old_span, before, words);

              g_array_append_val (hunks, hunk);
            }
          continue;
        }
      words = dp_offsets_dup_text (offsets, change->new_span);
      if (goes_on)
        {
          Hunk *last = &g_array_index (hunks, Hunk, hunks->len - 1);
          char *joined = g_strconcat (last->words, words, NULL);

          last->span.end = MAX (last->span.end, change->old_span.end);
          g_free (last->words);
          last->words = joined;
        }
      else
        {
          Hunk hunk = { change->old_span, g_steal_pointer (&words) };

          g_array_append_val (hunks, hunk);
        }
      goes_on = TRUE;
    }
  return hunks;
}

/* Next to each other is already too near: what one wrote there was written without the other's. */
static gboolean
touch (const Hunk *a,
       const Hunk *b)
{
  return a->span.start <= b->span.end && b->span.start <= a->span.end;
}

static gboolean
equal (const Hunk *a,
       const Hunk *b)
{
  return a->span.start == b->span.start && a->span.end == b->span.end && g_str_equal (a->words, b->words);
}

char *
dp_merge_texts (const char *base,
                const char *ours,
                const char *theirs)
{
  g_autoptr (GArray) a = NULL;
  g_autoptr (GArray) b = NULL;
  g_autoptr (DpOffsets) offsets = NULL;
  g_autoptr (GString) out = NULL;
  guint at = 0, i = 0, j = 0;

  g_return_val_if_fail (base != NULL && ours != NULL && theirs != NULL, NULL);

  a = list_hunks (base, ours);
  b = list_hunks (base, theirs);
  offsets = dp_offsets_new (base, -1);
  out = g_string_new (NULL);
  while (i < a->len || j < b->len)
    {
      const Hunk *mine = i < a->len ? &g_array_index (a, Hunk, i) : NULL;
      const Hunk *other = j < b->len ? &g_array_index (b, Hunk, j) : NULL;
      const Hunk *next = mine;
      g_autofree char *kept = NULL;

      if (mine != NULL && other != NULL && equal (mine, other))
        {
          i++;
          j++;
        }
      else if (mine != NULL && other != NULL && touch (mine, other))
        return NULL;
      else if (mine == NULL || (other != NULL && other->span.start < mine->span.start))
        {
          next = other;
          j++;
        }
      else
        i++;
      kept = dp_offsets_dup_text (offsets, (DpSpan){ at, next->span.start });
      g_string_append (out, kept);
      g_string_append (out, next->words);
      at = next->span.end;
    }
  g_string_append (out, dp_offsets_get_text (offsets, NULL) + dp_offsets_to_byte (offsets, at));
  return g_string_free (g_steal_pointer (&out), FALSE);
}
