/* dp-case-edit.c: one change of a case, written down so that it can be made again, and taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-edit.h"
#include "base/dp-json.h"

#include "model/dp-tracked.h"

#define NARRATIVES "narratives"

void
dp_case_edit_free (DpCaseEdit *self)
{
  g_free (self->object);
  g_free (self->property);
  g_clear_pointer (&self->before, json_node_unref);
  g_clear_pointer (&self->after, json_node_unref);
  g_free (self);
}

static char *
dup_id (GObject *object)
{
  char *id = NULL;

  if (DP_IS_CASE (object))
    return g_strdup ("");
  g_object_get (object, "id", &id, NULL);
  return id;
}

static JsonNode *
new_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
new_texts (const char *const *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  return dp_json_take_array (array);
}

static GParamSpec *
find_property (GObject *object,
               const char *name,
               GType type)
{
  GParamSpec *property = g_object_class_find_property (G_OBJECT_GET_CLASS (object), name);

  return property != NULL && (property->flags & DP_PARAM_TRACKED) != 0 && property->value_type == type ? property : NULL;
}

/* @before, @after: (transfer full) */
static DpCaseEdit *
new_edit (char *object,
          const char *property,
          JsonNode *before,
          JsonNode *after)
{
  DpCaseEdit *self = g_new0 (DpCaseEdit, 1);

  self->object = object;
  self->property = g_strdup (property);
  self->before = before;
  self->after = after;
  return self;
}

DpCaseEdit *
dp_case_edit_new_text (GObject *object,
                       const char *property,
                       const char *after)
{
  g_autofree char *before = NULL;

  g_return_val_if_fail (find_property (object, property, G_TYPE_STRING) != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  g_object_get (object, property, &before, NULL);
  return new_edit (dup_id (object), property, new_text (before), new_text (after));
}

DpCaseEdit *
dp_case_edit_new_texts (GObject *object,
                        const char *property,
                        const char *const *after)
{
  g_auto (GStrv) before = NULL;

  g_return_val_if_fail (find_property (object, property, G_TYPE_STRV) != NULL, NULL);

  g_object_get (object, property, &before, NULL);
  return new_edit (dup_id (object), property, new_texts ((const char *const *) before), new_texts (after));
}

/* Narratives of the case's own list. */

static JsonNode *
new_narrative (DpNarrative *narrative,
               guint position)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", dp_narrative_get_id (narrative));
  json_object_set_string_member (object, "label", dp_narrative_get_label (narrative));
  json_object_set_string_member (object, "parent", dp_narrative_get_parent_id (narrative));
  json_object_set_int_member (object, "colour", dp_narrative_get_colour (narrative));
  json_object_set_int_member (object, "position", position);
  return dp_json_take_object (object);
}

static const char *
get_member (JsonNode *node,
            const char *name)
{
  return json_object_get_string_member_with_default (json_node_get_object (node), name, "");
}

static guint
find_position (DpCase *dp_case,
               const char *id)
{
  GListModel *narratives = dp_case_list_narratives (dp_case);
  guint n = g_list_model_get_n_items (narratives);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpNarrative) narrative = g_list_model_get_item (narratives, i);

      if (g_str_equal (dp_narrative_get_id (narrative), id))
        return i;
    }
  return n;
}

static gboolean
is_used (DpCase *dp_case,
         const char *id)
{
  GListModel *highlights = dp_case_list_highlights (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (dp_highlight_has_narrative (highlight, id))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
dp_case_edit_retag (DpCase *dp_case,
                    DpHighlight *highlight,
                    const char *from,
                    DpNarrative *to)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_case_edit_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  DpNarrative *old = dp_case_find_narrative (dp_case, from);
  const char *const *now;
  const char *to_id;

  g_return_val_if_fail (DP_IS_HIGHLIGHT (highlight), edits);
  g_return_val_if_fail (DP_IS_NARRATIVE (to), edits);

  to_id = dp_narrative_get_id (to);
  if (!dp_highlight_has_narrative (highlight, from) || g_str_equal (from, to_id))
    return edits;

  now = dp_highlight_get_narratives (highlight);
  for (guint i = 0; now[i] != NULL; i++)
    {
      if (!g_str_equal (now[i], from))
        g_ptr_array_add (ids, (gpointer) now[i]);
      else if (!dp_highlight_has_narrative (highlight, to_id))
        g_ptr_array_add (ids, (gpointer) to_id);
    }
  g_ptr_array_add (ids, NULL);

  if (dp_case_find_narrative (dp_case, to_id) == NULL)
    g_ptr_array_add (edits, new_edit (g_strdup (""), NARRATIVES, json_node_new (JSON_NODE_NULL), new_narrative (to, find_position (dp_case, to_id))));
  g_ptr_array_add (edits, dp_case_edit_new_texts (G_OBJECT (highlight), "narratives", (const char *const *) ids->pdata));
  if (old != NULL)
    g_ptr_array_add (edits, new_edit (g_strdup (""), NARRATIVES, new_narrative (old, find_position (dp_case, from)), json_node_new (JSON_NODE_NULL)));
  return edits;
}

JsonNode *
dp_case_edit_to_json (const DpCaseEdit *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "object", self->object);
  json_object_set_string_member (object, "property", self->property);
  json_object_set_member (object, "before", json_node_copy (self->before));
  json_object_set_member (object, "after", json_node_copy (self->after));
  return dp_json_take_object (object);
}

