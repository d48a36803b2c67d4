/* dp-merge-history.c: two histories that went different ways, made one again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-merge-history.h"

#include "base/dp-date.h"
#include "base/dp-file.h"
#include "base/dp-json.h"

#define PREVIOUS "previous"

static JsonObject *
get_entry (JsonArray *entries,
           guint i)
{
  JsonNode *node = json_array_get_element (entries, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* "" where there is no such text; anybody may have written the file. */
static const char *
get_text (JsonObject *entry,
          const char *name)
{
  const char *text = entry != NULL ? json_object_get_string_member_with_default (entry, name, "") : NULL;

  return text != NULL ? text : "";
}

static guint
count_common (JsonArray *ours,
              JsonArray *theirs)
{
  guint n = MIN (json_array_get_length (ours), json_array_get_length (theirs));
  guint i = 0;

  while (i < n && json_node_equal (json_array_get_element (ours, i), json_array_get_element (theirs, i)))
    i++;
  return i;
}

static gboolean
is_lead (JsonObject *entry)
{
  return entry != NULL && json_object_has_member (entry, "to");
}

/* What leads to no other state and yet may be done in one state only. */
static gboolean
is_bound (JsonObject *entry)
{
  return g_str_equal (get_text (entry, "what"), "cross-check");
}

static gboolean
is_move (JsonObject *entry)
{
  return is_lead (entry) || is_bound (entry);
}

static gboolean
is_before (JsonObject *a,
           JsonObject *b)
{
  DpDate a_date, b_date;

  return dp_date_parse (get_text (a, "when"), &a_date) && dp_date_parse (get_text (b, "when"), &b_date) && dp_date_compare (&a_date, &b_date) < 0;
}

/* (nullable) */
static JsonObject *
find_lead (JsonArray *entries,
           guint from)
{
  for (guint i = from; i < json_array_get_length (entries); i++)
    if (is_lead (get_entry (entries, i)))
      return get_entry (entries, i);
  return NULL;
}

/* Whether something stands behind @lead, a move of the other side, that cannot be there any more. */
static gboolean
stands_behind (JsonArray *entries,
               guint from,
               JsonObject *lead)
{
  for (guint i = from; i < json_array_get_length (entries); i++)
    if (is_lead (get_entry (entries, i)) || (is_bound (get_entry (entries, i)) && !is_before (get_entry (entries, i), lead)))
      return TRUE;
  return FALSE;
}

gboolean
dp_merge_history_conflicts (JsonArray *ours,
                            JsonArray *theirs)
{
  guint n_common = count_common (ours, theirs);
  JsonObject *our_lead = find_lead (ours, n_common);
  JsonObject *their_lead = find_lead (theirs, n_common);

  return (our_lead != NULL && stands_behind (theirs, n_common, our_lead)) || (their_lead != NULL && stands_behind (ours, n_common, their_lead));
}

static char *
dup_digest (JsonNode *entry)
{
  g_autoptr (GBytes) bytes = dp_json_write_canonical (entry, NULL);

  return bytes != NULL ? dp_sha256 (bytes) : g_strdup ("");
}

/* @digest: (inout): of the entry before */
static void
append (JsonArray *out,
        JsonNode *entry,
        char **digest)
{
  JsonNode *copy = json_node_copy (entry);

  if (JSON_NODE_HOLDS_OBJECT (entry) &&
      !g_str_equal (get_text (json_node_get_object (entry), PREVIOUS), *digest))
    {
      /* A copy of a node shares its object. */
      g_autoptr (GList) names = json_object_get_members (json_node_get_object (entry));
      JsonObject *object = json_object_new ();

      for (GList *l = names; l != NULL; l = l->next)
        json_object_set_member (object, l->data, json_node_copy (json_object_get_member (json_node_get_object (entry), l->data)));
      json_object_set_string_member (object, PREVIOUS, *digest);
      json_node_take_object (copy, object);
    }
  g_free (*digest);
  *digest = dup_digest (copy);
  json_array_add_element (out, copy);
}

JsonArray *
dp_merge_history (JsonArray *ours,
                  JsonArray *theirs,
                  DpMergeSide side,
                  char **digest)
{
  JsonArray *out = json_array_new ();
  guint i = count_common (ours, theirs), j = i;

  *digest = g_strdup ("");
  for (guint k = 0; k < i; k++)
    {
      json_array_add_element (out, json_node_copy (json_array_get_element (ours, k)));
      g_free (*digest);
      *digest = dup_digest (json_array_get_element (ours, k));
    }
  while (i < json_array_get_length (ours) || j < json_array_get_length (theirs))
    {
      JsonObject *mine = i < json_array_get_length (ours) ? get_entry (ours, i) : NULL;
      JsonObject *other = j < json_array_get_length (theirs) ? get_entry (theirs, j) : NULL;
      gboolean is_ours = j == json_array_get_length (theirs) || (mine != NULL && is_before (mine, other));
      JsonNode *next = is_ours ? json_array_get_element (ours, i++) : json_array_get_element (theirs, j++);

      if (side == DP_MERGE_BOTH || !is_move (is_ours ? mine : other) || is_ours == (side == DP_MERGE_OURS))
        append (out, next, digest);
    }
  return out;
}
