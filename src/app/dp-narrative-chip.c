/* dp-narrative-chip.c: the name of a narrative with its colour and letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narrative-chip.h"

#include <glib/gi18n.h>

struct _DpNarrativeChip
{
  AdwBin parent_instance;

  DpNarrative *narrative; /* (owned) (nullable) */
  GtkLabel *badge;
  GtkLabel *label;
  GtkWidget *remove;
};

enum
{
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpNarrativeChip, dp_narrative_chip, ADW_TYPE_BIN)

static void
remove_cb (DpNarrativeChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
dp_narrative_chip_finalize (GObject *object)
{
  DpNarrativeChip *self = DP_NARRATIVE_CHIP (object);

  g_clear_object (&self->narrative);

  G_OBJECT_CLASS (dp_narrative_chip_parent_class)->finalize (object);
}

static void
dp_narrative_chip_class_init (DpNarrativeChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = dp_narrative_chip_finalize;

  signals[SIGNAL_REMOVE] =
      g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-narrative-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeChip, badge);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeChip, label);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeChip, remove);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
dp_narrative_chip_init (DpNarrativeChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_narrative_chip_new (DpNarrative *narrative)
{
  DpNarrativeChip *self = g_object_new (DP_TYPE_NARRATIVE_CHIP, NULL);
  g_autofree char *css_class = dp_narrative_dup_css_class (narrative);
  g_autofree char *initials = dp_narrative_dup_initials (narrative);
  /* Translators: of a narrative that a highlight is tagged with; %s is its name */
  g_autofree char *hint = g_strdup_printf (_ ("Remove the narrative “%s”"), dp_narrative_get_label (narrative));

  self->narrative = g_object_ref (narrative);
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), css_class);
  gtk_label_set_label (self->badge, initials);
  gtk_label_set_label (self->label, dp_narrative_get_label (narrative));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), dp_narrative_get_definition (narrative));
  gtk_widget_set_tooltip_text (self->remove, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  return GTK_WIDGET (self);
}

DpNarrative *
dp_narrative_chip_get_narrative (DpNarrativeChip *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE_CHIP (self), NULL);

  return self->narrative;
}

void
dp_narrative_chip_set_removable (DpNarrativeChip *self,
                                 gboolean is_removable)
{
  g_return_if_fail (DP_IS_NARRATIVE_CHIP (self));

  gtk_widget_set_visible (self->remove, is_removable);
}

char *
dp_narrative_dup_css_class (DpNarrative *narrative)
{
  g_return_val_if_fail (DP_IS_NARRATIVE (narrative), NULL);

  return g_strdup_printf ("narrative-%u", dp_narrative_get_colour (narrative));
}
