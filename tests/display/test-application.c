/* test-application.c: from a file to an open case, and away again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-application.h"
#include "app/dp-case-window.h"
#include "app/dp-library-window.h"

/* One for all tests: a process is one application. */
static DpApplication *application;

/* (nullable) */
static GtkWindow *
find_window (GType type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;
  return NULL;
}

static guint
count_open (void)
{
  GtkWindow *window = find_window (DP_TYPE_CASE_WINDOW);
  g_autoptr (GPtrArray) sessions = window != NULL ? dp_case_window_list_sessions (DP_CASE_WINDOW (window)) : NULL;

  return sessions != NULL ? sessions->len : 0;
}

static void
start (void **fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    application = dp_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  g_assert_nonnull (find_window (DP_TYPE_LIBRARY_WINDOW));
}

static void
finish (void **fixture, gconstpointer data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (windows->data);
  dp_test_spin ();
}

static GFile *
take_text (const char *text)
{
  g_autofree char *top = g_dir_make_tmp ("disproof-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (top, "article.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n_before = count_open ();
  g_autoptr (GPtrArray) sessions = NULL;
  DpSession *session;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  dp_library_window_take_file (DP_LIBRARY_WINDOW (find_window (DP_TYPE_LIBRARY_WINDOW)), file, "file");
  dp_test_spin_until (count_open () == n_before + 1);

  sessions = dp_case_window_list_sessions (DP_CASE_WINDOW (find_window (DP_TYPE_CASE_WINDOW)));
  session = g_ptr_array_index (sessions, sessions->len - 1);
  return g_object_ref (dp_case_file_get_folder (dp_session_get_file (session)));
}

static void
test_open_and_close (void **fixture, gconstpointer data)
{
  g_autoptr (GFile) first = take_text ("A Headline of Some Kind\n\nA first sentence. And a second one.\n");
  g_autoptr (GFile) second = take_text ("Another Headline\n\nMore words are here. They go on.\n");

  g_assert_false (g_file_equal (first, second));

  /* What is open already is brought forward. */
  dp_application_open_folder (application, first);
  dp_test_spin ();
  g_assert_cmpuint (count_open (), ==, 2);

  g_assert_true (dp_application_close_folder (application, first));
  dp_test_spin_until (count_open () == 1);
  g_assert_true (dp_application_close_folder (application, second));
  dp_test_spin_until (find_window (DP_TYPE_CASE_WINDOW) == NULL);

  dp_application_open_folder (application, first);
  dp_test_spin_until (count_open () == 1);
}

/* The tab that was shown comes once more at the end, and so is shown again. */
static void
test_keep_open (void **fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.disproof.Disproof");
  g_autoptr (GFile) first = take_text ("A Headline of Some Kind\n\nA first sentence. And a second one.\n");
  g_autoptr (GFile) second = take_text ("Another Headline\n\nMore words are here. They go on.\n");
  g_autofree char *first_uri = g_file_get_uri (first);
  g_autofree char *second_uri = g_file_get_uri (second);
  g_auto (GStrv) kept = NULL;

  g_assert_true (dp_case_window_show_folder (DP_CASE_WINDOW (find_window (DP_TYPE_CASE_WINDOW)), first));
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  kept = g_settings_get_strv (settings, "open-cases");
  g_assert_cmpuint (g_strv_length (kept), ==, 3);
  g_assert_cmpstr (kept[0], ==, first_uri);
  g_assert_cmpstr (kept[1], ==, second_uri);
  g_assert_cmpstr (kept[2], ==, first_uri);
  g_settings_reset (settings, "open-cases");
}

/* Undo in the window is undo in the case, and the window's name follows. */
static void
test_undo (void **fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = take_text ("A Headline of Some Kind\n\nA first sentence. And a second one.\n");
  GtkWindow *window = find_window (DP_TYPE_CASE_WINDOW);
  g_autoptr (GPtrArray) sessions = dp_case_window_list_sessions (DP_CASE_WINDOW (window));
  DpCase *dp_case = dp_session_get_case (g_ptr_array_index (sessions, 0));

  dp_case_set_title (dp_case, "A better name");
  g_assert_cmpstr (gtk_window_get_title (window), ==, "A better name");
  gtk_widget_activate_action (GTK_WIDGET (window), "history.undo", NULL);
  g_assert_cmpstr (dp_case_get_title (dp_case), ==, "A Headline of Some Kind");
  gtk_widget_activate_action (GTK_WIDGET (window), "history.redo", NULL);
  g_assert_cmpstr (gtk_window_get_title (window), ==, "A better name");

  /* Closing saves what has not been saved yet. */
  gtk_window_close (window);
  dp_test_spin_until (find_window (DP_TYPE_CASE_WINDOW) == NULL);
  {
    g_autoptr (DpCase) saved = dp_case_read (folder, NULL);

    g_assert_nonnull (saved);
    g_assert_cmpstr (dp_case_get_title (saved), ==, "A better name");
  }
}

/* A text without a headline is known by its first words. */
static void
test_title (void **fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = take_text ("it was said at the time, in words that went on for much longer than anybody would want in a list of cases. And more.\n\nThe end of it.\n");
  g_autoptr (DpCase) dp_case = dp_case_read (folder, NULL);

  g_assert_nonnull (dp_case);
  g_assert_cmpstr (dp_case_get_title (dp_case), ==, "it was said at the time, in words that went on for much longer than anybody…");
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/application/open-and-close", void *, NULL, start, test_open_and_close, finish);
  g_test_add ("/application/keep-open", void *, NULL, start, test_keep_open, finish);
  g_test_add ("/application/undo", void *, NULL, start, test_undo, finish);
  g_test_add ("/application/title", void *, NULL, start, test_title, finish);
  return g_test_run ();
}
