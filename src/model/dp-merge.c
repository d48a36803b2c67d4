/* dp-merge.c: two versions of a case that went different ways, made one again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-merge.h"

#include <string.h>
#include "base/dp-date.h"
#include "base/dp-json.h"
#include "model/dp-merge-history.h"
#include "model/dp-merge-references.h"

typedef struct
{
  GHashTable *choices; /* (nullable) */
  GPtrArray *conflicts;
} Merging;

static JsonNode *merge_nodes (Merging *self, const char *place, const char *name, JsonNode *base, JsonNode *ours, JsonNode *theirs);

static JsonNode *
copy (JsonNode *node)
{
  return node != NULL ? json_node_copy (node) : NULL;
}

void
dp_merge_conflict_free (DpMergeConflict *self)
{
  g_free (self->place);
  g_clear_pointer (&self->base, json_node_unref);
  g_clear_pointer (&self->ours, json_node_unref);
  g_clear_pointer (&self->theirs, json_node_unref);
  g_free (self);
}

static gboolean
same (JsonNode *a,
      JsonNode *b)
{
  return a == NULL || b == NULL ? a == b : json_node_equal (a, b);
}

static gboolean
are_texts (JsonNode *a,
           JsonNode *b)
{
  return a != NULL && b != NULL && JSON_NODE_HOLDS_VALUE (a) && JSON_NODE_HOLDS_VALUE (b) &&
         json_node_get_value_type (a) == G_TYPE_STRING && json_node_get_value_type (b) == G_TYPE_STRING;
}

static DpMergeSide
find_choice (Merging *self,
             const char *place)
{
  return self->choices != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->choices, place)) : DP_MERGE_OURS;
}

/* (transfer full) (nullable): what was decided, or ours */
static JsonNode *
conflict (Merging *self,
          const char *place,
          JsonNode *base,
          JsonNode *ours,
          JsonNode *theirs)
{
  DpMergeConflict *it = g_new0 (DpMergeConflict, 1);
  DpMergeSide side = find_choice (self, place);

  it->place = g_strdup (place);
  it->base = copy (base);
  it->ours = copy (ours);
  it->theirs = copy (theirs);
  g_ptr_array_add (self->conflicts, it);
  if (side == DP_MERGE_BOTH && are_texts (ours, theirs))
    {
      g_autofree char *both = g_strconcat (json_node_get_string (ours), "\n\n", json_node_get_string (theirs), NULL);

      return json_node_init_string (json_node_alloc (), both);
    }
  return copy (side == DP_MERGE_THEIRS ? theirs : ours);
}

/* -- Lists -- */

/* What tells an object of a list from the others of it; %NULL for a list of other things. */
static const char *
find_key (JsonArray *array)
{
  static const char *const keys[] = { "id", "case", "check" };
  guint n = json_array_get_length (array);

  for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      guint i = 0;

      for (; i < n; i++)
        {
          JsonNode *node = json_array_get_element (array, i);
          const char *value =
              JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_string_member_with_default (json_node_get_object (node), keys[k], NULL) : NULL;

          if (value == NULL || !g_hash_table_add (seen, (char *) value))
            break;
        }
      if (i == n)
        return keys[k];
    }
  return NULL;
}

static gboolean
is_words (JsonArray *array)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!are_texts (node, node) || !g_hash_table_add (seen, (char *) json_node_get_string (node)))
        return FALSE;
    }
  return TRUE;
}

/* @key: %NULL for words, which are their own */
static const char *
get_name (JsonNode *node,
          const char *key)
{
  return key != NULL ? json_object_get_string_member (json_node_get_object (node), key) : json_node_get_string (node);
}

static GHashTable *
index_array (JsonArray *array,
             const char *key)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      g_hash_table_insert (index, (char *) get_name (node, key), node);
    }
  return index;
}

/* Whether the two have what they share in the same order. */
static gboolean
keeps_order (JsonArray *from,
             JsonArray *to,
             const char *key)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  guint last = 0;

  for (guint i = 0; i < json_array_get_length (to); i++)
    g_hash_table_insert (index, (char *) get_name (json_array_get_element (to, i), key), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < json_array_get_length (from); i++)
    {
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (index, get_name (json_array_get_element (from, i), key)));

      if (at != 0 && at < last)
        return FALSE;
      last = MAX (last, at);
    }
  return TRUE;
}

/* (element-type utf8): that of who changed it, ours if both did; what only the other has follows what it
 * follows there */
