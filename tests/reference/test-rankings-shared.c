/* test-rankings-shared.c: the outside gates: shipped rows against the tables they were made from, and
 * facts that were read elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They lie in the shared development folder that DP_SHARED names. Who has none still runs
 * test-rankings.c.
 */

#include "reference/dp-rankings.h"

#include <string.h>

#include "base/dp-file.h"
#include "base/dp-paths.h"
#include "reference/dp-csv.h"

static const char *const shipped[] = { "cpi.csv", "hdi.csv", "vdem-ldi.csv", "wjp-rule-of-law.csv" };

static char *
find_shared (const char *name)
{
  const char *shared = g_getenv ("DP_SHARED");
  g_autofree char *path = shared != NULL ? g_build_filename (shared, "indices", name, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);
  g_test_message ("indices/%s is not here, gate not run", name);

  return NULL;
}

static DpCsv *
read_table (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dp_file_read (file, DP_CSV_MAX_SIZE, NULL, &error);
  DpCsv *csv;

  g_assert_no_error (error);
  csv = dp_csv_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return csv;
}

static void
compare_tables (DpCsv *ours,
                DpCsv *theirs)
{
  g_assert_cmpuint (dp_csv_get_n_rows (ours), ==, dp_csv_get_n_rows (theirs));
  g_assert_cmpuint (dp_csv_get_n_columns (ours), ==, dp_csv_get_n_columns (theirs) - 1);
  g_assert_cmpint (dp_csv_find_column (ours, "source"), ==, -1);

  for (guint column = 0; column < dp_csv_get_n_columns (ours); column++)
    {
      int other = dp_csv_find_column (theirs, dp_csv_get_column_name (ours, column));

      g_assert_cmpint (other, >=, 0);
      for (guint row = 0; row < dp_csv_get_n_rows (ours); row++)
        g_assert_cmpstr (dp_csv_get (ours, row, column), ==, dp_csv_get (theirs, row, (guint) other));
    }
}

static void
test_unaltered (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autofree char *shared_path = find_shared (shipped[i]);
      g_autofree char *folder = dp_paths_data ("rankings");
      g_autofree char *path = g_build_filename (folder, shipped[i], NULL);
      g_autoptr (DpCsv) ours = read_table (path);
      g_autoptr (DpCsv) theirs = shared_path != NULL ? read_table (shared_path) : NULL;

      if (theirs != NULL)
        compare_tables (ours, theirs);
      g_test_message ("%s: %u rows", shipped[i], dp_csv_get_n_rows (ours));
    }
}

static DpRankings *
load_shipped (void)
{
  g_autofree char *folder = dp_paths_data ("rankings");
  const char *folders[] = { folder, NULL };
  DpRankings *rankings = dp_rankings_new (folders, dp_countries_new (NULL));

  dp_rankings_load (rankings);
  g_assert_null (dp_rankings_get_problems (rankings)[0]);

  return rankings;
}

/* A stated score is compared to the decimals it is stated with, and against what else the publisher has
 * printed, which the note gives. */
static gboolean
has_score (const DpRanking *ranking,
           const char *score)
{
  const char *point = strchr (score, '.');
  int decimals = point != NULL ? (int) strlen (point + 1) : 0;
  g_autofree char *rounded = g_strdup_printf ("%.*f", decimals, g_ascii_strtod (ranking->score, NULL));

  return g_ascii_strtod (rounded, NULL) == g_ascii_strtod (score, NULL) || strstr (ranking->note, score) != NULL;
}

static gboolean
has_rank (const DpRanking *ranking,
          const char *rank)
{
  g_autofree char *other = g_strdup_printf ("rank %s for", rank);

  return ranking->rank == (guint) g_ascii_strtoull (rank, NULL, 10) || strstr (ranking->note, other) != NULL;
}

static gboolean
is_shipped_whole (const char *index)
{
  static const char *const whole[] = { "cpi", "hdi", "vdem-ldi", "wjp-roli", NULL };

  return g_strv_contains (whole, index);
}

static void
test_facts (void)
{
  g_autofree char *path = find_shared ("spotchecks.csv");
  g_autoptr (DpRankings) rankings = load_shipped ();
  g_autoptr (DpCsv) facts = path != NULL ? read_table (path) : NULL;
  guint n_answered = 0;

  for (guint i = 0; facts != NULL && i < dp_csv_get_n_rows (facts); i++)
    {
      const char *index = dp_csv_get (facts, i, 0);
      const char *rank = dp_csv_get (facts, i, 3);
      const char *score = dp_csv_get (facts, i, 4);
      const char *result = dp_csv_get (facts, i, 6);
      g_autoptr (DpRanking) ranking = dp_rankings_lookup (rankings, index, dp_csv_get (facts, i, 1), dp_csv_get (facts, i, 2));

      /* Some of what was read elsewhere is itself wrong; it says so. Of indices that may not be passed on
       * there are single facts only. */
      if (strcmp (result, "ok") != 0 || (ranking == NULL && !is_shipped_whole (index)))
        continue;
      if (ranking == NULL)
        g_error ("%s %s %s is not there", index, dp_csv_get (facts, i, 1), dp_csv_get (facts, i, 2));
      if ((*rank != '\0' && !has_rank (ranking, rank)) || (*score != '\0' && !has_score (ranking, score)))
        g_error ("%s %s %s: read rank %s, score %s; the table has %u, %s (%s)", index, ranking->edition, ranking->iso3, rank, score, ranking->rank, ranking->score, ranking->note);
      n_answered++;
    }

  g_test_message ("%u facts answered", n_answered);
  g_assert_true (facts == NULL || n_answered >= 200);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rankings-shared/unaltered", test_unaltered);
  g_test_add_func ("/rankings-shared/facts", test_facts);

  return g_test_run ();
}
