/* dp-article-view.c: the article to read and to highlight in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <glib/gi18n.h>

#include "app/dp-passage-about.h"
#include "base/dp-date.h"

/* Before lines are laid out, and so before the next frame. */
#define PRIORITY_PAINT (GTK_PRIORITY_RESIZE - 5)

/* Milliseconds that the pointer rests before it is told what it rests on. */
#define HOVER_DELAY 250

typedef enum
{
  PROP_SESSION = 1,
} DpArticleViewProperty;

static GParamSpec *properties[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (DpArticleView, dp_article_view, ADW_TYPE_BIN)

static gboolean
has_text (DpArticleView *self)
{
  return self->article != NULL && *dp_article_get_text (self->article) != '\0';
}

static void
show_legend (DpArticleView *self)
{
  g_autofree char *label = dp_legend_dup_label (self->passages);

  gtk_label_set_label (self->legend_label, label);
}

/* Counting is not worth a frame. */
static gboolean
legend_cb (gpointer data)
{
  DpArticleView *self = data;

  self->legend_source = 0;
  show_legend (self);
  return G_SOURCE_REMOVE;
}

static gboolean
paint_cb (gpointer data)
{
  DpArticleView *self = data;

  self->paint_source = 0;
  dp_article_text_paint (self->text);
  dp_article_view_describe (self);
  if (self->legend_source == 0)
    self->legend_source = g_idle_add_full (G_PRIORITY_LOW, legend_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* One step of the history may change many highlights. */
static void
passages_changed_cb (DpArticleView *self)
{
  if (self->paint_source == 0)
    self->paint_source = g_idle_add_full (PRIORITY_PAINT, paint_cb, self, NULL);
  dp_article_view_update_actions (self);
}

void
dp_article_view_select (DpArticleView *self,
                        DpHighlight *highlight)
{
  self->is_selecting = TRUE;
  dp_session_set_highlight (self->session, highlight);
  self->is_selecting = FALSE;
}

void
dp_article_view_hide_cursor (DpArticleView *self)
{
  self->shows_cursor = FALSE;
  dp_article_text_set_mark (self->text, DP_MARK_CURSOR, (DpSpan){ 0, 0 });
  dp_article_view_update_actions (self);
}

/* Told to those who do not see the outline, and shown below the article. */
void
dp_article_view_describe (DpArticleView *self)
{
  DpPlacedHighlight *passage = dp_article_view_get_selected (self);
  g_autofree char *place = NULL;
  g_autofree char *about = NULL;
  g_autofree char *text = NULL;

  if (self->shows_cursor)
    /* Translators: where the keyboard stands in an article */
    place = g_strdup_printf (_ ("Sentence %u of %u"), self->cursor.head + 1, dp_article_get_sentences (self->article)->len);
  if (passage != NULL)
    about = dp_passage_dup_about (passage, self->session, " · ");
  if (place != NULL && about != NULL)
    /* Translators: "Sentence 3 of 40, highlighted: Foreign plots" */
    text = g_strdup_printf (_ ("%s, highlighted: %s"), place, about);
  else
    text = g_strdup (place != NULL ? place : about != NULL ? about
                                                           : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_label_set_label (self->status, about != NULL ? about : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), about);
}

void
dp_article_view_cursor_moved (DpArticleView *self)
{
  GArray *sentences = dp_article_get_sentences (self->article);
  DpSpan span = dp_sentence_cursor_get_span (&self->cursor, sentences);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_autoptr (GPtrArray) there = NULL;
  DpHighlight *highlight = NULL;
  DpSpan head;
  GtkTextIter iter;

  if (span.start >= span.end)
    return;
  self->shows_cursor = TRUE;
  head = g_array_index (sentences, DpSpan, self->cursor.head);

  /* A screen reader follows the caret, though it is not drawn. */
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) head.start);
  gtk_text_buffer_place_cursor (buffer, &iter);

  there = dp_placed_highlights_list_at (self->passages, span);
  if (there->len > 0)
    highlight = ((DpPlacedHighlight *) g_ptr_array_index (there, 0))->highlight;
  dp_article_view_select (self, highlight);
  dp_article_text_set_mark (self->text, DP_MARK_CURSOR, span);
  dp_article_text_scroll_to (self->text, head);
  dp_article_view_describe (self);
  dp_article_view_update_actions (self);
}

/* The pointer. */

static void
show_bar (DpArticleView *self,
          DpHighlight *highlight,
          double x,
          double y)
{
  DpPlacedHighlight *passage = dp_placed_highlights_find (self->passages, highlight);
  GdkRectangle box;
  double view_x, view_y;

  if (passage == NULL)
    return;
  box = dp_article_text_get_box (self->text, (DpSpan){ passage->start, passage->end });
  if (box.height == 0)
    return;

  /* Above the whole passage, so that it covers none of it, and not far from the pointer. */
  gtk_widget_translate_coordinates (GTK_WIDGET (self->text), GTK_WIDGET (self), CLAMP (x, box.x, box.x + box.width), box.y, &view_x, &view_y);
  box = (GdkRectangle){ (int) view_x, (int) view_y, 1, box.height };
  gtk_popover_set_pointing_to (self->bar, &box);
  dp_highlight_bar_show (DP_HIGHLIGHT_BAR (self->bar), self->session, highlight);
}

static void
pressed_cb (DpArticleView *self)
{
  gtk_popover_popdown (self->bar);
  dp_article_view_hide_cursor (self);
}

/* A double click begins as a click: what that one highlighted was not meant. */
static void
take_back_click (DpArticleView *self)
{
  g_autoptr (DpHighlight) made = g_steal_pointer (&self->clicked);

  if (made != NULL && made == dp_session_get_highlight (self->session) && *dp_highlight_get_narratives (made) == NULL)
    dp_history_undo (dp_session_get_history (self->session));
}

static void
take_span (DpArticleView *self,
           DpSpan span,
           double x,
           double y)
{
  guint n = g_list_model_get_n_items (dp_case_list_highlights (dp_session_get_case (self->session)));
  DpHighlight *highlight;

  if (span.start >= span.end)
    return;
  highlight = dp_article_view_highlight_span (self, span);
  if (g_list_model_get_n_items (dp_case_list_highlights (dp_session_get_case (self->session))) > n)
    g_set_object (&self->clicked, highlight);
  show_bar (self, highlight, x, y);
}

static void
clicked_once (DpArticleView *self,
              guint offset,
              gboolean is_over,
              double x,
              double y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  DpHighlight *highlight = is_over ? dp_article_view_pick (self, offset) : NULL;
  gboolean had_selection = gtk_text_buffer_get_has_selection (buffer);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &iter);

  if (highlight != NULL)
    {
      dp_article_view_select (self, highlight);
      show_bar (self, highlight, x, y);
    }
  /* The first click after a plain selection only ends it. */
  else if (is_over && !had_selection)
    {
      take_span (self, dp_sentences_span_at (dp_article_get_sentences (self->article), offset), x, y);
    }
  else
    {
      dp_article_view_select (self, NULL);
    }
}

