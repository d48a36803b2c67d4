/* dp-line-button.c: one line that leads somewhere: to a passage, a claim, a piece of evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-line-button.h"

GtkWidget *
dp_line_button_new (const char *icon_name,
                    const char *prefix,
                    const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name = prefix != NULL ? g_strdup_printf ("%s %s", prefix, text) : g_strdup (text);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  if (prefix != NULL)
    {
      GtkWidget *weak = gtk_label_new (prefix);

      gtk_widget_add_css_class (weak, "dim-label");
      gtk_box_append (GTK_BOX (box), weak);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "line-button");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}
