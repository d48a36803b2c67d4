/* dp-json-canonical.c: JSON to be hashed or signed (RFC 8785)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"
#include "base/dp-json-number.h"
#include "base/dp-json-string.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  GString *text;    /* (owned) */
  GString *pointer; /* (owned): the place that is being written */
  GError *error;    /* (owned) (nullable) */
} Writer;

typedef struct
{
  const char *name;
  JsonNode *node;
} Member;

static gboolean write_node (Writer *self,
                            JsonNode *node);

static gboolean
fail (Writer *self,
      DpJsonError code,
      const char *what)
{
  if (self->pointer->len == 0)
    g_set_error_literal (&self->error, DP_JSON_ERROR, code, what);
  else
    /* Translators: a path like /articles/0/title in a JSON document, then what is wrong there */
    g_set_error (&self->error, DP_JSON_ERROR, code, _ ("at %s: %s"), self->pointer->str, what);
  return FALSE;
}

static gboolean
write_text (Writer *self,
            const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return fail (self, DP_JSON_ERROR_ENCODING, _ ("this text is not UTF-8"));
  dp_json_append_string (self->text, text);
  return TRUE;
}

/* By UTF-16 code units: as by bytes of UTF-8, but what lies beyond the basic plane (lead byte F0 to
 * F4, in UTF-16 D800 to DFFF) comes before U+E000 to U+FFFF (lead byte EE and EF). */
static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const guchar *p = (const guchar *) ((const Member *) a)->name;
  const guchar *q = (const guchar *) ((const Member *) b)->name;

  while (*p == *q && *p != '\0')
    {
      p++;
      q++;
    }
  if ((*p >= 0xF0 && (*q == 0xEE || *q == 0xEF)) || (*q >= 0xF0 && (*p == 0xEE || *p == 0xEF)))
    return (int) *q - (int) *p;
  return (int) *p - (int) *q;
}

static void
append_pointer (GString *pointer,
                const char *name)
{
  g_string_append_c (pointer, '/');
  for (const char *p = name; *p != '\0'; p++)
    if (*p == '~')
      g_string_append (pointer, "~0");
    else if (*p == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *p);
}

static gboolean
write_object (Writer *self,
              JsonObject *object)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  gsize pointer_length = self->pointer->len;
  JsonObjectIter iter;
  Member member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member.name, &member.node))
    g_array_append_val (members, member);
  g_array_sort (members, compare_members);

  g_string_append_c (self->text, '{');
  for (guint i = 0; i < members->len; i++)
    {
      member = g_array_index (members, Member, i);
      if (i > 0)
        g_string_append_c (self->text, ',');
      if (!write_text (self, member.name))
        return FALSE;
      g_string_append_c (self->text, ':');
      append_pointer (self->pointer, member.name);
      if (!write_node (self, member.node))
        return FALSE;
      g_string_truncate (self->pointer, pointer_length);
    }
  g_string_append_c (self->text, '}');
  return TRUE;
}

static gboolean
write_array (Writer *self,
             JsonArray *array)
{
  gsize pointer_length = self->pointer->len;
  guint n = json_array_get_length (array);

  g_string_append_c (self->text, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ',');
      g_string_append_printf (self->pointer, "/%u", i);
      if (!write_node (self, json_array_get_element (array, i)))
        return FALSE;
      g_string_truncate (self->pointer, pointer_length);
    }
  g_string_append_c (self->text, ']');
  return TRUE;
}

static gboolean
write_scalar (Writer *self,
              JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return write_text (self, json_node_get_string (node));
  if (type == G_TYPE_BOOLEAN)
    g_string_append (self->text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    {
      gint64 value = json_node_get_int (node);

      if (value < -DP_JSON_MAX_SAFE_INTEGER || value > DP_JSON_MAX_SAFE_INTEGER)
        return fail (self, DP_JSON_ERROR_NUMBER, _ ("a whole number this large cannot be kept exactly; write it as text"));
      g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
    }
  else
    {
      double value = json_node_get_double (node);

      if (!isfinite (value))
        return fail (self, DP_JSON_ERROR_NUMBER, _ ("this number is not finite"));
      dp_json_append_double (self->text, value, FALSE);
    }
  return TRUE;
}

static gboolean
write_node (Writer *self,
            JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return write_object (self, json_node_get_object (node));
    case JSON_NODE_ARRAY:
      return write_array (self, json_node_get_array (node));
    case JSON_NODE_VALUE:
      return write_scalar (self, node);
    case JSON_NODE_NULL:
      g_string_append (self->text, "null");
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

GBytes *
dp_json_write_canonical (JsonNode *node,
                         GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) pointer = g_string_new (NULL);
  Writer writer = { .text = text, .pointer = pointer };

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!write_node (&writer, node))
    {
      g_propagate_error (error, writer.error);
      return NULL;
    }
  return g_string_free_to_bytes (g_steal_pointer (&text));
}
