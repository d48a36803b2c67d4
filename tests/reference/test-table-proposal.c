/* test-table-proposal.c: publishers' files of every shape, taken rightly or refused with the place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-table-proposal.h"

#include <string.h>

#include <glib/gstdio.h>

static DpRankings *rankings;

static DpTableProposal *
propose_bytes (const char *data,
               gsize length,
               const char *index,
               const char *edition)
{
  g_autofree char *exact = g_memdup2 (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpGrid) grid = dp_grid_read_csv (exact, length, &error);

  g_assert_no_error (error);
  return dp_table_proposal_new (grid, rankings, index, edition);
}

static DpTableProposal *
propose (const char *text,
         const char *index,
         const char *edition)
{
  return propose_bytes (text, strlen (text), index, edition);
}

static void
assert_row (DpTableProposal *proposal,
            guint i,
            const char *edition,
            const char *iso3,
            guint rank,
            const char *score)
{
  const DpTableRow *row;

  g_assert_cmpuint (i, <, proposal->rows->len);
  row = proposal->rows->pdata[i];
  g_assert_cmpstr (row->edition, ==, edition);
  g_assert_cmpstr (row->iso3, ==, iso3);
  g_assert_cmpuint (row->rank, ==, rank);
  g_assert_cmpstr (row->score, ==, score);
}

static void
assert_refused (const char *text,
                guint line,
                guint column,
                const char *reason)
{
  g_autoptr (DpTableProposal) proposal = propose (text, "gpi", "1990");

  g_assert_true (proposal->refuses);
  for (guint i = 0; i < proposal->warnings->len; i++)
    {
      const DpTableWarning *warning = proposal->warnings->pdata[i];

      if (warning->refuses && warning->line == line && warning->column == column && strstr (warning->text, reason) != NULL)
        return;
    }
  g_error ("not refused at %u:%u for “%s”: %s", line, column, reason, text);
}

static void
test_shapes (void)
{
  static const char *const texts[] = {
    "Country,Rank,Score\nIceland,1,1.1\nNorway,=2,1.25\nChad,\"2-3\",1.25\n",
    "\xef\xbb\xbfPays;Rang;Note\r\nIceland;1;1,1\r\nNorway *;2;1,25\r\nTCD;2–3;1,25\r\n",
    "A title\n\nSource: a page\nISO3\tRank (1990)\tOverall score 1990\nISL\t1.\t1.1\nNOR\t2=\t1.25\nWLF\tn/a\t..\nTCD\t2-3\t1.25[a]\n",
    "Entity,Code,Year,Global Peace Index,Rank\nIceland,ISL,1990,1.1,1\nIceland,ISL,1991,1.3,9\n\"Norway\",NOR,1990,1.25,2\nChad,TCD,1990,1.25,2-3\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DpTableProposal) proposal = propose (texts[i], "gpi", "1990");

      g_assert_false (proposal->refuses);
      g_assert_cmpuint (proposal->rows->len, ==, 3);
      assert_row (proposal, 0, "1990", "ISL", 1, "1.1");
      assert_row (proposal, 1, "1990", "NOR", 2, "1.25");
      assert_row (proposal, 2, "1990", "TCD", 2, "1.25");
    }
}

static void
test_encodings (void)
{
  static const char text[] = "Country;Rank;Score\nCôte d’Ivoire;1;1,5\nTürkei;2;1,6\n";
  static const char *const encodings[] = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252" };
  static const char russian[] = "Страна;Место;Балл\nISL;1;1,5\nNOR;2;1,6\n";
  gsize length;
  g_autofree char *cyrillic = g_convert (russian, -1, "windows-1251", "UTF-8", NULL, &length, NULL);
  g_autoptr (DpTableProposal) other = propose_bytes (cyrillic, length, "gpi", "1990");

  g_assert_false (other->refuses);
  assert_row (other, 1, "1990", "NOR", 2, "1.6");
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (DpTableProposal) proposal = propose_bytes (bytes, length, "gpi", "1990");

      g_assert_false (proposal->refuses);
      assert_row (proposal, 0, "1990", "CIV", 1, "1.5");
    }
}

static void
test_bad (void)
{
  assert_refused ("Land,Farbe\nChad,blau\n", 1, 0, "columns");
  assert_refused ("Country,Rank\nNorway,1\nChad,0\n", 3, 2, "“0”");
  assert_refused ("Country,Rank\nNorway,1\nChad,x\n", 3, 2, "“x”");
  assert_refused ("Country,Rank\nNorway,1\nChad,2\nNOR,3\n", 4, 1, "twice");
  assert_refused ("Country,Score\nNorway,1.5\nChad,7\n", 0, 0, "outside the scale");
  assert_refused ("Country,Score\nNorway,1.5\nChad,\"1,4\"\n", 1, 2, "decimals");
  assert_refused ("Country,Rank\nNorway,1\nChad,200\n", 0, 0, "rank 200 among 2");
  assert_refused ("Country,Rank\nNowhere,1\nNobody,2\n", 0, 0, "no line");
}

static void
test_edition (void)
{
  g_autoptr (DpTableProposal) nameless = propose ("Country,Rank\nNorway,1\n", "gpi", NULL);
  g_autoptr (DpTableProposal) wide = propose ("Country,Score 2001,Rank 2001,Score 2002,Rank 2002\nNorway,1.2,1,1.3,2\n", "gpi", NULL);
  /* Values of another index than is said. */
  g_autoptr (DpTableProposal) wrong = propose ("Country,Rank 2020\nDenmark,50\nNorway,60\nFinland,1\n", "cpi", NULL);

  g_assert_true (nameless->refuses);
  g_assert_false (wide->refuses);
  assert_row (wide, 0, "2001", "NOR", 1, "1.2");
  assert_row (wide, 1, "2002", "NOR", 2, "1.3");
  g_assert_true (wrong->refuses);
  g_assert_cmpuint (wrong->n_differing, ==, 3);
}

