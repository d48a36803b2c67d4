/* test-review-desk.c: what a look in a thread finds: the approval void or intact, who had a hand in it, and the
 * sealed copies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-state-pill.h"
#include "review/dp-review-error.h"

static const char *const paragraphs[] = { "Eins steht hier am Anfang. Zwei ist kurz.", NULL };

typedef struct
{
  DpWorkbench *workbench;
  DpSession *session;
  DpReviewDesk *desk;
  DpCase *dp_case;
  guint n_changed;
  guint n_voided;
  char *alarm;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
alarm_cb (Fixture *self,
          const char *text)
{
  g_free (self->alarm);
  self->alarm = g_strdup (text);
}

/* Who works here from now on. */
static void
become (Fixture *self,
        const char *name)
{
  GSettings *settings = dp_workbench_get_settings (self->workbench);

  g_settings_set_string (settings, "profile-name", name);
  dp_test_spin_until (g_str_equal (dp_review_desk_get_person (self->desk)->name, name));
}

static void
add_highlight_claim_and_verdict (DpCase *dp_case)
{
  g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_SOURCE);

  dp_case_set_title (dp_case, "A title");
  dp_case_set_verdict (dp_case, "false");
  dp_evidence_set_title (evidence, "Prices");
  dp_evidence_set_link (evidence, "https://example.org/prices");
  dp_case_add_evidence (dp_case, evidence);
}

/* A house in which nothing blocks, so that the moves alone are looked at. */
static void
allow_all (DpWorkbench *workbench)
{
  GFile *library = dp_library_get_folder (dp_workbench_get_library (workbench));
  g_autoptr (GFile) policy = g_file_get_child (library, "policy.json");
  g_autoptr (GString) text = g_string_new ("{\"format\": \"disproof-policy\", \"version\": 1, \"checks\": [");
  guint n_checks;
  const DpCheck *checks = dp_checks_get_all (&n_checks);
  g_autoptr (GError) error = NULL;
  const char *comma = "";

  for (guint i = 0; i < n_checks; i++)
    if (checks[i].severity == DP_SEVERITY_BLOCKS && !g_str_equal (checks[i].id, "article-seal"))
      {
        g_string_append_printf (text, "%s{\"check\": \"%s\", \"severity\": \"hints\", \"reason\": \"A test\"}", comma, checks[i].id);
        comma = ", ";
      }
  g_string_append (text, "]}");
  g_file_make_directory_with_parents (library, NULL, NULL);
  g_file_replace_contents (policy, text->str, text->len, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (DpSession) made = NULL;

  self->workbench = dp_test_workbench_new ();
  g_settings_set_string (dp_workbench_get_settings (self->workbench), "profile-email", "");
  g_settings_set_string (dp_workbench_get_settings (self->workbench), "profile-name", "Ann Author");
  allow_all (self->workbench);
  self->session = dp_test_session_new (self->workbench, "de", paragraphs);
  self->desk = dp_session_get_desk (self->session);
  self->dp_case = dp_session_get_case (self->session);
  g_signal_connect_swapped (self->desk, "changed", G_CALLBACK (count_cb), &self->n_changed);
  g_signal_connect_swapped (self->desk, "voided", G_CALLBACK (count_cb), &self->n_voided);
  g_signal_connect_swapped (self->desk, "alarm", G_CALLBACK (alarm_cb), self);
  add_highlight_claim_and_verdict (self->dp_case);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (self->desk, self);
  g_signal_handlers_disconnect_by_data (self->desk, &self->n_changed);
  g_signal_handlers_disconnect_by_data (self->desk, &self->n_voided);
  g_object_unref (self->session);
  g_object_unref (self->workbench);
  g_free (self->alarm);
}

static void
moved_cb (GObject *source_object,
          GAsyncResult *result,
          gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
try (Fixture *self,
     DpMove move,
     const char *words,
     GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  dp_review_desk_move_async (self->desk, move, words, NULL, NULL, moved_cb, &result);
  dp_test_spin_until (result != NULL);
  return dp_review_desk_move_finish (self->desk, result, error);
}

static void
do_move (Fixture *self,
         DpMove move)
{
  g_autoptr (GError) error = NULL;

  try (self, move, NULL, &error);
  g_assert_no_error (error);
}

/* Runs until a look that began after now has been told. */
static void
look (Fixture *self)
{
  self->n_changed = 0;
  dp_test_spin_until (self->n_changed > 0);
}

static void
test_void (Fixture *self,
           gconstpointer data)
{
  g_autoptr (DpComment) comment = dp_comment_new ("Rob", "2026-01-10T09:00:00Z", "Well.", NULL);
  DpHistory *history = dp_session_get_history (self->session);
  GtkWidget *pill = g_object_ref_sink (dp_state_pill_new ());

  do_move (self, DP_MOVE_SUBMIT);
  become (self, "Rob Reviewer");
  do_move (self, DP_MOVE_READ);
  do_move (self, DP_MOVE_APPROVE);
  g_assert_cmpint (dp_review_desk_get_approval (self->desk), ==, DP_APPROVAL_INTACT);

  /* Presentation only: intact. */
  dp_history_begin (history, "Comment");
  dp_case_add_comment (self->dp_case, comment);
  dp_history_end (history);
  look (self);
  g_assert_cmpint (dp_review_desk_get_approval (self->desk), ==, DP_APPROVAL_INTACT);
  g_assert_cmpuint (self->n_voided, ==, 0);

  /* Content: void, once; undone, it holds again. */
  dp_history_begin (history, "Title");
  dp_case_set_title (self->dp_case, "Another title");
  dp_history_end (history);
  dp_test_spin_until (self->n_voided > 0);
  g_assert_cmpint (dp_review_desk_get_approval (self->desk), ==, DP_APPROVAL_VOID);
  g_assert_cmpint (dp_case_get_state (self->dp_case), ==, DP_CASE_STATE_APPROVED);
  dp_state_pill_set_state (DP_STATE_PILL (pill), DP_CASE_STATE_APPROVED);
  dp_state_pill_set_void (DP_STATE_PILL (pill), TRUE);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (adw_bin_get_child (ADW_BIN (pill)))), ==, "Approval Void");
  g_assert_true (gtk_widget_has_css_class (pill, "void"));
  dp_history_undo (history);
  dp_test_spin_until (dp_review_desk_get_approval (self->desk) == DP_APPROVAL_INTACT);
  g_assert_cmpuint (self->n_voided, ==, 1);
  g_object_unref (pill);
}

