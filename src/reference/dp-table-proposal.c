/* dp-table-proposal.c: what a publisher's file seems to say, checked, before it is taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-table-proposal.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "reference/dp-fold.h"
#include "reference/dp-rankings-private.h"
#include "reference/dp-table-cells.h"

/* A title and a few words may stand above the header. */
#define MAX_LINES_ABOVE 40
#define MAX_WARNINGS 20
/* One line in so many may have a score off its scale, as publishers print. */
#define MIN_PER_OFF_SCALE 100

/* The columns of one edition. */
typedef struct
{
  guint year; /* 0: the file says it elsewhere, or not */
  int rank;
  int score;
} Edition;

typedef struct
{
  DpTableProposal *proposal;
  DpGrid *grid;
  DpRankings *rankings;
  const char *wanted; /* (nullable): the edition */
  guint header;
  int country, code, year;
  GArray *editions; /* Edition */
  GHashTable *seen;
  guint n_off_scale, n_strangers;
} Job;

static void
row_free (DpTableRow *row)
{
  g_free (row->edition);
  g_free (row->iso3);
  g_free (row->country);
  g_free (row->rank_alt);
  g_free (row->score);
  g_free (row);
}

static void
warning_free (DpTableWarning *warning)
{
  g_free (warning->text);
  g_free (warning);
}

void
dp_table_proposal_free (DpTableProposal *self)
{
  g_free (self->index);
  g_free (self->scale_min);
  g_free (self->scale_max);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->editions);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/* @row, @column: of the grid, or -1. Takes @text. */
static void
warn (Job *job,
      gboolean refuses,
      int row,
      int column,
      char *text)
{
  DpTableWarning *warning;

  job->proposal->refuses |= refuses;
  if (job->proposal->warnings->len >= MAX_WARNINGS && !(refuses && row < 0))
    {
      g_free (text);
      return;
    }
  warning = g_new0 (DpTableWarning, 1);
  warning->line = row >= 0 ? dp_grid_get_line (job->grid, row) : 0;
  warning->column = (guint) (column + 1);
  warning->refuses = refuses;
  warning->text = text;
  g_ptr_array_add (job->proposal->warnings, warning);
}

/* -- The columns -- */

static Edition *
get_edition (Job *job,
             guint year)
{
  Edition edition = { year, -1, -1 };

  for (guint i = 0; i < job->editions->len; i++)
    {
      if (g_array_index (job->editions, Edition, i).year == year)
        return &g_array_index (job->editions, Edition, i);
    }
  g_array_append_val (job->editions, edition);

  return &g_array_index (job->editions, Edition, job->editions->len - 1);
}

static void
set_first (int *column,
           guint value)
{
  if (*column < 0)
    *column = (int) value;
}

static gboolean
is_index_title (Job *job,
                const char *cell)
{
  const DpIndexInfo *info = dp_rankings_get_info (job->rankings, job->proposal->index);
  g_autofree char *folded = dp_fold_text (cell);
  g_autofree char *wanted = dp_fold_text (info != NULL ? info->title : job->proposal->index);

  return *wanted != '\0' && strstr (folded, wanted) != NULL;
}

/* Reads one row as if it were the header. */
static gboolean
try_header (Job *job,
            guint row)
{
  job->country = job->code = job->year = -1;
  g_array_set_size (job->editions, 0);
  for (guint i = 0; i < dp_grid_get_n_columns (job->grid); i++)
    {
      const char *cell = dp_grid_get (job->grid, row, i);
      guint year = 0;

      switch (dp_table_heading_read (cell, &year))
        {
        case DP_TABLE_HEADING_COUNTRY:
          set_first (&job->country, i);
          break;
        case DP_TABLE_HEADING_CODE:
          set_first (&job->code, i);
          break;
        case DP_TABLE_HEADING_YEAR:
          set_first (&job->year, i);
          break;
        case DP_TABLE_HEADING_RANK:
          set_first (&get_edition (job, year)->rank, i);
          break;
        case DP_TABLE_HEADING_SCORE:
          set_first (&get_edition (job, year)->score, i);
          break;
        case DP_TABLE_HEADING_OTHER:
        default:
          if (is_index_title (job, cell))
            set_first (&get_edition (job, year)->score, i);
        }
    }

  return (job->country >= 0 || job->code >= 0) && job->editions->len > 0;
}

/* -- The scale -- */

