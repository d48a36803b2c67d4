/* dp-alignment.c: which word of one text became which word of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-alignment.h"

#include "text/dp-alignment-private.h"

#include <math.h>
#include <string.h>

/* Words in a row that make a fixed point. */
#define GRAM 4
/* Those that make a block that moved, at least. */
#define MOVED_GRAM 3
/* A fixed point so long that it is right though it is not in order. */
#define SURE_RUN 6
/* Two pieces of a moved block belong together with no more words than these between them. */
#define MOVED_GAP 60

/* Up to how many words in a row may be a chance, and how many strange words they must have about
 * them for each of them. */
#define CHANCE_RUN 3
#define CHANCE_GAP 7

static void
find_weights (DpAligner *self,
              guint n_ids)
{
  g_autofree guint *counts = g_new0 (guint, n_ids + 1);
  guint n = self->result->n_old + self->result->n_new;

  for (guint i = 0; i < self->result->n_old; i++)
    counts[self->old_words[i].id]++;
  for (guint i = 0; i < self->result->n_new; i++)
    counts[self->new_words[i].id]++;
  for (guint i = 0; i < n_ids; i++)
    self->result->weights[i] = log2f (1.0f + (float) n / (float) MAX (counts[i], 1));
}

void
dp_aligner_match (DpAligner *self,
                  guint a,
                  guint b)
{
  self->result->to_new[a] = b;
  self->result->to_old[b] = a;
  self->result->chain[a] = self->chain;
  self->result->alike[a] = self->old_words[a].id == self->new_words[b].id ? 100 : DP_ALIGNER_CASE_ALIKE;
}

static void
unmatch (DpAligner *self,
         guint a)
{
  self->result->to_old[self->result->to_new[a]] = DP_ALIGNMENT_NONE;
  self->result->to_new[a] = DP_ALIGNMENT_NONE;
  self->result->chain[a] = 0;
}

/* The words that are the same in the order of both texts, from the runs that are in order. */
static void
match_runs (DpAligner *self,
            GArray *runs)
{
  guint next_a = 0;
  guint next_b = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const DpRun *run = &g_array_index (runs, DpRun, i);

      for (guint j = 0; j < run->length; j++)
        {
          if (run->a + j < next_a || run->b + j < next_b)
            continue;
          dp_aligner_match (self, run->a + j, run->b + j);
          next_a = run->a + j + 1;
          next_b = run->b + j + 1;
        }
    }
}

static gboolean
is_in_order (DpAligner *self,
             guint a)
{
  return self->result->to_new[a] != DP_ALIGNMENT_NONE && self->result->chain[a] == 0;
}

/* (transfer full) (element-type DpGap): what is without a partner on both sides, between words that
 * have one; a block that moved may lie in it */
static GArray *
find_gaps (DpAligner *self,
           const DpGap *region)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (DpGap));
  DpGap gap = { region->a0, region->a0, region->b0, region->b0 };

  for (guint a = region->a0; a <= region->a1; a++)
    {
      gboolean is_end = a == region->a1;

      if (!is_end && !is_in_order (self, a))
        continue;
      gap.a1 = a;
      gap.b1 = is_end ? region->b1 : self->result->to_new[a];
      if (gap.a0 < gap.a1 && gap.b0 < gap.b1)
        g_array_append_val (gaps, gap);
      gap.a0 = a + 1;
      gap.b0 = gap.b1 + 1;
    }
  return gaps;
}

gboolean
dp_aligner_may_match (DpAligner *self,
                      guint a,
                      guint b)
{
  gboolean is_same = self->folds ? self->old_words[a].folded == self->new_words[b].folded : self->old_words[a].id == self->new_words[b].id;

  return is_same &&
         self->result->to_new[a] == DP_ALIGNMENT_NONE && self->result->to_old[b] == DP_ALIGNMENT_NONE;
}

static void
take_beginning (DpAligner *self,
                DpGap *gap)
{
  while (gap->a0 < gap->a1 && gap->b0 < gap->b1 && dp_aligner_may_match (self, gap->a0, gap->b0))
    dp_aligner_match (self, gap->a0++, gap->b0++);
}

static void
take_end (DpAligner *self,
          DpGap *gap)
{
  while (gap->a0 < gap->a1 && gap->b0 < gap->b1 && dp_aligner_may_match (self, gap->a1 - 1, gap->b1 - 1))
    dp_aligner_match (self, --gap->a1, --gap->b1);
}

