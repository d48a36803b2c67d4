/* dp-word-diff.c: which words were added to a passage, and which taken away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-word-diff.h"

#include "text/dp-alignment.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* (element-type utf8 guint): folded words and their ids, from 0 */
static guint
get_id (GHashTable *ids,
        const char *text,
        gsize length)
{
  g_autofree char *folded = dp_words_fold (text, length);
  gpointer id;

  if (g_hash_table_lookup_extended (ids, folded, NULL, &id))
    return GPOINTER_TO_UINT (id);
  id = GUINT_TO_POINTER (g_hash_table_size (ids));
  g_hash_table_insert (ids, g_steal_pointer (&folded), id);
  return GPOINTER_TO_UINT (id);
}

static gboolean
is_blank (const char *text,
          gsize length)
{
  return dp_words_is_same_text (text, length, "", 0);
}

static void
add_word (GArray *words,
          GHashTable *ids,
          const char *text,
          gsize length,
          guint *offset)
{
  guint end = *offset + (guint) g_utf8_strlen (text, (gssize) length);
  DpWord word = { .start = *offset, .end = end };

  *offset = end;
  if (is_blank (text, length))
    return;
  word.id = get_id (ids, text, length);
  word.folded = word.id;
  g_array_append_val (words, word);
}

/* (transfer full) (element-type DpWord): all that is not white space; what ICU does not divide is one */
static GArray *
divide (GHashTable *ids,
        const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (DpWord));
  gsize length = strlen (text);
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8 (NULL, text, (gint64) length, &status);
  UBreakIterator *breaks = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  guint offset = 0;
  gsize from = 0;

  ubrk_setUText (breaks, utext, &status);
  if (U_SUCCESS (status))
    for (int to = ubrk_next (breaks); to != UBRK_DONE; to = ubrk_next (breaks))
      {
        add_word (words, ids, text + from, (gsize) to - from, &offset);
        from = (gsize) to;
      }
  if (from < length)
    add_word (words, ids, text + from, length - from, &offset);
  if (words->len == 0 && length > 0)
    {
      DpWord blank = { .id = get_id (ids, text, length), .end = offset };

      blank.folded = blank.id;

      g_array_append_val (words, blank);
    }
  if (breaks != NULL)
    ubrk_close (breaks);
  if (utext != NULL)
    utext_close (utext);
  return words;
}

typedef struct
{
  GArray *old_words;
  GArray *new_words;
  guint n_old_chars;
  guint n_new_chars;
  DpAlignment *alignment;
} Diff;

/* From the first word of a row to the word behind it. */
static DpSpan
span_words (GArray *words,
            guint from,
            guint to,
            guint n_chars)
{
  DpSpan span;

  span.start = from == 0 ? 0 : from < words->len ? g_array_index (words, DpWord, from).start
                                                 : n_chars;
  span.end = to == 0 ? 0 : to < words->len ? g_array_index (words, DpWord, to).start
                                           : n_chars;
  return span;
}

static gboolean
old_is_kept (const Diff *self,
             guint i)
{
  return self->alignment->to_new[i] != DP_ALIGNMENT_NONE && self->alignment->chain[i] == 0;
}

static gboolean
new_is_kept (const Diff *self,
             guint i)
{
  guint old = self->alignment->to_old[i];

  return old != DP_ALIGNMENT_NONE && self->alignment->chain[old] == 0;
}

static void
add_change (const Diff *self,
            GArray *changes,
            DpWordChangeKind kind,
            const DpSpan *old_words,
            const DpSpan *new_words)
{
  DpWordChange change = { kind, span_words (self->old_words, old_words->start, old_words->end, self->n_old_chars), span_words (self->new_words, new_words->start, new_words->end, self->n_new_chars) };

  if (old_words->start < old_words->end || new_words->start < new_words->end)
    g_array_append_val (changes, change);
}

/* (transfer full) */
static GArray *
list_changes (const Diff *self)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (DpWordChange));
  DpSpan old = { 0, 0 };
  DpSpan new = { 0, 0 };

  while (old.end < self->old_words->len || new.end < self->new_words->len)
    {
      while (old.end < self->old_words->len && !old_is_kept (self, old.end))
        old.end++;
      add_change (self, changes, DP_WORD_REMOVED, &old, &new);
      old.start = old.end;
      while (new.end < self->new_words->len && !new_is_kept (self, new.end))
        new.end++;
      add_change (self, changes, DP_WORD_ADDED, &old, &new);
      new.start = new.end;
      while (old.end < self->old_words->len && old_is_kept (self, old.end) && self->alignment->to_new[old.end] == new.end)
        {
          old.end++;
          new.end++;
        }
      add_change (self, changes, DP_WORD_SAME, &old, &new);
      old.start = old.end;
      new.start = new.end;
    }
  return changes;
}

GArray *
dp_word_diff (const char *old_text,
              const char *new_text)
{
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GArray) old_words = NULL;
  g_autoptr (GArray) new_words = NULL;
  g_autoptr (DpAlignment) alignment = NULL;
  Diff diff;

  g_return_val_if_fail (old_text != NULL && new_text != NULL, NULL);

  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  old_words = divide (ids, old_text);
  new_words = divide (ids, new_text);
  alignment = dp_alignment_new (old_words, new_words, g_hash_table_size (ids), NULL, NULL);
  diff = (Diff){ old_words, new_words, (guint) g_utf8_strlen (old_text, -1), (guint) g_utf8_strlen (new_text, -1), alignment };
  return list_changes (&diff);
}
