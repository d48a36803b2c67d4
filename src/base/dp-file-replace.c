/* dp-file-replace.c: replacing a file so that there is never half of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long to wait for another writer in the same folder. */
#define LOCK_TRIES 500
#define LOCK_PAUSE_US 10000

typedef struct
{
  /* Input. */
  GBytes *contents;
  const char *expected; /* (nullable) */
  GCancellable *cancellable;
  /* In progress. */
  char *path;   /* (owned): the file itself, links followed */
  char *folder; /* (owned) */
  char *draft;  /* (owned) (nullable): the temporary file, while there is one */
  int fd;       /* of the temporary file, or -1 */
  int folder_fd;
  struct stat old;
  gboolean has_old;
} Replacement;

static gboolean
fail_errno (Replacement *self,
            int code,
            GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  /* Translators: a file's name, and the reason that the system gives */
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), _ ("“%s” could not be written: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
fail_changed (Replacement *self,
              GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, _ ("“%s” was changed in the meantime and has not been overwritten"), name);
  return FALSE;
}

static gboolean
replacement_init (Replacement *self,
                  GFile *file,
                  GError **error)
{
  char *target;

  self->fd = -1;
  self->folder_fd = -1;
  self->path = g_file_get_path (file);
  if (self->path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("“%s” is not on this computer"), uri);
      return FALSE;
    }
  /* A link stays a link: what it leads to is replaced. */
  target = realpath (self->path, NULL);
  if (target != NULL)
    {
      g_free (self->path);
      self->path = g_strdup (target);
      free (target);
    }
  self->folder = g_path_get_dirname (self->path);
  return TRUE;
}

static void
replacement_clear (Replacement *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->draft != NULL)
    g_unlink (self->draft);
  if (self->folder_fd >= 0)
    close (self->folder_fd);
  g_free (self->draft);
  g_free (self->folder);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replacement, replacement_clear)

/* Looks at what is there, before anything is written. */
static gboolean
examine_old (Replacement *self,
             GError **error)
{
  g_autofree char *name = NULL;

  if (stat (self->path, &self->old) != 0)
    return errno == ENOENT ? TRUE : fail_errno (self, errno, error);
  self->has_old = TRUE;
  if (!S_ISREG (self->old.st_mode))
    {
      name = g_filename_display_name (self->path);
      g_set_error (error, G_IO_ERROR, S_ISDIR (self->old.st_mode) ? G_IO_ERROR_IS_DIRECTORY : G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” is not a file"), name);
      return FALSE;
    }
  /* A rename would not ask. */
  if (access (self->path, W_OK) != 0)
    return fail_errno (self, errno, error);
  return TRUE;
}

static gboolean
create_draft (Replacement *self,
              GError **error)
{
  g_autofree char *draft = g_build_filename (self->folder, ".disproof-XXXXXX", NULL);

  self->folder_fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->folder_fd < 0)
    return fail_errno (self, errno, error);
  /* The process's umask is applied to this mode. */
  self->fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0666);
  if (self->fd < 0)
    return fail_errno (self, errno, error);
  self->draft = g_steal_pointer (&draft);
  if (self->has_old)
    {
      /* The group first, since changing it may clear bits. Not being allowed to is no reason to
       * lose a text. */
      if (self->old.st_gid != getegid () && fchown (self->fd, (uid_t) -1, self->old.st_gid) != 0)
        g_debug ("group of a replaced file not kept: %s", g_strerror (errno));
      if (fchmod (self->fd, self->old.st_mode & 0777) != 0)
        g_debug ("mode of a replaced file not kept: %s", g_strerror (errno));
    }
  return TRUE;
}

static gboolean
write_draft (Replacement *self,
             GError **error)
{
  gsize left;
  const char *p = g_bytes_get_data (self->contents, &left);

  while (left > 0)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      n = write (self->fd, p, MIN (left, (gsize) 4 * 1024 * 1024));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_errno (self, errno, error);
      p += n;
      left -= (gsize) n;
    }
  if (fsync (self->fd) != 0)
    return fail_errno (self, errno, error);
  if (close (g_steal_fd (&self->fd)) != 0 && errno != EINTR)
    return fail_errno (self, errno, error);
  return TRUE;
}

/* Holds off other Disproofs between the comparison and the rename. Where the file system knows no
 * locks, the comparison alone must do. */
static gboolean
lock_folder (Replacement *self,
             GError **error)
{
  for (guint i = 0; i < LOCK_TRIES; i++)
    {
      if (flock (self->folder_fd, LOCK_EX | LOCK_NB) == 0)
        return TRUE;
      if (errno != EWOULDBLOCK && errno != EINTR)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      g_usleep (LOCK_PAUSE_US);
    }
  return fail_errno (self, EBUSY, error);
}

static gboolean
check_expected (Replacement *self,
                GError **error)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GError) local_error = NULL;

  mapped = g_mapped_file_new (self->path, FALSE, &local_error);
  if (mapped == NULL && g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return *self->expected == '\0' ? TRUE : fail_changed (self, error);
  if (mapped == NULL)
    return fail_errno (self, EIO, error);
  bytes = g_mapped_file_get_bytes (mapped);
  digest = dp_sha256 (bytes);
  return g_str_equal (digest, self->expected) ? TRUE : fail_changed (self, error);
}

static gboolean
put_in_place (Replacement *self,
              GError **error)
{
  if (self->expected != NULL && (!lock_folder (self, error) || !check_expected (self, error)))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (g_rename (self->draft, self->path) != 0)
    return fail_errno (self, errno, error);
  g_clear_pointer (&self->draft, g_free);
  /* From here on the new file is what everybody sees, so a folder that cannot be flushed is no
   * longer an error to report: it would claim that the old file still stands. */
  if (fsync (self->folder_fd) != 0)
    g_debug ("folder not flushed: %s", g_strerror (errno));
  return TRUE;
}

gboolean
dp_file_replace (GFile *file,
                 GBytes *contents,
                 const char *expected,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (Replacement) replacement = { .contents = contents, .expected = expected, .cancellable = cancellable, .fd = -1, .folder_fd = -1 };

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (contents != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return replacement_init (&replacement, file, error) &&
         examine_old (&replacement, error) &&
         create_draft (&replacement, error) &&
         write_draft (&replacement, error) &&
         put_in_place (&replacement, error);
}
