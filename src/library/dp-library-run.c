/* dp-library-run.c: making, undoing and redoing a step of a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-private.h"

#include <glib/gi18n-lib.h>
#include "library/dp-case-entry-private.h"
#include "library/dp-library-step-private.h"
#include "model/dp-case-folder.h"

typedef struct
{
  /* Input. */
  DpLibrary *library; /* (owned): only for the parts in the main thread */
  GFile *folder;
  DpClock *clock;
  DpLibraryStep *step;
  gboolean backwards;
  gboolean is_new;
  char *who;
  DpCaseSign sign;
  gpointer sign_data;
  /* In progress. */
  guint part;
  int lock;
  GHashTable *open; /* (element-type DpStepCase DpCaseFile): of those that were open in time */
  gboolean is_noted;
  GError *error;
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  dp_step_unlock (self->lock);
  g_object_unref (self->library);
  g_object_unref (self->folder);
  g_object_unref (self->clock);
  g_object_unref (self->step);
  g_hash_table_unref (self->open);
  g_clear_error (&self->error);
  g_free (self->who);
  g_free (self);
}

/* The open cases. */

void
dp_library_add_open (DpLibrary *self,
                     DpCaseFile *file)
{
  GWeakRef *weak;

  g_return_if_fail (DP_IS_LIBRARY (self));
  g_return_if_fail (DP_IS_CASE_FILE (file));

  for (guint i = self->open->len; i > 0; i--)
    {
      g_autoptr (DpCaseFile) other = g_weak_ref_get (g_ptr_array_index (self->open, i - 1));

      if (other == file)
        return;
      if (other == NULL)
        g_ptr_array_remove_index_fast (self->open, i - 1);
    }
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, file);
  g_ptr_array_add (self->open, weak);
}

gboolean
dp_library_is_stepping (DpLibrary *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), FALSE);

  return self->is_stepping;
}

DpCaseFile *
dp_library_find_open (DpLibrary *self,
                      GFile *folder)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  for (guint i = 0; i < self->open->len; i++)
    {
      g_autoptr (DpCaseFile) file = g_weak_ref_get (g_ptr_array_index (self->open, i));

      if (file != NULL && g_file_equal (dp_case_file_get_folder (file), folder))
        return g_steal_pointer (&file);
    }
  return NULL;
}

void
dp_library_set_sign (DpLibrary *self,
                     DpCaseSign sign,
                     gpointer user_data)
{
  g_return_if_fail (DP_IS_LIBRARY (self));

  self->sign = sign;
  self->sign_data = user_data;
}

/* The parts of a run. Those in the main thread see open cases, those in a thread see files. */

static gboolean
find_open (Run *self,
           GError **error)
{
  for (guint i = 0; i < self->step->cases->len; i++)
    {
      DpStepCase *step_case = g_ptr_array_index (self->step->cases, i);
      g_autoptr (GFile) folder = g_file_get_child (self->folder, step_case->folder);
      g_autoptr (DpCaseFile) file = NULL;
      DpCaseEntry *entry;

      /* A folder that was given another name since. */
      if (*step_case->id != '\0' && !g_file_query_exists (folder, NULL) && (entry = dp_library_find (self->library, step_case->id)) != NULL)
        {
          g_set_object (&folder, dp_case_entry_get_folder (entry));
          g_free (step_case->folder);
          step_case->folder = g_file_get_basename (folder);
        }
      file = dp_library_find_open (self->library, folder);
      if (file != NULL)
        g_hash_table_insert (self->open, step_case, g_steal_pointer (&file));
    }
  return TRUE;
}

static void
plan_case (Run *self,
           DpStepCase *step_case,
           DpCase *dp_case)
{
  g_free (step_case->id);
  step_case->id = g_strdup (dp_case_get_id (dp_case));
  self->step->plan (dp_case, step_case->edits, self->step->plan_data);
}