/* A click takes the sentence, two take the word, three the sentence again, four the paragraph. */
static void
clicked_cb (DpArticleView *self,
            guint offset,
            gboolean is_over,
            guint n_clicks,
            double x,
            double y)
{
  if (n_clicks > 1)
    take_back_click (self);
  g_clear_object (&self->clicked);
  if (n_clicks == 1 || !is_over)
    clicked_once (self, offset, is_over, x, y);
  else if (n_clicks == 2)
    take_span (self, dp_article_text_get_word_at (self->text, offset), x, y);
  else if (n_clicks == 3)
    take_span (self, dp_sentences_span_at (dp_article_get_sentences (self->article), offset), x, y);
  else
    take_span (self, dp_article_text_get_block_at (self->text, offset), x, y);
}

static void
dragged_cb (DpArticleView *self,
            guint start,
            guint end,
            double x,
            double y)
{
  show_bar (self, dp_article_view_highlight_span (self, (DpSpan){ start, end }), x, y);
}

static void
picked_cb (DpArticleView *self,
           DpHighlight *highlight,
           double x,
           double y)
{
  dp_article_view_select (self, highlight);
  if (x >= 0)
    show_bar (self, highlight, x, y);
}

static DpPlacedHighlight *
find_shortest (DpArticleView *self,
               guint offset)
{
  g_autoptr (GPtrArray) there = dp_placed_highlights_list_at (self->passages, (DpSpan){ offset, offset + 1 });

  return there->len > 0 ? g_ptr_array_index (there, 0) : NULL;
}

