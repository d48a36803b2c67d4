/* bench-save.c: what saving a case with 500 highlights costs, on the main loop and as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "base/dp-json.h"
#include "model/dp-case-file.h"

#define N_HIGHLIGHTS 500
#define N_RUNS 25

static DpCase *
make_case (void)
{
  DpCase *dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  g_autoptr (DpNarrative) narrative = dp_narrative_new ("unrest", "Protest is made abroad", "", "", 0, FALSE);
  GArray *sentences;

  for (guint i = 0; i < N_HIGHLIGHTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("This is sentence %u, of which somebody said something. Another one follows it.", i);

      g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, text));
    }
  dp_article_set_language (article, "en");
  dp_article_set_blocks (article, blocks);
  dp_case_add_article (dp_case, article);

  sentences = dp_article_get_sentences (article);
  for (guint i = 0; i < N_HIGHLIGHTS; i++)
    dp_case_tag (dp_case, dp_case_add_highlight (dp_case, article, g_array_index (sentences, DpSpan, 2 * i)), narrative);
  return dp_case;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_times (const char *what,
             double *times)
{
  qsort (times, N_RUNS, sizeof (double), compare_doubles);
  g_print ("%-44s %7.2f ms  (of %d: %.2f to %.2f)\n", what, times[N_RUNS / 2], N_RUNS, times[0], times[N_RUNS - 1]);
}

int
main (void)
{
  g_autofree char *path = g_dir_make_tmp ("disproof-bench-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_build_filename (path, "case", NULL);
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (DpCase) dp_case = make_case ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) file = dp_case_file_create (folder, dp_case, clock, &error);
  double on_main_loop[N_RUNS], whole[N_RUNS];
  gsize size = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (JsonNode) node = dp_case_to_json (dp_case);
      g_autoptr (GBytes) bytes = dp_json_write (node);

      on_main_loop[i] = (double) (g_get_monotonic_time () - start) / 1000;
      size = g_bytes_get_size (bytes);

      dp_case_set_title (dp_case, title);
      start = g_get_monotonic_time ();
      dp_case_file_save (file, &error);
      whole[i] = (double) (g_get_monotonic_time () - start) / 1000;
      g_assert_no_error (error);
    }
  g_print ("a case with %d highlights, %" G_GSIZE_FORMAT " bytes of JSON\n", N_HIGHLIGHTS, size);
  print_times ("on the main loop (the case as text)", on_main_loop);
  print_times ("as a whole (with fsync and rename)", whole);
  return 0;
}