static gboolean
plan_open (Run *self,
           GError **error)
{
  GHashTableIter iter;
  gpointer step_case;
  gpointer file;

  if (!find_open (self, error) || !self->is_new || self->step->plan == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, &step_case, &file))
    plan_case (self, step_case, dp_case_file_get_case (file));
  return TRUE;
}

static gboolean
plan_closed (Run *self,
             GError **error)
{
  if (!self->is_new)
    return TRUE;
  for (guint i = 0; i < self->step->cases->len && self->step->plan != NULL; i++)
    {
      DpStepCase *step_case = g_ptr_array_index (self->step->cases, i);
      g_autoptr (GFile) folder = g_file_get_child (self->folder, step_case->folder);
      g_autoptr (DpCase) dp_case = NULL;

      if (g_hash_table_contains (self->open, step_case))
        continue;
      dp_case = dp_case_folder_load (folder, NULL, NULL, NULL);
      if (dp_case != NULL)
        plan_case (self, step_case, dp_case);
      else
        self->step->n_left++;
    }
  return TRUE;
}

static void
drop_untouched (Run *self)
{
  for (guint i = self->step->cases->len; i > 0; i--)
    {
      DpStepCase *step_case = g_ptr_array_index (self->step->cases, i - 1);

      if (step_case->edits->len > 0)
        continue;
      g_hash_table_remove (self->open, step_case);
      g_ptr_array_remove_index (self->step->cases, i - 1);
    }
}

static gboolean
set_state (Run *self,
           DpStepState state,
           GError **error)
{
  DpStepState old = self->step->state;

  dp_library_step_set_state (self->step, state);
  if (dp_library_step_write (self->step, self->folder, error))
    return TRUE;
  dp_library_step_set_state (self->step, old);
  return FALSE;
}

static gboolean
begin (Run *self,
       GError **error)
{
  g_autofree char *name = NULL;

  self->lock = dp_step_lock (self->folder, error);
  if (self->lock < 0)
    return FALSE;
  dp_library_step_recover_locked (self->folder, self->lock);

  if (self->is_new)
    {
      drop_untouched (self);
      g_free (self->step->when);
      self->step->when = dp_clock_now_text (self->clock);
    }
  name = g_file_get_basename (dp_library_step_choose_file (self->step, self->folder));
  if (!dp_step_lock_note (self->lock, name, error) ||
      !set_state (self, self->backwards ? DP_STEP_UNDOING : DP_STEP_DOING, error))
    return FALSE;
  self->is_noted = TRUE;

  for (guint i = 0; i < self->step->files->len; i++)
    {
      DpStepFile *file = g_ptr_array_index (self->step->files, i);

      if (!dp_step_file_carry (file, self->folder, self->backwards, error))
        return FALSE;
      file->is_written = TRUE;
    }
  return TRUE;
}

static gboolean
change_open_case (Run *self,
                  DpStepCase *step_case,
                  DpCaseFile *file,
                  gboolean backwards,
                  GError **error)
{
  DpHistory *history = dp_case_file_get_history (file);
  DpCase *dp_case = dp_case_file_get_case (file);
  guint n_left = 0;

  dp_history_break (history);
  dp_history_begin (history, self->step->label);
  step_case->is_written = TRUE;
  if (dp_case_edits_apply (step_case->edits, dp_case, backwards, &n_left) && self->sign != NULL)
    self->sign (dp_case, self->sign_data);
  dp_history_end (history);
  self->step->n_left += n_left;
  dp_library_update (self->library, file);
  return dp_case_file_save (file, error);
}

