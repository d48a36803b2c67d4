/* dp-paragraph-rows.c: which paragraphs of two texts stand beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-paragraph-rows.h"

#define NONE G_MAXUINT

/* The share of the shorter one of two paragraphs that they must have in common. */
#define ENOUGH_SHARED 5

/* Two paragraphs, and how many characters they share. */
typedef struct
{
  guint old_index;
  guint new_index;
  guint shared;
  guint best;   /* weight of the best sequence that ends here */
  guint before; /* the pair before it in that sequence, or NONE */
} Pair;

/* (transfer full) (element-type DpSpan): also the empty ones */
static GArray *
find_paragraphs (const char *text)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (DpSpan));
  DpSpan span = { 0, 0 };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        {
          g_array_append_val (paragraphs, span);
          span.start = span.end + 1;
        }
      span.end = *p == '\n' ? span.start : span.end + 1;
    }
  if (*text != '\0')
    g_array_append_val (paragraphs, span);
  return paragraphs;
}

static guint
get_length (GArray *paragraphs,
            guint index)
{
  DpSpan span = g_array_index (paragraphs, DpSpan, index);

  return span.end - span.start;
}

/* The words of a passage that is the same are in both texts in the same order, so that characters as far
 * from its beginning stand for each other, but for a few that are treated as equal. */
static void
add_same (const DpWordChange *change,
          GArray *old_paragraphs,
          GArray *new_paragraphs,
          guint *old_index,
          guint *new_index,
          GArray *pairs)
{
  DpSpan old_span = change->old_span;
  DpSpan new_span = change->new_span;

  while (old_span.start < old_span.end && new_span.start < new_span.end)
    {
      DpSpan old_paragraph, new_paragraph;
      guint n;

      while (*old_index + 1 < old_paragraphs->len && g_array_index (old_paragraphs, DpSpan, *old_index).end < old_span.start)
        ++*old_index;
      while (*new_index + 1 < new_paragraphs->len && g_array_index (new_paragraphs, DpSpan, *new_index).end < new_span.start)
        ++*new_index;
      old_paragraph = g_array_index (old_paragraphs, DpSpan, *old_index);
      new_paragraph = g_array_index (new_paragraphs, DpSpan, *new_index);
      n = MIN (old_span.end, old_paragraph.end + 1) - old_span.start;
      n = MIN (n, MIN (new_span.end, new_paragraph.end + 1) - new_span.start);
      if (n > 0)
        {
          Pair *last = pairs->len > 0 ? &g_array_index (pairs, Pair, pairs->len - 1) : NULL;

          if (last != NULL && last->old_index == *old_index && last->new_index == *new_index)
            last->shared += n;
          else
            {
              Pair pair = { *old_index, *new_index, n, 0, NONE };

              g_array_append_val (pairs, pair);
            }
        }
      old_span.start += MAX (n, 1);
      new_span.start += MAX (n, 1);
    }
}

/* (transfer full) (element-type Pair): by their place in the old text, then in the new one */
static GArray *
find_pairs (GArray *changes,
            GArray *old_paragraphs,
            GArray *new_paragraphs)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  guint old_index = 0;
  guint new_index = 0;

  if (old_paragraphs->len == 0 || new_paragraphs->len == 0)
    return pairs;
  /* What is the same is in order in both texts, so that one walk finds all. */
  for (guint i = 0; i < changes->len; i++)
    {
      const DpWordChange *change = &g_array_index (changes, DpWordChange, i);

      if (change->kind == DP_WORD_SAME)
        add_same (change, old_paragraphs, new_paragraphs, &old_index, &new_index, pairs);
    }
  return pairs;
}

static gboolean
is_enough (const Pair *pair,
           GArray *old_paragraphs,
           GArray *new_paragraphs)
{
  guint shorter = MIN (get_length (old_paragraphs, pair->old_index), get_length (new_paragraphs, pair->new_index));

  return shorter > 0 && pair->shared * ENOUGH_SHARED >= shorter;
}

/* The tree holds, for each new paragraph, the best pair that ends at or before it. */
static guint
find_best_below (GArray *pairs,
                 const guint *tree,
                 guint n)
{
  guint best = NONE;

  for (; n > 0; n -= n & -n)
    if (tree[n] != NONE && (best == NONE || g_array_index (pairs, Pair, tree[n]).best > g_array_index (pairs, Pair, best).best))
      best = tree[n];
  return best;
}

static void
put_best (GArray *pairs,
          guint *tree,
          guint size,
          guint n,
          guint index)
{
  for (; n <= size; n += n & -n)
    if (tree[n] == NONE || g_array_index (pairs, Pair, tree[n]).best < g_array_index (pairs, Pair, index).best)
      tree[n] = index;
}

