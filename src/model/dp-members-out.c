/* dp-members-out.c: writing the members of JSON objects of a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-members.h"

void
dp_members_out_init (DpMembersOut *self,
                     DpUnknown *unknown)
{
  self->object = json_object_new ();
  self->unknown = unknown;
  dp_unknown_write (unknown, "", self->object);
}

JsonNode *
dp_members_out_end (DpMembersOut *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, g_steal_pointer (&self->object));
  return node;
}

void
dp_members_out_node (DpMembersOut *self,
                     const char *name,
                     JsonNode *node)
{
  if (node != NULL)
    json_object_set_member (self->object, name, node);
  dp_unknown_write (self->unknown, name, self->object);
}

static JsonNode *
new_string (const char *value)
{
  return json_node_init_string (json_node_alloc (), value);
}

void
dp_members_out_text (DpMembersOut *self,
                     const char *name,
                     const char *value)
{
  dp_members_out_node (self, name, *value != '\0' ? new_string (value) : NULL);
}

void
dp_members_out_text_always (DpMembersOut *self,
                            const char *name,
                            const char *value)
{
  dp_members_out_node (self, name, new_string (value));
}

void
dp_members_out_texts (DpMembersOut *self,
                      const char *name,
                      const char *const *values)
{
  JsonArray *array = json_array_new ();

  for (; *values != NULL; values++)
    json_array_add_string_element (array, *values);
  dp_members_out_array (self, name, array);
}

void
dp_members_out_number (DpMembersOut *self,
                       const char *name,
                       guint64 value)
{
  dp_members_out_node (self, name, value != 0 ? json_node_init_int (json_node_alloc (), value) : NULL);
}

void
dp_members_out_number_always (DpMembersOut *self,
                              const char *name,
                              guint64 value)
{
  dp_members_out_node (self, name, json_node_init_int (json_node_alloc (), value));
}

void
dp_members_out_flag (DpMembersOut *self,
                     const char *name,
                     gboolean value)
{
  dp_members_out_node (self, name, value ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL);
}

void
dp_members_out_array (DpMembersOut *self,
                      const char *name,
                      JsonArray *array)
{
  JsonNode *node = NULL;

  if (json_array_get_length (array) > 0)
    {
      node = json_node_new (JSON_NODE_ARRAY);
      json_node_set_array (node, array);
    }
  json_array_unref (array);
  dp_members_out_node (self, name, node);
}
