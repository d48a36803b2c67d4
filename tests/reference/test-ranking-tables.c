/* test-ranking-tables.c: folders of ranking tables, good and bad
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rankings.h"

#include <string.h>

#include <glib/gstdio.h>

#define CATALOGUE                                                            \
  "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": ["       \
  "{\"id\": \"x\", \"title\": \"Index X\", \"file\": \"x.csv\", "            \
  "\"publisher\": \"House X\", \"link\": \"https://example.org/{edition}\"," \
  " \"home\": \"https://example.org/\", \"unknown\": [1]}]}"
#define HEADER "index,edition,iso3,country,rank,ranked_total,score,scale_min,scale_max\n"

typedef struct
{
  char *folders[2];
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    fixture->folders[i] = g_dir_make_tmp ("dp-rankings-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  static const char *const names[] = { "catalogue.json", "x.csv" };

  for (guint i = 0; i < 2; i++)
    {
      for (guint n = 0; n < G_N_ELEMENTS (names); n++)
        {
          g_autofree char *path = g_build_filename (fixture->folders[i], names[n], NULL);

          g_remove (path);
        }
      g_assert_cmpint (g_rmdir (fixture->folders[i]), ==, 0);
      g_free (fixture->folders[i]);
    }
}

static void
write_file (Fixture *fixture,
            guint folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folders[folder], name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static DpRankings *
load (Fixture *fixture)
{
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "reference", "tables", NULL);
  const char *folders[] = { good, fixture->folders[0], fixture->folders[1], NULL };
  DpRankings *rankings = dp_rankings_new (folders, dp_countries_new (NULL));

  dp_rankings_load (rankings);

  return rankings;
}

static void
test_added (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (DpRankings) rankings = NULL;
  g_autoptr (DpRanking) row = NULL;
  g_autoptr (DpRanking) spanning = NULL;

  write_file (fixture, 0, "catalogue.json", CATALOGUE);
  write_file (fixture, 0, "x.csv", HEADER "x,2020,KAZ,Kazakhstan,7,9,-1.5,-2,2\nx,2020-21,KAZ,Kazakhstan,,,,,\nx,2020,,Somewhere,1,9,2,-2,2\nx,2020,,Elsewhere,2,9,1,-2,2\n");
  write_file (fixture, 1, "catalogue.json", "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": []}");

  rankings = load (fixture);
  g_assert_null (dp_rankings_get_problems (rankings)[0]);
  row = dp_rankings_lookup (rankings, "x", "2020", "KAZ");
  g_assert_cmpuint (row->rank, ==, 7);
  g_assert_cmpstr (row->score, ==, "-1.5");
  g_assert_cmpstr (row->scale, ==, "-2–2");
  g_assert_cmpstr (row->link, ==, "https://example.org/2020");
  spanning = dp_rankings_lookup (rankings, "x", "2020-21", "KAZ");
  g_assert_cmpuint (spanning->rank, ==, 0);
  g_assert_cmpuint (spanning->total, ==, 0);
  g_assert_cmpstr (spanning->link, ==, "https://example.org/");
}

static void
test_later_wins (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (DpRankings) rankings = NULL;
  g_autoptr (DpRanking) changed = NULL;
  g_autoptr (DpRanking) kept = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_auto (GStrv) indices = NULL;

  write_file (fixture, 0, "catalogue.json", CATALOGUE);
  write_file (fixture, 0, "x.csv", HEADER "x,2020,KAZ,Kazakhstan,7,9,1,0,2\nx,2020,UZB,Uzbekistan,8,9,1,0,2\n");
  write_file (fixture, 1, "catalogue.json", "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": [{\"id\": \"x\", \"title\": \"Index X, revised\", \"file\": \"x.csv\"}]}");
  write_file (fixture, 1, "x.csv", HEADER "x,2020,KAZ,Kazakhstan,5,9,1,0,2\n");

  rankings = load (fixture);
  g_assert_null (dp_rankings_get_problems (rankings)[0]);
  changed = dp_rankings_lookup (rankings, "x", "2020", "KAZ");
  g_assert_cmpuint (changed->rank, ==, 5);
  g_assert_cmpstr (changed->index_title, ==, "Index X, revised");
  kept = dp_rankings_lookup (rankings, "x", "2020", "UZB");
  g_assert_cmpuint (kept->rank, ==, 8);
  g_assert_cmpstr (kept->index_title, ==, "Index X");
  g_assert_cmpstr (dp_rankings_get_title (rankings, "x"), ==, "Index X, revised");

  found = dp_rankings_search (rankings, "kaz revised", 10);
  g_assert_cmpuint (found->len, ==, 1);
  indices = dp_rankings_list_indices (rankings);
  g_assert_cmpuint (g_strv_length (indices), ==, 2);
}

static gboolean
has_problem (DpRankings *rankings,
             const char *file,
             const char *place)
{
  const char *const *problems = dp_rankings_get_problems (rankings);

  for (guint i = 0; problems[i] != NULL; i++)
    {
      if (strstr (problems[i], file) != NULL && strstr (problems[i], place) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_bad_tables (Fixture *fixture,
                 gconstpointer data)
{
  static const char *const cases[][2] = {
    { "", "line 1, column 1" },
    { "index,edition,iso3,country,rank,score\nx,2020,KAZ,Kazakhstan,1,1\n", "ranked_total" },
    { HEADER "x,2020,KAZ,Kazakhstan,7,9,1,0\n", "line 2, column" },
    { HEADER "x,2020,KAZ,Kazakhstan,10,9,1,0,2\n", "line 2: rank 10 of 9" },
    { HEADER "x,2020,UZB,Uzbekistan,1,9,1,0,2\nx,2020,KAZ,Kazakhstan,0,9,1,0,2\n", "line 3:" },
    { HEADER "x,2020,KAZ,Kazakhstan,-1,9,1,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1.5,9,1,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,99999999999999999999,,1,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1,9,2.01,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1,9,-0.1,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1,9,1e0,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1,9,nan,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1,9,0x1,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1,9,\"1,5\",0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1,9,1,,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1,9,1,2,0\n", "line 2:" },
    { HEADER "x,2020,kaz,Kazakhstan,1,9,1,0,2\n", "line 2:" },
    { HEADER "x,2020,KZ,Kazakhstan,1,9,1,0,2\n", "line 2:" },
    { HEADER "x,,KAZ,Kazakhstan,1,9,1,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,,1,9,1,0,2\n", "line 2:" },
    { HEADER "y,2020,KAZ,Kazakhstan,1,9,1,0,2\n", "line 2:" },
    { HEADER "x,2020,KAZ,Kazakhstan,1,9,1,0,2\nx,2021,KAZ,Kazakhstan,1,9,1,0,2\nx,2020,KAZ,Kasachstan,2,9,1,0,2\n", "line 4:" },
  };

  write_file (fixture, 0, "catalogue.json", CATALOGUE);
  write_file (fixture, 1, "catalogue.json", "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": []}");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DpRankings) rankings = NULL;
      g_autoptr (DpRanking) good = NULL;
      g_autoptr (GPtrArray) found = NULL;

      write_file (fixture, 0, "x.csv", cases[i][0]);
      rankings = load (fixture);
      if (!has_problem (rankings, "x.csv", cases[i][1]))
        g_error ("%s gives %s", cases[i][0], dp_rankings_get_problems (rankings)[0]);

      /* The file is left out whole, the rest is there. */
      found = dp_rankings_search (rankings, "House X", 1);
      g_assert_cmpuint (found->len, ==, 0);
      g_assert_null (dp_rankings_get_title (rankings, "x"));
      good = dp_rankings_lookup (rankings, "small", "2020", "KAZ");
      g_assert_nonnull (good);
    }
}

