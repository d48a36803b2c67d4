/* test-reading.c: the page of the review, the reviewer's reading view, the blind cross-check
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include <string.h>
#include "app/dp-agreement-row.h"
#include "app/dp-case-page.h"
#include "app/dp-comments.h"
#include "app/dp-cross-check-window.h"
#include "app/dp-markdown-view.h"
#include "app/dp-reading-document.h"
#include "app/dp-reading-prose.h"
#include "app/dp-reading-quote.h"
#include "app/dp-reading-window.h"
#include "app/dp-review-page.h"
#include "app/dp-write-page.h"

static const char *const paragraphs[] = { "Eins steht hier am Anfang. Zwei ist kurz.", "Drei steht danach.", NULL };

typedef struct
{
  DpWorkbench *workbench;
  DpSession *session;
  DpReviewDesk *desk;
  DpCase *dp_case;
  DpEvidence *evidence;
} Fixture;

/* (nullable): a widget under @root that is shown, of @type and, for labels, with @text in it */
static GtkWidget *
find (GtkWidget *root,
      GType type,
      const char *text)
{
  if (gtk_widget_get_mapped (root) && g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (text == NULL || (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define says(root, text) (find (GTK_WIDGET (root), GTK_TYPE_LABEL, (text)) != NULL)

/* (transfer full): of the nth prose under @root */
static char *
dup_prose (GtkWidget *root)
{
  GtkWidget *view = find (root, DP_TYPE_MARKDOWN_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* (transfer full): the words under @root that have @tag, a bar between them */
static char *
dup_tagged (GtkWidget *root,
            const char *tag)
{
  GtkWidget *view = find (root, DP_TYPE_MARKDOWN_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextTag *wanted = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), tag);
  g_autoptr (GString) words = g_string_new (NULL);
  GtkTextIter from, to;

  gtk_text_buffer_get_start_iter (buffer, &from);
  while (gtk_text_iter_has_tag (&from, wanted) || gtk_text_iter_forward_to_tag_toggle (&from, wanted))
    {
      g_autofree char *text = NULL;

      if (gtk_text_iter_is_end (&from))
        break;
      to = from;
      gtk_text_iter_forward_to_tag_toggle (&to, wanted);
      text = gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "|" : "", g_strstrip (text));
      from = to;
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
become (Fixture *self,
        const char *name)
{
  g_settings_set_string (dp_workbench_get_settings (self->workbench), "profile-name", name);
  dp_test_spin_until (g_str_equal (dp_review_desk_get_person (self->desk)->name, name));
}

static void
write_policy (DpWorkbench *workbench,
              const char *more)
{
  GFile *library = dp_library_get_folder (dp_workbench_get_library (workbench));
  g_autoptr (GFile) policy = g_file_get_child (library, "policy.json");
  g_autoptr (GString) text = g_string_new ("{\"format\": \"disproof-policy\",\n\"version\": 1,\n");
  guint n_checks;
  const DpCheck *checks = dp_checks_get_all (&n_checks);

  g_string_append_printf (text, "%s\"checks\": [", more);
  for (guint i = 0; i < n_checks; i++)
    g_string_append_printf (text, "%s{\"check\": \"%s\", \"severity\": \"off\", \"reason\": \"A test\"}", i > 0 ? ", " : "", checks[i].id);
  g_string_append (text, "]}");
  g_file_make_directory_with_parents (library, NULL, NULL);
  g_assert_true (g_file_replace_contents (policy, text->str, text->len, NULL, FALSE, 0, NULL, NULL, NULL));
}

static void
fill (Fixture *self)
{
  DpArticle *article = dp_session_get_article (self->session);
  DpHighlight *highlight = dp_case_add_highlight (self->dp_case, article, (DpSpan){ 0, 26 });
  g_autoptr (DpClaim) claim = dp_claim_new ("Eins steht hier am Anfang.");
  const char *ids[] = { dp_highlight_get_id (highlight), NULL };

  dp_claim_set_highlights (claim, ids);
  dp_case_add_claim (self->dp_case, claim);
  self->evidence = dp_evidence_new (DP_EVIDENCE_SOURCE);
  dp_evidence_set_title (self->evidence, "The prices");
  dp_evidence_set_key (self->evidence, "prices");
  dp_evidence_set_link (self->evidence, "https://example.org/prices");
  dp_case_add_evidence (self->dp_case, self->evidence);
  dp_case_set_title (self->dp_case, "A title");
  dp_case_set_verdict (self->dp_case, "false");
  dp_case_set_disproof (self->dp_case, "Gas was *dear* in winter. The price had doubled [@prices]. Nobody planned it.");
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  GSettings *settings;

  self->workbench = dp_test_workbench_new ();
  settings = dp_workbench_get_settings (self->workbench);
  g_settings_set_string (settings, "profile-email", "");
  g_settings_set_string (settings, "profile-name", "Ann Author");
  write_policy (self->workbench, data != NULL ? data : "");
  self->session = dp_test_session_new (self->workbench, "de", paragraphs);
  self->desk = dp_session_get_desk (self->session);
  self->dp_case = dp_session_get_case (self->session);
  fill (self);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_object_unref (self->evidence);
  g_object_unref (self->session);
  g_object_unref (self->workbench);
}

static void
moved_cb (GObject *source_object,
          GAsyncResult *result,
          gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
do_move (Fixture *self,
         DpMove move)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  dp_review_desk_move_async (self->desk, move, NULL, NULL, NULL, moved_cb, &result);
  dp_test_spin_until (result != NULL);
  dp_review_desk_move_finish (self->desk, result, &error);
  g_assert_no_error (error);
}

static void
test_reading (Fixture *self,
              gconstpointer data)
{
  GtkWindow *window;
  g_autofree char *prose = NULL;
  g_autofree char *added = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *commented = NULL;

  do_move (self, DP_MOVE_SUBMIT);
  become (self, "Rob Reviewer");
  window = dp_reading_window_new (self->session);
  gtk_window_present (window);
  dp_test_spin_until (find (GTK_WIDGET (window), DP_TYPE_MARKDOWN_VIEW, NULL) != NULL);
  prose = dup_prose (GTK_WIDGET (window));
  g_assert_true (g_str_has_prefix (prose, "Gas was dear in winter. The price had doubled [1]. Nobody planned it."));
  g_assert_true (says (window, "A title"));
  g_assert_true (says (window, "False"));
  g_assert_true (says (window, "The evidence shows that it is not so."));
  g_assert_true (says (window, "[1] The prices"));
  g_assert_true (says (window, "You have not read this case yet."));
  g_assert_true (says (window, "read what changed first"));
  nothing = dup_tagged (GTK_WIDGET (window), "added");
  g_assert_cmpstr (nothing, ==, "");

  /* Marked as read, it can be approved. */
  gtk_widget_activate_action (GTK_WIDGET (window), "reading.mark-read", NULL);
  dp_test_spin_until (says (window, "Nothing: you read it as it is now"));
  g_assert_false (says (window, "read what changed first"));

  /* What changes then shows in its place, in the list, and is not approved. */
  become (self, "Ann Author");
  dp_case_set_disproof (self->dp_case, "Gas was *cheap* in winter. The price had doubled [@prices]. Nobody planned it. Somebody did.");
  do_move (self, DP_MOVE_SUBMIT);
  become (self, "Rob Reviewer");
  dp_test_spin_until (says (window, "Words came or went"));
  dp_test_spin_until (says (window, "read what changed first"));
  added = dup_tagged (GTK_WIDGET (window), "added");
  removed = dup_tagged (GTK_WIDGET (window), "removed");
  g_assert_cmpstr (added, ==, "cheap|Somebody did.");
  g_assert_cmpstr (removed, ==, "dear");

  /* A comment on the second sentence, in the Markdown of which its citation is. */
  dp_session_add_comment_on_passage (self->session, "disproof", (DpSpan){ 27, 60 }, "Which week?");
  dp_test_spin_until (says (window, "Which week?"));
  commented = dup_tagged (GTK_WIDGET (window), "commented");
  g_assert_cmpstr (commented, ==, "The price had doubled");

  gtk_widget_activate_action (GTK_WIDGET (window), "reading.next-change", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "reading.mark-read", NULL);
  dp_test_spin_until (says (window, "Nothing: you read it as it is now"));
  gtk_widget_activate_action (GTK_WIDGET (window), "reading.approve", NULL);
  dp_test_spin_until (dp_case_get_state (self->dp_case) == DP_CASE_STATE_APPROVED);
  do_move (self, DP_MOVE_READ); /* after that one */
  dp_test_finish (window);
}

/* A quote, one click away from where it stands in the sealed copy. */
static void
test_quote (Fixture *self,
            gconstpointer data)
{
  static const char text[] = "Eins steht hier am Anfang. Zwei ist kurz.\n\nDrei steht danach.";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (DpSealed) sealed = dp_sealed_new (bytes);
  DpArticle *article = dp_session_get_article (self->session);
  g_autoptr (DpHighlight) highlight = g_list_model_get_item (dp_case_list_highlights (self->dp_case), 0);
  g_autoptr (GFile) file = dp_sealed_get_file (sealed, dp_case_file_get_folder (dp_session_get_file (self->session)));
  GtkWidget *quote;
  GtkWindow *window;

  quote = dp_reading_quote_new (self->session, self->dp_case, highlight);
  window = dp_test_present (quote, 500, 400);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (quote, GTK_TYPE_TOGGLE_BUTTON, NULL)), TRUE);
  dp_test_spin_until (says (quote, "There is no sealed copy; this is the text of the article"));
  dp_test_finish (window);

  g_free (sealed->media_type);
  sealed->media_type = g_strdup ("text/plain; charset=utf-8");
  g_free (sealed->origin);
  sealed->origin = g_strdup ("clipboard");
  g_free (sealed->retrieved);
  sealed->retrieved = g_strdup ("2026-01-10T09:00:00Z");
  g_assert_true (dp_case_file_seal (dp_session_get_file (self->session), bytes, NULL));
  dp_article_set_sealed (article, sealed);
  quote = dp_reading_quote_new (self->session, self->dp_case, highlight);
  window = dp_test_present (quote, 500, 400);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (quote, GTK_TYPE_TOGGLE_BUTTON, NULL)), TRUE);
  dp_test_spin_until (says (quote, "which is unaltered"));
  g_assert_true (says (quote, "Zwei ist kurz."));
  dp_test_finish (window);

  g_assert_true (g_file_replace_contents (file, "altered", 7, NULL, FALSE, 0, NULL, NULL, NULL));
  quote = dp_reading_quote_new (self->session, self->dp_case, highlight);
  window = dp_test_present (quote, 500, 400);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (quote, GTK_TYPE_TOGGLE_BUTTON, NULL)), TRUE);
  dp_test_spin_until (says (quote, "This copy was altered"));
  dp_test_finish (window);
}

