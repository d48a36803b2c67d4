/* dp-article-view-keys.c: the keys of the article view
 *
 * The letters are shortcuts only while the text itself has the focus.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <glib/gi18n.h>

typedef gboolean (*DpKeyFunc) (DpArticleView *self,
                               int argument,
                               gboolean extend);

static gboolean
key_step (DpArticleView *self,
          int step,
          gboolean extend)
{
  dp_article_view_move (self, step, extend);
  return TRUE;
}

static gboolean
key_edge (DpArticleView *self,
          int edge,
          gboolean extend)
{
  if (self->session == NULL || self->article == NULL)
    return FALSE;
  dp_sentence_cursor_set (&self->cursor, dp_article_get_sentences (self->article), edge < 0 ? 0 : G_MAXUINT, extend && self->shows_cursor);
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
  dp_sentence_cursor_set (&self->cursor, dp_article_get_sentences (self->article), (guint) MAX (dp_sentences_index_at (dp_article_get_sentences (self->article), offset), 0), extend && self->shows_cursor);
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
  DpPlacedHighlight *placed = dp_article_view_get_selected (self);
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
  dp_highlight_set_anchor (placed->highlight, anchor);
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
  dp_article_view_clear_selection (self);
  dp_article_view_hide_cursor (self);
  return has_something;
}

static gboolean
key_go (DpArticleView *self,
        int way,
        gboolean backwards)
{
  static const char *const ways[][2] = {
    { "next-highlight", "previous-highlight" },
    { "next-gap", "previous-gap" },
    { "next-claim", "previous-claim" },
  };

  gtk_widget_activate_action (GTK_WIDGET (self), "article.go", "s", ways[way][backwards ? 1 : 0]);
  return TRUE;
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
  const char *accels; /* separated by spaces; with Shift as well where it extends or goes back */
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
  { "m", "highlight.comment", NULL, 0, FALSE },
  { "p", "article.paragraph-language", NULL, 0, FALSE },
  { "n", NULL, key_go, 0, TRUE },
  { "u", NULL, key_go, 1, TRUE },
  { "l", NULL, key_go, 2, TRUE },
  { "<Control><Shift>c", "article.copy-quotation", NULL, 0, FALSE },
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
