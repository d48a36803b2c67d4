/* dp-compare-row.c: two paragraphs side by side, with what changed marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-compare-row.h"

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
show_side (GtkLabel *label,
           const char *text,
           PangoAttrList *attributes)
{
  gboolean is_rtl = dp_text_get_direction (text, -1) == DP_DIRECTION_RTL;

  gtk_widget_set_direction (GTK_WIDGET (label), is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
}

/* (transfer full) */
static PangoAttrList *
make_marks (DpCompareRow *self,
            const char *text,
            DpWordSide side)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  dp_word_marks_add (attributes, text, 0, dp_compared_get_changes (self->compared), side, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  return attributes;
}

static void
show (DpCompareRow *self)
{
  const char *old_text, *new_text;
  g_autoptr (PangoAttrList) old_marks = NULL;
  g_autoptr (PangoAttrList) new_marks = NULL;
  g_autofree char *description = NULL;

  if (self->compared == NULL)
    return;

  old_text = dp_compared_get_old (self->compared);
  new_text = dp_compared_get_new (self->compared);
  old_marks = make_marks (self, old_text, DP_WORD_SIDE_OLD);
  new_marks = make_marks (self, new_text, DP_WORD_SIDE_NEW);
  description = dp_word_marks_dup_description (old_text, new_text, dp_compared_get_changes (self->compared));
  dp_compare_row_set_texts (self, old_text, old_marks, new_text, new_marks, description);
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

void
dp_compare_row_set_texts (DpCompareRow *self,
                          const char *old_text,
                          PangoAttrList *old_attributes,
                          const char *new_text,
                          PangoAttrList *new_attributes,
                          const char *description)
{
  g_return_if_fail (DP_IS_COMPARE_ROW (self));
  g_return_if_fail (old_text != NULL && new_text != NULL && description != NULL);

  show_side (self->old_label, old_text, old_attributes);
  show_side (self->new_label, new_text, new_attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
dp_compare_row_set_selectable (DpCompareRow *self,
                               gboolean is_selectable)
{
  g_return_if_fail (DP_IS_COMPARE_ROW (self));

  gtk_label_set_selectable (self->old_label, is_selectable);
  gtk_label_set_selectable (self->new_label, is_selectable);
  gtk_widget_set_focusable (GTK_WIDGET (self->old_label), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->new_label), FALSE);
}

gboolean
dp_compare_row_get_selection (DpCompareRow *self,
                              gboolean *is_new,
                              DpSpan *span)
{
  int start, end;

  g_return_val_if_fail (DP_IS_COMPARE_ROW (self), FALSE);
  g_return_val_if_fail (is_new != NULL && span != NULL, FALSE);

  *is_new = !gtk_label_get_selection_bounds (self->old_label, &start, &end);
  if (*is_new && !gtk_label_get_selection_bounds (self->new_label, &start, &end))
    return FALSE;
  *span = (DpSpan){ (guint) MIN (start, end), (guint) MAX (start, end) };
  return TRUE;
}
