/* dp-save-status.c: whether a case is saved, in a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-save-status.h"

#include <glib/gi18n.h>

/* A save takes milliseconds: a word that flickers with each key would only disturb. */
#define SAVING_DELAY_MS 700

struct _DpSaveStatus
{
  AdwBin parent_instance;

  GtkLabel *label;
  DpCaseFile *file; /* (owned) (nullable) */
  guint saving_id;
};

typedef enum
{
  PROP_FILE = 1,
} DpSaveStatusProperty;

static GParamSpec *properties[PROP_FILE + 1];

G_DEFINE_FINAL_TYPE (DpSaveStatus, dp_save_status, ADW_TYPE_BIN)

static gboolean
saving_cb (gpointer user_data)
{
  DpSaveStatus *self = DP_SAVE_STATUS (user_data);

  self->saving_id = 0;
  gtk_label_set_label (self->label, _ ("Saving…"));
  return G_SOURCE_REMOVE;
}

static void
show_state (DpSaveStatus *self)
{
  DpSaveState state = self->file != NULL ? dp_case_file_get_save_state (self->file) : DP_SAVE_STATE_SAVED;
  const char *problem = self->file != NULL ? dp_case_file_get_problem (self->file) : "";

  if (state == DP_SAVE_STATE_PENDING || state == DP_SAVE_STATE_SAVING)
    {
      if (self->saving_id == 0)
        self->saving_id = g_timeout_add (SAVING_DELAY_MS, saving_cb, self);
      return;
    }

  g_clear_handle_id (&self->saving_id, g_source_remove);
  if (state == DP_SAVE_STATE_FAILED)
    {
      gtk_label_set_label (self->label, _ ("Not Saved"));
      gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), problem);
    }
  else
    {
      gtk_label_set_label (self->label, _ ("Saved"));
      gtk_widget_remove_css_class (GTK_WIDGET (self->label), "error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), _ ("Every change is saved by itself"));
    }
}

static void
dp_save_status_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpSaveStatus *self = DP_SAVE_STATUS (object);

  switch ((DpSaveStatusProperty) prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_save_status_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DpSaveStatus *self = DP_SAVE_STATUS (object);

  switch ((DpSaveStatusProperty) prop_id)
    {
    case PROP_FILE:
      dp_save_status_set_file (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_save_status_dispose (GObject *object)
{
  DpSaveStatus *self = DP_SAVE_STATUS (object);

  g_clear_handle_id (&self->saving_id, g_source_remove);
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, show_state, self);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (dp_save_status_parent_class)->dispose (object);
}

static void
dp_save_status_class_init (DpSaveStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_save_status_get_property;
  object_class->set_property = dp_save_status_set_property;
  object_class->dispose = dp_save_status_dispose;

  properties[PROP_FILE] =
      g_param_spec_object ("file", NULL, NULL, DP_TYPE_CASE_FILE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_save_status_init (DpSaveStatus *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_single_line_mode (self->label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
  show_state (self);
}

GtkWidget *
dp_save_status_new (void)
{
  return g_object_new (DP_TYPE_SAVE_STATUS, NULL);
}

void
dp_save_status_set_file (DpSaveStatus *self,
                         DpCaseFile *file)
{
  g_return_if_fail (DP_IS_SAVE_STATUS (self));
  g_return_if_fail (file == NULL || DP_IS_CASE_FILE (file));

  if (self->file == file)
    return;

  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, show_state, self);
  g_set_object (&self->file, file);
  if (file != NULL)
    {
      g_signal_connect_swapped (file, "notify::save-state", G_CALLBACK (show_state), self);
      g_signal_connect_swapped (file, "notify::problem", G_CALLBACK (show_state), self);
    }
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}
