/* dp-index-info.c: what a catalogue says of one index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-index-info.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-file.h"
#include "base/dp-json.h"
#include "reference/dp-fold.h"

#define FORMAT_NAME "disproof-rankings"
#define FORMAT_VERSION 1
#define MAX_FILE_SIZE ((gsize) 4 * 1024 * 1024)

void
dp_index_info_free (DpIndexInfo *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->short_title);
  g_free (self->publisher);
  g_free (self->file);
  g_free (self->link);
  g_free (self->home);
  g_free (self->licence);
  g_free (self->scale);
  g_free (self->direction);
  g_free (self->compare);
  g_free (self->licence_link);
  g_free (self->credit);
  g_free (self->retrieved);
  g_free (self->ranked_first);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

G_GNUC_PRINTF (3, 4)
static gboolean
fail (const char *pointer,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", pointer, reason);

  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
read_string (JsonObject *object,
             const char *name,
             gboolean is_needed,
             const char *pointer,
             char **value,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && !is_string (node))
    return fail (pointer, error, _ ("“%s” must be a text"), name);
  if (is_needed && (node == NULL || *json_node_get_string (node) == '\0'))
    return fail (pointer, error, _ ("“%s” is missing"), name);

  *value = g_strdup (node != NULL ? json_node_get_string (node) : "");

  return TRUE;
}

void
dp_index_info_add_name (DpIndexInfo *self,
                        const char *name)
{
  char **words = dp_fold_words (name);

  if (words[0] != NULL)
    g_ptr_array_add (self->names, words);
  else
    g_strfreev (words);
}

static gboolean
read_names (DpIndexInfo *self,
            JsonObject *object,
            const char *pointer,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, "names");
  g_autoptr (GList) languages = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (pointer, error, _ ("“names” must hold lists of names by language"));

  languages = json_object_get_members (json_node_get_object (node));
  for (GList *l = languages; l != NULL; l = l->next)
    {
      JsonNode *list = json_object_get_member (json_node_get_object (node), l->data);

      if (!JSON_NODE_HOLDS_ARRAY (list))
        return fail (pointer, error, _ ("“names” must hold lists of names by language"));
      for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
        {
          JsonNode *name = json_array_get_element (json_node_get_array (list), i);

          if (!is_string (name))
            return fail (pointer, error, _ ("“names” must hold lists of names by language"));
          dp_index_info_add_name (self, json_node_get_string (name));
        }
    }

  return TRUE;
}

/* A table lies beside its catalogue, nowhere else. */
static gboolean
is_plain_file_name (const char *name)
{
  return *name != '.' && strchr (name, '/') == NULL && strchr (name, '\\') == NULL && g_str_has_suffix (name, ".csv");
}

static gboolean
read_info (DpIndexInfo *self,
           JsonNode *node,
           const char *id,
           const char *pointer,
           GError **error)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (pointer, error, _ ("an index must be an object"));

  object = json_node_get_object (node);
  self->id = g_strdup (id);
  if ((id == NULL && !read_string (object, "id", TRUE, pointer, &self->id, error)) ||
      !read_string (object, "title", TRUE, pointer, &self->title, error) ||
      !read_string (object, "file", TRUE, pointer, &self->file, error) ||
      !read_string (object, "short", FALSE, pointer, &self->short_title, error) ||
      !read_string (object, "publisher", FALSE, pointer, &self->publisher, error) ||
      !read_string (object, id != NULL ? "citation_url" : "link", FALSE, pointer, &self->link, error) ||
      !read_string (object, "home", FALSE, pointer, &self->home, error) ||
      !read_string (object, "licence", FALSE, pointer, &self->licence, error) ||
      !read_string (object, "direction", FALSE, pointer, &self->direction, error) ||
      !read_string (object, "compare", FALSE, pointer, &self->compare, error) ||
      !read_string (object, id != NULL ? "licence_url" : "licence_link", FALSE, pointer, &self->licence_link, error) ||
      !read_string (object, "credit", FALSE, pointer, &self->credit, error) ||
      !read_string (object, "retrieved", FALSE, pointer, &self->retrieved, error) ||
      !read_string (object, "ranked_first", FALSE, pointer, &self->ranked_first, error))
    return FALSE;
  if (id == NULL ? !read_string (object, "scale", FALSE, pointer, &self->scale, error) : (self->scale = g_strdup ("")) == NULL)
    return FALSE;

  if (!is_plain_file_name (self->file))
    return fail (pointer, error, _ ("“file” must name a CSV file in the same folder"));

  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  dp_index_info_add_name (self, self->title);
  dp_index_info_add_name (self, self->id);
  dp_index_info_add_name (self, self->short_title);
  dp_index_info_add_name (self, self->publisher);

  return read_names (self, object, pointer, error);
}

