/* dp-sample.c: the shipped sample library, put into one's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-sample.h"

#include <glib/gi18n.h>

/* A case is a folder of folders of files; a deeper one is not ours. */
#define MAX_DEPTH 4

static gboolean
make_folder (GFile *folder,
             GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &local) || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean copy_children (GFile *from,
                               GFile *to,
                               guint depth,
                               GCancellable *cancellable,
                               GError **error);

/* Installed data is read only; the copy must not be. */
static gboolean
copy_item (GFile *from,
           GFile *to,
           GFileType type,
           guint depth,
           GCancellable *cancellable,
           GError **error)
{
  if (type == G_FILE_TYPE_DIRECTORY)
    return depth < MAX_DEPTH && make_folder (to, error) && copy_children (from, to, depth + 1, cancellable, error);
  return g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, error);
}

static gboolean
copy_children (GFile *from,
               GFile *to,
               guint depth,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (from, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (children == NULL)
    return FALSE;

  for (;;)
    {
      GFileInfo *info;
      GFile *child;
      g_autoptr (GFile) target = NULL;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      target = g_file_get_child (to, g_file_info_get_name (info));
      if (!copy_item (child, target, g_file_info_get_file_type (info), depth, cancellable, error))
        return FALSE;
    }
}

static void
remove_tree (GFile *folder)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child != NULL)
    remove_tree (child);
  g_file_delete (folder, NULL, NULL);
}

/* First under a name that no library lists, then at once under its own. */
static gboolean
copy_case (GFile *from,
           GFile *library,
           GFileType type,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *name = g_file_get_basename (from);
  g_autofree char *hidden_name = g_strdup_printf (".%s.part", name);
  g_autoptr (GFile) target = g_file_get_child (library, name);
  g_autoptr (GFile) hidden = g_file_get_child (library, hidden_name);

  if (g_file_query_exists (target, NULL))
    return TRUE;

  remove_tree (hidden);
  if (copy_item (from, hidden, type, 0, cancellable, error) && g_file_move (hidden, target, G_FILE_COPY_NONE, cancellable, NULL, NULL, error))
    return TRUE;

  remove_tree (hidden);
  return FALSE;
}

static gboolean
copy_library (GFile *from,
              GFile *to,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;

  if (!make_folder (to, error))
    return FALSE;
  children = g_file_enumerate_children (from, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (children == NULL)
    return FALSE;

  for (;;)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (!copy_case (child, to, g_file_info_get_file_type (info), cancellable, error))
        return FALSE;
    }
}

static void
copy_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  GPtrArray *folders = task_data;
  g_autoptr (GError) error = NULL;

  if (copy_library (g_ptr_array_index (folders, 0), g_ptr_array_index (folders, 1), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
dp_sample_copy_async (GFile *from,
                      GFile *to,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *folders;

  g_return_if_fail (G_IS_FILE (from));
  g_return_if_fail (G_IS_FILE (to));

  folders = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (folders, g_object_ref (from));
  g_ptr_array_add (folders, g_object_ref (to));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_sample_copy_async);
  g_task_set_task_data (task, folders, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, copy_in_thread);
}

gboolean
dp_sample_copy_finish (GAsyncResult *result,
                       GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dp_sample_copy_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
