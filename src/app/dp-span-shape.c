/* dp-span-shape.c: where a passage lies in a text view, as a shape to fill or to draw around
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-span-shape.h"

#include <math.h>

#define PADDING 3
#define RADIUS 5.0

/* Rows nearer to each other than this share of their height are lines of one paragraph. */
#define JOIN_SHARE 0.75

/* Characters of a paragraph of which only the lines in view are looked at. */
#define LONG_PARAGRAPH 3000

static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff) ||
         (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

static gboolean
is_left_to_right (gunichar c)
{
  return g_unichar_isalnum (c) && !is_right_to_left (c);
}

/* Whether characters at the ends of a row may stand in the middle of it on the screen. */
static gboolean
is_mixed (const GtkTextIter *start,
          const GtkTextIter *end)
{
  gboolean has_rtl = FALSE;
  gboolean has_ltr = FALSE;

  for (GtkTextIter iter = *start; gtk_text_iter_compare (&iter, end) < 0 && !(has_rtl && has_ltr);
       gtk_text_iter_forward_char (&iter))
    {
      gunichar c = gtk_text_iter_get_char (&iter);

      has_rtl = has_rtl || is_right_to_left (c);
      has_ltr = has_ltr || is_left_to_right (c);
    }
  return has_rtl && has_ltr;
}

static void
add_character (GtkTextView *view,
               const GtkTextIter *iter,
               GdkRectangle *row)
{
  GdkRectangle box;

  gtk_text_view_get_iter_location (view, iter, &box);
  if (box.width < 0)
    {
      box.x += box.width;
      box.width = -box.width;
    }
  if (row->height == 0)
    *row = box;
  else
    gdk_rectangle_union (row, &box, row);
}

/* The last character of the row is in; spaces before it are not needed, they cannot be at its end. */
static GdkRectangle
get_row (GtkTextView *view,
         const GtkTextIter *start,
         const GtkTextIter *end)
{
  GdkRectangle row = { 0, 0, 0, 0 };
  GtkTextIter last = *end;

  do
    gtk_text_iter_backward_char (&last);
  while (gtk_text_iter_compare (&last, start) > 0 && g_unichar_isspace (gtk_text_iter_get_char (&last)));

  if (is_mixed (start, &last))
    {
      for (GtkTextIter iter = *start; gtk_text_iter_compare (&iter, &last) < 0; gtk_text_iter_forward_char (&iter))
        add_character (view, &iter, &row);
    }
  else
    {
      add_character (view, start, &row);
    }
  add_character (view, &last, &row);
  return row;
}

GArray *
dp_span_shape_list_rows (GtkTextView *view,
                         DpSpan span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  GtkTextIter iter, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span.end);
  while (gtk_text_iter_compare (&iter, &end) < 0)
    {
      GtkTextIter next = iter;
      GdkRectangle row;

      if (!gtk_text_view_forward_display_line (view, &next) || gtk_text_iter_compare (&next, &end) > 0 ||
          gtk_text_iter_compare (&next, &iter) <= 0)
        next = end;
      row = get_row (view, &iter, &next);
      g_array_append_val (rows, row);
      iter = next;
    }
  return rows;
}

DpSpan
dp_span_shape_clip (GtkTextView *view,
                    DpSpan span)
{
  GdkRectangle visible;
  GtkTextIter top, bottom;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &top, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &bottom, visible.y + visible.height, NULL);
  /* A paragraph may be far longer than the view is high. */
  if (gtk_text_iter_get_chars_in_line (&top) > LONG_PARAGRAPH)
    {
      gtk_text_view_get_iter_at_location (view, &top, visible.x, visible.y);
      gtk_text_view_backward_display_line_start (view, &top);
      gtk_text_view_backward_display_line (view, &top);
    }
  if (gtk_text_iter_get_chars_in_line (&bottom) > LONG_PARAGRAPH)
    {
      gtk_text_view_get_iter_at_location (view, &bottom, visible.x, visible.y + visible.height);
      gtk_text_view_forward_display_line (view, &bottom);
      gtk_text_view_forward_display_line_end (view, &bottom);
    }
  else
    gtk_text_iter_forward_line (&bottom);
  if (gtk_text_iter_is_end (&bottom))
    return (DpSpan){ MAX (span.start, (guint) gtk_text_iter_get_offset (&top)), span.end };
  return (DpSpan){ MAX (span.start, (guint) gtk_text_iter_get_offset (&top)),
                   MIN (span.end, (guint) gtk_text_iter_get_offset (&bottom)) };
}

