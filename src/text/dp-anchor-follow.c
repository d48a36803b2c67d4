/* dp-anchor-follow.c: following anchors from a text that is kept to the one that it became
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor-private.h"

#include <string.h>

#define NONE DP_ALIGNMENT_NONE

/* How much of the weight of a passage must be left: in its place, and elsewhere. */
#define ENOUGH_IN_PLACE 0.3
#define ENOUGH_ELSEWHERE 0.5
/* In its place, when the rest was only cut off. */
#define ENOUGH_OF_CUT 0.15
/* From so many words on one alone is no passage, and without so much of the very same words most must be
 * there in another form. */
#define FEW 3
#define ENOUGH_SAME 0.25
#define ENOUGH_ALIKE 0.5
/* And how many of its pairs of words; in its place those with the words about it count too. */
#define ENOUGH_PAIRS_IN_PLACE 0.12
#define ENOUGH_PAIRS_ELSEWHERE 0.35
/* When the old text is not known. */
#define ENOUGH_ALONE 0.6
#define ENOUGH_PAIRS_ALONE 0.5
/* This many pairs of words that are left speak for themselves in their place; fewer need words about them. */
#define SPEAKING 3
#define ENOUGH_WITHOUT_NEIGHBOURS 0.5
/* Elsewhere this many words that are all left do, or so many that a half or more is left of. */
#define SPEAKING_ELSEWHERE 6
#define SPEAKING_CHANGED 8
#define ENOUGH_SPEAKING 0.6
#define SPEAKING_LONG 12
#define ENOUGH_PAIRS_LONG 0.45
/* And a whole line of this many words that is a line again. */
#define SPEAKING_LINE 2
#define CHARS_PER_WORD 2
#define NEIGHBOURS 6
#define ENOUGH_NEIGHBOURS 2
/* With so many it went with a block that moved, and is in its place within that. */
#define NEIGHBOURS_OF_BLOCK 5
/* Words at an end of the passage that stand this many times as far off as they are many do not belong to it. */
#define STRAY_RUN 2
#define STRAY_GAP 8

static GArray *
find_words (DpVocabulary *vocabulary,
            DpOffsets *offsets)
{
  gsize length;
  const char *text = dp_offsets_get_text (offsets, &length);

  return dp_words_find (vocabulary, text, length);
}

DpAnchorFollower *
dp_anchor_follower_new (DpOffsets *old_offsets,
                        DpOffsets *new_offsets)
{
  g_autoptr (DpVocabulary) vocabulary = dp_vocabulary_new ();
  DpAnchorFollower *self = g_new0 (DpAnchorFollower, 1);

  self->old_offsets = old_offsets;
  self->new_offsets = new_offsets;
  self->old_words = find_words (vocabulary, old_offsets);
  self->new_words = find_words (vocabulary, new_offsets);
  self->alignment = dp_alignment_new (self->old_words, self->new_words, dp_vocabulary_get_n_words (vocabulary), old_offsets, new_offsets);
  self->chain_weights = g_new0 (double, self->alignment->n_chains);
  return self;
}

void
dp_anchor_follower_free (DpAnchorFollower *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->old_words);
  g_array_unref (self->new_words);
  dp_alignment_free (self->alignment);
  g_free (self->chain_weights);
  g_free (self);
}

