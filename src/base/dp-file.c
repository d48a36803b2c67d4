/* dp-file.c: reading whole files within a limit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-file.h"

#include <glib/gi18n-lib.h>

#define CHUNK (64 * 1024)

static gboolean
fail_too_large (GFile *file,
                gsize max_size,
                GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *size = g_format_size (max_size);

  /* Translators: a file's name, and a size like “10 MB” */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _ ("“%s” is larger than %s"), name, size);
  return FALSE;
}

/* Opening a pipe or a device may wait for ever, so the type is asked for first. */
static gboolean
check_before_reading (GFile *file,
                      gsize max_size,
                      goffset *size,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *name = NULL;
  GFileType type;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  type = g_file_info_get_file_type (info);
  if (type == G_FILE_TYPE_DIRECTORY || type == G_FILE_TYPE_SPECIAL)
    {
      name = g_file_get_parse_name (file);
      g_set_error (error, G_IO_ERROR, type == G_FILE_TYPE_DIRECTORY ? G_IO_ERROR_IS_DIRECTORY : G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” is not a file"), name);
      return FALSE;
    }
  *size = g_file_info_get_size (info);
  if (*size > 0 && (guint64) *size > max_size)
    return fail_too_large (file, max_size, error);
  return TRUE;
}

GBytes *
dp_file_read (GFile *file,
              gsize max_size,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = NULL;
  gsize used = 0;
  goffset size = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_before_reading (file, max_size, &size, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  /* The file may grow while it is read: what counts is what arrives. */
  content = g_byte_array_sized_new ((guint) CLAMP (size + 1, CHUNK, G_MAXINT));
  for (;;)
    {
      gssize n;

      if (used > (gsize) G_MAXUINT - CHUNK)
        {
          fail_too_large (file, MIN (max_size, G_MAXUINT), error);
          return NULL;
        }
      g_byte_array_set_size (content, (guint) (used + CHUNK));
      n = g_input_stream_read (G_INPUT_STREAM (stream), content->data + used, CHUNK, cancellable, error);
      if (n < 0)
        return NULL;
      used += (gsize) n;
      if (used > max_size)
        {
          fail_too_large (file, max_size, error);
          return NULL;
        }
      if (n == 0)
        break;
    }
  g_byte_array_set_size (content, (guint) used);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

char *
dp_sha256 (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}