/* What is the same from the edges on. At the start of a text nothing speaks for its first words: a
 * copy of them may have come before them. */
static void
take_edges (DpAligner *self,
            DpGap *gap)
{
  if (gap->a0 == 0 || gap->b0 == 0)
    take_end (self, gap);
  take_beginning (self, gap);
  take_end (self, gap);
}

static void
fill_gap (DpAligner *self,
          DpGap gap)
{
  if (dp_aligner_fill (self, &gap, gap.a0 > 0 && gap.b0 > 0, gap.a1 < self->result->n_old && gap.b1 < self->result->n_new))
    return;
  take_edges (self, &gap);
  if (gap.a0 < gap.a1 && gap.b0 < gap.b1)
    dp_aligner_fill_greedily (self, &gap);
}

static void
split_gap (DpAligner *self,
           DpGap gap)
{
  g_autoptr (GArray) runs = NULL;
  g_autoptr (GArray) gaps = NULL;

  if (dp_aligner_fill (self, &gap, gap.a0 > 0 && gap.b0 > 0, gap.a1 < self->result->n_old && gap.b1 < self->result->n_new))
    return;
  take_edges (self, &gap);
  if (gap.a0 == gap.a1 || gap.b0 == gap.b1)
    return;
  runs = dp_aligner_find_runs (self, &gap, 1);
  dp_runs_put_in_order (runs);
  match_runs (self, runs);
  gaps = find_gaps (self, &gap);
  for (guint i = 0; i < gaps->len; i++)
    fill_gap (self, g_array_index (gaps, DpGap, i));
}

static gboolean
is_all_free (const guint *partners,
             guint from,
             guint to)
{
  for (guint i = from; i < to; i++)
    if (partners[i] != DP_ALIGNMENT_NONE)
      return FALSE;
  return TRUE;
}

/* As far as both texts run on alike. */
static void
extend (DpAligner *self,
        DpRun *run)
{
  while (run->a > 0 && run->b > 0 && dp_aligner_may_match (self, run->a - 1, run->b - 1))
    {
      run->a--;
      run->b--;
      run->length++;
    }
  while (run->a + run->length < self->result->n_old && run->b + run->length < self->result->n_new &&
         dp_aligner_may_match (self, run->a + run->length, run->b + run->length))
    run->length++;
}

/* (transfer full) (element-type DpRun): what is in a row in both texts */
static GArray *
list_runs (DpAligner *self)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (DpRun));
  const guint *to_new = self->result->to_new;

  for (guint a = 0; a < self->result->n_old; a++)
    {
      DpRun *last = runs->len > 0 ? &g_array_index (runs, DpRun, runs->len - 1) : NULL;
      DpRun run = { a, to_new[a], 1 };

      if (!is_in_order (self, a))
        continue;
      if (last != NULL && a == last->a + last->length && to_new[a] == last->b + last->length)
        last->length++;
      else
        g_array_append_val (runs, run);
    }
  return runs;
}

static guint
count_same_behind (DpAligner *self,
                   const DpGap *gap)
{
  guint n = 0;

  while (gap->a0 + n < gap->a1 && gap->b0 + n < gap->b1 && dp_aligner_may_match (self, gap->a0 + n, gap->b0 + n))
    n++;
  return n;
}

static guint
count_same_before (DpAligner *self,
                   const DpGap *gap)
{
  guint n = 0;

  while (gap->a0 + n < gap->a1 && gap->b0 + n < gap->b1 && dp_aligner_may_match (self, gap->a1 - 1 - n, gap->b1 - 1 - n))
    n++;
  return n;
}

/* Both ends of a gap may claim the same words, when what came in between is like what was there. Then it came
 * in at the start of a line or a sentence rather than within one. Returns how many words follow on the first end. */
static guint
settle_claims (DpAligner *self,
               const DpGap *gap,
               guint n_behind,
               guint n_before)
{
  guint n_old = gap->a1 - gap->a0;
  guint n_new = gap->b1 - gap->b0;
  guint n = MIN (n_old, n_new);
  const DpWord *words = n_old <= n_new ? self->old_words + gap->a0 : self->new_words + gap->b0;

  guint best = n_behind;

  for (guint i = n_behind; i + n_before >= n; i--)
    {
      if (i < n && (best == n || words[i].opens > words[best].opens))
        best = i;
      if (i == 0)
        break;
    }
  return best;
}