static gboolean
change_open (Run *self,
             GError **error)
{
  GHashTableIter iter;
  gpointer step_case;
  gpointer file;

  g_hash_table_remove_all (self->open);
  find_open (self, NULL);
  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, &step_case, &file))
    {
      if (!change_open_case (self, step_case, file, self->backwards, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_closed (Run *self,
               GError **error)
{
  for (guint i = 0; i < self->step->cases->len; i++)
    {
      DpStepCase *step_case = g_ptr_array_index (self->step->cases, i);

      if (!g_hash_table_contains (self->open, step_case) &&
          !dp_step_case_carry (step_case, self->step, self->folder, self->clock, self->backwards, self->sign, self->sign_data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
end (Run *self,
     GError **error)
{
  g_free (self->step->undone_by);
  g_free (self->step->undone_when);
  self->step->undone_by = g_strdup (self->backwards ? self->who : "");
  self->step->undone_when = self->backwards ? dp_clock_now_text (self->clock) : g_strdup ("");
  if (!set_state (self, self->backwards ? DP_STEP_UNDONE : DP_STEP_DONE, error))
    return FALSE;
  dp_step_lock_note (self->lock, "", NULL);
  return TRUE;
}

static const struct
{
  gboolean (*run) (Run *self, GError **error);
  gboolean in_thread;
} parts[] = {
  { plan_open, FALSE },
  { plan_closed, TRUE },
  { begin, TRUE },
  { change_open, FALSE },
  { change_closed, TRUE },
  { end, TRUE },
};

/* All or nothing: what is done already goes back. */
static void
take_back (Run *self)
{
  if (!self->is_noted)
    return;

  for (guint i = 0; i < self->step->cases->len; i++)
    {
      DpStepCase *step_case = g_ptr_array_index (self->step->cases, i);
      DpCaseFile *file = g_hash_table_lookup (self->open, step_case);

      if (!step_case->is_written)
        continue;
      if (file != NULL)
        change_open_case (self, step_case, file, !self->backwards, NULL);
      else
        dp_step_case_carry (step_case, self->step, self->folder, self->clock, !self->backwards, NULL, NULL, NULL);
    }
  for (guint i = 0; i < self->step->files->len; i++)
    {
      DpStepFile *file = g_ptr_array_index (self->step->files, i);

      if (file->is_written)
        dp_step_file_carry (file, self->folder, !self->backwards, NULL);
    }
  if (self->is_new)
    {
      g_file_delete (self->step->journal, NULL, NULL);
      g_clear_object (&self->step->journal);
    }
  else
    set_state (self, self->backwards ? DP_STEP_DONE : DP_STEP_UNDONE, NULL);
  dp_step_lock_note (self->lock, "", NULL);
}

static Run *
run_new (DpLibrary *library,
         DpLibraryStep *step,
         gboolean backwards,
         const char *who)
{
  Run *self = g_new0 (Run, 1);

  self->library = g_object_ref (library);
  self->folder = g_object_ref (library->folder);
  self->clock = g_object_ref (library->clock);
  self->step = g_object_ref (step);
  self->backwards = backwards;
  self->is_new = step->journal == NULL;
  self->who = g_strdup (who != NULL ? who : "");
  self->sign = library->sign;
  self->sign_data = library->sign_data;
  self->lock = -1;
  self->open = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  step->n_left = 0;
  for (guint i = 0; i < step->files->len; i++)
    ((DpStepFile *) g_ptr_array_index (step->files, i))->is_written = FALSE;
  for (guint i = 0; i < step->cases->len; i++)
    ((DpStepCase *) g_ptr_array_index (step->cases, i))->is_written = FALSE;
  library->is_stepping = TRUE;
  g_object_notify (G_OBJECT (library), "is-stepping");
  return self;
}

/* In the main thread: whether it went well. */
static gboolean
conclude (Run *self)
{
  DpLibrary *library = self->library;

  if (self->error != NULL)
    take_back (self);
  dp_step_unlock (self->lock);
  self->lock = -1;
  library->is_stepping = FALSE;
  if (self->error != NULL)
    {
      g_object_notify (G_OBJECT (library), "is-stepping");
      return FALSE;
    }

  if (self->is_new)
    g_list_store_insert (G_LIST_STORE (dp_library_list_steps (library)), 0, self->step);
  dp_library_stamp_steps (library);
  dp_library_step_notify (self->step);
  g_signal_emit_by_name (library, "stepped", self->step);
  g_object_notify (G_OBJECT (library), "is-stepping");
  return TRUE;
}

static gboolean
is_busy (DpLibrary *self,
         GError **error)
{
  if (!self->is_stepping)
    return FALSE;
  g_set_error_literal (error, DP_LIBRARY_STEP_ERROR, DP_LIBRARY_STEP_ERROR_BUSY, _ ("The last change of the library is still being made. Try again in a moment."));
  return TRUE;
}

/* Waiting for it. */

gboolean
dp_library_run_here (DpLibrary *library,
                     DpLibraryStep *step,
                     gboolean backwards,
                     const char *who,
                     GError **error)
{
  Run *run;
  gboolean is_done;

  if (is_busy (library, error))
    return FALSE;
  /* Read before there is one more. */
  dp_library_list_steps (library);
  run = run_new (library, step, backwards, who);
  for (guint i = 0; i < G_N_ELEMENTS (parts) && run->error == NULL; i++)
    {
      if (!parts[i].run (run, &run->error))
        g_assert (run->error != NULL);
    }
  is_done = conclude (run);
  if (!is_done)
    g_propagate_error (error, g_steal_pointer (&run->error));
  run_free (run);
  return is_done;
}

/* Not waiting. */

static void go_on (GTask *task);

static void
part_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  Run *run = task_data;

  parts[run->part].run (run, &run->error);
  g_task_return_boolean (task, TRUE);
}

static void
part_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);

  run->part++;
  go_on (task);
}

static void
go_on (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  while (run->part < G_N_ELEMENTS (parts) && run->error == NULL)
    {
      g_autoptr (GTask) inner = NULL;

      if (!parts[run->part].in_thread)
        {
          parts[run->part].run (run, &run->error);
          run->part++;
          continue;
        }
      inner = g_task_new (NULL, NULL, part_cb, task);
      g_task_set_source_tag (inner, go_on);
      g_task_set_task_data (inner, run, NULL);
      g_task_run_in_thread (inner, part_thread);
      return;
    }

  if (conclude (run))
    {
      if (run->step->cases->len > 0)
        dp_library_scan_async (run->library, NULL, NULL, NULL);
      g_task_return_pointer (task, g_object_ref (run->step), g_object_unref);
    }
  else
    g_task_return_error (task, g_steal_pointer (&run->error));
  g_object_unref (task);
}

void
dp_library_run_task (DpLibrary *self,
                     DpLibraryStep *step,
                     gboolean backwards,
                     const char *who,
                     GTask *task)
{
  GError *error = NULL;

  if (is_busy (self, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  dp_library_list_steps (self);
  g_task_set_task_data (task, run_new (self, step, backwards, who), run_free);
  g_task_set_check_cancellable (task, FALSE);
  go_on (task);
}

void
dp_library_run_async (DpLibrary *self,
                      DpLibraryStep *step,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DP_IS_LIBRARY (self));
  g_return_if_fail (DP_IS_LIBRARY_STEP (step));
  g_return_if_fail (step->journal == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_library_run_async);
  dp_library_run_task (self, step, FALSE, NULL, task);
}

gboolean
dp_library_run_finish (DpLibrary *self,
                       GAsyncResult *result,
                       GError **error)
{
  g_autoptr (DpLibraryStep) step = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  step = g_task_propagate_pointer (G_TASK (result), error);
  return step != NULL;
}

gboolean
dp_library_run (DpLibrary *self,
                DpLibraryStep *step,
                GError **error)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (DP_IS_LIBRARY_STEP (step), FALSE);
  g_return_val_if_fail (step->journal == NULL, FALSE);

  return dp_library_run_here (self, step, FALSE, NULL, error);
}
