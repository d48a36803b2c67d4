/* test-case-page.c: what one does beside the article reaches the case, and undo brings it back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-article-text.h"
#include "app/dp-article-view.h"
#include "app/dp-case-page.h"
#include "app/dp-checked-row.h"
#include "app/dp-claim-editor.h"
#include "app/dp-evidence-editor.h"
#include "app/dp-evidence-row.h"
#include "app/dp-highlight-row.h"
#include "app/dp-highlight-tools.h"
#include "app/dp-markdown-view.h"
#include "app/dp-marked-text.h"
#include "app/dp-narrative-chip.h"
#include "app/dp-picker.h"
#include "app/dp-ranking-finder.h"
#include "app/dp-text-buffer.h"
#include "app/dp-text-field.h"
#include "app/dp-write-page.h"

static const char *const paragraphs[] = {
  "The protests were paid for. Nobody had a reason.",
  "A second paragraph says more.",
  NULL,
};

/* The first shown widget of @type under @root whose "title", accessible name aside, is @title. */
static GtkWidget *
find (GtkWidget *root,
      GType type,
      const char *title)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    {
      g_autofree char *own = NULL;

      if (title == NULL)
        return root;
      if (g_object_class_find_property (G_OBJECT_GET_CLASS (root), "title") != NULL)
        g_object_get (root, "title", &own, NULL);
      else if (GTK_IS_BUTTON (root))
        own = g_strdup (gtk_button_get_label (GTK_BUTTON (root)));
      else if (GTK_IS_LABEL (root))
        own = g_strdup (gtk_label_get_label (GTK_LABEL (root)));
      if (g_strcmp0 (own, title) == 0)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
go_to (GtkWidget *page,
       const char *name)
{
  gtk_widget_activate_action (page, "case.page", "s", name);
  dp_test_spin ();
  return page;
}

static DpEvidence *
first_evidence (DpSession *session)
{
  g_autoptr (DpEvidence) evidence = g_list_model_get_item (dp_case_list_evidence (dp_session_get_case (session)), 0);

  return evidence; /* kept by the case */
}

static void
test_details (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 1100, 700);
  DpCase *dp_case = dp_session_get_case (session);
  DpArticle *article = dp_session_get_article (session);
  GtkWidget *title, *published, *authors;

  go_to (page, "details");
  dp_test_spin_until ((title = find (page, ADW_TYPE_ENTRY_ROW, "Title")) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (title), "Paid protests");
  g_assert_cmpstr (dp_case_get_title (dp_case), ==, "Paid protests");

  gtk_widget_activate_action (page, "history.undo", NULL);
  g_assert_cmpstr (dp_case_get_title (dp_case), ==, "A case");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "A case");
  gtk_widget_activate_action (page, "history.redo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Paid protests");

  /* Half a date is none, and never gets into the case. */
  published = find (page, DP_TYPE_CHECKED_ROW, "Published");
  gtk_editable_set_text (GTK_EDITABLE (published), "10.01.2022");
  g_assert_cmpstr (dp_article_get_published (article), ==, "2022-01-10");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (published)), ==, "10.01.2022");
  {
    int end = -1;

    gtk_editable_insert_text (GTK_EDITABLE (published), "/3", -1, &end);
  }
  g_assert_false (dp_checked_row_is_valid (DP_CHECKED_ROW (published)));
  g_assert_true (gtk_widget_has_css_class (published, "error"));
  g_assert_cmpstr (dp_article_get_published (article), ==, "2022-01-10");

  /* Typing over it empties the field on the way; left empty, there is no date. */
  gtk_widget_grab_focus (published);
  dp_test_spin ();
  gtk_editable_delete_text (GTK_EDITABLE (published), 0, -1);
  g_assert_cmpstr (dp_article_get_published (article), ==, "2022-01-10");
  gtk_editable_set_text (GTK_EDITABLE (published), "2022-02");
  g_assert_cmpstr (dp_article_get_published (article), ==, "2022-02");
  gtk_editable_delete_text (GTK_EDITABLE (published), 0, -1);
  g_assert_cmpstr (dp_article_get_published (article), ==, "2022-02");
  gtk_widget_grab_focus (title);
  dp_test_spin_until (*dp_article_get_published (article) == '\0');

  /* What a file says more exactly than it would be written here stays when one only looks at it. */
  dp_article_set_published (article, "2022-01-10T08:00:00+06:00");
  gtk_widget_grab_focus (published);
  dp_test_spin ();
  gtk_widget_grab_focus (title);
  dp_test_spin ();
  g_assert_cmpstr (dp_article_get_published (article), ==, "2022-01-10T08:00:00+06:00");

  authors = find (page, ADW_TYPE_ENTRY_ROW, "Authors, divided by ;");
  gtk_editable_set_text (GTK_EDITABLE (authors), "Doe, Jane; ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (authors)), ==, "Doe, Jane; ");
  gtk_editable_set_text (GTK_EDITABLE (authors), "Doe, Jane; B");
  g_assert_cmpuint (g_strv_length ((char **) dp_article_get_authors (article)), ==, 2);
  g_assert_cmpstr (dp_article_get_authors (article)[0], ==, "Doe, Jane");

  dp_test_finish (window);
}

