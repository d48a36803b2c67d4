/* dp-bitext.c: which sentences of a text are which of its translation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-bitext.h"

#include <math.h>

/* Variance of the length of a translation, for each character of the original. */
#define VARIANCE 6.8

#define NEVER 1e9

/* What leaving a unit out costs beyond its probability. */
#define LEFT_OUT 1.0

/* What a number that is in both is worth, in nats, and one that is in one alone costs, since some are
 * written out. */
#define NUMBER_WORTH 3.0
#define NUMBER_MISSED 2.5
#define MOST_MISSED 2

/* How far from the diagonal pairs are looked at, in units; a tenth of the longer text if that is more, up to the most. */
#define BAND 60
#define WIDEST_BAND 2000

typedef struct
{
  guint n_source;
  guint n_target;
  double probability;
} Kind;

static const Kind kinds[] = {
  { 1, 1, 0.89 },
  { 1, 0, 0.00495 },
  { 0, 1, 0.00495 },
  { 2, 1, 0.0445 },
  { 1, 2, 0.0445 },
  { 2, 2, 0.011 },
};

DpBitextUnit
dp_bitext_unit (const char *text,
                gsize length)
{
  DpBitextUnit unit = { 0 };
  guint32 hash = 0;
  gboolean is_within = FALSE;

  g_return_val_if_fail (text != NULL, unit);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      unit.length++;
      if (digit >= 0)
        {
          hash = (is_within ? hash : 2166136261u) * 16777619u ^ (guint32) (digit + 1);
          is_within = TRUE;
        }
      if ((digit < 0 || g_utf8_next_char (p) >= text + length) && is_within)
        {
          if (unit.n_numbers < DP_BITEXT_NUMBERS)
            unit.numbers[unit.n_numbers++] = hash;
          is_within = FALSE;
        }
    }
  return unit;
}

/* -log of how likely a length of the target is that is as far from what is expected, or farther. */
static double
get_length_cost (double source,
                 double target,
                 double ratio)
{
  double mean, delta, tail;

  if (source + target == 0)
    return 0;
  mean = (source + target / ratio) / 2;
  delta = fabs ((source * ratio - target) / sqrt (VARIANCE * mean));
  tail = erfc (delta / G_SQRT2);
  return tail > 1e-300 ? -log (tail) : 690 + delta;
}

static guint
count_numbers (const DpBitextUnit *units,
               guint from,
               guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += units[i].n_numbers;
  return n;
}

static gboolean
has_number (const DpBitextUnit *units,
            guint from,
            guint to,
            guint32 number)
{
  for (guint i = from; i < to; i++)
    for (guint j = 0; j < units[i].n_numbers; j++)
      if (units[i].numbers[j] == number)
        return TRUE;
  return FALSE;
}

static double
get_number_cost (const DpBitextUnit *source,
                 const DpBitextUnit *target,
                 const DpBead *bead)
{
  guint n_source = count_numbers (source, bead->source_from, bead->source_to);
  guint n_target = count_numbers (target, bead->target_from, bead->target_to);
  guint n_shared = 0;

  if (n_source == 0 && n_target == 0)
    return 0;
  for (guint i = bead->source_from; i < bead->source_to; i++)
    for (guint j = 0; j < source[i].n_numbers; j++)
      n_shared += has_number (target, bead->target_from, bead->target_to, source[i].numbers[j]);
  n_shared = MIN (n_shared, MIN (n_source, n_target));
  return NUMBER_MISSED * MIN (MAX (n_source, n_target) - n_shared, MOST_MISSED) - NUMBER_WORTH * n_shared;
}

static guint
add_lengths (const DpBitextUnit *units,
             guint from,
             guint to)
{
  guint length = 0;

  for (guint i = from; i < to; i++)
    length += units[i].length;
  return length;
}

static double
get_cost (const DpBitextUnit *source,
          const DpBitextUnit *target,
          const DpBead *bead,
          double probability,
          double ratio)
{
  double cost = -log (probability);

  if (bead->source_from == bead->source_to || bead->target_from == bead->target_to)
    return cost + LEFT_OUT;
  return cost +
         get_length_cost (add_lengths (source, bead->source_from, bead->source_to), add_lengths (target, bead->target_from, bead->target_to), ratio) +
         get_number_cost (source, target, bead);
}

