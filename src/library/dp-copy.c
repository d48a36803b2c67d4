/* dp-copy.c: a second case out of a first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-copy.h"

#include <glib/gi18n-lib.h>
#include "base/dp-file.h"
#include "base/dp-id.h"
#include "base/dp-json.h"
#include "model/dp-case-file.h"

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE

#define MAX_SLUG 60

char *
dp_copy_name_folder (DpCase *dp_case,
                     GDateTime *now,
                     guint attempt)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (now);
  g_autofree char *date = g_date_time_format (local, "%Y-%m-%d");
  g_autoptr (DpArticle) article = g_list_model_get_item (dp_case_list_articles (dp_case), 0);
  const char *title = dp_case_get_title (dp_case);
  g_autofree char *slug = NULL;
  GString *name = g_string_new (date);

  if (*title == '\0' && article != NULL)
    title = dp_article_get_title (article);
  slug = dp_slug (title, MAX_SLUG);
  g_string_append_printf (name, "-%s", *slug != '\0' ? slug : "case");
  if (attempt > 1)
    g_string_append_printf (name, "-%u", attempt);

  return g_string_free (name, FALSE);
}

static GFileEnumerator *
enumerate (GFile *folder,
           GCancellable *cancellable,
           GError **error)
{
  return g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, error);
}

void
dp_copy_discard (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = enumerate (folder, NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        dp_copy_discard (child);
      else
        g_file_delete (child, NULL, NULL);
    }
  g_file_delete (folder, NULL, NULL);
}

static gboolean
copy_folder (GFile *source,
             GFile *target,
             const char *except,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GFileEnumerator) children = enumerate (source, cancellable, error);

  if (children == NULL)
    return FALSE;

  while (TRUE)
    {
      GFileInfo *info;
      GFile *child;
      g_autoptr (GFile) copy = NULL;
      const char *name;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;

      name = g_file_info_get_name (info);
      if (*name == '.' || g_strcmp0 (name, except) == 0)
        continue;

      copy = g_file_get_child (target, name);
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        {
          if (!g_file_make_directory (copy, cancellable, error) || !copy_folder (child, copy, NULL, cancellable, error))
            return FALSE;
        }
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
        {
          if (!g_file_copy (child, copy, G_FILE_COPY_NOFOLLOW_SYMLINKS, cancellable, NULL, NULL, error))
            return FALSE;
        }
    }
}

/* By way of the JSON, so that members that this version does not know come along. */
static DpCase *
copy_of (DpCase *original,
         GDateTime *now,
         GError **error)
{
  g_autoptr (JsonNode) node = dp_case_to_json (original);
  JsonObject *object = json_node_get_object (node);
  g_autofree char *id = dp_id_new ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  /* Translators: the title of a copy of a case */
  g_autofree char *title = g_strdup_printf (_ ("%s (copy)"), dp_case_get_title (original));
  DpCase *dp_case;

  json_object_set_string_member (object, "id", id);
  /* What was done with the other case was not done with this one. */
  json_object_remove_member (object, "history");
  json_object_remove_member (object, "history_digest");
  dp_case = dp_case_new_from_json (node, error);
  if (dp_case == NULL)
    return NULL;

  dp_case_set_title (dp_case, g_strstrip (title));
  dp_case_set_state (dp_case, DP_CASE_STATE_DRAFT);
  dp_case_set_created (dp_case, time);
  dp_case_set_modified (dp_case, time);

  return dp_case;
}

static gboolean
write_case (GFile *folder,
            DpCase *dp_case,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, "case.json");
  g_autoptr (JsonNode) node = dp_case_to_json (dp_case);
  g_autoptr (GBytes) bytes = dp_json_write (node);

  return dp_file_replace (file, bytes, "", cancellable, error);
}

/* Gives the finished folder the first name that is free. */
static char *
move_into_place (GFile *library,
                 GFile *folder,
                 DpCase *dp_case,
                 GDateTime *now,
                 GError **error)
{
  for (guint attempt = 1;; attempt++)
    {
      g_autofree char *name = dp_copy_name_folder (dp_case, now, attempt);
      g_autoptr (GFile) target = g_file_get_child (library, name);
      g_autoptr (GError) local_error = NULL;

      /* A folder that is there is never written over, and this one never put into it. */
      if (g_file_query_file_type (target, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) != G_FILE_TYPE_UNKNOWN)
        continue;
      if (g_file_move (folder, target, G_FILE_COPY_NO_FALLBACK_FOR_MOVE | G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, &local_error))
        return g_steal_pointer (&name);
      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
}

DpCaseFacts *
dp_copy_case (GFile *library,
              GFile *source,
              GDateTime *now,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (DpCase) original = dp_case_read (source, error);
  g_autoptr (DpCase) copy = NULL;
  g_autofree char *id = dp_id_new ();
  g_autofree char *hidden = g_strconcat (".new-", id, NULL);
  g_autoptr (GFile) folder = g_file_get_child (library, hidden);
  g_autofree char *name = NULL;
  const DpStamp unknown = { 0, 0 };

  if (original == NULL || (copy = copy_of (original, now, error)) == NULL)
    return NULL;
  if (!g_file_make_directory (folder, cancellable, error))
    return NULL;

  if (!copy_folder (source, folder, "case.json", cancellable, error) ||
      !write_case (folder, copy, cancellable, error) ||
      (name = move_into_place (library, folder, copy, now, error)) == NULL)
    {
      dp_copy_discard (folder);
      return NULL;
    }

  return dp_case_facts_new_for_case (name, unknown, copy);
}
