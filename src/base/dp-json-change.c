/* dp-json-change.c: a change between two versions of a JSON file, carried over to a third
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json-change.h"

#define ID "id"

JsonNode *
dp_json_dup (JsonNode *node)
{
  JsonNode *copy = json_node_new (json_node_get_node_type (node));

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_object_new ();
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        json_object_set_member (object, name, dp_json_dup (value));
      json_node_take_object (copy, object);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *from = json_node_get_array (node);
      JsonArray *array = json_array_sized_new (json_array_get_length (from));

      for (guint i = 0; i < json_array_get_length (from); i++)
        json_array_add_element (array, dp_json_dup (json_array_get_element (from, i)));
      json_node_take_array (copy, array);
    }
  else if (JSON_NODE_HOLDS_VALUE (node))
    {
      GValue value = G_VALUE_INIT;

      json_node_get_value (node, &value);
      json_node_set_value (copy, &value);
      g_value_unset (&value);
    }
  return copy;
}

static gboolean
is_equal (JsonNode *a,
          JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

static gboolean
is_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node);
}

/* (nullable) */
static const char *
get_id (JsonNode *node)
{
  JsonNode *id = is_object (node) ? json_object_get_member (json_node_get_object (node), ID) : NULL;

  return id != NULL && json_node_get_value_type (id) == G_TYPE_STRING ? json_node_get_string (id) : NULL;
}

/* Nothing is an empty list. */
static gboolean
is_item_list (JsonNode *node)
{
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      if (get_id (json_array_get_element (json_node_get_array (node), i)) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): the items of a list by their ids, or the members of an object by their names */
static GHashTable *
get_parts (JsonNode *node)
{
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (is_object (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &value))
        g_hash_table_insert (parts, g_strdup (name), value);
    }
  else if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        {
          JsonNode *item = json_array_get_element (json_node_get_array (node), i);

          g_hash_table_insert (parts, g_strdup (get_id (item)), item);
        }
    }
  return parts;
}

/* (transfer full): the names of all parts of both, in order */
static GPtrArray *
list_names (JsonNode *a,
            JsonNode *b)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();
  JsonNode *nodes[] = { a, b };

  for (guint n = 0; n < G_N_ELEMENTS (nodes); n++)
    {
      if (is_object (nodes[n]))
        {
          JsonObjectIter iter;
          const char *name;

          json_object_iter_init_ordered (&iter, json_node_get_object (nodes[n]));
          while (json_object_iter_next_ordered (&iter, &name, NULL))
            if (g_hash_table_add (seen, (char *) name))
              g_ptr_array_add (names, (char *) name);
        }
      else if (nodes[n] != NULL && JSON_NODE_HOLDS_ARRAY (nodes[n]))
        {
          for (guint i = 0; i < json_array_get_length (json_node_get_array (nodes[n])); i++)
            {
              const char *id = get_id (json_array_get_element (json_node_get_array (nodes[n]), i));

              if (g_hash_table_add (seen, (char *) id))
                g_ptr_array_add (names, (char *) id);
            }
        }
    }
  return names;
}

static gboolean
is_divisible (JsonNode *a,
              JsonNode *b)
{
  if (is_object (a) && is_object (b))
    return TRUE;
  return (a != NULL || b != NULL) && is_item_list (a) && is_item_list (b);
}

static void
add_part (JsonNode *to,
          const char *name,
          JsonNode *part)
{
  if (is_object (to))
    json_object_set_member (json_node_get_object (to), name, part);
  else
    json_array_add_element (json_node_get_array (to), part);
}

static JsonNode *
new_like (JsonNode *node)
{
  JsonNode *empty = json_node_new (json_node_get_node_type (node));

  if (is_object (node))
    json_node_take_object (empty, json_object_new ());
  else
    json_node_take_array (empty, json_array_new ());
  return empty;
}

