/* dp-library-trash.c: cases that were thrown away, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-private.h"

#include "library/dp-case-entry-private.h"

/* (transfer full): @name in @folder, or with a number when that is taken */
static GFile *
find_place (GFile *folder,
            const char *name)
{
  for (guint attempt = 1;; attempt++)
    {
      g_autofree char *numbered = attempt == 1 ? g_strdup (name) : g_strdup_printf ("%s-%u", name, attempt);
      g_autoptr (GFile) place = g_file_get_child (folder, numbered);

      if (g_file_query_file_type (place, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_UNKNOWN)
        return g_steal_pointer (&place);
    }
}

/* Within one file system, so that the folder is in one place or the other. */
static gboolean
move_folder (GFile *from,
             GFile *to,
             GError **error)
{
  return g_file_move (from, to, G_FILE_COPY_NO_FALLBACK_FOR_MOVE | G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, error);
}

gboolean
dp_library_trash (DpLibrary *self,
                  DpCaseEntry *entry,
                  GError **error)
{
  g_autoptr (GFile) trash = NULL;
  g_autoptr (GFile) place = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *name;
  guint position;

  g_return_val_if_fail (DP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (DP_IS_CASE_ENTRY (entry), FALSE);
  g_return_val_if_fail (g_ptr_array_find (self->entries, entry, &position), FALSE);

  trash = g_file_get_child (self->folder, ".trash");
  if (!g_file_make_directory (trash, NULL, &local_error) && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  name = dp_case_entry_get_facts (entry)->name;
  place = find_place (trash, name);
  if (!move_folder (dp_case_entry_get_folder (entry), place, error))
    return FALSE;

  dp_library_touch (self, name);
  g_hash_table_replace (self->trashed, g_object_ref (entry), g_steal_pointer (&place));
  dp_library_remove_entry (self, position);

  return TRUE;
}

gboolean
dp_library_restore (DpLibrary *self,
                    DpCaseEntry *entry,
                    GError **error)
{
  GFile *trashed;
  DpCaseFacts *facts;
  g_autoptr (GFile) place = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (DP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (DP_IS_CASE_ENTRY (entry), FALSE);

  trashed = g_hash_table_lookup (self->trashed, entry);
  g_return_val_if_fail (trashed != NULL, FALSE);

  facts = dp_case_entry_get_facts (entry);
  place = find_place (self->folder, facts->name);
  if (!move_folder (trashed, place, error))
    return FALSE;

  name = g_file_get_basename (place);
  if (!g_str_equal (name, facts->name))
    {
      g_autoptr (DpCaseFacts) renamed = dp_case_facts_new_renamed (facts, name);

      dp_case_entry_set_facts (entry, renamed);
      dp_case_entry_set_folder (entry, place);
    }
  dp_library_touch (self, name);
  dp_library_insert_entry (self, entry);
  g_hash_table_remove (self->trashed, entry);

  return TRUE;
}

static gboolean
trash_children (GFile *trash,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (trash, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, &local_error);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  while (children != NULL)
    {
      GFileInfo *info;
      GFile *child;
      g_autoptr (GError) trash_error = NULL;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, &local_error))
        break;
      if (info == NULL)
        return TRUE;
      /* On a disk without a trash it stays where it is: nothing is ever deleted here. */
      if (!g_file_trash (child, cancellable, &trash_error))
        g_debug ("Stays in the library's own trash: %s", trash_error->message);
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static void
empty_trash_thread (GTask *task,
                    gpointer source_object,
                    gpointer task_data,
                    GCancellable *cancellable)
{
  GError *error = NULL;

  if (trash_children (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
empty_trash_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
dp_library_empty_trash_async (DpLibrary *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) inner = NULL;

  g_return_if_fail (DP_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_library_empty_trash_async);

  inner = g_task_new (NULL, cancellable, empty_trash_cb, task);
  g_task_set_source_tag (inner, empty_trash_thread);
  g_task_set_task_data (inner, g_file_get_child (self->folder, ".trash"), g_object_unref);
  g_task_run_in_thread (inner, empty_trash_thread);
}

gboolean
dp_library_empty_trash_finish (DpLibrary *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
