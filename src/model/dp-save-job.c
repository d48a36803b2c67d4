/* dp-save-job.c: one writing of a case, which a thread does and anybody can wait for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-save-job.h"

#include "base/dp-file.h"
#include "model/dp-case-folder.h"
#include "model/dp-case-text.h"

struct _DpSaveJob
{
  gatomicrefcount ref_count;

  /* Input. */
  GFile *folder;
  GPtrArray *parts; /* (element-type GBytes) */
  char *expected;
  /* In progress. */
  GMutex mutex;
  GCond cond;
  gboolean done;
  /* Results. */
  GError *error; /* (nullable) */
  char *digest;  /* of what was written */
};

DpSaveJob *
dp_save_job_new (GFile *folder,
                 GPtrArray *parts,
                 const char *expected)
{
  DpSaveJob *self = g_new0 (DpSaveJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->folder = g_object_ref (folder);
  self->parts = g_ptr_array_ref (parts);
  self->expected = g_strdup (expected);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

DpSaveJob *
dp_save_job_ref (DpSaveJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dp_save_job_unref (DpSaveJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->folder);
  g_ptr_array_unref (self->parts);
  g_free (self->expected);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_clear_error (&self->error);
  g_free (self->digest);
  g_free (self);
}

void
dp_save_job_run (DpSaveJob *self)
{
  g_autoptr (GBytes) bytes = dp_case_text_join (self->parts);
  GError *error = NULL;
  char *digest = dp_sha256 (bytes);

  dp_case_folder_write (self->folder, bytes, self->expected, &error);

  g_mutex_lock (&self->mutex);
  self->error = error;
  self->digest = digest;
  self->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
dp_save_job_wait (DpSaveJob *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

const GError *
dp_save_job_get_error (DpSaveJob *self)
{
  return self->error;
}

const char *
dp_save_job_get_digest (DpSaveJob *self)
{
  return self->digest;
}
