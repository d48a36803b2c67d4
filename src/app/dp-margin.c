/* dp-margin.c: the bars beside the article, one for each narrative of each highlight
 *
 * Only what is in view is looked at. The place of a passage within its paragraph is remembered until
 * lines move, and so is its lane, so that bars do not jump while scrolling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-margin.h"

#include <math.h>

#include "app/dp-palette.h"

#define GAP 12         /* between text and bars */
#define LANE_WIDTH 9   /* a bar and the space beside it */
#define LEAST_HEIGHT 9 /* of a bar that gives way to its neighbour */
#define MOST_LANES 64
#define MOST_BARS 400 /* in one view; more could not be told apart anyway */
#define LEAST_NAME_WIDTH 110
#define MOST_NAME_WIDTH 220

/* One passage as it stands in the view. */
typedef struct
{
  DpPlacedHighlight *passage; /* borrowed: of the current passages */
  int top;
  int bottom;
  int lane; /* the first of n_lanes */
  int n_lanes;
  gboolean begins_here;
} DpBar;

struct _DpMargin
{
  GtkTextView *view;            /* (unowned) */
  DpPlacedHighlights *passages; /* (owned) */
  GArray *bars;                 /* (owned) (element-type DpBar): as last drawn */
  GHashTable *initials;         /* (owned): text to PangoLayout */
  guint layout;                 /* changes when lines move; never 0 */
  gboolean is_dark;
  gpointer selected;
  gpointer pointed;
};

/* The bars borrow the passages that they were drawn for. */
static void
passages_changed_cb (DpPlacedHighlights *passages,
                     DpMargin *self)
{
  g_array_set_size (self->bars, 0);
}

DpMargin *
dp_margin_new (GtkTextView *view,
               DpPlacedHighlights *passages)
{
  DpMargin *self = g_new0 (DpMargin, 1);

  self->view = view;
  self->passages = g_object_ref (passages);
  self->bars = g_array_new (FALSE, FALSE, sizeof (DpBar));
  self->initials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->layout = 1;
  g_signal_connect (passages, "changed", G_CALLBACK (passages_changed_cb), self);
  return self;
}

void
dp_margin_free (DpMargin *self)
{
  g_signal_handlers_disconnect_by_data (self->passages, self);
  g_hash_table_unref (self->initials);
  g_array_unref (self->bars);
  g_object_unref (self->passages);
  g_free (self);
}

void
dp_margin_invalidate (DpMargin *self)
{
  self->layout = MAX (self->layout + 1, 1);
  g_hash_table_remove_all (self->initials);
}

void
dp_margin_set_dark (DpMargin *self,
                    gboolean is_dark)
{
  self->is_dark = is_dark;
}

gboolean
dp_margin_set_selected (DpMargin *self,
                        DpHighlight *highlight)
{
  if (self->selected == highlight)
    return FALSE;
  self->selected = highlight;
  return TRUE;
}

gboolean
dp_margin_set_pointed (DpMargin *self,
                       DpHighlight *highlight)
{
  if (self->pointed == highlight)
    return FALSE;
  self->pointed = highlight;
  return TRUE;
}

static gboolean
is_rtl (DpMargin *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self->view)) == GTK_TEXT_DIR_RTL;
}

/* Where the text begins, seen from the margin. */
static int
get_edge (DpMargin *self)
{
  if (is_rtl (self))
    return gtk_widget_get_width (GTK_WIDGET (self->view)) - gtk_text_view_get_right_margin (self->view);
  return gtk_text_view_get_left_margin (self->view);
}

static int
get_room (DpMargin *self)
{
  return is_rtl (self) ? gtk_text_view_get_right_margin (self->view)
                       : gtk_text_view_get_left_margin (self->view);
}

/* The left side of something of @width that begins @distance away from the text. */
static double
get_x (DpMargin *self,
       double distance,
       double width)
{
  return is_rtl (self) ? get_edge (self) + distance : get_edge (self) - distance - width;
}

static void
get_iter (DpMargin *self,
          guint offset,
          GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), iter, (int) offset);
}

