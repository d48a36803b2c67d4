/* dp-anchor-place.c: from where to where a passage reaches in the text that it went to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor-private.h"

#include <string.h>

#define NONE DP_ALIGNMENT_NONE

/* How alike it must be when the old text is not known. */
#define ALIKE_ALONE 0.7
/* How far off a word is looked for that went with a passage, so that many passages do not cost a square. */
#define FARTHEST 256

/* How many of the @n_new words that stand in the place of @n_passage words at an end of the passage and
 * of @n_outside words next to it are the passage's: as many as it had, or their share if there are fewer. */
static guint
count_share (guint n_new,
             guint n_passage,
             guint n_outside)
{
  guint n_old = n_passage + n_outside;

  if (n_old == 0 || n_passage == 0)
    return 0;
  if (n_new >= n_old)
    return n_passage;
  return (guint) (((guint64) n_new * n_passage + n_old / 2) / n_old);
}

static gboolean
opens_sentence (GArray *words,
                guint word)
{
  return word == words->len || g_array_index (words, DpWord, word).opens >= DP_WORD_OPENS_SENTENCE;
}

/* Whether the new word is one of the passage's, though the others went with another block. */
static gboolean
is_own (const DpAnchorFollower *self,
        const DpAnchorPassage *passage,
        guint new_word)
{
  guint old = self->alignment->to_old[new_word];

  return old != NONE && old >= passage->from && old < passage->to;
}

/* Of the new words from @from to @to the one nearest to @estimate at which a sentence begins; @estimate
 * itself when there is none. */
static guint
find_opening (const DpAnchorFollower *self,
              guint from,
              guint to,
              guint estimate)
{
  for (guint distance = 0; distance <= to - from; distance++)
    {
      if (estimate >= from + distance && opens_sentence (self->new_words, estimate - distance))
        return estimate - distance;
      if (estimate + distance <= to && opens_sentence (self->new_words, estimate + distance))
        return estimate + distance;
    }
  return estimate;
}

/* The first new word of the passage. What stands before the first that is left may be the passage's as far
 * as it has no partner; where the passage began a sentence, so does the place. */
static guint
find_first_new (const DpAnchorFollower *self,
                const DpAnchorPassage *passage)
{
  guint first_new = self->alignment->to_new[passage->first];
  guint before = passage->from;
  guint n_free = 0;
  guint estimate;

  while (first_new > 0 && is_own (self, passage, first_new - 1))
    first_new--;
  if (passage->first == passage->from)
    return first_new;
  while (before > 0 && passage->from - before < FARTHEST && self->alignment->to_new[before - 1] == NONE)
    before--;
  if (before > 0 && self->alignment->to_new[before - 1] == NONE)
    return first_new;
  while (n_free < MIN (first_new, FARTHEST) && self->alignment->to_old[first_new - 1 - n_free] == NONE)
    n_free++;
  estimate = first_new - count_share (n_free, passage->first - passage->from, passage->from - before);
  return opens_sentence (self->old_words, passage->from) ? find_opening (self, first_new - n_free, first_new, estimate) : estimate;
}

/* The new word behind the passage. */
static guint
find_new_behind (const DpAnchorFollower *self,
                 const DpAnchorPassage *passage)
{
  guint new_behind = self->alignment->to_new[passage->last] + 1;
  guint behind = passage->to;
  guint n_free = 0;
  guint estimate;

  while (new_behind < self->new_words->len && is_own (self, passage, new_behind))
    new_behind++;
  if (passage->last + 1 == passage->to)
    return new_behind;
  while (behind < self->old_words->len && behind - passage->to < FARTHEST && self->alignment->to_new[behind] == NONE)
    behind++;
  if (behind < self->old_words->len && self->alignment->to_new[behind] == NONE)
    return new_behind;
  while (n_free < FARTHEST && new_behind + n_free < self->new_words->len && self->alignment->to_old[new_behind + n_free] == NONE)
    n_free++;
  estimate = new_behind + count_share (n_free, passage->to - passage->last - 1, behind - passage->to);
  return opens_sentence (self->old_words, passage->to) ? find_opening (self, new_behind, new_behind + n_free, estimate) : estimate;
}

/* Whether the old words from @old on stand at the new word @new, and neither have a partner. */
static gboolean
stand_free_at (const DpAnchorFollower *self,
               guint old,
               guint new,
               guint n)
{
  for (guint i = 0; i < n; i++)
    if (dp_anchor_old_word (self, old + i)->folded != dp_anchor_new_word (self, new + i)->folded || self->alignment->to_new[old + i] != NONE || self->alignment->to_old[new + i] != NONE)
      return FALSE;
  return TRUE;
}

/* A few words of one end may have gone to the other: "today, he says" of "he says today". */
static void
take_turned (const DpAnchorFollower *self,
             const DpAnchorPassage *passage,
             guint *first,
             guint *behind)
{
  guint n_before = passage->first - passage->from;
  guint n_after = passage->to - passage->last - 1;

  if (n_after > 0 && *first >= n_after && stand_free_at (self, passage->last + 1, *first - n_after, n_after))
    {
      *first -= n_after;
      *behind = self->alignment->to_new[passage->last] + 1;
    }
  else if (n_before > 0 && *behind + n_before <= self->new_words->len && stand_free_at (self, passage->from, *behind, n_before))
    {
      *behind += n_before;
      *first = self->alignment->to_new[passage->first];
    }
}

static const char *
get_place (DpOffsets *offsets,
           guint offset)
{
  return dp_offsets_get_text (offsets, NULL) + dp_offsets_to_byte (offsets, offset);
}

