/* test-article-view.c: an article is shown exactly, and highlighted, tagged and undone by keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include "app/dp-article-text.h"
#include "app/dp-article-view.h"
#include "app/dp-comments.h"
#include "app/dp-highlight-strip.h"
#include "app/dp-legend.h"
#include "app/dp-narrative-popover.h"
#include "app/dp-narrative-row.h"
#include "app/dp-passage-about.h"
#include "app/dp-picker.h"
#include "app/dp-quotation.h"
#include "app/dp-segments.h"
#include "app/dp-text-search.h"

static const char *const english[] = {
  "The first sentence stands here. The second one follows it. A third ends the paragraph.",
  "Another paragraph begins. It is short.",
  NULL,
};

typedef struct
{
  DpWorkbench *workbench;
  DpSession *session;
  GtkWidget *view;
  DpArticleText *text;
  GtkWindow *window;
} Fixture;

static GtkWidget *
find (GtkWidget *widget,
      GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up_with (Fixture *fixture,
             const char *language,
             const char *const *paragraphs)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.disproof.Disproof");

  g_settings_reset (settings, "recent-narratives");
  fixture->workbench = dp_test_workbench_new ();
  fixture->session = dp_test_session_new (fixture->workbench, language, paragraphs);
  fixture->view = dp_article_view_new (fixture->session);
  fixture->text = DP_ARTICLE_TEXT (find (fixture->view, DP_TYPE_ARTICLE_TEXT));
  fixture->window = dp_test_present (fixture->view, 900, 600);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  set_up_with (fixture, "en", english);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer weak = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &weak);
  dp_test_finish (fixture->window);
  g_assert_null (weak);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->workbench);
}

static DpArticle *
get_article (Fixture *fixture)
{
  return dp_session_get_article (fixture->session);
}

static DpSpan
get_sentence (Fixture *fixture,
              guint n)
{
  return g_array_index (dp_article_get_sentences (get_article (fixture)), DpSpan, n);
}

static guint
count_highlights (Fixture *fixture)
{
  return g_list_model_get_n_items (dp_case_list_highlights (dp_session_get_case (fixture->session)));
}

static DpNarrative *
get_narrative (Fixture *fixture,
               guint n)
{
  g_autoptr (DpNarrative) narrative = g_list_model_get_item (G_LIST_MODEL (dp_workbench_get_narratives (fixture->workbench)), n);

  return narrative; /* kept by the list */
}

static char *
dup_shown (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Whether @offset has the tag @kind-@colour. */
static gboolean
has_tag (Fixture *fixture,
         guint offset,
         const char *kind,
         guint colour)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  g_autofree char *name = g_strdup_printf ("%s-%u", kind, colour);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter iter;

  g_assert_nonnull (tag);
  dp_test_spin ();
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  return gtk_text_iter_has_tag (&iter, tag);
}

static void
activate (Fixture *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), action, NULL));
}

static void
test_scripts (void)
{
  static const struct
  {
    const char *language;
    const char *paragraphs[3];
    GtkTextDirection direction;
  } cases[] = {
    { "ka", { "პირველი წინადადება აქ არის. მეორე მოსდევს მას.", "მესამე აბზაცია.", NULL }, GTK_TEXT_DIR_LTR },
    { "zh", { "第一句话在这里。第二句话跟着它。", "第三句。", NULL }, GTK_TEXT_DIR_LTR },
    { "en", { "One 👩‍👩‍👧 family and a 🇰🇿 flag. Two e\314\201 accents.", "𝒜 is beyond the first plane.", NULL }, GTK_TEXT_DIR_LTR },
    { "ar", { "الجملة الأولى هنا. الجملة الثانية with English تتبعها.", "فقرة أخرى 2022.", NULL }, GTK_TEXT_DIR_RTL },
    { "he", { "משפט ראשון כאן. משפט שני.", "פסקה.", NULL }, GTK_TEXT_DIR_RTL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { 0 };
      g_autofree char *shown = NULL;
      GArray *sentences;

      g_test_message ("%s", cases[i].language);
      set_up_with (&fixture, cases[i].language, cases[i].paragraphs);
      shown = dup_shown (&fixture);
      g_assert_cmpstr (shown, ==, dp_article_get_text (get_article (&fixture)));
      g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (fixture.text)), ==, cases[i].direction);

      /* What is tagged is what the anchor quotes, character for character. */
      sentences = dp_article_get_sentences (get_article (&fixture));
      g_assert_cmpuint (sentences->len, ==, 3);
      for (guint n = 0; n < sentences->len; n++)
        {
          DpSpan span = g_array_index (sentences, DpSpan, n);
          DpHighlight *highlight;

          activate (&fixture, "highlight.next");
          activate (&fixture, "highlight.add");
          highlight = dp_session_get_highlight (fixture.session);
          g_assert_nonnull (highlight);
          g_assert_cmpuint (dp_highlight_get_anchor (highlight)->start, ==, span.start);
          g_assert_true (has_tag (&fixture, span.start, "selected", 9));
          g_assert_true (has_tag (&fixture, span.end - 1, "selected", 9));
          g_assert_false (has_tag (&fixture, span.end, "selected", 9));
        }
      tear_down (&fixture, NULL);
    }
}

