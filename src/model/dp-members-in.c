/* dp-members-in.c: reading the members of JSON objects of a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-members.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "model/dp-case.h"

#define MAX_ID 128

void
dp_members_in_init (DpMembersIn *self,
                    JsonObject *object,
                    GError **error)
{
  self->parent = NULL;
  self->name = NULL;
  self->index = -1;
  self->object = object;
  self->error = error;
  self->n_taken = 0;
  self->place = NULL;
}

gboolean
dp_members_in_is_ok (DpMembersIn *self)
{
  return *self->error == NULL;
}

static void
append_pointer (GString *out,
                const char *name,
                int index)
{
  g_string_append_c (out, '/');
  for (; *name != '\0'; name++)
    {
      if (*name == '~')
        g_string_append (out, "~0");
      else if (*name == '/')
        g_string_append (out, "~1");
      else
        g_string_append_c (out, *name);
    }
  if (index >= 0)
    g_string_append_printf (out, "/%d", index);
}

static void
append_place (GString *out,
              const DpMembersIn *self)
{
  if (self->parent == NULL)
    return;

  append_place (out, self->parent);
  append_pointer (out, self->name, self->index);
}

void
dp_members_in_fail (DpMembersIn *self,
                    const char *name,
                    int index,
                    const char *format,
                    ...)
{
  g_autoptr (GString) pointer = NULL;
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  const DpMembersIn *root = self;
  va_list args;

  if (!dp_members_in_is_ok (self))
    return;

  pointer = g_string_new (NULL);
  append_place (pointer, self);
  if (name != NULL)
    append_pointer (pointer, name, index);
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  /* What was cut to a length may have been cut within a letter. */
  valid = g_utf8_make_valid (text, -1);
  /* Translators: first the place in a file, as a JSON pointer such as /articles/0/title, then what is
   * wrong there. */
  g_set_error (self->error, DP_CASE_ERROR, DP_CASE_ERROR_INVALID, _ ("At %s: %s"), pointer->str, valid);
  while (root->parent != NULL)
    root = root->parent;
  if (root->place != NULL)
    *root->place = g_strdup (pointer->str);
}

/* (nullable): the member; a mistake when it is needed and absent */
static JsonNode *
take (DpMembersIn *self,
      const char *name,
      DpMemberNeed need)
{
  JsonNode *node;

  if (!dp_members_in_is_ok (self))
    return NULL;

  g_assert (self->n_taken < DP_MEMBERS_MAX);
  self->taken[self->n_taken++] = name;
  node = json_object_get_member (self->object, name);
  if (node == NULL && need == DP_MEMBER_REQUIRED)
    dp_members_in_fail (self, name, -1, "%s", _ ("this is missing"));
  return node;
}

static void
fail_type (DpMembersIn *self,
           const char *name,
           int index,
           const char *wanted)
{
  dp_members_in_fail (self, name, index, "%s", wanted);
}

/* (nullable) */
static const char *
get_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

gboolean
dp_members_in_enter (DpMembersIn *self,
                     DpMembersIn *parent,
                     const char *name)
{
  JsonNode *node = take (parent, name, DP_MEMBER_OPTIONAL);

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail_type (parent, name, -1, _ ("an object is needed here"));
      return FALSE;
    }
  dp_members_in_init (self, json_node_get_object (node), parent->error);
  self->parent = parent;
  self->name = name;
  return TRUE;
}

gboolean
dp_members_in_enter_element (DpMembersIn *self,
                             DpMembersIn *parent,
                             const char *name,
                             JsonArray *array,
                             guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (!dp_members_in_is_ok (parent))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail_type (parent, name, index, _ ("an object is needed here"));
      return FALSE;
    }
  dp_members_in_init (self, json_node_get_object (node), parent->error);
  self->parent = parent;
  self->name = name;
  self->index = index;
  return TRUE;
}

const char *
dp_members_in_text (DpMembersIn *self,
                    const char *name,
                    DpMemberNeed need)
{
  JsonNode *node = take (self, name, need);
  const char *text;

  if (node == NULL)
    return "";

  text = get_string (node);
  if (text == NULL)
    fail_type (self, name, -1, _ ("a string is needed here"));
  else if (need == DP_MEMBER_REQUIRED && *text == '\0')
    fail_type (self, name, -1, _ ("this must not be empty"));
  return text != NULL ? text : "";
}