static void
test_many_problems (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (DpRankings) rankings = NULL;
  g_autoptr (GString) table = g_string_new (HEADER);

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (table, "x,%u,KAZ,Kazakhstan,2,1,1,0,2\n", i);
  write_file (fixture, 0, "catalogue.json", CATALOGUE);
  write_file (fixture, 0, "x.csv", table->str);
  write_file (fixture, 1, "catalogue.json", CATALOGUE);

  rankings = load (fixture);
  g_assert_true (has_problem (rankings, "x.csv", "990 more"));
  g_assert_cmpuint (g_strv_length ((char **) dp_rankings_get_problems (rankings)), ==, 12);
}

static void
test_bad_catalogues (Fixture *fixture,
                     gconstpointer data)
{
  static const char *const cases[][2] = {
    { "", "line 1" },
    { "{\"format\": \"disproof-rankings\",\n\"ver", "line 2" },
    { "[]", "/format" },
    { "{\"format\": \"disproof-narratives\", \"version\": 1, \"indices\": []}", "/format" },
    { "{\"format\": \"disproof-rankings\", \"version\": 2, \"indices\": []}", "/version" },
    { "{\"format\": \"disproof-rankings\", \"version\": 1}", "/indices" },
    { "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": [1]}", "/indices/0" },
    { "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": [{\"title\": \"X\", \"file\": \"x.csv\"}]}", "/indices/0" },
    { "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": [{\"id\": \"x\", \"title\": \"X\", \"file\": \"../x.csv\"}]}", "/indices/0" },
    { "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": [{\"id\": \"x\", \"title\": \"X\", \"file\": \"x.csv\", \"names\": {\"en\": \"X\"}}]}", "/indices/0" },
    { "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": [{\"id\": \"x\", \"title\": \"X\", \"file\": \"x.csv\"}, {\"id\": \"x\", \"title\": \"X\", \"file\": \"x.csv\"}]}", "/indices/1" },
  };

  write_file (fixture, 0, "x.csv", HEADER "x,2020,KAZ,Kazakhstan,7,9,1,0,2\n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DpRankings) rankings = NULL;
      g_autoptr (DpRanking) good = NULL;

      write_file (fixture, 0, "catalogue.json", cases[i][0]);
      rankings = load (fixture);
      if (!has_problem (rankings, fixture->folders[0], cases[i][1]))
        g_error ("%s gives %s", cases[i][0], dp_rankings_get_problems (rankings)[0]);
      /* The other folder has no catalogue at all. */
      g_assert_true (has_problem (rankings, fixture->folders[1], "catalogue.json"));
      good = dp_rankings_lookup (rankings, "small", "2020", "KAZ");
      g_assert_nonnull (good);
    }
}

/* A folder of tables alone: each row says of which index it is. */
static void
test_bare (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (DpRankings) rankings = NULL;
  g_autoptr (DpRanking) added = NULL;
  g_autoptr (DpRanking) unknown = NULL;

  write_file (fixture, 0, "x.csv", HEADER "small,2031,KAZ,Kazakhstan,7,9,1,0,2\nnew,2020,KAZ,Kazakhstan,3,9,1,0,2\n");
  write_file (fixture, 1, "catalogue.json", "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": []}");

  rankings = load (fixture);
  g_assert_null (dp_rankings_get_problems (rankings)[0]);
  added = dp_rankings_lookup (rankings, "small", "2031", "KAZ");
  g_assert_cmpuint (added->rank, ==, 7);
  g_assert_cmpstr (added->index_title, !=, "small");
  unknown = dp_rankings_lookup (rankings, "new", "2020", "KAZ");
  g_assert_cmpstr (unknown->index_title, ==, "new");
}

/* Of many lines a few may have scores off their scale: they alone are left out, and named. */
static void
test_off_scale (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (DpRankings) rankings = NULL;
  g_autoptr (DpRanking) good = NULL;
  g_autoptr (GString) table = g_string_new (HEADER "x,1999,KAZ,Kazakhstan,1,9,-1,0,2\n");

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (table, "x,%u,KAZ,Kazakhstan,2,9,1,0,2\n", 2000 + i);
  write_file (fixture, 0, "catalogue.json", CATALOGUE);
  write_file (fixture, 0, "x.csv", table->str);
  write_file (fixture, 1, "catalogue.json", "{\"format\": \"disproof-rankings\", \"version\": 1, \"indices\": []}");

  rankings = load (fixture);
  g_assert_true (has_problem (rankings, "x.csv", "line 2: the score -1"));
  g_assert_null (dp_rankings_lookup (rankings, "x", "1999", "KAZ"));
  good = dp_rankings_lookup (rankings, "x", "2199", "KAZ");
  g_assert_cmpuint (good->rank, ==, 2);
}

#define ADD(name, function) g_test_add ("/ranking-tables/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("added", test_added);
  ADD ("later-wins", test_later_wins);
  ADD ("bad-tables", test_bad_tables);
  ADD ("many-problems", test_many_problems);
  ADD ("bad-catalogues", test_bad_catalogues);
  ADD ("bare", test_bare);
  ADD ("off-scale", test_off_scale);

  return g_test_run ();
}
