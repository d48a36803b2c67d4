/* dp-step-carry.c: carrying a step over to single files and cases, and bringing to its end what a crash cut short
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-step-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include "base/dp-file.h"
#include "base/dp-json-change.h"
#include "base/dp-json.h"
#include "model/dp-case-folder.h"

/* How often somebody else may write at the same moment. */
#define N_TRIES 4

/* Files. */

/* @bytes, @root: (out) (transfer full) (nullable): %NULL when there is no such file */
static gboolean
read_json (GFile *file,
           GBytes **bytes,
           JsonNode **root,
           GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *text;

  *bytes = dp_file_read (file, DP_JSON_MAX_SIZE, NULL, &cause);
  if (*bytes == NULL)
    {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  text = g_bytes_get_data (*bytes, &length);
  *root = dp_json_read (text, length, DP_JSON_STRICT, &cause);
  if (*root != NULL && JSON_NODE_HOLDS_OBJECT (*root))
    return TRUE;
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("not a JSON object"));
  return FALSE;
}

static gboolean
fail_changed (const DpStepFile *self,
              const char *place,
              GError **error)
{
  /* Translators: the name of a file, and the place in it, as “/narratives/elections” */
  g_set_error (error, DP_LIBRARY_STEP_ERROR, DP_LIBRARY_STEP_ERROR_CHANGED, _ ("“%s” was changed by somebody else at %s since: nothing was done"), self->name, place);
  return FALSE;
}

static gboolean
carry_once (DpStepFile *self,
            GFile *file,
            gboolean backwards,
            GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) result = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *place = NULL;

  if (!read_json (file, &bytes, &root, error))
    return FALSE;
  if (root == NULL && self->empty == NULL)
    return fail_changed (self, "/", error);
  if (root == NULL && backwards)
    return TRUE;

  result = dp_json_carry (root != NULL ? root : self->empty, backwards ? self->after : self->before, backwards ? self->before : self->after, &place);
  if (result == NULL)
    return fail_changed (self, place, error);
  if (backwards && self->empty != NULL && json_node_equal (result, self->empty))
    return g_file_delete (file, NULL, error);
  written = dp_json_write (result);
  digest = bytes != NULL ? dp_sha256 (bytes) : g_strdup ("");
  return dp_file_replace (file, written, digest, NULL, error);
}

