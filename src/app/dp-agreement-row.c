/* dp-agreement-row.c: how far the cross-checks of a library agree, in one row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-agreement-row.h"

#include <glib/gi18n.h>

#include "review/dp-agreement.h"

struct _DpAgreementRow
{
  AdwActionRow parent_instance;

  GFile *library;            /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DpAgreementRow, dp_agreement_row, ADW_TYPE_ACTION_ROW)

static void
count_thread (GTask *task,
              gpointer source_object,
              gpointer task_data,
              GCancellable *cancellable)
{
  g_autoptr (DpAgreement) agreement = dp_agreement_new ();
  DpAgreementFigures *figures;
  GError *error = NULL;

  if (!dp_agreement_add_library (agreement, task_data, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  figures = g_new (DpAgreementFigures, 1);
  *figures = dp_agreement_get_figures (agreement);
  g_task_return_pointer (task, figures, g_free);
}

static void
counted_cb (GObject *source_object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree DpAgreementFigures *figures = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = figures != NULL ? dp_agreement_dup_sentence (figures) : g_strdup (error->message);
  markup = g_markup_escape_text (text, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (source_object), markup);
}

static void
count (DpAgreementRow *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->library == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, counted_cb, NULL);
  g_task_set_source_tag (task, count);
  g_task_set_task_data (task, g_object_ref (self->library), g_object_unref);
  g_task_run_in_thread (task, count_thread);
}

static void
dp_agreement_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dp_agreement_row_parent_class)->map (widget);
  count (DP_AGREEMENT_ROW (widget));
}

static void
dp_agreement_row_dispose (GObject *object)
{
  DpAgreementRow *self = DP_AGREEMENT_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (dp_agreement_row_parent_class)->dispose (object);
}

static void
dp_agreement_row_class_init (DpAgreementRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dp_agreement_row_dispose;
  GTK_WIDGET_CLASS (klass)->map = dp_agreement_row_map;
}

static void
dp_agreement_row_init (DpAgreementRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Agreement of cross-checks"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ ("Counting…"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 4);
}

void
dp_agreement_row_set_library (DpAgreementRow *self,
                              GFile *library)
{
  g_return_if_fail (DP_IS_AGREEMENT_ROW (self));

  g_set_object (&self->library, library);
  count (self);
}