static guint
word_at_or_after (GArray *words,
                  guint offset)
{
  guint low = 0;
  guint high = words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (words, DpWord, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
word_behind (GArray *words,
             guint offset)
{
  guint low = 0;
  guint high = words->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (words, DpWord, middle).start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_in_chain (const DpAnchorFollower *self,
             guint word,
             guint chain)
{
  return self->alignment->to_new[word] != NONE && self->alignment->chain[word] == chain;
}

/* The chain that most of the passage went with. */
static guint
find_chain (DpAnchorFollower *self,
            const DpAnchorPassage *passage)
{
  guint best = NONE;

  for (guint i = passage->from; i < passage->to; i++)
    {
      guint chain = self->alignment->chain[i];

      if (self->alignment->to_new[i] == NONE)
        continue;
      self->chain_weights[chain] += dp_anchor_get_weight (self, dp_anchor_old_word (self, i));
      if (best == NONE || self->chain_weights[chain] > self->chain_weights[best])
        best = chain;
    }
  for (guint i = passage->from; i < passage->to; i++)
    self->chain_weights[self->alignment->chain[i]] = 0;
  return best;
}

/* Whether a few words at an end went so far from the others that they are not the same passage. */
static gboolean
is_stray (const DpAnchorFollower *self,
          guint n_words,
          guint left,
          guint right)
{
  guint apart = self->alignment->to_new[right] - self->alignment->to_new[left];

  return n_words <= STRAY_RUN && apart > right - left + STRAY_GAP * n_words;
}

static guint
find_next_left (const DpAnchorFollower *self,
                const DpAnchorPassage *passage,
                guint from)
{
  while (from < passage->to && !is_in_chain (self, from, passage->chain))
    from++;
  return from;
}

static guint
find_last_left (const DpAnchorFollower *self,
                const DpAnchorPassage *passage,
                guint before)
{
  while (before > passage->from && !is_in_chain (self, before - 1, passage->chain))
    before--;
  return before;
}

/* Whether the old word @before and the next one are in a row still. */
static gboolean
is_in_row (const DpAnchorFollower *self,
           const DpAnchorPassage *passage,
           guint before)
{
  return is_in_chain (self, before, passage->chain) && is_in_chain (self, before + 1, passage->chain) &&
         self->alignment->to_new[before] + 1 == self->alignment->to_new[before + 1];
}

/* Whether half of its words or more went with it. */
static gboolean
is_mostly_left (const DpAnchorFollower *self,
                const DpAnchorPassage *passage)
{
  guint n = 0;

  for (guint i = passage->from; i < passage->to; i++)
    n += is_in_chain (self, i, passage->chain);
  return 2 * n >= passage->to - passage->from;
}

/* An end that what was next to it still follows on is no stray: something came in before it. */
static void
leave_stray_ends (const DpAnchorFollower *self,
                  DpAnchorPassage *passage)
{
  gboolean is_whole = is_mostly_left (self, passage);
  gboolean begins = is_whole && passage->first == passage->from && passage->from > 0 && is_in_row (self, passage, passage->from - 1);
  gboolean ends = is_whole && passage->last + 1 == passage->to && passage->to < self->old_words->len && is_in_row (self, passage, passage->last);
  guint n = 1;

  for (guint i = passage->first; i < passage->last && !begins; n++)
    {
      guint next = find_next_left (self, passage, i + 1);

      if (n > STRAY_RUN)
        break;
      if (is_stray (self, n, i, next))
        {
          passage->first = next;
          n = 0;
        }
      i = next;
    }
  n = 1;
  for (guint i = passage->last; i > passage->first && !ends; n++)
    {
      guint next = find_last_left (self, passage, i) - 1;

      if (n > STRAY_RUN)
        break;
      if (is_stray (self, n, next, i))
        {
          passage->last = next;
          n = 0;
        }
      i = next;
    }
}

static void
weigh (const DpAnchorFollower *self,
       DpAnchorPassage *passage)
{
  const guint *to_new = self->alignment->to_new;

  for (guint i = passage->from; i < passage->to; i++)
    {
      double weight = dp_anchor_get_weight (self, dp_anchor_old_word (self, i));

      passage->weight += weight;
      if (i < passage->first || i > passage->last || !is_in_chain (self, i, passage->chain))
        continue;
      passage->weight_left += weight * self->alignment->alike[i] / 100;
      passage->n_left++;
      passage->n_same += self->alignment->alike[i] == 100;
      if (self->alignment->alike[i] == 100)
        passage->weight_same += weight;
      passage->n_pairs += i > passage->first && is_in_chain (self, i - 1, passage->chain) && to_new[i] == to_new[i - 1] + 1;
    }
}

/* Whether the word went with the passage, and is at least so much alike. */
static gboolean
went_along (const DpAnchorFollower *self,
            const DpAnchorPassage *passage,
            guint word,
            guint8 alike)
{
  return is_in_chain (self, word, passage->chain) && self->alignment->alike[word] >= alike;
}

/* How many of the words next to the passage did. */
static guint
count_neighbours (const DpAnchorFollower *self,
                  const DpAnchorPassage *passage,
                  guint8 alike)
{
  guint n = 0;

  for (guint i = 1; i <= NEIGHBOURS; i++)
    {
      n += passage->from >= i && went_along (self, passage, passage->from - i, alike);
      n += passage->to + i <= self->old_words->len && went_along (self, passage, passage->to + i - 1, alike);
    }
  return n;
}

/* How many of its two ends still follow on what was next to them. */
static guint
count_ends (const DpAnchorFollower *self,
            const DpAnchorPassage *passage)
{
  const guint *to_new = self->alignment->to_new;
  guint first = to_new[passage->from];
  guint last = to_new[passage->to - 1];
  guint n = 0;

  if (passage->first == passage->from)
    n += passage->from > 0 ? is_in_chain (self, passage->from - 1, passage->chain) && to_new[passage->from - 1] + 1 == first : first == 0;
  if (passage->last + 1 == passage->to)
    n += passage->to < self->old_words->len ? is_in_chain (self, passage->to, passage->chain) && to_new[passage->to] == last + 1
                                            : last + 1 == self->new_words->len;
  return n;
}

/* Whether some words of it stand in a row between those that stood about it, and nothing came to them but
 * what is left of a word that was cut. */
static gboolean
is_only_cut (const DpAnchorFollower *self,
             const DpAnchorPassage *passage)
{
  const guint *to_new = self->alignment->to_new;
  guint from = 0;
  guint to = self->new_words->len;

  if (passage->n_left < 2 || passage->n_pairs + 1 != passage->n_left)
    return FALSE;
  if (passage->from > 0)
    {
      if (!is_in_chain (self, passage->from - 1, passage->chain))
        return FALSE;
      from = to_new[passage->from - 1] + 1;
    }
  if (passage->to < self->old_words->len)
    {
      if (!is_in_chain (self, passage->to, passage->chain))
        return FALSE;
      to = to_new[passage->to];
    }
  return to - from <= passage->n_left + 1;
}

static gboolean
is_line (GArray *words,
         guint from,
         guint to)
{
  return g_array_index (words, DpWord, from).opens == DP_WORD_OPENS_LINE &&
         (to == words->len || g_array_index (words, DpWord, to).opens == DP_WORD_OPENS_LINE);
}

/* Where each character is a word, so many times as many say the same. */
static guint
get_chars_per_word (const DpAnchorFollower *self,
                    const DpAnchorPassage *passage)
{
  guint n_words = passage->to - passage->from;
  guint n_chars = dp_anchor_old_word (self, passage->to - 1)->end - dp_anchor_old_word (self, passage->from)->start;

  return n_chars * 2 < n_words * 3 ? CHARS_PER_WORD : 1;
}

/* What left its place without anything of what was about it must speak for itself. */
static gboolean
speaks_elsewhere (const DpAnchorFollower *self,
                  const DpAnchorPassage *passage,
                  double share,
                  double pairs)
{
  guint n_words = passage->to - passage->from;
  const guint *to_new = self->alignment->to_new;

  if (passage->n_same == n_words && passage->n_pairs + 1 == n_words)
    return n_words >= SPEAKING_ELSEWHERE * get_chars_per_word (self, passage) ||
           (n_words >= SPEAKING_LINE && is_line (self->old_words, passage->from, passage->to) &&
            is_line (self->new_words, to_new[passage->first], to_new[passage->last] + 1));
  return passage->n_left >= SPEAKING_CHANGED && share >= ENOUGH_SPEAKING &&
         pairs >= (passage->n_left >= SPEAKING_LONG ? ENOUGH_PAIRS_LONG : ENOUGH_SPEAKING);
}

static gboolean
is_enough (const DpAnchorFollower *self,
           const DpAnchorPassage *passage)
{
  double share = passage->weight_left / passage->weight;
  guint n_words = passage->to - passage->from;
  double pairs = n_words > 1 ? (double) passage->n_pairs / (n_words - 1) : 1;
  guint n_neighbours = count_neighbours (self, passage, 0);
  gboolean in_place = (passage->chain == 0 || count_neighbours (self, passage, 100) >= NEIGHBOURS_OF_BLOCK) && !self->is_rebuilt;
  guint n_about = MIN (passage->from, NEIGHBOURS) + MIN (self->old_words->len - passage->to, NEIGHBOURS);

  if (in_place && share >= ENOUGH_OF_CUT && is_only_cut (self, passage))
    return TRUE;
  if (self->is_rebuilt && (share < ENOUGH_ALONE || pairs < ENOUGH_PAIRS_ALONE))
    return FALSE;
  if (share < (in_place ? ENOUGH_IN_PLACE : ENOUGH_ELSEWHERE))
    return FALSE;
  /* A few words that only resemble others, or one of several, are left by chance as well. */
  if (n_words >= FEW && (passage->n_left < 2 || (share < ENOUGH_ALIKE && passage->weight_same < ENOUGH_SAME * passage->weight)))
    return FALSE;
  if (in_place && passage->n_pairs + count_ends (self, passage) < ENOUGH_PAIRS_IN_PLACE * (n_words + 1))
    return FALSE;
  if (!in_place && pairs < ENOUGH_PAIRS_ELSEWHERE)
    return FALSE;
  if (n_neighbours >= MIN (n_about, ENOUGH_NEIGHBOURS))
    return TRUE;
  return in_place ? share >= ENOUGH_WITHOUT_NEIGHBOURS && passage->n_pairs >= SPEAKING * get_chars_per_word (self, passage) : speaks_elsewhere (self, passage, share, pairs);
}
void
dp_anchor_follow (DpAnchorFollower *self,
                  const DpAnchor *anchor,
                  DpSpan old_span,
                  DpAnchorMatch *match)
{
  DpAnchorPassage passage = { 0 };

  passage.from = word_at_or_after (self->old_words, old_span.start);
  passage.to = word_behind (self->old_words, old_span.end);
  if (passage.from >= passage.to)
    {
      dp_anchor_place_between (self, anchor, old_span, passage.from, match);
      return;
    }
  passage.chain = find_chain (self, &passage);
  if (passage.chain == NONE)
    return;

  passage.first = find_next_left (self, &passage, passage.from);
  passage.last = find_last_left (self, &passage, passage.to) - 1;
  leave_stray_ends (self, &passage);
  weigh (self, &passage);
  if (is_enough (self, &passage))
    dp_anchor_place (self, anchor, old_span, &passage, match);
}
