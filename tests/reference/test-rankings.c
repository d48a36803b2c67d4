/* test-rankings.c: looking something up in the tables that are shipped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rankings.h"

#include <locale.h>
#include <string.h>

#include "base/dp-paths.h"

static DpRankings *
load_shipped (void)
{
  g_autofree char *folder = dp_paths_data ("rankings");
  const char *folders[] = { folder, NULL };
  DpRankings *rankings = dp_rankings_new (folders, dp_countries_new (NULL));

  dp_rankings_load (rankings);
  for (const char *const *problem = dp_rankings_get_problems (rankings); *problem != NULL; problem++)
    g_error ("%s", *problem);

  return rankings;
}

static void
test_lookup (void)
{
  g_autoptr (DpRankings) rankings = load_shipped ();
  g_autoptr (DpRanking) democracy = dp_rankings_lookup (rankings, "democracy-index", "2020", "KAZ");
  g_autoptr (DpRanking) corruption = dp_rankings_lookup (rankings, "cpi", "2020", "KAZ");

  g_assert_nonnull (democracy);
  g_assert_cmpuint (democracy->rank, ==, 128);
  g_assert_cmpuint (democracy->total, ==, 167);
  g_assert_cmpstr (democracy->score, ==, "3.14");
  g_assert_cmpstr (democracy->scale, ==, "0–10");
  g_assert_cmpstr (democracy->index_title, ==, "Democracy Index");
  g_assert_cmpstr (democracy->publisher, ==, "Economist Intelligence Unit");
  g_assert_cmpstr (democracy->country, ==, "Kazakhstan");
  g_assert_cmpstr (democracy->link, ==, "https://www.eiu.com/n/campaigns/democracy-index-2020/");

  g_assert_nonnull (corruption);
  g_assert_cmpuint (corruption->rank, ==, 94);
  g_assert_cmpuint (corruption->total, ==, 180);
  g_assert_cmpstr (corruption->score, ==, "38");
  g_assert_cmpstr (corruption->licence, ==, "CC BY-ND 4.0");

  g_assert_null (dp_rankings_lookup (rankings, "cpi", "2020", "QQQ"));
  g_assert_null (dp_rankings_lookup (rankings, "cpi", "1900", "KAZ"));
  g_assert_null (dp_rankings_lookup (rankings, "none", "2020", "KAZ"));
  g_assert_null (dp_rankings_lookup (rankings, "", "", ""));
}

static void
test_lists (void)
{
  g_autoptr (DpRankings) rankings = load_shipped ();
  g_auto (GStrv) indices = dp_rankings_list_indices (rankings);
  g_auto (GStrv) hdi = dp_rankings_list_editions (rankings, "hdi");
  g_auto (GStrv) nothing = dp_rankings_list_editions (rankings, "none");
  g_autofree char *joined = g_strjoinv (" ", hdi);

  g_assert_cmpuint (g_strv_length (indices), ==, 7);
  g_assert_true (g_strv_contains ((const char *const *) indices, "vdem-ldi"));
  g_assert_cmpstr (joined, ==, "2015 2016 2018 2019 2020 2021-22 2023-24 2025");
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
  g_assert_cmpstr (dp_rankings_get_title (rankings, "hdi"), ==, "Human Development Index");
  g_assert_cmpstr (dp_rankings_get_publisher (rankings, "cpi"), ==, "Transparency International");
  g_assert_null (dp_rankings_get_title (rankings, "none"));
  g_assert_null (dp_rankings_get_publisher (rankings, "none"));
}

/* "cpi 2020 KAZ": what an answer is about */
static char *
name_of (const DpRanking *ranking)
{
  return g_strdup_printf ("%s %s %s", ranking->index, ranking->edition, ranking->iso3);
}

static void
assert_first (DpRankings *rankings,
              const char *query,
              const char *wanted)
{
  g_autoptr (GPtrArray) found = dp_rankings_search (rankings, query, 20);
  g_autofree char *name = NULL;

  g_assert_cmpuint (found->len, <=, 20);
  if (found->len > 0)
    name = name_of (found->pdata[0]);
  if (g_strcmp0 (name, wanted) != 0)
    g_error ("“%s” gives %s instead of %s", query, name, wanted);
}

