/* dp-highlight-painter.c: segments as tags of a text buffer
 *
 * No colour of an overline here: GTK 4.8 frees it twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-highlight-painter.h"

#include "app/dp-palette.h"
#include "app/dp-span-shape.h"

#define LINE_WIDTH 2.0

struct _DpHighlightPainter
{
  GtkTextTagTable *table; /* (owned) */
  GtkTextTag *tint[DP_PALETTE_N_COLOURS];
  GtkTextTag *selected[DP_PALETTE_N_COLOURS];
  GtkTextTag *under[DP_PALETTE_N_COLOURS];
  gpointer buffer;  /* (unowned): only compared */
  GArray *segments; /* (owned): what @buffer shows */
  gboolean is_dark;
};

static GtkTextTag *
add_tag (GtkTextTagTable *table,
         const char *kind,
         guint colour)
{
  g_autofree char *name = g_strdup_printf ("%s-%u", kind, colour);
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);

  gtk_text_tag_table_add (table, tag);
  return tag; /* kept by the table */
}

DpHighlightPainter *
dp_highlight_painter_new (GtkTextTagTable *tags)
{
  DpHighlightPainter *self = g_new0 (DpHighlightPainter, 1);

  self->table = g_object_ref (tags);
  self->segments = g_array_new (FALSE, FALSE, sizeof (DpSegment));
  for (guint i = 0; i < DP_PALETTE_N_COLOURS; i++)
    self->tint[i] = add_tag (tags, "tint", i);
  for (guint i = 0; i < DP_PALETTE_N_COLOURS; i++)
    self->selected[i] = add_tag (tags, "selected", i);
  for (guint i = 0; i < DP_PALETTE_N_COLOURS; i++)
    self->under[i] = add_tag (tags, "under", i);
  dp_highlight_painter_set_dark (self, FALSE);
  return self;
}

void
dp_highlight_painter_free (DpHighlightPainter *self)
{
  g_array_unref (self->segments);
  g_object_unref (self->table);
  g_free (self);
}

void
dp_highlight_painter_set_dark (DpHighlightPainter *self,
                               gboolean is_dark)
{
  self->is_dark = is_dark;
  for (guint i = 0; i < DP_PALETTE_N_COLOURS; i++)
    {
      const GdkRGBA *mark = dp_palette_get (i, DP_SHADE_MARK, is_dark);

      g_object_set (self->tint[i], "background-rgba", dp_palette_get (i, DP_SHADE_TINT, is_dark), NULL);
      g_object_set (self->selected[i], "background-rgba", dp_palette_get (i, DP_SHADE_STRONG, is_dark), NULL);
      g_object_set (self->under[i], "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", mark, NULL);
    }
}

typedef void (*DpTagFunc) (GtkTextBuffer *buffer,
                           GtkTextTag *tag,
                           const GtkTextIter *start,
                           const GtkTextIter *end);

static void
change_line (DpHighlightPainter *self,
             GtkTextBuffer *buffer,
             const DpSegment *segment,
             const GtkTextIter *start,
             const GtkTextIter *end,
             DpTagFunc change)
{
  change (buffer, segment->is_selected ? self->selected[segment->tint] : self->tint[segment->tint], start, end);
  if (segment->under != DP_SEGMENT_NONE)
    change (buffer, self->under[segment->under], start, end);
}

/* Line by line, without the line breaks: see dp-article-style.c. */
static void
change_segment (DpHighlightPainter *self,
                GtkTextBuffer *buffer,
                const DpSegment *segment,
                DpTagFunc change)
{
  GtkTextIter iter, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) segment->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) segment->end);
  while (gtk_text_iter_compare (&iter, &end) < 0)
    {
      GtkTextIter line_end = iter;

      if (!gtk_text_iter_ends_line (&line_end))
        gtk_text_iter_forward_to_line_end (&line_end);
      if (gtk_text_iter_compare (&line_end, &end) > 0)
        line_end = end;
      if (gtk_text_iter_compare (&iter, &line_end) < 0)
        change_line (self, buffer, segment, &iter, &line_end, change);
      if (!gtk_text_iter_forward_line (&iter))
        return;
    }
}

