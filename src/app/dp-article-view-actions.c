/* dp-article-view-actions.c: what keys and buttons do in the article view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <glib/gi18n.h>

static GArray *
get_sentences (DpArticleView *self)
{
  return dp_article_get_sentences (self->article);
}

static DpHighlight *
find_exact (DpArticleView *self,
            DpSpan span)
{
  g_autoptr (GPtrArray) there = dp_placed_highlights_list_at (self->passages, span);

  for (guint i = 0; i < there->len; i++)
    {
      DpPlacedHighlight *passage = g_ptr_array_index (there, i);

      if (passage->start == span.start && passage->end == span.end)
        return passage->highlight;
    }
  return NULL;
}

DpHighlight *
dp_article_view_highlight_span (DpArticleView *self,
                                DpSpan span)
{
  DpHighlight *highlight = find_exact (self, span);

  if (highlight == NULL)
    {
      self->is_selecting = TRUE;
      highlight = dp_session_add_highlight (self->session, span);
      self->is_selecting = FALSE;
    }
  dp_article_view_select (self, highlight);
  return highlight;
}

DpHighlight *
dp_article_view_pick (DpArticleView *self,
                      guint offset)
{
  g_autoptr (GPtrArray) there = dp_placed_highlights_list_at (self->passages, (DpSpan){ offset, offset + 1 });
  DpHighlight *selected = dp_session_get_highlight (self->session);

  if (there->len == 0)
    return NULL;
  /* Again on the same place takes the next of those that lie over each other. */
  for (guint i = 0; i < there->len; i++)
    if (((DpPlacedHighlight *) g_ptr_array_index (there, i))->highlight == selected)
      return ((DpPlacedHighlight *) g_ptr_array_index (there, (i + 1) % there->len))->highlight;
  return ((DpPlacedHighlight *) g_ptr_array_index (there, 0))->highlight;
}

static DpSpan
get_selection (DpArticleView *self)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), &start, &end))
    return (DpSpan){ 0, 0 };
  return (DpSpan){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}

static void
clear_selection (DpArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/* The highlight that stands for the sentences of the cursor: the selected one if it is there. */
static DpHighlight *
find_at_cursor (DpArticleView *self,
                DpSpan span)
{
  DpHighlight *selected = dp_session_get_highlight (self->session);
  DpPlacedHighlight *passage = selected != NULL ? dp_placed_highlights_find (self->passages, selected) : NULL;

  if (passage != NULL && passage->start < span.end && passage->end > span.start)
    return selected;
  return find_exact (self, span);
}

DpHighlight *
dp_article_view_get_target (DpArticleView *self,
                            gboolean create)
{
  DpSpan span;
  DpHighlight *highlight;

  if (self->session == NULL || self->article == NULL)
    return NULL;

  span = get_selection (self);
  if (span.start < span.end)
    {
      if (!create)
        return find_exact (self, span);
      highlight = dp_article_view_highlight_span (self, span);
      clear_selection (self);
      return highlight;
    }
  if (!self->shows_cursor)
    return dp_session_get_highlight (self->session);

  span = dp_sentence_cursor_get_span (&self->cursor, get_sentences (self));
  highlight = span.start < span.end ? find_at_cursor (self, span) : NULL;
  if (highlight == NULL && create && span.start < span.end)
    highlight = dp_article_view_highlight_span (self, span);
  return highlight;
}

static void
add (GtkWidget *widget,
     const char *name,
     GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  DpSpan span;

  if (self->session == NULL || self->article == NULL)
    return;

  span = get_selection (self);
  if (span.start < span.end)
    clear_selection (self);
  else if (self->shows_cursor)
    span = dp_sentence_cursor_get_span (&self->cursor, get_sentences (self));
  if (span.start < span.end)
    dp_article_view_highlight_span (self, span);
}

static void
remove_highlight (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  DpHighlight *highlight = self->session != NULL ? dp_session_get_highlight (self->session) : NULL;

  if (highlight != NULL)
    dp_session_remove_highlight (self->session, highlight);
}

static void
tag (GtkWidget *widget,
     const char *name,
     GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  DpHighlight *highlight = dp_article_view_get_target (self, TRUE);
  DpPlacedHighlight *passage = highlight != NULL ? dp_placed_highlights_find (self->passages, highlight) : NULL;
  GdkRectangle box;
  double x, y;

  if (passage == NULL)
    return;

  gtk_popover_popdown (self->bar);
  box = dp_article_text_get_box (self->text, (DpSpan){ passage->start, passage->end });
  gtk_widget_translate_coordinates (GTK_WIDGET (self->text), widget, box.x, box.y, &x, &y);
  box.x = (int) x;
  box.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->narratives), box.width > 0 ? &box : NULL);
  dp_narrative_popover_open (self->narratives, self->session, highlight);
}

