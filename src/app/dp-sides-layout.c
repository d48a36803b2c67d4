/* dp-sides-layout.c: two widgets side by side, one above the other where that is too narrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-sides-layout.h"

struct _DpSidesLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int narrow_width;
};

typedef enum
{
  PROP_SPACING = 1,
  PROP_NARROW_WIDTH,
} DpSidesLayoutProperty;

static GParamSpec *properties[PROP_NARROW_WIDTH + 1];

G_DEFINE_FINAL_TYPE (DpSidesLayout, dp_sides_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);
  return n;
}

static GtkSizeRequestMode
dp_sides_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static gboolean
is_narrow (DpSidesLayout *self,
           int width)
{
  return width >= 0 && width < self->narrow_width;
}

static int
get_child_width (DpSidesLayout *self,
                 int width,
                 int n)
{
  if (width < 0 || n == 0)
    return -1;
  return is_narrow (self, width) ? width : MAX ((width - self->spacing * (n - 1)) / n, 0);
}

static void
measure_heights (DpSidesLayout *self,
                 GtkWidget *widget,
                 int width,
                 int *minimum,
                 int *natural)
{
  int n = count_children (widget);
  int child_width = get_child_width (self, width, n);
  gboolean first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, &child_minimum, &child_natural, NULL, NULL);
      if (is_narrow (self, width))
        {
          *minimum += child_minimum + (first ? 0 : self->spacing);
          *natural += child_natural + (first ? 0 : self->spacing);
        }
      else
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      first = FALSE;
    }
}

static void
measure_widths (DpSidesLayout *self,
                GtkWidget *widget,
                int *minimum,
                int *natural)
{
  int widest = 0;
  int n = count_children (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      widest = MAX (widest, child_natural);
    }
  /* Two beside each other need not have more than each needs. */
  if (n * *minimum + self->spacing * (n - 1) > self->narrow_width)
    *minimum = MAX (*minimum, n * *minimum + self->spacing * (n - 1));
  *natural = MAX (*minimum, widest * n + self->spacing * MAX (n - 1, 0));
}

static void
dp_sides_layout_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  DpSidesLayout *self = DP_SIDES_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_widths (self, widget, minimum, natural);
  else
    measure_heights (self, widget, for_size, minimum, natural);
}

static void
dp_sides_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  DpSidesLayout *self = DP_SIDES_LAYOUT (manager);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n = count_children (widget);
  int child_width = get_child_width (self, width, n);
  int position = 0;
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      i++;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, &minimum, &natural, NULL, NULL);
      if (is_narrow (self, width))
        {
          child_height = i == n ? MAX (minimum, height - position) : natural;
          gtk_widget_size_allocate (child, &(GtkAllocation){ 0, position, child_width, child_height }, -1);
          position += child_height + self->spacing;
        }
      else
        {
          int x = is_rtl ? width - position - child_width : position;

          gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, child_width, MAX (minimum, height) }, -1);
          position += child_width + self->spacing;
        }
    }
}

static void
dp_sides_layout_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  DpSidesLayout *self = DP_SIDES_LAYOUT (object);

  switch ((DpSidesLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_NARROW_WIDTH:
      g_value_set_int (value, self->narrow_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_sides_layout_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  DpSidesLayout *self = DP_SIDES_LAYOUT (object);

  switch ((DpSidesLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_NARROW_WIDTH:
      self->narrow_width = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
dp_sides_layout_class_init (DpSidesLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = dp_sides_layout_get_property;
  object_class->set_property = dp_sides_layout_set_property;
  layout_class->get_request_mode = dp_sides_layout_get_request_mode;
  layout_class->measure = dp_sides_layout_measure;
  layout_class->allocate = dp_sides_layout_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW_WIDTH] = g_param_spec_int ("narrow-width", NULL, NULL, 0, G_MAXINT16, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_sides_layout_init (DpSidesLayout *self)
{
}

GtkLayoutManager *
dp_sides_layout_new (int spacing,
                     int narrow_width)
{
  return g_object_new (DP_TYPE_SIDES_LAYOUT, "spacing", spacing, "narrow-width", narrow_width, NULL);
}