/* A case that was begun with nothing: its article is given by hand, or pasted into it. */
static void
test_no_article (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpCaseFile) file = dp_library_create_case (dp_workbench_get_library (workbench), dp_case, NULL, NULL);
  g_autoptr (DpSession) session = dp_session_new (workbench, file);
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 1100, 700);
  GtkWidget *outlet, *view;
  DpArticle *article;

  go_to (page, "details");
  dp_test_spin_until (find (page, GTK_TYPE_BUTTON, "Add the article") != NULL);
  g_assert_null (find (page, ADW_TYPE_ENTRY_ROW, "Outlet"));
  gtk_widget_activate_action (find (page, GTK_TYPE_BUTTON, "Add the article"), "article.add", NULL);
  dp_test_spin_until ((outlet = find (page, ADW_TYPE_ENTRY_ROW, "Outlet")) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (outlet), "Somewhere Daily");
  article = dp_session_get_article (session);
  g_assert_cmpstr (dp_article_get_outlet (article), ==, "Somewhere Daily");
  g_assert_nonnull (find (page, ADW_TYPE_ACTION_ROW, "Write the text…"));

  view = find (page, DP_TYPE_ARTICLE_VIEW, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (view), "Nobody was paid\n\nThe protests were not paid for, and everybody knew it. They began at home.");
  gtk_widget_activate_action (view, "article.paste", NULL);
  dp_test_spin_until (*dp_article_get_text (article) != '\0');
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_articles (dp_case)), ==, 1);
  g_assert_nonnull (strstr (dp_article_get_text (article), "They began at home."));
  g_assert_cmpstr (dp_article_get_outlet (article), ==, "Somewhere Daily");
  g_assert_cmpstr (dp_article_get_language (article), ==, "en");
  g_assert_cmpstr (dp_case_get_title (dp_case), !=, "");
  g_assert_true (dp_sealed_check (dp_article_get_sealed (article), dp_case_file_get_folder (file), NULL));
  g_assert_nonnull (find (page, ADW_TYPE_ACTION_ROW, "Correct the text…"));

  /* A text that is there is not pasted over. */
  gtk_widget_activate_action (view, "article.paste", NULL);
  dp_test_spin ();
  g_assert_true (gtk_widget_get_mapped (find (page, DP_TYPE_ARTICLE_TEXT, NULL)));

  gtk_widget_activate_action (page, "history.undo", NULL);
  g_assert_cmpstr (dp_article_get_text (article), ==, "");
  g_assert_null (dp_article_get_sealed (article));
  g_assert_cmpstr (dp_case_get_title (dp_case), ==, "");
  dp_test_finish (window);
}

static void
test_highlights (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 1100, 700);
  DpCase *dp_case = dp_session_get_case (session);
  DpHighlight *highlight = dp_session_add_highlight (session, (DpSpan){ 0, 27 });
  GtkWidget *tools, *note;

  /* What is selected in the article is selected here, with its tools. */
  dp_test_spin_until ((tools = find (page, DP_TYPE_HIGHLIGHT_TOOLS, NULL)) != NULL);
  dp_test_spin_until ((note = find (tools, DP_TYPE_TEXT_FIELD, "Note")) != NULL);
  dp_text_field_set_text (DP_TEXT_FIELD (note), "Central");
  g_assert_cmpstr (dp_highlight_get_note (highlight), ==, "Central");
  gtk_widget_activate_action (page, "history.undo", NULL);
  {
    g_autofree char *text = dp_text_field_dup_text (DP_TEXT_FIELD (note));

    g_assert_cmpstr (text, ==, "");
  }

  gtk_widget_activate_action (tools, "highlight.claim", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_claims (dp_case)), ==, 1);
  {
    g_autoptr (DpClaim) claim = g_list_model_get_item (dp_case_list_claims (dp_case), 0);
    GtkWidget *words;

    g_assert_cmpstr (dp_claim_get_text (claim), ==, "The protests were paid for.");
    dp_test_spin_until ((words = find (page, DP_TYPE_TEXT_FIELD, "Claim, in the speaker’s words")) != NULL);
    dp_text_field_set_text (DP_TEXT_FIELD (words), "They were paid.");
    g_assert_cmpstr (dp_claim_get_text (claim), ==, "They were paid.");
  }

  gtk_widget_activate_action (page, "history.undo", NULL);
  gtk_widget_activate_action (page, "history.undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_claims (dp_case)), ==, 0);
  dp_test_spin ();
  dp_test_finish (window);
}