typedef struct
{
  double x, y;
} DpPoint;

static void
add_point (GArray *points,
           double x,
           double y)
{
  DpPoint point = { x, y };
  DpPoint *last = points->len > 0 ? &g_array_index (points, DpPoint, points->len - 1) : NULL;

  if (last == NULL || last->x != x || last->y != y)
    g_array_append_val (points, point);
}

static double
get_length (DpPoint a,
            DpPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

static DpPoint
get_between (DpPoint a,
             DpPoint b,
             double distance)
{
  double share = distance / get_length (a, b);

  return (DpPoint){ a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };
}

static void
trace_rounded (GArray *points,
               cairo_t *cr)
{
  guint n = points->len;

  if (n > 1)
    {
      DpPoint first = g_array_index (points, DpPoint, 0);
      DpPoint last = g_array_index (points, DpPoint, n - 1);

      if (first.x == last.x && first.y == last.y)
        n--;
    }
  if (n < 3)
    return;

  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    {
      DpPoint before = g_array_index (points, DpPoint, (i + n - 1) % n);
      DpPoint corner = g_array_index (points, DpPoint, i);
      DpPoint after = g_array_index (points, DpPoint, (i + 1) % n);
      double radius = MIN (RADIUS, MIN (get_length (before, corner), get_length (corner, after)) / 2);
      DpPoint from = get_between (corner, before, radius);
      DpPoint to = get_between (corner, after, radius);

      cairo_line_to (cr, from.x, from.y);
      cairo_curve_to (cr, corner.x, corner.y, corner.x, corner.y, to.x, to.y);
    }
  cairo_close_path (cr);
}

static gboolean
can_join (const GdkRectangle *upper,
          const GdkRectangle *lower)
{
  int gap = lower->y - (upper->y + upper->height);

  return gap <= JOIN_SHARE * MIN (upper->height, lower->height) &&
         lower->x < upper->x + upper->width && upper->x < lower->x + lower->width;
}

static const GdkRectangle *
get_nth (GArray *rows,
         guint n)
{
  return &g_array_index (rows, GdkRectangle, n);
}

/* Where row @n ends and the next one begins: half-way, within a run of joined rows. */
static double
get_bottom (GArray *rows,
            guint n,
            guint last)
{
  const GdkRectangle *row = get_nth (rows, n);

  if (n == last)
    return row->y + row->height + PADDING;
  return (row->y + row->height + get_nth (rows, n + 1)->y) / 2.0;
}

static void
trace_run (GArray *rows,
           guint first,
           guint last,
           cairo_t *cr)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (DpPoint));

  for (guint i = first; i <= last; i++)
    {
      const GdkRectangle *row = get_nth (rows, i);
      double top = i == first ? row->y - PADDING : get_bottom (rows, i - 1, last);

      add_point (points, row->x + row->width + PADDING, top);
      add_point (points, row->x + row->width + PADDING, get_bottom (rows, i, last));
    }
  for (guint i = last + 1; i-- > first;)
    {
      const GdkRectangle *row = get_nth (rows, i);
      double top = i == first ? row->y - PADDING : get_bottom (rows, i - 1, last);

      add_point (points, row->x - PADDING, get_bottom (rows, i, last));
      add_point (points, row->x - PADDING, top);
    }
  trace_rounded (points, cr);
}

void
dp_span_shape_trace (GArray *rows,
                     cairo_t *cr)
{
  guint first = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      if (i + 1 < rows->len && can_join (get_nth (rows, i), get_nth (rows, i + 1)))
        continue;
      trace_run (rows, first, i, cr);
      first = i + 1;
    }
}

GdkRectangle
dp_span_shape_get_bounds (GArray *rows)
{
  GdkRectangle bounds = { 0, 0, 0, 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      if (i == 0)
        bounds = *get_nth (rows, i);
      else
        gdk_rectangle_union (&bounds, get_nth (rows, i), &bounds);
    }
  return bounds;
}