/* The same key again takes it away. */
static void
tag_recent (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  int key = g_variant_get_int32 (parameter);
  g_autoptr (DpNarrative) narrative = NULL;
  DpHighlight *highlight;

  if (self->session == NULL || key < 1)
    return;
  narrative = g_list_model_get_item (dp_workbench_list_recent_narratives (dp_session_get_workbench (self->session)), (guint) key - 1);
  if (narrative == NULL)
    return;

  dp_history_begin (dp_session_get_history (self->session), _ ("Tag with a narrative"));
  highlight = dp_article_view_get_target (self, TRUE);
  if (highlight != NULL && dp_highlight_has_narrative (highlight, dp_narrative_get_id (narrative)))
    dp_session_untag (self->session, highlight, dp_narrative_get_id (narrative));
  else if (highlight != NULL)
    dp_session_tag (self->session, highlight, narrative);
  dp_history_end (dp_session_get_history (self->session));
}

static void
claim (GtkWidget *widget,
       const char *name,
       GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  DpHighlight *highlight;

  if (self->session == NULL)
    return;
  dp_history_begin (dp_session_get_history (self->session), _ ("Add claim"));
  highlight = dp_article_view_get_target (self, TRUE);
  if (highlight != NULL)
    dp_session_add_claim (self->session, highlight);
  dp_history_end (dp_session_get_history (self->session));
  if (highlight != NULL)
    gtk_widget_activate_action (widget, "case.page", "s", "claims");
}

static void
evidence (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  if (dp_article_view_get_target (DP_ARTICLE_VIEW (widget), TRUE) != NULL)
    gtk_widget_activate_action (widget, "case.add-source", NULL);
}

/* Where the keyboard begins: at what is selected, or else at the first whole sentence in view. */
static guint
get_first (DpArticleView *self)
{
  DpHighlight *selected = dp_session_get_highlight (self->session);
  DpPlacedHighlight *passage = selected != NULL ? dp_placed_highlights_find (self->passages, selected) : NULL;
  DpSpan visible = dp_article_text_get_visible_span (self->text);
  int index;

  if (passage != NULL && passage->start < visible.end && passage->end > visible.start)
    return (guint) MAX (dp_sentences_index_at (get_sentences (self), passage->start), 0);

  index = dp_sentences_index_at (get_sentences (self), visible.start);
  if (index < 0)
    return 0;
  return (guint) index + (g_array_index (get_sentences (self), DpSpan, index).start < visible.start ? 1 : 0);
}

static void
move (DpArticleView *self,
      int step,
      gboolean extend)
{
  if (self->session == NULL || self->article == NULL)
    return;

  if (!self->shows_cursor)
    dp_sentence_cursor_clear (&self->cursor);
  dp_sentence_cursor_move (&self->cursor, get_sentences (self), step, extend, get_first (self));
  dp_article_view_cursor_moved (self);
}

static void
next (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  move (DP_ARTICLE_VIEW (widget), 1, FALSE);
}

static void
previous (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  move (DP_ARTICLE_VIEW (widget), -1, FALSE);
}

static void
find (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  dp_article_view_find (DP_ARTICLE_VIEW (widget));
}

void
dp_article_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "highlight.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "highlight.remove", NULL, remove_highlight);
  gtk_widget_class_install_action (widget_class, "highlight.tag", NULL, tag);
  gtk_widget_class_install_action (widget_class, "highlight.tag-recent", "i", tag_recent);
  gtk_widget_class_install_action (widget_class, "highlight.claim", NULL, claim);
  gtk_widget_class_install_action (widget_class, "highlight.evidence", NULL, evidence);
  gtk_widget_class_install_action (widget_class, "highlight.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "highlight.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "article.find", NULL, find);
}

