/* dp-content-diff.c: what is different between two contents of a case, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-content.h"

#include <glib/gi18n-lib.h>
#include "base/dp-json.h"

/* Lists of objects, and the member that tells one item from another. */
static const struct
{
  const char *name;
  const char *key;
} lists[] = {
  { "articles", "id" },
  { "narratives", "id" },
  { "highlights", "id" },
  { "claims", "id" },
  { "evidence", "id" },
  { "inquiries", "id" },
  { "waivers", "check" },
  { "relations", "case" },
  { "bearings", "highlight" },
};

static void
change_free (gpointer data)
{
  DpChange *change = data;

  g_free (change->place);
  g_free (change->heading);
  g_free (change->old_text);
  g_free (change->new_text);
  g_free (change);
}

/* What a member is called; its own name where nobody thought of one. */
static const char *
get_label (const char *name)
{
  static const struct
  {
    const char *name;
    const char *label;
  } labels[] = {
    { "title", N_ ("Title") },
    { "language", N_ ("Language") },
    { "summary", N_ ("Summary") },
    { "disproof", NC_ ("case text", "Disproof") },
    { "verdict", N_ ("Verdict") },
    { "reasoning", N_ ("Sentences marked as reasoning") },
    { "articles", N_ ("Article") },
    { "narratives", N_ ("Narrative") },
    { "highlights", N_ ("Highlight") },
    { "claims", N_ ("Claim") },
    { "evidence", N_ ("Evidence") },
    { "inquiries", N_ ("Right of reply") },
    { "waivers", N_ ("Check that does not apply") },
    { "relations", N_ ("Related case") },
    { "bearings", N_ ("Bearing on a highlight") },
    { "text", N_ ("Text") },
    { "blocks", N_ ("Text") },
    { "translation", N_ ("Translation") },
    { "translator", N_ ("Translator") },
    { "translation_checked_by", N_ ("Second speaker") },
    { "true_in_it", N_ ("What is true in it") },
    { "quote", N_ ("Quote") },
    { "link", N_ ("Link") },
    { "archive_link", N_ ("Archived copy") },
    { "publisher", N_ ("Publisher") },
    { "author", N_ ("Author") },
    { "date", N_ ("Date") },
    { "techniques", N_ ("Techniques") },
    { "note", N_ ("Note") },
    { "rank", N_ ("Rank") },
    { "total", N_ ("Number of countries") },
    { "score", N_ ("Score") },
    { "edition", N_ ("Edition") },
    { "citation", N_ ("Citation") },
    { "stance", N_ ("Stance") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].name, name))
      return g_str_equal (name, "disproof") ? C_ ("case text", "Disproof") : _ (labels[i].label);
  return name;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
}

/* What people know an item by. */
static const char *
get_item_name (JsonObject *item)
{
  static const char *const names[] = { "title", "contact", "label", "text", "check", "link", "key" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (*get_string (item, names[i]) != '\0')
      return get_string (item, names[i]);
  return "";
}

/* What an item says, line by line; nothing for one of which none of it is known. */
static void
append_item (GString *out,
             JsonObject *item)
{
  static const char *const names[] = { "title", "contact", "label", "country", "edition", "publisher", "author", "date", "link", "archive_link", "quote", "question", "answer", "reason", "note" };
  gsize before = out->len;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (*get_string (item, names[i]) != '\0')
      g_string_append_printf (out, "%s%s", out->len > before ? "\n" : "", get_string (item, names[i]));
}

static void
append_text (GString *out,
             JsonNode *node)
{
  gsize start = out->len;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (i > 0)
            g_string_append_c (out, '\n');
          append_text (out, json_array_get_element (array, i));
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node) && *get_string (json_node_get_object (node), "text") != '\0')
    g_string_append (out, get_string (json_node_get_object (node), "text"));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    g_string_append (out, json_node_get_string (node));
  else
    {
      g_autoptr (GBytes) bytes = NULL;
      gsize length;
      const char *text;

      if (JSON_NODE_HOLDS_OBJECT (node))
        append_item (out, json_node_get_object (node));
      bytes = out->len == start ? dp_json_write_canonical (node, NULL) : NULL;
      text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
      if (text != NULL)
        g_string_append_len (out, text, length);
    }
}

/* (transfer full): a value for people */
static char *
dup_text (JsonNode *node)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (node != NULL)
    append_text (out, node);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* @old_node or @new_node may be %NULL. */
static void
add_change (GPtrArray *changes,
            const char *place,
            const char *heading,
            JsonNode *old_node,
            JsonNode *new_node)
{
  DpChange *change = g_new0 (DpChange, 1);

  change->kind = old_node == NULL ? DP_CHANGE_ADDED : new_node == NULL ? DP_CHANGE_REMOVED
                                                                       : DP_CHANGE_CHANGED;
  change->place = g_strdup (place);
  change->heading = g_strdup (heading);
  change->old_text = dup_text (old_node);
  change->new_text = dup_text (new_node);
  g_ptr_array_add (changes, change);
}

/* (nullable): what tells the items of the list @name from one another */
static const char *
get_key (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].name, name))
      return lists[i].key;
  return NULL;
}

