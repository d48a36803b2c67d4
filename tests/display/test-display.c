/* test-display.c: what the display tests share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

DpWorkbench *
dp_test_workbench_new (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.disproof.Disproof");
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autofree char *path = g_dir_make_tmp ("disproof-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_build_filename (path, "library", NULL);
  DpWorkbench *workbench = dp_workbench_new (settings, clock);

  dp_workbench_open_library (workbench, folder);
  return workbench;
}

DpSession *
dp_test_session_new (DpWorkbench *workbench,
                     const char *language,
                     const char *const *paragraphs)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, paragraphs[i]));
  dp_article_set_language (article, language);
  dp_article_set_blocks (article, blocks);
  dp_case_add_article (dp_case, article);
  dp_case_set_title (dp_case, "A case");

  file = dp_library_create_case (dp_workbench_get_library (workbench), dp_case, NULL, &error);
  g_assert_no_error (error);
  return dp_session_new (workbench, file);
}

gboolean
dp_test_late_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

void
dp_test_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
drawn_cb (GdkFrameClock *clock,
          gboolean *drawn)
{
  *drawn = TRUE;
}

GtkWindow *
dp_test_present (GtkWidget *child,
                 int width,
                 int height)
{
  GtkWindow *window = GTK_WINDOW (adw_window_new ());
  GdkFrameClock *clock;
  gboolean drawn = FALSE;
  gulong handler;

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (drawn_cb), &drawn);
  dp_test_spin_until (drawn && gtk_widget_get_width (child) > 0);
  g_signal_handler_disconnect (clock, handler);
  return window;
}

void
dp_test_finish (GtkWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (window);
  dp_test_spin ();
  g_assert_null (weak);
}