/* A case keeps the labels of whoever tagged it; one reads them in one's own language, in the margin and
 * in the list alike, also when the case has words of its own for it. What the library does not know keeps the
 * case's words. */
static void
test_labels (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 1100, 700);
  g_autoptr (DpNarrative) known = g_list_model_get_item (G_LIST_MODEL (dp_workbench_get_narratives (workbench)), 0);
  g_autoptr (DpNarrative) foreign = dp_narrative_new (dp_narrative_get_id (known), "In other words", "", "", 0, FALSE);
  g_autoptr (DpNarrative) own = dp_narrative_new ("own/elsewhere", "Known elsewhere", "", "", 1, TRUE);
  DpHighlight *highlight = dp_session_add_highlight (session, (DpSpan){ 0, 27 });
  DpNarrative *called;
  g_autofree char *label = NULL;

  dp_session_tag (session, highlight, foreign);
  dp_session_tag (session, highlight, own);
  called = dp_session_find_narrative (session, dp_narrative_get_id (known));
  label = g_strdup_printf ("In other words (now: %s)", dp_narrative_get_label (known));
  g_assert_cmpstr (dp_narrative_get_label (called), ==, label);
  g_assert_cmpstr (dp_narrative_get_id (called), ==, dp_narrative_get_id (known));
  g_assert_null (dp_session_find_narrative (session, "own/nowhere"));

  dp_test_spin_until (find (page, DP_TYPE_NARRATIVE_CHIP, NULL) != NULL);
  dp_test_spin_until (find (page, GTK_TYPE_LABEL, label) != NULL);
  g_assert_nonnull (find (page, GTK_TYPE_LABEL, "Known elsewhere"));
  g_assert_null (find (page, GTK_TYPE_LABEL, "In other words"));

  dp_test_finish (window);
}