void
dp_json_prune (JsonNode *before,
               JsonNode *after,
               JsonNode **pruned_before,
               JsonNode **pruned_after)
{
  g_autoptr (GHashTable) old_parts = get_parts (before);
  g_autoptr (GHashTable) new_parts = get_parts (after);
  g_autoptr (GPtrArray) names = list_names (before, after);

  *pruned_before = before != NULL ? new_like (before) : NULL;
  *pruned_after = after != NULL ? new_like (after) : NULL;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      JsonNode *a = g_hash_table_lookup (old_parts, name);
      JsonNode *b = g_hash_table_lookup (new_parts, name);
      g_autoptr (JsonNode) part_a = NULL;
      g_autoptr (JsonNode) part_b = NULL;
      gboolean is_id = is_object (before) && g_str_equal (name, ID);

      if (is_equal (a, b) && !is_id)
        continue;
      if (is_divisible (a, b))
        dp_json_prune (a, b, &part_a, &part_b);
      else
        {
          part_a = a != NULL ? dp_json_dup (a) : NULL;
          part_b = b != NULL ? dp_json_dup (b) : NULL;
        }
      if (part_a != NULL)
        add_part (*pruned_before, name, g_steal_pointer (&part_a));
      if (part_b != NULL)
        add_part (*pruned_after, name, g_steal_pointer (&part_b));
    }
}

static gboolean carry (JsonNode *current,
                       JsonNode *before,
                       JsonNode *after,
                       const char *path,
                       char **place);

static void
remove_part (JsonNode *from,
             const char *name)
{
  if (is_object (from))
    {
      json_object_remove_member (json_node_get_object (from), name);
      return;
    }
  for (guint i = json_array_get_length (json_node_get_array (from)); i > 0; i--)
    {
      if (g_strcmp0 (get_id (json_array_get_element (json_node_get_array (from), i - 1)), name) == 0)
        json_array_remove_element (json_node_get_array (from), i - 1);
    }
}

/* An item of a list stays where it is. */
static void
replace_part (JsonNode *in,
              const char *name,
              JsonNode *current,
              JsonNode *part)
{
  g_autoptr (JsonNode) copy = dp_json_dup (part);
  g_autoptr (GList) names = NULL;
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  if (is_object (in))
    {
      json_object_set_member (json_node_get_object (in), name, g_steal_pointer (&copy));
      return;
    }
  names = json_object_get_members (json_node_get_object (current));
  for (GList *l = names; l != NULL; l = l->next)
    {
      if (!json_object_has_member (json_node_get_object (copy), l->data))
        json_object_remove_member (json_node_get_object (current), l->data);
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (copy));
  while (json_object_iter_next_ordered (&iter, &member, &value))
    json_object_set_member (json_node_get_object (current), member, dp_json_dup (value));
}

static gboolean
carry_part (JsonNode *in,
            const char *name,
            JsonNode *current,
            JsonNode *before,
            JsonNode *after,
            const char *path,
            char **place)
{
  g_autofree char *here = g_strdup_printf ("%s/%s", path, name);

  if (is_equal (before, after) || is_equal (current, after))
    return TRUE;
  if (current == NULL && before == NULL)
    {
      add_part (in, name, dp_json_dup (after));
      return TRUE;
    }
  if (is_equal (current, before))
    {
      if (after == NULL)
        remove_part (in, name);
      else
        replace_part (in, name, current, after);
      return TRUE;
    }
  if (current != NULL && is_divisible (current, before) && is_divisible (current, after))
    return carry (current, before, after, here, place);

  *place = g_steal_pointer (&here);
  return FALSE;
}

static gboolean
carry (JsonNode *current,
       JsonNode *before,
       JsonNode *after,
       const char *path,
       char **place)
{
  g_autoptr (GHashTable) parts = get_parts (current);
  g_autoptr (GHashTable) old_parts = get_parts (before);
  g_autoptr (GHashTable) new_parts = get_parts (after);
  g_autoptr (GPtrArray) names = list_names (before, after);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (!carry_part (current,
                       name,
                       g_hash_table_lookup (parts, name),
                       g_hash_table_lookup (old_parts, name),
                       g_hash_table_lookup (new_parts, name),
                       path,
                       place))
        return FALSE;
    }
  return TRUE;
}

JsonNode *
dp_json_carry (JsonNode *current,
               JsonNode *before,
               JsonNode *after,
               char **place)
{
  g_autoptr (JsonNode) result = NULL;

  g_return_val_if_fail (is_object (current), NULL);
  g_return_val_if_fail (is_object (before), NULL);
  g_return_val_if_fail (is_object (after), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  *place = NULL;
  result = dp_json_dup (current);
  return carry (result, before, after, "", place) ? g_steal_pointer (&result) : NULL;
}
