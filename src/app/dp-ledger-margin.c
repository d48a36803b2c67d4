/* dp-ledger-margin.c: beside the lines of the disproof, what carries each of its sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-ledger-margin.h"

#define WIDTH 8
#define BROAD 4
#define THIN 2
#define DOT 3

struct _DpLedgerMargin
{
  GtkWidget parent_instance;

  GtkTextView *view;  /* holds it */
  DpReviewDesk *desk; /* (owned) (nullable) */
  GSignalGroup *changes;
};

G_DEFINE_FINAL_TYPE (DpLedgerMargin, dp_ledger_margin, GTK_TYPE_WIDGET)

static void
draw (GtkWidget *widget,
      DpLedgerStatus status,
      float y,
      float height,
      GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;
  float width = status == DP_LEDGER_UNCOVERED ? BROAD : THIN;
  static const char *const names[] = { "success_color", "window_fg_color", "error_color" };

  if (!gtk_style_context_lookup_color (context, names[status], &colour))
    gtk_style_context_get_color (context, &colour);
  if (status != DP_LEDGER_REASONING)
    {
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT ((WIDTH - width) / 2, y, width, height));
      return;
    }
  colour.alpha *= 0.6f;
  for (float at = y; at < y + height; at += 2 * DOT)
    gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT ((WIDTH - width) / 2, at, width, MIN (DOT, y + height - at)));
}

static void
dp_ledger_margin_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  DpLedgerMargin *self = DP_LEDGER_MARGIN (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GPtrArray *sentences = self->desk != NULL ? dp_ledger_get_sentences (dp_review_desk_get_ledger (self->desk)) : NULL;
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (self->view, &visible);
  for (guint i = 0; sentences != NULL && i < sentences->len; i++)
    {
      const DpLedgerSentence *sentence = g_ptr_array_index (sentences, i);
      GtkTextIter start;
      GtkTextIter end;
      GdkRectangle first;
      GdkRectangle last;
      int y;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) sentence->span.start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) sentence->span.end - 1);
      gtk_text_view_get_iter_location (self->view, &start, &first);
      gtk_text_view_get_iter_location (self->view, &end, &last);
      if (last.y + last.height < visible.y || first.y > visible.y + visible.height)
        continue;
      gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, 0, first.y, NULL, &y);
      draw (widget, sentence->status, (float) y + 1, (float) (last.y + last.height - first.y) - 2, snapshot);
    }
}

static void
dp_ledger_margin_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
dp_ledger_margin_dispose (GObject *object)
{
  DpLedgerMargin *self = DP_LEDGER_MARGIN (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (dp_ledger_margin_parent_class)->dispose (object);
}

static void
dp_ledger_margin_class_init (DpLedgerMarginClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_ledger_margin_dispose;
  widget_class->snapshot = dp_ledger_margin_snapshot;
  widget_class->measure = dp_ledger_margin_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dp_ledger_margin_init (DpLedgerMargin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->changes = g_signal_group_new (DP_TYPE_REVIEW_DESK);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
}

static void
adjustment_cb (DpLedgerMargin *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

DpLedgerMargin *
dp_ledger_margin_add (GtkTextView *view)
{
  DpLedgerMargin *self = g_object_new (DP_TYPE_LEDGER_MARGIN, NULL);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;

  self->view = view;
  gtk_text_view_set_gutter (view, is_rtl ? GTK_TEXT_WINDOW_RIGHT : GTK_TEXT_WINDOW_LEFT, GTK_WIDGET (self));
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (adjustment_cb), self, G_CONNECT_SWAPPED);
  adjustment_cb (self);
  return self;
}

void
dp_ledger_margin_set_desk (DpLedgerMargin *self,
                           DpReviewDesk *desk)
{
  g_return_if_fail (DP_IS_LEDGER_MARGIN (self));

  if (!g_set_object (&self->desk, desk))
    return;
  g_signal_group_set_target (self->changes, desk);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