/* Keys. The letters are shortcuts only while the text itself has the focus. */

typedef gboolean (*DpKeyFunc) (DpArticleView *self,
                               int argument,
                               gboolean extend);

static gboolean
key_step (DpArticleView *self,
          int step,
          gboolean extend)
{
  move (self, step, extend);
  return TRUE;
}

static gboolean
key_edge (DpArticleView *self,
          int edge,
          gboolean extend)
{
  if (self->session == NULL || self->article == NULL)
    return FALSE;
  dp_sentence_cursor_set (&self->cursor, get_sentences (self), edge < 0 ? 0 : G_MAXUINT, extend && self->shows_cursor);
  dp_article_view_cursor_moved (self);
  return TRUE;
}

static gboolean
key_page (DpArticleView *self,
          int direction,
          gboolean extend)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  double far = direction > 0 ? gtk_adjustment_get_upper (adjustment) : gtk_adjustment_get_lower (adjustment);
  guint offset;

  if (self->session == NULL || self->article == NULL)
    return FALSE;
  gtk_adjustment_set_value (adjustment, value + direction * page * 0.9);
  if (gtk_adjustment_get_value (adjustment) == value)
    return key_edge (self, far > 0 && direction > 0 ? 1 : -1, extend);

  dp_article_text_get_offset_at (self->text, gtk_widget_get_width (GTK_WIDGET (self->text)) / 2.0, page * (direction > 0 ? 0.25 : 0.75), &offset);
  dp_sentence_cursor_set (&self->cursor, get_sentences (self), (guint) MAX (dp_sentences_index_at (get_sentences (self), offset), 0), extend && self->shows_cursor);
  dp_article_view_cursor_moved (self);
  return TRUE;
}

/* By a word in reading order; with Shift the beginning, otherwise the end. */
static DpSpan
move_edge (DpArticleView *self,
           DpSpan span,
           int step,
           gboolean is_start)
{
  guint *edge = is_start ? &span.start : &span.end;
  DpSpan before = span;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), &iter, (int) *edge);
  if (step > 0)
    gtk_text_iter_forward_word_end (&iter);
  else
    gtk_text_iter_backward_word_start (&iter);
  /* The beginning stands before a word, the end behind one. */
  if (is_start && step > 0 && gtk_text_iter_forward_word_end (&iter))
    gtk_text_iter_backward_word_start (&iter);
  if (!is_start && step < 0 && gtk_text_iter_backward_word_start (&iter))
    gtk_text_iter_forward_word_end (&iter);
  *edge = (guint) gtk_text_iter_get_offset (&iter);
  return span.start < span.end ? span : before;
}

static gboolean
key_move_edge (DpArticleView *self,
               int step,
               gboolean extend)
{
  DpHighlight *highlight = self->session != NULL ? dp_session_get_highlight (self->session) : NULL;
  DpPlacedHighlight *placed = highlight != NULL ? dp_placed_highlights_find (self->passages, highlight) : NULL;
  g_autoptr (DpAnchor) anchor = NULL;
  DpSpan span;

  if (placed == NULL)
    return FALSE;
  /* The arrow points where the edge goes on the screen. */
  if (gtk_widget_get_direction (GTK_WIDGET (self->text)) == GTK_TEXT_DIR_RTL)
    step = -step;
  span = move_edge (self, (DpSpan){ placed->start, placed->end }, step, extend);
  if (span.start == placed->start && span.end == placed->end)
    return TRUE;

  anchor = dp_anchor_new_for_span (dp_article_get_offsets (self->article), span);
  dp_history_begin (dp_session_get_history (self->session), _ ("Move the edge of a highlight"));
  dp_highlight_set_anchor (highlight, anchor);
  dp_history_end (dp_session_get_history (self->session));
  return TRUE;
}