/* What is the same from two runs on that follow on one another. */
static void
fill_between (DpAligner *self,
              const DpGap *gap)
{
  guint n = MIN (gap->a1 - gap->a0, gap->b1 - gap->b0);
  guint n_behind = count_same_behind (self, gap);
  guint n_before = count_same_before (self, gap);

  if (n_behind + n_before > n)
    {
      n_behind = settle_claims (self, gap, n_behind, n_before);
      n_before = MIN (n_before, n - n_behind);
    }
  for (guint i = 0; i < n_behind; i++)
    dp_aligner_match (self, gap->a0 + i, gap->b0 + i);
  for (guint i = 1; i <= n_before; i++)
    dp_aligner_match (self, gap->a1 - i, gap->b1 - i);
}

/* A fixed point may reach a few words into what came in. */
static guint
count_loose (const DpRun *run)
{
  return MIN (GRAM - 1, run->length / 3);
}

static void
loosen (DpAligner *self,
        const DpGap *gap,
        guint n_behind,
        guint n_before)
{
  for (guint i = 0; i < n_behind; i++)
    unmatch (self, gap->a0 + i);
  for (guint i = 1; i <= n_before; i++)
    unmatch (self, gap->a1 - i);
}

static void
extend_in_order (DpAligner *self)
{
  g_autoptr (GArray) runs = list_runs (self);

  for (guint i = 0; i + 1 < runs->len; i++)
    {
      const DpRun *run = &g_array_index (runs, DpRun, i);
      const DpRun *next = &g_array_index (runs, DpRun, i + 1);
      guint behind = count_loose (run);
      guint before = count_loose (next);
      DpGap gap = { run->a + run->length - behind, next->a + before, run->b + run->length - behind, next->b + before };

      loosen (self, &gap, behind, before);
      fill_between (self, &gap);
    }
}

/* At its ends only the one side of a text claims anything. */
static void
extend_to_ends (DpAligner *self)
{
  g_autoptr (GArray) runs = list_runs (self);
  DpRun run;

  if (runs->len == 0)
    return;
  run = g_array_index (runs, DpRun, 0);
  extend (self, &run);
  for (guint i = 0; i < run.length; i++)
    dp_aligner_match (self, run.a + i, run.b + i);
  run = g_array_index (runs, DpRun, runs->len - 1);
  extend (self, &run);
  for (guint i = 0; i < run.length; i++)
    dp_aligner_match (self, run.a + i, run.b + i);
}

/* What is too long to be a chance and yet out of order moved, for certain. For now it is only kept from the
 * words around it. */
static void
match_sure_runs (DpAligner *self,
                 GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      DpRun *run = &g_array_index (runs, DpRun, i);

      if (run->length < SURE_RUN || !is_all_free (self->result->to_new, run->a, run->a + run->length) ||
          !is_all_free (self->result->to_old, run->b, run->b + run->length))
        continue;
      self->chain = self->result->n_chains++;
      extend (self, run);
      for (guint j = 0; j < run->length; j++)
        dp_aligner_match (self, run->a + j, run->b + j);
    }
  self->chain = 0;
}

/* In a stretch that is too long for a table, what was put in capitals needs fixed points of its own. */
static void
match_folded_runs (DpAligner *self,
                   const DpGap *all)
{
  g_autoptr (GArray) gaps = find_gaps (self, all);

  self->folds = TRUE;
  for (guint i = 0; i < gaps->len; i++)
    {
      const DpGap *gap = &g_array_index (gaps, DpGap, i);
      g_autoptr (GArray) runs = NULL;

      if (dp_aligner_has_room (self, gap))
        continue;
      runs = dp_aligner_find_runs (self, gap, GRAM);
      dp_runs_put_in_order (runs);
      match_runs (self, runs);
    }
  self->folds = FALSE;
}

static void
align_in_order (DpAligner *self)
{
  DpGap all = { 0, self->result->n_old, 0, self->result->n_new };
  g_autoptr (GArray) runs = dp_aligner_find_runs (self, &all, GRAM);
  g_autoptr (GArray) in_order = g_array_copy (runs);
  g_autoptr (GArray) gaps = NULL;

  dp_runs_put_in_order (in_order);
  match_runs (self, in_order);
  extend_in_order (self);
  extend_to_ends (self);
  match_sure_runs (self, runs);
  if (self->old_offsets != NULL)
    match_folded_runs (self, &all);
  gaps = find_gaps (self, &all);
  for (guint i = 0; i < gaps->len; i++)
    split_gap (self, g_array_index (gaps, DpGap, i));
}