/* Of the known edition nearest to @year; else as the catalogue says in words. */
static void
find_scale (Job *job,
            guint year)
{
  const DpRankedLists *lists = dp_rankings_get_lists (job->rankings);
  const DpIndexInfo *info = dp_rankings_get_info (job->rankings, job->proposal->index);
  const char *scale = info != NULL ? info->scale : "";
  guint nearest = G_MAXUINT;
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  for (guint i = 0; i < lists->rows->len; i++)
    {
      const DpRankedRow *ranked = lists->rows->pdata[i];
      guint known = (guint) atoi (ranked->row.edition);
      guint distance = known > year ? known - year : year - known;

      if (*ranked->row.scale != '\0' && distance < nearest && strcmp (ranked->row.index, job->proposal->index) == 0)
        {
          nearest = distance;
          scale = ranked->row.scale;
        }
    }

  if (dp_table_scale_read (scale, &min, &max))
    {
      g_free (job->proposal->scale_min);
      g_free (job->proposal->scale_max);
      job->proposal->scale_min = g_steal_pointer (&min);
      job->proposal->scale_max = g_steal_pointer (&max);
    }
}

static gboolean
is_off_scale (Job *job,
              const char *score)
{
  double value = g_ascii_strtod (score, NULL);

  return *job->proposal->scale_max != '\0' &&
         (value < g_ascii_strtod (job->proposal->scale_min, NULL) || value > g_ascii_strtod (job->proposal->scale_max, NULL));
}

/* -- The rows -- */

static const char *
find_country (Job *job,
              guint row,
              char **name)
{
  DpCountries *countries = dp_rankings_get_countries (job->rankings);
  const char *code = job->code >= 0 ? dp_grid_get (job->grid, row, job->code) : "";
  const char *iso3 = NULL;

  *name = dp_table_name_clean (job->country >= 0 ? dp_grid_get (job->grid, row, job->country) : code);
  if (strcmp (code, "OWID_KOS") == 0)
    code = "XKX";
  if (*code != '\0')
    iso3 = dp_countries_find (countries, code);
  if (iso3 == NULL && **name != '\0')
    iso3 = dp_countries_find (countries, *name);

  return iso3;
}

static void
warn_cell (Job *job,
           guint row,
           int column)
{
  warn (job, TRUE, row, column, g_strdup_printf (_ ("“%s” is no number of this column"), dp_grid_get (job->grid, row, column)));
}

static gboolean
read_values (Job *job,
             guint row,
             const Edition *edition,
             DpTableMarks marks,
             DpTableRow *result)
{
  if (edition->rank >= 0)
    {
      const char *cell = dp_grid_get (job->grid, row, edition->rank);

      switch (dp_table_rank_read (cell, &result->rank, &result->rank_alt))
        {
        case DP_TABLE_VALUE_BAD:
          warn_cell (job, row, edition->rank);
          return FALSE;
        case DP_TABLE_VALUE_NONE:
        case DP_TABLE_VALUE_READ:
        default:
          break;
        }
    }
  if (edition->score >= 0)
    {
      const char *cell = dp_grid_get (job->grid, row, edition->score);

      if (dp_table_score_read (cell, marks, &result->score) == DP_TABLE_VALUE_BAD)
        {
          warn_cell (job, row, edition->score);
          return FALSE;
        }
      if (*result->score != '\0' && is_off_scale (job, result->score))
        {
          job->n_off_scale++;
          warn (job, FALSE, row, edition->score, g_strdup_printf (_ ("the score %s lies outside the scale %s to %s"), result->score, job->proposal->scale_min, job->proposal->scale_max));
          return FALSE;
        }
    }

  return result->rank > 0 || *result->score != '\0';
}

static gboolean
is_wanted (Job *job,
           guint year)
{
  return job->wanted == NULL || year == 0 || (guint) atoi (job->wanted) == year;
}

static void
read_row (Job *job,
          guint row,
          const Edition *edition,
          DpTableMarks marks)
{
  DpTableRow *result;
  guint year = edition->year;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  const char *iso3;

  if (job->year >= 0 && edition->year == 0)
    {
      const char *cell = dp_grid_get (job->grid, row, job->year);

      year = dp_table_year_read (cell);
      if (year == 0 && *cell != '\0')
        {
          warn (job, TRUE, row, job->year, g_strdup_printf (_ ("“%s” is no year"), cell));
          return;
        }
    }
  if (!is_wanted (job, year))
    return;

  result = g_new0 (DpTableRow, 1);
  result->score = g_strdup ("");
  result->rank_alt = g_strdup ("");
  iso3 = find_country (job, row, &name);
  if (*name == '\0' || !read_values (job, row, edition, marks, result))
    {
      row_free (result);
      return;
    }
  if (iso3 == NULL)
    {
      job->n_strangers++;
      warn (job, FALSE, row, job->country >= 0 ? job->country : job->code, g_strdup_printf (_ ("“%s” is no country that is known; this line is left out"), name));
      row_free (result);
      return;
    }

  result->edition = job->wanted != NULL ? g_strdup (job->wanted) : g_strdup_printf ("%u", year);
  result->iso3 = g_strdup (iso3);
  result->country = g_strdup (dp_countries_get_name (dp_rankings_get_countries (job->rankings), iso3));
  key = g_strjoin ("\x1f", result->edition, iso3, NULL);
  if (!g_hash_table_add (job->seen, g_steal_pointer (&key)))
    warn (job, TRUE, row, job->country >= 0 ? job->country : job->code, g_strdup_printf (_ ("%s is there twice in the edition %s"), name, result->edition));
  g_ptr_array_add (job->proposal->rows, result);
}