static GPtrArray *
join_order (const char *key,
            JsonArray *base,
            JsonArray *ours,
            JsonArray *theirs)
{
  gboolean theirs_leads = keeps_order (base, ours, key) && !keeps_order (base, theirs, key);
  JsonArray *lead = theirs_leads ? theirs : ours, *other = theirs_leads ? ours : theirs;
  g_autoptr (GHashTable) known = index_array (lead, key);
  GPtrArray *order = g_ptr_array_new ();
  const char *before = NULL;

  for (guint i = 0; i < json_array_get_length (lead); i++)
    g_ptr_array_add (order, (char *) get_name (json_array_get_element (lead, i), key));
  for (guint i = 0; i < json_array_get_length (other); i++)
    {
      const char *name = get_name (json_array_get_element (other, i), key);
      guint at = 0;

      if (!g_hash_table_contains (known, name))
        {
          if (before != NULL && g_ptr_array_find_with_equal_func (order, before, g_str_equal, &at))
            at++;
          g_ptr_array_insert (order, at, (char *) name);
        }
      before = name;
    }
  return order;
}

static JsonNode *
merge_lists (Merging *self,
             const char *place,
             const char *key,
             JsonArray *base,
             JsonArray *ours,
             JsonArray *theirs)
{
  g_autoptr (GHashTable) in_base = index_array (base, key);
  g_autoptr (GHashTable) in_ours = index_array (ours, key);
  g_autoptr (GHashTable) in_theirs = index_array (theirs, key);
  g_autoptr (GPtrArray) order = join_order (key, base, ours, theirs);
  JsonArray *out = json_array_new ();

  for (guint i = 0; i < order->len; i++)
    {
      const char *name = order->pdata[i];
      g_autofree char *inner = g_strconcat (place, "/", name, NULL);
      JsonNode *item = merge_nodes (self,
                                    inner,
                                    "",
                                    g_hash_table_lookup (in_base, name),
                                    g_hash_table_lookup (in_ours, name),
                                    g_hash_table_lookup (in_theirs, name));

      if (item != NULL)
        json_array_add_element (out, item);
    }
  return dp_json_take_array (out);
}

/* -- Objects -- */

static JsonNode *
get_member (JsonObject *object,
            const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
merge_member (Merging *self,
              JsonObject *out,
              const char *place,
              const char *name,
              JsonObject *base,
              JsonObject *ours,
              JsonObject *theirs)
{
  g_autofree char *inner = g_strconcat (place, "/", name, NULL);
  JsonNode *node = merge_nodes (self, inner, name, get_member (base, name), get_member (ours, name), get_member (theirs, name));

  if (node != NULL)
    json_object_set_member (out, name, node);
}

static JsonNode *
merge_objects (Merging *self,
               const char *place,
               JsonObject *base,
               JsonObject *ours,
               JsonObject *theirs)
{
  g_autoptr (GList) our_names = json_object_get_members (ours);
  g_autoptr (GList) their_names = json_object_get_members (theirs);
  JsonObject *out = json_object_new ();

  for (GList *l = our_names; l != NULL; l = l->next)
    merge_member (self, out, place, l->data, base, ours, theirs);
  for (GList *l = their_names; l != NULL; l = l->next)
    if (!json_object_has_member (ours, l->data))
      merge_member (self, out, place, l->data, base, ours, theirs);
  return dp_json_take_object (out);
}

/* -- Anything -- */

static JsonNode *
later (JsonNode *ours,
       JsonNode *theirs)
{
  DpDate a, b;

  if (are_texts (ours, theirs) && dp_date_parse (json_node_get_string (ours), &a) && dp_date_parse (json_node_get_string (theirs), &b) &&
      dp_date_compare (&a, &b) < 0)
    return copy (theirs);
  return copy (ours);
}

/* Both changed it, and not alike. */
static JsonNode *
merge_changed (Merging *self,
               const char *place,
               const char *name,
               JsonNode *base,
               JsonNode *ours,
               JsonNode *theirs)
{
  JsonObject *our_object = get_object (ours), *their_object = get_object (theirs);

  if (our_object != NULL && their_object != NULL && !g_str_equal (name, "selectors"))
    return merge_objects (self, place, get_object (base), our_object, their_object);
  if (ours != NULL && theirs != NULL && JSON_NODE_HOLDS_ARRAY (ours) && JSON_NODE_HOLDS_ARRAY (theirs))
    {
      g_autoptr (JsonArray) none = json_array_new ();
      JsonArray *before = base != NULL && JSON_NODE_HOLDS_ARRAY (base) ? json_node_get_array (base) : none;
      JsonArray *a = json_node_get_array (ours), *b = json_node_get_array (theirs);
      const char *key = find_key (a);

      if (is_words (before) && is_words (a) && is_words (b))
        return merge_lists (self, place, NULL, before, a, b);
      if (json_array_get_length (a) == 0)
        key = find_key (json_array_get_length (b) > 0 ? b : before);
      if (key != NULL && (json_array_get_length (b) == 0 || g_strcmp0 (find_key (b), key) == 0) &&
          (json_array_get_length (before) == 0 || g_strcmp0 (find_key (before), key) == 0))
        return merge_lists (self, place, key, before, a, b);
    }
  if (are_texts (ours, theirs) && (g_str_equal (place, "/summary") || g_str_equal (place, "/disproof")))
    {
      g_autofree char *text =
          dp_merge_texts (are_texts (base, base) ? json_node_get_string (base) : "", json_node_get_string (ours), json_node_get_string (theirs));

      if (text != NULL)
        return json_node_init_string (json_node_alloc (), text);
    }
  return conflict (self, place, base, ours, theirs);
}

static JsonNode *
merge_nodes (Merging *self,
             const char *place,
             const char *name,
             JsonNode *base,
             JsonNode *ours,
             JsonNode *theirs)
{
  if (same (ours, theirs) || same (base, theirs))
    return copy (ours);
  if (same (base, ours))
    return copy (theirs);
  if (g_str_equal (place, "/modified"))
    return later (ours, theirs);
  return merge_changed (self, place, name, base, ours, theirs);
}

/* -- The history, which is told with the state that it leads to -- */

static JsonArray *
get_history (JsonObject *object)
{
  JsonNode *node = get_member (object, "history");

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_ref (json_node_get_array (node)) : json_array_new ();
}

/* (transfer full): a tree of its own down to its members */
static JsonObject *
without_history (JsonObject *object)
{
  JsonObject *out = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "history") && !g_str_equal (l->data, "history_digest") && !g_str_equal (l->data, "state"))
      json_object_set_member (out, l->data, json_node_copy (json_object_get_member (object, l->data)));
  return out;
}