static void
test_source (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 1100, 700);
  DpCase *dp_case = dp_session_get_case (session);
  GListModel *list = dp_case_list_evidence (dp_case);
  DpHighlight *highlight = dp_session_add_highlight (session, (DpSpan){ 0, 27 });
  GtkWidget *editor, *link, *undermines, *row;

  gtk_widget_activate_action (page, "case.add-source", NULL);
  dp_test_spin_until ((editor = find (page, DP_TYPE_EVIDENCE_EDITOR, NULL)) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);

  dp_test_spin_until ((link = find (editor, DP_TYPE_CHECKED_ROW, "Link")) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (link), "www.example.org");
  g_assert_false (dp_checked_row_is_valid (DP_CHECKED_ROW (link)));
  gtk_editable_set_text (GTK_EDITABLE (link), "https://www.example.org/prices");
  g_assert_true (dp_checked_row_is_valid (DP_CHECKED_ROW (link)));

  /* The selected highlight is offered; a stance is one click, and puts the source into the case. */
  dp_test_spin_until ((undermines = find (editor, GTK_TYPE_TOGGLE_BUTTON, "Undermines")) != NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (undermines), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_cmpint (dp_evidence_get_stance (first_evidence (session), dp_highlight_get_id (highlight)), ==, DP_STANCE_UNDERMINES);
  g_assert_cmpstr (dp_evidence_get_link (first_evidence (session)), ==, "https://www.example.org/prices");
  g_assert_cmpstr (dp_evidence_get_key (first_evidence (session)), !=, "");

  /* Undone, it is gone from the case and the editor with it. */
  gtk_widget_activate_action (page, "history.undo", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  dp_test_spin_until (find (page, DP_TYPE_EVIDENCE_EDITOR, NULL) == NULL);
  gtk_widget_activate_action (page, "history.redo", NULL);
  dp_test_spin_until ((row = find (page, DP_TYPE_EVIDENCE_ROW, NULL)) != NULL);
  gtk_widget_activate_action (row, "evidence.remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  dp_test_finish (window);
}

static void
test_ranking (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 1100, 700);
  GListModel *list = dp_case_list_evidence (dp_session_get_case (session));
  GtkWidget *picker, *entry;

  dp_workbench_load_rankings (workbench);
  dp_test_spin_until (dp_workbench_get_rankings (workbench) != NULL);
  gtk_widget_activate_action (page, "case.add-ranking", NULL);
  dp_test_spin_until (find (page, DP_TYPE_RANKING_FINDER, NULL) != NULL);
  dp_test_spin_until ((picker = find (page, DP_TYPE_PICKER, NULL)) != NULL);
  dp_picker_set_query (DP_PICKER (picker), "kazakhstan democracy 2020");
  entry = find (picker, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_signal_emit_by_name (entry, "activate");

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_cmpint (dp_evidence_get_kind (first_evidence (session)), ==, DP_EVIDENCE_RANKING);
  g_assert_cmpuint (dp_evidence_get_rank (first_evidence (session)), ==, 128);
  g_assert_cmpuint (dp_evidence_get_total (first_evidence (session)), ==, 167);

  /* Every figure can be corrected. */
  {
    GtkWidget *rank;

    dp_test_spin_until ((rank = find (page, ADW_TYPE_ENTRY_ROW, "Rank")) != NULL);
    gtk_editable_set_text (GTK_EDITABLE (rank), "127");
    g_assert_cmpuint (dp_evidence_get_rank (first_evidence (session)), ==, 127);
    gtk_editable_set_text (GTK_EDITABLE (rank), "12x");
    g_assert_true (gtk_widget_has_css_class (rank, "error"));
    g_assert_cmpuint (dp_evidence_get_rank (first_evidence (session)), ==, 127);
  }
  dp_test_finish (window);
}

static void
test_writing (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  DpCase *dp_case = dp_session_get_case (session);
  g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_SOURCE);
  g_autofree char *disproof = NULL;
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 1100, 700);
  GtkWidget *view, *preview;
  GtkTextBuffer *summary, *buffer;
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  dp_evidence_set_title (evidence, "A report");
  dp_session_add_evidence (session, evidence);
  go_to (page, "write");
  dp_test_spin_until ((view = find (find (page, DP_TYPE_WRITE_PAGE, NULL), GTK_TYPE_TEXT_VIEW, NULL)) != NULL);

  /* Each key is in the case, and undo gives back what stood there, here too. */
  disproof = g_strdup_printf ("**Not so** [@%s] [@nothing].", dp_evidence_get_key (evidence));
  dp_case_set_disproof (dp_case, disproof);
  summary = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_insert_at_cursor (summary, "They say so.", -1);
  g_assert_cmpstr (dp_case_get_summary (dp_case), ==, "They say so.");
  gtk_widget_activate_action (page, "history.undo", NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (summary), ==, 0);

  gtk_widget_activate_action (find (page, GTK_TYPE_TOGGLE_BUTTON, "Preview"), "write.preview", NULL);
  dp_test_spin_until ((preview = find (page, DP_TYPE_MARKDOWN_VIEW, NULL)) != NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (preview));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_nonnull (strstr (shown, "Not so"));
  g_assert_null (strstr (shown, "**"));
  g_assert_nonnull (strstr (shown, "A report"));
  g_assert_null (strstr (shown, disproof));
  {
    GtkTextTag *broken = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "broken");
    GtkTextTag *citation = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "citation");

    g_assert_true (gtk_text_iter_forward_to_tag_toggle (&start, citation));
    gtk_text_buffer_get_start_iter (buffer, &start);
    g_assert_true (gtk_text_iter_forward_to_tag_toggle (&start, broken));
  }
  dp_test_finish (window);
}

static void
test_narrow (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  GtkWidget *page = dp_case_page_new (session);
  GtkWindow *window = dp_test_present (page, 360, 640);
  gboolean is_narrow = FALSE;

  dp_test_spin_until ((g_object_get (page, "is-narrow", &is_narrow, NULL), is_narrow));
  g_assert_cmpint (gtk_widget_get_width (page), <=, 360);
  go_to (page, "details");
  dp_test_spin_until (find (page, ADW_TYPE_ENTRY_ROW, "Title") != NULL);
  gtk_widget_activate_action (page, "case.article", NULL);
  dp_test_spin_until (find (page, ADW_TYPE_ENTRY_ROW, "Title") == NULL);
  dp_test_finish (window);
}

