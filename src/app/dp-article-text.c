/* dp-article-text.c: the reading column: an article's text, exactly, and what lies on and beside it
 *
 * Highlights are tags, so that assistive technology finds them. What changes with each move of the
 * pointer or the cursor is drawn below and above the text instead: a tag would lay its lines out anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-text.h"

#include <adwaita.h>
#include <math.h>

#include "app/dp-article-limits.h"
#include "app/dp-article-links.h"
#include "app/dp-article-languages.h"
#include "app/dp-article-style.h"
#include "app/dp-article-tables.h"
#include "app/dp-highlight-painter.h"
#include "app/dp-margin.h"
#include "app/dp-palette.h"
#include "app/dp-span-shape.h"
#include "text/dp-language.h"

#define LEAST_END_MARGIN 24
#define LEAST_COLUMN 160
#define TOP_MARGIN 24
#define BOTTOM_MARGIN 96
#define HEADER_SPACING 18

struct _DpArticleText
{
  GtkTextView parent_instance;

  GtkTextTagTable *tags;
  DpArticleLinks *links;
  DpArticleStyle *style;
  DpArticleTables *tables;
  DpHighlightPainter *painter;
  DpMargin *margin;             /* (nullable): until it has passages */
  DpPlacedHighlights *passages; /* (owned) (nullable) */
  DpArticle *article;           /* (owned) (nullable) */
  GtkWidget *header;            /* (nullable): a child */
  GSignalGroup *scrolling;
  GtkCssProvider *size_css;
  DpHighlight *selected; /* (owned) (nullable) */
  DpSpan marks[DP_MARK_CURSOR + 1];
  GArray *found; /* (owned) (element-type DpSpan) */
  int chars;
  int column; /* in pixels */
  int size;   /* of the text */
  int header_bottom;
  guint n_cut; /* paragraphs that are not shown whole */
  gboolean is_dark;
  gboolean is_painted; /* as the passages and the selection are */
  gboolean is_allocating;
  gboolean has_scrolled; /* while allocating */
};

G_DEFINE_FINAL_TYPE (DpArticleText, dp_article_text, GTK_TYPE_TEXT_VIEW)

static gboolean
is_empty (DpSpan span)
{
  return span.start >= span.end;
}

static void
update_tables (DpArticleText *self,
               GtkTextBuffer *buffer)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);

  dp_article_tables_update (self->tables, view, buffer, self->article, width > 0 ? MIN (width, self->column) : self->column, self->size);
}

static void
update_font (DpArticleText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double natural = (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  self->column = (int) round (self->chars * pango_font_metrics_get_approximate_char_width (metrics) / (double) PANGO_SCALE);
  dp_article_style_set_size (self->style, GTK_TEXT_VIEW (self), size, natural);
  self->size = (int) round (size);
  update_tables (self, gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  pango_font_metrics_unref (metrics);
  if (self->margin != NULL)
    dp_margin_invalidate (self->margin);
}

/* The header is a child of our own: an overlay of GtkTextView 4.8 does not scroll with the text. */
static int
get_header_height (DpArticleText *self,
                   int column)
{
  int height = 0;

  if (self->header != NULL)
    gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, column, NULL, &height, NULL, NULL);
  return height;
}

static void
make_room_for_header (DpArticleText *self,
                      int column)
{
  int height = get_header_height (self, column);
  int top = TOP_MARGIN + (height > 0 ? height + HEADER_SPACING : 0);

  if (gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self)) != top)
    gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self), top);
}

static double
get_scrolled (DpArticleText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static void
allocate_header (DpArticleText *self)
{
  int left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
  int column = gtk_widget_get_width (GTK_WIDGET (self)) - left - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self));
  GtkAllocation box = { left, TOP_MARGIN - (int) get_scrolled (self), column, 0 };
  int least;

  if (self->header == NULL)
    return;
  gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  box.width = MAX (column, least);
  box.height = get_header_height (self, box.width);
  self->header_bottom = TOP_MARGIN + box.height;
  gtk_widget_size_allocate (self->header, &box, -1);
}

