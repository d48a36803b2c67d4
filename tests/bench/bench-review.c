/* bench-review.c: how long ledger and checks take after a keystroke, against doing all of it anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-paths.h"
#include "reference/dp-rankings.h"
#include "review/dp-checks.h"
#include "review/dp-content.h"

#define N_SENTENCES 300
#define PER_PARAGRAPH 5
#define N_EVIDENCE 100
#define N_KEYS 200
#define TODAY "2026-01-10"

static DpCase *
make_case (void)
{
  DpCase *dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) disproof = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "The %uth official said that “nobody here ordered anything of that kind” on that day.%s", i, i % 5 == 4 ? "\n\n" : " ");
  blocks = dp_blocks_from_plain_text (text->str);
  dp_article_set_blocks (article, blocks);
  dp_case_add_article (dp_case, article);
  for (guint i = 0; i < N_EVIDENCE; i++)
    {
      g_autoptr (DpEvidence) evidence = dp_evidence_new (i % 4 == 0 ? DP_EVIDENCE_RANKING : DP_EVIDENCE_SOURCE);
      g_autofree char *key = g_strdup_printf ("source-%u", i);
      g_autofree char *quote = g_strdup_printf ("Words that matter, number %u", i);

      dp_evidence_set_key (evidence, key);
      dp_evidence_set_title (evidence, quote);
      dp_evidence_set_quote (evidence, quote);
      dp_evidence_set_index (evidence, "cpi");
      dp_evidence_set_iso3 (evidence, "KAZ");
      dp_evidence_set_edition (evidence, "2020");
      dp_evidence_set_rank (evidence, 94);
      dp_case_add_evidence (dp_case, evidence);
    }
  for (guint i = 0; i < N_SENTENCES; i++)
    g_string_append_printf (disproof, i % 10 == 0 ? "Kazakhstan ranked 94th of 180 in the Corruption Perceptions Index 2020 [@source-%u].%s" : "The %uth one said “nobody here ordered anything of that kind”.%s", i % N_EVIDENCE, i % PER_PARAGRAPH == PER_PARAGRAPH - 1 ? "\n\n" : " ");
  dp_case_set_language (dp_case, "en");
  dp_case_set_disproof (dp_case, disproof->str);
  return dp_case;
}

static gint64
run (DpChecker *checker,
     DpCase *dp_case)
{
  gint64 start = g_get_monotonic_time ();

  dp_checker_run (checker, dp_case, NULL, TODAY);
  return g_get_monotonic_time () - start;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

int
main (void)
{
  g_autofree char *tables = dp_paths_data ("rankings");
  g_autofree char *words = dp_paths_data ("rank-words");
  const char *const folders[] = { tables, NULL };
  g_autoptr (DpRankings) rankings = dp_rankings_new (folders, dp_countries_new (NULL));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DpCase) dp_case = make_case ();
  g_autoptr (DpHouse) house = dp_house_new (NULL);
  g_autoptr (DpRankChecker) ranks = NULL;
  g_autoptr (DpChecker) checker = NULL;
  gint64 times[N_KEYS];
  gint64 first;
  gint64 digest;

  dp_rankings_load (rankings);
  ranks = dp_rank_checker_new (rankings, words, problems);
  checker = dp_checker_new (house, ranks);
  first = run (checker, dp_case);
  g_assert_cmpuint (dp_ledger_get_sentences (dp_checker_get_ledger (checker))->len, ==, N_SENTENCES);
  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autoptr (GString) text = g_string_new (dp_case_get_disproof (dp_case));

      g_string_insert_c (text, text->len / 2, 'a' + i % 26);
      dp_case_set_disproof (dp_case, text->str);
      times[i] = run (checker, dp_case);
    }
  digest = g_get_monotonic_time ();
  g_free (dp_case_dup_content_digest (dp_case));
  digest = g_get_monotonic_time () - digest;
  qsort (times, N_KEYS, sizeof *times, compare);
  g_print ("%u sentences, %u pieces of evidence: anew %.2f ms; after a key: median %.2f ms, worst %.2f ms, %.3f of anew; digest of the content %.2f ms\n",
           N_SENTENCES, N_EVIDENCE, first / 1000.0, times[N_KEYS / 2] / 1000.0, times[N_KEYS - 1] / 1000.0, (double) times[N_KEYS / 2] / (double) first, digest / 1000.0);
  return 0;
}
