/* dp-list-heading.c: the heading of a part of a list, with what one can add to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-list-heading.h"

struct _DpListHeading
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (DpListHeading, dp_list_heading, ADW_TYPE_BIN)

static void
dp_list_heading_class_init (DpListHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-list-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, DpListHeading, title);
  gtk_widget_class_bind_template_child (widget_class, DpListHeading, button);
}

static void
dp_list_heading_init (DpListHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_list_heading_new (const char *title,
                     const char *action_name,
                     const char *action_label)
{
  DpListHeading *self = g_object_new (DP_TYPE_LIST_HEADING, NULL);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->button, action_name != NULL);
  if (action_name != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
      gtk_widget_set_tooltip_text (self->button, action_label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, action_label, -1);
    }
  return GTK_WIDGET (self);
}