/* A text buffer changes only what differs. */
static void
test_text_buffer (void)
{
  g_autoptr (DpTextBuffer) buffer = g_object_new (DP_TYPE_TEXT_BUFFER, NULL);
  GtkTextMark *mark;
  GtkTextIter iter;
  g_autofree char *content = NULL;

  dp_text_buffer_set_content (buffer, "один два три");
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, 2);
  mark = gtk_text_buffer_create_mark (GTK_TEXT_BUFFER (buffer), NULL, &iter, FALSE);
  dp_text_buffer_set_content (buffer, "один ДВА три");
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer), &iter, mark);
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 2);
  dp_text_buffer_set_content (buffer, "aaa");
  dp_text_buffer_set_content (buffer, "aa");
  content = dp_text_buffer_dup_content (buffer);
  g_assert_cmpstr (content, ==, "aa");
}

static void
test_marked_text (void)
{
  const char *text = "# Headline\n\n### Below\n\nA paragraph\n\n\\> not a quote\n\n> a quote\n\n- item\n\n  - deeper\n\n^ caption\n\n| a | b\n\n```\nline\n\n  line\n```";
  g_autoptr (GPtrArray) blocks = dp_marked_text_to_blocks (text, NULL);
  g_autofree char *back = dp_marked_text_from_blocks (blocks);
  const DpBlockKind kinds[] = {
    DP_BLOCK_HEADLINE,
    DP_BLOCK_HEADING,
    DP_BLOCK_PARAGRAPH,
    DP_BLOCK_PARAGRAPH,
    DP_BLOCK_QUOTE,
    DP_BLOCK_LIST_ITEM,
    DP_BLOCK_LIST_ITEM,
    DP_BLOCK_CAPTION,
    DP_BLOCK_TABLE_ROW,
    DP_BLOCK_PREFORMATTED,
  };

  g_assert_cmpuint (blocks->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < blocks->len; i++)
    {
      DpBlock *block = g_ptr_array_index (blocks, i);

      g_assert_cmpint (block->kind, ==, kinds[i]);
    }
  g_assert_cmpstr (((DpBlock *) g_ptr_array_index (blocks, 3))->text, ==, "> not a quote");
  g_assert_cmpuint (((DpBlock *) g_ptr_array_index (blocks, 6))->level, ==, 2);
  g_assert_cmpstr (((DpBlock *) g_ptr_array_index (blocks, 8))->text, ==, "a\tb");
  g_assert_cmpstr (((DpBlock *) g_ptr_array_index (blocks, 9))->text, ==, "line\n\n  line");
  g_assert_cmpstr (back, ==, text);
}

/* What is true in a claim is written beside its words. */
static void
test_true_in_it (void)
{
  g_autoptr (DpWorkbench) workbench = dp_test_workbench_new ();
  g_autoptr (DpSession) session = dp_test_session_new (workbench, "en", paragraphs);
  DpClaim *claim = dp_session_add_claim (session, NULL);
  GtkWindow *window = dp_test_present (dp_claim_editor_new (session, claim), 360, 600);
  GtkWidget *field = find (GTK_WIDGET (window), DP_TYPE_TEXT_FIELD, "What is true in it");

  g_assert_nonnull (field);
  dp_text_field_set_text (DP_TEXT_FIELD (field), "Somebody was paid.");
  g_assert_cmpstr (dp_claim_get_true_in_it (claim), ==, "Somebody was paid.");
  dp_history_undo (dp_session_get_history (session));
  g_assert_cmpstr (dp_claim_get_true_in_it (claim), ==, "");
  dp_test_finish (window);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/case-page/details", test_details);
  g_test_add_func ("/case-page/no-article", test_no_article);
  g_test_add_func ("/case-page/highlights", test_highlights);
  g_test_add_func ("/case-page/labels", test_labels);
  g_test_add_func ("/case-page/source", test_source);
  g_test_add_func ("/case-page/ranking", test_ranking);
  g_test_add_func ("/case-page/writing", test_writing);
  g_test_add_func ("/case-page/true-in-it", test_true_in_it);
  g_test_add_func ("/case-page/narrow", test_narrow);
  g_test_add_func ("/case-page/text-buffer", test_text_buffer);
  g_test_add_func ("/case-page/marked-text", test_marked_text);
  return g_test_run ();
}