/* The column leaves the room for bars at the side where lines begin. */
static void
test_column (Fixture *fixture,
             gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->text);
  int column = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
  int wide;

  g_assert_cmpint (column, >, 300);
  g_assert_cmpint (ABS (gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view)), <=, 1);

  g_settings_set_int (dp_workbench_get_settings (fixture->workbench), "article-column-width", 50);
  dp_test_spin_until (gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view) < column);
  wide = gtk_text_view_get_left_margin (view);
  gtk_window_set_default_size (fixture->window, 360, 600);
  dp_test_spin_until (gtk_text_view_get_left_margin (view) < wide);
  g_assert_cmpint (gtk_text_view_get_left_margin (view), >=, 56);
  g_settings_reset (dp_workbench_get_settings (fixture->workbench), "article-column-width");
}

static void
test_keyboard (Fixture *fixture,
               gconstpointer data)
{
  DpHistory *history = dp_session_get_history (fixture->session);
  DpNarrative *first = get_narrative (fixture, 0);
  DpSpan second = get_sentence (fixture, 1);
  DpHighlight *highlight;
  guint colour = dp_narrative_get_colour (first);

  dp_workbench_use_narrative (fixture->workbench, first);
  activate (fixture, "highlight.next");
  activate (fixture, "highlight.next");
  g_assert_cmpuint (dp_article_text_get_mark (fixture->text, DP_MARK_CURSOR).start, ==, second.start);
  g_assert_null (dp_session_get_highlight (fixture->session));

  /* One key highlights and tags, in one step. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "highlight.tag-recent", "i", 1));
  g_assert_cmpuint (count_highlights (fixture), ==, 1);
  highlight = dp_session_get_highlight (fixture->session);
  g_assert_true (dp_highlight_has_narrative (highlight, dp_narrative_get_id (first)));
  g_assert_true (has_tag (fixture, second.start, "selected", colour));
  g_assert_true (dp_history_undo (history));
  g_assert_cmpuint (count_highlights (fixture), ==, 0);
  g_assert_false (has_tag (fixture, second.start, "selected", colour));
  g_assert_false (has_tag (fixture, second.start, "tint", colour));
  g_assert_true (dp_history_redo (history));
  g_assert_true (has_tag (fixture, second.start, "tint", colour));

  /* Walking on deselects, walking back selects. */
  activate (fixture, "highlight.previous");
  activate (fixture, "highlight.next");
  g_assert_nonnull (dp_session_get_highlight (fixture->session));
  activate (fixture, "highlight.add");
  g_assert_cmpuint (count_highlights (fixture), ==, 1);
  activate (fixture, "highlight.claim");
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_claims (dp_session_get_case (fixture->session))), ==, 1);
  activate (fixture, "highlight.next");
  g_assert_null (dp_session_get_highlight (fixture->session));
  activate (fixture, "highlight.previous");
  activate (fixture, "highlight.remove");
  g_assert_cmpuint (count_highlights (fixture), ==, 0);
  g_assert_false (has_tag (fixture, second.start, "tint", colour));
}

static void
test_overlap (Fixture *fixture,
              gconstpointer data)
{
  DpNarrative *a = get_narrative (fixture, 0);
  DpNarrative *b = get_narrative (fixture, 1);
  DpSpan first = get_sentence (fixture, 0);
  DpSpan second = get_sentence (fixture, 1);
  DpSpan last = get_sentence (fixture, 4);
  DpHighlight *one = dp_session_add_highlight (fixture->session, (DpSpan){ first.start, second.end });
  DpHighlight *two = dp_session_add_highlight (fixture->session, (DpSpan){ second.start, last.end });

  dp_session_tag (fixture->session, one, a);
  dp_session_tag (fixture->session, two, b);
  dp_session_set_highlight (fixture->session, NULL);

  g_assert_true (has_tag (fixture, first.start, "tint", dp_narrative_get_colour (a)));
  g_assert_false (has_tag (fixture, first.start, "under", dp_narrative_get_colour (b)));
  g_assert_true (has_tag (fixture, second.start, "tint", dp_narrative_get_colour (a)));
  g_assert_true (has_tag (fixture, second.start, "under", dp_narrative_get_colour (b)));
  g_assert_true (has_tag (fixture, last.start, "tint", dp_narrative_get_colour (b)));

  /* The selected one comes to the front. */
  dp_session_set_highlight (fixture->session, two);
  g_assert_true (has_tag (fixture, second.start, "selected", dp_narrative_get_colour (b)));
  g_assert_true (has_tag (fixture, second.start, "under", dp_narrative_get_colour (a)));
  dp_session_set_highlight (fixture->session, NULL);

  gtk_widget_queue_draw (GTK_WIDGET (fixture->text));
  dp_test_spin_until (dp_article_text_get_n_lanes (fixture->text) == 2);

  dp_session_untag (fixture->session, two, dp_narrative_get_id (b));
  g_assert_true (has_tag (fixture, last.start, "tint", 9));
  dp_session_remove_highlight (fixture->session, one);
  g_assert_false (has_tag (fixture, first.start, "tint", dp_narrative_get_colour (a)));
  g_assert_true (has_tag (fixture, second.start, "tint", 9));
}

static void
go (Fixture *fixture,
    const char *where)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.go", "s", where));
}