/* The header moves along. And lines that come into view are laid out now, while the scrollbar can still
 * follow, and not while painting. */
static void
scrolled_cb (DpArticleText *self)
{
  /* It asks for no allocation while it gets one: GTK would draw it without. */
  if (self->is_allocating)
    self->has_scrolled = TRUE;
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
vadjustment_changed_cb (DpArticleText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  g_signal_group_set_target (self->scrolling, adjustment);
}

/* The column stands in the middle; a narrow view gives it what is left beside the bars. */
static void
place_column (DpArticleText *self,
              int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int column = MAX (MIN (self->column, width - DP_MARGIN_LEAST_WIDTH - LEAST_END_MARGIN), LEAST_COLUMN);
  int start = MAX ((width - column) / 2, DP_MARGIN_LEAST_WIDTH);
  int end = MAX (width - column - start, 0);
  int left = is_rtl ? end : start;
  int right = is_rtl ? start : end;

  if (gtk_text_view_get_left_margin (view) != left || gtk_text_view_get_right_margin (view) != right)
    {
      gtk_text_view_set_left_margin (view, left);
      gtk_text_view_set_right_margin (view, right);
      if (self->margin != NULL)
        dp_margin_invalidate (self->margin);
    }
  make_room_for_header (self, column);
}

static void
dp_article_text_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  DpArticleText *self = DP_ARTICLE_TEXT (widget);

  self->is_allocating = TRUE;
  self->has_scrolled = FALSE;
  place_column (self, width);
  GTK_WIDGET_CLASS (dp_article_text_parent_class)->size_allocate (widget, width, height, baseline);
  /* The text found other heights for its lines, and with them another place. */
  if (self->has_scrolled)
    GTK_WIDGET_CLASS (dp_article_text_parent_class)->size_allocate (widget, width, height, baseline);
  allocate_header (self);
  self->is_allocating = FALSE;
}

/* The margins follow the width, so that they cannot be part of what is asked for. */
static void
dp_article_text_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  DpArticleText *self = DP_ARTICLE_TEXT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = DP_MARGIN_LEAST_WIDTH + LEAST_COLUMN + LEAST_END_MARGIN;
      *natural = DP_MARGIN_LEAST_WIDTH + MAX (self->column, LEAST_COLUMN) + LEAST_END_MARGIN;
    }
  else
    {
      *minimum = *natural = 0;
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
dp_article_text_css_changed (GtkWidget *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dp_article_text_parent_class)->css_changed (widget, change);

  update_font (DP_ARTICLE_TEXT (widget));
  gtk_widget_queue_resize (widget);
}

static void
dp_article_text_direction_changed (GtkWidget *widget,
                                   GtkTextDirection before)
{
  DpArticleText *self = DP_ARTICLE_TEXT (widget);

  GTK_WIDGET_CLASS (dp_article_text_parent_class)->direction_changed (widget, before);

  dp_article_style_set_direction (self->style, gtk_widget_get_direction (widget));
  gtk_widget_queue_resize (widget);
}

static void
dp_article_text_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  DpArticleText *self = DP_ARTICLE_TEXT (widget);

  GTK_WIDGET_CLASS (dp_article_text_parent_class)->snapshot (widget, snapshot);

  if (self->header != NULL && get_scrolled (self) <= self->header_bottom)
    gtk_widget_snapshot_child (widget, self->header, snapshot);
}

static cairo_t *
begin_shape (DpArticleText *self,
             GArray *rows,
             GtkSnapshot *snapshot)
{
  GdkRectangle box = dp_span_shape_get_bounds (rows);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) box.x - 8, (float) box.y - 8, (float) box.width + 16, (float) box.height + 16);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  dp_span_shape_trace (rows, cr);
  return cr;
}

