/* dp-intake-bar.c: a case on its way in, as a bar in the library window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-intake-bar.h"

#include <glib/gi18n.h>

#include "app/dp-transfer.h"

/* Work that is over sooner than that is not shown: a bar that flashes up only disturbs. */
#define SHOW_DELAY_MS 250

#define PULSE_MS 100

struct _DpIntakeBar
{
  AdwBin parent_instance;

  GtkWidget *spinner;
  GtkWidget *warning;
  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *link;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  GtkWidget *dismiss_button;
  GtkWidget *ways;

  DpIntakeJob *job; /* (owned) */
  GtkNativeDialog *chooser;
  GCancellable *cancellable;
  guint show_id;
  guint pulse_id;
};

typedef enum
{
  PROP_JOB = 1,
} DpIntakeBarProperty;

static GParamSpec *properties[PROP_JOB + 1];

G_DEFINE_FINAL_TYPE (DpIntakeBar, dp_intake_bar, ADW_TYPE_BIN)

static gboolean
pulse_cb (gpointer user_data)
{
  DpIntakeBar *self = DP_INTAKE_BAR (user_data);

  gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
show_progress (DpIntakeBar *self)
{
  guint64 received = dp_intake_job_get_received (self->job);
  guint64 total = dp_intake_job_get_total (self->job);
  g_autofree char *received_text = g_format_size (received);

  if (dp_intake_job_get_state (self->job) != DP_INTAKE_JOB_RUNNING)
    return;

  if (total > 0 && received <= total)
    {
      g_autofree char *total_text = g_format_size (total);
      /* Translators: how much of a page has arrived: "120 kB of 1.2 MB" */
      g_autofree char *text = g_strdup_printf (_ ("%s of %s"), received_text, total_text);

      g_clear_handle_id (&self->pulse_id, g_source_remove);
      gtk_progress_bar_set_fraction (self->progress, (double) received / total);
      gtk_label_set_label (self->detail, text);
      return;
    }

  if (self->pulse_id == 0)
    self->pulse_id = g_timeout_add (PULSE_MS, pulse_cb, self);
  gtk_label_set_label (self->detail, received > 0 ? received_text : _ ("Waiting for an answer"));
}

static void
show_state (DpIntakeBar *self)
{
  gboolean is_running = dp_intake_job_get_state (self->job) == DP_INTAKE_JOB_RUNNING;
  gboolean is_failed = dp_intake_job_get_state (self->job) == DP_INTAKE_JOB_FAILED;
  const char *link = dp_intake_job_get_link (self->job);
  g_autofree char *name = dp_intake_job_dup_name (self->job);
  /* Translators: %s is a host ("example.org") or the name of a file. */
  g_autofree char *title = g_strdup_printf (is_failed ? _ ("Could Not Get %s") : _ ("Getting %s"), name);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->spinner, is_running);
  gtk_widget_set_visible (self->warning, is_failed);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_running);
  gtk_widget_set_visible (self->cancel_button, is_running);
  gtk_widget_set_visible (self->dismiss_button, is_failed);
  gtk_widget_set_visible (self->ways, is_failed);
  gtk_label_set_label (self->link, link);
  gtk_widget_set_visible (GTK_WIDGET (self->link), is_failed && *link != '\0');

  if (!is_running)
    g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (is_failed)
    {
      g_clear_handle_id (&self->show_id, g_source_remove);
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      gtk_label_set_label (self->detail, dp_intake_job_get_problem (self->job));
    }
  show_progress (self);
}

static gboolean
show_cb (gpointer user_data)
{
  DpIntakeBar *self = DP_INTAKE_BAR (user_data);

  self->show_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
cancel_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  dp_intake_job_cancel (DP_INTAKE_BAR (widget)->job);
}

static void
retry_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  dp_intake_job_retry (DP_INTAKE_BAR (widget)->job);
}

