/* test-narratives-window.c: the narratives of a library, as they are shown and changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-narrative-page.h"
#include "app/dp-narrative-tree.h"
#include "app/dp-narratives-window.h"
#include "review/dp-content.h"

/* (nullable): the first widget of that type below @widget */
static GtkWidget *
find_type (GtkWidget *widget,
           GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* (nullable): a label that can be seen and has these words */
static GtkWidget *
find_label (GtkWidget *widget,
            const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
change (DpWorkbench *workbench,
        DpNarrativesChange *wanted,
        GError *error)
{
  g_assert_no_error (error);
  g_assert_true (dp_workbench_run_change (workbench, wanted, &error));
  g_assert_no_error (error);
  dp_test_spin ();
}

/* A case with a tagged passage, open. */
static DpSession *
open_case (DpWorkbench *workbench)
{
  static const char *const paragraphs[] = { "The first sentence. The second one.", NULL };
  DpSession *session = dp_test_session_new (workbench, "en", paragraphs);
  DpHighlight *highlight = dp_session_add_highlight (session, (DpSpan){ 0, 19 });

  dp_session_tag (session, highlight, dp_narratives_lookup (dp_workbench_get_narratives (workbench), "elections/rigged"));
  g_assert_true (dp_case_file_save (dp_session_get_file (session), NULL));
  dp_library_add_open (dp_workbench_get_library (workbench), dp_session_get_file (session));
  dp_library_update (dp_workbench_get_library (workbench), dp_session_get_file (session));
  return session;
}

static void
test_page (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = open_case (workbench);
  GtkWidget *window = dp_narratives_window_new (NULL, workbench);
  DpNarrativeTree *tree;
  GtkWidget *tick;

  gtk_window_present (GTK_WINDOW (window));
  dp_test_spin ();
  tree = DP_NARRATIVE_TREE (find_type (window, DP_TYPE_NARRATIVE_TREE));
  dp_narrative_tree_select (tree, "elections/rigged");
  dp_test_spin_until (find_label (window, "The first sentence.") != NULL);
  tick = gtk_widget_get_ancestor (find_label (window, "The first sentence."), GTK_TYPE_LIST_BOX_ROW);
  tick = find_type (tick, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_widget_get_sensitive (tick));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  {
    g_autoptr (GPtrArray) ticked = dp_narrative_page_list_ticked (DP_NARRATIVE_PAGE (find_type (window, DP_TYPE_NARRATIVE_PAGE)));

    g_assert_cmpuint (ticked->len, ==, 1);
  }
  dp_narrative_tree_select (tree, "media");
  dp_test_spin ();
  g_assert_null (find_label (window, "The first sentence."));
  dp_test_finish (GTK_WINDOW (window));
}

/* The open case says what it was tagged with, and what that is today. */
static void
test_follow (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = open_case (workbench);
  DpNarratives *narratives = dp_workbench_get_narratives (workbench);
  g_autofree char *then = g_strdup (dp_narrative_get_label (dp_narratives_lookup (narratives, "elections/rigged")));
  g_autofree char *digest = dp_case_dup_content_digest (dp_session_get_case (session));
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  DpNarrative *shown;

  shown = dp_session_find_narrative (session, "elections/rigged");
  g_assert_cmpstr (dp_narrative_get_label (shown), ==, then);

  change (workbench, dp_narratives_plan_rename (narratives, "elections/rigged", "The vote is fixed", "2026-01-10", &error), error);
  shown = dp_session_find_narrative (session, "elections/rigged");
  /* In a language that it had no name in, it is a translation, and nothing was called otherwise before. */
  if (dp_narrative_get_details (dp_narratives_lookup (narratives, "elections/rigged"))->former->len > 0)
    g_assert_true (g_str_has_prefix (dp_narrative_get_label (shown), then));
  g_assert_nonnull (strstr (dp_narrative_get_label (shown), "The vote is fixed"));
  g_assert_true (dp_session_find_narrative (session, "elections/rigged") == shown);

  change (workbench, dp_narratives_plan_merge (narratives, "elections/rigged", "media", "2026-01-10", &error), error);
  shown = dp_session_find_narrative (session, "elections/rigged");
  g_assert_nonnull (strstr (dp_narrative_get_label (shown), dp_narrative_get_label (dp_narratives_lookup (narratives, "media"))));
  g_assert_cmpuint (dp_narrative_get_colour (shown), ==, dp_narrative_get_colour (dp_narratives_lookup (narratives, "media")));
  after = dp_case_dup_content_digest (dp_session_get_case (session));
  g_assert_cmpstr (after, ==, digest);

  for (guint i = 0; i < 2; i++)
    g_object_unref (dp_library_undo (dp_workbench_get_library (workbench), "", &error));
  g_assert_no_error (error);
  shown = dp_session_find_narrative (session, "elections/rigged");
  g_assert_cmpstr (dp_narrative_get_label (shown), ==, then);
}

/* A tag that the library knows nothing of. */
static void
test_unknown (void)
{
  static const char *const paragraphs[] = { "The first sentence.", NULL };
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  g_autoptr (DpNarrative) foreign = dp_narrative_new ("other-house/x", "From elsewhere", "", "", 2, FALSE);
  GtkWidget *window = dp_narratives_window_new (NULL, workbench);

  dp_case_tag (dp_session_get_case (session), dp_session_add_highlight (session, (DpSpan){ 0, 5 }), foreign);
  dp_library_update (dp_workbench_get_library (workbench), dp_session_get_file (session));
  gtk_window_present (GTK_WINDOW (window));
  dp_test_spin ();
  g_assert_cmpstr (dp_narrative_get_label (dp_session_find_narrative (session, "other-house/x")), ==, "From elsewhere");
  dp_test_finish (GTK_WINDOW (window));
}

/* As many as there may be: searched, and scrolled to. */
static void
test_many (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (GFile) file = dp_library_get_narratives_file (dp_workbench_get_library (workbench));
  g_autoptr (GString) text = g_string_new ("{\"format\": \"disproof-narratives\", \"version\": 1, \"narratives\": [");
  g_autoptr (GError) error = NULL;
  GtkWidget *window;
  DpNarrativeTree *tree;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s{\"id\": \"own/n-%u\", \"parent\": \"%s\", \"colour\": 1, \"labels\": {\"en\": \"Number %u\"}}", i > 0 ? "," : "", i, i % 2 ? "media" : "", i);
  g_string_append (text, "]}");
  g_assert_cmpint (g_mkdir_with_parents (g_file_peek_path (dp_library_get_folder (dp_workbench_get_library (workbench))), 0755), ==, 0);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), text->str, -1, NULL));
  g_assert_true (dp_narratives_reload (dp_workbench_get_narratives (workbench), &error));
  g_assert_no_error (error);
  window = dp_narratives_window_new (NULL, workbench);
  gtk_window_present (GTK_WINDOW (window));
  dp_test_spin ();
  tree = DP_NARRATIVE_TREE (find_type (window, DP_TYPE_NARRATIVE_TREE));
  dp_narrative_tree_select (tree, "own/n-19999");
  dp_test_spin_until (find_label (window, "Number 19999") != NULL);
  dp_test_finish (GTK_WINDOW (window));
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/narratives-window/page", test_page);
  g_test_add_func ("/narratives-window/follow", test_follow);
  g_test_add_func ("/narratives-window/unknown", test_unknown);
  g_test_add_func ("/narratives-window/many", test_many);
  return g_test_run ();
}
