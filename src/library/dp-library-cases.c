/* dp-library-cases.c: making, opening and copying the cases of a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-private.h"

#include "library/dp-case-entry-private.h"
#include "library/dp-copy.h"

static gboolean
make_folder (DpLibrary *self,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (g_file_make_directory_with_parents (self->folder, NULL, &local_error) ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* (transfer full): a folder that is not there yet */
static GFile *
choose_folder (DpLibrary *self,
               DpCase *dp_case)
{
  g_autoptr (GDateTime) now = dp_clock_now (self->clock);

  for (guint attempt = 1;; attempt++)
    {
      g_autofree char *name = dp_copy_name_folder (dp_case, now, attempt);
      g_autoptr (GFile) folder = g_file_get_child (self->folder, name);

      if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_UNKNOWN)
        return g_steal_pointer (&folder);
    }
}

DpCaseFile *
dp_library_create_case (DpLibrary *self,
                        DpCase *dp_case,
                        GBytes *sealed,
                        GError **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (DpCaseFile) file = NULL;

  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (DP_IS_CASE (dp_case), NULL);

  if (!make_folder (self, error))
    return NULL;

  folder = choose_folder (self, dp_case);
  file = dp_case_file_create_sealed (folder, dp_case, sealed, self->clock, error);
  if (file == NULL)
    return NULL;
  dp_library_add_open (self, file);
  dp_library_update (self, file);

  return g_steal_pointer (&file);
}

static void
open_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  DpCaseFile *file = dp_case_file_load_finish (result, &error);

  if (file != NULL)
    {
      dp_library_add_open (g_task_get_source_object (task), file);
      g_task_return_pointer (task, file, g_object_unref);
    }
  else
    g_task_return_error (task, error);
}

void
dp_library_open_async (DpLibrary *self,
                       DpCaseEntry *entry,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DP_IS_LIBRARY (self));
  g_return_if_fail (DP_IS_CASE_ENTRY (entry));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_library_open_async);
  dp_case_file_load_async (dp_case_entry_get_folder (entry), self->clock, cancellable, open_cb, task);
}

DpCaseFile *
dp_library_open_finish (DpLibrary *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GFile *library;
  GFile *source;
  GDateTime *now;
} CopyJob;

static void
copy_job_free (CopyJob *job)
{
  g_object_unref (job->library);
  g_object_unref (job->source);
  g_date_time_unref (job->now);
  g_free (job);
}

static void
copy_thread (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  CopyJob *job = task_data;
  GError *error = NULL;
  DpCaseFacts *facts = dp_copy_case (job->library, job->source, job->now, cancellable, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) dp_case_facts_unref);
  else
    g_task_return_error (task, error);
}

static void
copy_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DpLibrary *self = DP_LIBRARY (g_task_get_source_object (task));
  GError *error = NULL;
  g_autoptr (DpCaseFacts) facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (facts != NULL)
    g_task_return_pointer (task, g_object_ref (dp_library_show_facts (self, facts)), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
dp_library_duplicate_async (DpLibrary *self,
                            DpCaseEntry *entry,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) inner = NULL;
  CopyJob *job;

  g_return_if_fail (DP_IS_LIBRARY (self));
  g_return_if_fail (DP_IS_CASE_ENTRY (entry));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_library_duplicate_async);

  job = g_new0 (CopyJob, 1);
  job->library = g_object_ref (self->folder);
  job->source = g_object_ref (dp_case_entry_get_folder (entry));
  job->now = dp_clock_now (self->clock);
  inner = g_task_new (NULL, cancellable, copy_cb, task);
  g_task_set_source_tag (inner, copy_thread);
  /* A copy that is there is listed, even when it was given up a moment later. */
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) copy_job_free);
  g_task_run_in_thread (inner, copy_thread);
}

DpCaseEntry *
dp_library_duplicate_finish (DpLibrary *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
dp_library_update (DpLibrary *self,
                   DpCaseFile *file)
{
  GFile *folder;
  g_autoptr (GFile) parent = NULL;
  g_autofree char *name = NULL;
  g_autoptr (DpCaseFacts) facts = NULL;
  /* Somebody else may have written the file since: only the next scan can tell. */
  const DpStamp unknown = { 0, 0 };

  g_return_if_fail (DP_IS_LIBRARY (self));
  g_return_if_fail (DP_IS_CASE_FILE (file));

  folder = dp_case_file_get_folder (file);
  parent = g_file_get_parent (folder);
  if (parent == NULL || !g_file_equal (parent, self->folder))
    return;

  name = g_file_get_basename (folder);
  facts = dp_case_facts_new_for_case (name, unknown, dp_case_file_get_case (file));
  dp_library_show_facts (self, facts);
}