static gboolean
key_escape (DpArticleView *self,
            int argument,
            gboolean extend)
{
  gboolean has_something = self->shows_cursor || gtk_widget_get_visible (GTK_WIDGET (self->bar)) ||
                           (self->session != NULL && dp_session_get_highlight (self->session) != NULL);

  gtk_popover_popdown (self->bar);
  if (self->session != NULL)
    dp_article_view_select (self, NULL);
  clear_selection (self);
  dp_article_view_hide_cursor (self);
  return has_something;
}

static gboolean
key_recent (DpArticleView *self,
            int number,
            gboolean extend)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "highlight.tag-recent", "i", number);
  return TRUE;
}

typedef struct
{
  const char *accels; /* separated by spaces; with Shift as well where it extends */
  const char *action; /* (nullable) */
  DpKeyFunc func;     /* (nullable) */
  int argument;
  gboolean can_extend;
} DpKey;

static const DpKey keys[] = {
  { "j Down KP_Down", NULL, key_step, 1, TRUE },
  { "k Up KP_Up", NULL, key_step, -1, TRUE },
  { "Home KP_Home <Control>Home", NULL, key_edge, -1, TRUE },
  { "End KP_End <Control>End", NULL, key_edge, 1, TRUE },
  { "Page_Down KP_Page_Down space", NULL, key_page, 1, TRUE },
  { "Page_Up KP_Page_Up", NULL, key_page, -1, TRUE },
  { "<Alt>Right", NULL, key_move_edge, 1, TRUE },
  { "<Alt>Left", NULL, key_move_edge, -1, TRUE },
  { "Escape", NULL, key_escape, 0, FALSE },
  { "Return KP_Enter ISO_Enter", "highlight.add", NULL, 0, FALSE },
  { "Delete KP_Delete BackSpace", "highlight.remove", NULL, 0, FALSE },
  { "t", "highlight.tag", NULL, 0, FALSE },
  { "c", "highlight.claim", NULL, 0, FALSE },
  { "e", "highlight.evidence", NULL, 0, FALSE },
};

typedef struct
{
  const DpKey *key;
  int argument;
  gboolean extend;
} DpKeyPress;

static gboolean
key_cb (GtkWidget *widget,
        GVariant *args,
        gpointer data)
{
  const DpKeyPress *press = data;
  GtkWidget *view = gtk_widget_get_ancestor (widget, DP_TYPE_ARTICLE_VIEW);
  DpArticleView *self = DP_ARTICLE_VIEW (view);

  /* Links and buttons above the text keep their keys. */
  if (!gtk_widget_has_focus (widget))
    return FALSE;
  if (press->key == NULL)
    return key_recent (self, press->argument, FALSE);
  if (press->key->func != key_escape)
    gtk_popover_popdown (self->bar);
  if (press->key->func != NULL)
    return press->key->func (self, press->argument, press->extend);
  gtk_widget_activate_action (view, press->key->action, NULL);
  return TRUE;
}

static void
add_key (GtkEventController *controller,
         const DpKey *key,
         int argument,
         const char *accel,
         gboolean extend)
{
  DpKeyPress *press = g_new (DpKeyPress, 1);
  GdkModifierType modifiers;
  guint keyval;
  gboolean is_key = gtk_accelerator_parse (accel, &keyval, &modifiers);

  g_assert (is_key);
  *press = (DpKeyPress){ key, argument, extend };
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers | (extend ? GDK_SHIFT_MASK : 0)),
                                                          gtk_callback_action_new (key_cb, press, g_free)));
}

void
dp_article_view_add_keys (DpArticleView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_auto (GStrv) accels = g_strsplit (keys[i].accels, " ", -1);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          add_key (controller, &keys[i], keys[i].argument, accels[j], FALSE);
          if (keys[i].can_extend)
            add_key (controller, &keys[i], keys[i].argument, accels[j], TRUE);
        }
    }
  for (int number = 1; number <= 9; number++)
    {
      const char accel[] = { (char) ('0' + number), '\0' };
      g_autofree char *keypad = g_strconcat ("KP_", accel, NULL);

      add_key (controller, NULL, number, accel, FALSE);
      add_key (controller, NULL, number, keypad, FALSE);
    }
  gtk_widget_add_controller (GTK_WIDGET (self->text), controller);
}
