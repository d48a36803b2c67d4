/* test-side-by-side.c: two texts beside each other, and an article beside its translation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-article-switch.h"
#include "app/dp-case-page.h"
#include "app/dp-compare-row.h"
#include "app/dp-compare-view.h"
#include "app/dp-compare-window.h"
#include "app/dp-comparison.h"
#include "app/dp-passage-search.h"
#include "app/dp-picker-item.h"
#include "app/dp-translation-window.h"

static const char *const paragraphs[] = {
  "Eins steht hier am Anfang. Zwei ist kurz. Drei auch. Vier steht hier am Ende davon.",
  NULL,
};

static void
test_comparison (void)
{
  g_autoptr (DpComparison) comparison = dp_comparison_new ("Same here.\nThe old word stands.\nGone it is.", "Same here.\nThe new word stands.\nCame anew, this one.");
  g_autoptr (DpCompared) first = g_list_model_get_item (G_LIST_MODEL (comparison->rows), 0);
  g_autoptr (DpCompared) second = g_list_model_get_item (G_LIST_MODEL (comparison->rows), 1);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (comparison->rows)), ==, 4);
  g_assert_false (dp_compared_is_changed (first));
  g_assert_true (dp_compared_is_changed (second));
  g_assert_cmpuint (dp_compared_get_changes (second)->len, ==, 2);
  g_assert_cmpuint (g_array_index (dp_compared_get_changes (second), DpWordChange, 0).old_span.start, ==, 4);
  g_assert_cmpuint (comparison->n_changed, ==, 3);
}

/* Some row under @root that shows @text. */
static GtkWidget *
find_text (GtkWidget *root,
           const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
compared_cb (DpCompareView *view,
             gboolean *is_done)
{
  *is_done = TRUE;
}

static void
test_view (void)
{
  GtkWidget *view = dp_compare_view_new ();
  GtkWindow *window = dp_test_present (view, 900, 500);
  gboolean is_done = FALSE;

  g_signal_connect (view, "compared", G_CALLBACK (compared_cb), &is_done);
  dp_compare_view_set_texts (DP_COMPARE_VIEW (view), "Left", "Never shown.", "Right", "Neither.");
  /* What comes later counts. */
  dp_compare_view_set_texts (DP_COMPARE_VIEW (view), "Left", "One.\nמילה ישנה כאן.", "Right", "One.\nמילה חדשה כאן.");
  dp_test_spin_until (is_done && find_text (view, "חדשה") != NULL);
  g_assert_cmpuint (dp_compare_view_get_n_changed (DP_COMPARE_VIEW (view)), ==, 1);
  g_assert_null (find_text (view, "Never"));
  g_assert_cmpint (gtk_widget_get_direction (find_text (view, "חדשה")), ==, GTK_TEXT_DIR_RTL);
  gtk_widget_activate_action (view, "compare.next", NULL);
  dp_test_finish (window);
}

static void
test_window (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "de", paragraphs);
  g_autoptr (DpArticle) other = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text ("Eins steht dort am Anfang. Zwei ist kurz.");
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 1100, 700);
  GtkWindow *beside;

  dp_article_set_title (other, "Another one");
  dp_article_set_blocks (other, blocks);
  dp_case_add_article (dp_session_get_case (session), other);
  dp_test_spin_until (find_text (page, "1. ") != NULL);
  beside = dp_compare_window_new (session, dp_session_get_article (session));
  gtk_window_present (beside);
  dp_test_spin_until (find_text (GTK_WIDGET (beside), "Eins steht dort") != NULL && find_text (GTK_WIDGET (beside), "Eins steht hier") != NULL);
  dp_test_finish (beside);
  dp_test_finish (window);
}

/* A claim made from passages of two articles: both can be found, each says where it is from, and going to
 * one shows its article. */
