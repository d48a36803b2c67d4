/* dp-alignment-runs.c: words in a row that two texts have once, and which of them are in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-alignment-private.h"

typedef struct
{
  guint64 hash;
  guint a;
  guint b;
  guint8 n_old; /* 0, 1 or 2 for more */
  guint8 n_new;
} Gram;

typedef struct
{
  Gram *slots; /* (owned) */
  guint mask;
} Grams;

static Gram *
find_gram (Grams *self,
           guint64 hash)
{
  guint i = (guint) (hash >> 32) & self->mask;

  while (self->slots[i].n_old + self->slots[i].n_new > 0 && self->slots[i].hash != hash)
    i = (i + 1) & self->mask;
  return &self->slots[i];
}

static guint64
hash_gram (const DpAligner *aligner,
           const DpWord *words,
           guint n)
{
  guint64 hash = n;

  for (guint i = 0; i < n; i++)
    {
      hash = (hash ^ (aligner->folds ? words[i].folded : words[i].id)) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      hash ^= hash >> 31;
    }
  return hash;
}

/* Those of the old text, which decide what is looked for. */
static void
enter_old (DpAligner *aligner,
           Grams *grams,
           const DpGap *gap,
           guint gram)
{
  guint n_free = 0;

  for (guint i = gap->a0; i < gap->a1; i++)
    {
      guint64 hash;
      Gram *entry;

      n_free = aligner->result->to_new[i] == DP_ALIGNMENT_NONE ? n_free + 1 : 0;
      if (n_free < gram)
        continue;
      hash = hash_gram (aligner, aligner->old_words + i + 1 - gram, gram);
      entry = find_gram (grams, hash);
      entry->hash = hash;
      entry->a = i + 1 - gram;
      entry->n_old = MIN (entry->n_old + 1, 2);
    }
}

static void
enter_new (DpAligner *aligner,
           Grams *grams,
           const DpGap *gap,
           guint gram)
{
  guint n_free = 0;

  for (guint i = gap->b0; i < gap->b1; i++)
    {
      Gram *entry;

      n_free = aligner->result->to_old[i] == DP_ALIGNMENT_NONE ? n_free + 1 : 0;
      if (n_free < gram)
        continue;
      entry = find_gram (grams, hash_gram (aligner, aligner->new_words + i + 1 - gram, gram));
      if (entry->n_old == 0)
        continue;
      entry->b = i + 1 - gram;
      entry->n_new = MIN (entry->n_new + 1, 2);
    }
}

static void
add_to_runs (GArray *runs,
             guint a,
             guint b,
             guint gram)
{
  DpRun *last = runs->len > 0 ? &g_array_index (runs, DpRun, runs->len - 1) : NULL;
  DpRun run = { a, b, gram };

  if (last != NULL && a + gram == last->a + last->length + 1 && b + gram == last->b + last->length + 1)
    last->length++;
  else
    g_array_append_val (runs, run);
}

GArray *
dp_aligner_find_runs (DpAligner *self,
                      const DpGap *gap,
                      guint gram)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (DpRun));
  g_autofree Gram *slots = NULL;
  Grams grams;
  guint n_slots = 16;
  guint n_free = 0;

  while (n_slots < (gap->a1 - gap->a0) * 2)
    n_slots *= 2;
  slots = g_new0 (Gram, n_slots);
  grams = (Grams){ slots, n_slots - 1 };
  enter_old (self, &grams, gap, gram);
  enter_new (self, &grams, gap, gram);

  for (guint i = gap->a0; i < gap->a1; i++)
    {
      const Gram *entry;

      n_free = self->result->to_new[i] == DP_ALIGNMENT_NONE ? n_free + 1 : 0;
      if (n_free < gram)
        continue;
      entry = find_gram (&grams, hash_gram (self, self->old_words + i + 1 - gram, gram));
      if (entry->n_old == 1 && entry->n_new == 1)
        add_to_runs (runs, i + 1 - gram, entry->b, gram);
    }
  return runs;
}

static int
compare_in_new (gconstpointer a,
                gconstpointer b,
                gpointer user_data)
{
  const DpRun *runs = user_data;
  guint left = runs[*(const guint *) a].b;
  guint right = runs[*(const guint *) b].b;

  return (left > right) - (left < right);
}

/* For each run its place among all in the new text, from 1. */
static guint *
find_ranks (GArray *runs)
{
  g_autofree guint *order = g_new (guint, runs->len + 1);
  guint *ranks = g_new (guint, runs->len + 1);

  for (guint i = 0; i < runs->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) runs->len, sizeof (guint), compare_in_new, runs->data);
  for (guint i = 0; i < runs->len; i++)
    ranks[order[i]] = i + 1;
  return ranks;
}

/* The heaviest sequence that ends with each run, by way of a tree of prefix maxima. */
typedef struct
{
  guint64 *weights; /* of the best sequence that ends with a run */
  guint *before;    /* the run before it, plus 1, or 0 */
  guint *tree;      /* a run, plus 1, or 0 */
  guint n;
} Sequences;

static void
end_with (Sequences *self,
          guint run,
          guint rank,
          guint length)
{
  guint best = 0;

  for (guint i = rank - 1; i > 0; i -= i & -i)
    if (self->tree[i] > 0 && (best == 0 || self->weights[self->tree[i] - 1] > self->weights[best - 1]))
      best = self->tree[i];
  self->before[run] = best;
  self->weights[run] = length + (best > 0 ? self->weights[best - 1] : 0);
  for (guint i = rank; i <= self->n; i += i & -i)
    if (self->tree[i] == 0 || self->weights[run] > self->weights[self->tree[i] - 1])
      self->tree[i] = run + 1;
}

void
dp_runs_put_in_order (GArray *runs)
{
  guint n = runs->len;
  g_autofree guint *ranks = find_ranks (runs);
  g_autofree guint64 *weights = g_new0 (guint64, n + 1);
  g_autofree guint *before = g_new0 (guint, n + 1);
  g_autofree guint *tree = g_new0 (guint, n + 1);
  g_autofree gboolean *keep = g_new0 (gboolean, n + 1);
  Sequences sequences = { weights, before, tree, n };
  guint best = 0;
  guint n_kept = 0;

  for (guint i = 0; i < n; i++)
    {
      end_with (&sequences, i, ranks[i], g_array_index (runs, DpRun, i).length);
      if (best == 0 || weights[i] > weights[best - 1])
        best = i + 1;
    }
  for (; best > 0; best = before[best - 1])
    keep[best - 1] = TRUE;
  for (guint i = 0; i < n; i++)
    if (keep[i])
      g_array_index (runs, DpRun, n_kept++) = g_array_index (runs, DpRun, i);
  g_array_set_size (runs, n_kept);
}