static DpSpan
get_cursor (Fixture *fixture)
{
  return dp_article_text_get_mark (fixture->text, DP_MARK_CURSOR);
}

static void
test_go (Fixture *fixture,
         gconstpointer data)
{
  DpSpan spans[] = { get_sentence (fixture, 0), get_sentence (fixture, 2), get_sentence (fixture, 3) };
  DpHighlight *highlights[G_N_ELEMENTS (spans)];

  /* There is nowhere to go yet but to what is not highlighted, which is all of it. */
  go (fixture, "next-highlight");
  g_assert_null (dp_session_get_highlight (fixture->session));
  go (fixture, "next-gap");
  g_assert_cmpuint (get_cursor (fixture).start, ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    highlights[i] = dp_session_add_highlight (fixture->session, spans[i]);
  dp_session_add_claim (fixture->session, highlights[0]);
  dp_session_set_highlight (fixture->session, NULL);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (spans); i++)
    {
      go (fixture, "next-highlight");
      g_assert_true (dp_session_get_highlight (fixture->session) == highlights[i % 3]);
    }
  go (fixture, "previous-highlight");
  g_assert_true (dp_session_get_highlight (fixture->session) == highlights[1]);
  go (fixture, "next-claim");
  g_assert_true (dp_session_get_highlight (fixture->session) == highlights[0]);
  go (fixture, "previous-claim");
  g_assert_true (dp_session_get_highlight (fixture->session) == highlights[0]);

  /* The second sentence, and the last one. */
  go (fixture, "next-gap");
  g_assert_cmpuint (get_cursor (fixture).start, ==, get_sentence (fixture, 1).start);
  go (fixture, "next-gap");
  g_assert_cmpuint (get_cursor (fixture).start, ==, get_sentence (fixture, 4).start);
  go (fixture, "previous-gap");
  g_assert_cmpuint (get_cursor (fixture).start, ==, get_sentence (fixture, 1).start);

  /* From the keyboard's place to the highlight behind it. */
  go (fixture, "next-highlight");
  g_assert_true (dp_session_get_highlight (fixture->session) == highlights[1]);
  activate (fixture, "highlight.next");
  activate (fixture, "highlight.next");
  go (fixture, "previous-highlight");
  g_assert_true (dp_session_get_highlight (fixture->session) == highlights[2]);

  /* What is selected elsewhere is where the keyboard goes on from. */
  dp_session_set_highlight (fixture->session, highlights[0]);
  activate (fixture, "highlight.next");
  g_assert_cmpuint (get_cursor (fixture).start, ==, get_sentence (fixture, 1).start);
  dp_session_set_highlight (fixture->session, highlights[2]);
  activate (fixture, "highlight.previous");
  g_assert_cmpuint (get_cursor (fixture).start, ==, get_sentence (fixture, 2).start);
}

static void
test_quotation (void)
{
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  const char *authors[] = { "A. Writer", "B <Writer>", NULL };
  g_autofree char *bare = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  g_autofree char *unsafe = NULL;

  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "<b>One & two.</b>"));
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "Three."));
  dp_article_set_blocks (article, blocks);
  bare = dp_quotation_dup_text (article, (DpSpan){ 3, 12 });
  g_assert_cmpstr (bare, ==, "“One & two”");

  dp_article_set_authors (article, authors);
  dp_article_set_title (article, "A title");
  dp_article_set_outlet (article, "An outlet");
  dp_article_set_language (article, "en");
  dp_article_set_link (article, "https://example.org/?a=1&b=\"2\"");
  text = dp_quotation_dup_text (article, (DpSpan){ 3, 17 });
  g_assert_cmpstr (text, ==, "“One & two.</b>” — A. Writer, B <Writer>, “A title”, An outlet, https://example.org/?a=1&b=\"2\"");
  html = dp_quotation_dup_html (article, (DpSpan){ 0, 24 });
  g_assert_cmpstr (html, ==,
                   "<blockquote cite=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" lang=\"en\" dir=\"ltr\">"
                   "<p>&lt;b&gt;One &amp; two.&lt;/b&gt;</p><p>Three.</p></blockquote>"
                   "<p>— A. Writer, B &lt;Writer&gt;, <cite>“A title”</cite>, An outlet, "
                   "<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\">https://example.org/?a=1&amp;b=&quot;2&quot;</a></p>");

  dp_article_set_link (article, "javascript:alert(1)");
  unsafe = dp_quotation_dup_html (article, (DpSpan){ 0, 5 });
  g_assert_null (strstr (unsafe, "href"));
  g_assert_null (strstr (unsafe, "cite=\""));
}

