/* dp-merge-references.c: what one side names and the other took out, or calls the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-merge-references.h"

#include <string.h>
#include "base/dp-json-change.h"
#include "model/dp-citation.h"

/* (nullable) */
static JsonArray *
get_list (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static guint
count (JsonArray *list)
{
  return list != NULL ? json_array_get_length (list) : 0;
}

/* (nullable) */
static JsonObject *
get_item (JsonArray *list,
          guint i)
{
  JsonNode *node = json_array_get_element (list, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* "" where there is no such text */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
}

/* (nullable) */
static JsonNode *
find (JsonArray *list,
      const char *id)
{
  for (guint i = 0; i < count (list); i++)
    if (g_str_equal (get_text (get_item (list, i), "id"), id))
      return json_array_get_element (list, i);
  return NULL;
}

/* -- Keys -- */

/* (transfer full): key to id, both borrowed */
static GHashTable *
index_keys (JsonObject *object)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *list = get_list (object, "evidence");

  for (guint i = 0; i < count (list); i++)
    g_hash_table_insert (keys, (char *) get_text (get_item (list, i), "key"), (char *) get_text (get_item (list, i), "id"));
  return keys;
}

/* (transfer full) */
static char *
dup_free_key (const char *key,
              GHashTable *ours,
              GHashTable *theirs,
              GHashTable *given)
{
  for (guint i = 2;; i++)
    {
      char *other = g_strdup_printf ("%s-%u", key, i);

      if (!g_hash_table_contains (ours, other) && !g_hash_table_contains (theirs, other) && !g_hash_table_contains (given, other))
        return other;
      g_free (other);
    }
}

/* (transfer full): @markdown with other keys in its citations */
static char *
rename_citations (const char *markdown,
                  GHashTable *renamed)
{
  g_autoptr (GPtrArray) citations = dp_citations_find (markdown);
  GString *out = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < citations->len; i++)
    {
      const DpCitation *citation = g_ptr_array_index (citations, i);
      g_autoptr (GString) words = g_string_new ("[");
      gboolean is_renamed = FALSE;

      for (guint j = 0; citation->keys[j] != NULL; j++)
        {
          const char *other = g_hash_table_lookup (renamed, citation->keys[j]);

          is_renamed = is_renamed || other != NULL;
          g_string_append_printf (words, "%s@%s", j > 0 ? "; " : "", other != NULL ? other : citation->keys[j]);
        }
      if (!is_renamed)
        continue;
      g_string_append_len (out, markdown + at, citation->start - at);
      g_string_append_printf (out, "%s]", words->str);
      at = citation->end;
    }
  g_string_append (out, markdown + at);
  return g_string_free (out, FALSE);
}

static void
rename_in_text (JsonObject *object,
                const char *name,
                GHashTable *renamed)
{
  g_autofree char *text = NULL;

  if (*get_text (object, name) == '\0')
    return;
  text = rename_citations (get_text (object, name), renamed);
  json_object_set_string_member (object, name, text);
}

JsonNode *
dp_merge_part_keys (JsonNode *base,
                    JsonNode *ours,
                    JsonNode *theirs)
{
  g_autoptr (GHashTable) base_keys = index_keys (json_node_get_object (base));
  g_autoptr (GHashTable) our_keys = index_keys (json_node_get_object (ours));
  g_autoptr (GHashTable) their_keys = index_keys (json_node_get_object (theirs));
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);
  JsonNode *out = dp_json_dup (theirs);
  JsonArray *list = get_list (json_node_get_object (out), "evidence");

  for (guint i = 0; i < count (list); i++)
    {
      JsonObject *item = get_item (list, i);
      g_autofree char *key = g_strdup (get_text (item, "key"));
      const char *id = get_text (item, "id");
      const char *other = g_hash_table_lookup (our_keys, key);
      char *free_key;

      if (*key == '\0' || other == NULL || g_str_equal (other, id) || g_strcmp0 (g_hash_table_lookup (base_keys, key), id) == 0)
        continue;
      free_key = dup_free_key (key, our_keys, their_keys, given);
      json_object_set_string_member (item, "key", free_key);
      g_hash_table_insert (renamed, g_steal_pointer (&key), free_key);
      g_hash_table_add (given, free_key);
    }
  if (g_hash_table_size (renamed) > 0)
    {
      rename_in_text (json_node_get_object (out), "summary", renamed);
      rename_in_text (json_node_get_object (out), "disproof", renamed);
    }
  return out;
}

