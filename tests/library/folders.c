/* folders.c: folders of cases for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <glib/gstdio.h>
#include "library/dp-copy.h"

void
folders_set_up (Folders *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("disproof-library-XXXXXX", &error);

  g_assert_no_error (error);
  self->top = g_file_new_for_path (path);
  self->library = g_file_get_child (self->top, "library");
  self->cache = g_file_get_child (self->top, "cache");
  self->clock = dp_clock_new_fixed (TEST_TIME);
  g_assert_true (g_file_make_directory (self->library, NULL, NULL));
}

void
folders_tear_down (Folders *self,
                   gconstpointer data)
{
  dp_copy_discard (self->top);
  g_assert_false (g_file_query_exists (self->top, NULL));
  g_object_unref (self->clock);
  g_object_unref (self->cache);
  g_object_unref (self->library);
  g_object_unref (self->top);
}

void
folders_set_age (GFile *file,
                 guint seconds)
{
  struct timespec times[2] = { { 0 } };

  times[0].tv_sec = times[1].tv_sec = g_get_real_time () / G_USEC_PER_SEC - seconds;
  g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (file), times, 0), ==, 0);
}

GFile *
folders_add_case (Folders *self,
                  const char *name,
                  const char *title)
{
  g_autoptr (GFile) folder = g_file_get_child (self->library, name);
  g_autoptr (GFile) json = g_file_get_child (folder, "case.json");
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (GError) error = NULL;

  dp_clock_advance (self->clock, 60);
  dp_case_set_title (dp_case, title);
  file = dp_case_file_create (folder, dp_case, self->clock, &error);
  g_assert_no_error (error);
  folders_set_age (json, 24 * 60 * 60);

  return g_steal_pointer (&folder);
}

void
folders_write (Folders *self,
               const char *path,
               const char *text)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (self->library, path);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_file_peek_path (folder), 0700), ==, 0);
  g_file_set_contents (g_file_peek_path (file), text, -1, &error);
  g_assert_no_error (error);
}

DpLibrary *
folders_open (Folders *self)
{
  return dp_library_new (self->library, self->cache, self->clock);
}

static void
scanned_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (dp_library_scan_finish (DP_LIBRARY (object), result, &error));
  g_assert_no_error (error);
  *done = TRUE;
}

void
folders_scan (DpLibrary *library)
{
  gboolean done = FALSE;

  dp_library_scan_async (library, NULL, scanned_cb, &done);
  g_assert_true (dp_library_is_scanning (library));
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

char *
folders_list_titles (DpLibrary *library)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (DpCaseEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "\n" : "", dp_case_entry_get_title (entry));
    }

  return g_string_free (titles, FALSE);
}