static GArray *
list_visible_rows (DpArticleText *self,
                   DpSpan span)
{
  span = dp_span_shape_clip (GTK_TEXT_VIEW (self), span);
  return dp_span_shape_list_rows (GTK_TEXT_VIEW (self), span);
}

static GdkRGBA
get_accent (DpArticleText *self)
{
  GdkRGBA accent;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &accent))
    accent = *dp_palette_get_ink (self->is_dark);
  return accent;
}

static void
fill_mark (DpArticleText *self,
           DpMark mark,
           GtkSnapshot *snapshot)
{
  static const float alphas[] = { 0.07f, 0.28f, 0.10f };
  GdkRGBA colour = mark == DP_MARK_HOVER ? *dp_palette_get_ink (self->is_dark) : get_accent (self);
  g_autoptr (GArray) rows = NULL;
  cairo_t *cr;

  if (is_empty (self->marks[mark]))
    return;
  rows = list_visible_rows (self, self->marks[mark]);
  if (rows->len == 0)
    return;

  colour.alpha = alphas[mark];
  cr = begin_shape (self, rows, snapshot);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* The places found that are in view. */
static void
fill_found (DpArticleText *self,
            GtkSnapshot *snapshot)
{
  DpSpan visible = dp_span_shape_clip (GTK_TEXT_VIEW (self), (DpSpan){ 0, G_MAXUINT });
  GdkRGBA colour = get_accent (self);
  guint low = 0;
  guint high = self->found->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->found, DpSpan, middle).end > visible.start)
        high = middle;
      else
        low = middle + 1;
    }
  colour.alpha = 0.18f;
  for (; low < self->found->len && g_array_index (self->found, DpSpan, low).start < visible.end; low++)
    {
      g_autoptr (GArray) rows = dp_span_shape_list_rows (GTK_TEXT_VIEW (self), g_array_index (self->found, DpSpan, low));

      for (guint i = 0; i < rows->len; i++)
        {
          const GdkRectangle *row = &g_array_index (rows, GdkRectangle, i);
          graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) row->x, (float) row->y, (float) row->width, (float) row->height);

          gtk_snapshot_append_color (snapshot, &colour, &bounds);
        }
    }
}

static void
stroke_mark (DpArticleText *self,
             DpMark mark,
             GtkSnapshot *snapshot)
{
  static const double widths[] = { 1, 1.5, 2 };
  static const float alphas[] = { 0.22f, 1, 1 };
  GdkRGBA colour = mark == DP_MARK_HOVER ? *dp_palette_get_ink (self->is_dark) : get_accent (self);
  g_autoptr (GArray) rows = NULL;
  cairo_t *cr;

  if (is_empty (self->marks[mark]))
    return;
  rows = list_visible_rows (self, self->marks[mark]);
  if (rows->len == 0)
    return;

  colour.alpha = alphas[mark];
  cr = begin_shape (self, rows, snapshot);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, widths[mark]);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
dp_article_text_snapshot_layer (GtkTextView *view,
                                GtkTextViewLayer layer,
                                GtkSnapshot *snapshot)
{
  DpArticleText *self = DP_ARTICLE_TEXT (view);

  if (self->article == NULL || self->margin == NULL)
    return;

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      dp_article_style_snapshot (self->style, view, self->article, snapshot);
      dp_margin_snapshot (self->margin, snapshot);
      dp_highlight_painter_snapshot (self->painter, view, snapshot);
      if (self->found->len > 0)
        fill_found (self, snapshot);
      for (guint mark = 0; mark < G_N_ELEMENTS (self->marks); mark++)
        fill_mark (self, mark, snapshot);
    }
  else if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    {
      for (guint mark = 0; mark < G_N_ELEMENTS (self->marks); mark++)
        stroke_mark (self, mark, snapshot);
    }
}

