/* dp-library-scan.c: bringing a library up to date with its folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-private.h"

#include "library/dp-case-entry-private.h"

/* Work in threads. The task of a thread may be freed by that thread, so it never holds the library:
 * the outer task does, which stays in this one. */

typedef struct
{
  /* Input. */
  GFile *folder;
  GFile *index_file;
  gboolean open_index;
  gboolean recover;
  GHashTable *known;
  /* Lent by the library for as long as the scan runs. */
  DpIndex *index;
} ScanJob;

static void
scan_job_free (ScanJob *job)
{
  g_object_unref (job->folder);
  g_object_unref (job->index_file);
  g_hash_table_unref (job->known);
  g_clear_pointer (&job->index, dp_index_close);
  g_free (job);
}

static ScanJob *
scan_job_new (DpLibrary *self)
{
  ScanJob *job = g_new0 (ScanJob, 1);

  job->folder = g_object_ref (self->folder);
  job->index_file = g_object_ref (self->index_file);
  job->open_index = !self->is_index_tried;
  job->recover = !self->is_recovered && !self->is_stepping;
  self->is_recovered |= job->recover;
  job->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) dp_case_facts_unref);
  job->index = g_steal_pointer (&self->index);
  for (guint i = 0; i < self->entries->len; i++)
    {
      DpCaseFacts *facts = dp_case_entry_get_facts (g_ptr_array_index (self->entries, i));

      g_hash_table_replace (job->known, facts->name, dp_case_facts_ref (facts));
    }

  return job;
}

/* What is listed already counts more than what stands in the index. */
static void
open_index (ScanJob *job)
{
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer facts;

  job->index = dp_index_open (job->index_file, &known, &error);
  if (job->index == NULL)
    {
      g_debug ("Going on without an index: %s", error->message);
      return;
    }

  g_hash_table_iter_init (&iter, job->known);
  while (g_hash_table_iter_next (&iter, NULL, &facts))
    g_hash_table_replace (known, ((DpCaseFacts *) facts)->name, dp_case_facts_ref (facts));
  g_hash_table_unref (job->known);
  job->known = g_steal_pointer (&known);
}

static void
store_scan (ScanJob *job,
            DpScan *scan)
{
  g_autoptr (GError) error = NULL;

  if (job->index == NULL || (scan->changed->len == 0 && scan->gone->len == 0) ||
      dp_index_store (job->index, scan->changed, scan->gone, &error))
    return;

  g_debug ("The index is not written: %s", error->message);
  /* Damaged: the next start makes it anew. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_clear_pointer (&job->index, dp_index_close);
      g_file_delete (job->index_file, NULL, NULL);
    }
}

static void
scan_thread (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  ScanJob *job = task_data;
  GError *error = NULL;
  DpScan *scan;

  if (job->recover)
    dp_library_step_recover (job->folder);
  if (job->open_index)
    open_index (job);

  scan = dp_scan_folder (job->folder, job->known, cancellable, &error);
  if (scan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  store_scan (job, scan);
  g_task_return_pointer (task, scan, (GDestroyNotify) dp_scan_free);
}

static void begin_scan (DpLibrary *self);

static void
scan_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  DpLibrary *self = DP_LIBRARY (user_data);
  ScanJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) task = g_queue_pop_head (&self->scans);
  g_autoptr (GError) error = NULL;
  /* Not propagated to a cancelled result: what was read is read. */
  g_autoptr (DpScan) scan = g_task_propagate_pointer (G_TASK (result), &error);

  self->index = g_steal_pointer (&job->index);
  self->is_index_tried = TRUE;
  if (scan != NULL)
    dp_library_show_scan (self, scan);
  g_hash_table_remove_all (self->touched);
  dp_library_refresh_steps (self);

  if (!g_queue_is_empty (&self->scans))
    begin_scan (self);
  else
    g_object_notify (G_OBJECT (self), "is-scanning");

  if (scan != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
begin_scan (DpLibrary *self)
{
  GTask *task = g_queue_peek_head (&self->scans);
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), scan_cb, self);

  g_task_set_source_tag (inner, begin_scan);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, scan_job_new (self), (GDestroyNotify) scan_job_free);
  g_task_run_in_thread (inner, scan_thread);
}

void
dp_library_scan_async (DpLibrary *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DP_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_library_scan_async);
  g_queue_push_tail (&self->scans, task);
  if (g_queue_get_length (&self->scans) > 1)
    return;

  g_object_notify (G_OBJECT (self), "is-scanning");
  begin_scan (self);
}

gboolean
dp_library_scan_finish (DpLibrary *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