static void
strip_picked_cb (DpArticleView *self,
                 guint offset)
{
  DpPlacedHighlight *passage = find_shortest (self, offset);

  if (self->article == NULL)
    return;
  dp_article_view_hide_cursor (self);
  if (passage != NULL)
    dp_article_view_select (self, passage->highlight);
  dp_article_text_scroll_to (self->text, passage != NULL ? (DpSpan){ passage->start, passage->end } : (DpSpan){ offset, offset + 1 });
  dp_article_view_describe (self);
}

static gboolean
hover_cb (gpointer data)
{
  DpArticleView *self = data;
  DpPlacedHighlight *passage = self->pointed != NULL ? dp_placed_highlights_find (self->passages, self->pointed) : NULL;
  g_autofree char *about = NULL;

  self->hover_source = 0;
  if (passage == NULL)
    return G_SOURCE_REMOVE;
  about = dp_passage_dup_about (passage, self->session, "\n");
  gtk_label_set_label (self->hover, about);
  gtk_widget_set_visible (GTK_WIDGET (self->hover), TRUE);
  return G_SOURCE_REMOVE;
}

/* What a highlight carries is said at an edge of the text, where it does not cover what is read: a
 * tooltip would lie over the next lines. */
static void
pointed_cb (DpArticleView *self,
            DpHighlight *highlight,
            double y)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->text));

  gtk_widget_set_valign (GTK_WIDGET (self->hover), y > 0.6 * height ? GTK_ALIGN_START : GTK_ALIGN_END);
  if (self->pointed == (gpointer) highlight)
    return;
  self->pointed = highlight;
  g_clear_handle_id (&self->hover_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->hover), FALSE);
  if (highlight != NULL)
    self->hover_source = g_timeout_add (HOVER_DELAY, hover_cb, self);
}

static gboolean
query_tooltip_cb (DpArticleView *self,
                  int x,
                  int y,
                  gboolean by_keyboard,
                  GtkTooltip *tooltip)
{
  DpHighlight *highlight = by_keyboard ? NULL : dp_article_text_get_bar_at (self->text, x, y);
  DpPlacedHighlight *passage = NULL;
  g_autofree char *about = NULL;

  if (highlight != NULL)
    passage = dp_placed_highlights_find (self->passages, highlight);
  else if (by_keyboard)
    passage = dp_article_view_get_selected (self);
  if (passage == NULL)
    return FALSE;
  about = dp_passage_dup_about (passage, self->session, "\n");
  gtk_tooltip_set_text (tooltip, about);
  return TRUE;
}

static void
scrolled_cb (DpArticleView *self)
{
  gtk_popover_popdown (self->bar);
}

/* The model. */

static void
append_about (GString *about,
              const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  /* The outlet's name and the authors may be of another direction than the interface. */
  g_string_append_printf (about, "%s\342\201\250%s\342\201\251", about->len > 0 ? " · " : "", text);
}

