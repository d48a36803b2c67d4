/* dp-versions.c: the copies that a case keeps of an article: fetched anew, read again, taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-versions.h"

#include <glib/gi18n.h>

#include "base/dp-file.h"

gboolean
dp_versions_keep (DpSession *session,
                  DpArticle *article,
                  DpIntakeResult *received,
                  GError **error)
{
  const DpSealed *sealed;

  g_return_val_if_fail (DP_IS_SESSION (session), FALSE);
  g_return_val_if_fail (DP_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (received != NULL, FALSE);

  sealed = dp_article_get_sealed (received->article);
  if (!dp_case_file_seal (dp_session_get_file (session), received->bytes, error))
    return FALSE;

  dp_history_begin (dp_session_get_history (session), _ ("Keep what was fetched"));
  dp_article_add_version (article, sealed);
  dp_history_end (dp_session_get_history (session));
  return TRUE;
}

static void
tell (DpSession *session,
      guint n_lost)
{
  g_autoptr (GPtrArray) waiting = dp_case_list_waiting (dp_session_get_case (session));
  g_autofree char *text = NULL;

  if (waiting->len > 0)
    {
      g_autofree char *phrase = g_strdup_printf (ngettext ("%u highlight waits for your decision", "%u highlights wait for your decision", waiting->len), waiting->len);

      /* Translators: a whole phrase of its own: "2 highlights wait for your decision" */
      text = g_strdup_printf (_ ("New text taken: %s"), phrase);
      dp_session_toast (session, text, _ ("Decide"), "anchors.review");
      return;
    }
  if (n_lost > 0)
    text = g_strdup_printf (ngettext ("New text taken: %u highlight was lost", "New text taken: %u highlights were lost", n_lost), n_lost);
  else
    text = g_strdup (_ ("New text taken: every highlight was found again"));
  dp_session_toast (session, text, _ ("Undo"), "history.undo");
}

void
dp_versions_take (DpSession *session,
                  DpArticle *article,
                  DpArticle *taken)
{
  const DpSealed *sealed;
  guint n_lost;

  g_return_if_fail (DP_IS_SESSION (session));
  g_return_if_fail (DP_IS_ARTICLE (article));
  g_return_if_fail (DP_IS_ARTICLE (taken));

  sealed = dp_article_get_sealed (taken);
  dp_history_begin (dp_session_get_history (session), _ ("Take the new text"));
  if (sealed != NULL)
    dp_article_replace_sealed (article, sealed);
  n_lost = dp_case_correct_text (dp_session_get_case (session), article, dp_article_get_blocks (taken));
  dp_history_end (dp_session_get_history (session));
  tell (session, n_lost);
}

static void
extracted_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  DpIntakeResult *intake_result = dp_intake_finish (DP_INTAKE (source), result, &error);

  if (intake_result == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task, g_object_ref (intake_result->article), g_object_unref);
  dp_intake_result_free (intake_result);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DpSession *session = g_task_get_source_object (task);
  const DpSealed *sealed = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  DpIntake *intake = dp_workbench_get_intake (dp_session_get_workbench (session));
  g_autofree char *sha256 = NULL;
  const char *link = *sealed->final_link != '\0' ? sealed->final_link : sealed->link;

  if (bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  sha256 = dp_sha256 (bytes);
  if (!g_str_equal (sha256, sealed->sha256))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s", _ ("This copy was altered: its bytes are not the ones that were received."));
      return;
    }
  dp_intake_data_async (intake, bytes, sealed->media_type, g_str_equal (sealed->origin, "link") ? link : NULL, "clipboard", g_task_get_cancellable (task), extracted_cb, g_object_ref (task));
}

void
dp_versions_read_async (DpSession *session,
                        const DpSealed *sealed,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (DP_IS_SESSION (session));
  g_return_if_fail (sealed != NULL);

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_versions_read_async);
  g_task_set_task_data (task, dp_sealed_copy (sealed), (GDestroyNotify) dp_sealed_free);
  file = dp_sealed_get_file (sealed, dp_case_file_get_folder (dp_session_get_file (session)));
  g_file_load_bytes_async (file, cancellable, loaded_cb, g_object_ref (task));
}

DpArticle *
dp_versions_read_finish (DpSession *session,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
dp_versions_dup_when (const DpSealed *sealed)
{
  g_autoptr (GDateTime) retrieved = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (sealed != NULL, NULL);

  retrieved = g_date_time_new_from_iso8601 (sealed->retrieved, NULL);
  local = retrieved != NULL ? g_date_time_to_local (retrieved) : NULL;
  return local != NULL ? g_date_time_format (local, "%x, %X") : g_strdup (sealed->retrieved);
}
