/* dp-content.c: what an approval is of: the content of a case, and its digest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-content.h"

#include "base/dp-file.h"
#include "base/dp-json.h"

static const char *const not_content[] = {
  "format",
  "version",
  "state",
  "created",
  "modified",
  "comments",
  "history",
  "history_digest",
};

static void
strip (JsonObject *object)
{
  JsonNode *narratives = json_object_get_member (object, "narratives");

  for (guint i = 0; i < G_N_ELEMENTS (not_content); i++)
    json_object_remove_member (object, not_content[i]);
  if (narratives == NULL || !JSON_NODE_HOLDS_ARRAY (narratives))
    return;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (narratives)); i++)
    {
      JsonNode *narrative = json_array_get_element (json_node_get_array (narratives), i);

      if (JSON_NODE_HOLDS_OBJECT (narrative))
        json_object_remove_member (json_node_get_object (narrative), "colour");
    }
}

JsonNode *
dp_content_new (DpCase *dp_case)
{
  JsonNode *node = dp_case_to_json (dp_case);

  /* The tree is new but for unknown members and entries, which are not touched. */
  strip (json_node_get_object (node));
  return node;
}

JsonNode *
dp_content_new_from_json (JsonNode *node)
{
  g_autoptr (GBytes) bytes = dp_json_write (node);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonNode *copy = dp_json_read (text, length, DP_JSON_STRICT, NULL);

  g_return_val_if_fail (copy != NULL && JSON_NODE_HOLDS_OBJECT (copy), NULL);

  strip (json_node_get_object (copy));
  return copy;
}

char *
dp_content_dup_digest (JsonNode *content)
{
  g_autoptr (GBytes) bytes = dp_json_write_canonical (content, NULL);

  return dp_sha256 (bytes);
}

char *
dp_case_dup_content_digest (DpCase *dp_case)
{
  g_autoptr (JsonNode) content = dp_content_new (dp_case);

  return dp_content_dup_digest (content);
}

/* Members of a claim that are not its text. */
static const struct
{
  const char *name;
  DpPart part;
} claim_members[] = {
  { "translation", DP_PART_TRANSLATION },
  { "translator", DP_PART_TRANSLATION },
  { "translation_checked_by", 0 },
};

static const struct
{
  const char *name;
  DpPart part;
} members[] = {
  { "articles", DP_PART_ARTICLE },
  { "highlights", DP_PART_ARTICLE },
  { "narratives", DP_PART_ARTICLE },
  { "evidence", DP_PART_EVIDENCE },
  { "waivers", 0 },
};

static gboolean
is_equal (JsonNode *a,
          JsonNode *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return json_node_equal (a, b);
}

static DpPart
compare_claims (JsonNode *old_claim,
                JsonNode *new_claim)
{
  JsonObject *sides[] = { json_node_get_object (old_claim), json_node_get_object (new_claim) };
  DpPart parts = 0;

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GList) names = json_object_get_members (sides[side]);

      for (GList *l = names; l != NULL; l = l->next)
        {
          DpPart part = DP_PART_TEXT;

          if (is_equal (json_object_get_member (sides[0], l->data), json_object_get_member (sides[1], l->data)))
            continue;
          for (guint i = 0; i < G_N_ELEMENTS (claim_members); i++)
            if (g_str_equal (l->data, claim_members[i].name))
              part = claim_members[i].part;
          parts |= part;
        }
    }
  return parts;
}

/* (nullable) */
static JsonArray *
get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static DpPart
compare_claim_lists (JsonNode *old_claims,
                     JsonNode *new_claims)
{
  JsonArray *a = get_array (old_claims);
  JsonArray *b = get_array (new_claims);
  guint n_a = a != NULL ? json_array_get_length (a) : 0;
  guint n_b = b != NULL ? json_array_get_length (b) : 0;
  DpPart parts = n_a != n_b ? DP_PART_TEXT : 0;

  for (guint i = 0; i < MIN (n_a, n_b); i++)
    parts |= compare_claims (json_array_get_element (a, i), json_array_get_element (b, i));
  return parts;
}

DpPart
dp_content_compare (JsonNode *old_content,
                    JsonNode *new_content)
{
  JsonObject *sides[] = { json_node_get_object (old_content), json_node_get_object (new_content) };
  DpPart parts = 0;

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GList) names = json_object_get_members (sides[side]);

      for (GList *l = names; l != NULL; l = l->next)
        {
          JsonNode *old_member = json_object_get_member (sides[0], l->data);
          JsonNode *new_member = json_object_get_member (sides[1], l->data);
          DpPart part = DP_PART_TEXT;

          if (is_equal (old_member, new_member))
            continue;
          if (g_str_equal (l->data, "claims"))
            {
              parts |= compare_claim_lists (old_member, new_member);
              continue;
            }
          for (guint i = 0; i < G_N_ELEMENTS (members); i++)
            if (g_str_equal (l->data, members[i].name))
              part = members[i].part;
          parts |= part;
        }
    }
  return parts;
}
