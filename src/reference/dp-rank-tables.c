/* dp-rank-tables.c: the ranking tables as a stated rank is held against them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-tables.h"

#include <string.h>

#define MAX_POSITIONS 4

static void
edition_free (DpRankTableEdition *edition)
{
  g_ptr_array_unref (edition->rows);
  g_free (edition);
}

static void
table_free (DpRankTable *table)
{
  g_ptr_array_unref (table->editions);
  g_free (table);
}

static DpRankTable *
new_table (const DpRankedIndex *index)
{
  DpRankTable *table = g_new0 (DpRankTable, 1);

  table->index = index;
  table->editions = g_ptr_array_new_with_free_func ((GDestroyNotify) edition_free);
  for (guint i = 0; i < index->editions->len; i++)
    {
      DpRankTableEdition *edition = g_new0 (DpRankTableEdition, 1);

      edition->edition = index->editions->pdata[i];
      edition->rows = g_ptr_array_new ();
      g_ptr_array_add (table->editions, edition);
    }

  return table;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const DpRankedRow *first = *(DpRankedRow *const *) a;
  const DpRankedRow *second = *(DpRankedRow *const *) b;

  if (first->row.rank != second->row.rank)
    return first->row.rank < second->row.rank ? -1 : 1;

  return strcmp (first->row.country, second->row.country);
}

GHashTable *
dp_rank_tables_new (DpRankings *rankings)
{
  const DpRankedLists *lists = dp_rankings_get_lists (rankings);
  GHashTable *tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) table_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < lists->indices->len; i++)
    {
      const DpRankedIndex *index = lists->indices->pdata[i];

      g_hash_table_insert (tables, (char *) index->id, new_table (index));
    }
  for (guint i = 0; i < lists->rows->len; i++)
    {
      const DpRankedRow *row = lists->rows->pdata[i];
      DpRankTable *table = g_hash_table_lookup (tables, row->row.index);

      if (row->row.rank > 0)
        g_ptr_array_add (((DpRankTableEdition *) table->editions->pdata[row->edition])->rows, (gpointer) row);
    }
  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const DpRankTable *table = value;

      for (guint i = 0; i < table->editions->len; i++)
        g_ptr_array_sort (((DpRankTableEdition *) table->editions->pdata[i])->rows, compare_ranks);
    }

  return tables;
}

/* Years to editions. */

/* The year behind the hyphen of "2011-2012" and "2021-22"; 0 for other names. */
static guint
get_second (const DpRankedEdition *edition)
{
  const char *at = edition->name;
  guint64 second;

  while (g_ascii_isdigit (*at))
    at++;
  if (*at != '-' || !g_ascii_isdigit (at[1]))
    return 0;
  second = g_ascii_strtoull (at + 1, NULL, 10);

  return second < 100 ? edition->year - edition->year % 100 + (guint) second : (guint) second;
}

static void
add_position (guint *positions,
              guint *n,
              guint position)
{
  for (guint i = 0; i < *n; i++)
    {
      if (positions[i] == position)
        return;
    }
  if (*n < MAX_POSITIONS)
    positions[(*n)++] = position;
}

static void
find_editions (const DpRankTable *self,
               const DpRankKind *kind,
               guint year,
               guint second,
               guint *positions,
               guint *n)
{
  g_autofree char *text = g_strdup_printf ("%u", year);

  for (guint i = 0; i < self->editions->len; i++)
    {
      const DpRankedEdition *edition = ((DpRankTableEdition *) self->editions->pdata[i])->edition;

      if (edition->year == year && get_second (edition) == second)
        add_position (positions, n, i);
      for (guint k = 0; second == 0 && k < kind->aliases->len; k++)
        {
          const DpRankAlias *alias = kind->aliases->pdata[k];

          if (strcmp (alias->year, text) == 0 && strcmp (alias->edition, edition->name) == 0)
            add_position (positions, n, i);
        }
    }
}

guint
dp_rank_table_resolve (const DpRankTable *self,
                       const DpRankKind *kind,
                       const DpRankYear *year,
                       guint *positions)
{
  guint number = year->year;
  guint n = 0;

  if (number == 0)
    return 0;
  if (year->is_release && kind->next_year > 0 && number > kind->next_year)
    number--;
  if (year->is_report && kind->by_report && year->second == 0)
    number--;
  find_editions (self, kind, number, year->second, positions, &n);

  for (guint i = 0; kind->by_data && !year->is_report && year->second == 0 && i < self->editions->len; i++)
    {
      if (((DpRankTableEdition *) self->editions->pdata[i])->edition->data_year == number)
        add_position (positions, &n, i);
    }
  if (year->is_before)
    {
      /* The edition before, if it is of the year before: else who knows what is meant. */
      if (n == 0 || positions[0] == 0)
        return 0;
      number = ((DpRankTableEdition *) self->editions->pdata[positions[0]])->edition->year;
      positions[0]--;
      n = ((DpRankTableEdition *) self->editions->pdata[positions[0]])->edition->year + 1 == number;
    }

  return n;
}

/* From the bottom. */

guint
dp_rank_table_from_bottom (const DpRankTableEdition *self,
                           guint n)
{
  if (n == 0 || n > self->rows->len)
    return 0;

  return ((DpRankedRow *) self->rows->pdata[self->rows->len - n])->row.rank;
}

gboolean
dp_rank_table_is_from_bottom (const DpRankTableEdition *self,
                              guint rank,
                              guint n)
{
  return rank > 0 && dp_rank_table_from_bottom (self, n) == rank;
}
