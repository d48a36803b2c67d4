/* test-library-window.c: the library window: what it lists, finds and takes away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-library-window-private.h"
#include "app/dp-sample.h"

static void
add_case (DpWorkbench *workbench,
          const char *title,
          DpCaseState state)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (GError) error = NULL;

  dp_case_set_title (dp_case, title);
  dp_case_set_state (dp_case, state);
  file = dp_library_create_case (dp_workbench_get_library (workbench), dp_case, NULL, &error);
  g_assert_no_error (error);
}

static DpLibraryWindow *
open_window (DpWorkbench *workbench)
{
  DpLibraryWindow *window = DP_LIBRARY_WINDOW (dp_library_window_new (NULL, workbench));

  gtk_window_present (GTK_WINDOW (window));
  dp_test_spin_until (!window->is_scanning);
  dp_scopes_update (window->scopes);
  return window;
}

static guint
count_listed (DpLibraryWindow *window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (window->selection));
}

static void
test_empty (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  DpLibraryWindow *window = open_window (workbench);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "empty");
  dp_test_finish (GTK_WINDOW (window));
}

static void
test_find (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  DpLibraryWindow *window;

  add_case (workbench, "Grain ships", DP_CASE_STATE_DRAFT);
  add_case (workbench, "Vaccine plant", DP_CASE_STATE_PUBLISHED);
  window = open_window (workbench);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "list");
  g_assert_cmpuint (count_listed (window), ==, 2);

  gtk_editable_set_text (window->search, "grai");
  g_assert_cmpuint (count_listed (window), ==, 1);
  gtk_editable_set_text (window->search, "graix");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "nothing");

  gtk_widget_activate_action (GTK_WIDGET (window), "library.show-all", NULL);
  g_assert_cmpuint (count_listed (window), ==, 2);
  dp_test_finish (GTK_WINDOW (window));
}

static void
test_scopes (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  DpLibraryWindow *window;
  g_autoptr (DpScope) published = NULL;

  add_case (workbench, "Grain ships", DP_CASE_STATE_DRAFT);
  add_case (workbench, "Vaccine plant", DP_CASE_STATE_PUBLISHED);
  add_case (workbench, "Ballots", DP_CASE_STATE_WITHDRAWN);
  window = open_window (workbench);

  published = g_list_model_get_item (G_LIST_MODEL (window->scopes), 3);
  g_assert_cmpint (dp_scope_get_kind (published), ==, DP_SCOPE_PUBLISHED);
  g_assert_cmpuint (dp_scope_get_count (published), ==, 2);
  gtk_list_box_select_row (window->sidebar, gtk_list_box_get_row_at_index (window->sidebar, 3));
  g_assert_cmpuint (count_listed (window), ==, 2);
  gtk_list_box_select_row (window->sidebar, gtk_list_box_get_row_at_index (window->sidebar, 2));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "nothing");
  dp_test_finish (GTK_WINDOW (window));
}

static void
test_unreadable (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autofree char *folder = g_build_filename (g_file_peek_path (dp_library_get_folder (dp_workbench_get_library (workbench))), "broken", NULL);
  g_autofree char *path = g_build_filename (folder, "case.json", NULL);
  DpLibraryWindow *window;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (path, "{\"format\":", -1, NULL));
  window = open_window (workbench);
  g_assert_cmpuint (count_listed (window), ==, 1);

  gtk_single_selection_set_selected (window->selection, 0);
  /* All but the scope of unreadable ones is always there. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (window->scopes)), ==, 5);
  dp_test_finish (GTK_WINDOW (window));
}

static void
test_trash (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  DpLibraryWindow *window;

  add_case (workbench, "Grain ships", DP_CASE_STATE_DRAFT);
  add_case (workbench, "Vaccine plant", DP_CASE_STATE_DRAFT);
  window = open_window (workbench);
  gtk_single_selection_set_selected (window->selection, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "entry.trash", NULL);
  g_assert_cmpuint (count_listed (window), ==, 1);
  dp_test_finish (GTK_WINDOW (window));
}

static void
copied_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dp_sample_copy_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* What is there already is not written over. */
static void
test_sample (void)
{
  g_autofree char *top = g_dir_make_tmp ("disproof-XXXXXX", NULL);
  g_autoptr (GFile) from = g_file_new_build_filename (top, "from", NULL);
  g_autoptr (GFile) to = g_file_new_build_filename (top, "to", NULL);
  const char *const folders[] = { "from/one/sealed", "from/two", "to/two" };
  const struct
  {
    const char *path;
    const char *text;
  } files[] = { { "from/one/case.json", "1" }, { "from/one/sealed/a", "a" }, { "from/two/case.json", "2" }, { "to/two/case.json", "mine" } };
  g_autofree char *copied = g_build_filename (top, "to", "one", "sealed", "a", NULL);
  g_autofree char *kept = g_build_filename (top, "to", "two", "case.json", NULL);
  g_autofree char *text = NULL;
  gboolean is_done = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (top, folders[i], NULL);

      g_assert_cmpint (g_mkdir_with_parents (path, 0755), ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (top, files[i].path, NULL);

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
    }

  dp_sample_copy_async (from, to, NULL, copied_cb, &is_done);
  dp_test_spin_until (is_done);
  g_assert_true (g_file_test (copied, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/library-window/empty", test_empty);
  g_test_add_func ("/library-window/find", test_find);
  g_test_add_func ("/library-window/scopes", test_scopes);
  g_test_add_func ("/library-window/unreadable", test_unreadable);
  g_test_add_func ("/library-window/trash", test_trash);
  g_test_add_func ("/library-window/sample", test_sample);
  return g_test_run ();
}