/* Changes those of @segments that are not among @others; both are in order. */
static void
change_different (DpHighlightPainter *self,
                  GtkTextBuffer *buffer,
                  GArray *segments,
                  GArray *others,
                  DpTagFunc change)
{
  guint j = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      const DpSegment *segment = &g_array_index (segments, DpSegment, i);

      while (j < others->len && g_array_index (others, DpSegment, j).start < segment->start)
        j++;
      if (j == others->len || !dp_segment_equal (segment, &g_array_index (others, DpSegment, j)))
        change_segment (self, buffer, segment, change);
    }
}

/* Segments do not overlap, so that taking away all that differ and then adding all that differ leaves
 * those alone that are equal: between a highlight here and the one that was selected far away there may
 * be thousands. */
void
dp_highlight_painter_paint (DpHighlightPainter *self,
                            GtkTextBuffer *buffer,
                            GArray *segments)
{
  if (self->buffer != buffer)
    g_array_set_size (self->segments, 0);
  self->buffer = buffer;

  change_different (self, buffer, self->segments, segments, gtk_text_buffer_remove_tag);
  change_different (self, buffer, segments, self->segments, gtk_text_buffer_apply_tag);
  g_array_unref (self->segments);
  self->segments = segments;
}

static void
draw_line (DpHighlightPainter *self,
           cairo_t *cr,
           GArray *rows,
           guint colour,
           double below,
           const double *dashes,
           int n_dashes)
{
  gdk_cairo_set_source_rgba (cr, dp_palette_get (colour, DP_SHADE_MARK, self->is_dark));
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_dash (cr, dashes, n_dashes, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const GdkRectangle *row = &g_array_index (rows, GdkRectangle, i);
      double y = row->y + row->height + below + LINE_WIDTH / 2;

      cairo_move_to (cr, row->x, y);
      cairo_line_to (cr, row->x + row->width, y);
    }
  cairo_stroke (cr);
}

static void
draw_lines (DpHighlightPainter *self,
            GtkTextView *view,
            const DpSegment *segment,
            DpSpan visible,
            GtkSnapshot *snapshot)
{
  static const double dashes[] = { 7, 4 };
  static const double dots[] = { 1.5, 3 };
  DpSpan span = { MAX (segment->start, visible.start), MIN (segment->end, visible.end) };
  g_autoptr (GArray) rows = dp_span_shape_list_rows (view, span);
  GdkRectangle box = dp_span_shape_get_bounds (rows);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height + 8);
  cairo_t *cr;

  if (rows->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_line (self, cr, rows, segment->third, 0, dashes, G_N_ELEMENTS (dashes));
  if (segment->has_more)
    draw_line (self, cr, rows, DP_PALETTE_NEUTRAL, LINE_WIDTH + 1, dots, G_N_ELEMENTS (dots));
  cairo_destroy (cr);
}

/* The first segment that ends behind @offset. */
static guint
find_segment (GArray *segments,
              guint offset)
{
  guint low = 0;
  guint high = segments->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (segments, DpSegment, middle).end > offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

void
dp_highlight_painter_snapshot (DpHighlightPainter *self,
                               GtkTextView *view,
                               GtkSnapshot *snapshot)
{
  DpSpan visible = dp_span_shape_clip (view, (DpSpan){ 0, G_MAXUINT });

  for (guint i = find_segment (self->segments, visible.start); i < self->segments->len; i++)
    {
      const DpSegment *segment = &g_array_index (self->segments, DpSegment, i);

      if (segment->start >= visible.end)
        break;
      if (segment->third != DP_SEGMENT_NONE)
        draw_lines (self, view, segment, visible, snapshot);
    }
}
