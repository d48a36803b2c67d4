/* dp-json-take.c: nodes of objects and arrays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"

JsonNode *
dp_json_take_object (JsonObject *object)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

JsonNode *
dp_json_take_array (JsonArray *array)
{
  JsonNode *node;

  g_return_val_if_fail (array != NULL, NULL);

  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}
