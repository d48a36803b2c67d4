/* dp-case-folder.c: the folder of a case: reading and writing what lies in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-folder.h"

#include <glib/gi18n-lib.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "model/dp-case-file.h"
#include "model/dp-case-text.h"

#define SEALED "sealed"
#define ATTACHMENTS "attachments"
#define VERSIONS "versions"

/* The same error, so that callers can tell it, with the file's name and what became of the file. */
static void
explain (GFile *file,
         GError *cause,
         GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (cause, DP_CASE_ERROR, DP_CASE_ERROR_FUTURE) || g_error_matches (cause, DP_CASE_ERROR, DP_CASE_ERROR_NOT_A_CASE))
    /* Translators: first the name of a file, then the place in it and why not. */
    g_set_error (error, cause->domain, cause->code, _ ("“%s” cannot be opened and was left as it is: %s"), name, cause->message);
  else
    g_set_error (error, cause->domain, cause->code,
                 /* Translators: first the name of a file, then the place in it and what is wrong there. */
                 _ ("“%s” cannot be opened and was left as it is: %s. Mend it there, or put back an earlier copy."), name, cause->message);
}

static DpCase *
parse (GBytes *bytes,
       GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) node = dp_json_read (data, length, DP_JSON_STRICT, error);

  return node != NULL ? dp_case_new_from_json (node, error) : NULL;
}

DpCase *
dp_case_folder_load (GFile *folder,
                     char **digest,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, DP_CASE_FILE_NAME);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  DpCase *dp_case;

  bytes = dp_file_read (file, DP_JSON_MAX_SIZE, cancellable, error);
  if (bytes == NULL)
    return NULL;

  dp_case = parse (bytes, &cause);
  if (dp_case == NULL)
    explain (file, cause, error);
  else if (digest != NULL)
    *digest = dp_sha256 (bytes);
  return dp_case;
}

GBytes *
dp_case_folder_make_bytes (DpCase *dp_case)
{
  g_autoptr (GPtrArray) parts = dp_case_text_get_parts (dp_case);

  return dp_case_text_join (parts);
}

gboolean
dp_case_folder_write (GFile *folder,
                      GBytes *bytes,
                      const char *expected,
                      GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, DP_CASE_FILE_NAME);

  return dp_file_replace (file, bytes, expected, NULL, error);
}

static gboolean
make_folder (GFile *parent,
             const char *name,
             GError **error)
{
  g_autoptr (GFile) folder = g_file_get_child (parent, name);
  g_autoptr (GError) local = NULL;

  if (g_file_make_directory (folder, NULL, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS) &&
      g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
dp_case_folder_create (GFile *folder,
                       GBytes *bytes,
                       GBytes *sealed,
                       GError **error)
{
  g_autoptr (GFile) sealed_folder = g_file_get_child (folder, SEALED);

  if (!g_file_make_directory (folder, NULL, error))
    return FALSE;
  if (make_folder (folder, SEALED, error) &&
      (sealed == NULL || dp_case_folder_seal (folder, sealed, error)) &&
      dp_case_folder_write (folder, bytes, "", error))
    return TRUE;

  if (sealed != NULL)
    {
      g_autoptr (DpSealed) copy = dp_sealed_new (sealed);
      g_autoptr (GFile) file = dp_sealed_get_file (copy, folder);

      g_file_delete (file, NULL, NULL);
    }
  g_file_delete (sealed_folder, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  return FALSE;
}

GFile *
dp_case_folder_get_neighbour (GFile *folder)
{
  g_autoptr (GFile) parent = g_file_get_parent (folder);
  g_autofree char *name = g_file_get_basename (folder);

  for (guint i = 2;; i++)
    {
      g_autofree char *candidate = g_strdup_printf ("%s-%u", name, i);
      g_autoptr (GFile) neighbour = g_file_get_child (parent, candidate);

      if (!g_file_query_exists (neighbour, NULL))
        return g_steal_pointer (&neighbour);
    }
}

static gboolean copy_folder (GFile *from,
                             GFile *to,
                             GError **error);

static gboolean
copy_entry (GFile *from,
            GFile *to,
            GFileType type,
            GError **error)
{
  if (type == G_FILE_TYPE_DIRECTORY)
    return copy_folder (from, to, error);
  if (type != G_FILE_TYPE_REGULAR)
    return TRUE;
  return g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

/* Links are not followed: what they lead to is not the case's. */
static gboolean
copy_folder (GFile *from,
             GFile *to,
             GError **error)
{
  g_autoptr (GFileEnumerator) entries = NULL;
  g_autoptr (GFile) parent = g_file_get_parent (to);
  g_autofree char *name = g_file_get_basename (to);

  entries = g_file_enumerate_children (from, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);
  if (entries == NULL || !make_folder (parent, name, error))
    return FALSE;

  for (;;)
    {
      GFileInfo *info;
      GFile *child;
      g_autoptr (GFile) target = NULL;

      if (!g_file_enumerator_iterate (entries, &info, &child, NULL, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      target = g_file_get_child (to, g_file_info_get_name (info));
      if (!copy_entry (child, target, g_file_info_get_file_type (info), error))
        return FALSE;
    }
}

gboolean
dp_case_folder_copy_files (GFile *from,
                           GFile *to,
                           GError **error)
{
  static const char *const names[] = { SEALED, ATTACHMENTS, VERSIONS };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) source = g_file_get_child (from, names[i]);
      g_autoptr (GFile) target = g_file_get_child (to, names[i]);

      if (g_file_query_file_type (source, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_DIRECTORY &&
          !copy_folder (source, target, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
dp_case_folder_seal (GFile *folder,
                     GBytes *bytes,
                     GError **error)
{
  g_autoptr (DpSealed) sealed = dp_sealed_new (bytes);
  g_autoptr (GFile) file = dp_sealed_get_file (sealed, folder);

  if (!make_folder (folder, SEALED, error))
    return FALSE;
  if (dp_sealed_check (sealed, folder, NULL))
    return TRUE;
  return dp_file_replace (file, bytes, NULL, NULL, error);
}
