/* dp-json-writer.c: JSON that people and git can read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"
#include "base/dp-json-number.h"
#include "base/dp-json-string.h"

#include <math.h>

static gboolean write_node (GString *into,
                            JsonNode *node,
                            guint level);

static void
append_indent (GString *into,
               guint level)
{
  g_string_append_c (into, '\n');
  for (guint i = 0; i < level; i++)
    g_string_append (into, "  ");
}

/* Text of the tree should be UTF-8 already; if it is not, the file must be nevertheless. */
static void
append_text (GString *into,
             const char *text)
{
  if (g_utf8_validate (text, -1, NULL))
    dp_json_append_string (into, text);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      dp_json_append_string (into, valid);
    }
}

static gboolean
write_object (GString *into,
              JsonObject *object,
              guint level)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean first = TRUE;

  if (json_object_get_size (object) == 0)
    {
      g_string_append (into, "{}");
      return TRUE;
    }
  g_string_append_c (into, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!first)
        g_string_append_c (into, ',');
      first = FALSE;
      append_indent (into, level + 1);
      append_text (into, name);
      g_string_append (into, ": ");
      if (!write_node (into, member, level + 1))
        return FALSE;
    }
  append_indent (into, level);
  g_string_append_c (into, '}');
  return TRUE;
}

static gboolean
write_array (GString *into,
             JsonArray *array,
             guint level)
{
  guint n = json_array_get_length (array);

  if (n == 0)
    {
      g_string_append (into, "[]");
      return TRUE;
    }
  g_string_append_c (into, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (into, ',');
      append_indent (into, level + 1);
      if (!write_node (into, json_array_get_element (array, i), level + 1))
        return FALSE;
    }
  append_indent (into, level);
  g_string_append_c (into, ']');
  return TRUE;
}

static gboolean
write_scalar (GString *into,
              JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    append_text (into, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (into, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    {
      gint64 value = json_node_get_int (node);

      /* Beyond this our own reader would refuse the digits, so the nearest double is written. */
      if (value >= -DP_JSON_MAX_SAFE_INTEGER && value <= DP_JSON_MAX_SAFE_INTEGER)
        g_string_append_printf (into, "%" G_GINT64_FORMAT, value);
      else
        dp_json_append_double (into, (double) value, TRUE);
    }
  else
    {
      double value = json_node_get_double (node);

      if (!isfinite (value))
        return FALSE;
      dp_json_append_double (into, value, TRUE);
    }
  return TRUE;
}

static gboolean
write_node (GString *into,
            JsonNode *node,
            guint level)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return write_object (into, json_node_get_object (node), level);
    case JSON_NODE_ARRAY:
      return write_array (into, json_node_get_array (node), level);
    case JSON_NODE_VALUE:
      return write_scalar (into, node);
    case JSON_NODE_NULL:
      g_string_append (into, "null");
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

GBytes *
dp_json_write (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (node != NULL, NULL);

  if (!write_node (text, node, 0))
    return NULL;
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&text));
}