/* Words without a partner before a run, on the side that has fewer of them. */
static guint
count_strange_before (DpAligner *self,
                      GArray *runs,
                      guint i)
{
  DpRun end = { self->result->n_old, self->result->n_new, 0 };
  const DpRun *run = i < runs->len ? &g_array_index (runs, DpRun, i) : &end;
  const DpRun *before = i > 0 ? &g_array_index (runs, DpRun, i - 1) : NULL;
  guint a = before != NULL ? before->a + before->length : 0;
  guint b = before != NULL ? before->b + before->length : 0;

  return MIN (run->a - a, run->b - b);
}

static void
undo_chance (DpAligner *self)
{
  g_autoptr (GArray) runs = list_runs (self);

  for (guint i = 0; i < runs->len; i++)
    {
      const DpRun *run = &g_array_index (runs, DpRun, i);

      if (run->length > CHANCE_RUN ||
          count_strange_before (self, runs, i) + count_strange_before (self, runs, i + 1) < CHANCE_GAP * run->length)
        continue;
      for (guint j = 0; j < run->length; j++)
        unmatch (self, run->a + j);
    }
}

/* How many words before @from are free, up to as many as a gap may have. */
static guint
count_free_before (const guint *partners,
                   guint from)
{
  guint n = 0;

  while (n < from && n < MOVED_GAP && partners[from - 1 - n] == DP_ALIGNMENT_NONE)
    n++;
  return n;
}

static guint
count_free_behind (const guint *partners,
                   guint from,
                   guint end)
{
  guint n = 0;

  while (from + n < end && n < MOVED_GAP && partners[from + n] == DP_ALIGNMENT_NONE)
    n++;
  return n;
}

static void
fill_before (DpAligner *self,
             const DpRun *run)
{
  DpGap gap = { run->a - count_free_before (self->result->to_new, run->a), run->a, run->b - count_free_before (self->result->to_old, run->b), run->b };

  if (gap.a0 < gap.a1 && gap.b0 < gap.b1)
    dp_aligner_fill (self, &gap, FALSE, TRUE);
}

static void
fill_behind (DpAligner *self,
             const DpRun *run)
{
  guint a = run->a + run->length;
  guint b = run->b + run->length;
  DpGap gap = { a, a + count_free_behind (self->result->to_new, a, self->result->n_old), b, b + count_free_behind (self->result->to_old, b, self->result->n_new) };

  if (gap.a0 < gap.a1 && gap.b0 < gap.b1)
    dp_aligner_fill (self, &gap, TRUE, FALSE);
}

/* Whether @run goes on where @last of a moved block ended. */
static gboolean
goes_on (const DpRun *last,
         const DpRun *run)
{
  guint a = last->a + last->length;
  guint b = last->b + last->length;

  return run->a >= a && run->b >= b && run->a - a <= MOVED_GAP && run->b - b <= MOVED_GAP;
}

/* Whether it has a partner, and neither word next to it goes with it: that may be a chance. */
static gboolean
is_alone (DpAligner *self,
          guint a)
{
  const guint *to_new = self->result->to_new;

  if (a > 0 && to_new[a - 1] != DP_ALIGNMENT_NONE && to_new[a - 1] + 1 == to_new[a])
    return FALSE;
  return a + 1 == self->result->n_old || to_new[a + 1] == DP_ALIGNMENT_NONE || to_new[a] + 1 != to_new[a + 1];
}

/* Makes the two partners, when they are the same word and whatever partners they have are alone. */
static gboolean
claim (DpAligner *self,
       guint a,
       guint b)
{
  guint other = self->result->to_old[b];

  if (self->old_words[a].id != self->new_words[b].id)
    return FALSE;
  if ((self->result->to_new[a] != DP_ALIGNMENT_NONE && !is_alone (self, a)) || (other != DP_ALIGNMENT_NONE && !is_alone (self, other)))
    return FALSE;
  if (self->result->to_new[a] != DP_ALIGNMENT_NONE)
    unmatch (self, a);
  if (other != DP_ALIGNMENT_NONE)
    unmatch (self, other);
  dp_aligner_match (self, a, b);
  return TRUE;
}

/* What moved takes the words next to it along that only strayed to where they were found. */
static void
claim_ends (DpAligner *self,
            DpRun *run)
{
  while (run->a > 0 && run->b > 0 && self->result->to_new[run->a - 1] != run->b - 1 && claim (self, run->a - 1, run->b - 1))
    {
      run->a--;
      run->b--;
      run->length++;
    }
  while (run->a + run->length < self->result->n_old && run->b + run->length < self->result->n_new &&
         self->result->to_new[run->a + run->length] != run->b + run->length &&
         claim (self, run->a + run->length, run->b + run->length))
    run->length++;
}