static gboolean
is_value (JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node) || json_node_get_value_type (node) == G_TYPE_STRING)
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      if (json_node_get_value_type (json_array_get_element (json_node_get_array (node), i)) != G_TYPE_STRING)
        return FALSE;
    }
  return TRUE;
}

DpCaseEdit *
dp_case_edit_from_json (JsonNode *node)
{
  static const char *const names[] = { "object", "property", "before", "after" };
  JsonNode *members[G_N_ELEMENTS (names)];

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      members[i] = json_object_get_member (json_node_get_object (node), names[i]);
      if (members[i] == NULL || !is_value (members[i]) || (i < 2 && json_node_get_value_type (members[i]) != G_TYPE_STRING))
        return NULL;
    }
  return new_edit (json_node_dup_string (members[0]), json_node_get_string (members[1]), json_node_copy (members[2]), json_node_copy (members[3]));
}

/* Making them. */

typedef enum
{
  MADE,
  ALREADY,
  LEFT,
} Outcome;

/* (nullable) (transfer none) */
static GObject *
find_object (DpCase *dp_case,
             const char *id)
{
  GListModel *claims = dp_case_list_claims (dp_case);
  gpointer found;

  if (*id == '\0')
    return G_OBJECT (dp_case);
  if ((found = dp_case_find_highlight (dp_case, id)) != NULL ||
      (found = dp_case_find_article (dp_case, id)) != NULL ||
      (found = dp_case_find_evidence (dp_case, id)) != NULL)
    return found;
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (DpClaim) claim = g_list_model_get_item (claims, i);

      if (g_str_equal (dp_claim_get_id (claim), id))
        return G_OBJECT (claim);
    }
  return NULL;
}

static Outcome
set_text (GObject *object,
          const char *property,
          JsonNode *from,
          JsonNode *to)
{
  g_autofree char *now = NULL;

  if (json_node_get_value_type (from) != G_TYPE_STRING || json_node_get_value_type (to) != G_TYPE_STRING)
    return LEFT;
  g_object_get (object, property, &now, NULL);
  if (g_strcmp0 (now, json_node_get_string (to)) == 0)
    return ALREADY;
  if (g_strcmp0 (now, json_node_get_string (from)) != 0)
    return LEFT;
  g_object_set (object, property, json_node_get_string (to), NULL);
  return MADE;
}

static gboolean
has_text (JsonArray *array,
          const char *text)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (g_str_equal (json_array_get_string_element (array, i), text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_same (const char *const *texts,
         JsonArray *array)
{
  guint n = json_array_get_length (array);

  if (g_strv_length ((char **) texts) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (texts[i], json_array_get_string_element (array, i)))
        return FALSE;
    }
  return TRUE;
}

static void
add_text (GPtrArray *texts,
          const char *text)
{
  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, (gpointer) text);
}

