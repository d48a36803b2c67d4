/* dp-state-pill.c: the state of a case, in words and a colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-state-pill.h"

#include <glib/gi18n.h>

struct _DpStatePill
{
  AdwBin parent_instance;

  GtkLabel *label;
  int state; /* DpCaseState, or -1 before the first */
  gboolean is_void;
};

typedef enum
{
  PROP_STATE = 1,
} DpStatePillProperty;

static GParamSpec *properties[PROP_STATE + 1];

G_DEFINE_FINAL_TYPE (DpStatePill, dp_state_pill, ADW_TYPE_BIN)

static void
dp_state_pill_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DpStatePill *self = DP_STATE_PILL (object);

  switch ((DpStatePillProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, MAX (self->state, DP_CASE_STATE_DRAFT));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_state_pill_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  DpStatePill *self = DP_STATE_PILL (object);

  switch ((DpStatePillProperty) prop_id)
    {
    case PROP_STATE:
      dp_state_pill_set_state (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_state_pill_class_init (DpStatePillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_state_pill_get_property;
  object_class->set_property = dp_state_pill_set_property;

  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, DP_CASE_STATE_DRAFT, DP_N_CASE_STATES - 1, DP_CASE_STATE_DRAFT, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_state_pill_init (DpStatePill *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->state = -1;
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "state-pill");
  dp_state_pill_set_state (self, DP_CASE_STATE_DRAFT);
}

GtkWidget *
dp_state_pill_new (void)
{
  return g_object_new (DP_TYPE_STATE_PILL, NULL);
}

static void
show (DpStatePill *self)
{
  gtk_label_set_label (self->label, self->is_void ? _ ("Approval Void") : dp_case_state_get_label (self->state));
  if (self->is_void)
    gtk_widget_add_css_class (GTK_WIDGET (self), "void");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "void");
}

void
dp_state_pill_set_state (DpStatePill *self,
                         DpCaseState state)
{
  g_return_if_fail (DP_IS_STATE_PILL (self));

  if (self->state == (int) state)
    return;

  if (self->state >= 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self), dp_case_state_to_nick (self->state));
  self->state = state;
  gtk_widget_add_css_class (GTK_WIDGET (self), dp_case_state_to_nick (state));
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
dp_state_pill_set_void (DpStatePill *self,
                        gboolean is_void)
{
  g_return_if_fail (DP_IS_STATE_PILL (self));

  self->is_void = is_void;
  show (self);
}
