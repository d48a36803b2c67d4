/* dp-closing.c: a case is closed only when it is saved, or when its writer says otherwise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-closing.h"

#include <string.h>

#include <glib/gi18n.h>

static void ask (GTask *task,
                 const char *problem);

static DpCaseFile *
get_file (GTask *task)
{
  return dp_session_get_file (DP_SESSION (g_task_get_task_data (task)));
}

static void
save_copy (GTask *task)
{
  g_autoptr (GError) error = NULL;

  if (dp_case_file_save_as_copy (get_file (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    ask (task, error->message);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char *response,
             gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);

  if (strcmp (response, "copy") == 0)
    save_copy (task);
  else
    g_task_return_boolean (task, strcmp (response, "discard") == 0);
}

static void
ask (GTask *task,
     const char *problem)
{
  const char *title = dp_case_get_title (dp_session_get_case (DP_SESSION (g_task_get_task_data (task))));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (g_task_get_source_object (task)), NULL, NULL);

  if (*title == '\0')
    title = _ ("Untitled Case");
  /* Translators: %s is the title of a case; \u2068 and \u2069 keep its direction apart, leave them. */
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("“\u2068%s\u2069” Is Not Saved"), title);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), problem);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel",
                                    _ ("Cancel"),
                                    "discard",
                                    _ ("Close Without Saving"),
                                    "copy",
                                    _ ("Save a Copy"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "copy", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), g_object_ref (task));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  g_autoptr (GError) error = NULL;

  if (dp_case_file_save_finish (DP_CASE_FILE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    ask (task, error->message);
}

void
dp_closing_ask_async (GtkWindow *window,
                      DpSession *session,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (DP_IS_SESSION (session));

  task = g_task_new (window, NULL, callback, user_data);
  g_task_set_source_tag (task, dp_closing_ask_async);
  g_task_set_task_data (task, g_object_ref (session), g_object_unref);
  dp_case_file_save_async (dp_session_get_file (session), NULL, saved_cb, g_object_ref (task));
}

gboolean
dp_closing_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dp_closing_ask_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
