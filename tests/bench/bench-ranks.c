/* bench-ranks.c: how many sentences a minute are checked for stated ranks, and how that compares with
 * folding the same text once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-paths.h"
#include "reference/dp-fold.h"
#include "reference/dp-rank-checker.h"

#include <string.h>

#define N_SENTENCES 20000
#define N_ROUNDS 3

static const char *const samples[] = {
  "Kazakhstan ranks 128 out of 167 countries in the 2020 Democracy Index, and ranks 94 out of 180 countries in the 2020 Corruption Perceptions Index.",
  "The council met on Tuesday, and nobody would say why the bridge had cost 3.5 million.",
  "La France se classe au 20e rang sur 180 pays dans l'indice de perception de la corruption 2023, avec 71 points.",
  "Im Korruptionswahrnehmungsindex 2023 rutschte Deutschland mit 78 Punkten auf den neunten Platz ab.",
  "В Индексе восприятия коррупции за 2023 год Украина находится на 104-м месте, а Россия — на 141-м.",
  "Это неправда, сказал он тогда, и никто не знал, что будет дальше.",
  "W Indeksie Percepcji Korupcji 2022 Polska zajęła czterdzieste piąte miejsce na 180 krajów.",
  "L'Italia è trentaduesima su 142 nell'indice sullo Stato di diritto 2024 del World Justice Project.",
};

static DpRankChecker *
new_checker (void)
{
  g_autofree char *tables = dp_paths_data ("rankings");
  g_autofree char *words = dp_paths_data ("rank-words");
  const char *folders[] = { tables, NULL };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DpRankings) rankings = dp_rankings_new (folders, dp_countries_new (NULL));

  dp_rankings_load (rankings);

  return dp_rank_checker_new (rankings, words, problems);
}

static gint64
time_checks (DpRankChecker *checker)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_SENTENCES; i++)
    g_ptr_array_unref (dp_rank_checker_check (checker, samples[i % G_N_ELEMENTS (samples)], -1, NULL));

  return g_get_monotonic_time () - start;
}

static gint64
time_folds (void)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_SENTENCES; i++)
    g_strfreev (dp_fold_words (samples[i % G_N_ELEMENTS (samples)]));

  return g_get_monotonic_time () - start;
}

int
main (void)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (DpRankChecker) checker = new_checker ();
  gint64 checks = G_MAXINT64, folds = G_MAXINT64;

  g_print ("tables and words read in %.0f ms\n", (double) (g_get_monotonic_time () - start) / 1000);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      checks = MIN (checks, time_checks (checker));
      folds = MIN (folds, time_folds ());
    }
  g_print ("%.0f sentences a minute, %.1f times as long as folding their words\n", 60e6 * N_SENTENCES / (double) MAX (checks, 1), (double) checks / (double) MAX (folds, 1));

  return 0;
}