static void
read_rows (Job *job)
{
  for (guint i = 0; i < job->editions->len; i++)
    {
      const Edition *edition = &g_array_index (job->editions, Edition, i);
      DpTableMarks marks = DP_TABLE_MARKS_POINT;

      if (edition->year != 0 && !is_wanted (job, edition->year))
        continue;
      /* Several years side by side leave no sense to columns without one. */
      if (edition->year == 0 && job->editions->len > 1 && job->year < 0)
        continue;
      find_scale (job, edition->year != 0 ? edition->year : (guint) (job->wanted != NULL ? atoi (job->wanted) : 2100));
      if (edition->score >= 0)
        marks = dp_table_marks_find (job->grid, job->header + 1, edition->score, g_ascii_strtod (job->proposal->scale_max, NULL));
      if (marks == DP_TABLE_MARKS_MIXED)
        {
          warn (job, TRUE, (int) job->header, edition->score, g_strdup (_ ("points and commas both stand for decimals in this column")));
          continue;
        }
      if (job->proposal->rank_column == 0 && job->proposal->score_column == 0)
        {
          job->proposal->rank_column = (guint) (edition->rank + 1);
          job->proposal->score_column = (guint) (edition->score + 1);
        }
      for (guint row = job->header + 1; row < dp_grid_get_n_rows (job->grid); row++)
        read_row (job, row, edition, marks);
    }
}

/* -- All of an edition -- */

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  double first = g_ascii_strtod ((*(DpTableRow *const *) a)->score, NULL);
  double second = g_ascii_strtod ((*(DpTableRow *const *) b)->score, NULL);

  return (first < second) - (first > second);
}

/* Ties share the better place: 1, 2, 2, 4. */
static void
derive_ranks (Job *job,
              GPtrArray *rows,
              gboolean is_lowest_first)
{
  g_ptr_array_sort (rows, compare_scores);
  for (guint i = 0; i < rows->len; i++)
    {
      DpTableRow *row = rows->pdata[is_lowest_first ? rows->len - 1 - i : i];
      DpTableRow *before = i > 0 ? rows->pdata[is_lowest_first ? rows->len - i : i - 1] : NULL;

      row->rank = before != NULL && compare_scores (&row, &before) == 0 ? before->rank : i + 1;
    }
  job->proposal->has_derived_ranks = TRUE;
}

static gboolean
finish_edition (Job *job,
                const char *edition)
{
  const DpIndexInfo *info = dp_rankings_get_info (job->rankings, job->proposal->index);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint n_ranked = 0;
  guint highest = 0;

  for (guint i = 0; i < job->proposal->rows->len; i++)
    {
      DpTableRow *row = job->proposal->rows->pdata[i];

      if (strcmp (row->edition, edition) != 0)
        continue;
      g_ptr_array_add (rows, row);
      n_ranked += row->rank > 0;
      highest = MAX (highest, row->rank);
    }
  if (n_ranked == 0 && info != NULL && *info->ranked_first != '\0')
    {
      derive_ranks (job, rows, strcmp (info->ranked_first, "lowest") == 0);
      n_ranked = rows->len;
    }
  else if (n_ranked == 0)
    warn (job, FALSE, -1, -1, g_strdup_printf (_ ("edition %s: no ranks, and none can be worked out"), edition));
  if (highest > 2 * n_ranked + 10 && n_ranked > 0)
    warn (job, TRUE, -1, -1, g_strdup_printf (_ ("edition %s: rank %u among %u countries"), edition, highest, n_ranked));
  else if (highest > n_ranked)
    warn (job, FALSE, -1, -1, g_strdup_printf (_ ("edition %s: rank %u among %u countries"), edition, highest, n_ranked));
  for (guint i = 0; i < rows->len; i++)
    ((DpTableRow *) rows->pdata[i])->total = n_ranked > 0 ? MAX (highest, n_ranked) : 0;

  return TRUE;
}

