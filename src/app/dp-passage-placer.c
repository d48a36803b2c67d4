/* dp-passage-placer.c: an article to choose a passage in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-passage-placer.h"

#include "app/dp-sentence-cursor.h"

struct _DpPassagePlacer
{
  AdwBin parent_instance;

  DpArticle *article; /* (owned) (nullable) */
  DpSentenceCursor cursor;
  gboolean is_moving; /* the selection changes by our own hand */
  GtkTextView *view;
  GtkTextBuffer *buffer;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpPassagePlacer, dp_passage_placer, ADW_TYPE_BIN)

static void
select_span (DpPassagePlacer *self,
             DpSpan span)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) span.end);
  self->is_moving = TRUE;
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  self->is_moving = FALSE;
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.2, FALSE, 0, 0);
}

/* Whoever selects by other means goes on from there. */
static void
selected_cb (DpPassagePlacer *self)
{
  gboolean has_selection = gtk_text_buffer_get_has_selection (self->buffer);

  if (!self->is_moving)
    dp_sentence_cursor_clear (&self->cursor);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "placer.choose", has_selection);
}

static void
step (DpPassagePlacer *self,
      int n,
      gboolean extend)
{
  GArray *sentences = self->article != NULL ? dp_article_get_sentences (self->article) : NULL;
  GtkTextIter insert;
  int index;

  if (sentences == NULL || sentences->len == 0)
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &insert, gtk_text_buffer_get_insert (self->buffer));
  index = dp_sentences_index_at (sentences, (guint) gtk_text_iter_get_offset (&insert));
  /* From what is selected one goes on; else one begins where the caret is. */
  if (!self->cursor.is_set && gtk_text_buffer_get_has_selection (self->buffer))
    dp_sentence_cursor_set (&self->cursor, sentences, (guint) MAX (index, 0), FALSE);
  dp_sentence_cursor_move (&self->cursor, sentences, n, extend, (guint) MAX (index, 0));
  select_span (self, dp_sentence_cursor_get_span (&self->cursor, sentences));
}

static void
step_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  int n;
  gboolean extend;

  g_variant_get (parameter, "(ib)", &n, &extend);
  step (DP_PASSAGE_PLACER (widget), n, extend);
}

static void
choose_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpSpan span = dp_passage_placer_get_span (DP_PASSAGE_PLACER (widget));

  if (span.start < span.end)
    g_signal_emit (widget, signals[SIGNAL_CHOSEN], 0, span.start, span.end);
}

static void
leave_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_LEFT], 0);
}

static gboolean
dp_passage_placer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DP_PASSAGE_PLACER (widget)->view));
}

static void
dp_passage_placer_dispose (GObject *object)
{
  g_clear_object (&DP_PASSAGE_PLACER (object)->article);

  G_OBJECT_CLASS (dp_passage_placer_parent_class)->dispose (object);
}

static void
dp_passage_placer_class_init (DpPassagePlacerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_passage_placer_dispose;
  widget_class->grab_focus = dp_passage_placer_grab_focus;

  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "placer.step", "(ib)", step_action);
  gtk_widget_class_install_action (widget_class, "placer.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "placer.leave", NULL, leave_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-passage-placer.ui");
  gtk_widget_class_bind_template_child (widget_class, DpPassagePlacer, view);
  gtk_widget_class_bind_template_child (widget_class, DpPassagePlacer, buffer);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
dp_passage_placer_init (DpPassagePlacer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  selected_cb (self);
}

GtkWidget *
dp_passage_placer_new (void)
{
  return g_object_new (DP_TYPE_PASSAGE_PLACER, NULL);
}

void
dp_passage_placer_set_article (DpPassagePlacer *self,
                               DpArticle *article,
                               DpSpan start)
{
  g_return_if_fail (DP_IS_PASSAGE_PLACER (self));
  g_return_if_fail (article == NULL || DP_IS_ARTICLE (article));

  g_set_object (&self->article, article);
  gtk_text_buffer_set_text (self->buffer, article != NULL ? dp_article_get_text (article) : "", -1);
  dp_sentence_cursor_clear (&self->cursor);
  select_span (self, start);
}

DpSpan
dp_passage_placer_get_span (DpPassagePlacer *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (DP_IS_PASSAGE_PLACER (self), ((DpSpan){ 0, 0 }));

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return (DpSpan){ 0, 0 };

  while (gtk_text_iter_compare (&start, &end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (&start)))
    gtk_text_iter_forward_char (&start);
  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GtkTextIter last = end;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      end = last;
    }
  return (DpSpan){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}
