/* dp-alignment-fill.c: the words of a gap between two places that are known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-alignment-private.h"

#include <string.h>

/* What it is worth that a word follows on the one before it in both texts. */
#define IN_A_ROW 4.0f
/* What it is worth to begin anew where both texts begin a sentence or a line, for each step up to it. */
#define OPENS 0.5f
#define NEVER (-1e9f)

/* The most differences that a greedy walk goes through; its memory is the square of it. */
#define MAX_DIFFERENCES 1500

typedef enum
{
  STEP_ROW = 1 << 0,   /* the match goes on from one before it */
  STEP_MATCH = 1 << 1, /* the best is to match here ... */
  STEP_OLD = 1 << 2,   /* ... or to leave out the old word; else the new one */
} Step;

/* One row of the table: the best that ends in a match, and the best of all. */
typedef struct
{
  float *matches;
  float *best;
} Row;

/* A word that only resembles another is worth less than its likeness. */
static float
get_worth (guint8 alike)
{
  return alike == 100 ? 1.0f : alike / 200.0f;
}

/* How alike two words are, in hundredths; 0 when they cannot be one. @alike is %NULL for a gap that is too
 * large to look at letters. */
static guint8
get_alike (DpAligner *self,
           guint a,
           guint b,
           const guint8 *alike)
{
  if (alike != NULL)
    return *alike;
  if (self->old_words[a].folded != self->new_words[b].folded)
    return 0;
  if (self->result->to_new[a] != DP_ALIGNMENT_NONE || self->result->to_old[b] != DP_ALIGNMENT_NONE)
    return 0;
  if (self->old_words[a].id == self->new_words[b].id)
    return 100;
  return self->old_offsets != NULL ? DP_ALIGNER_CASE_ALIKE : 0;
}

static void
fill_row (DpAligner *self,
          const DpGap *gap,
          guint a,
          const guint8 *alike,
          const Row *above,
          Row *row,
          guint8 *steps,
          gboolean prefers_late)
{
  float weight = self->result->weights[self->old_words[a].id];

  row->matches[0] = NEVER;
  row->best[0] = 0;
  for (guint j = 1; j <= gap->b1 - gap->b0; j++)
    {
      guint8 likeness = get_alike (self, a, gap->b0 + j - 1, alike != NULL ? alike + j - 1 : NULL);
      float in_row = above->matches[j - 1] + IN_A_ROW * get_worth (likeness);
      float anew = above->best[j - 1] + OPENS * (float) MIN (self->old_words[a].opens, self->new_words[gap->b0 + j - 1].opens);
      gboolean goes_on = in_row > anew;
      gboolean skips_old = above->best[j] >= row->best[j - 1];

      row->best[j] = skips_old ? above->best[j] : row->best[j - 1];
      row->matches[j] = NEVER;
      steps[j] = (goes_on ? STEP_ROW : 0) | (skips_old ? STEP_OLD : 0);
      if (likeness == 0)
        continue;
      row->matches[j] = weight * get_worth (likeness) + (goes_on ? in_row : anew);
      if (row->matches[j] < row->best[j] || (row->matches[j] == row->best[j] && !prefers_late))
        continue;
      row->best[j] = row->matches[j];
      steps[j] |= STEP_MATCH;
    }
}

static void
trace (DpAligner *self,
       const DpGap *gap,
       const guint8 *steps,
       const guint8 *alike,
       gboolean ends_in_match)
{
  guint width = gap->b1 - gap->b0 + 1;
  guint i = gap->a1 - gap->a0;
  guint j = gap->b1 - gap->b0;
  gboolean is_match = ends_in_match;

  while (i > 0 && j > 0)
    {
      guint8 step = steps[(gsize) i * width + j];

      if (is_match || (step & STEP_MATCH) != 0)
        {
          dp_aligner_match (self, gap->a0 + i - 1, gap->b0 + j - 1);
          if (alike != NULL)
            self->result->alike[gap->a0 + i - 1] = alike[(gsize) (i - 1) * (width - 1) + j - 1];
          is_match = (step & STEP_ROW) != 0;
          i--;
          j--;
        }
      else if ((step & STEP_OLD) != 0)
        i--;
      else
        j--;
    }
}

static gint64
count_cells (const DpGap *gap)
{
  return ((gint64) (gap->a1 - gap->a0) + 1) * ((gint64) (gap->b1 - gap->b0) + 1);
}

gboolean
dp_aligner_has_room (DpAligner *self,
                     const DpGap *gap)
{
  return count_cells (gap) <= MIN (DP_ALIGNER_MAX_TABLE, self->cells_left);
}

