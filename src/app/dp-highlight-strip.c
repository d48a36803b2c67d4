/* dp-highlight-strip.c: where in the article the highlights are, beside its scrollbar
 *
 * Places are shares of the text's characters, not of its height: that is known only when all of it has
 * been laid out, and marks that wander are of no use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-highlight-strip.h"

#include <adwaita.h>

#include "app/dp-palette.h"

#define WIDTH 14
#define LEAST_HEIGHT 3 /* of a mark, in pixels */
#define N_COLUMNS 3

struct _DpHighlightStrip
{
  GtkWidget parent_instance;

  DpArticleText *text;          /* (weak) (nullable) */
  DpPlacedHighlights *passages; /* (owned) (nullable) */
  gpointer selected;            /* only compared */
  guint n_chars;
  DpSpan shown;      /* the part of the text that is in view */
  GdkTexture *marks; /* (owned) (nullable): of all highlights, until they or the height change */
  int marks_height;
  gboolean marks_are_dark;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpHighlightStrip, dp_highlight_strip, GTK_TYPE_WIDGET)

void
dp_highlight_strip_place (guint n_chars,
                          int height,
                          DpSpan span,
                          int *top,
                          int *bottom)
{
  double share = (double) height / MAX (n_chars, 1);

  *top = CLAMP ((int) (span.start * share), 0, MAX (height - LEAST_HEIGHT, 0));
  *bottom = CLAMP ((int) (span.end * share), *top + LEAST_HEIGHT, MAX (height, *top + LEAST_HEIGHT));
}

static void
append_box (GtkSnapshot *snapshot,
            const GdkRGBA *colour,
            int x,
            int top,
            int width,
            int bottom)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) top, (float) width, (float) (bottom - top));

  gtk_snapshot_append_color (snapshot, colour, &bounds);
}

static void
draw_selected (DpHighlightStrip *self,
               const DpPlacedHighlight *passage,
               gboolean is_dark,
               GtkSnapshot *snapshot)
{
  guint n = MIN (dp_placed_highlight_get_n_colours (passage), N_COLUMNS);
  int width = WIDTH / (int) n;
  int top, bottom;

  dp_highlight_strip_place (self->n_chars, gtk_widget_get_height (GTK_WIDGET (self)), (DpSpan){ passage->start, passage->end }, &top, &bottom);
  for (guint i = 0; i < n; i++)
    append_box (snapshot, dp_palette_get (dp_placed_highlight_get_colour (passage, i), DP_SHADE_MARK, is_dark), (int) i * width, top, width, bottom);
}

/* A picture of all marks: thousands of boxes would cost something in every frame. */
typedef struct
{
  guint32 *pixels; /* GDK_MEMORY_DEFAULT, opaque or nothing */
  int height;
  int scale;            /* pixels of the screen for one of the window */
  int until[N_COLUMNS]; /* down to where each column is full: more need not be drawn than there is room */
} DpMarks;

static guint32
to_pixel (const GdkRGBA *colour)
{
  guint32 red = (guint32) (colour->red * 255 + 0.5);
  guint32 green = (guint32) (colour->green * 255 + 0.5);
  guint32 blue = (guint32) (colour->blue * 255 + 0.5);

  return 0xff000000u | red << 16 | green << 8 | blue;
}

static void
fill_box (DpMarks *marks,
          guint32 pixel,
          int x,
          int top,
          int width,
          int bottom)
{
  int stride = WIDTH * marks->scale;

  for (int row = top * marks->scale; row < MIN (bottom, marks->height) * marks->scale; row++)
    for (int column = x * marks->scale; column < (x + width) * marks->scale; column++)
      marks->pixels[row * stride + column] = pixel;
}

static void
draw_mark (DpHighlightStrip *self,
           const DpPlacedHighlight *passage,
           gboolean is_dark,
           DpMarks *marks)
{
  guint n = MIN (dp_placed_highlight_get_n_colours (passage), N_COLUMNS);
  int width = (WIDTH - 4) / (int) n;
  int top, bottom;

  dp_highlight_strip_place (self->n_chars, marks->height, (DpSpan){ passage->start, passage->end }, &top, &bottom);
  for (guint i = 0; i < n; i++)
    {
      guint colour = dp_placed_highlight_get_colour (passage, i);

      if (bottom <= marks->until[i])
        continue;
      fill_box (marks, to_pixel (dp_palette_get (colour, DP_SHADE_MARK, is_dark)), 2 + (int) i * width, top, width, bottom);
      marks->until[i] = bottom;
    }
}