static int
get_paragraph_top (DpMargin *self,
                   const GtkTextIter *iter)
{
  int top;

  gtk_text_view_get_line_yrange (self->view, iter, &top, NULL);
  return top;
}

/* Finding the row of a character lays its paragraph out, which is for those in view only. */
static void
measure (DpMargin *self,
         DpPlacedHighlight *passage,
         const GtkTextIter *start,
         const GtkTextIter *last)
{
  GdkRectangle box;

  if (passage->layout == self->layout)
    return;

  gtk_text_view_get_iter_location (self->view, start, &box);
  passage->top = box.y - get_paragraph_top (self, start);
  gtk_text_view_get_iter_location (self->view, last, &box);
  passage->bottom = box.y + box.height - get_paragraph_top (self, last);
  passage->layout = self->layout;
  passage->lane = -1;
}

static DpBar
make_bar (DpMargin *self,
          DpPlacedHighlight *passage,
          const GdkRectangle *visible)
{
  DpBar bar = { passage, 0, 0, 0, 0, TRUE };
  GtkTextIter start, last;
  int first_top, first_height, last_top;
  gboolean is_above, is_below;

  get_iter (self, passage->start, &start);
  get_iter (self, passage->end - 1, &last);
  gtk_text_view_get_line_yrange (self->view, &start, &first_top, &first_height);
  last_top = get_paragraph_top (self, &last);
  is_above = first_top + first_height < visible->y;
  is_below = last_top > visible->y + visible->height;

  if (!is_above && !is_below)
    {
      measure (self, passage, &start, &last);
      bar.top = first_top + passage->top;
      bar.bottom = last_top + passage->bottom;
    }
  else
    {
      GdkRectangle box;

      /* Far away it does not matter to a row; but what is seen of its other end does. */
      bar.top = first_top;
      bar.bottom = last_top + 1;
      if (!is_above)
        {
          gtk_text_view_get_iter_location (self->view, &start, &box);
          bar.top = box.y;
        }
      if (!is_below)
        {
          gtk_text_view_get_iter_location (self->view, &last, &box);
          bar.bottom = box.y + box.height;
        }
      bar.bottom = MAX (bar.bottom, is_below ? visible->y + visible->height + 1 : bar.bottom);
    }
  bar.n_lanes = (int) dp_placed_highlight_get_n_colours (passage);
  bar.begins_here = !is_above;
  return bar;
}

/* Whether @bar can follow @before in one lane, both giving way where one ends and the next begins in
 * the same row. */
static gboolean
can_follow (const DpBar *before,
            const DpBar *bar)
{
  int shared = before->bottom - bar->top;

  if (shared <= 0)
    return TRUE;
  return bar->passage->start >= before->passage->end &&
         before->bottom - before->top - shared / 2 >= LEAST_HEIGHT &&
         bar->bottom - bar->top - shared / 2 >= LEAST_HEIGHT;
}

static gboolean
fits (DpMargin *self,
      const int *last_in_lane,
      const DpBar *bar,
      int lane)
{
  if (lane + bar->n_lanes > MOST_LANES)
    return FALSE;
  for (int i = lane; i < lane + bar->n_lanes; i++)
    if (last_in_lane[i] >= 0 && !can_follow (&g_array_index (self->bars, DpBar, last_in_lane[i]), bar))
      return FALSE;
  return TRUE;
}

static void
give_way (DpBar *before,
          DpBar *bar)
{
  int shared = before->bottom - bar->top;

  if (shared <= 0 || bar->passage->start < before->passage->end)
    return;
  before->bottom -= (shared + 1) / 2 + 1;
  bar->top += shared / 2 + 1;
}