static void
update_header (DpArticleView *self)
{
  GPtrArray *blocks = dp_article_get_blocks (self->article);
  GString *about = g_string_new (NULL);
  const char *const *authors = dp_article_get_authors (self->article);
  g_autofree char *by = authors != NULL ? g_strjoinv (", ", (char **) authors) : NULL;
  g_autofree char *date = NULL;
  gboolean has_headline = FALSE;
  DpDate published;

  for (guint i = 0; i < blocks->len && i < 4; i++)
    has_headline = has_headline || ((DpBlock *) g_ptr_array_index (blocks, i))->kind == DP_BLOCK_HEADLINE;
  if (dp_date_parse (dp_article_get_published (self->article), &published))
    date = dp_date_format_short (&published);

  /* Above the beginning of the lines. */
  gtk_widget_set_direction (GTK_WIDGET (self->title), gtk_widget_get_direction (GTK_WIDGET (self->text)));
  gtk_widget_set_direction (GTK_WIDGET (self->about), gtk_widget_get_direction (GTK_WIDGET (self->text)));

  append_about (about, dp_article_get_outlet (self->article));
  append_about (about, date);
  append_about (about, by);
  gtk_label_set_text (self->about, about->str);
  gtk_widget_set_visible (GTK_WIDGET (self->about), about->len > 0);
  gtk_label_set_text (self->title, dp_article_get_title (self->article));
  gtk_widget_set_visible (GTK_WIDGET (self->title), !has_headline && *dp_article_get_title (self->article) != '\0');
  gtk_widget_queue_resize (GTK_WIDGET (self->text));
  g_string_free (about, TRUE);
}

void
dp_article_view_show_state (DpArticleView *self)
{
  const char *name = has_text (self) ? "text" : self->pasting != NULL ? "busy"
                                                                      : "empty";

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.paste", self->session != NULL && g_str_equal (name, "empty"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.stop", self->pasting != NULL);
}

static void
load_article (DpArticleView *self)
{
  gtk_popover_popdown (self->bar);
  gtk_popover_popdown (GTK_POPOVER (self->narratives));
  gtk_popover_popdown (self->comments_popover);
  gtk_popover_popdown (self->evidence_popover);
  gtk_popover_popdown (self->language_popover);
  dp_sentence_cursor_clear (&self->cursor);
  self->shows_cursor = FALSE;
  dp_article_view_forget_search (self);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  if (self->article != NULL)
    self->blocks = g_ptr_array_ref (dp_article_get_blocks (self->article));
  dp_article_text_set_article (self->text, self->article);
  dp_article_pointer_set_article (self->pointer, self->article);
  dp_lead_image_set_article (self->lead_image, self->session, self->article);
  dp_highlight_strip_set_length (self->strip, self->article != NULL ? dp_offsets_get_n_chars (dp_article_get_offsets (self->article)) : 0);
  show_legend (self);
  if (self->article != NULL)
    update_header (self);
  if (dp_article_text_get_n_cut (self->text) > 0)
    dp_session_toast (self->session, _ ("Of a very long paragraph only the beginning is shown"), NULL, NULL);
  dp_article_view_show_state (self);
  dp_article_view_update_actions (self);
}

/* The keyboard goes on in the sentence that there is now where it stood. */
static void
sentences_changed_cb (DpArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gboolean shows_cursor = self->shows_cursor;
  GtkTextIter iter;
  int sentence;

  dp_sentence_cursor_clear (&self->cursor);
  dp_article_pointer_set_article (self->pointer, self->article);
  dp_article_text_update_language (self->text);
  dp_article_view_hide_cursor (self);
  if (!shows_cursor)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  sentence = dp_sentences_index_at (dp_article_get_sentences (self->article), (guint) gtk_text_iter_get_offset (&iter));
  if (sentence < 0)
    return;
  dp_sentence_cursor_set (&self->cursor, dp_article_get_sentences (self->article), (guint) sentence, FALSE);
  dp_article_view_cursor_moved (self);
}

/* Where nothing but languages is different, the reader stays where they are. */
static void
blocks_changed_cb (DpArticleView *self)
{
  GPtrArray *blocks = dp_article_get_blocks (self->article);

  if (self->blocks == NULL || !dp_blocks_same_content (self->blocks, blocks))
    {
      load_article (self);
      return;
    }
  g_ptr_array_unref (self->blocks);
  self->blocks = g_ptr_array_ref (blocks);
  sentences_changed_cb (self);
}