static void
test_claim_of_two (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "de", paragraphs);
  g_autoptr (DpArticle) other = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text ("Eins steht dort am Anfang. Zwei ist kurz.");
  DpCase *dp_case = dp_session_get_case (session);
  DpHighlight *first = dp_case_add_highlight (dp_case, dp_session_get_article (session), (DpSpan){ 0, 26 });
  DpHighlight *second;
  DpClaim *claim = dp_session_add_claim (session, first);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *about = NULL;
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 1100, 700);

  dp_article_set_title (other, "Another one");
  dp_article_set_blocks (other, blocks);
  dp_case_add_article (dp_case, other);
  second = dp_case_add_highlight (dp_case, other, (DpSpan){ 0, 26 });
  found = dp_passage_search ("", session);
  g_assert_cmpuint (found->len, ==, 2);
  g_object_get (g_ptr_array_index (found, 1), "subtitle", &about, NULL);
  g_assert_cmpstr (about, ==, "Another one");

  dp_claim_set_highlights (claim, (const char *const[]){ dp_highlight_get_id (first), dp_highlight_get_id (second), NULL });
  dp_session_set_highlight (session, second);
  dp_test_spin_until (dp_session_get_article (session) == other);
  dp_test_spin_until (find_text (page, "2. Another one") != NULL);
  dp_session_set_highlight (session, first);
  dp_test_spin_until (dp_session_get_article (session) != other);
  dp_test_finish (window);
}

static const DpTranslation *
get_translation (DpSession *session)
{
  return dp_article_get_translation (dp_session_get_article (session));
}

static void
test_translation (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "de", paragraphs);
  DpArticle *article = dp_session_get_article (session);
  g_autoptr (GPtrArray) blocks = dp_blocks_from_plain_text ("One stands here at the start. Two is short. Three is, too. Four stands here at the end of it.");
  g_autoptr (DpTranslation) translation = dp_translation_new ("en", "A. Translator", blocks);
  GListModel *highlights = dp_case_list_highlights (dp_session_get_case (session));
  GtkWindow *window = dp_translation_window_new (session, article);
  GtkWidget *widget = GTK_WIDGET (window);
  g_autoptr (DpHighlight) highlight = NULL;

  gtk_window_present (window);
  dp_test_spin_until (find_text (widget, "No Translation Yet") != NULL);
  dp_article_set_translation (article, translation);
  dp_test_spin_until (find_text (widget, "Two is short.") != NULL);
  g_assert_nonnull (find_text (widget, "A. Translator"));

  /* The first row has the keys. */
  gtk_widget_activate_action (widget, "translation.highlight", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (highlights), ==, 1);
  highlight = g_list_model_get_item (highlights, 0);
  g_assert_cmpstr (dp_highlight_get_quote (highlight), ==, "Eins steht hier am Anfang.");
  dp_test_spin_until (pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (find_text (widget, "One stands")))) != NULL);
  gtk_widget_activate_action (widget, "translation.remove-highlight", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (highlights), ==, 0);

  /* Exactly what is selected in the original; all of the sentence when it is in the translation. */
  gtk_label_select_region (GTK_LABEL (find_text (widget, "Eins steht")), 5, 15);
  gtk_widget_activate_action (widget, "translation.highlight", NULL);
  gtk_label_select_region (GTK_LABEL (find_text (widget, "Eins steht")), 0, 0);
  gtk_label_select_region (GTK_LABEL (find_text (widget, "One stands")), 4, 10);
  gtk_widget_activate_action (widget, "translation.highlight", NULL);
  gtk_label_select_region (GTK_LABEL (find_text (widget, "One stands")), 0, 0);
  g_assert_cmpuint (g_list_model_get_n_items (highlights), ==, 2);
  g_set_object (&highlight, NULL);
  highlight = g_list_model_get_item (highlights, 0);
  g_assert_cmpstr (dp_highlight_get_quote (highlight), ==, "Eins steht hier am Anfang.");
  g_set_object (&highlight, NULL);
  highlight = g_list_model_get_item (highlights, 1);
  g_assert_cmpstr (dp_highlight_get_quote (highlight), ==, "steht hier");
  /* One that is made elsewhere is seen here. */
  dp_history_undo (dp_session_get_history (session));
  dp_history_undo (dp_session_get_history (session));
  dp_test_spin_until (gtk_label_get_attributes (GTK_LABEL (find_text (widget, "One stands"))) == NULL ||
                      pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (find_text (widget, "One stands")))) == NULL);
  dp_session_add_highlight (session, (DpSpan){ 5, 10 });
  dp_test_spin_until (pango_attr_list_get_attributes (gtk_label_get_attributes (GTK_LABEL (find_text (widget, "One stands")))) != NULL);
  dp_history_undo (dp_session_get_history (session));

  gtk_widget_activate_action (widget, "translation.merge", NULL);
  dp_test_spin_until (find_text (widget, "One stands here at the start. Two is short.") != NULL);
  g_assert_cmpuint (g_array_index (get_translation (session)->pairs, DpTranslationPair, 0).source.end, ==, 41);
  gtk_widget_activate_action (widget, "translation.split", NULL);
  dp_test_spin_until (find_text (widget, "start. Two") == NULL);
  gtk_widget_activate_action (widget, "translation.shift", "i", 1);
  dp_test_spin_until (find_text (widget, "One stands here at the start. Two is short.") != NULL);

  while (dp_history_can_undo (dp_session_get_history (session)))
    dp_history_undo (dp_session_get_history (session));
  dp_test_spin_until (find_text (widget, "No Translation Yet") != NULL);
  dp_test_finish (window);
}

