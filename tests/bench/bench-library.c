/* bench-library.c: how much faster the second start finds its cases
 *
 * usage: bench-library [NUMBER-OF-CASES]
 *
 * Makes a library of cases of an ordinary size, lists it without an index, with one, and once more in
 * the same process, and prints the times and their ratios.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include "base/dp-id.h"
#include "base/dp-json.h"
#include "library/dp-copy.h"
#include "library/dp-library.h"

#define N_CASES 2000
#define N_PARAGRAPHS 30
#define N_HIGHLIGHTS 20

static DpCase *
new_case (void)
{
  DpCase *dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (DpNarrative) narrative = dp_narrative_new ("unrest", "Protest is made abroad", "", "", 0, FALSE);
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Paragraph %u says what the one before it said. It says so at some length, and twice. "
                                               "So that there is something to read, it goes on for a while; then it ends.",
                                               i);

      g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, text));
    }
  dp_article_set_outlet (article, "The Daily Example");
  dp_article_set_published (article, "2022-01-08");
  dp_article_set_blocks (article, blocks);
  dp_case_add_article (dp_case, article);
  for (guint i = 0; i < N_HIGHLIGHTS; i++)
    {
      DpHighlight *highlight = dp_case_add_highlight (dp_case, article, (DpSpan){ 100 * i, 100 * i + 60 });

      dp_case_tag (dp_case, highlight, narrative);
    }

  return dp_case;
}

static gboolean
write_cases (GFile *library,
             guint n,
             GError **error)
{
  g_autoptr (DpCase) dp_case = new_case ();
  g_autoptr (JsonNode) node = dp_case_to_json (dp_case);
  /* Long enough ago to be believed. */
  struct timespec times[2] = { { .tv_sec = 1768032000 }, { .tv_sec = 1768032000 } };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = dp_id_new ();
      g_autofree char *title = g_strdup_printf ("Case number %u", i);
      g_autofree char *folder = g_build_filename (g_file_peek_path (library), title, NULL);
      g_autofree char *path = g_build_filename (folder, "case.json", NULL);
      g_autoptr (GBytes) bytes = NULL;

      json_object_set_string_member (json_node_get_object (node), "id", id);
      json_object_set_string_member (json_node_get_object (node), "title", title);
      bytes = dp_json_write (node);
      if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE, 0600, error))
        return FALSE;
      utimensat (AT_FDCWD, path, times, 0);
    }

  return TRUE;
}

static void
scanned_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  if (!dp_library_scan_finish (DP_LIBRARY (object), result, &error))
    g_error ("%s", error->message);
  *done = TRUE;
}

/* Milliseconds of one scan. */
static double
scan (DpLibrary *library,
      guint n)
{
  gint64 begin = g_get_monotonic_time ();
  gboolean done = FALSE;

  dp_library_scan_async (library, NULL, scanned_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  if (g_list_model_get_n_items (G_LIST_MODEL (library)) != n || dp_library_get_n_problems (library) > 0)
    g_error ("Not all cases were listed");

  return (g_get_monotonic_time () - begin) / 1000.0;
}

int
main (int argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : N_CASES;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("disproof-bench-XXXXXX", &error);
  g_autoptr (GFile) top = g_file_new_for_path (path);
  g_autoptr (GFile) folder = g_file_get_child (top, "library");
  g_autoptr (GFile) cache = g_file_get_child (top, "cache");
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (DpLibrary) first = dp_library_new (folder, cache, clock);
  g_autoptr (DpLibrary) second = dp_library_new (folder, cache, clock);
  double cold, warm, again;

  if (!write_cases (folder, n, &error))
    g_error ("%s", error->message);

  cold = scan (first, n);
  warm = scan (second, n);
  again = scan (second, n);
  printf ("%u cases: without index %.1f ms, second start %.1f ms (%.1f times as fast), refresh %.1f ms (%.1f times)\n",
          n, cold, warm, cold / warm, again, cold / again);
  dp_copy_discard (top);

  return 0;
}