/* Narratives can be hidden and shown; what is hidden is still known. */
static void
test_legend (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (DpPlacedHighlights) passages = dp_placed_highlights_new ();
  DpNarrative *a = get_narrative (fixture, 0);
  DpNarrative *b = get_narrative (fixture, 1);
  DpSpan first = get_sentence (fixture, 0);
  DpSpan second = get_sentence (fixture, 1);
  DpHighlight *one = dp_session_add_highlight (fixture->session, first);
  DpHighlight *two = dp_session_add_highlight (fixture->session, second);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *label = NULL;
  g_autofree char *hidden_label = NULL;
  DpPlacedHighlight *placed;

  dp_session_add_highlight (fixture->session, get_sentence (fixture, 2));
  dp_session_tag (fixture->session, one, a);
  dp_session_tag (fixture->session, two, a);
  dp_session_tag (fixture->session, two, b);
  dp_placed_highlights_set_session (passages, fixture->session);

  entries = dp_placed_highlights_list_narratives (passages);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_true (((DpLegendEntry *) g_ptr_array_index (entries, 0))->narrative == a);
  g_assert_cmpuint (((DpLegendEntry *) g_ptr_array_index (entries, 0))->n_highlights, ==, 2);
  g_assert_true (((DpLegendEntry *) g_ptr_array_index (entries, 1))->narrative == b);
  g_assert_null (((DpLegendEntry *) g_ptr_array_index (entries, 2))->narrative);
  label = dp_legend_dup_label (passages);
  g_assert_cmpstr (label, ==, "2 narratives");

  dp_placed_highlights_set_hidden (passages, dp_narrative_get_id (a), TRUE);
  g_assert_cmpuint (dp_placed_highlights_get_all (passages)->len, ==, 2);
  placed = dp_placed_highlights_find (passages, two);
  g_assert_cmpuint (dp_placed_highlight_get_n_colours (placed), ==, 1);
  g_assert_cmpuint (dp_placed_highlight_get_colour (placed, 0), ==, dp_narrative_get_colour (b));
  g_assert_true (dp_placed_highlights_find_span (passages, first)->highlight == one);
  hidden_label = dp_legend_dup_label (passages);
  g_assert_cmpstr (hidden_label, ==, "1 of 2 narratives shown");
  dp_placed_highlights_set_hidden (passages, DP_NO_NARRATIVE, TRUE);
  g_assert_cmpuint (dp_placed_highlights_get_all (passages)->len, ==, 1);
  dp_placed_highlights_show_all (passages);
  g_assert_cmpuint (dp_placed_highlights_get_all (passages)->len, ==, 3);
  dp_placed_highlights_set_session (passages, NULL);
}

static GtkWidget *
find_check (GtkWidget *legend,
            guint nth)
{
  GtkWidget *line = gtk_widget_get_parent (find (legend, GTK_TYPE_CHECK_BUTTON));

  for (; nth > 0; nth--)
    line = gtk_widget_get_next_sibling (line);
  return find (line, GTK_TYPE_CHECK_BUTTON);
}

static void
test_hidden (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *legend = find (fixture->view, DP_TYPE_LEGEND);
  DpNarrative *a = get_narrative (fixture, 0);
  DpNarrative *b = get_narrative (fixture, 1);
  DpSpan first = get_sentence (fixture, 0);
  DpHighlight *one = dp_session_add_highlight (fixture->session, first);

  dp_session_tag (fixture->session, one, a);
  dp_session_tag (fixture->session, dp_session_add_highlight (fixture->session, get_sentence (fixture, 1)), b);
  dp_session_set_highlight (fixture->session, NULL);
  g_assert_true (has_tag (fixture, first.start, "tint", dp_narrative_get_colour (a)));

  gtk_popover_popup (GTK_POPOVER (legend));
  dp_test_spin_until (gtk_widget_get_mapped (legend));
  for (guint i = 0; i < 2; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (legend, i)), FALSE);
  g_assert_false (has_tag (fixture, first.start, "tint", dp_narrative_get_colour (a)));
  gtk_popover_popdown (GTK_POPOVER (legend));

  /* What is hidden is not highlighted twice, and whoever goes to it sees it. */
  activate (fixture, "highlight.next");
  activate (fixture, "highlight.add");
  g_assert_cmpuint (count_highlights (fixture), ==, 2);
  g_assert_true (dp_session_get_highlight (fixture->session) == one);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.go-narrative", "s", dp_narrative_get_id (b)));
  g_assert_false (dp_session_get_highlight (fixture->session) == one);
  g_assert_true (has_tag (fixture, get_sentence (fixture, 1).start, "selected", dp_narrative_get_colour (b)));
}

static void
test_strip (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *strip = find (fixture->view, DP_TYPE_HIGHLIGHT_STRIP);
  DpHighlight *last = dp_session_add_highlight (fixture->session, get_sentence (fixture, 4));
  int top, bottom;

  dp_highlight_strip_place (1000, 500, (DpSpan){ 500, 600 }, &top, &bottom);
  g_assert_cmpint (top, ==, 250);
  g_assert_cmpint (bottom, ==, 300);
  dp_highlight_strip_place (1000000, 500, (DpSpan){ 999998, 999999 }, &top, &bottom);
  g_assert_cmpint (bottom, ==, 500);
  g_assert_cmpint (top, ==, 497);

  dp_session_set_highlight (fixture->session, NULL);
  g_signal_emit_by_name (strip, "picked", get_sentence (fixture, 4).start);
  g_assert_true (dp_session_get_highlight (fixture->session) == last);
  g_signal_emit_by_name (strip, "picked", 1);
  g_assert_true (dp_session_get_highlight (fixture->session) == last);
}

