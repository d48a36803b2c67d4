/* dp-sentence-cursor.c: which sentences the keyboard stands on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-sentence-cursor.h"

int
dp_sentences_index_at (GArray *sentences,
                       guint offset)
{
  guint low = 0;
  guint high = sentences->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (sentences, DpSpan, middle).start > offset)
        high = middle;
      else
        low = middle + 1;
    }
  return (int) low - 1;
}

DpSpan
dp_sentences_span_at (GArray *sentences,
                      guint offset)
{
  int index = dp_sentences_index_at (sentences, offset);
  DpSpan span = { 0, 0 };

  if (index >= 0 && offset < g_array_index (sentences, DpSpan, index).end)
    span = g_array_index (sentences, DpSpan, index);
  return span;
}

void
dp_sentence_cursor_set (DpSentenceCursor *self,
                        GArray *sentences,
                        guint index,
                        gboolean extend)
{
  if (sentences->len == 0)
    {
      dp_sentence_cursor_clear (self);
      return;
    }
  self->head = MIN (index, sentences->len - 1);
  if (!extend || !self->is_set)
    self->anchor = self->head;
  self->is_set = TRUE;
}

void
dp_sentence_cursor_move (DpSentenceCursor *self,
                         GArray *sentences,
                         int step,
                         gboolean extend,
                         guint first)
{
  gint64 head = self->is_set ? (gint64) self->head + step : first;

  dp_sentence_cursor_set (self, sentences, (guint) MAX (head, 0), extend);
}

void
dp_sentence_cursor_clear (DpSentenceCursor *self)
{
  *self = (DpSentenceCursor){ FALSE, 0, 0 };
}

DpSpan
dp_sentence_cursor_get_span (const DpSentenceCursor *self,
                             GArray *sentences)
{
  DpSpan span = { 0, 0 };
  guint first = MIN (self->anchor, self->head);
  guint last = MAX (self->anchor, self->head);

  if (!self->is_set || last >= sentences->len)
    return span;

  span.start = g_array_index (sentences, DpSpan, first).start;
  span.end = g_array_index (sentences, DpSpan, last).end;
  return span;
}