/* What comes new stands where the first of those stood that it replaces. */
static Outcome
set_texts (GObject *object,
           const char *property,
           JsonNode *from,
           JsonNode *to)
{
  g_auto (GStrv) now = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  JsonArray *old;
  JsonArray *new;
  gboolean is_in = FALSE;

  if (!JSON_NODE_HOLDS_ARRAY (from) || !JSON_NODE_HOLDS_ARRAY (to))
    return LEFT;
  old = json_node_get_array (from);
  new = json_node_get_array (to);
  g_object_get (object, property, &now, NULL);
  if (is_same ((const char *const *) now, new))
    return ALREADY;
  if (is_same ((const char *const *) now, old))
    {
      for (guint i = 0; i < json_array_get_length (new); i++)
        g_ptr_array_add (texts, (gpointer) json_array_get_string_element (new, i));
      g_ptr_array_add (texts, NULL);
      g_object_set (object, property, texts->pdata, NULL);
      return MADE;
    }

  for (guint i = 0; now[i] != NULL || !is_in; i++)
    {
      gboolean is_end = now[i] == NULL;
      gboolean goes = !is_end && has_text (old, now[i]) && !has_text (new, now[i]);

      if ((goes || is_end) && !is_in)
        {
          for (guint k = 0; k < json_array_get_length (new); k++)
            if (!has_text (old, json_array_get_string_element (new, k)))
              add_text (texts, json_array_get_string_element (new, k));
          is_in = TRUE;
        }
      if (is_end)
        break;
      if (!goes)
        add_text (texts, now[i]);
    }
  g_ptr_array_add (texts, NULL);
  if (g_strv_equal ((const char *const *) now, (const char *const *) texts->pdata))
    return ALREADY;
  g_object_set (object, property, texts->pdata, NULL);
  return MADE;
}

static Outcome
put_narrative (DpCase *dp_case,
               JsonNode *node)
{
  GListStore *store = G_LIST_STORE (dp_case_list_narratives (dp_case));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  gint64 position = json_object_get_int_member_with_default (json_node_get_object (node), "position", n);
  gint64 colour = json_object_get_int_member_with_default (json_node_get_object (node), "colour", 0);
  g_autoptr (DpNarrative) narrative = NULL;

  if (*get_member (node, "id") == '\0' || *get_member (node, "label") == '\0')
    return LEFT;
  if (dp_case_find_narrative (dp_case, get_member (node, "id")) != NULL)
    return ALREADY;
  narrative = dp_narrative_new (get_member (node, "id"), get_member (node, "label"), "", get_member (node, "parent"), (guint) CLAMP (colour, 0, DP_NARRATIVE_N_COLOURS - 1), FALSE);
  g_list_store_insert (store, (guint) CLAMP (position, 0, n), narrative);
  return MADE;
}

static Outcome
take_narrative (DpCase *dp_case,
                JsonNode *node)
{
  const char *id = get_member (node, "id");
  guint position = find_position (dp_case, id);

  if (position == g_list_model_get_n_items (dp_case_list_narratives (dp_case)) || is_used (dp_case, id))
    return ALREADY;
  g_list_store_remove (G_LIST_STORE (dp_case_list_narratives (dp_case)), position);
  return MADE;
}

static Outcome
apply (DpCaseEdit *edit,
       DpCase *dp_case,
       JsonNode *from,
       JsonNode *to)
{
  GObject *object = find_object (dp_case, edit->object);

  if (object == NULL)
    return LEFT;
  if (JSON_NODE_HOLDS_OBJECT (to))
    return object == G_OBJECT (dp_case) ? put_narrative (dp_case, to) : LEFT;
  if (JSON_NODE_HOLDS_OBJECT (from))
    return object == G_OBJECT (dp_case) ? take_narrative (dp_case, from) : LEFT;
  if (find_property (object, edit->property, G_TYPE_STRING) != NULL)
    return set_text (object, edit->property, from, to);
  if (find_property (object, edit->property, G_TYPE_STRV) != NULL)
    return set_texts (object, edit->property, from, to);
  return LEFT;
}

/* Before the first narrative goes, all that may use it has been changed. */
static gboolean
comes_last (DpCaseEdit *edit,
            gboolean backwards)
{
  return JSON_NODE_HOLDS_OBJECT (backwards ? edit->after : edit->before);
}

gboolean
dp_case_edits_apply (GPtrArray *edits,
                     DpCase *dp_case,
                     gboolean backwards,
                     guint *n_left)
{
  gboolean is_changed = FALSE;
  guint left = 0;

  g_return_val_if_fail (DP_IS_CASE (dp_case), FALSE);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < edits->len; i++)
        {
          DpCaseEdit *edit = g_ptr_array_index (edits, backwards ? edits->len - 1 - i : i);
          Outcome outcome;

          if (comes_last (edit, backwards) != (pass == 1))
            continue;
          outcome = apply (edit, dp_case, backwards ? edit->after : edit->before, backwards ? edit->before : edit->after);
          is_changed |= outcome == MADE;
          left += outcome == LEFT;
        }
    }
  if (n_left != NULL)
    *n_left = left;
  return is_changed;
}