gboolean
dp_aligner_fill (DpAligner *self,
                 const DpGap *gap,
                 gboolean holds_before,
                 gboolean holds_behind)
{
  guint n_old = gap->a1 - gap->a0;
  guint n_new = gap->b1 - gap->b0;
  gint64 n_cells = count_cells (gap);
  g_autofree float *values = NULL;
  g_autofree guint8 *steps = NULL;
  g_autofree guint8 *alike = NULL;
  Row rows[2];
  const Row *last;
  /* Of copies that came in before the first words of a text none is nearer to what comes behind them. */
  gboolean prefers_late = !holds_before && holds_behind;

  if (!dp_aligner_has_room (self, gap))
    return FALSE;
  self->cells_left -= n_cells;

  alike = dp_aligner_compare_words (self, gap);
  values = g_new0 (float, (gsize) 4 * (n_new + 1));
  steps = g_new0 (guint8, (gsize) n_cells);
  for (guint i = 0; i < 2; i++)
    rows[i] = (Row){ values + (gsize) 2 * i * (n_new + 1), values + (gsize) (2 * i + 1) * (n_new + 1) };
  for (guint j = 0; j <= n_new; j++)
    rows[0].matches[j] = NEVER;
  if (holds_before)
    rows[0].matches[0] = 0;
  for (guint i = 1; i <= n_old; i++)
    fill_row (self, gap, gap->a0 + i - 1, alike != NULL ? alike + (gsize) (i - 1) * n_new : NULL, &rows[(i - 1) % 2], &rows[i % 2], steps + (gsize) i * (n_new + 1), prefers_late);
  last = &rows[n_old % 2];
  trace (self, gap, steps, alike, holds_behind && last->matches[n_new] > 0 && last->matches[n_new] + IN_A_ROW > last->best[n_new]);
  return TRUE;
}

/* A walk along the diagonals; k is the number of old words behind less that of new ones. */
typedef struct
{
  const DpGap *gap;
  int *furthest;   /* (owned): for each diagonal how many old words are behind, with room on both sides */
  GPtrArray *past; /* (element-type int*): the same before each further difference */
  int best_d;
  int best_k;
  int best_sum;
} Walk;

static int
step (const int *furthest,
      int d,
      int k)
{
  if (k == -d || (k != d && furthest[k - 1] < furthest[k + 1]))
    return furthest[k + 1];
  return furthest[k - 1] + 1;
}

static void
walk_diagonal (DpAligner *self,
               Walk *walk,
               int d,
               int k)
{
  int n_old = (int) (walk->gap->a1 - walk->gap->a0);
  int n_new = (int) (walk->gap->b1 - walk->gap->b0);
  int x = d == 0 ? 0 : step (walk->furthest, d, k);
  int y = x - k;

  while (x < n_old && y < n_new && dp_aligner_may_match (self, walk->gap->a0 + (guint) x, walk->gap->b0 + (guint) y))
    {
      x++;
      y++;
      self->steps_left--;
    }
  self->steps_left--;
  walk->furthest[k] = x;
  if (x <= n_old && y <= n_new && x + y > walk->best_sum)
    {
      walk->best_sum = x + y;
      walk->best_d = d;
      walk->best_k = k;
    }
}

static void
walk_back (DpAligner *self,
           const Walk *walk)
{
  int k = walk->best_k;
  int x = (walk->best_sum + k) / 2;

  for (int d = walk->best_d; d >= 0; d--)
    {
      const int *furthest = d > 0 ? (const int *) g_ptr_array_index (walk->past, (guint) d - 1) + d : NULL;
      int from = d > 0 ? step (furthest, d, k) : 0;

      for (; x > from; x--)
        dp_aligner_match (self, walk->gap->a0 + (guint) x - 1, walk->gap->b0 + (guint) (x - k) - 1);
      if (d == 0)
        break;
      if (k == -d || (k != d && furthest[k - 1] < furthest[k + 1]))
        k++;
      else
        {
          k--;
          x--;
        }
    }
}

void
dp_aligner_fill_greedily (DpAligner *self,
                          const DpGap *gap)
{
  int sum = (int) MIN ((gap->a1 - gap->a0) + (gap->b1 - gap->b0), G_MAXINT / 2);
  int most = MIN (sum, MAX_DIFFERENCES);
  g_autofree int *room = g_new0 (int, 2 * (gsize) most + 5);
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func (g_free);
  Walk walk = { gap, room + most + 2, past, 0, 0, -1 };

  for (int d = 0; d <= most && walk.best_sum < sum && self->steps_left > 0; d++)
    {
      /* Of the diagonals before this difference those that it can come from. */
      if (d > 0)
        g_ptr_array_add (past, g_memdup2 (walk.furthest - d, sizeof (int) * (2 * (gsize) d + 1)));
      for (int k = -d; k <= d; k += 2)
        walk_diagonal (self, &walk, d, k);
    }
  if (walk.best_sum > 0)
    walk_back (self, &walk);
}
