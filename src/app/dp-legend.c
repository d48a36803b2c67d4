/* dp-legend.c: the narratives of the article shown: which mark is whose, and which are to be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-legend.h"

#include <glib/gi18n.h>

#include "app/dp-narrative-mark.h"
#include "app/dp-palette.h"

struct _DpLegend
{
  GtkPopover parent_instance;

  GtkBox *lines;
  GtkWidget *empty;
  GtkWidget *show_all;
  DpPlacedHighlights *passages; /* (owned) (nullable) */
  gboolean is_toggling;
};

G_DEFINE_FINAL_TYPE (DpLegend, dp_legend, GTK_TYPE_POPOVER)

static const char *
get_id (const DpLegendEntry *entry)
{
  return entry->narrative != NULL ? dp_narrative_get_id (entry->narrative) : DP_NO_NARRATIVE;
}

static const char *
get_label (const DpLegendEntry *entry)
{
  return entry->narrative != NULL ? dp_narrative_get_label (entry->narrative) : _ ("No narrative yet");
}

static void
show_buttons (DpLegend *self)
{
  gboolean has_hidden = FALSE;

  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); line != NULL; line = gtk_widget_get_next_sibling (line))
    has_hidden = has_hidden || !gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_widget_get_first_child (line)));
  gtk_widget_set_visible (self->show_all, has_hidden);
}

static void
toggled_cb (DpLegend *self,
            GtkCheckButton *check)
{
  self->is_toggling = TRUE;
  dp_placed_highlights_set_hidden (self->passages, g_object_get_data (G_OBJECT (check), "narrative"), !gtk_check_button_get_active (check));
  self->is_toggling = FALSE;
  show_buttons (self);
}

static GtkWidget *
line_new (DpLegend *self,
          const DpLegendEntry *entry)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (get_label (entry));
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *next = gtk_button_new_from_icon_name ("go-down-symbolic");
  g_autofree char *count = g_strdup_printf ("%u", entry->n_highlights);
  /* Translators: %s is the name of a narrative */
  g_autofree char *hint = g_strdup_printf (_ ("Go to the next highlight of “%s”"), get_label (entry));

  gtk_label_set_label (GTK_LABEL (number), count);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !dp_placed_highlights_is_hidden (self->passages, get_id (entry)));
  g_object_set_data_full (G_OBJECT (check), "narrative", g_strdup (get_id (entry)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, get_label (entry), -1);
  gtk_widget_set_tooltip_text (check, _ ("Show its highlights"));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (next, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (next), "article.go-narrative");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (next), "s", get_id (entry));
  gtk_widget_set_tooltip_text (next, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);

  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), dp_narrative_mark_new (entry->narrative != NULL ? dp_narrative_get_colour (entry->narrative) : DP_PALETTE_NEUTRAL));
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (line), next);
  return line;
}

static void
refresh (DpLegend *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  if (self->passages == NULL)
    return;
  entries = dp_placed_highlights_list_narratives (self->passages);
  for (guint i = 0; i < entries->len; i++)
    gtk_box_append (self->lines, line_new (self, g_ptr_array_index (entries, i)));
  gtk_widget_set_visible (self->empty, entries->len == 0);
  show_buttons (self);
}

static void
changed_cb (DpLegend *self)
{
  if (!self->is_toggling && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
show_all_cb (DpLegend *self)
{
  dp_placed_highlights_show_all (self->passages);
}

static void
dp_legend_dispose (GObject *object)
{
  DpLegend *self = DP_LEGEND (object);

  g_clear_object (&self->passages);

  G_OBJECT_CLASS (dp_legend_parent_class)->dispose (object);
}

static void
dp_legend_class_init (DpLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_legend_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, DpLegend, lines);
  gtk_widget_class_bind_template_child (widget_class, DpLegend, empty);
  gtk_widget_class_bind_template_child (widget_class, DpLegend, show_all);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
dp_legend_init (DpLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dp_legend_follow (DpLegend *self,
                  DpPlacedHighlights *passages)
{
  g_return_if_fail (DP_IS_LEGEND (self));
  g_return_if_fail (DP_IS_PLACED_HIGHLIGHTS (passages));
  g_return_if_fail (self->passages == NULL);

  self->passages = g_object_ref (passages);
  g_signal_connect_object (passages, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

char *
dp_legend_dup_label (DpPlacedHighlights *passages)
{
  g_autoptr (GPtrArray) entries = dp_placed_highlights_list_narratives (passages);
  guint n = 0;
  guint n_shown = 0;
  gboolean has_hidden = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const DpLegendEntry *entry = g_ptr_array_index (entries, i);
      gboolean is_hidden = dp_placed_highlights_is_hidden (passages, get_id (entry));

      has_hidden = has_hidden || is_hidden;
      if (entry->narrative == NULL)
        continue;
      n++;
      n_shown += is_hidden ? 0 : 1;
    }
  if (has_hidden)
    /* Translators: how many narratives of an article are shown, and how many there are */
    return g_strdup_printf (ngettext ("%u of %u narrative shown", "%u of %u narratives shown", n), n_shown, n);
  return g_strdup_printf (ngettext ("%u narrative", "%u narratives", n), n);
}