static void
place (DpMargin *self,
       int *last_in_lane,
       DpBar bar)
{
  int lane = bar.passage->layout == self->layout ? bar.passage->lane : -1;

  if (lane < 0 || !fits (self, last_in_lane, &bar, lane))
    for (lane = 0; lane < MOST_LANES && !fits (self, last_in_lane, &bar, lane);)
      lane++;
  if (lane == MOST_LANES)
    return;

  bar.lane = lane;
  bar.passage->lane = lane;
  for (int i = lane; i < lane + bar.n_lanes; i++)
    if (last_in_lane[i] >= 0 && (i == lane || last_in_lane[i] != last_in_lane[i - 1]))
      give_way (&g_array_index (self->bars, DpBar, last_in_lane[i]), &bar);
  g_array_append_val (self->bars, bar);
  for (int i = lane; i < lane + bar.n_lanes; i++)
    last_in_lane[i] = (int) self->bars->len - 1;
}

static void
collect_bars (DpMargin *self,
              const GdkRectangle *visible)
{
  GPtrArray *all = dp_placed_highlights_get_all (self->passages);
  int last_in_lane[MOST_LANES];
  GtkTextIter top, bottom;
  guint from, until;

  for (guint i = 0; i < MOST_LANES; i++)
    last_in_lane[i] = -1;
  g_array_set_size (self->bars, 0);

  gtk_text_view_get_line_at_y (self->view, &top, visible->y, NULL);
  gtk_text_view_get_line_at_y (self->view, &bottom, visible->y + visible->height, NULL);
  gtk_text_iter_forward_to_line_end (&bottom);
  from = (guint) gtk_text_iter_get_offset (&top);
  until = (guint) gtk_text_iter_get_offset (&bottom);

  for (guint i = dp_placed_highlights_first_reaching (self->passages, from); i < all->len && self->bars->len < MOST_BARS; i++)
    {
      DpPlacedHighlight *passage = g_ptr_array_index (all, i);

      if (passage->start > until)
        break;
      if (passage->end > from)
        place (self, last_in_lane, make_bar (self, passage, visible));
    }
}

static double
get_lane_distance (int lane)
{
  return GAP + lane * LANE_WIDTH;
}

static void
draw_emphasis (DpMargin *self,
               const DpBar *bar,
               cairo_t *cr)
{
  double width = bar->n_lanes * LANE_WIDTH + 1;
  double x = get_x (self, get_lane_distance (bar->lane) - 2, width);
  double radius = 4;
  double top = bar->top - 2;
  double bottom = bar->bottom + 2;

  gdk_cairo_set_source_rgba (cr, dp_palette_get (dp_placed_highlight_get_colour (bar->passage, 0), DP_SHADE_STRONG, self->is_dark));
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, top + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, top + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static gboolean
is_emphasised (DpMargin *self,
               const DpBar *bar)
{
  return bar->passage->highlight == self->selected || bar->passage->highlight == self->pointed;
}

static void
draw_bars (DpMargin *self,
           const GdkRectangle *visible,
           cairo_t *cr)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const DpBar *bar = &g_array_index (self->bars, DpBar, i);

      if (is_emphasised (self, bar))
        draw_emphasis (self, bar, cr);
      for (int n = 0; n < bar->n_lanes; n++)
        dp_palette_draw_bar (cr,
                             dp_placed_highlight_get_colour (bar->passage, (guint) n),
                             self->is_dark,
                             get_x (self, get_lane_distance (bar->lane + n), DP_BAR_WIDTH),
                             bar->top,
                             bar->bottom - bar->top,
                             visible->y,
                             visible->y + visible->height);
    }
}

/* How far away from the text the first place is that is free of bars between @top and @bottom. */
static double
get_free_distance (DpMargin *self,
                   int top,
                   int bottom)
{
  int lanes = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const DpBar *bar = &g_array_index (self->bars, DpBar, i);

      if (bar->top < bottom && bar->bottom > top)
        lanes = MAX (lanes, bar->lane + bar->n_lanes);
    }
  return get_lane_distance (lanes) + 1;
}