static GtkWidget *
find_stack (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_STACK (root) && gtk_stack_get_child_by_name (GTK_STACK (root), "busy") != NULL ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_stack (child);
  return found;
}

/* Long texts are put beside each other in a thread; who closes the window meanwhile waits for nothing. */
static void
test_long_translation (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "de", paragraphs);
  DpArticle *article = dp_session_get_article (session);
  g_autoptr (GString) original = g_string_new (NULL);
  g_autoptr (GString) translated = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) translated_blocks = NULL;
  g_autoptr (DpTranslation) translation = NULL;
  GtkWindow *window;
  GtkWidget *widget;
  GtkStack *stack;

  for (guint i = 0; i < 600; i++)
    {
      g_string_append_printf (original, "Das ist der Absatz mit der Nummer %u hier. Er hat zwei Sätze.\n\n", i);
      g_string_append_printf (translated, "This is the paragraph with number %u here. It has two sentences.\n\n", i);
    }
  blocks = dp_blocks_from_plain_text (original->str);
  translated_blocks = dp_blocks_from_plain_text (translated->str);
  translation = dp_translation_new ("en", "", translated_blocks);
  dp_article_set_blocks (article, blocks);
  dp_article_set_translation (article, translation);

  window = dp_translation_window_new (session, article);
  widget = GTK_WIDGET (window);
  stack = GTK_STACK (find_stack (widget));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "busy");
  gtk_window_present (window);
  dp_test_spin_until (find_text (widget, "number 3 here.") != NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "rows");
  /* What a person puts together keeps the rows in view until the new ones are there. */
  gtk_widget_activate_action (widget, "translation.merge", NULL);
  dp_test_spin_until (find_text (widget, "number 0 here. It has two sentences.") != NULL);
  dp_article_set_translation (article, NULL);
  dp_article_set_translation (article, translation);
  dp_test_spin_until (g_str_equal (gtk_stack_get_visible_child_name (stack), "busy"));
  dp_test_finish (window);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/side-by-side/comparison", test_comparison);
  g_test_add_func ("/side-by-side/view", test_view);
  g_test_add_func ("/side-by-side/window", test_window);
  g_test_add_func ("/side-by-side/claim-of-two", test_claim_of_two);
  g_test_add_func ("/side-by-side/translation", test_translation);
  g_test_add_func ("/side-by-side/long-translation", test_long_translation);
  return g_test_run ();
}