static void
pasted_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (DpIntakeBar) self = DP_INTAKE_BAR (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTransfer) transfer = dp_transfer_read_finish (result, &error);

  if (transfer == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_label_set_label (self->detail, error->message);
    }
  else if (transfer->data != NULL)
    {
      dp_intake_job_take_data (self->job, transfer->data, transfer->media_type, transfer->source, "clipboard");
    }
  else if (transfer->files != NULL)
    {
      dp_intake_job_take_file (self->job, g_ptr_array_index (transfer->files, 0), "file");
    }
  else
    {
      dp_intake_job_take_link (self->job, transfer->link);
    }
}

static void
paste_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DpIntakeBar *self = DP_INTAKE_BAR (widget);

  dp_transfer_read_clipboard_async (gtk_widget_get_clipboard (widget), self->cancellable, pasted_cb, g_object_ref (self));
}

static void
chosen_cb (DpIntakeBar *self,
           int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

      dp_intake_job_take_file (self->job, file, "file");
    }
  g_clear_object (&self->chooser);
}

static void
open_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DpIntakeBar *self = DP_INTAKE_BAR (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (_ ("Open the Saved Page"), window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel")));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

static void
set_job (DpIntakeBar *self,
         DpIntakeJob *job)
{
  self->job = g_object_ref (job);
  g_signal_connect_object (job, "notify::state", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "notify::problem", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "notify::received", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "notify::total", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  self->show_id = g_timeout_add (SHOW_DELAY_MS, show_cb, self);
  show_state (self);
}

static void
dp_intake_bar_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DpIntakeBar *self = DP_INTAKE_BAR (object);

  switch ((DpIntakeBarProperty) prop_id)
    {
    case PROP_JOB:
      g_value_set_object (value, self->job);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_intake_bar_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  DpIntakeBar *self = DP_INTAKE_BAR (object);

  switch ((DpIntakeBarProperty) prop_id)
    {
    case PROP_JOB:
      if (g_value_get_object (value) != NULL)
        set_job (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_intake_bar_dispose (GObject *object)
{
  DpIntakeBar *self = DP_INTAKE_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (dp_intake_bar_parent_class)->dispose (object);
}

static void
dp_intake_bar_finalize (GObject *object)
{
  DpIntakeBar *self = DP_INTAKE_BAR (object);

  g_clear_object (&self->job);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (dp_intake_bar_parent_class)->finalize (object);
}

static void
dp_intake_bar_class_init (DpIntakeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_intake_bar_get_property;
  object_class->set_property = dp_intake_bar_set_property;
  object_class->dispose = dp_intake_bar_dispose;
  object_class->finalize = dp_intake_bar_finalize;

  properties[PROP_JOB] =
      g_param_spec_object ("job", NULL, NULL, DP_TYPE_INTAKE_JOB, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-intake-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DpIntakeBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, DpIntakeBar, warning);
  gtk_widget_class_bind_template_child (widget_class, DpIntakeBar, title);
  gtk_widget_class_bind_template_child (widget_class, DpIntakeBar, detail);
  gtk_widget_class_bind_template_child (widget_class, DpIntakeBar, link);
  gtk_widget_class_bind_template_child (widget_class, DpIntakeBar, progress);
  gtk_widget_class_bind_template_child (widget_class, DpIntakeBar, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DpIntakeBar, dismiss_button);
  gtk_widget_class_bind_template_child (widget_class, DpIntakeBar, ways);

  gtk_widget_class_install_action (widget_class, "job.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "job.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "job.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "job.open", NULL, open_action);
}

static void
dp_intake_bar_init (DpIntakeBar *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_intake_bar_new (DpIntakeJob *job)
{
  g_return_val_if_fail (DP_IS_INTAKE_JOB (job), NULL);

  return g_object_new (DP_TYPE_INTAKE_BAR, "job", job, NULL);
}

DpIntakeJob *
dp_intake_bar_get_job (DpIntakeBar *self)
{
  g_return_val_if_fail (DP_IS_INTAKE_BAR (self), NULL);

  return self->job;
}
