/* dp-entry.c: one line of what was done with a case: who, when, what, on which content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-entry.h"

#include "base/dp-file.h"
#include "base/dp-json.h"

struct _DpEntry
{
  GObject parent_instance;

  JsonObject *object;
  char *digest; /* (nullable): once it is known, since an entry never changes */
};

G_DEFINE_FINAL_TYPE (DpEntry, dp_entry, G_TYPE_OBJECT)

static void
dp_entry_finalize (GObject *object)
{
  json_object_unref (DP_ENTRY (object)->object);
  g_free (DP_ENTRY (object)->digest);

  G_OBJECT_CLASS (dp_entry_parent_class)->finalize (object);
}

static void
dp_entry_class_init (DpEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dp_entry_finalize;
}

static void
dp_entry_init (DpEntry *self)
{
}

DpEntry *
dp_entry_new (JsonObject *object)
{
  DpEntry *self = g_object_new (DP_TYPE_ENTRY, NULL);

  self->object = json_object_ref (object);
  return self;
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

/* (nullable) */
static JsonObject *
get_who (DpEntry *self)
{
  JsonNode *node = json_object_get_member (self->object, "who");

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
dp_entry_get_what (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (self->object, "what");
}

const char *
dp_entry_get_when (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (self->object, "when");
}

const char *
dp_entry_get_name (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (get_who (self), "name");
}

const char *
dp_entry_get_email (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (get_who (self), "email");
}

const char *
dp_entry_get_organisation (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (get_who (self), "organisation");
}

const char *
dp_entry_get_content (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (self->object, "content");
}

const char *
dp_entry_get_previous (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (self->object, "previous");
}

const char *
dp_entry_get_version (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (self->object, "version");
}

const char *
dp_entry_get_words (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (self->object, "words");
}

const char *
dp_entry_get_verdict (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (self->object, "verdict");
}

const char *
dp_entry_get_confidence (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (self->object, "confidence");
}

const char *
dp_entry_get_case_verdict (DpEntry *self)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), "");

  return get_text (self->object, "case_verdict");
}

gboolean
dp_entry_has_part (DpEntry *self,
                   const char *part)
{
  JsonNode *node;
  JsonArray *parts;

  g_return_val_if_fail (DP_IS_ENTRY (self), FALSE);

  node = json_object_get_member (self->object, "parts");
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  parts = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (parts); i++)
    if (g_strcmp0 (json_array_get_string_element (parts, i), part) == 0)
      return TRUE;
  return FALSE;
}

gboolean
dp_entry_get_to (DpEntry *self,
                 DpCaseState *state)
{
  g_return_val_if_fail (DP_IS_ENTRY (self), FALSE);

  return dp_case_state_from_nick (get_text (self->object, "to"), state);
}

char *
dp_entry_dup_digest (DpEntry *self)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (DP_IS_ENTRY (self), NULL);

  if (self->digest == NULL)
    {
      node = dp_entry_to_json (self);
      bytes = dp_json_write_canonical (node, NULL);
      self->digest = dp_sha256 (bytes);
    }
  return g_strdup (self->digest);
}

JsonNode *
dp_entry_to_json (gpointer self)
{
  return json_node_init_object (json_node_alloc (), DP_ENTRY (self)->object);
}