/* The page: what is wrong with the rules, what can be done, the open comments, the history. */
static void
test_page (Fixture *self,
           gconstpointer data)
{
  GtkWidget *page = g_object_new (DP_TYPE_REVIEW_PAGE, "session", self->session, NULL);
  GtkWindow *window = dp_test_present (page, 500, 1400);
  g_autoptr (DpComment) comment = NULL;

  dp_test_spin_until (says (page, "Submit"));
  g_assert_false (says (page, "Until it is mended"));
  comment = g_object_ref (dp_session_add_comment_on_passage (self->session, "disproof", (DpSpan){ 0, 25 }, "How dear?"));
  dp_test_spin_until (says (page, "How dear?"));
  dp_test_spin_until (says (page, "Ann Author commented"));

  /* Its words go, and it stays, with them. */
  dp_history_begin (dp_session_get_history (self->session), "Write");
  dp_case_set_disproof (self->dp_case, "Written anew.");
  dp_history_end (dp_session_get_history (self->session));
  dp_test_spin_until (says (page, "where these words are gone"));
  g_assert_true (says (page, "Gas was *dear* in winter."));
  dp_session_resolve (self->session, comment, TRUE);
  dp_test_spin_until (says (page, "No comment is open."));
  dp_session_resolve (self->session, comment, FALSE);
  dp_test_spin_until (says (page, "How dear?"));
  dp_test_finish (window);
}