static void
test_about (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (DpPlacedHighlights) passages = dp_placed_highlights_new ();
  DpHighlight *highlight = dp_session_add_highlight (fixture->session, get_sentence (fixture, 0));
  DpCase *dp_case = dp_session_get_case (fixture->session);
  g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_SOURCE);
  g_autoptr (DpComment) comment = dp_comment_new ("A", "2026-01-10T09:00:00Z", "Really?", dp_highlight_get_id (highlight));
  g_autofree char *bare = NULL;
  g_autofree char *full = NULL;

  dp_placed_highlights_set_session (passages, fixture->session);
  bare = dp_passage_dup_about (dp_placed_highlights_find (passages, highlight), fixture->session, " · ");
  g_assert_cmpstr (bare, ==, "No narrative yet");

  dp_session_add_claim (fixture->session, highlight);
  dp_evidence_set_title (evidence, "A statement");
  dp_session_add_evidence (fixture->session, evidence);
  dp_evidence_set_stance (evidence, dp_highlight_get_id (highlight), DP_STANCE_UNDERMINES);
  dp_highlight_set_note (highlight, "Look\nagain");
  dp_case_add_comment (dp_case, comment);
  full = dp_passage_dup_about (dp_placed_highlights_find (passages, highlight), fixture->session, "\n");
  g_assert_cmpstr (full, ==, "No narrative yet\n1 claim\nUndermined by \342\201\250A statement\342\201\251\n1 open comment\nNote: Look again");
  dp_placed_highlights_set_session (passages, NULL);
}

/* The size is that of all articles, and is kept. */
static void
test_look (Fixture *fixture,
           gconstpointer data)
{
  GSettings *settings = dp_workbench_get_settings (fixture->workbench);
  double size = g_settings_get_double (settings, "article-text-size");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.larger", "i", 1));
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "article-text-size"), size + 0.1, 0.001);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.larger", "i", -1);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "article-text-size"), 0.7, 0.001);
  for (guint i = 0; i < 40; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.wider", "i", 1);
  g_assert_cmpint (g_settings_get_int (settings, "article-column-width"), ==, 110);
  gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.larger", "i", 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.wider", "i", 0);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "article-text-size"), size, 0.001);
}

/* Each block in the letters of its language, and no hyphens but those that were written. */
static void
test_languages (Fixture *fixture,
                gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, "language-en");
  gboolean hyphens = TRUE;
  GtkTextIter iter;

  g_assert_nonnull (tag);
  g_object_get (tag, "insert-hyphens", &hyphens, NULL);
  g_assert_false (hyphens);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 5);
  g_assert_true (gtk_text_iter_has_tag (&iter, tag));

  dp_article_set_language (get_article (fixture), "ar");
  g_assert_false (gtk_text_iter_has_tag (&iter, tag));
  g_assert_true (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (table, "language-ar")));
}

/* One paragraph is in another language: chosen by key, seen at once, taken back in one step. */
static void
test_paragraph_language (Fixture *fixture,
                         gconstpointer data)
{
  static const char *const paragraphs[] = { "It rained. We stayed at home.", "Wir kamen am 3. Oktober. Es war kalt.", NULL };
  DpArticle *article;
  GtkWidget *picker;
  GtkTextBuffer *buffer;
  GtkTextTagTable *table;
  GtkTextIter iter;
  guint n;

  tear_down (fixture, data);
  set_up_with (fixture, "en", paragraphs);
  article = get_article (fixture);
  picker = find (fixture->view, DP_TYPE_PICKER);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  table = gtk_text_buffer_get_tag_table (buffer);
  /* The evidence has a picker too; that of the language comes behind it. */
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->view); child != NULL; child = gtk_widget_get_next_sibling (child))
    picker = GTK_IS_POPOVER (child) && find (child, DP_TYPE_PICKER) != NULL ? find (child, DP_TYPE_PICKER) : picker;

  dp_article_set_block_languages (article, 1, 1, "en");
  n = dp_article_get_sentences (article)->len;
  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < 3; i++)
    activate (fixture, "highlight.next");
  activate (fixture, "article.paragraph-language");
  dp_test_spin_until (gtk_widget_get_mapped (picker));
  dp_picker_set_query (DP_PICKER (picker), "de");
  dp_test_spin ();
  g_signal_emit_by_name (find (picker, GTK_TYPE_EDITABLE), "activate");
  dp_test_spin_until (!gtk_widget_get_mapped (picker));

  g_assert_cmpstr (((DpBlock *) g_ptr_array_index (dp_article_get_blocks (article), 1))->language, ==, "de");
  g_assert_cmpuint (dp_article_get_sentences (article)->len, ==, 4);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) get_sentence (fixture, 2).start);
  g_assert_true (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (table, "language-de")));
  /* The text is the one that was there, and the keyboard is where it was. */
  g_assert_true (buffer == gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text)));
  activate (fixture, "highlight.add");
  g_assert_cmpstr (dp_highlight_get_quote (dp_session_get_highlight (fixture->session)), ==, "Wir kamen am 3. Oktober.");

  dp_history_undo (dp_session_get_history (fixture->session));
  dp_history_undo (dp_session_get_history (fixture->session));
  g_assert_cmpuint (dp_article_get_sentences (article)->len, ==, n);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) get_sentence (fixture, 2).start);
  g_assert_false (gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (table, "language-de")));
}