static void
dark_changed_cb (DpArticleText *self)
{
  self->is_dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
  dp_highlight_painter_set_dark (self->painter, self->is_dark);
  dp_article_links_update_colour (self->links);
  if (self->margin != NULL)
    dp_margin_set_dark (self->margin, self->is_dark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
passages_changed_cb (DpArticleText *self)
{
  self->is_painted = FALSE;
}

void
dp_article_text_set_passages (DpArticleText *self,
                              DpPlacedHighlights *passages)
{
  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));
  g_return_if_fail (DP_IS_PLACED_HIGHLIGHTS (passages));
  g_return_if_fail (self->passages == NULL);

  self->passages = g_object_ref (passages);
  g_signal_connect_object (passages, "changed", G_CALLBACK (passages_changed_cb), self, G_CONNECT_SWAPPED);
  self->margin = dp_margin_new (GTK_TEXT_VIEW (self), passages);
  dp_margin_set_dark (self->margin, self->is_dark);
}

static GtkTextDirection
get_direction (DpArticle *article)
{
  DpDirection direction = dp_text_get_direction (dp_article_get_text (article), -1);

  if (direction == DP_DIRECTION_NEUTRAL)
    direction = dp_language_get_direction (dp_article_get_language (article));
  return direction == DP_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

static void
paint_buffer (DpArticleText *self,
              GtkTextBuffer *buffer)
{
  dp_highlight_painter_paint (self->painter,
                              buffer,
                              dp_segments_compute (dp_placed_highlights_get_all (self->passages), self->selected));
  self->is_painted = TRUE;
}

/* All of it is done before the view sees the buffer: its lines are laid out once. */
void
dp_article_text_set_article (DpArticleText *self,
                             DpArticle *article)
{
  g_autoptr (GtkTextBuffer) buffer = NULL;

  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));
  g_return_if_fail (article == NULL || DP_IS_ARTICLE (article));
  g_return_if_fail (self->passages != NULL);

  memset (self->marks, 0, sizeof self->marks);
  self->n_cut = 0;
  g_array_set_size (self->found, 0);
  g_set_object (&self->article, article);
  buffer = gtk_text_buffer_new (self->tags);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  if (article != NULL)
    {
      GtkTextIter start;

      gtk_widget_set_direction (GTK_WIDGET (self), get_direction (article));
      gtk_text_buffer_set_text (buffer, dp_article_get_text (article), -1);
      dp_article_languages_apply (buffer, article);
      dp_article_style_apply (self->style, buffer, article);
      self->n_cut = dp_article_limits_apply (buffer, article);
      update_tables (self, buffer);
      paint_buffer (self, buffer);
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
    }
  dp_article_links_set_article (self->links, buffer, article);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
  dp_margin_invalidate (self->margin);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
dp_article_text_get_n_cut (DpArticleText *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), 0);

  return self->n_cut;
}

DpArticle *
dp_article_text_get_article (DpArticleText *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), NULL);

  return self->article;
}

void
dp_article_text_update_language (DpArticleText *self)
{
  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));

  if (self->article != NULL)
    dp_article_languages_apply (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), self->article);
}

void
dp_article_text_set_column (DpArticleText *self,
                            int chars,
                            double size)
{
  g_autofree char *css = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));

  self->chars = CLAMP (chars, 20, 200);
  css = g_strdup_printf ("textview.article { font-size: %sem; }",
                         g_ascii_formatd (number, sizeof number, "%.3f", CLAMP (size, 0.5, 4)));
  gtk_css_provider_load_from_data (self->size_css, css, -1);
  update_font (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
dp_article_text_set_header (DpArticleText *self,
                            GtkWidget *header)
{
  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));
  g_return_if_fail (header == NULL || GTK_IS_WIDGET (header));

  g_clear_pointer (&self->header, gtk_widget_unparent);
  self->header = header;
  if (header != NULL)
    gtk_widget_set_parent (header, GTK_WIDGET (self));
}

void
dp_article_text_paint (DpArticleText *self)
{
  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));

  if (self->article == NULL || self->is_painted)
    return;
  paint_buffer (self, gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dp_article_text_set_selected (DpArticleText *self,
                              DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));

  if (g_set_object (&self->selected, highlight))
    {
      dp_margin_set_selected (self->margin, highlight);
      self->is_painted = FALSE;
      dp_article_text_paint (self);
    }
}

