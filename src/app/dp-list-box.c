/* dp-list-box.c: what the lists of the windows have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-list-box.h"

void
dp_list_box_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

GtkWidget *
dp_list_box_new_or_nothing (const char *label,
                            const char *words,
                            GtkListBox **list,
                            GtkLabel **nothing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  *list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (*list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (*list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  *nothing = GTK_LABEL (gtk_label_new (words));
  gtk_label_set_xalign (*nothing, 0);
  gtk_label_set_wrap (*nothing, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (*nothing), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*nothing));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*list));
  return box;
}