/* A comment makes its highlight, in one step; threads are resolved and taken back. */
static void
test_comments (Fixture *fixture,
               gconstpointer data)
{
  DpCase *dp_case = dp_session_get_case (fixture->session);
  DpHistory *history = dp_session_get_history (fixture->session);
  GtkWidget *comments = find (fixture->view, DP_TYPE_COMMENTS);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (comments, GTK_TYPE_TEXT_VIEW)));
  GtkWidget *popover = gtk_widget_get_ancestor (comments, GTK_TYPE_POPOVER);
  GtkWidget *send = gtk_widget_get_last_child (gtk_widget_get_parent (gtk_widget_get_parent (find (comments, GTK_TYPE_TEXT_VIEW))));
  g_autoptr (DpComment) first = NULL;
  g_autofree char *person = NULL;

  g_settings_set_string (dp_workbench_get_settings (fixture->workbench), "profile-name", " A. Checker ");
  person = dp_session_dup_person (fixture->session);
  g_assert_cmpstr (person, ==, "A. Checker");
  g_settings_reset (dp_workbench_get_settings (fixture->workbench), "profile-name");

  activate (fixture, "highlight.next");
  activate (fixture, "highlight.comment");
  dp_test_spin_until (gtk_widget_get_mapped (popover));
  g_signal_emit_by_name (send, "clicked");
  g_assert_cmpuint (count_highlights (fixture), ==, 0);
  gtk_text_buffer_set_text (buffer, " Is this so? ", -1);
  g_signal_emit_by_name (send, "clicked");
  g_assert_cmpuint (count_highlights (fixture), ==, 1);
  first = g_list_model_get_item (dp_case_list_comments (dp_case), 0);
  g_assert_cmpstr (dp_comment_get_text (first), ==, "Is this so?");
  g_assert_cmpstr (dp_comment_get_author (first), !=, "");
  g_assert_cmpstr (dp_comment_get_highlight_id (first), ==, dp_highlight_get_id (dp_session_get_highlight (fixture->session)));
  dp_test_spin_until (!gtk_widget_get_visible (popover));

  dp_history_undo (history);
  g_assert_cmpuint (count_highlights (fixture), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_comments (dp_case)), ==, 0);
  dp_history_redo (history);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_comments (dp_case)), ==, 1);

  dp_session_reply (fixture->session, first, "It is.");
  dp_session_resolve (fixture->session, first, TRUE);
  g_assert_true (dp_comment_is_resolved (first));
  dp_history_undo (history);
  g_assert_false (dp_comment_is_resolved (first));
  dp_session_remove_comment (fixture->session, first);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_comments (dp_case)), ==, 0);
}

static void
test_correction (Fixture *fixture,
                 gconstpointer data)
{
  DpSpan second = get_sentence (fixture, 1);
  DpHighlight *highlight = dp_session_add_highlight (fixture->session, second);
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  g_autofree char *shown = NULL;
  guint start;

  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_HEADLINE, 0, "A headline that was missing"));
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PREFORMATTED, 0, "a\n\nb\nc"));
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_LIST_ITEM, 2, english[0]));
  g_assert_cmpuint (dp_case_correct_text (dp_session_get_case (fixture->session), get_article (fixture), blocks), ==, 0);

  shown = dup_shown (fixture);
  g_assert_cmpstr (shown, ==, dp_article_get_text (get_article (fixture)));
  start = dp_highlight_get_anchor (highlight)->start;
  g_assert_cmpuint (start, >, second.start);
  g_assert_true (has_tag (fixture, start, "selected", 9));
  g_assert_false (has_tag (fixture, start - 1, "selected", 9));

  /* An article that has lost its text is no trouble. */
  g_ptr_array_set_size (blocks, 0);
  dp_article_set_blocks (get_article (fixture), blocks);
  dp_test_spin ();
  activate (fixture, "highlight.next");
  activate (fixture, "highlight.add");
}

static void
test_popover (Fixture *fixture,
              gconstpointer data)
{
  DpNarrativePopover *popover = DP_NARRATIVE_POPOVER (find (fixture->view, DP_TYPE_NARRATIVE_POPOVER));
  GtkWidget *entry = find (GTK_WIDGET (popover), GTK_TYPE_SEARCH_ENTRY);
  DpHighlight *highlight = dp_session_add_highlight (fixture->session, get_sentence (fixture, 0));
  GtkListView *list = GTK_LIST_VIEW (find (GTK_WIDGET (popover), GTK_TYPE_LIST_VIEW));
  GListModel *choices = G_LIST_MODEL (gtk_list_view_get_model (list));
  DpNarrative *narrative = get_narrative (fixture, 2);
  const char *const *ids;
  guint n;

  activate (fixture, "highlight.tag");
  dp_test_spin_until (gtk_widget_get_visible (GTK_WIDGET (popover)));
  n = g_list_model_get_n_items (G_LIST_MODEL (dp_workbench_get_narratives (fixture->workbench)));
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, n);

  gtk_editable_set_text (GTK_EDITABLE (entry), dp_narrative_get_label (narrative));
  dp_test_spin_until (g_list_model_get_n_items (choices) < n);
  g_signal_emit_by_name (entry, "activate");
  ids = dp_highlight_get_narratives (highlight);
  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 1);

  /* Something new joins the library's narratives. */
  activate (fixture, "highlight.tag");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Xyzzy is near");
  dp_test_spin_until (g_list_model_get_n_items (choices) == 1);
  g_signal_emit_by_name (entry, "activate");
  ids = dp_highlight_get_narratives (highlight);
  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 2);
  g_assert_true (dp_narrative_is_own (dp_narratives_lookup (dp_workbench_get_narratives (fixture->workbench), ids[1])));
  g_assert_cmpuint (g_list_model_get_n_items (dp_workbench_list_recent_narratives (fixture->workbench)), ==, 2);
  dp_test_spin_until (!gtk_widget_get_visible (GTK_WIDGET (popover)));
}