static void
test_bad_rules (Fixture *self,
                gconstpointer data)
{
  GtkWidget *page = g_object_new (DP_TYPE_REVIEW_PAGE, "session", self->session, NULL);
  GtkWindow *window = dp_test_present (page, 500, 900);

  dp_test_spin_until (says (page, "policy.json, line 3"));
  g_assert_true (says (page, "Until it is mended, the defaults are in force"));
  dp_test_finish (window);
}

static GtkWidget *
find_combo (GtkWidget *root,
            const char *title)
{
  if (ADW_IS_COMBO_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_combo (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Who cross-checks sees neither verdict nor disproof until their own verdict is given; then both. */
static void
test_cross_check (Fixture *self,
                  gconstpointer data)
{
  GtkWidget *page;
  GtkWidget *case_page;
  GtkWindow *case_window;
  GtkWindow *page_window;
  GtkWindow *window;
  DpRatings *ratings = dp_review_desk_get_house (self->desk)->ratings;
  GPtrArray *all = dp_ratings_get_all (ratings);
  guint other = 0;
  GtkWidget *row = g_object_new (DP_TYPE_AGREEMENT_ROW, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWindow *row_window;

  while (g_str_equal (((const DpRating *) g_ptr_array_index (all, other))->id, "false"))
    other++;
  do_move (self, DP_MOVE_SUBMIT);
  g_assert_false (dp_review_desk_is_blind (self->desk));
  become (self, "Sam Second");
  g_assert_true (dp_review_desk_is_blind (self->desk));
  page = g_object_new (DP_TYPE_REVIEW_PAGE, "session", self->session, NULL);
  page_window = dp_test_present (page, 500, 1400);
  dp_test_spin_until (says (page, "Cross-check it before you read it"));
  g_assert_false (says (page, "The evidence shows that it is not so."));
  case_page = dp_case_page_new (self->session);
  case_window = dp_test_present (case_page, 1100, 700);
  gtk_widget_activate_action (case_page, "case.page", "s", "write");
  dp_test_spin ();
  g_assert_null (find (case_page, DP_TYPE_WRITE_PAGE, NULL));

  window = dp_cross_check_window_new (self->session);
  gtk_window_present (window);
  dp_test_spin_until (says (window, "The prices"));
  g_assert_null (find (GTK_WIDGET (window), DP_TYPE_MARKDOWN_VIEW, NULL));
  g_assert_false (says (window, "A title"));
  g_assert_false (says (window, "cited"));
  gtk_widget_activate_action (GTK_WIDGET (window), "cross-check.give", NULL);
  dp_test_spin ();
  g_assert_cmpint (dp_case_get_state (self->dp_case), ==, DP_CASE_STATE_IN_REVIEW);

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_combo (GTK_WIDGET (window), "Verdict")), other + 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_combo (GTK_WIDGET (window), "How sure you are")), 3);
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, NULL)), "I see it otherwise");
  gtk_widget_activate_action (GTK_WIDGET (window), "cross-check.give", NULL);
  dp_test_spin_until (says (window, "The verdicts differ"));
  g_assert_true (says (window, "The evidence shows that it is not so."));
  g_assert_cmpint (dp_case_get_state (self->dp_case), ==, DP_CASE_STATE_CHANGES_REQUESTED);
  dp_test_spin_until (says (page, "I see it otherwise"));
  gtk_widget_activate_action (case_page, "case.page", "s", "write");
  dp_test_spin_until (find (case_page, DP_TYPE_WRITE_PAGE, NULL) != NULL);
  dp_test_finish (case_window);
  dp_test_finish (window);
  dp_test_finish (page_window);

  /* And the team's figures. */
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  row_window = dp_test_present (list, 500, 200);
  dp_agreement_row_set_library (DP_AGREEMENT_ROW (row), dp_library_get_folder (dp_workbench_get_library (self->workbench)));
  dp_test_spin_until (says (row, "1 verdict was given blind"));
  dp_test_finish (row_window);
}