/* A passage may begin before its first word, with a quotation mark, or within it. */
static guint
find_start (const DpAnchorFollower *self,
            DpSpan old_span,
            const DpWord *old,
            const DpWord *new)
{
  const char *p, *q;
  guint offset = new->start;

  if (old_span.start >= old->start)
    return old->end - old->start == new->end - new->start ? new->start + (old_span.start - old->start) : new->start;
  p = get_place (self->old_offsets, old->start);
  q = get_place (self->new_offsets, new->start);
  for (guint i = old->start; i > old_span.start && offset > 0; i--, offset--)
    {
      p = g_utf8_prev_char (p);
      q = g_utf8_prev_char (q);
      if (!dp_words_is_same_point (g_utf8_get_char (p), g_utf8_get_char (q)))
        break;
    }
  return offset;
}

static guint
find_end (const DpAnchorFollower *self,
          DpSpan old_span,
          const DpWord *old,
          const DpWord *new)
{
  const char *p, *q;
  guint offset = new->end;
  guint n_chars = dp_offsets_get_n_chars (self->new_offsets);

  if (old_span.end <= old->end)
    return old->end - old->start == new->end - new->start ? new->start + (old_span.end - old->start) : new->end;
  p = get_place (self->old_offsets, old->end);
  q = get_place (self->new_offsets, new->end);
  for (guint i = old->end; i < old_span.end && offset < n_chars; i++, offset++)
    {
      if (!dp_words_is_same_point (g_utf8_get_char (p), g_utf8_get_char (q)))
        break;
      p = g_utf8_next_char (p);
      q = g_utf8_next_char (q);
    }
  return offset;
}

gboolean
dp_anchor_stands_at (const DpAnchor *anchor,
                     DpOffsets *offsets,
                     guint start)
{
  gsize length;
  const char *text = dp_offsets_get_text (offsets, &length);
  gsize byte = dp_offsets_to_byte (offsets, start);
  gsize n = strlen (anchor->exact);

  return n <= length - byte && memcmp (text + byte, anchor->exact, n) == 0;
}

/* What the place is called, and how alike it is. */
static void
settle (const DpAnchorFollower *self,
        const DpAnchor *anchor,
        double alike,
        DpAnchorMatch *match)
{
  g_autofree char *found = dp_offsets_dup_text (self->new_offsets, match->span);

  if (g_str_equal (found, anchor->exact))
    {
      match->status = match->span.start == anchor->start ? DP_ANCHOR_EXACT : DP_ANCHOR_MOVED;
      match->score = 1;
      return;
    }
  match->status = DP_ANCHOR_CHANGED;
  match->score = MIN (alike, 0.99);
  if (dp_words_is_same_text (found, strlen (found), anchor->exact, strlen (anchor->exact)))
    match->score = 1;
}

void
dp_anchor_place (const DpAnchorFollower *self,
                 const DpAnchor *anchor,
                 DpSpan old_span,
                 const DpAnchorPassage *passage,
                 DpAnchorMatch *match)
{
  guint first = find_first_new (self, passage);
  guint behind = find_new_behind (self, passage);
  double weight = 0;
  double alike;

  take_turned (self, passage, &first, &behind);
  for (guint i = first; i < behind; i++)
    weight += dp_anchor_get_weight (self, dp_anchor_new_word (self, i));
  alike = 2 * passage->weight_left / (passage->weight + weight);
  if (self->is_rebuilt && alike < ALIKE_ALONE)
    return;

  match->span.start = dp_anchor_new_word (self, first)->start;
  /* Within a word that is another one now, a passage cannot begin or end; about one it can. */
  if (passage->first == passage->from || old_span.start < dp_anchor_old_word (self, passage->from)->start)
    match->span.start = find_start (self, old_span, dp_anchor_old_word (self, passage->from), dp_anchor_new_word (self, first));
  match->span.end = dp_anchor_new_word (self, behind - 1)->end;
  if (passage->last + 1 == passage->to || old_span.end > dp_anchor_old_word (self, passage->to - 1)->end)
    match->span.end = find_end (self, old_span, dp_anchor_old_word (self, passage->to - 1), dp_anchor_new_word (self, behind - 1));
  settle (self, anchor, alike, match);
}

/* A passage without a word is where the words before and behind it still follow on one another. */
void
dp_anchor_place_between (const DpAnchorFollower *self,
                         const DpAnchor *anchor,
                         DpSpan old_span,
                         guint word,
                         DpAnchorMatch *match)
{
  const guint *to_new = self->alignment->to_new;
  guint n_chars = (guint) g_utf8_strlen (anchor->exact, -1);
  guint start;

  if (word > 0 && to_new[word - 1] != NONE &&
      (word < self->old_words->len ? to_new[word] == to_new[word - 1] + 1 : to_new[word - 1] + 1 == self->new_words->len))
    start = dp_anchor_new_word (self, to_new[word - 1])->end + (old_span.start - dp_anchor_old_word (self, word - 1)->end);
  else if (word == 0 && word < self->old_words->len && to_new[0] == 0 && dp_anchor_new_word (self, 0)->start >= dp_anchor_old_word (self, 0)->start - old_span.start)
    start = dp_anchor_new_word (self, 0)->start - (dp_anchor_old_word (self, 0)->start - old_span.start);
  else
    return;
  if (!dp_anchor_stands_at (anchor, self->new_offsets, start))
    return;
  match->span = (DpSpan){ start, start + n_chars };
  settle (self, anchor, 1, match);
}
