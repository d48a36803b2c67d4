/* dp-ranking-plot.c: the course of a country over the editions of an index, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-ranking-plot.h"

#include <math.h>

#define NATURAL_WIDTH 320
#define HEIGHT 112
#define GAP 6
#define RADIUS 3

typedef struct
{
  guint year;
  guint rank;
  gboolean is_own; /* of the edition that the card is about */
} Point;

struct _DpRankingPlot
{
  GtkWidget parent_instance;

  GArray *points; /* Point, oldest first */
};

G_DEFINE_FINAL_TYPE (DpRankingPlot, dp_ranking_plot, GTK_TYPE_WIDGET)

/* Where the drawing goes, and what its edges stand for. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  guint first_year;
  guint last_year;
  guint best;
  guint worst;
  gboolean is_mirrored;
} Frame;

static void
dp_ranking_plot_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = HEIGHT;
}

static void
find_range (DpRankingPlot *self,
            Frame *frame)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      frame->first_year = i == 0 ? point->year : MIN (frame->first_year, point->year);
      frame->last_year = MAX (frame->last_year, point->year);
      frame->best = i == 0 ? point->rank : MIN (frame->best, point->rank);
      frame->worst = MAX (frame->worst, point->rank);
    }
}

static double
get_x (const Frame *frame,
       guint year)
{
  double part = frame->last_year > frame->first_year ? (double) (year - frame->first_year) / (frame->last_year - frame->first_year) : 0.5;

  return frame->x + frame->width * (frame->is_mirrored ? 1 - part : part);
}

static double
get_y (const Frame *frame,
       guint rank)
{
  double part = frame->worst > frame->best ? (double) (rank - frame->best) / (frame->worst - frame->best) : 0.5;

  return frame->y + frame->height * part;
}

static PangoLayout *
make_label (DpRankingPlot *self,
            guint number,
            int *width,
            int *height)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_get_pixel_size (layout, width, height);

  return layout;
}

static void
draw_label (DpRankingPlot *self,
            GtkSnapshot *snapshot,
            const GdkRGBA *color,
            guint number,
            double x,
            double y,
            double x_align)
{
  int width, height;
  g_autoptr (PangoLayout) layout = make_label (self, number, &width, &height);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - width * x_align), (float) (y - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static Frame
make_frame (DpRankingPlot *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  Frame frame = { 0 };
  int label_width, label_height;
  g_autoptr (PangoLayout) label = NULL;

  find_range (self, &frame);
  label = make_label (self, frame.worst, &label_width, &label_height);
  frame.is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  frame.x = (frame.is_mirrored ? 0 : label_width + GAP) + RADIUS + GAP;
  frame.width = MAX (width - label_width - GAP - 2 * (RADIUS + GAP), 1);
  frame.y = label_height / 2.0 + RADIUS;
  frame.height = MAX (height - 2 * label_height - GAP - RADIUS, 1);

  return frame;
}

static void
draw_labels (DpRankingPlot *self,
             GtkSnapshot *snapshot,
             const Frame *frame,
             const GdkRGBA *color)
{
  double side = frame->is_mirrored ? frame->x + frame->width + RADIUS + GAP : frame->x - RADIUS - GAP;
  double below = gtk_widget_get_height (GTK_WIDGET (self)) - 9;

  draw_label (self, snapshot, color, frame->best, side, get_y (frame, frame->best), frame->is_mirrored ? 0 : 1);
  if (frame->worst != frame->best)
    draw_label (self, snapshot, color, frame->worst, side, get_y (frame, frame->worst), frame->is_mirrored ? 0 : 1);
  draw_label (self, snapshot, color, frame->first_year, get_x (frame, frame->first_year), below, frame->first_year == frame->last_year ? 0.5 : frame->is_mirrored ? 1
                                                                                                                                                                  : 0);
  if (frame->last_year != frame->first_year)
    draw_label (self, snapshot, color, frame->last_year, get_x (frame, frame->last_year), below, frame->is_mirrored ? 0 : 1);
}

static void
draw_line (DpRankingPlot *self,
           cairo_t *cr,
           const Frame *frame)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      cairo_line_to (cr, get_x (frame, point->year), get_y (frame, point->rank));
    }
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_points (DpRankingPlot *self,
             cairo_t *cr,
             const Frame *frame)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      cairo_arc (cr, get_x (frame, point->year), get_y (frame, point->rank), point->is_own ? RADIUS + 2 : RADIUS - 1, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
dp_ranking_plot_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  DpRankingPlot *self = DP_RANKING_PLOT (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA text, accent;
  Frame frame;
  cairo_t *cr;

  if (self->points->len == 0 || width <= 0)
    return;

  gtk_style_context_get_color (context, &text);
  if (!gtk_style_context_lookup_color (context, "accent_color", &accent))
    accent = text;
  frame = make_frame (self);
  draw_labels (self, snapshot, &frame, &text);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_cairo_set_source_rgba (cr, &accent);
  draw_line (self, cr, &frame);
  draw_points (self, cr, &frame);
  cairo_destroy (cr);
}

static void
dp_ranking_plot_finalize (GObject *object)
{
  g_array_unref (DP_RANKING_PLOT (object)->points);

  G_OBJECT_CLASS (dp_ranking_plot_parent_class)->finalize (object);
}

static void
dp_ranking_plot_class_init (DpRankingPlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = dp_ranking_plot_finalize;
  widget_class->measure = dp_ranking_plot_measure;
  widget_class->snapshot = dp_ranking_plot_snapshot;

  gtk_widget_class_set_css_name (widget_class, "ranking-plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dp_ranking_plot_init (DpRankingPlot *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
}

/* The first number of the edition's name. */
static guint
get_year (const char *edition)
{
  while (*edition != '\0' && !g_ascii_isdigit (*edition))
    edition++;

  return (guint) MIN (g_ascii_strtoull (edition, NULL, 10), 9999);
}

void
dp_ranking_plot_set_card (DpRankingPlot *self,
                          const DpRankingCard *card)
{
  g_autofree char *words = NULL;

  g_return_if_fail (DP_IS_RANKING_PLOT (self));

  g_array_set_size (self->points, 0);
  for (guint i = 0; card != NULL && i < card->course->len; i++)
    {
      const DpRanking *ranking = g_ptr_array_index (card->course, i);
      Point point = { get_year (ranking->edition), ranking->rank, g_str_equal (ranking->edition, card->ranking->edition) };

      if (point.rank > 0)
        g_array_append_val (self->points, point);
    }

  words = card != NULL ? dp_ranking_card_describe_course (card) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_widget_set_visible (GTK_WIDGET (self), self->points->len > 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