static void
test_search (void)
{
  g_autoptr (DpRankings) rankings = load_shipped ();
  static const char *const cases[][2] = {
    { "kazakhstan democracy 2020", "democracy-index 2020 KAZ" },
    { "2020 democracy kazakhstan", "democracy-index 2020 KAZ" },
    { "KAZ dem 2020", "democracy-index 2020 KAZ" },
    { "kz eiu 2020", "democracy-index 2020 KAZ" },
    { "kazakhstan in the democracy index of 2021", "democracy-index 2021 KAZ" },
    { "kaz cpi 2020", "cpi 2020 KAZ" },
    { "Kazakhstan, corruption 2020", "cpi 2020 KAZ" },
    { "corr transp kaz 2012", "cpi 2012 KAZ" },
    { "kazakhstan cpi", "cpi 2024 KAZ" },
    { "kazakhstan hdi", "hdi 2025 KAZ" },
    { "kazakhstan hdi 2023-24", "hdi 2023-24 KAZ" },
    { "kazakhstan hdi 2024", "hdi 2023-24 KAZ" },
    { "kazakhstan hdi 2017", "hdi 2018 KAZ" },
    { "kaz v-dem v15", "vdem-ldi 2024 (v15) KAZ" },
    { "kaz v-dem v12", "vdem-ldi 2021 (v12) KAZ" },
    { "kaz rule of law 2012", "wjp-roli 2012-2013 KAZ" },
    { "wjp kaz 2018", "wjp-roli 2017-2018 KAZ" },
    { "niger cpi 2020", "cpi 2020 NER" },
    { "nigeria cpi 2020", "cpi 2020 NGA" },
    { "guinea cpi 2020", "cpi 2020 GIN" },
    { "côte d'ivoire cpi 2020", "cpi 2020 CIV" },
    { "IVORY cpi 2020", "cpi 2020 CIV" },
    { "казахстан", NULL },
    { "kazakhstan коррупции 2020", "cpi 2020 KAZ" },
    { "kazakhstan korruptionswahrnehmung 2020", "cpi 2020 KAZ" },
    { "kosovo cpi 2020", "cpi 2020 XKX" },
    { "somaliland v-dem", "vdem-ldi 2024 (v15) " },
    { "kazakhstan democracy 1820", NULL },
    { "xyzzy", NULL },
    { "", NULL },
    { " , ", NULL },
    { "the of in", NULL },
    { "cpi 2020", "cpi 2020 DNK" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_first (rankings, cases[i][0], cases[i][1]);
}

/* No edition typed: the newest first, and all of them. */
static void
test_open_edition (void)
{
  g_autoptr (DpRankings) rankings = load_shipped ();
  g_autoptr (GPtrArray) found = dp_rankings_search (rankings, "kazakhstan wjp", 50);
  const char *last = "9999";

  g_assert_cmpuint (found->len, ==, 11);
  for (guint i = 0; i < found->len; i++)
    {
      const DpRanking *ranking = found->pdata[i];

      g_assert_cmpstr (ranking->index, ==, "wjp-roli");
      g_assert_cmpint (strcmp (ranking->edition, last), <, 0);
      last = ranking->edition;
    }
}

/* No index typed: each one once, in its newest edition. */
static void
test_open_index (void)
{
  g_autoptr (DpRankings) rankings = load_shipped ();
  g_autoptr (GPtrArray) found = dp_rankings_search (rankings, "kazakhstan", 50);
  g_autoptr (GPtrArray) of_year = dp_rankings_search (rankings, "kazakhstan 2020", 50);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (found->len, ==, 7);
  for (guint i = 0; i < found->len; i++)
    {
      const DpRanking *ranking = found->pdata[i];
      g_auto (GStrv) editions = dp_rankings_list_editions (rankings, ranking->index);

      g_assert_cmpstr (ranking->iso3, ==, "KAZ");
      g_assert_cmpstr (ranking->edition, ==, editions[g_strv_length (editions) - 1]);
      g_assert_true (g_hash_table_add (seen, ranking->index));
    }

  g_assert_cmpuint (of_year->len, >=, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (((DpRanking *) of_year->pdata[i])->edition, ==, "2020");
}

static void
test_limits (void)
{
  g_autoptr (DpRankings) rankings = load_shipped ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) none = dp_rankings_search (rankings, "kazakhstan", 0);
  g_autoptr (GPtrArray) one = dp_rankings_search (rankings, "2", 1);
  g_autoptr (GPtrArray) many = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (words, "kazakhstan ");
  many = dp_rankings_search (rankings, words->str, 3);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (many->len, ==, 3);
}

static void
test_citation (void)
{
  g_autoptr (DpRankings) rankings = load_shipped ();
  g_autoptr (DpRanking) corruption = dp_rankings_lookup (rankings, "cpi", "2020", "KAZ");
  g_autoptr (DpRanking) freedom = dp_rankings_lookup (rankings, "fiw", "2021", "KAZ");
  g_autoptr (DpRanking) copy = dp_ranking_copy (corruption);
  g_autofree char *first = dp_ranking_dup_citation (corruption);
  g_autofree char *second = dp_ranking_dup_citation (freedom);
  g_autofree char *third = NULL;

  g_assert_cmpstr (first, ==, "Transparency International, Corruption Perceptions Index 2020: Kazakhstan, rank 94 of 180, score 38. https://www.transparency.org/en/cpi/2020");
  g_assert_cmpstr (second, ==, "Freedom House, Freedom in the World 2021: Kazakhstan, score 23. https://freedomhouse.org/country/kazakhstan/freedom-world/2021");

  g_free (copy->score);
  g_free (copy->link);
  g_free (copy->publisher);
  copy->score = copy->link = copy->publisher = NULL;
  third = dp_ranking_dup_citation (copy);
  g_assert_cmpstr (third, ==, "Corruption Perceptions Index 2020: Kazakhstan, rank 94 of 180.");
}

static void
test_notes (void)
{
  g_autoptr (DpRankings) rankings = load_shipped ();
  g_autoptr (DpRanking) derived = dp_rankings_lookup (rankings, "wjp-roli", "2020", "KAZ");
  g_autoptr (DpRanking) published = dp_rankings_lookup (rankings, "cpi", "2020", "KAZ");
  g_autoptr (DpRanking) other_score = dp_rankings_lookup (rankings, "rsf", "2021", "KAZ");

  g_assert_cmpstr (derived->note, ==, "The rank is worked out from the published scores.");
  g_assert_cmpstr (published->note, ==, "");
  g_assert_cmpstr (other_score->note, ==, "The publisher has also given score 50.28 for this edition.");
  g_assert_cmpstr (derived->link, ==, "https://worldjusticeproject.org/rule-of-law-index/global/2020");
}

static gpointer
load_thread (gpointer data)
{
  dp_rankings_load (data);

  return NULL;
}

static void
test_thread (void)
{
  g_autofree char *folder = dp_paths_data ("rankings");
  const char *folders[] = { folder, NULL };
  g_autoptr (DpRankings) rankings = dp_rankings_new (folders, dp_countries_new (NULL));

  g_assert_null (dp_rankings_lookup (rankings, "cpi", "2020", "KAZ"));
  assert_first (rankings, "kazakhstan", NULL);
  g_thread_join (g_thread_new ("rankings", load_thread, rankings));
  assert_first (rankings, "kaz cpi 2020", "cpi 2020 KAZ");
}

static void
test_german (void)
{
  g_autoptr (DpRankings) rankings = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_message ("there is no German locale here (./run tests makes one): not tried");
      return;
    }
  g_setenv ("LANGUAGE", "de", TRUE);
  rankings = load_shipped ();
  assert_first (rankings, "kasachstan demokratie 2020", "democracy-index 2020 KAZ");
  assert_first (rankings, "Osterreich Korruptionsindex 2020", "cpi 2020 AUT");
  assert_first (rankings, "kazakhstan cpi 2020", "cpi 2020 KAZ");

  g_unsetenv ("LANGUAGE");
  setlocale (LC_ALL, "C");
}

int
main (int argc,
      char **argv)
{
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rankings/lookup", test_lookup);
  g_test_add_func ("/rankings/lists", test_lists);
  g_test_add_func ("/rankings/search", test_search);
  g_test_add_func ("/rankings/open-edition", test_open_edition);
  g_test_add_func ("/rankings/open-index", test_open_index);
  g_test_add_func ("/rankings/limits", test_limits);
  g_test_add_func ("/rankings/citation", test_citation);
  g_test_add_func ("/rankings/notes", test_notes);
  g_test_add_func ("/rankings/thread", test_thread);
  g_test_add_func ("/rankings/german", test_german);

  return g_test_run ();
}
