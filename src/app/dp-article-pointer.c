/* dp-article-pointer.c: what the pointer does on an article's text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-pointer.h"

#include <math.h>

#include "app/dp-sentence-cursor.h"

/* Pixels that a press may move and still be a click. */
#define CLICK_SLACK 6

/* Scrolling while dragging beyond an edge: pixels a second for each pixel beyond. */
#define SCROLL_SPEED 12.0

struct _DpArticlePointer
{
  GObject parent_instance;

  DpArticleText *text;          /* (unowned) (nullable) */
  DpPlacedHighlights *passages; /* (owned) */
  DpArticle *article;           /* (owned) (nullable) */

  /* While a button is down. */
  gboolean is_dragging;
  guint origin; /* where it was pressed */
  guint n_clicks;
  double x;
  double y;
  guint tick;
  gint64 tick_time;
};

enum
{
  SIGNAL_PRESSED,
  SIGNAL_CLICKED,
  SIGNAL_DRAGGED,
  SIGNAL_PICKED,
  SIGNAL_POINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpArticlePointer, dp_article_pointer, G_TYPE_OBJECT)

static const DpSpan nothing = { 0, 0 };

static void
show_sentence (DpArticlePointer *self,
               double x,
               double y)
{
  DpHighlight *pointed = dp_article_text_get_bar_at (self->text, x, y);
  DpSpan sentence = nothing;
  guint offset;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text), pointed != NULL ? "pointer" : "text");
  if (pointed == NULL && self->article != NULL && dp_article_text_get_offset_at (self->text, x, y, &offset))
    {
      g_autoptr (GPtrArray) passages = dp_placed_highlights_list_at (self->passages, (DpSpan){ offset, offset + 1 });

      sentence = dp_sentences_span_at (dp_article_get_sentences (self->article), offset);
      if (passages->len > 0)
        pointed = ((DpPlacedHighlight *) g_ptr_array_index (passages, 0))->highlight;
    }
  dp_article_text_set_mark (self->text, DP_MARK_HOVER, sentence);
  dp_article_text_set_pointed (self->text, pointed);
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, pointed, y);
}

static void
motion_cb (DpArticlePointer *self,
           double x,
           double y)
{
  if (!self->is_dragging)
    show_sentence (self, x, y);
}

static void
leave_cb (DpArticlePointer *self)
{
  dp_article_text_set_mark (self->text, DP_MARK_HOVER, nothing);
  dp_article_text_set_pointed (self->text, NULL);
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, NULL, 0.0);
}

static DpSpan
get_dragged (DpArticlePointer *self)
{
  guint end = dp_article_text_get_gap_at (self->text, self->x, self->y);

  return (DpSpan){ MIN (self->origin, end), MAX (self->origin, end) };
}

static gboolean
scroll_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer data)
{
  DpArticlePointer *self = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  double height = gtk_widget_get_height (widget);
  double beyond = self->y < 0 ? self->y : MAX (self->y - height, 0);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->tick_time > 0 ? (double) (now - self->tick_time) / G_USEC_PER_SEC : 0;

  self->tick_time = now;
  if (beyond != 0)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + beyond * SCROLL_SPEED * seconds);
      dp_article_text_set_mark (self->text, DP_MARK_DRAG, get_dragged (self));
    }
  return G_SOURCE_CONTINUE;
}

static void
stop_dragging (DpArticlePointer *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->text), self->tick);
  self->tick = 0;
  self->is_dragging = FALSE;
  dp_article_text_set_mark (self->text, DP_MARK_DRAG, nothing);
}

static gboolean
is_touch (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* The header above the text has widgets of its own. */
static gboolean
is_on_child (DpArticlePointer *self,
             double x,
             double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->text), x, y, GTK_PICK_DEFAULT);

  for (GtkWidget *widget = picked; widget != NULL && widget != GTK_WIDGET (self->text); widget = gtk_widget_get_parent (widget))
    if (gtk_widget_has_css_class (widget, "article-about"))
      return TRUE;
  return FALSE;
}

static void
drag_begin_cb (DpArticlePointer *self,
               double x,
               double y,
               GtkGesture *gesture)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);

  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) != 0 ||
      self->article == NULL || is_on_child (self, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  /* A finger scrolls; only its tap is ours. */
  if (!is_touch (controller))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  self->origin = dp_article_text_get_gap_at (self->text, x, y);
  self->x = x;
  self->y = y;
  self->is_dragging = FALSE;
  g_signal_emit (self, signals[SIGNAL_PRESSED], 0);
}

static void
drag_update_cb (DpArticlePointer *self,
                double offset_x,
                double offset_y,
                GtkGesture *gesture)
{
  double x, y;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  self->x = x + offset_x;
  self->y = y + offset_y;
  if (is_touch (GTK_EVENT_CONTROLLER (gesture)))
    return;
  if (!self->is_dragging && hypot (offset_x, offset_y) > CLICK_SLACK)
    {
      self->is_dragging = TRUE;
      self->tick_time = 0;
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->text), scroll_cb, self, NULL);
      leave_cb (self);
    }
  if (self->is_dragging)
    dp_article_text_set_mark (self->text, DP_MARK_DRAG, get_dragged (self));
}