/* Who opens it and thinks better of it leaves nothing behind; with a narrative it is one step. */
static void
test_popover_alone (Fixture *fixture,
                    gconstpointer data)
{
  GtkWidget *popover = find (fixture->view, DP_TYPE_NARRATIVE_POPOVER);
  GtkWidget *entry = find (popover, GTK_TYPE_SEARCH_ENTRY);
  DpHistory *history = dp_session_get_history (fixture->session);

  activate (fixture, "highlight.next");
  activate (fixture, "highlight.tag");
  dp_test_spin_until (gtk_widget_get_visible (popover));
  g_signal_emit_by_name (entry, "stop-search");
  dp_test_spin_until (!gtk_widget_get_visible (popover));
  g_assert_cmpuint (count_highlights (fixture), ==, 0);
  g_assert_false (dp_history_can_undo (history));

  activate (fixture, "highlight.tag");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (count_highlights (fixture), ==, 1);
  g_assert_cmpuint (g_strv_length ((char **) dp_highlight_get_narratives (dp_session_get_highlight (fixture->session))), ==, 1);
  g_assert_true (dp_history_undo (history));
  g_assert_cmpuint (count_highlights (fixture), ==, 0);
  g_assert_false (dp_history_can_undo (history));
}

static void
test_find (Fixture *fixture,
           gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  GtkWidget *entry = find (find (fixture->view, GTK_TYPE_SEARCH_BAR), GTK_TYPE_SEARCH_ENTRY);
  GtkTextIter start, end;

  activate (fixture, "article.find");
  gtk_editable_set_text (GTK_EDITABLE (entry), "PARAGRAPH");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 76);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 85);
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 95);

  /* What is found can be highlighted. */
  activate (fixture, "highlight.add");
  g_assert_cmpstr (dp_highlight_get_quote (dp_session_get_highlight (fixture->session)), ==, "paragraph");
}

static void
test_search (void)
{
  static const struct
  {
    const char *text;
    const char *letters;
    DpSpan found[3]; /* up to the first empty one */
  } cases[] = {
    { "Ärger 👩‍👩‍👧 ÄRGER", "ärger", { { 0, 5 }, { 12, 17 } } },
    { "text", "", { { 0, 0 } } },
    { "text", "texts", { { 0, 0 } } },
    { "Ärger", "arger", { { 0, 5 } } },
    { "Cafe\314\201 au lait", "café", { { 0, 5 } } },
    { "Cafe\314\201 au lait", "cafe", { { 0, 5 } } },
    { "e\314\201\314\202e", "e", { { 0, 3 }, { 3, 4 } } },
    { "Straße STRASSE", "strasse", { { 0, 6 }, { 7, 14 } } },
    { "Straße", "s", { { 0, 1 } } },
    { "ﬁn und fin", "fin", { { 0, 2 }, { 7, 10 } } },
    { "so\302\255"
      "ft hyphen",
      "soft",
      { { 0, 5 } } },
    { "a\302\240"
      "b “c” d—e",
      "a b \"c\" d-e",
      { { 0, 11 } } },
    { "كِتَاب والكتـاب", "كتاب", { { 0, 6 }, { 10, 15 } } },
    { "أحمد", "احمد", { { 0, 4 } } },
    { "Ёлка и ёж", "еж", { { 7, 9 } } },
    { "ΛΌΓΟΣ λόγος", "λογοσ", { { 0, 5 }, { 6, 11 } } },
    { "aaaa", "aa", { { 0, 2 }, { 2, 4 } } },
    { "ＡＢＣ abc", "abc", { { 0, 3 }, { 4, 7 } } },
    { "今日は", "日", { { 1, 2 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DpTextSearch) search = dp_text_search_new (cases[i].text);
      g_autoptr (GArray) found = dp_text_search_find (search, cases[i].letters);
      guint n = 0;

      g_test_message ("%s in %s", cases[i].letters, cases[i].text);
      for (; n < G_N_ELEMENTS (cases[i].found) && cases[i].found[n].end > 0; n++)
        {
          g_assert_cmpuint (found->len, >, n);
          g_assert_cmpuint (g_array_index (found, DpSpan, n).start, ==, cases[i].found[n].start);
          g_assert_cmpuint (g_array_index (found, DpSpan, n).end, ==, cases[i].found[n].end);
        }
      g_assert_cmpuint (found->len, ==, n);
    }
}

static DpPlacedHighlight *
new_placed (guint start,
            guint end,
            int colour)
{
  DpPlacedHighlight *placed = g_new0 (DpPlacedHighlight, 1);

  placed->start = start;
  placed->end = end;
  placed->narratives = g_ptr_array_new_with_free_func (g_object_unref);
  if (colour >= 0)
    g_ptr_array_add (placed->narratives, dp_narrative_new ("n", "N", "", "", (guint) colour, FALSE));
  return placed;
}

static void
free_placed (gpointer data)
{
  DpPlacedHighlight *placed = data;

  g_ptr_array_unref (placed->narratives);
  g_free (placed);
}

/* Against a count made character by character. */
static void
test_segments (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GPtrArray) placed = g_ptr_array_new_with_free_func (free_placed);
      g_autoptr (GArray) segments = NULL;
      guint start = 0;
      guint covered[80] = { 0 };
      guint end = 0;

      for (guint i = 0; i < round % 9; i++)
        {
          guint length = (guint) g_rand_int_range (random, 1, 30);

          start += (guint) g_rand_int_range (random, 0, 6);
          for (guint at = start; at < start + length; at++)
            covered[at]++;
          g_ptr_array_add (placed, new_placed (start, start + length, g_rand_int_range (random, -1, 9)));
        }

      segments = dp_segments_compute (placed, NULL);
      for (guint i = 0; i < segments->len; i++)
        {
          const DpSegment *segment = &g_array_index (segments, DpSegment, i);

          g_assert_cmpuint (segment->start, >=, end);
          g_assert_cmpuint (segment->start, <, segment->end);
          for (guint at = end; at < segment->start; at++)
            g_assert_cmpuint (covered[at], ==, 0);
          for (guint at = segment->start; at < segment->end; at++)
            {
              g_assert_cmpuint (covered[at], >, 0);
              g_assert_cmpint (segment->under != DP_SEGMENT_NONE, ==, covered[at] > 1);
              g_assert_cmpint (segment->third != DP_SEGMENT_NONE, ==, covered[at] > 2);
              g_assert_cmpint (segment->has_more, ==, covered[at] > 3);
            }
          end = segment->end;
        }
      for (guint at = end; at < G_N_ELEMENTS (covered); at++)
        g_assert_cmpuint (covered[at], ==, 0);
    }
}