/* A change of the last moment, and one that a look under way does not know of, stand in the history before the
 * move that comes right after them. */
static void
test_last_moment (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  do_move (self, DP_MOVE_SUBMIT);
  become (self, "Rob Reviewer");
  look (self);
  dp_case_set_summary (self->dp_case, "Written a moment ago.");
  g_assert_true (try (self, DP_MOVE_SUBMIT, NULL, &error));
  do_move (self, DP_MOVE_READ);
  g_assert_false (try (self, DP_MOVE_APPROVE, NULL, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_OWN_HAND);
  g_clear_error (&error);

  /* While a look is under way: it takes in the title, and the text comes after it. */
  become (self, "Sam Second");
  dp_history_begin (dp_session_get_history (self->session), "Title");
  dp_case_set_title (self->dp_case, "Another title");
  dp_history_end (dp_session_get_history (self->session));
  while (!dp_review_desk_is_looking (self->desk))
    g_main_context_iteration (NULL, TRUE);
  dp_case_set_disproof (self->dp_case, "And that.");
  g_assert_true (try (self, DP_MOVE_SUBMIT, NULL, &error));
  g_assert_nonnull (dp_record_dup_own_hand (self->dp_case, dp_review_desk_get_person (self->desk)));
  become (self, "Kim Third");
  do_move (self, DP_MOVE_READ);
  do_move (self, DP_MOVE_APPROVE);
}

/* What nobody read cannot be approved. */
static void
test_read (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DpDeskComparison) comparison = NULL;
  const DpChange *change;

  do_move (self, DP_MOVE_SUBMIT);
  become (self, "Rob Reviewer");
  g_assert_null (dp_review_desk_get_read (self->desk));
  g_assert_false (try (self, DP_MOVE_APPROVE, NULL, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_CHANGED);
  g_clear_error (&error);
  do_move (self, DP_MOVE_READ);
  g_assert_true (dp_review_desk_is_read (self->desk));

  become (self, "Ann Author");
  dp_case_set_title (self->dp_case, "Another title");
  do_move (self, DP_MOVE_SUBMIT);
  become (self, "Rob Reviewer");
  g_assert_false (dp_review_desk_is_read (self->desk));
  g_assert_false (dp_review_desk_can (self->desk, DP_MOVE_APPROVE, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_CHANGED);
  dp_review_desk_compare_async (self->desk, "read", NULL, moved_cb, &result);
  dp_test_spin_until (result != NULL);
  comparison = dp_review_desk_compare_finish (self->desk, result, NULL);
  g_assert_nonnull (comparison);
  g_assert_cmpuint (comparison->changes->len, ==, 1);
  change = g_ptr_array_index (comparison->changes, 0);
  g_assert_cmpstr (change->place, ==, "/title");
  g_assert_cmpstr (dp_case_get_title (comparison->before), ==, "A title");
  do_move (self, DP_MOVE_READ);
  do_move (self, DP_MOVE_APPROVE);
}

/* A sealed copy that was altered: an alarm on opening, and it stands in the way of an approval. */
static void
test_seal (Fixture *self,
           gconstpointer data)
{
  static const char was[] = "as it was";
  g_autoptr (GBytes) bytes = g_bytes_new_static (was, sizeof was - 1);
  g_autoptr (DpSealed) sealed = dp_sealed_new (bytes);
  g_autoptr (DpArticle) article = g_list_model_get_item (dp_case_list_articles (self->dp_case), 0);
  g_autoptr (GFile) file = dp_sealed_get_file (sealed, dp_case_file_get_folder (dp_session_get_file (self->session)));
  g_autoptr (DpReviewDesk) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *alarm = NULL;

  g_assert_true (dp_case_file_seal (dp_session_get_file (self->session), bytes, NULL));
  dp_article_set_sealed (article, sealed);
  do_move (self, DP_MOVE_SUBMIT);
  become (self, "Rob Reviewer");
  do_move (self, DP_MOVE_READ);
  g_assert_null (self->alarm);

  g_assert_true (g_file_replace_contents (file, "altered", 7, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (try (self, DP_MOVE_APPROVE, NULL, &error));
  g_assert_error (error, DP_REVIEW_ERROR, DP_REVIEW_ERROR_CHECKS);
  g_assert_nonnull (self->alarm);

  alarm = g_steal_pointer (&self->alarm);
  again = dp_review_desk_new (self->workbench, dp_session_get_file (self->session));
  g_signal_connect_swapped (again, "alarm", G_CALLBACK (alarm_cb), self);
  dp_test_spin_until (self->alarm != NULL);
  g_assert_cmpstr (self->alarm, ==, alarm);
  g_signal_handlers_disconnect_by_data (again, self);
}

#define add(name, function) g_test_add ("/review-desk/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("void", test_void);
  add ("last-moment", test_last_moment);
  add ("read", test_read);
  add ("seal", test_seal);
  return g_test_run ();
}
