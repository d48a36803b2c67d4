/* dp-step-row.c: one change of the whole library, in the list of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-step-row.h"

#include <glib/gi18n.h>

#include "base/dp-date.h"

/* (transfer full): "Ann Author, 10 January 2026" */
static char *
dup_who_and_when (DpLibraryStep *step)
{
  g_autofree char *date_text = NULL;
  DpDate date;

  if (dp_date_parse (dp_library_step_get_when (step), &date))
    date_text = dp_date_format_short (&date);
  if (*dp_library_step_get_who (step) == '\0' || date_text == NULL)
    return g_strdup (date_text != NULL ? date_text : dp_library_step_get_who (step));
  /* Translators: a name and a date */
  return g_strdup_printf (_ ("%s, %s"), dp_library_step_get_who (step), date_text);
}

static void
show_step (DpLibraryStep *step,
           GParamSpec *pspec,
           GtkWidget *row)
{
  gboolean is_undone = dp_library_step_is_undone (step);
  g_autofree char *about = dup_who_and_when (step);
  GtkWidget *title = g_object_get_data (G_OBJECT (row), "title");
  GtkWidget *subtitle = g_object_get_data (G_OBJECT (row), "subtitle");

  gtk_label_set_text (GTK_LABEL (title), dp_library_step_get_label (step));
  if (is_undone)
    {
      /* Translators: of a step in a list; %s is who made it and when */
      g_autofree char *undone = g_strdup_printf (_ ("%s · undone"), about);

      gtk_label_set_text (GTK_LABEL (subtitle), undone);
    }
  else
    gtk_label_set_text (GTK_LABEL (subtitle), about);
  gtk_widget_set_opacity (row, is_undone ? 0.55 : 1);
}

GtkWidget *
dp_step_row_new (gpointer item,
                 gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *labels[] = { gtk_label_new (NULL), gtk_label_new (NULL) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (labels[i]), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (labels[1], "caption");
  gtk_widget_add_css_class (labels[1], "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), "title", labels[0]);
  g_object_set_data (G_OBJECT (row), "subtitle", labels[1]);
  g_signal_connect_object (item, "notify::is-undone", G_CALLBACK (show_step), row, 0);
  show_step (item, NULL, row);
  return row;
}
