/* dp-growing-text.c: a text view that is as high as its text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-growing-text.h"

G_DEFINE_TYPE (DpGrowingText, dp_growing_text, GTK_TYPE_TEXT_VIEW)

/* The height of plain text in @width, which is known before the view has laid it out. */
static int
measure_plain (GtkWidget *widget,
               int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  int room = width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (room, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
dp_growing_text_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));

  GTK_WIDGET_CLASS (dp_growing_text_parent_class)->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  if (gtk_text_tag_table_get_size (tags) == 0)
    *natural = measure_plain (widget, for_size < 0 ? G_MAXINT / PANGO_SCALE / 2 : for_size);
  *minimum = *natural;
}

static GtkSizeRequestMode
dp_growing_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dp_growing_text_class_init (DpGrowingTextClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = dp_growing_text_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = dp_growing_text_measure;
}

static void
dp_growing_text_init (DpGrowingText *self)
{
}
