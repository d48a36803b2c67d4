/* dp-wrap-layout.c: children one after another, on as many lines as it takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-wrap-layout.h"

struct _DpWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

typedef enum
{
  PROP_SPACING = 1,
} DpWrapLayoutProperty;

static GParamSpec *properties[PROP_SPACING + 1];

G_DEFINE_FINAL_TYPE (DpWrapLayout, dp_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
child_width (GtkWidget *child,
             int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static int
child_height (GtkWidget *child,
              int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/* The end of the line that begins at @first, and the line's height. */
static GtkWidget *
find_line (DpWrapLayout *self,
           GtkWidget *first,
           int width,
           int *height)
{
  GtkWidget *child;
  int x = 0;

  *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int w;

      if (!gtk_widget_should_layout (child))
        continue;
      w = child_width (child, width);
      if (x > 0 && x + w > width)
        return child;
      *height = MAX (*height, child_height (child, w));
      x += w + self->spacing;
    }
  return NULL;
}

static GtkSizeRequestMode
dp_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dp_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  DpWrapLayout *self = DP_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int child_minimum, child_natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          *natural += child_natural + (*natural > 0 ? self->spacing : 0);
        }
    }
  else
    {
      GtkWidget *line = gtk_widget_get_first_child (widget);

      while (line != NULL)
        {
          int height;

          line = find_line (self, line, for_size < 0 ? G_MAXINT / 2 : for_size, &height);
          *minimum += height + (line != NULL ? self->spacing : 0);
        }
      *natural = *minimum;
    }
}

static void
dp_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  DpWrapLayout *self = DP_WRAP_LAYOUT (manager);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *line = gtk_widget_get_first_child (widget);
  int y = 0;

  while (line != NULL)
    {
      int line_height;
      GtkWidget *end = find_line (self, line, width, &line_height);
      int x = 0;

      for (GtkWidget *child = line; child != end; child = gtk_widget_get_next_sibling (child))
        {
          int w;

          if (!gtk_widget_should_layout (child))
            continue;
          w = child_width (child, width);
          gtk_widget_size_allocate (child, &(GtkAllocation){ is_rtl ? width - x - w : x, y, w, line_height }, -1);
          x += w + self->spacing;
        }
      y += line_height + self->spacing;
      line = end;
    }
}

static void
dp_wrap_layout_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpWrapLayout *self = DP_WRAP_LAYOUT (object);

  switch ((DpWrapLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_wrap_layout_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DpWrapLayout *self = DP_WRAP_LAYOUT (object);

  switch ((DpWrapLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_wrap_layout_class_init (DpWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = dp_wrap_layout_get_property;
  object_class->set_property = dp_wrap_layout_set_property;
  manager_class->get_request_mode = dp_wrap_layout_get_request_mode;
  manager_class->measure = dp_wrap_layout_measure;
  manager_class->allocate = dp_wrap_layout_allocate;

  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 6, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_wrap_layout_init (DpWrapLayout *self)
{
  self->spacing = 6;
}

GtkLayoutManager *
dp_wrap_layout_new (int spacing)
{
  return g_object_new (DP_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
