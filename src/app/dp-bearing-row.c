/* dp-bearing-row.c: how a piece of evidence bears on one passage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-bearing-row.h"

#include "app/dp-phrases.h"
#include "app/dp-wrap-layout.h"

struct _DpBearingRow
{
  AdwPreferencesRow parent_instance;

  DpEvidence *evidence;   /* (owned) (nullable) */
  DpHighlight *highlight; /* (owned) (nullable) */
  gboolean is_showing;
  GtkLabel *quote;
  GtkToggleButton *supports;
  GtkToggleButton *undermines;
  GtkToggleButton *context;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpBearingRow, dp_bearing_row, ADW_TYPE_PREFERENCES_ROW)

static void
show (DpBearingRow *self)
{
  DpStance stance = dp_evidence_get_stance (self->evidence, dp_highlight_get_id (self->highlight));

  self->is_showing = TRUE;
  gtk_toggle_button_set_active (self->supports, stance == DP_STANCE_SUPPORTS);
  gtk_toggle_button_set_active (self->undermines, stance == DP_STANCE_UNDERMINES);
  gtk_toggle_button_set_active (self->context, stance == DP_STANCE_CONTEXT);
  self->is_showing = FALSE;
}

/* Pressing the one that is pressed lets go of it. */
static void
toggled_cb (DpBearingRow *self,
            GtkToggleButton *button)
{
  DpStance stance = DP_STANCE_NONE;

  if (self->is_showing || self->evidence == NULL)
    return;

  if (gtk_toggle_button_get_active (button))
    stance = button == self->supports     ? DP_STANCE_SUPPORTS
             : button == self->undermines ? DP_STANCE_UNDERMINES
                                          : DP_STANCE_CONTEXT;
  dp_evidence_set_stance (self->evidence, dp_highlight_get_id (self->highlight), stance);
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
dp_bearing_row_dispose (GObject *object)
{
  DpBearingRow *self = DP_BEARING_ROW (object);

  g_clear_object (&self->highlight);
  g_clear_object (&self->evidence);

  G_OBJECT_CLASS (dp_bearing_row_parent_class)->dispose (object);
}

static void
dp_bearing_row_class_init (DpBearingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_bearing_row_dispose;

  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-bearing-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DpBearingRow, quote);
  gtk_widget_class_bind_template_child (widget_class, DpBearingRow, supports);
  gtk_widget_class_bind_template_child (widget_class, DpBearingRow, undermines);
  gtk_widget_class_bind_template_child (widget_class, DpBearingRow, context);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
dp_bearing_row_init (DpBearingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_bearing_row_new (DpEvidence *evidence,
                    DpHighlight *highlight)
{
  DpBearingRow *self = g_object_new (DP_TYPE_BEARING_ROW, NULL);
  g_autofree char *quote = dp_phrase_quote (dp_highlight_get_quote (highlight));

  self->evidence = g_object_ref (evidence);
  self->highlight = g_object_ref (highlight);
  gtk_label_set_label (self->quote, quote);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->quote), quote);
  g_signal_connect_object (evidence, "notify::bearings", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

DpHighlight *
dp_bearing_row_get_highlight (DpBearingRow *self)
{
  g_return_val_if_fail (DP_IS_BEARING_ROW (self), NULL);

  return self->highlight;
}