static void
click (DpArticlePointer *self)
{
  DpHighlight *highlight = dp_article_text_get_bar_at (self->text, self->x, self->y);
  guint offset;
  gboolean is_over;

  if (highlight != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_PICKED], 0, highlight, self->x, self->y);
      return;
    }
  is_over = dp_article_text_get_offset_at (self->text, self->x, self->y, &offset);
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0, offset, is_over, self->n_clicks, self->x, self->y);
}

/* A drag over nothing but blanks was none. */
static gboolean
has_letters (DpArticlePointer *self,
             DpSpan span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) span.start);
  for (guint at = span.start; at < span.end; at++, gtk_text_iter_forward_char (&iter))
    if (!g_unichar_isspace (gtk_text_iter_get_char (&iter)))
      return TRUE;
  return FALSE;
}

static void
drag_end_cb (DpArticlePointer *self,
             double offset_x,
             double offset_y,
             GtkGesture *gesture)
{
  DpSpan span;

  if (self->is_dragging)
    {
      span = get_dragged (self);
      stop_dragging (self);
      if (has_letters (self, span))
        g_signal_emit (self, signals[SIGNAL_DRAGGED], 0, span.start, span.end, self->x, self->y);
    }
  else if (hypot (offset_x, offset_y) <= CLICK_SLACK)
    {
      click (self);
    }
}

static void
drag_cancel_cb (DpArticlePointer *self,
                GdkEventSequence *sequence,
                GtkGesture *gesture)
{
  stop_dragging (self);
}

static void
count_cb (DpArticlePointer *self,
          int n_press)
{
  self->n_clicks = (guint) n_press;
}

/* What the menu offers is for what it was opened on. */
static void
menu_pressed_cb (DpArticlePointer *self,
                 int n_press,
                 double x,
                 double y,
                 GtkGesture *gesture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  DpHighlight *highlight = dp_article_text_get_bar_at (self->text, x, y);
  guint offset;

  g_signal_emit (self, signals[SIGNAL_PRESSED], 0);
  if (highlight == NULL && !gtk_text_buffer_get_has_selection (buffer) &&
      dp_article_text_get_offset_at (self->text, x, y, &offset))
    {
      g_autoptr (GPtrArray) passages = NULL;
      GtkTextIter iter;

      /* Where the caret is, unseen, says which paragraph is meant. */
      gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
      gtk_text_buffer_place_cursor (buffer, &iter);
      passages = dp_placed_highlights_list_at (self->passages, (DpSpan){ offset, offset + 1 });
      if (passages->len > 0)
        highlight = ((DpPlacedHighlight *) g_ptr_array_index (passages, 0))->highlight;
    }
  if (highlight != NULL)
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, highlight, -1.0, -1.0);
}

void
dp_article_pointer_set_article (DpArticlePointer *self,
                                DpArticle *article)
{
  g_return_if_fail (DP_IS_ARTICLE_POINTER (self));

  stop_dragging (self);
  leave_cb (self);
  g_set_object (&self->article, article);
}

static void
dp_article_pointer_dispose (GObject *object)
{
  DpArticlePointer *self = DP_ARTICLE_POINTER (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->text), self->tick);
  self->tick = 0;
  self->text = NULL;
  g_clear_object (&self->article);
  g_clear_object (&self->passages);

  G_OBJECT_CLASS (dp_article_pointer_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            guint n_params,
            const GType *types)
{
  return g_signal_newv (name,
                        DP_TYPE_ARTICLE_POINTER,
                        G_SIGNAL_RUN_LAST,
                        NULL,
                        NULL,
                        NULL,
                        NULL,
                        G_TYPE_NONE,
                        n_params,
                        (GType *) types);
}

static void
dp_article_pointer_class_init (DpArticlePointerClass *klass)
{
  const GType clicked[] = { G_TYPE_UINT, G_TYPE_BOOLEAN, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE };
  const GType dragged[] = { G_TYPE_UINT, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE };
  const GType pointed[] = { DP_TYPE_HIGHLIGHT, G_TYPE_DOUBLE };
  const GType picked[] = { DP_TYPE_HIGHLIGHT, G_TYPE_DOUBLE, G_TYPE_DOUBLE };

  G_OBJECT_CLASS (klass)->dispose = dp_article_pointer_dispose;

  signals[SIGNAL_PRESSED] = add_signal ("pressed", 0, NULL);
  signals[SIGNAL_CLICKED] = add_signal ("clicked", G_N_ELEMENTS (clicked), clicked);
  signals[SIGNAL_DRAGGED] = add_signal ("dragged", G_N_ELEMENTS (dragged), dragged);
  signals[SIGNAL_PICKED] = add_signal ("picked", G_N_ELEMENTS (picked), picked);
  signals[SIGNAL_POINTED] = add_signal ("pointed", G_N_ELEMENTS (pointed), pointed);
}

static void
dp_article_pointer_init (DpArticlePointer *self)
{
}

static void
add_controllers (DpArticlePointer *self)
{
  GtkWidget *widget = GTK_WIDGET (self->text);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *count = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (count), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (count), GTK_PHASE_CAPTURE);
  g_signal_connect_object (count, "pressed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (count));
  gtk_gesture_group (drag, count);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
}

DpArticlePointer *
dp_article_pointer_new (DpArticleText *text,
                        DpPlacedHighlights *passages)
{
  DpArticlePointer *self = g_object_new (DP_TYPE_ARTICLE_POINTER, NULL);

  self->text = text;
  self->passages = g_object_ref (passages);
  add_controllers (self);
  return self;
}