static void
test_derived (void)
{
  g_autoptr (DpTableProposal) proposal = propose ("country,1989,1990\nChad,1,3\nNorway,2,9.2\nIceland,3,9.2\nMali,4,8\n", "cpi", "1990");
  g_autoptr (DpTableProposal) unranked = propose ("Country,Score\nChad,30\nNorway,90\n", "fiw", "1990");

  g_assert_true (proposal->has_derived_ranks);
  assert_row (proposal, 0, "1990", "TCD", 4, "3");
  assert_row (proposal, 1, "1990", "NOR", 1, "9.2");
  assert_row (proposal, 2, "1990", "ISL", 1, "9.2");
  assert_row (proposal, 3, "1990", "MLI", 3, "8");
  g_assert_false (unranked->has_derived_ranks);
  assert_row (unranked, 0, "1990", "TCD", 0, "30");
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("Country,Rank\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (DpGrid) grid = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "Norway,1\n");
  grid = dp_grid_read_csv (text->str, text->len, &error);
  g_assert_null (grid);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "line 200001"));
}

static void
assert_holds (const char *folder,
              const char *name,
              const char *wanted,
              gboolean is_there)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true ((strstr (text, wanted) != NULL) == is_there);
}

static void
test_take (void)
{
  g_autofree char *path = g_dir_make_tmp ("tables-XXXXXX", NULL);
  g_autofree char *table = g_build_filename (path, "gpi.csv", NULL);
  g_autofree char *before = g_build_filename (path, "gpi.csv.old", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (DpTableProposal) first = propose ("Country,Rank,Score\nNorway,1,1.5\nChad,2,2\n", "gpi", "1990");
  g_autoptr (DpTableProposal) second = propose ("Country,Rank,Score\nMali,1,1.5\n", "gpi", "1991");
  g_autoptr (DpTableProposal) third = propose ("Country,Rank,Score\nChad,1,1.75\n", "gpi", "1990");
  g_autoptr (DpTableProposal) bad = propose ("Country,Rank\nChad,0\n", "gpi", "1990");
  const char *folders[] = { path, NULL };
  g_autoptr (DpRankings) taken = NULL;
  g_autoptr (DpRanking) ranking = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dp_table_proposal_take (first, folder, &error));
  g_assert_true (dp_table_proposal_take (second, folder, &error));
  g_assert_no_error (error);
  assert_holds (path, "gpi.csv", "gpi,1990,NOR,Norway,1,2,1.5,1,5,published", TRUE);
  assert_holds (path, "gpi.csv", "gpi,1991,MLI", TRUE);

  g_assert_false (dp_table_proposal_take (bad, folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  assert_holds (path, "gpi.csv", "gpi,1990,NOR", TRUE);

  g_assert_true (dp_table_proposal_take (third, folder, NULL));
  assert_holds (path, "gpi.csv", "gpi,1990,NOR", FALSE);
  assert_holds (path, "gpi.csv", "gpi,1991,MLI", TRUE);
  assert_holds (path, "gpi.csv.old", "gpi,1990,NOR", TRUE);

  taken = dp_rankings_new (folders, dp_countries_new (NULL));
  dp_rankings_load (taken);
  g_assert_cmpstr (dp_rankings_get_problems (taken)[0], ==, NULL);
  ranking = dp_rankings_lookup (taken, "gpi", "1990", "TCD");
  g_assert_nonnull (ranking);
  g_assert_cmpuint (ranking->rank, ==, 1);
  g_assert_cmpstr (ranking->score, ==, "1.75");

  g_remove (table);
  g_remove (before);
  g_rmdir (path);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *folder = g_build_filename (g_getenv ("DP_DATA_PATH"), "rankings", NULL);
  const char *folders[] = { folder, NULL };
  int result;

  g_test_init (&argc, &argv, NULL);
  rankings = dp_rankings_new (folders, dp_countries_new (NULL));
  dp_rankings_load (rankings);

  g_test_add_func ("/table-proposal/shapes", test_shapes);
  g_test_add_func ("/table-proposal/encodings", test_encodings);
  g_test_add_func ("/table-proposal/bad", test_bad);
  g_test_add_func ("/table-proposal/edition", test_edition);
  g_test_add_func ("/table-proposal/derived", test_derived);
  g_test_add_func ("/table-proposal/long", test_long);
  g_test_add_func ("/table-proposal/take", test_take);
  result = g_test_run ();
  g_object_unref (rankings);

  return result;
}