static void
ensure_marks (DpHighlightStrip *self,
              gboolean is_dark)
{
  GPtrArray *all = dp_placed_highlights_get_all (self->passages);
  DpMarks marks = { NULL, gtk_widget_get_height (GTK_WIDGET (self)), gtk_widget_get_scale_factor (GTK_WIDGET (self)), { 0 } };
  g_autoptr (GBytes) bytes = NULL;
  gsize stride = WIDTH * (gsize) marks.scale * sizeof (guint32);

  if (self->marks != NULL && self->marks_height == marks.height && self->marks_are_dark == is_dark &&
      gdk_texture_get_height (self->marks) == marks.height * marks.scale)
    return;
  g_clear_object (&self->marks);
  self->marks_height = marks.height;
  self->marks_are_dark = is_dark;
  if (marks.height <= 0)
    return;
  marks.pixels = g_malloc0 (stride * (gsize) (marks.height * marks.scale));
  for (guint i = 0; i < all->len; i++)
    draw_mark (self, g_ptr_array_index (all, i), is_dark, &marks);
  bytes = g_bytes_new_take (marks.pixels, stride * (gsize) (marks.height * marks.scale));
  self->marks = gdk_memory_texture_new (WIDTH * marks.scale, marks.height * marks.scale, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
dp_highlight_strip_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  DpHighlightStrip *self = DP_HIGHLIGHT_STRIP (widget);
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
  DpPlacedHighlight *selected;
  GdkRGBA colour;
  int top, bottom;

  if (self->passages == NULL || self->n_chars == 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.10f;
  dp_highlight_strip_place (self->n_chars, gtk_widget_get_height (widget), self->shown, &top, &bottom);
  if (self->shown.end - self->shown.start < self->n_chars)
    append_box (snapshot, &colour, 0, top, gtk_widget_get_width (widget), bottom);

  ensure_marks (self, is_dark);
  if (self->marks != NULL)
    gtk_snapshot_append_texture (snapshot, self->marks, &GRAPHENE_RECT_INIT (0, 0, WIDTH, (float) self->marks_height));
  selected = self->selected != NULL ? dp_placed_highlights_find (self->passages, self->selected) : NULL;
  if (selected != NULL)
    draw_selected (self, selected, is_dark, snapshot);
}

static void
dp_highlight_strip_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static guint
get_offset (DpHighlightStrip *self,
            double y)
{
  int height = MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);

  return (guint) (CLAMP (y / height, 0, 1) * MAX (self->n_chars, 1));
}

/* The passage whose mark is there, or nearly; the shortest of several. */
static DpPlacedHighlight *
find_mark (DpHighlightStrip *self,
           double y)
{
  GPtrArray *all = self->passages != NULL ? dp_placed_highlights_get_all (self->passages) : NULL;
  DpPlacedHighlight *found = NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      DpPlacedHighlight *passage = g_ptr_array_index (all, i);
      int top, bottom;

      dp_highlight_strip_place (self->n_chars, gtk_widget_get_height (GTK_WIDGET (self)), (DpSpan){ passage->start, passage->end }, &top, &bottom);
      if (y < top - 1 || y > bottom + 1)
        continue;
      if (found == NULL || passage->end - passage->start < found->end - found->start)
        found = passage;
    }
  return found;
}

static void
pick (DpHighlightStrip *self,
      double y)
{
  DpPlacedHighlight *passage = find_mark (self, y);

  g_signal_emit (self, signals[SIGNAL_PICKED], 0, passage != NULL ? passage->start : get_offset (self, y));
}

static void
pressed_cb (DpHighlightStrip *self,
            int n_press,
            double x,
            double y)
{
  pick (self, y);
}

static gboolean
dp_highlight_strip_query_tooltip (GtkWidget *widget,
                                  int x,
                                  int y,
                                  gboolean by_keyboard,
                                  GtkTooltip *tooltip)
{
  DpPlacedHighlight *passage = by_keyboard ? NULL : find_mark (DP_HIGHLIGHT_STRIP (widget), y);
  g_autofree char *label = NULL;

  if (passage == NULL)
    return FALSE;
  label = dp_placed_highlight_dup_label (passage, NULL);
  gtk_tooltip_set_text (tooltip, label);
  return TRUE;
}

static void
scrolled_cb (DpHighlightStrip *self)
{
  DpSpan shown;

  if (self->text == NULL)
    return;
  shown = dp_article_text_get_visible_span (self->text);
  shown.end = MIN (shown.end, self->n_chars);
  if (shown.start == self->shown.start && shown.end == self->shown.end)
    return;
  self->shown = shown;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
adjustment_changed_cb (DpHighlightStrip *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->text));

  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
passages_changed_cb (DpHighlightStrip *self)
{
  g_clear_object (&self->marks);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dp_highlight_strip_dispose (GObject *object)
{
  DpHighlightStrip *self = DP_HIGHLIGHT_STRIP (object);

  g_clear_weak_pointer (&self->text);
  g_clear_object (&self->passages);
  g_clear_object (&self->marks);

  G_OBJECT_CLASS (dp_highlight_strip_parent_class)->dispose (object);
}

static void
dp_highlight_strip_class_init (DpHighlightStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_highlight_strip_dispose;
  widget_class->measure = dp_highlight_strip_measure;
  widget_class->snapshot = dp_highlight_strip_snapshot;
  widget_class->query_tooltip = dp_highlight_strip_query_tooltip;

  signals[SIGNAL_PICKED] =
      g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "highlightstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dp_highlight_strip_init (DpHighlightStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect_object (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))),
                           "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

void
dp_highlight_strip_follow (DpHighlightStrip *self,
                           DpArticleText *text,
                           DpPlacedHighlights *passages)
{
  g_return_if_fail (DP_IS_HIGHLIGHT_STRIP (self));
  g_return_if_fail (DP_IS_ARTICLE_TEXT (text));
  g_return_if_fail (self->passages == NULL);

  g_set_weak_pointer (&self->text, text);
  self->passages = g_object_ref (passages);
  g_signal_connect_object (passages, "changed", G_CALLBACK (passages_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "notify::vadjustment", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  adjustment_changed_cb (self);
}

void
dp_highlight_strip_set_length (DpHighlightStrip *self,
                               guint n_chars)
{
  g_return_if_fail (DP_IS_HIGHLIGHT_STRIP (self));

  self->n_chars = n_chars;
  g_clear_object (&self->marks);
  self->shown = (DpSpan){ 0, 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dp_highlight_strip_set_selected (DpHighlightStrip *self,
                                 DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_HIGHLIGHT_STRIP (self));

  if (self->selected == (gpointer) highlight)
    return;
  self->selected = highlight;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