/* What was published can be read again, and one that is gone says so. */
static void
test_version (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (dp_case_file_get_folder (dp_session_get_file (self->session)), "versions/1.json");
  g_autofree char *prose = NULL;
  GtkWindow *window;

  do_move (self, DP_MOVE_SUBMIT);
  become (self, "Rob Reviewer");
  do_move (self, DP_MOVE_READ);
  do_move (self, DP_MOVE_APPROVE);
  do_move (self, DP_MOVE_PUBLISH);
  dp_case_set_disproof (self->dp_case, "Written anew.");
  window = dp_reading_window_new_for_version (self->session, "1");
  gtk_window_present (window);
  dp_test_spin_until (find (GTK_WIDGET (window), DP_TYPE_MARKDOWN_VIEW, NULL) != NULL);
  prose = dup_prose (GTK_WIDGET (window));
  g_assert_true (g_str_has_prefix (prose, "Gas was dear"));
  g_assert_true (says (window, "Version 1, as it was published"));
  dp_test_finish (window);

  g_assert_true (g_file_delete (file, NULL, NULL));
  window = dp_reading_window_new_for_version (self->session, "1");
  gtk_window_present (window);
  dp_test_spin_until (says (window, "is gone"));
  dp_test_finish (window);
}

#define add(name, data, function) g_test_add ("/reading/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("reading", NULL, test_reading);
  add ("quote", NULL, test_quote);
  add ("page", NULL, test_page);
  add ("bad-rules", "\"second_verdict\": \"perhaps\",\n", test_bad_rules);
  add ("cross-check", "\"second_verdict\": true,\n", test_cross_check);
  add ("version", NULL, test_version);
  return g_test_run ();
}