gboolean
dp_step_file_carry (DpStepFile *self,
                    GFile *library,
                    gboolean backwards,
                    GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (library, self->name);

  for (guint i = 0;; i++)
    {
      g_autoptr (GError) cause = NULL;

      if (carry_once (self, file, backwards, &cause))
        return TRUE;
      if (i + 1 < N_TRIES && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
        continue;
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
}

/* Cases. */

gboolean
dp_step_case_carry (DpStepCase *self,
                    DpLibraryStep *step,
                    GFile *library,
                    DpClock *clock,
                    gboolean backwards,
                    DpCaseSign sign,
                    gpointer sign_data,
                    GError **error)
{
  g_autoptr (GFile) folder = g_file_get_child (library, self->folder);

  for (guint i = 0;; i++)
    {
      g_autofree char *digest = NULL;
      g_autofree char *now = dp_clock_now_text (clock);
      g_autoptr (DpCase) dp_case = dp_case_folder_load (folder, &digest, NULL, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) cause = NULL;
      guint n_left = 0;

      if (dp_case == NULL || !g_str_equal (dp_case_get_id (dp_case), self->id))
        {
          step->n_left += self->edits->len;
          return TRUE;
        }
      if (!dp_case_edits_apply (self->edits, dp_case, backwards, &n_left))
        {
          step->n_left += n_left;
          return TRUE;
        }
      if (sign != NULL)
        sign (dp_case, sign_data);
      dp_case_set_modified (dp_case, now);
      bytes = dp_case_folder_make_bytes (dp_case);
      if (dp_case_folder_write (folder, bytes, digest, &cause))
        {
          self->is_written = TRUE;
          step->n_left += n_left;
          return TRUE;
        }
      if (i + 1 < N_TRIES && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
        continue;
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
}

/* One at a time. */

int
dp_step_lock (GFile *library,
              GError **error)
{
  g_autoptr (GFile) folder = g_file_get_child (library, DP_STEPS_FOLDER);
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "lock", NULL);
  int saved;
  int fd;

  if (g_mkdir_with_parents (g_file_peek_path (folder), 0777) == 0)
    fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  else
    fd = -1;
  if (fd < 0)
    {
      saved = errno;
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (saved), "%s: %s", path, g_strerror (saved));
      return -1;
    }
  /* Where a file system has no locks, there is nobody to be told. */
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
    return fd;

  g_close (fd, NULL);
  g_set_error_literal (error, DP_LIBRARY_STEP_ERROR, DP_LIBRARY_STEP_ERROR_BUSY, _ ("Somebody else is changing this library just now. Try again in a moment."));
  return -1;
}

/* What is under way stands in the lock, so that a crash need not be looked for in all the steps. */
gboolean
dp_step_lock_note (int lock,
                   const char *name,
                   GError **error)
{
  gssize length = (gssize) strlen (name);
  int saved;

  if (ftruncate (lock, 0) == 0 && pwrite (lock, name, (gsize) length, 0) == length && fsync (lock) == 0)
    return TRUE;
  saved = errno;
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (saved), g_strerror (saved));
  return FALSE;
}

void
dp_step_unlock (int lock)
{
  if (lock >= 0)
    g_close (lock, NULL);
}

/* A half-done step goes on in the direction that it had. What does not fit any more is left: each file and
 * each case is whole by itself, with the step or without it. */
static void
finish_step (DpLibraryStep *step,
             GFile *library)
{
  gboolean backwards = step->state == DP_STEP_UNDOING;
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < step->files->len; i++)
    {
      g_autoptr (GError) cause = NULL;

      if (!dp_step_file_carry (g_ptr_array_index (step->files, i), library, backwards, &cause))
        g_debug ("Left as it is: %s", cause->message);
    }
  for (guint i = 0; i < step->cases->len; i++)
    {
      g_autoptr (GError) cause = NULL;

      if (!dp_step_case_carry (g_ptr_array_index (step->cases, i), step, library, clock, backwards, NULL, NULL, &cause))
        {
          /* A full disk, say: the next start tries again. */
          g_debug ("Not finished: %s", cause->message);
          return;
        }
    }
  dp_library_step_set_state (step, backwards ? DP_STEP_UNDONE : DP_STEP_DONE);
  if (!dp_library_step_write (step, library, &error))
    g_debug ("Not finished: %s", error->message);
}

void
dp_library_step_recover_locked (GFile *library,
                                int lock)
{
  g_autoptr (GFile) folder = g_file_get_child (library, DP_STEPS_FOLDER);
  g_autoptr (GFile) file = NULL;
  g_autoptr (DpLibraryStep) step = NULL;
  char name[64] = "";

  if (pread (lock, name, sizeof name - 1, 0) <= 0 || !g_ascii_isdigit (*name) || strchr (name, '/') != NULL)
    return;
  file = g_file_get_child (folder, name);
  step = dp_library_step_read (file, NULL);
  if (step != NULL && (step->state == DP_STEP_DOING || step->state == DP_STEP_UNDOING))
    finish_step (step, library);
}

void
dp_library_step_recover (GFile *library)
{
  g_autoptr (GFile) folder = g_file_get_child (library, DP_STEPS_FOLDER);
  int lock;

  if (!g_file_query_exists (folder, NULL))
    return;
  lock = dp_step_lock (library, NULL);
  if (lock < 0)
    return;
  dp_library_step_recover_locked (library, lock);
  dp_step_unlock (lock);
}
