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
is_move (JsonObject *entry)
{
  return entry != NULL && json_object_has_member (entry, "to");
}

static gboolean
has_move (JsonArray *entries,
          guint from)
{
  for (guint i = from; i < json_array_get_length (entries); i++)
    if (is_move (get_entry (entries, i)))
      return TRUE;
  return FALSE;
}

gboolean
dp_merge_history_conflicts (JsonArray *ours,
                            JsonArray *theirs)
{
  guint n_common = count_common (ours, theirs);

  return has_move (ours, n_common) && has_move (theirs, n_common);
}

static gboolean
is_before (JsonObject *a,
           JsonObject *b)
{
  const char *a_when = a != NULL ? json_object_get_string_member_with_default (a, "when", "") : "";
  const char *b_when = b != NULL ? json_object_get_string_member_with_default (b, "when", "") : "";
  DpDate a_date, b_date;

  return dp_date_parse (a_when, &a_date) && dp_date_parse (b_when, &b_date) && dp_date_compare (&a_date, &b_date) < 0;
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
      !g_str_equal (json_object_get_string_member_with_default (json_node_get_object (entry), PREVIOUS, ""), *digest))
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