void
dp_article_text_set_pointed (DpArticleText *self,
                             DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));

  if (dp_margin_set_pointed (self->margin, highlight))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dp_article_text_set_mark (DpArticleText *self,
                          DpMark mark,
                          DpSpan span)
{
  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));
  g_return_if_fail (mark < G_N_ELEMENTS (self->marks));

  if (is_empty (span))
    span = (DpSpan){ 0, 0 };
  if (self->marks[mark].start == span.start && self->marks[mark].end == span.end)
    return;
  self->marks[mark] = span;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dp_article_text_set_found (DpArticleText *self,
                           GArray *spans)
{
  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));

  g_array_set_size (self->found, 0);
  if (spans != NULL && spans->len > 0)
    g_array_append_vals (self->found, spans->data, spans->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

DpSpan
dp_article_text_get_mark (DpArticleText *self,
                          DpMark mark)
{
  DpSpan none = { 0, 0 };

  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), none);
  g_return_val_if_fail (mark < G_N_ELEMENTS (self->marks), none);

  return self->marks[mark];
}

static void
to_buffer (DpArticleText *self,
           double x,
           double y,
           int *buffer_x,
           int *buffer_y)
{
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, buffer_x, buffer_y);
}

gboolean
dp_article_text_get_offset_at (DpArticleText *self,
                               double x,
                               double y,
                               guint *offset)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;
  gboolean is_over;

  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), FALSE);

  to_buffer (self, x, y, &buffer_x, &buffer_y);
  is_over = gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y);
  *offset = (guint) gtk_text_iter_get_offset (&iter);
  return is_over;
}

guint
dp_article_text_get_gap_at (DpArticleText *self,
                            double x,
                            double y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y, trailing;

  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), 0);

  to_buffer (self, x, y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (GTK_TEXT_VIEW (self), &iter, &trailing, buffer_x, buffer_y);
  return (guint) (gtk_text_iter_get_offset (&iter) + trailing);
}

DpSpan
dp_article_text_get_word_at (DpArticleText *self,
                             guint offset)
{
  DpSpan none = { 0, 0 };
  GtkTextIter start, end;

  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), none);

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, (int) offset);
  if (!gtk_text_iter_inside_word (&start))
    return none;
  end = start;
  if (!gtk_text_iter_starts_word (&start))
    gtk_text_iter_backward_word_start (&start);
  gtk_text_iter_forward_word_end (&end);
  return (DpSpan){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}

DpSpan
dp_article_text_get_block_at (DpArticleText *self,
                              guint offset)
{
  DpSpan none = { 0, 0 };
  GArray *spans;

  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), none);

  if (self->article == NULL)
    return none;
  spans = dp_article_get_block_spans (self->article);
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, DpSpan, i).end > offset)
      return g_array_index (spans, DpSpan, i).start <= offset ? g_array_index (spans, DpSpan, i) : none;
  return none;
}

DpHighlight *
dp_article_text_get_bar_at (DpArticleText *self,
                            double x,
                            double y)
{
  int buffer_x, buffer_y;

  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), NULL);

  to_buffer (self, x, y, &buffer_x, &buffer_y);
  return dp_margin_pick (self->margin, buffer_x, buffer_y);
}

DpSpan
dp_article_text_get_visible_span (DpArticleText *self)
{
  DpSpan all = { 0, G_MAXUINT };

  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), all);

  return dp_span_shape_clip (GTK_TEXT_VIEW (self), all);
}

GdkRectangle
dp_article_text_get_box (DpArticleText *self,
                         DpSpan span)
{
  GdkRectangle box = { 0, 0, 0, 0 };
  GdkRectangle visible;
  g_autoptr (GArray) rows = NULL;

  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), box);

  rows = list_visible_rows (self, span);
  box = dp_span_shape_get_bounds (rows);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (rows->len == 0 || !gdk_rectangle_intersect (&box, &visible, &box))
    return (GdkRectangle){ 0, 0, 0, 0 };
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, box.x, box.y, &box.x, &box.y);
  return box;
}

