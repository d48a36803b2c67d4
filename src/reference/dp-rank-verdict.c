/* dp-rank-verdict.c: one reading of a claim held against the tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-verdict.h"

#include <math.h>
#include <string.h>

#define MAX_OTHERS 20

/* At the precision of the sentence: "3.1" is right for 3.14, and "38" for 38.0. */
gboolean
dp_rank_score_equals (const DpRankValue *score,
                      const char *text)
{
  if (*text == '\0')
    return FALSE;

  return fabs (g_ascii_strtod (text, NULL) - score->score) <= 0.5 * pow (10, -(double) MIN (score->n_decimals, 15)) + 1e-9;
}

static gboolean
rank_equals (guint rank,
             const DpRankingRow *row)
{
  if (rank == 0)
    return FALSE;

  return rank == row->rank || (*row->rank_alt != '\0' && rank == g_ascii_strtoull (row->rank_alt, NULL, 10));
}

static gboolean
score_equals (const DpRankValue *score,
              const DpRankingRow *row)
{
  return dp_rank_score_equals (score, row->score) || dp_rank_score_equals (score, row->score_alt);
}

guint
dp_rank_get_stated (const DpRankUnit *unit,
                    const DpRankReading *reading)
{
  gboolean is_last;

  if (!unit->has_rank)
    return 0;
  if (unit->rank.number > 0)
    return unit->rank.number;
  if (reading->edition == NULL)
    return 0;
  if (unit->rank.from_bottom > 0)
    return dp_rank_table_from_bottom (reading->edition, unit->rank.from_bottom);
  is_last = unit->rank.is_worst != reading->kind->worst_first;

  return is_last ? dp_rank_table_from_bottom (reading->edition, 1) : 1;
}

static const char *const statuses[] = { "", "Free", "Partly Free", "Not Free" };

static gboolean
total_equals (const DpRankUnit *unit,
              const DpRankReading *reading)
{
  guint total = unit->total;

  if (total == reading->row->row.total)
    return TRUE;
  for (guint i = 0; i < reading->kind->totals->len; i++)
    {
      if (g_array_index (reading->kind->totals, guint, i) == total)
        return TRUE;
    }

  return FALSE;
}

static DpRankFinding
compare (const DpRankUnit *unit,
         const DpRankReading *reading)
{
  const DpRankingRow *row = &reading->row->row;
  DpRankFinding missing = DP_RANK_AGREES;

  if (unit->has_rank)
    {
      if (!reading->kind->has_ranks)
        missing = DP_RANK_NO_RANKS;
      else if (row->rank == 0)
        missing = DP_RANK_NOT_GIVEN;
      else if (!rank_equals (dp_rank_get_stated (unit, reading), row))
        return DP_RANK_WRONG_RANK;
    }
  if (unit->has_score && *row->score == '\0')
    missing = DP_RANK_NOT_GIVEN;
  else if (unit->has_score && !score_equals (&unit->score, row))
    return DP_RANK_WRONG_SCORE;
  if (unit->status > 0 && *row->status == '\0')
    missing = DP_RANK_NOT_GIVEN;
  else if (unit->status > 0 && strcmp (statuses[MIN (unit->status, 3)], row->status) != 0)
    return DP_RANK_WRONG_STATUS;
  if (missing == DP_RANK_AGREES && unit->total > 0 && row->total == 0)
    missing = DP_RANK_NOT_GIVEN;
  else if (missing == DP_RANK_AGREES && unit->total > 0 && !total_equals (unit, reading))
    return DP_RANK_WRONG_TOTAL;

  return missing;
}

