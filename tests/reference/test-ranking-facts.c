/* test-ranking-facts.c: facts read on pages independent of the publishers' files, against the shipped tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ranking-facts.csv has single facts (a rank, a score), each with the page that it was read on.
 */

#include "reference/dp-rankings-private.h"

#include <math.h>
#include <string.h>

#include "base/dp-file.h"
#include "base/dp-paths.h"
#include "reference/dp-csv.h"

static DpCsv *
read_facts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reference", "ranking-facts.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = dp_file_read (file, DP_CSV_MAX_SIZE, NULL, NULL);
  DpCsv *csv;

  g_assert_nonnull (bytes);
  csv = dp_csv_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  g_assert_nonnull (csv);

  return csv;
}

/* What was read has as many decimals as the page gave it. */
static gboolean
is_score (const char *read,
          const char *score)
{
  const char *point = strchr (read, '.');
  double half = 0.5 * pow (10, point != NULL ? -(double) strlen (point + 1) : 0);

  return *score != '\0' && fabs (g_ascii_strtod (read, NULL) - g_ascii_strtod (score, NULL)) <= half + 1e-9;
}

/* Where scores tie, a rank may be any between the two that are known. */
static gboolean
is_rank (guint rank,
         const DpRankingRow *row)
{
  guint other = *row->rank_alt != '\0' ? (guint) g_ascii_strtoull (row->rank_alt, NULL, 10) : row->rank;

  return rank >= MIN (row->rank, other) && rank <= MAX (row->rank, other);
}

static void
test_facts (void)
{
  g_autofree char *folder = dp_paths_data ("rankings");
  const char *folders[] = { folder, NULL };
  g_autoptr (DpRankings) rankings = dp_rankings_new (folders, dp_countries_new (NULL));
  g_autoptr (DpCsv) facts = read_facts ();

  dp_rankings_load (rankings);
  g_assert_cmpuint (dp_csv_get_n_rows (facts), >=, 200);
  for (guint i = 0; i < dp_csv_get_n_rows (facts); i++)
    {
      const char *rank = dp_csv_get (facts, i, 3);
      const char *score = dp_csv_get (facts, i, 4);
      const DpRankedRow *row = dp_rankings_find_row (rankings, dp_csv_get (facts, i, 0), dp_csv_get (facts, i, 1), dp_csv_get (facts, i, 2));

      if (row == NULL || (*rank != '\0' && !is_rank ((guint) g_ascii_strtoull (rank, NULL, 10), &row->row)) ||
          (*score != '\0' && !is_score (score, row->row.score) && !is_score (score, row->row.score_alt)))
        g_test_fail_printf ("line %u: %s", dp_csv_get_line (facts, i), dp_csv_get (facts, i, 5));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranking-facts/shipped", test_facts);

  return g_test_run ();
}