/* -- What is named -- */

typedef struct
{
  JsonObject *merged;
  JsonObject *ours;
  JsonObject *theirs;
} Restoring;

/* @is_first: what names it stands behind it in the same list */
static void
need (Restoring *self,
      const char *list_name,
      const char *id,
      gboolean is_first)
{
  JsonArray *list = get_list (self->merged, list_name);
  JsonArray *out;
  JsonNode *item;

  if (*id == '\0' || find (list, id) != NULL)
    return;
  item = find (get_list (self->ours, list_name), id);
  if (item == NULL)
    item = find (get_list (self->theirs, list_name), id);
  if (item == NULL)
    return;

  /* The list may be that of one side. */
  out = json_array_new ();
  if (is_first)
    json_array_add_element (out, json_node_copy (item));
  for (guint i = 0; i < count (list); i++)
    json_array_add_element (out, json_node_copy (json_array_get_element (list, i)));
  if (!is_first)
    json_array_add_element (out, json_node_copy (item));
  json_object_set_array_member (self->merged, list_name, out);
}

static void
need_all (Restoring *self,
          const char *list_name,
          JsonArray *ids)
{
  for (guint i = 0; i < count (ids); i++)
    {
      JsonNode *id = json_array_get_element (ids, i);

      if (JSON_NODE_HOLDS_VALUE (id) && json_node_get_value_type (id) == G_TYPE_STRING)
        need (self, list_name, json_node_get_string (id), FALSE);
    }
}

/* (transfer full): the list as it is now, whatever is put into it meanwhile */
static JsonArray *
hold_list (Restoring *self,
           const char *name)
{
  JsonArray *list = get_list (self->merged, name);

  return list != NULL ? json_array_ref (list) : json_array_new ();
}

void
dp_merge_restore_named (JsonObject *merged,
                        JsonObject *ours,
                        JsonObject *theirs)
{
  Restoring self = { merged, ours, theirs };
  g_autoptr (JsonArray) comments = hold_list (&self, "comments");
  g_autoptr (JsonArray) threads = NULL;
  g_autoptr (JsonArray) claims = hold_list (&self, "claims");
  g_autoptr (JsonArray) evidence = hold_list (&self, "evidence");
  g_autoptr (JsonArray) highlights = NULL;

  for (guint i = 0; i < count (comments); i++)
    need (&self, "comments", get_text (get_item (comments, i), "reply_to"), TRUE);
  threads = hold_list (&self, "comments");
  for (guint i = 0; i < count (threads); i++)
    need (&self, "highlights", get_text (get_item (threads, i), "highlight"), FALSE);
  for (guint i = 0; i < count (claims); i++)
    if (get_item (claims, i) != NULL)
      need_all (&self, "highlights", get_list (get_item (claims, i), "highlights"));
  for (guint i = 0; i < count (evidence); i++)
    {
      JsonArray *bearings = get_item (evidence, i) != NULL ? get_list (get_item (evidence, i), "bearings") : NULL;

      for (guint j = 0; j < count (bearings); j++)
        need (&self, "highlights", get_text (get_item (bearings, j), "highlight"), FALSE);
    }
  /* Those that came back name others in turn. */
  highlights = hold_list (&self, "highlights");
  for (guint i = 0; i < count (highlights); i++)
    {
      need (&self, "articles", get_text (get_item (highlights, i), "article"), FALSE);
      if (get_item (highlights, i) != NULL)
        need_all (&self, "narratives", get_list (get_item (highlights, i), "narratives"));
    }
}