void
dp_article_text_scroll_to (DpArticleText *self,
                           DpSpan span)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  g_return_if_fail (DP_IS_ARTICLE_TEXT (self));

  /* Through marks, because the view may have to lay out what lies between first. */
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) MAX (span.end, span.start + 1) - 1);
  if (gtk_text_buffer_get_mark (buffer, "reveal-end") == NULL)
    {
      gtk_text_buffer_create_mark (buffer, "reveal-end", &iter, FALSE);
      gtk_text_buffer_create_mark (buffer, "reveal-start", &iter, FALSE);
    }
  gtk_text_buffer_move_mark_by_name (buffer, "reveal-end", &iter);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_mark (buffer, "reveal-end"), 0.08, FALSE, 0, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) span.start);
  gtk_text_buffer_move_mark_by_name (buffer, "reveal-start", &iter);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_mark (buffer, "reveal-start"), 0.08, FALSE, 0, 0);
}

guint
dp_article_text_get_n_lanes (DpArticleText *self)
{
  g_return_val_if_fail (DP_IS_ARTICLE_TEXT (self), 0);

  return self->margin != NULL ? dp_margin_get_n_lanes (self->margin) : 0;
}

static void
dp_article_text_dispose (GObject *object)
{
  DpArticleText *self = DP_ARTICLE_TEXT (object);

  g_clear_pointer (&self->links, dp_article_links_free);
  g_clear_object (&self->article);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->margin, dp_margin_free);
  g_clear_object (&self->passages);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_object (&self->scrolling);

  G_OBJECT_CLASS (dp_article_text_parent_class)->dispose (object);
}

static void
dp_article_text_finalize (GObject *object)
{
  DpArticleText *self = DP_ARTICLE_TEXT (object);

  g_clear_pointer (&self->painter, dp_highlight_painter_free);
  g_clear_pointer (&self->style, dp_article_style_free);
  g_clear_pointer (&self->tables, dp_article_tables_free);
  g_array_unref (self->found);
  g_clear_object (&self->size_css);
  g_clear_object (&self->tags);

  G_OBJECT_CLASS (dp_article_text_parent_class)->finalize (object);
}

static void
dp_article_text_class_init (DpArticleTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = dp_article_text_dispose;
  object_class->finalize = dp_article_text_finalize;
  widget_class->size_allocate = dp_article_text_size_allocate;
  widget_class->measure = dp_article_text_measure;
  widget_class->snapshot = dp_article_text_snapshot;
  widget_class->css_changed = dp_article_text_css_changed;
  widget_class->direction_changed = dp_article_text_direction_changed;
  view_class->snapshot_layer = dp_article_text_snapshot_layer;

  dp_article_links_install (widget_class);
}

static void
dp_article_text_init (DpArticleText *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->chars = 68;
  self->found = g_array_new (FALSE, FALSE, sizeof (DpSpan));
  self->tags = gtk_text_tag_table_new ();
  self->links = dp_article_links_new (self, self->tags);
  self->style = dp_article_style_new (self->tags);
  self->tables = dp_article_tables_new (self->tags);
  self->painter = dp_highlight_painter_new (self->tags);
  self->size_css = gtk_css_provider_new ();

  self->scrolling = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->scrolling, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (vadjustment_changed_cb), NULL);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);

  dp_palette_install (gtk_widget_get_display (widget));
  gtk_widget_add_css_class (widget, "article");
  gtk_style_context_add_provider (gtk_widget_get_style_context (widget), GTK_STYLE_PROVIDER (self->size_css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, BOTTOM_MARGIN);

  g_signal_connect_object (adw_style_manager_get_for_display (gtk_widget_get_display (widget)),
                           "notify::dark",
                           G_CALLBACK (dark_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  dark_changed_cb (self);
}
