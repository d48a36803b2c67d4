/* dp-narrative-plot.c: how often a narrative was seen, year by year or month by month, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narrative-plot.h"

#include <glib/gi18n.h>

#include "base/dp-date.h"

#define HEIGHT 72
#define GAP 4
/* Over so many years months are too thin to be seen. */
#define MAX_YEARS_OF_MONTHS 3
#define MAX_STEPS 400

struct _DpNarrativePlot
{
  GtkWidget parent_instance;

  GArray *counts; /* (element-type guint): one for each step from the first to the last */
  guint first;    /* a year, or months since year 0 */
  gboolean is_monthly;
};

G_DEFINE_FINAL_TYPE (DpNarrativePlot, dp_narrative_plot, GTK_TYPE_WIDGET)

static void
dp_narrative_plot_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : HEIGHT;
}

static char *
dup_name (DpNarrativePlot *self,
          guint step)
{
  if (self->is_monthly)
    return g_strdup_printf ("%04u-%02u", step / 12, step % 12 + 1);
  return g_strdup_printf ("%u", step);
}

static void
draw_label (DpNarrativePlot *self,
            GtkSnapshot *snapshot,
            const GdkRGBA *colour,
            guint step,
            gboolean at_end)
{
  g_autofree char *text = dup_name (self, step);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at_end ? (float) (gtk_widget_get_width (GTK_WIDGET (self)) - width) : 0,
                                                          (float) (gtk_widget_get_height (GTK_WIDGET (self)) - height)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
dp_narrative_plot_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  DpNarrativePlot *self = DP_NARRATIVE_PLOT (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n = self->counts->len;
  guint most = 1;
  double step;
  double bottom;
  GdkRGBA colour;
  GdkRGBA weak;

  if (n == 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  weak = colour;
  weak.alpha *= 0.65F;
  for (guint i = 0; i < n; i++)
    most = MAX (most, g_array_index (self->counts, guint, i));
  step = (double) gtk_widget_get_width (widget) / n;
  bottom = gtk_widget_get_height (widget) - 20;
  for (guint i = 0; i < n; i++)
    {
      guint count = g_array_index (self->counts, guint, i);
      double height = count > 0 ? MAX (bottom * count / most, 3) : 1;
      double width = CLAMP (step - 2, 1, 36);
      guint place = is_mirrored ? n - 1 - i : i;

      gtk_snapshot_append_color (snapshot, count > 0 ? &colour : &weak,
                                 &GRAPHENE_RECT_INIT ((float) (place * step + (step - width) / 2), (float) (bottom - height), (float) width, (float) height));
    }
  draw_label (self, snapshot, &weak, self->first, is_mirrored);
  if (n > 1)
    draw_label (self, snapshot, &weak, self->first + n - 1, !is_mirrored);
}

static void
dp_narrative_plot_finalize (GObject *object)
{
  g_array_unref (DP_NARRATIVE_PLOT (object)->counts);

  G_OBJECT_CLASS (dp_narrative_plot_parent_class)->finalize (object);
}

static void
dp_narrative_plot_class_init (DpNarrativePlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dp_narrative_plot_finalize;
  widget_class->measure = dp_narrative_plot_measure;
  widget_class->snapshot = dp_narrative_plot_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "narrativeplot");
}

static void
dp_narrative_plot_init (DpNarrativePlot *self)
{
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));
}

static void
describe (DpNarrativePlot *self)
{
  guint most = 0;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  for (guint i = 1; i < self->counts->len; i++)
    {
      if (g_array_index (self->counts, guint, i) > g_array_index (self->counts, guint, most))
        most = i;
    }
  name = dup_name (self, self->first + most);
  /* Translators: %s is a year or a month */
  text = g_strdup_printf (_ ("Seen most in %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

gboolean
dp_narrative_plot_set_quotes (DpNarrativePlot *self,
                              GPtrArray *quotes,
                              guint colour)
{
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (DpDate));
  g_autofree char *css_class = g_strdup_printf ("narrative-%u", colour);
  const char *classes[] = { css_class, NULL };
  gboolean has_months = TRUE;
  guint first = G_MAXUINT;
  guint last = 0;

  g_return_val_if_fail (DP_IS_NARRATIVE_PLOT (self), FALSE);

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      DpDate date;

      if (!dp_date_parse (dp_quote_get_date (g_ptr_array_index (quotes, i)), &date))
        continue;
      g_array_append_val (dates, date);
      has_months = has_months && date.month > 0;
      first = MIN (first, (guint) date.year);
      last = MAX (last, (guint) date.year);
    }
  g_array_set_size (self->counts, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (dates->len == 0 || last - first > MAX_STEPS)
    return FALSE;

  self->is_monthly = has_months && last - first < MAX_YEARS_OF_MONTHS;
  self->first = self->is_monthly ? first * 12 : first;
  g_array_set_size (self->counts, self->is_monthly ? (last - first + 1) * 12 : last - first + 1);
  for (guint i = 0; i < dates->len; i++)
    {
      const DpDate *date = &g_array_index (dates, DpDate, i);
      guint step = self->is_monthly ? (guint) date->year * 12 + (guint) date->month - 1 : (guint) date->year;

      g_array_index (self->counts, guint, step - self->first)++;
    }
  describe (self);
  return TRUE;
}