/* What no window could lay out: it is shown as far as that goes, says so, and is highlighted all the same. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *piece;
    guint n_bytes;
    guint n_cut;
  } cases[] = {
    { "x", 10 * 1000 * 1000, 1 },
    { "x", 5000, 0 },
    { "word and ", 1000 * 1000, 1 },
    { "\u05d0a ", 1000 * 1000, 1 },
    { "\u202ea \u2066b ", 1000 * 1000, 1 },
    { "a\u0301", 9000, 0 },
    { "\u0301", 9000, 1 },
    { "\ue000\ufffe\U0010ffff", 1000 * 1000, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *paragraphs[] = { NULL, "The end.", NULL };
      Fixture fixture = { 0 };
      g_autofree char *shown = NULL;
      DpHighlight *highlight;

      while (text->len < cases[i].n_bytes)
        g_string_append (text, cases[i].piece);
      paragraphs[0] = text->str;
      set_up_with (&fixture, "en", paragraphs);
      g_assert_cmpuint (dp_article_text_get_n_cut (fixture.text), ==, cases[i].n_cut);
      shown = dup_shown (&fixture);
      g_assert_true (g_str_equal (shown, dp_article_get_text (get_article (&fixture))));

      activate (&fixture, "highlight.next");
      activate (&fixture, "highlight.add");
      dp_test_spin ();
      highlight = dp_session_get_highlight (fixture.session);
      g_assert_nonnull (highlight);
      g_assert_cmpuint (dp_highlight_get_anchor (highlight)->start, ==, 0);
      tear_down (&fixture, NULL);
    }
}

static void
test_without_session (void)
{
  GtkWidget *view = dp_article_view_new (NULL);
  GtkWindow *window = dp_test_present (view, 500, 400);

  gtk_widget_activate_action (view, "highlight.next", NULL);
  gtk_widget_activate_action (view, "highlight.add", NULL);
  dp_test_finish (window);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/article-view/scripts", test_scripts);
  g_test_add_func ("/article-view/segments", test_segments);
  g_test_add_func ("/article-view/search", test_search);
  g_test_add_func ("/article-view/hostile", test_hostile);
  g_test_add_func ("/article-view/without-session", test_without_session);
  ADD ("/article-view/column", test_column);
  ADD ("/article-view/keyboard", test_keyboard);
  ADD ("/article-view/overlap", test_overlap);
  ADD ("/article-view/go", test_go);
  ADD ("/article-view/legend", test_legend);
  ADD ("/article-view/hidden", test_hidden);
  ADD ("/article-view/strip", test_strip);
  ADD ("/article-view/about", test_about);
  ADD ("/article-view/look", test_look);
  ADD ("/article-view/languages", test_languages);
  ADD ("/article-view/paragraph-language", test_paragraph_language);
  ADD ("/article-view/comments", test_comments);
  g_test_add_func ("/article-view/quotation", test_quotation);
  ADD ("/article-view/correction", test_correction);
  ADD ("/article-view/popover", test_popover);
  ADD ("/article-view/popover-alone", test_popover_alone);
  ADD ("/article-view/find", test_find);
  return g_test_run ();
}