static JsonNode *
read_root (GFile *file,
           GError **error)
{
  g_autoptr (GBytes) bytes = dp_file_read (file, MAX_FILE_SIZE, NULL, error);

  return bytes != NULL ? dp_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), DP_JSON_STRICT, error) : NULL;
}

static JsonArray *
get_list (JsonNode *root,
          GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *version;
  JsonNode *list;

  if (object == NULL || !is_string (json_object_get_member (object, "format")) ||
      strcmp (json_object_get_string_member (object, "format"), FORMAT_NAME) != 0)
    {
      fail ("/format", error, _ ("not a catalogue of ranking tables"));
      return NULL;
    }

  version = json_object_get_member (object, "version");
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) != G_TYPE_INT64 ||
      json_node_get_int (version) < 1)
    {
      fail ("/version", error, _ ("the version must be a whole number"));
      return NULL;
    }
  if (json_node_get_int (version) > FORMAT_VERSION)
    {
      fail ("/version", error, _ ("written by a later version of Disproof"));
      return NULL;
    }

  list = json_object_get_member (object, "indices");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      fail ("/indices", error, _ ("the list of indices is missing"));
      return NULL;
    }

  return json_node_get_array (list);
}

GPtrArray *
dp_index_infos_read (GFile *catalogue,
                     GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_index_info_free);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonNode) root = read_root (catalogue, error);
  JsonArray *list;

  if (root == NULL)
    return NULL;
  list = get_list (root, error);
  if (list == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/indices/%u", i);
      DpIndexInfo *info = g_new0 (DpIndexInfo, 1);

      g_ptr_array_add (infos, info);
      if (!read_info (info, json_array_get_element (list, i), NULL, pointer, error))
        return NULL;
      if (!g_hash_table_add (ids, info->id))
        {
          fail (pointer, error, _ ("two indices have the id “%s”"), info->id);
          return NULL;
        }
    }

  return g_steal_pointer (&infos);
}

GPtrArray *
dp_index_infos_read_sources (GFile *sources,
                             GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_index_info_free);
  g_autoptr (JsonNode) root = read_root (sources, error);
  g_autoptr (GList) ids = NULL;
  JsonNode *indices;

  if (root == NULL)
    return NULL;
  indices = JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "indices") : NULL;
  if (indices == NULL || !JSON_NODE_HOLDS_OBJECT (indices))
    {
      fail ("/indices", error, _ ("the list of indices is missing"));
      return NULL;
    }

  ids = json_object_get_members (json_node_get_object (indices));
  for (GList *l = ids; l != NULL; l = l->next)
    {
      g_autofree char *pointer = g_strdup_printf ("/indices/%s", (char *) l->data);
      DpIndexInfo *info = g_new0 (DpIndexInfo, 1);

      g_ptr_array_add (infos, info);
      if (!read_info (info, json_object_get_member (json_node_get_object (indices), l->data), l->data, pointer, error))
        return NULL;
    }

  return g_steal_pointer (&infos);
}

DpIndexInfo *
dp_index_info_new_plain (const char *id,
                         const char *file)
{
  DpIndexInfo *self = g_new0 (DpIndexInfo, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (id);
  self->file = g_strdup (file);
  self->short_title = g_strdup ("");
  self->publisher = g_strdup ("");
  self->link = g_strdup ("");
  self->home = g_strdup ("");
  self->licence = g_strdup ("");
  self->scale = g_strdup ("");
  self->direction = g_strdup ("");
  self->compare = g_strdup ("");
  self->licence_link = g_strdup ("");
  self->credit = g_strdup ("");
  self->retrieved = g_strdup ("");
  self->ranked_first = g_strdup ("");
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  dp_index_info_add_name (self, id);

  return self;
}

char *
dp_index_info_dup_link (DpIndexInfo *self,
                        const char *edition)
{
  g_autoptr (GString) link = NULL;
  gboolean is_year = strlen (edition) == 4 && strspn (edition, "0123456789") == 4;

  if (*self->link == '\0' || (!is_year && strstr (self->link, "{edition}") != NULL))
    return g_strdup (self->home);

  link = g_string_new (self->link);
  g_string_replace (link, "{edition}", edition, 0);

  return g_string_free (g_steal_pointer (&link), FALSE);
}