static void
follow_article (DpArticleView *self,
                DpArticle *article)
{
  static const char *const about[] = {
    "notify::title",
    "notify::outlet",
    "notify::published",
    "notify::authors",
  };

  if (self->article != NULL)
    g_signal_handlers_disconnect_by_data (self->article, self);
  g_set_object (&self->article, article);
  if (article == NULL)
    return;

  g_signal_connect_object (article, "notify::blocks", G_CALLBACK (blocks_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (article, "notify::language", G_CALLBACK (sentences_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    g_signal_connect_object (article, about[i], G_CALLBACK (update_header), self, G_CONNECT_SWAPPED);
}

static void
article_changed_cb (DpArticleView *self)
{
  follow_article (self, self->session != NULL ? dp_session_get_article (self->session) : NULL);
  load_article (self);
}

void
dp_article_view_reveal (DpArticleView *self,
                        DpHighlight *highlight)
{
  DpPlacedHighlight *passage;

  g_return_if_fail (DP_IS_ARTICLE_VIEW (self));
  g_return_if_fail (DP_IS_HIGHLIGHT (highlight));
  g_return_if_fail (self->session != NULL);

  if (self->article == NULL || strcmp (dp_highlight_get_article_id (highlight), dp_article_get_id (self->article)) != 0)
    dp_session_set_article (self->session, dp_case_find_article (dp_session_get_case (self->session), dp_highlight_get_article_id (highlight)));

  passage = dp_placed_highlights_find (self->passages, highlight);
  if (passage == NULL)
    return;
  gtk_popover_popdown (self->bar);
  dp_article_text_scroll_to (self->text, (DpSpan){ passage->start, passage->end });
}

/* Another side selected it: show where it is, and let the keyboard go on from there. */
static void
highlight_changed_cb (DpArticleView *self)
{
  DpHighlight *highlight = dp_session_get_highlight (self->session);

  dp_article_text_set_selected (self->text, highlight);
  dp_highlight_strip_set_selected (self->strip, highlight);
  if (highlight == NULL)
    gtk_popover_popdown (self->bar);
  if (!self->is_selecting && highlight != NULL)
    {
      dp_article_view_hide_cursor (self);
      dp_article_view_reveal (self, highlight);
    }
  dp_article_view_describe (self);
  dp_article_view_update_actions (self);
}

static void
settings_changed_cb (DpArticleView *self)
{
  dp_article_text_set_column (self->text,
                              g_settings_get_int (self->settings, "article-column-width"),
                              g_settings_get_double (self->settings, "article-text-size"));
  dp_article_view_show_look (self);
}

static void
follow_settings (DpArticleView *self,
                 GSettings *settings)
{
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  if (!g_set_object (&self->settings, settings) || settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::article-column-width", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::article-text-size", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  settings_changed_cb (self);
}

void
dp_article_view_set_session (DpArticleView *self,
                             DpSession *session)
{
  g_return_if_fail (DP_IS_ARTICLE_VIEW (self));
  g_return_if_fail (session == NULL || DP_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  dp_placed_highlights_set_session (self->passages, session);
  follow_settings (self, session != NULL ? dp_workbench_get_settings (dp_session_get_workbench (session)) : NULL);
  article_changed_cb (self);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::article", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::highlight", G_CALLBACK (highlight_changed_cb), self, G_CONNECT_SWAPPED);
      highlight_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
dp_article_view_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch ((DpArticleViewProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, DP_ARTICLE_VIEW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_article_view_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch ((DpArticleViewProperty) prop_id)
    {
    case PROP_SESSION:
      dp_article_view_set_session (DP_ARTICLE_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
dp_article_view_grab_focus (GtkWidget *widget)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);

  return gtk_widget_grab_focus (has_text (self) ? GTK_WIDGET (self->text) : self->paste_button);
}

static void
dp_article_view_dispose (GObject *object)
{
  DpArticleView *self = DP_ARTICLE_VIEW (object);

  g_clear_handle_id (&self->paint_source, g_source_remove);
  g_clear_handle_id (&self->hover_source, g_source_remove);
  g_clear_handle_id (&self->legend_source, g_source_remove);
  if (self->pasting != NULL)
    g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->article != NULL)
    g_signal_handlers_disconnect_by_data (self->article, self);
  if (self->passages != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->passages, self);
      dp_placed_highlights_set_session (self->passages, NULL);
    }
  g_clear_object (&self->clicked);
  g_clear_pointer (&self->search, dp_text_search_free);
  g_clear_object (&self->pointer);
  g_clear_object (&self->passages);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_object (&self->article);
  g_clear_object (&self->session);
  if (self->bar != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->bar));
  if (self->narratives != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->narratives));
  self->bar = NULL;
  self->narratives = NULL;
  dp_article_view_remove_popovers (self);
  dp_article_view_remove_language_popover (self);

  G_OBJECT_CLASS (dp_article_view_parent_class)->dispose (object);
}

static void
dp_article_view_class_init (DpArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_article_view_get_property;
  object_class->set_property = dp_article_view_set_property;
  object_class->dispose = dp_article_view_dispose;
  widget_class->grab_focus = dp_article_view_grab_focus;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DP_TYPE_ARTICLE_TEXT);
  g_type_ensure (DP_TYPE_LEAD_IMAGE);
  g_type_ensure (DP_TYPE_HIGHLIGHT_STRIP);
  g_type_ensure (DP_TYPE_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, stack);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, scroller);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, text);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, header);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, title);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, about);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, lead_image);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, paste_button);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, hover);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, strip);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, legend);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, legend_label);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, status);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, size_label);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, width_label);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, find_bar);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, find_entry);
  gtk_widget_class_bind_template_child (widget_class, DpArticleView, find_label);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, strip_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dp_article_view_find_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dp_article_view_find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, dp_article_view_find_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, dp_article_view_find_stop_cb);
  dp_article_view_install_actions (widget_class);
  dp_article_view_install_attach_actions (widget_class);
  dp_article_view_install_language_action (widget_class);
  dp_article_view_install_go_actions (widget_class);
  dp_article_view_install_look_actions (widget_class);
  dp_article_view_install_paste_actions (widget_class);
}