static void diff_objects (GPtrArray *changes,
                          JsonObject *old_object,
                          JsonObject *new_object,
                          const char *place,
                          const char *heading);

/* (nullable): and where it is; by its key, and among those of the same key by their number */
static JsonObject *
find_item (JsonArray *array,
           const char *key,
           JsonArray *other,
           guint position,
           guint *found)
{
  const char *wanted = get_string (json_array_get_object_element (other, position), key);
  guint nth = 0;

  for (guint i = 0; i < position; i++)
    nth += g_str_equal (get_string (json_array_get_object_element (other, i), key), wanted);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *item = json_array_get_object_element (array, i);

      if (g_str_equal (get_string (item, key), wanted) && nth-- == 0)
        {
          *found = i;
          return item;
        }
    }
  return NULL;
}

static char *
dup_item_heading (const char *heading,
                  JsonObject *item)
{
  const char *name = get_item_name (item);

  /* Translators: first what it is, "Evidence", then which one: its title */
  return *name != '\0' ? g_strdup_printf (_ ("%s: %s"), heading, name) : g_strdup (heading);
}

/* Also says when the same items stand in another order, which is another content. */
static void
diff_lists (GPtrArray *changes,
            JsonNode *old_node,
            JsonNode *new_node,
            const char *key,
            const char *place,
            const char *heading)
{
  g_autoptr (JsonArray) empty = json_array_new ();
  JsonArray *old_list = old_node != NULL ? json_node_get_array (old_node) : empty;
  JsonArray *new_list = new_node != NULL ? json_node_get_array (new_node) : empty;
  gboolean is_order = FALSE;
  guint last = 0;
  guint found;

  for (guint i = 0; i < json_array_get_length (old_list); i++)
    {
      JsonObject *item = json_array_get_object_element (old_list, i);
      g_autofree char *item_place = g_strdup_printf ("%s/%u", place, i);
      g_autofree char *item_heading = dup_item_heading (heading, item);

      if (find_item (new_list, key, old_list, i, &found) == NULL)
        add_change (changes, item_place, item_heading, json_array_get_element (old_list, i), NULL);
    }
  for (guint i = 0; i < json_array_get_length (new_list); i++)
    {
      JsonObject *item = json_array_get_object_element (new_list, i);
      JsonObject *old_item = find_item (old_list, key, new_list, i, &found);
      g_autofree char *item_place = g_strdup_printf ("%s/%u", place, i);
      g_autofree char *item_heading = dup_item_heading (heading, item);

      if (old_item == NULL)
        {
          add_change (changes, item_place, item_heading, NULL, json_array_get_element (new_list, i));
          continue;
        }
      is_order = is_order || found < last;
      last = found;
      diff_objects (changes, old_item, item, item_place, item_heading);
    }
  if (is_order)
    {
      /* Translators: %s is a list, "Evidence" */
      g_autofree char *order_heading = g_strdup_printf (_ ("%s: another order"), heading);
      g_autoptr (JsonNode) nothing = json_node_new (JSON_NODE_NULL);

      add_change (changes, place, order_heading, nothing, nothing);
    }
}

static gboolean
holds_objects (JsonNode *node)
{
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

static void
diff_member (GPtrArray *changes,
             JsonObject *old_object,
             JsonObject *new_object,
             const char *name,
             const char *place,
             const char *heading)
{
  JsonNode *old_node = old_object != NULL ? json_object_get_member (old_object, name) : NULL;
  JsonNode *new_node = json_object_has_member (new_object, name) ? json_object_get_member (new_object, name) : NULL;
  const char *key = get_key (name);
  g_autofree char *own_place = g_strdup_printf ("%s/%s", place, name);
  g_autofree char *own_heading = *heading != '\0' ? g_strdup_printf (_ ("%s: %s"), heading, get_label (name)) : g_strdup (get_label (name));

  if (old_node != NULL && new_node != NULL && json_node_equal (old_node, new_node))
    return;
  if (key != NULL && holds_objects (old_node) && holds_objects (new_node))
    diff_lists (changes, old_node, new_node, key, own_place, own_heading);
  else
    add_change (changes, own_place, own_heading, old_node, new_node);
}

static void
diff_objects (GPtrArray *changes,
              JsonObject *old_object,
              JsonObject *new_object,
              const char *place,
              const char *heading)
{
  g_autoptr (GList) old_names = json_object_get_members (old_object);
  g_autoptr (GList) new_names = json_object_get_members (new_object);

  for (GList *l = old_names; l != NULL; l = l->next)
    if (!json_object_has_member (new_object, l->data))
      diff_member (changes, old_object, new_object, l->data, place, heading);
  for (GList *l = new_names; l != NULL; l = l->next)
    diff_member (changes, json_object_has_member (old_object, l->data) ? old_object : NULL, new_object, l->data, place, heading);
}

GPtrArray *
dp_content_diff (JsonNode *old_content,
                 JsonNode *new_content)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  diff_objects (changes, json_node_get_object (old_content), json_node_get_object (new_content), "", "");
  return changes;
}