const char *
dp_members_in_id (DpMembersIn *self,
                  const char *name)
{
  const char *id = dp_members_in_text (self, name, DP_MEMBER_REQUIRED);

  if (!dp_members_in_is_ok (self))
    return "";
  if (strlen (id) > MAX_ID || strspn (id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".-_:/") != strlen (id))
    dp_members_in_fail (self, name, -1, "%s", _ ("an identifier has at most 128 letters, digits, dots, hyphens, underscores, colons and slashes"));
  return id;
}

char **
dp_members_in_texts (DpMembersIn *self,
                     const char *name)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  JsonArray *array = dp_members_in_array (self, name, DP_MEMBER_OPTIONAL);
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      const char *text = get_string (json_array_get_element (array, i));

      if (text == NULL)
        {
          fail_type (self, name, i, _ ("a string is needed here"));
          break;
        }
      g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

guint64
dp_members_in_number (DpMembersIn *self,
                      const char *name,
                      guint64 max,
                      DpMemberNeed need)
{
  JsonNode *node = take (self, name, need);
  GType type;
  double number;

  if (node == NULL)
    return 0;

  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  number = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : -1;
  /* Every number here is below 2^53, where a double is exact. */
  if (number >= 0 && number <= (double) max && (double) (guint64) number == number)
    return (guint64) number;

  dp_members_in_fail (self, name, -1,
                      /* Translators: the number is the largest one allowed. */
                      _ ("a whole number from 0 to %llu is needed here"), (unsigned long long) max);
  return 0;
}

gboolean
dp_members_in_flag (DpMembersIn *self,
                    const char *name)
{
  JsonNode *node = take (self, name, DP_MEMBER_OPTIONAL);

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);

  fail_type (self, name, -1, _ ("true or false is needed here"));
  return FALSE;
}

/* (transfer full): "source, ranking" */
static char *
dup_words (GEnumClass *words)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < words->n_values; i++)
    if (*words->values[i].value_nick != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", words->values[i].value_nick);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

int
dp_members_in_word (DpMembersIn *self,
                    const char *name,
                    GType type,
                    DpMemberNeed need,
                    int absent)
{
  const char *word = dp_members_in_text (self, name, need);
  g_autoptr (GTypeClass) words = NULL;
  g_autofree char *allowed = NULL;
  const GEnumValue *value;

  if (*word == '\0' || !dp_members_in_is_ok (self))
    return absent;

  words = g_type_class_ref (type);
  value = g_enum_get_value_by_nick ((GEnumClass *) words, word);
  if (value != NULL)
    return value->value;

  allowed = dup_words ((GEnumClass *) words);
  /* Translators: first a word found in a file, then the list of those allowed there. */
  dp_members_in_fail (self, name, -1, _ ("“%.64s” is not known here, only: %s"), word, allowed);
  return absent;
}

JsonArray *
dp_members_in_array (DpMembersIn *self,
                     const char *name,
                     DpMemberNeed need)
{
  JsonNode *node = take (self, name, need);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  fail_type (self, name, -1, _ ("an array is needed here"));
  return NULL;
}

static const char *
find_taken (DpMembersIn *self,
            const char *name)
{
  for (guint i = 0; i < self->n_taken; i++)
    if (g_str_equal (self->taken[i], name))
      return self->taken[i];
  return NULL;
}

DpUnknown *
dp_members_in_unknown (DpMembersIn *self)
{
  g_autoptr (DpUnknown) unknown = NULL;
  g_autoptr (GList) names = json_object_get_members (self->object);
  const char *after = "";

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *known = find_taken (self, l->data);

      if (known != NULL)
        {
          after = known;
          continue;
        }
      if (unknown == NULL)
        unknown = dp_unknown_new ();
      dp_unknown_add (unknown, after, l->data, json_object_get_member (self->object, l->data));
    }
  return g_steal_pointer (&unknown);
}

void
dp_members_in_refuse_unknown (DpMembersIn *self)
{
  g_autoptr (GList) names = json_object_get_members (self->object);

  for (GList *l = names; l != NULL; l = l->next)
    if (find_taken (self, l->data) == NULL)
      dp_members_in_fail (self, l->data, -1, "%s", _ ("there is no such member here"));
}
