/* bench-history.c: what one more change costs in a case that holds many highlights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../model/sample-case.h"
#include "model/dp-history.h"

#define N_RUNS 20

/* Adding, undoing, redoing and removing one highlight, in milliseconds: the fastest of the runs. */
static double
measure_one (guint n_highlights)
{
  g_autoptr (DpCase) dp_case = sample_case_new (n_highlights);
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (DpHistory) history = dp_history_new (G_OBJECT (dp_case), clock);
  g_autoptr (DpArticle) article = g_list_model_get_item (dp_case_list_articles (dp_case), 0);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      DpHighlight *highlight;

      dp_history_begin (history, "Highlight");
      highlight = dp_case_add_highlight (dp_case, article, (DpSpan){ 3, 9 });
      dp_history_end (history);
      dp_history_undo (history);
      dp_history_redo (history);
      dp_history_begin (history, "Remove");
      dp_case_remove_highlight (dp_case, highlight);
      dp_history_end (history);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }
  return best;
}

int
main (void)
{
  double small = measure_one (200);
  double large = measure_one (2000);

  /* The lists are walked, the case is never copied: up to ten times. */
  g_print ("one highlight made, undone, redone, removed: %.3f ms among 200, %.3f ms among 2,000 (%.1f times)\n",
           small, large, large / small);
  return 0;
}