static gboolean
scores_agree (const char *a,
              const char *b)
{
  const char *point_a = strchr (a, '.');
  const char *point_b = strchr (b, '.');
  guint digits = (guint) MIN (point_a != NULL ? strlen (point_a + 1) : 0, point_b != NULL ? strlen (point_b + 1) : 0);
  double step = 1;

  for (; digits > 0; digits--)
    step /= 10;

  return ABS (g_ascii_strtod (a, NULL) - g_ascii_strtod (b, NULL)) <= step * 0.501;
}

/* Beside the facts that are known of the same edition. */
static void
compare_known (Job *job)
{
  DpTableProposal *proposal = job->proposal;

  for (guint i = 0; i < proposal->rows->len; i++)
    {
      const DpTableRow *row = proposal->rows->pdata[i];
      const DpRankedRow *known = dp_rankings_find_row (job->rankings, proposal->index, row->edition, row->iso3);
      g_autofree char *rank = g_strdup_printf ("%u", row->rank);

      if (known == NULL)
        continue;
      if (row->rank > 0 && known->row.rank > 0 && row->rank != known->row.rank && strcmp (rank, known->row.rank_alt) != 0)
        {
          proposal->n_differing++;
          warn (job, FALSE, -1, -1, g_strdup_printf (_ ("%s %s: rank %u here, %u in the facts known"), row->country, row->edition, row->rank, known->row.rank));
        }
      else if (*row->score != '\0' && *known->row.score != '\0' && !scores_agree (row->score, known->row.score) &&
               (*known->row.score_alt == '\0' || !scores_agree (row->score, known->row.score_alt)))
        {
          proposal->n_differing++;
          warn (job, FALSE, -1, -1, g_strdup_printf (_ ("%s %s: score %s here, %s in the facts known"), row->country, row->edition, row->score, known->row.score));
        }
      else
        proposal->n_agreeing++;
    }

  if (proposal->n_differing > proposal->n_agreeing)
    warn (job, TRUE, -1, -1, g_strdup (_ ("most values differ from the facts known: another index, edition or column?")));
}

static void
check_all (Job *job)
{
  DpTableProposal *proposal = job->proposal;
  g_autoptr (GHashTable) editions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < proposal->rows->len; i++)
    {
      DpTableRow *row = proposal->rows->pdata[i];

      if (strcmp (row->edition, "0") == 0)
        {
          warn (job, TRUE, -1, -1, g_strdup (_ ("the file does not say which edition it is: name it")));
          return;
        }
      if (g_hash_table_add (editions, row->edition))
        g_ptr_array_add (proposal->editions, g_strdup (row->edition));
    }
  if (proposal->rows->len == 0)
    warn (job, TRUE, -1, -1, g_strdup (_ ("no line gives a country and its place or score")));
  if (job->n_off_scale * MIN_PER_OFF_SCALE > proposal->rows->len)
    warn (job, TRUE, -1, -1, g_strdup_printf (_ ("%u scores lie outside the scale"), job->n_off_scale));
  if (job->n_strangers > proposal->rows->len)
    warn (job, TRUE, -1, -1, g_strdup (_ ("most lines name no country that is known")));
  for (guint i = 0; i < proposal->editions->len; i++)
    finish_edition (job, proposal->editions->pdata[i]);
  compare_known (job);
}

DpTableProposal *
dp_table_proposal_new (DpGrid *grid,
                       DpRankings *rankings,
                       const char *index,
                       const char *edition)
{
  DpTableProposal *self = g_new0 (DpTableProposal, 1);
  g_autoptr (GArray) editions = g_array_new (FALSE, FALSE, sizeof (Edition));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_lines = MIN (dp_grid_get_n_rows (grid), MAX_LINES_ABOVE);
  Job job = { self, grid, rankings, edition, .editions = editions, .seen = seen };

  self->index = g_strdup (index);
  self->scale_min = g_strdup ("");
  self->scale_max = g_strdup ("");
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->editions = g_ptr_array_new_with_free_func (g_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) warning_free);

  while (job.header < n_lines && !try_header (&job, job.header))
    job.header++;
  if (job.header == n_lines)
    {
      warn (&job, TRUE, 0, -1, g_strdup (_ ("no line names the columns: a country, and its rank or score")));
      return self;
    }

  self->header_line = dp_grid_get_line (grid, job.header);
  self->country_column = (guint) (job.country >= 0 ? job.country : job.code) + 1;
  self->year_column = (guint) (job.year + 1);
  read_rows (&job);
  check_all (&job);

  return self;
}