/* The table of dynamic programming: of each row only what lies near the diagonal. */
typedef struct
{
  guint n_source;
  guint n_target;
  guint width; /* of a row, in cells */
  double *costs;
  guint8 *kinds;
} Table;

/* The first column of a row. */
static guint
get_first (const Table *table,
           guint row)
{
  guint middle = table->n_source > 0 ? (guint) ((guint64) row * table->n_target / table->n_source) : 0;
  guint half = table->width / 2;
  guint last = table->n_target + 1 > table->width ? table->n_target + 1 - table->width : 0;

  return MIN (middle > half ? middle - half : 0, last);
}

/* G_MAXSIZE outside the band. */
static gsize
get_cell (const Table *table,
          guint row,
          guint column)
{
  guint first = get_first (table, row);

  if (column < first || column >= first + table->width || column > table->n_target)
    return G_MAXSIZE;
  return (gsize) row * table->width + (column - first);
}

static void
fill_cell (Table *table,
           const DpBitextUnit *source,
           const DpBitextUnit *target,
           double ratio,
           guint row,
           guint column)
{
  gsize cell = get_cell (table, row, column);

  table->costs[cell] = row == 0 && column == 0 ? 0 : NEVER;
  for (guint8 k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      DpBead bead;
      gsize before;
      double cost;

      if (kinds[k].n_source > row || kinds[k].n_target > column)
        continue;
      before = get_cell (table, row - kinds[k].n_source, column - kinds[k].n_target);
      if (before == G_MAXSIZE || table->costs[before] >= NEVER)
        continue;
      bead = (DpBead){ row - kinds[k].n_source, row, column - kinds[k].n_target, column };
      cost = table->costs[before] + get_cost (source, target, &bead, kinds[k].probability, ratio);
      if (cost < table->costs[cell])
        {
          table->costs[cell] = cost;
          table->kinds[cell] = k;
        }
    }
}

/* (transfer full) (element-type DpBead): back from the last cell */
static GArray *
trace (const Table *table)
{
  GArray *beads = g_array_new (FALSE, FALSE, sizeof (DpBead));
  guint row = table->n_source;
  guint column = table->n_target;

  while (row > 0 || column > 0)
    {
      const Kind *kind = &kinds[table->kinds[get_cell (table, row, column)]];
      DpBead bead = { row - kind->n_source, row, column - kind->n_target, column };

      g_array_append_val (beads, bead);
      row = bead.source_from;
      column = bead.target_from;
    }
  for (guint i = 0; i < beads->len / 2; i++)
    {
      DpBead bead = g_array_index (beads, DpBead, i);

      g_array_index (beads, DpBead, i) = g_array_index (beads, DpBead, beads->len - 1 - i);
      g_array_index (beads, DpBead, beads->len - 1 - i) = bead;
    }
  return beads;
}

GArray *
dp_bitext_align (const DpBitextUnit *source,
                 guint n_source,
                 const DpBitextUnit *target,
                 guint n_target)
{
  double source_length = add_lengths (source, 0, n_source);
  double target_length = add_lengths (target, 0, n_target);
  double ratio = source_length > 0 && target_length > 0 ? CLAMP (target_length / source_length, 0.2, 5.0) : 1;
  /* Each step down must find the row before within reach, however steep the diagonal. */
  guint steep = n_source > 0 ? n_target / n_source : 0;
  Table table = { n_source, n_target, 0, NULL, NULL };
  GArray *beads;

  g_return_val_if_fail (n_source == 0 || source != NULL, NULL);
  g_return_val_if_fail (n_target == 0 || target != NULL, NULL);

  table.width = 2 * CLAMP (MAX (n_source, n_target) / 10, BAND, WIDEST_BAND) + 4 * (steep + 1);
  table.width = n_source == 0 ? n_target + 1 : MIN (table.width, n_target + 1);
  table.costs = g_new (double, (gsize) (n_source + 1) * table.width);
  table.kinds = g_new0 (guint8, (gsize) (n_source + 1) * table.width);
  for (guint row = 0; row <= n_source; row++)
    {
      guint first = get_first (&table, row);

      for (guint column = first; column < first + table.width && column <= n_target; column++)
        fill_cell (&table, source, target, ratio, row, column);
    }
  beads = trace (&table);
  g_free (table.costs);
  g_free (table.kinds);
  return beads;
}
