/* test-anchor-review.c: what waits for a decision is shown, decided and undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-anchor-banner.h"
#include "app/dp-anchor-review.h"
#include "app/dp-case-page.h"
#include "app/dp-highlight-row.h"
#include "app/dp-passage-placer.h"
#include "app/dp-word-marks.h"

static const char *const paragraphs[] = {
  "The mayor of the town said no to it, twice. The second sentence is left alone.",
  "A second paragraph says more about fuel prices and the protests.",
  "This paragraph will be gone.",
  "The end of it.",
  NULL,
};

typedef struct
{
  DpWorkbench *workbench;
  DpSession *session;
  DpHighlight *mayor;
  DpHighlight *fuel;
  DpHighlight *gone;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text ("New.\n\nThe mayor of our town said no to it. The second sentence is left alone.\n\n"
                                                            "A second paragraph says a lot about gas prices and the protests.\n\nThe end of it.");
  DpCase *dp_case;
  DpArticle *article;

  fixture->workbench = dp_test_workbench_new ();
  fixture->session = dp_test_session_new (fixture->workbench, "en", paragraphs);
  dp_case = dp_session_get_case (fixture->session);
  article = dp_session_get_article (fixture->session);
  fixture->mayor = dp_case_add_highlight (dp_case, article, (DpSpan){ 0, 43 });
  fixture->fuel = dp_case_add_highlight (dp_case, article, (DpSpan){ 79, 143 });
  fixture->gone = dp_case_add_highlight (dp_case, article, (DpSpan){ 144, 172 });
  g_assert_cmpstr (dp_highlight_get_quote (fixture->gone), ==, paragraphs[2]);
  dp_history_begin (dp_session_get_history (fixture->session), "Correct");
  dp_case_correct_text (dp_case, article, blocks);
  dp_history_end (dp_session_get_history (fixture->session));
  g_assert_true (dp_highlight_is_waiting (fixture->mayor));
  g_assert_true (dp_highlight_is_waiting (fixture->fuel));
  g_assert_true (dp_highlight_is_lost (fixture->gone) && !dp_highlight_is_waiting (fixture->gone));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->session);
  g_object_unref (fixture->workbench);
}

/* Some label under @root that contains @text. */
static GtkWidget *
find_label (GtkWidget *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_type (GtkWidget *root,
           GType type)
{
  if (G_OBJECT_TYPE (root) == type)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_strike_cb (PangoAttribute *attribute,
               gpointer data)
{
  return attribute->klass->type == PANGO_ATTR_STRIKETHROUGH;
}

static void
test_decide (Fixture *fixture,
             gconstpointer data)
{
  GtkWindow *window = dp_anchor_review_new (fixture->session);
  GtkWidget *review = GTK_WIDGET (window);
  g_autoptr (PangoAttrList) struck = NULL;
  GtkWidget *old;

  gtk_window_present (window);
  dp_test_spin_until (find_label (review, "1 of 2") != NULL);
  g_assert_nonnull (find_label (review, "Waits for your decision"));
  g_assert_nonnull ((old = find_label (review, paragraphs[0] + 4)) != NULL ? old : (old = find_label (review, "The mayor of the town")));
  g_assert_nonnull (find_label (review, "The mayor of our town"));
  /* What went is told by more than its colour. */
  struck = pango_attr_list_filter (gtk_label_get_attributes (GTK_LABEL (old)), has_strike_cb, NULL);
  g_assert_nonnull (struck);

  gtk_widget_activate_action (review, "review.take", NULL);
  g_assert_false (dp_highlight_is_lost (fixture->mayor));
  g_assert_cmpstr (dp_highlight_get_quote (fixture->mayor), ==, "The mayor of our town said no to it.");
  dp_test_spin_until (find_label (review, "2 of 2") != NULL);

  gtk_widget_activate_action (review, "review.leave-lost", NULL);
  g_assert_true (dp_highlight_is_lost (fixture->fuel));
  g_assert_false (dp_highlight_is_waiting (fixture->fuel));
  dp_test_spin_until (find_label (review, "1 was found again, 1 stays lost") != NULL);

  /* Undone, it is asked for again, and can be answered in another way. */
  gtk_widget_activate_action (review, "history.undo", NULL);
  dp_test_spin_until (find_label (review, "2 of 2") != NULL);
  g_assert_true (dp_highlight_is_waiting (fixture->fuel));
  gtk_widget_activate_action (review, "review.go", "i", -1);
  dp_test_spin_until (find_label (review, "Found again") != NULL);
  gtk_widget_activate_action (review, "review.go", "i", 1);
  dp_test_spin_until (find_label (review, "2 of 2") != NULL);

  gtk_widget_activate_action (review, "review.pick", NULL);
  {
    GtkWidget *placer = find_type (review, DP_TYPE_PASSAGE_PLACER);
    DpSpan span = dp_passage_placer_get_span (DP_PASSAGE_PLACER (placer));

    g_assert_cmpuint (span.end - span.start, ==, 64);
    gtk_widget_activate_action (placer, "placer.step", "(ib)", 1, FALSE);
    gtk_widget_activate_action (placer, "placer.choose", NULL);
  }
  g_assert_false (dp_highlight_is_lost (fixture->fuel));
  g_assert_cmpstr (dp_highlight_get_quote (fixture->fuel), ==, "The end of it.");
  dp_test_spin_until (find_label (review, "2 were found again") != NULL);
  dp_test_finish (window);
}

/* Back beyond the change of the text there is nothing to decide. */
static void
test_undo_all (Fixture *fixture,
               gconstpointer data)
{
  GtkWindow *window = dp_anchor_review_new (fixture->session);
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_present (window);
  dp_test_spin_until (find_label (GTK_WIDGET (window), "1 of 2") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "review.take", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "history.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "history.undo", NULL);
  g_assert_false (dp_highlight_is_lost (fixture->mayor));
  g_assert_false (dp_highlight_is_lost (fixture->gone));
  dp_test_spin_until (weak == NULL);
}

static void
test_place_lost (Fixture *fixture,
                 gconstpointer data)
{
  GtkWindow *window = dp_anchor_review_new_for (fixture->session, fixture->gone);
  GtkWidget *placer = find_type (GTK_WIDGET (window), DP_TYPE_PASSAGE_PLACER);
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_present (window);
  dp_test_spin_until (gtk_widget_get_mapped (placer));
  gtk_widget_activate_action (placer, "placer.step", "(ib)", -1, FALSE);
  gtk_widget_activate_action (placer, "placer.choose", NULL);
  g_assert_false (dp_highlight_is_lost (fixture->gone));
  dp_test_spin_until (weak == NULL);
  dp_history_undo (dp_session_get_history (fixture->session));
  g_assert_cmpstr (dp_highlight_get_quote (fixture->gone), ==, paragraphs[2]);
  g_assert_true (dp_highlight_is_lost (fixture->gone));
}

static void
test_banner (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *page = dp_case_page_new (fixture->session);
  GtkWindow *window = dp_test_present (page, 1100, 700);
  GtkWidget *banner = find_type (page, DP_TYPE_ANCHOR_BANNER);
  DpCase *dp_case = dp_session_get_case (fixture->session);

  dp_test_spin_until (find_label (banner, "2 highlights wait for your decision") != NULL);
  gtk_widget_activate_action (page, "case.page", "s", "claims");
  dp_test_spin_until (find_label (page, "Place Anew") != NULL && find_label (page, "Decide") != NULL);
  dp_case_leave_lost (dp_case, fixture->mayor);
  dp_test_spin_until (find_label (banner, "1 highlight waits") != NULL);
  dp_case_leave_lost (dp_case, fixture->fuel);
  dp_test_spin_until (!gtk_widget_get_visible (banner));
  dp_history_undo (dp_session_get_history (fixture->session));
  dp_test_spin_until (gtk_widget_get_visible (banner));
  dp_test_finish (window);
}

/* White space at the ends of a change is not marked, and words are told to those who do not see them. */
static void
test_word_marks (void)
{
  g_autoptr (GArray) changes = dp_word_diff ("Он сказал да сразу", "Он сказал нет");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *text = dp_word_marks_dup_description ("Он сказал да сразу", "Он сказал нет", changes);
  g_autoptr (GArray) none = dp_word_diff ("Same.", "Same.");
  g_autofree char *nothing = dp_word_marks_dup_description ("Same.", "Same.", none);
  PangoAttrIterator *iter;
  int start, end;

  g_assert_nonnull (strstr (text, "да сразу"));
  g_assert_nonnull (strstr (text, "нет"));
  g_assert_cmpstr (nothing, ==, "");
  dp_word_marks_add (attributes, "Он сказал да сразу", 2, changes, DP_WORD_SIDE_OLD, FALSE);
  iter = pango_attr_list_get_iterator (attributes);
  while (pango_attr_iterator_get (iter, PANGO_ATTR_STRIKETHROUGH) == NULL)
    g_assert_true (pango_attr_iterator_next (iter));
  pango_attr_iterator_range (iter, &start, &end);
  g_assert_cmpint (start, ==, 2 + (int) strlen ("Он сказал "));
  g_assert_cmpint (end, ==, 2 + (int) strlen ("Он сказал да сразу"));
  pango_attr_iterator_destroy (iter);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/anchor-review/decide", Fixture, NULL, set_up, test_decide, tear_down);
  g_test_add ("/anchor-review/undo-all", Fixture, NULL, set_up, test_undo_all, tear_down);
  g_test_add ("/anchor-review/place-lost", Fixture, NULL, set_up, test_place_lost, tear_down);
  g_test_add ("/anchor-review/banner", Fixture, NULL, set_up, test_banner, tear_down);
  g_test_add_func ("/anchor-review/word-marks", test_word_marks);
  return g_test_run ();
}