static PangoLayout *
create_layout (DpMargin *self,
               const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_family_new ("sans"));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.72));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);
  /* Towards the bars, whichever the direction of the words is. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, is_rtl (self) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  return layout;
}

static PangoLayout *
get_initials (DpMargin *self,
              const DpPlacedHighlight *passage)
{
  GString *text = g_string_new (NULL);
  PangoLayout *layout;

  for (guint i = 0; i < passage->narratives->len; i++)
    {
      g_autofree char *initials = dp_narrative_dup_initials (g_ptr_array_index (passage->narratives, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", initials);
    }
  layout = g_hash_table_lookup (self->initials, text->str);
  if (layout == NULL)
    {
      layout = create_layout (self, text->str);
      g_hash_table_insert (self->initials, g_strdup (text->str), layout);
    }
  g_string_free (text, TRUE);
  return layout;
}

/* (transfer full): the narratives' names, to be shown beside a bar that is pointed at */
static PangoLayout *
create_names (DpMargin *self,
              const DpPlacedHighlight *passage,
              double width)
{
  GString *text = g_string_new (NULL);
  PangoLayout *layout;

  for (guint i = 0; i < passage->narratives->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", dp_narrative_get_label (g_ptr_array_index (passage->narratives, i)));
  layout = create_layout (self, text->str);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  g_string_free (text, TRUE);
  return layout;
}

/* What names one bar: at its top, or at the top of the view while it lasts. @free_top is where the
 * name of the one before ends. */
static int
draw_name (DpMargin *self,
           const DpBar *bar,
           const GdkRectangle *visible,
           int free_top,
           cairo_t *cr)
{
  int top = MAX (MAX (bar->top, visible->y + 4), free_top);
  double room = get_room (self) - get_free_distance (self, top, top + 16) - 8;
  g_autoptr (PangoLayout) layout = NULL;
  int width, height;

  if (bar->passage->narratives->len == 0)
    return free_top;
  if (is_emphasised (self, bar) && room >= LEAST_NAME_WIDTH)
    layout = create_names (self, bar->passage, MIN (room, MOST_NAME_WIDTH));
  else
    layout = g_object_ref (get_initials (self, bar->passage));

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_get_width (layout) >= 0)
    width = pango_layout_get_width (layout) / PANGO_SCALE;
  if (width > room + 8 || top + MIN (height, 12) > MAX (bar->bottom, bar->top + 14))
    return free_top;

  gdk_cairo_set_source_rgba (cr, dp_palette_get_ink (self->is_dark));
  cairo_move_to (cr, get_x (self, get_free_distance (self, top, top + height), width), top);
  pango_cairo_show_layout (cr, layout);
  return top + height + 1;
}

static void
draw_names (DpMargin *self,
            const GdkRectangle *visible,
            cairo_t *cr)
{
  int free_top = G_MININT;

  for (guint i = 0; i < self->bars->len; i++)
    free_top = draw_name (self, &g_array_index (self->bars, DpBar, i), visible, free_top, cr);
}

void
dp_margin_snapshot (DpMargin *self,
                    GtkSnapshot *snapshot)
{
  GdkRectangle visible;
  graphene_rect_t bounds;
  cairo_t *cr;
  int room = get_room (self);

  gtk_text_view_get_visible_rect (self->view, &visible);
  collect_bars (self, &visible);
  if (self->bars->len == 0)
    return;

  graphene_rect_init (&bounds, (float) get_x (self, 0, room), visible.y - 4, room, visible.height + 8);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_bars (self, &visible, cr);
  draw_names (self, &visible, cr);
  cairo_destroy (cr);
}

DpHighlight *
dp_margin_pick (DpMargin *self,
                int x,
                int y)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const DpBar *bar = &g_array_index (self->bars, DpBar, i);
      double width = bar->n_lanes * LANE_WIDTH;
      double left = get_x (self, get_lane_distance (bar->lane) - 1.5, width);

      if (x >= left && x < left + width && y >= bar->top && y < bar->bottom)
        return bar->passage->highlight;
    }
  return NULL;
}

guint
dp_margin_get_n_lanes (DpMargin *self)
{
  int lanes = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const DpBar *bar = &g_array_index (self->bars, DpBar, i);

      lanes = MAX (lanes, bar->lane + bar->n_lanes);
    }
  return (guint) lanes;
}
