/* dp-compare-row.c: two paragraphs side by side, with what changed marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-compare-row.h"

#include <glib/gi18n.h>

#include "app/dp-sides-layout.h"
#include "app/dp-word-marks.h"
#include "text/dp-language.h"

struct _DpCompareRow
{
  AdwBin parent_instance;

  DpCompared *compared; /* (owned) (nullable) */
  GtkLabel *old_label;
  GtkLabel *new_label;
};

G_DEFINE_FINAL_TYPE (DpCompareRow, dp_compare_row, ADW_TYPE_BIN)

static void
show_side (DpCompareRow *self,
           GtkLabel *label,
           const char *text,
           DpWordSide side)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gboolean is_rtl = dp_text_get_direction (text, -1) == DP_DIRECTION_RTL;
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  dp_word_marks_add (attributes, text, 0, dp_compared_get_changes (self->compared), side, is_dark);
  gtk_widget_set_direction (GTK_WIDGET (label), is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
}

static void
show (DpCompareRow *self)
{
  g_autofree char *description = NULL;

  if (self->compared == NULL)
    return;

  show_side (self, self->old_label, dp_compared_get_old (self->compared), DP_WORD_SIDE_OLD);
  show_side (self, self->new_label, dp_compared_get_new (self->compared), DP_WORD_SIDE_NEW);
  description = dp_word_marks_dup_description (dp_compared_get_old (self->compared), dp_compared_get_new (self->compared), dp_compared_get_changes (self->compared));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  if (dp_compared_is_changed (self->compared))
    gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
}

static void
dp_compare_row_dispose (GObject *object)
{
  g_clear_object (&DP_COMPARE_ROW (object)->compared);

  G_OBJECT_CLASS (dp_compare_row_parent_class)->dispose (object);
}

static void
dp_compare_row_class_init (DpCompareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_compare_row_dispose;

  g_type_ensure (DP_TYPE_SIDES_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-compare-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DpCompareRow, old_label);
  gtk_widget_class_bind_template_child (widget_class, DpCompareRow, new_label);
}

static void
dp_compare_row_init (DpCompareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dp_compare_row_new (void)
{
  return g_object_new (DP_TYPE_COMPARE_ROW, NULL);
}

void
dp_compare_row_set_compared (DpCompareRow *self,
                             DpCompared *compared)
{
  g_return_if_fail (DP_IS_COMPARE_ROW (self));
  g_return_if_fail (compared == NULL || DP_IS_COMPARED (compared));

  g_set_object (&self->compared, compared);
  show (self);
}
