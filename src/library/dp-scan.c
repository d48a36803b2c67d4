/* dp-scan.c: which cases lie in a folder, and what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-scan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <glib/gi18n-lib.h>
#include "model/dp-case-file.h"

/* The clocks of file systems are coarse, that of a USB stick counts two seconds. A file changed so
 * lately may change once more and show the same time. */
#define UNSETTLED_NANOSECONDS ((gint64) 3 * 1000000000)

typedef DIR Directory;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Directory, closedir)

void
dp_scan_free (DpScan *self)
{
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->gone);
  g_free (self);
}

static DpScan *
scan_new (void)
{
  DpScan *self = g_new0 (DpScan, 1);

  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_case_facts_unref);
  self->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_case_facts_unref);
  self->gone = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/* Links are not followed: what they lead to is not in the library. */
static gboolean
is_folder (Directory *directory,
           const struct dirent *item)
{
  struct stat status;

  if (item->d_name[0] == '.')
    return FALSE;
  if (item->d_type != DT_UNKNOWN)
    return item->d_type == DT_DIR;

  return fstatat (dirfd (directory), item->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR (status.st_mode);
}

static DpCaseFacts *
read_case (GFile *folder,
           const char *name,
           DpStamp stamp)
{
  g_autoptr (GFile) case_folder = g_file_get_child (folder, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCase) dp_case = dp_case_read (case_folder, &error);

  if (dp_case == NULL)
    return dp_case_facts_new_for_problem (name, stamp, error->message);

  return dp_case_facts_new_for_case (name, stamp, dp_case);
}

static gboolean
is_current (const DpCaseFacts *facts,
            DpStamp stamp)
{
  return facts != NULL && *facts->problem == '\0' && facts->stamp.modified != 0 &&
         facts->stamp.modified == stamp.modified && facts->stamp.size == stamp.size;
}

static void
look_at (DpScan *self,
         GFile *folder,
         const char *name,
         const struct stat *status,
         GHashTable *known)
{
  DpCaseFacts *facts = g_hash_table_lookup (known, name);
  DpStamp stamp = { (gint64) status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec, status->st_size };

  if (!S_ISREG (status->st_mode))
    {
      /* Never opened: to open a pipe may take for ever. */
      g_ptr_array_add (self->found, dp_case_facts_new_for_problem (name, stamp, _ ("case.json is not a regular file")));
      return;
    }

  if (is_current (facts, stamp))
    {
      g_ptr_array_add (self->found, dp_case_facts_ref (facts));
      return;
    }

  facts = read_case (folder, name, stamp);
  if (g_get_real_time () * 1000 - stamp.modified < UNSETTLED_NANOSECONDS)
    facts->stamp.modified = 0;
  g_ptr_array_add (self->found, facts);
  g_ptr_array_add (self->changed, dp_case_facts_ref (facts));
}

static void
find_gone (DpScan *self,
           GHashTable *known)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; i < self->found->len; i++)
    {
      DpCaseFacts *facts = g_ptr_array_index (self->found, i);

      g_hash_table_add (names, facts->name);
    }

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_hash_table_contains (names, name))
        g_ptr_array_add (self->gone, g_strdup (name));
    }
}

static void
set_error (GError **error,
           GFile *folder,
           int code)
{
  g_autofree char *name = g_file_get_parse_name (folder);

  /* Translators: first the folder of the library, then the system's reason */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("The library “%s” cannot be read: %s"), name, g_strerror (code));
}

DpScan *
dp_scan_folder (GFile *folder,
                GHashTable *known,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (DpScan) self = scan_new ();
  g_autoptr (Directory) directory = opendir (g_file_peek_path (folder));
  struct dirent *item;

  if (directory == NULL && errno != ENOENT)
    {
      set_error (error, folder, errno);
      return NULL;
    }

  while (directory != NULL && (errno = 0, item = readdir (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (item->d_name, "case.json", NULL);
      struct stat status;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (is_folder (directory, item) && fstatat (dirfd (directory), path, &status, AT_SYMLINK_NOFOLLOW) == 0)
        look_at (self, folder, item->d_name, &status, known);
    }

  /* A list cut short would look as if cases were gone. */
  if (directory != NULL && errno != 0)
    {
      set_error (error, folder, errno);
      return NULL;
    }
  find_gone (self, known);

  return g_steal_pointer (&self);
}
