/* dp-sealed.c: the bytes of an article as they were received, and how they came
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-sealed.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "base/dp-file.h"

G_DEFINE_BOXED_TYPE (DpSealed, dp_sealed, dp_sealed_copy, dp_sealed_free)

DpSealed *
dp_sealed_new (GBytes *bytes)
{
  DpSealed *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (DpSealed, 1);
  self->sha256 = dp_sha256 (bytes);
  self->size = g_bytes_get_size (bytes);
  self->media_type = g_strdup ("");
  self->retrieved = g_strdup ("");
  self->origin = g_strdup ("");
  self->link = g_strdup ("");
  self->final_link = g_strdup ("");
  self->headers = g_new0 (char *, 1);
  return self;
}

DpSealed *
dp_sealed_copy (const DpSealed *self)
{
  DpSealed *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (DpSealed, 1);
  copy->sha256 = g_strdup (self->sha256);
  copy->size = self->size;
  copy->media_type = g_strdup (self->media_type);
  copy->retrieved = g_strdup (self->retrieved);
  copy->origin = g_strdup (self->origin);
  copy->link = g_strdup (self->link);
  copy->final_link = g_strdup (self->final_link);
  copy->status = self->status;
  copy->headers = g_strdupv (self->headers);
  copy->unknown = dp_unknown_ref (self->unknown);
  return copy;
}

void
dp_sealed_free (DpSealed *self)
{
  if (self == NULL)
    return;

  g_free (self->sha256);
  g_free (self->media_type);
  g_free (self->retrieved);
  g_free (self->origin);
  g_free (self->link);
  g_free (self->final_link);
  g_strfreev (self->headers);
  dp_unknown_unref (self->unknown);
  g_free (self);
}

GPtrArray *
dp_seals_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dp_sealed_free);
}

gboolean
dp_sealed_is_digest (const char *sha256)
{
  return sha256 != NULL &&
         strspn (sha256, "0123456789abcdef") == 64 &&
         sha256[64] == '\0';
}

GFile *
dp_sealed_get_file (const DpSealed *self,
                    GFile *case_folder)
{
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (self != NULL && dp_sealed_is_digest (self->sha256), NULL);
  g_return_val_if_fail (G_IS_FILE (case_folder), NULL);

  folder = g_file_get_child (case_folder, "sealed");
  return g_file_get_child (folder, self->sha256);
}

gboolean
dp_sealed_check (const DpSealed *self,
                 GFile *case_folder,
                 GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  file = dp_sealed_get_file (self, case_folder);
  g_return_val_if_fail (file != NULL, FALSE);

  bytes = dp_file_read (file, self->size, NULL, &local);
  if (bytes == NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   /* Translators: %s is the name of a file, 64 letters and digits. */
                   _ ("The sealed copy “%s” is not in the folder of the case."), self->sha256);
      return FALSE;
    }
  if (bytes == NULL && !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  sha256 = bytes != NULL ? dp_sha256 (bytes) : NULL;
  if (g_strcmp0 (sha256, self->sha256) == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: %s is the name of a file, 64 letters and digits. */
               _ ("The sealed copy “%s” was altered: its bytes are not the ones that were received."), self->sha256);
  return FALSE;
}