static void
judge_edition (const DpRankCourt *court,
               const DpRankUnit *unit,
               DpRankReading *reading)
{
  reading->edition = reading->table->editions->pdata[reading->position];
  reading->row = NULL;
  if (reading->iso3 == NULL)
    {
      reading->finding = DP_RANK_NO_COUNTRY;
      return;
    }
  reading->row = dp_rankings_find_row (court->rankings, reading->kind->id, reading->edition->edition->name, reading->iso3);
  if (reading->row == NULL)
    reading->finding = DP_RANK_NOT_IN_EDITION;
  else
    reading->finding = compare (unit, reading);
  if (reading->row != NULL && reading->row->row.is_secondary && reading->finding < DP_RANK_NO_INDEX)
    reading->finding = DP_RANK_SECONDARY;
}

DpRankReading
dp_rank_judge (const DpRankCourt *court,
               const DpRankUnit *unit,
               const DpRankKind *kind,
               const DpRankYear *year,
               const char *iso3)
{
  DpRankReading reading = { .kind = kind, .year = year, .iso3 = iso3 };
  guint positions[4];
  guint n;

  if (kind == NULL)
    {
      reading.finding = DP_RANK_NO_INDEX;
      return reading;
    }
  reading.table = g_hash_table_lookup (court->tables, kind->id);
  if (reading.table == NULL)
    {
      reading.finding = DP_RANK_UNKNOWN_INDEX;
      return reading;
    }
  if (year == NULL)
    {
      reading.finding = DP_RANK_NO_YEAR;
      return reading;
    }

  n = dp_rank_table_resolve (reading.table, kind, year, positions);
  reading.finding = DP_RANK_NO_EDITION;
  for (guint i = 0; i < n; i++)
    {
      DpRankReading other = reading;

      other.position = positions[i];
      judge_edition (court, unit, &other);
      /* The first that agrees, else the first that can be held against the sentence. */
      if (other.finding == DP_RANK_AGREES || reading.edition == NULL || (reading.finding >= DP_RANK_NO_INDEX && other.finding < DP_RANK_NO_INDEX))
        reading = other;
      if (reading.finding == DP_RANK_AGREES)
        break;
    }

  return reading;
}

/* Owners. */

void
dp_rank_owner_free (DpRankOwner *self)
{
  g_clear_pointer (&self->ranking, dp_ranking_free);
  g_strfreev (self->others);
  g_free (self);
}

static DpRankOwner *
new_owner (const DpRankCourt *court,
           DpRankOwnerKind kind,
           const DpRankingRow *row)
{
  DpRankOwner *owner = g_new0 (DpRankOwner, 1);

  owner->kind = kind;
  owner->ranking = dp_rankings_lookup (court->rankings, row->index, row->edition, *row->iso3 != '\0' ? row->iso3 : row->country);
  owner->others = g_new0 (char *, 1);

  return owner;
}

static gboolean
is_number_of (const DpRankUnit *unit,
              const DpRankReading *reading,
              const DpRankingRow *row)
{
  switch (reading->finding)
    {
    case DP_RANK_WRONG_RANK:
      return rank_equals (dp_rank_get_stated (unit, reading), row);
    case DP_RANK_WRONG_SCORE:
      return score_equals (&unit->score, row);
    case DP_RANK_WRONG_TOTAL:
      return row->total == unit->total && (!unit->has_rank || rank_equals (dp_rank_get_stated (unit, reading), row));
    default:
      return FALSE;
    }
}

/* 38 is the score, and no place; or the other way round. */
static gboolean
is_mixed_up (const DpRankUnit *unit,
             const DpRankReading *reading)
{
  const DpRankingRow *row = &reading->row->row;

  if (reading->finding == DP_RANK_WRONG_RANK && unit->rank.number > 0 && *row->score != '\0')
    return g_ascii_strtod (row->score, NULL) == unit->rank.number;

  return reading->finding == DP_RANK_WRONG_SCORE && unit->score.n_decimals == 0 && row->rank > 0 && unit->score.score == row->rank;
}