static void
merge_history (Merging *self,
               JsonObject *out,
               JsonObject *base,
               JsonObject *ours,
               JsonObject *theirs)
{
  g_autoptr (JsonArray) our_entries = get_history (ours);
  g_autoptr (JsonArray) their_entries = get_history (theirs);
  JsonNode *state;
  DpMergeSide side = DP_MERGE_BOTH;
  g_autofree char *digest = NULL;
  JsonArray *entries;

  if (dp_merge_history_conflicts (our_entries, their_entries))
    {
      json_node_free (conflict (self, "/state", get_member (base, "state"), get_member (ours, "state"), get_member (theirs, "state")));
      side = find_choice (self, "/state") == DP_MERGE_THEIRS ? DP_MERGE_THEIRS : DP_MERGE_OURS;
      state = copy (get_member (side == DP_MERGE_THEIRS ? theirs : ours, "state"));
    }
  else
    state = merge_nodes (self, "/state", "state", get_member (base, "state"), get_member (ours, "state"), get_member (theirs, "state"));
  if (state != NULL)
    json_object_set_member (out, "state", state);
  entries = dp_merge_history (our_entries, their_entries, side, &digest);
  if (json_array_get_length (entries) == 0)
    {
      json_array_unref (entries);
      return;
    }
  json_object_set_array_member (out, "history", entries);
  json_object_set_string_member (out, "history_digest", digest);
}

JsonNode *
dp_merge (JsonNode *base,
          JsonNode *ours,
          JsonNode *theirs,
          GHashTable *choices,
          GPtrArray **conflicts)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_merge_conflict_free);
  Merging self = { choices, found };
  JsonNode *merged;

  g_return_val_if_fail (JSON_NODE_HOLDS_OBJECT (base) && JSON_NODE_HOLDS_OBJECT (ours) && JSON_NODE_HOLDS_OBJECT (theirs), NULL);

  /* Nothing is chained anew where there is nothing to join. */
  if (same (ours, theirs) || same (base, theirs))
    merged = copy (ours);
  else if (same (base, ours))
    merged = copy (theirs);
  else
    {
      g_autoptr (JsonNode) parted = dp_merge_part_keys (base, ours, theirs);
      g_autoptr (JsonObject) b = without_history (json_node_get_object (base));
      g_autoptr (JsonObject) a = without_history (json_node_get_object (ours));
      g_autoptr (JsonObject) c = without_history (json_node_get_object (parted));

      merged = merge_objects (&self, "", b, a, c);
      dp_merge_restore_named (json_node_get_object (merged), a, c);
      merge_history (&self, json_node_get_object (merged), json_node_get_object (base), json_node_get_object (ours), json_node_get_object (theirs));
    }
  if (conflicts != NULL)
    *conflicts = g_steal_pointer (&found);
  return merged;
}