static void
dp_article_view_init (DpArticleView *self)
{
  GtkEventController *wheel;

  self->passages = dp_placed_highlights_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->bar = GTK_POPOVER (dp_highlight_bar_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  self->narratives = DP_NARRATIVE_POPOVER (dp_narrative_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->narratives), GTK_WIDGET (self));
  g_signal_connect_swapped (self->narratives, "chosen", G_CALLBACK (dp_article_view_narrative_chosen_cb), self);
  g_signal_connect_swapped (self->narratives, "technique", G_CALLBACK (dp_article_view_technique_chosen_cb), self);

  dp_article_view_add_popovers (self);
  dp_article_view_add_language_popover (self);

  dp_article_text_set_passages (self->text, self->passages);
  dp_article_text_set_header (self->text, self->header);
  dp_highlight_strip_follow (self->strip, self->text, self->passages);
  dp_legend_follow (self->legend, self->passages);
  g_signal_connect_swapped (self->passages, "changed", G_CALLBACK (passages_changed_cb), self);

  self->pointer = dp_article_pointer_new (self->text, self->passages);
  g_signal_connect_swapped (self->pointer, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->pointer, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect_swapped (self->pointer, "dragged", G_CALLBACK (dragged_cb), self);
  g_signal_connect_swapped (self->pointer, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->pointer, "pointed", G_CALLBACK (pointed_cb), self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (dp_article_view_wheel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), wheel);

  gtk_search_bar_connect_entry (self->find_bar, GTK_EDITABLE (self->find_entry));

  dp_article_view_add_keys (self);
  dp_article_view_add_drop_target (self);
  dp_article_view_update_actions (self);
}

GtkWidget *
dp_article_view_new (DpSession *session)
{
  g_return_val_if_fail (session == NULL || DP_IS_SESSION (session), NULL);

  return g_object_new (DP_TYPE_ARTICLE_VIEW, "session", session, NULL);
}