/* (transfer full) (element-type DpRun): matches the runs of blocks that moved, each block a chain */
static GArray *
match_moved_runs (DpAligner *self,
                  guint gram)
{
  DpGap all = { 0, self->result->n_old, 0, self->result->n_new };
  g_autoptr (GArray) runs = dp_aligner_find_runs (self, &all, gram);
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (DpRun));

  for (guint i = 0; i < runs->len; i++)
    {
      DpRun run = g_array_index (runs, DpRun, i);

      /* The one before may have run on into it. */
      if (!is_all_free (self->result->to_new, run.a, run.a + run.length) || !is_all_free (self->result->to_old, run.b, run.b + run.length))
        continue;
      extend (self, &run);
      if (moved->len == 0 || !goes_on (&g_array_index (moved, DpRun, moved->len - 1), &run))
        self->chain = self->result->n_chains++;
      for (guint j = 0; j < run.length; j++)
        dp_aligner_match (self, run.a + j, run.b + j);
      claim_ends (self, &run);
      g_array_append_val (moved, run);
    }
  return moved;
}

/* What lies between the runs of one block, before its first and behind its last one. */
static void
find_moved (DpAligner *self,
            guint gram)
{
  g_autoptr (GArray) runs = match_moved_runs (self, gram);
  const guint *chain = self->result->chain;

  for (guint i = 0; i < runs->len; i++)
    {
      const DpRun *run = &g_array_index (runs, DpRun, i);
      const DpRun *next = i + 1 < runs->len ? &g_array_index (runs, DpRun, i + 1) : NULL;

      self->chain = chain[run->a];
      if (i == 0 || chain[g_array_index (runs, DpRun, i - 1).a] != chain[run->a])
        fill_before (self, run);
      if (next == NULL || chain[next->a] != chain[run->a])
        fill_behind (self, run);
      else
        {
          DpGap gap = { run->a + run->length, next->a, run->b + run->length, next->b };

          if (gap.a0 < gap.a1 && gap.b0 < gap.b1)
            dp_aligner_fill (self, &gap, TRUE, TRUE);
        }
    }
}

/* They are found again then, with all that moved beside them. */
static void
release_sure_runs (DpAligner *self)
{
  for (guint a = 0; a < self->result->n_old; a++)
    if (self->result->to_new[a] != DP_ALIGNMENT_NONE && self->result->chain[a] > 0)
      unmatch (self, a);
  self->result->n_chains = 1;
}

static guint *
new_partners (guint n)
{
  guint *partners = g_new (guint, n + 1);

  for (guint i = 0; i <= n; i++)
    partners[i] = DP_ALIGNMENT_NONE;
  return partners;
}

DpAlignment *
dp_alignment_new (GArray *old_words,
                  GArray *new_words,
                  guint n_ids,
                  DpOffsets *old_offsets,
                  DpOffsets *new_offsets)
{
  DpAligner self = { 0 };

  g_return_val_if_fail (old_words != NULL && new_words != NULL, NULL);

  self.result = g_new0 (DpAlignment, 1);
  self.result->n_old = old_words->len;
  self.result->n_new = new_words->len;
  self.result->n_chains = 1;
  self.result->to_new = new_partners (old_words->len);
  self.result->to_old = new_partners (new_words->len);
  self.result->chain = g_new0 (guint, old_words->len + 1);
  self.result->weights = g_new0 (float, n_ids + 1);
  self.result->alike = g_new0 (guint8, old_words->len + 1);
  self.old_offsets = old_offsets;
  self.new_offsets = new_offsets;
  self.old_words = (const DpWord *) (gpointer) old_words->data;
  self.new_words = (const DpWord *) (gpointer) new_words->data;
  self.cells_left = DP_ALIGNER_MAX_CELLS;
  self.steps_left = DP_ALIGNER_MAX_STEPS;

  find_weights (&self, n_ids);
  align_in_order (&self);
  undo_chance (&self);
  release_sure_runs (&self);
  for (guint gram = GRAM; gram >= MOVED_GRAM; gram--)
    find_moved (&self, gram);
  return self.result;
}

void
dp_alignment_free (DpAlignment *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->to_new);
  g_free (self->to_old);
  g_free (self->chain);
  g_free (self->alike);
  g_free (self->weights);
  g_free (self);
}