/* For each old paragraph its new one, or NONE. */
static guint *
find_partners (GArray *pairs,
               GArray *old_paragraphs,
               GArray *new_paragraphs)
{
  guint *partners = g_new (guint, old_paragraphs->len + 1);
  guint size = new_paragraphs->len;
  g_autofree guint *tree = g_new (guint, size + 1);
  guint next;

  for (guint i = 0; i <= size; i++)
    tree[i] = NONE;
  for (guint i = 0; i < old_paragraphs->len; i++)
    partners[i] = NONE;
  for (guint i = 0; i < pairs->len; i = next)
    {
      guint old_index = g_array_index (pairs, Pair, i).old_index;

      /* Those of one old paragraph do not follow each other. */
      for (next = i; next < pairs->len && g_array_index (pairs, Pair, next).old_index == old_index; next++)
        {
          Pair *pair = &g_array_index (pairs, Pair, next);

          pair->before = find_best_below (pairs, tree, pair->new_index);
          pair->best = pair->shared + (pair->before != NONE ? g_array_index (pairs, Pair, pair->before).best : 0);
        }
      for (guint j = i; j < next; j++)
        if (is_enough (&g_array_index (pairs, Pair, j), old_paragraphs, new_paragraphs))
          put_best (pairs, tree, size, g_array_index (pairs, Pair, j).new_index + 1, j);
    }
  for (guint i = find_best_below (pairs, tree, size); i != NONE; i = g_array_index (pairs, Pair, i).before)
    partners[g_array_index (pairs, Pair, i).old_index] = g_array_index (pairs, Pair, i).new_index;
  return partners;
}

/* Whether most of one paragraph without a partner is in a certain one of the other text. */
static gboolean
belongs_to (GArray *pairs,
            guint old_index,
            guint new_index,
            guint length)
{
  guint from = 0;
  guint to = pairs->len;

  /* They are in order in both texts. */
  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      const Pair *pair = &g_array_index (pairs, Pair, middle);

      if (pair->old_index == old_index && pair->new_index == new_index)
        return 2 * pair->shared >= length;
      if (pair->old_index < old_index || (pair->old_index == old_index && pair->new_index < new_index))
        from = middle + 1;
      else
        to = middle;
    }
  return FALSE;
}

typedef struct
{
  guint old_from;
  guint old_to; /* excluded */
  guint new_from;
  guint new_to;
} Run;

static void
add_row (GArray *rows,
         GArray *old_paragraphs,
         GArray *new_paragraphs,
         Run run)
{
  DpParagraphRow row = { { 0, 0 }, { 0, 0 } };

  if (run.old_from < run.old_to)
    row.old_span = (DpSpan){ g_array_index (old_paragraphs, DpSpan, run.old_from).start, g_array_index (old_paragraphs, DpSpan, run.old_to - 1).end };
  if (run.new_from < run.new_to)
    row.new_span = (DpSpan){ g_array_index (new_paragraphs, DpSpan, run.new_from).start, g_array_index (new_paragraphs, DpSpan, run.new_to - 1).end };
  g_array_append_val (rows, row);
}

/* Those before the next pair that have none: first those that are part of the row before, then each alone. */
static void
add_alone (GArray *rows,
           GArray *pairs,
           GArray *old_paragraphs,
           GArray *new_paragraphs,
           Run *last,
           guint old_to,
           guint new_to)
{
  guint old_index = last->old_to;
  guint new_index = last->new_to;
  gboolean has_row = last->old_from < last->old_to;

  while (has_row && old_index < old_to && belongs_to (pairs, old_index, last->new_from, get_length (old_paragraphs, old_index)))
    old_index++;
  while (has_row && new_index < new_to && belongs_to (pairs, last->old_from, new_index, get_length (new_paragraphs, new_index)))
    new_index++;
  last->old_to = old_index;
  last->new_to = new_index;
  if (has_row)
    add_row (rows, old_paragraphs, new_paragraphs, *last);
  for (; old_index < old_to; old_index++)
    add_row (rows, old_paragraphs, new_paragraphs, (Run){ old_index, old_index + 1, 0, 0 });
  for (; new_index < new_to; new_index++)
    add_row (rows, old_paragraphs, new_paragraphs, (Run){ 0, 0, new_index, new_index + 1 });
}

GArray *
dp_paragraph_rows (const char *old_text,
                   const char *new_text,
                   GArray *changes)
{
  g_autoptr (GArray) old_paragraphs = NULL;
  g_autoptr (GArray) new_paragraphs = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autofree guint *partners = NULL;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (DpParagraphRow));
  Run last = { 0, 0, 0, 0 };

  g_return_val_if_fail (old_text != NULL && new_text != NULL && changes != NULL, rows);

  old_paragraphs = find_paragraphs (old_text);
  new_paragraphs = find_paragraphs (new_text);
  pairs = find_pairs (changes, old_paragraphs, new_paragraphs);
  partners = find_partners (pairs, old_paragraphs, new_paragraphs);
  for (guint i = 0; i < old_paragraphs->len; i++)
    {
      if (partners[i] == NONE)
        continue;
      add_alone (rows, pairs, old_paragraphs, new_paragraphs, &last, i, partners[i]);
      last = (Run){ i, i + 1, partners[i], partners[i] + 1 };
    }
  add_alone (rows, pairs, old_paragraphs, new_paragraphs, &last, old_paragraphs->len, new_paragraphs->len);
  return rows;
}