static DpRankOwner *
find_other_edition (const DpRankCourt *court,
                    const DpRankUnit *unit,
                    const DpRankReading *reading)
{
  const DpRankedRow *best = NULL;
  guint best_points = 0;
  guint n = reading->table->editions->len;

  for (guint i = 0; i < n; i++)
    {
      const DpRankTableEdition *edition = reading->table->editions->pdata[i];
      const DpRankedRow *row = i != reading->position ? dp_rankings_find_row (court->rankings, reading->kind->id, edition->edition->name, reading->iso3) : NULL;
      guint gap = i > reading->position ? i - reading->position : reading->position - i;
      guint points;

      if (row == NULL || !is_number_of (unit, reading, &row->row))
        continue;
      /* What agrees in all that is said comes before what is near. */
      points = 1 + (n - gap) + (unit->has_score && score_equals (&unit->score, &row->row) ? 2 * n : 0) +
               (unit->total > 0 && unit->total == row->row.total ? n : 0);
      if (points > best_points)
        {
          best = row;
          best_points = points;
        }
    }

  return best != NULL ? new_owner (court, DP_RANK_OWNER_EDITION, &best->row) : NULL;
}

static DpRankOwner *
find_sister (const DpRankCourt *court,
             const DpRankUnit *unit,
             const DpRankReading *reading)
{
  GHashTableIter iter;
  gpointer value;
  const DpRankedRow *best = NULL;

  g_hash_table_iter_init (&iter, court->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const DpRankTable *table = value;

      if (table == reading->table)
        continue;
      for (guint i = 0; i < table->editions->len; i++)
        {
          const DpRankTableEdition *edition = table->editions->pdata[i];
          const DpRankedRow *row;

          if (edition->edition->year != reading->edition->edition->year)
            continue;
          row = dp_rankings_find_row (court->rankings, table->index->id, edition->edition->name, reading->iso3);
          if (row != NULL && is_number_of (unit, reading, &row->row) && (best == NULL || strcmp (row->row.index, best->row.index) < 0))
            best = row;
        }
    }

  return best != NULL ? new_owner (court, DP_RANK_OWNER_INDEX, &best->row) : NULL;
}

static gint
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static DpRankOwner *
find_other_country (const DpRankCourt *court,
                    const DpRankUnit *unit,
                    const DpRankReading *reading)
{
  const DpRankedLists *lists = dp_rankings_get_lists (court->rankings);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  DpRankOwner *owner;

  for (guint i = 0; i < lists->rows->len && reading->finding != DP_RANK_WRONG_TOTAL; i++)
    {
      const DpRankedRow *row = lists->rows->pdata[i];

      if (row->index == reading->row->index && row->edition == reading->row->edition && row != reading->row && *row->row.iso3 != '\0' &&
          found->len < MAX_OTHERS && is_number_of (unit, reading, &row->row))
        g_ptr_array_add (found, (gpointer) row->row.iso3);
    }
  if (found->len == 0)
    return NULL;

  g_ptr_array_sort (found, compare_countries);
  owner = new_owner (court, DP_RANK_OWNER_COUNTRY, &dp_rankings_find_row (court->rankings, reading->kind->id, reading->edition->edition->name, found->pdata[0])->row);
  g_ptr_array_remove_index (found, 0);
  g_ptr_array_add (found, NULL);
  g_strfreev (owner->others);
  owner->others = g_strdupv ((char **) found->pdata);

  return owner;
}

DpRankOwner *
dp_rank_find_owner (const DpRankCourt *court,
                    const DpRankUnit *unit,
                    const DpRankReading *reading)
{
  DpRankOwner *owner;

  if (reading->finding > DP_RANK_WRONG_TOTAL || reading->finding == DP_RANK_AGREES || reading->row == NULL)
    return NULL;
  if (is_mixed_up (unit, reading))
    return new_owner (court, DP_RANK_OWNER_SCORE, &reading->row->row);

  owner = find_other_edition (court, unit, reading);
  if (owner == NULL)
    owner = find_sister (court, unit, reading);

  return owner != NULL ? owner : find_other_country (court, unit, reading);
}
