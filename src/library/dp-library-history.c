/* dp-library-history.c: the steps of a library, and taking back the last one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-private.h"

#include <glib/gi18n-lib.h>
#include "library/dp-library-step-private.h"

/* How many steps are shown, and can be undone. */
#define N_STEPS 200

/* When something was written into the folder of steps; "" when there is none. */
static char *
dup_stamp (DpLibrary *self)
{
  g_autoptr (GFile) folder = g_file_get_child (self->folder, DP_STEPS_FOLDER);
  g_autoptr (GFileInfo) info = g_file_query_info (folder, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%06u",
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC));
}

void
dp_library_stamp_steps (DpLibrary *self)
{
  g_free (self->steps_stamp);
  self->steps_stamp = dup_stamp (self);
}

void
dp_library_refresh_steps (DpLibrary *self)
{
  g_autofree char *stamp = NULL;
  g_autoptr (GListStore) old = NULL;

  if (self->steps == NULL || self->is_stepping)
    return;
  stamp = dup_stamp (self);
  if (g_strcmp0 (stamp, self->steps_stamp) == 0)
    return;
  old = g_steal_pointer (&self->steps);
  dp_library_list_steps (self);
  /* Who shows the list keeps it. */
  {
    g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->steps)); i++)
      g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->steps), i));
    g_list_store_splice (old, 0, g_list_model_get_n_items (G_LIST_MODEL (old)), items->pdata, items->len);
  }
  g_set_object (&self->steps, old);
}

GListModel *
dp_library_list_steps (DpLibrary *self)
{
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);

  if (self->steps != NULL)
    return G_LIST_MODEL (self->steps);

  dp_library_stamp_steps (self);
  self->steps = g_list_store_new (DP_TYPE_LIBRARY_STEP);
  files = dp_library_step_list_files (self->folder);
  for (guint i = files->len; i > 0 && i + N_STEPS > files->len; i--)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DpLibraryStep) step = dp_library_step_read (g_ptr_array_index (files, i - 1), &error);

      if (step != NULL)
        g_list_store_append (self->steps, step);
      else
        g_debug ("Not in the history: %s", error->message);
    }
  return G_LIST_MODEL (self->steps);
}

/* The latest that stands; those above it were undone, and the last of them is what can be redone. */
static DpLibraryStep *
find_step (DpLibrary *self,
           gboolean for_redo)
{
  GListModel *steps = dp_library_list_steps (self);
  DpLibraryStep *above = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (DpLibraryStep) step = g_list_model_get_item (steps, i);

      if (!dp_library_step_is_undone (step))
        return for_redo ? above : step;
      above = step;
    }
  return for_redo ? above : NULL;
}

DpLibraryStep *
dp_library_get_undo_step (DpLibrary *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);

  return find_step (self, FALSE);
}

DpLibraryStep *
dp_library_get_redo_step (DpLibrary *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);

  return find_step (self, TRUE);
}

static void
set_nothing (gboolean backwards,
             GError **error)
{
  g_set_error_literal (error, DP_LIBRARY_STEP_ERROR, DP_LIBRARY_STEP_ERROR_NOTHING, backwards ? _ ("There is no change of the library to undo") : _ ("There is no change of the library to redo"));
}

static void
move_async (DpLibrary *self,
            gboolean backwards,
            const char *who,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  DpLibraryStep *step = find_step (self, !backwards);
  GError *error = NULL;

  g_task_set_source_tag (task, dp_library_undo_async);
  if (step != NULL)
    {
      dp_library_run_task (self, step, backwards, who, task);
      return;
    }
  set_nothing (backwards, &error);
  g_task_return_error (task, error);
  g_object_unref (task);
}

void
dp_library_undo_async (DpLibrary *self,
                       const char *who,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (DP_IS_LIBRARY (self));

  move_async (self, TRUE, who, cancellable, callback, user_data);
}

void
dp_library_redo_async (DpLibrary *self,
                       const char *who,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (DP_IS_LIBRARY (self));

  move_async (self, FALSE, who, cancellable, callback, user_data);
}

DpLibraryStep *
dp_library_undo_finish (DpLibrary *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static DpLibraryStep *
move_here (DpLibrary *self,
           gboolean backwards,
           const char *who,
           GError **error)
{
  DpLibraryStep *step = find_step (self, !backwards);

  if (step == NULL)
    {
      set_nothing (backwards, error);
      return NULL;
    }
  return dp_library_run_here (self, step, backwards, who, error) ? g_object_ref (step) : NULL;
}

DpLibraryStep *
dp_library_undo (DpLibrary *self,
                 const char *who,
                 GError **error)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);

  return move_here (self, TRUE, who, error);
}

DpLibraryStep *
dp_library_redo (DpLibrary *self,
                 const char *who,
                 GError **error)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);

  return move_here (self, FALSE, who, error);
}
