/* dp-narrative-mark.c: a narrative's bar, small, for lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narrative-mark.h"

#include <adwaita.h>

#include "app/dp-palette.h"

#define LEAST_HEIGHT 20

struct _DpNarrativeMark
{
  GtkWidget parent_instance;

  guint colour;
};

typedef enum
{
  PROP_COLOUR = 1,
} DpNarrativeMarkProperty;

static GParamSpec *properties[PROP_COLOUR + 1];

G_DEFINE_FINAL_TYPE (DpNarrativeMark, dp_narrative_mark, GTK_TYPE_WIDGET)

static void
dp_narrative_mark_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? DP_BAR_WIDTH : LEAST_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
dp_narrative_mark_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  DpNarrativeMark *self = DP_NARRATIVE_MARK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  dp_palette_draw_bar (cr, self->colour, adw_style_manager_get_dark (manager), (width - DP_BAR_WIDTH) / 2.0, 0, height, 0, height);
  cairo_destroy (cr);
}

void
dp_narrative_mark_set_colour (DpNarrativeMark *self,
                              guint colour)
{
  g_return_if_fail (DP_IS_NARRATIVE_MARK (self));

  if (self->colour == colour)
    return;
  self->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOUR]);
}

static void
dp_narrative_mark_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch ((DpNarrativeMarkProperty) prop_id)
    {
    case PROP_COLOUR:
      g_value_set_uint (value, DP_NARRATIVE_MARK (object)->colour);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_narrative_mark_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch ((DpNarrativeMarkProperty) prop_id)
    {
    case PROP_COLOUR:
      dp_narrative_mark_set_colour (DP_NARRATIVE_MARK (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_narrative_mark_class_init (DpNarrativeMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_narrative_mark_get_property;
  object_class->set_property = dp_narrative_mark_set_property;
  widget_class->measure = dp_narrative_mark_measure;
  widget_class->snapshot = dp_narrative_mark_snapshot;

  properties[PROP_COLOUR] = g_param_spec_uint ("colour", NULL, NULL, 0, G_MAXUINT, DP_PALETTE_NEUTRAL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dp_narrative_mark_init (DpNarrativeMark *self)
{
  self->colour = DP_PALETTE_NEUTRAL;
}

GtkWidget *
dp_narrative_mark_new (guint colour)
{
  return g_object_new (DP_TYPE_NARRATIVE_MARK, "colour", colour, NULL);
}
