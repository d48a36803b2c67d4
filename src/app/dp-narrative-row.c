/* dp-narrative-row.c: a choice of narrative, in the list to tag from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narrative-row.h"

#include <glib/gi18n.h>

#include "app/dp-narrative-mark.h"

struct _DpNarrativeRow
{
  AdwBin parent_instance;

  GtkWidget *mark;
  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *key;
  GtkWidget *check;
  GtkWidget *plus;
};

G_DEFINE_FINAL_TYPE (DpNarrativeRow, dp_narrative_row, ADW_TYPE_BIN)

/* Where it is in the tree, and what it says. */
static char *
dup_place (DpNarrativeChoice *choice)
{
  DpNarrative *narrative = dp_narrative_choice_get_narrative (choice);
  const char *place = dp_narrative_choice_get_place (choice);
  const char *definition = narrative != NULL ? dp_narrative_get_definition (narrative) : "";

  if (*place == '\0' || *definition == '\0')
    return g_strconcat (place, definition, NULL);
  /* Translators: where a narrative is in the tree, and its definition */
  return g_strdup_printf (_ ("%s: %s"), place, definition);
}

void
dp_narrative_row_set_choice (DpNarrativeRow *self,
                             DpNarrativeChoice *choice)
{
  DpNarrative *narrative;
  g_autofree char *place = NULL;
  char key[2] = "";

  g_return_if_fail (DP_IS_NARRATIVE_ROW (self));
  g_return_if_fail (DP_IS_NARRATIVE_CHOICE (choice));

  narrative = dp_narrative_choice_get_narrative (choice);
  place = dup_place (choice);
  if (dp_narrative_choice_get_key (choice) > 0)
    key[0] = (char) ('0' + dp_narrative_choice_get_key (choice));

  gtk_label_set_text (self->title, dp_narrative_choice_get_title (choice));
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_label_set_text (self->key, key);
  gtk_widget_set_visible (GTK_WIDGET (self->key), *key != '\0');
  gtk_widget_set_opacity (self->check, dp_narrative_choice_is_checked (choice) ? 1 : 0);
  gtk_widget_set_visible (self->mark, narrative != NULL);
  gtk_widget_set_visible (self->plus, narrative == NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->plus), dp_narrative_choice_get_technique (choice) != NULL ? "emblem-system-symbolic" : "list-add-symbolic");
  if (narrative != NULL)
    dp_narrative_mark_set_colour (DP_NARRATIVE_MARK (self->mark), dp_narrative_get_colour (narrative));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *place != '\0' ? place : NULL);
}

static void
dp_narrative_row_class_init (DpNarrativeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DP_TYPE_NARRATIVE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-narrative-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeRow, mark);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeRow, title);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeRow, place);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeRow, key);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeRow, check);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeRow, plus);
}

static void
dp_narrative_row_init (DpNarrativeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_narrative_row_new (void)
{
  return g_object_new (DP_TYPE_NARRATIVE_ROW, NULL);
}
