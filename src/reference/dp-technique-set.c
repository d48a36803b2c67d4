/* dp-technique-set.c: reading a set of techniques, in any of its forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-techniques.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include "base/dp-id.h"
#include "base/dp-json.h"
#include "reference/dp-csv.h"
#include "reference/dp-fold.h"

#define FORMAT "disproof-techniques"
#define VERSION 1
#define MAX_ID 64
#define MAX_NAME 300

GQuark
dp_techniques_error_quark (void)
{
  return g_quark_from_static_string ("dp-techniques-error-quark");
}

static void
technique_free (gpointer data)
{
  DpTechnique *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->group);
  g_free (self->tag);
  g_strfreev (self->words);
  g_free (self);
}

void
dp_technique_set_free (DpTechniqueSet *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->source);
  g_free (self->licence);
  g_free (self->attribution);
  g_ptr_array_unref (self->techniques);
  g_free (self);
}

static DpTechniqueSet *
set_new (const char *name)
{
  DpTechniqueSet *self = g_new0 (DpTechniqueSet, 1);

  self->name = g_utf8_make_valid (name, -1);
  self->id = dp_slug (self->name, 48);
  if (*self->id == '\0')
    {
      g_free (self->id);
      self->id = g_strdup ("set");
    }
  self->source = g_strdup ("");
  self->licence = g_strdup ("");
  self->attribution = g_strdup ("");
  self->techniques = g_ptr_array_new_with_free_func (technique_free);
  return self;
}

static gboolean
is_id (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > MAX_ID)
    return FALSE;
  for (; *id != '\0'; id++)
    {
      if (!g_ascii_isalnum (*id) && strchr ("._:-", *id) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_name (const char *name)
{
  return *name != '\0' && strlen (name) <= MAX_NAME && strpbrk (name, "\n\r\t") == NULL;
}

gboolean
dp_technique_tag_is_valid (const char *tag)
{
  g_autofree char *id = dp_technique_tag_dup_id (tag);

  return is_id (id) && tag[strlen (id)] == ' ' && is_name (tag + strlen (id) + 1);
}

char *
dp_technique_tag_dup_id (const char *tag)
{
  return g_strndup (tag, strcspn (tag, " "));
}

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError **error,
      const char *format,
      ...)
{
  va_list arguments;
  g_autofree char *reason = NULL;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, DP_TECHNIQUES_ERROR, DP_TECHNIQUES_ERROR_INVALID, reason);
  return FALSE;
}

/* @seen: the ids so far */
static gboolean
add (DpTechniqueSet *self,
     GHashTable *seen,
     const char *id,
     const char *name,
     const char *group,
     GError **error)
{
  g_autofree char *clean_name = g_strstrip (g_strdup (name));
  g_autofree char *all = NULL;
  DpTechnique *technique;

  if (!is_id (id))
    return fail (error, _ ("“%.80s” is no identifier: letters, digits, dots and hyphens"), id);
  if (!is_name (clean_name))
    return fail (error, _ ("“%s” has no name, or one that is too long"), id);
  if (g_hash_table_contains (seen, id))
    return fail (error, _ ("“%s” is there twice"), id);
  if (self->techniques->len >= DP_TECHNIQUES_MAX)
    return fail (error, _ ("more than %u techniques"), DP_TECHNIQUES_MAX);

  technique = g_new0 (DpTechnique, 1);
  technique->id = g_strdup (id);
  technique->name = g_steal_pointer (&clean_name);
  technique->group = g_strdup (strpbrk (group, "\n\r\t") == NULL && strlen (group) <= MAX_NAME ? group : "");
  technique->tag = g_strdup_printf ("%s %s", technique->id, technique->name);
  all = g_strdup_printf ("%s %s %s", technique->id, technique->name, technique->group);
  technique->words = dp_fold_words (all);
  g_hash_table_add (seen, technique->id);
  g_ptr_array_add (self->techniques, technique);
  return TRUE;
}

/* CSV. */

static gboolean
read_csv (DpTechniqueSet *self,
          const char *data,
          gsize length,
          GError **error)
{
  g_autoptr (DpCsv) csv = dp_csv_read (data, length, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int id;
  int name;
  int group;

  if (csv == NULL)
    return FALSE;
  id = dp_csv_find_column (csv, "id");
  name = dp_csv_find_column (csv, "name");
  group = dp_csv_find_column (csv, "group");
  if (id < 0 || name < 0)
    return fail (error, _ ("line 1: the columns “id” and “name” are needed"));
  for (guint i = 0; i < dp_csv_get_n_rows (csv); i++)
    {
      g_autoptr (GError) cause = NULL;

      if (!add (self, seen, dp_csv_get (csv, i, (guint) id), dp_csv_get (csv, i, (guint) name), group >= 0 ? dp_csv_get (csv, i, (guint) group) : "", &cause))
        return fail (error, _ ("line %u: %s"), dp_csv_get_line (csv, i), cause->message);
    }
  return TRUE;
}

/* JSON. */

/* (nullable) */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* (nullable) */
static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* (nullable): that element, if it is an object */
static JsonObject *
get_object (JsonArray *array,
            guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
take_text (char **place,
           JsonObject *object,
           const char *name)
{
  const char *text = get_text (object, name);

  if (text == NULL || *text == '\0' || strlen (text) > MAX_NAME)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

/* An element of a list, with the place of what is wrong. */
typedef gboolean (*AddElement) (DpTechniqueSet *self, GHashTable *seen, JsonObject *element, GError **error);

static gboolean
read_list (DpTechniqueSet *self,
           JsonArray *list,
           const char *name,
           AddElement add_element,
           const char *data,
           gsize length,
           GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *element = get_object (list, i);
      g_autofree char *pointer = g_strdup_printf ("/%s/%u", name, i);
      g_autoptr (GError) cause = NULL;

      if (element == NULL)
        return fail (error, _ ("line %u: an object is needed here"), dp_json_find_line (data, length, pointer));
      if (!add_element (self, seen, element, &cause))
        return fail (error, _ ("line %u: %s"), dp_json_find_line (data, length, pointer), cause->message);
    }
  return TRUE;
}

static gboolean
add_own (DpTechniqueSet *self,
         GHashTable *seen,
         JsonObject *element,
         GError **error)
{
  const char *id = get_text (element, "id");
  const char *name = get_text (element, "name");
  const char *group = get_text (element, "group");

  return add (self, seen, id != NULL ? id : "", name != NULL ? name : "", group != NULL ? group : "", error);
}

static gboolean
read_own (DpTechniqueSet *self,
          JsonObject *root,
          const char *data,
          gsize length,
          GError **error)
{
  JsonArray *list = get_array (root, "techniques");
  const char *id = get_text (root, "id");

  if (json_object_get_int_member_with_default (root, "version", 0) != VERSION)
    return fail (error, _ ("line %u: “version” must be %d"), dp_json_find_line (data, length, "/version"), VERSION);
  if (list == NULL)
    return fail (error, _ ("line 1: the list “techniques” is missing"));
  if (id != NULL)
    {
      g_autofree char *slug = dp_slug (id, 48);

      if (*slug == '\0' || !g_str_equal (slug, id))
        return fail (error, _ ("line %u: the “id” of the set must be of small letters, digits and hyphens"), dp_json_find_line (data, length, "/id"));
      g_free (self->id);
      self->id = g_strdup (id);
    }
  take_text (&self->name, root, "name");
  take_text (&self->source, root, "source");
  take_text (&self->licence, root, "licence");
  take_text (&self->attribution, root, "attribution");
  return read_list (self, list, "techniques", add_own, data, length, error);
}

/* A STIX bundle: other objects than attack-patterns are passed over, and those that were revoked. */
static gboolean
add_stix (DpTechniqueSet *self,
          GHashTable *seen,
          JsonObject *element,
          GError **error)
{
  JsonArray *references = get_array (element, "external_references");
  JsonArray *phases = get_array (element, "kill_chain_phases");
  JsonObject *phase = phases != NULL && json_array_get_length (phases) > 0 ? get_object (phases, 0) : NULL;
  const char *name = get_text (element, "name");
  const char *group = phase != NULL ? get_text (phase, "phase_name") : NULL;
  const char *id = NULL;

  if (g_strcmp0 (get_text (element, "type"), "attack-pattern") != 0 || json_object_get_boolean_member_with_default (element, "revoked", FALSE))
    return TRUE;
  /* The published bundle names another source than DISARM, so it is not asked for. */
  for (guint i = 0; references != NULL && i < json_array_get_length (references) && id == NULL; i++)
    {
      JsonObject *reference = get_object (references, i);

      id = reference != NULL ? get_text (reference, "external_id") : NULL;
    }
  if (id == NULL || g_hash_table_contains (seen, id))
    return TRUE;
  return add (self, seen, id, name != NULL ? name : "", group != NULL ? group : "", error);
}

static gboolean
add_galaxy (DpTechniqueSet *self,
            GHashTable *seen,
            JsonObject *element,
            GError **error)
{
  JsonNode *meta_node = json_object_get_member (element, "meta");
  JsonObject *meta = meta_node != NULL && JSON_NODE_HOLDS_OBJECT (meta_node) ? json_node_get_object (meta_node) : NULL;
  const char *id = meta != NULL ? get_text (meta, "external_id") : NULL;
  const char *name = get_text (element, "value");

  return id == NULL ? TRUE : add (self, seen, id, name != NULL ? name : "", "", error);
}

static gboolean
read_json (DpTechniqueSet *self,
           const char *data,
           gsize length,
           GError **error)
{
  g_autoptr (JsonNode) node = dp_json_read (data, length, DP_JSON_STRICT, error);
  JsonObject *root;

  if (node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, _ ("line 1: no set of techniques"));
  root = json_node_get_object (node);
  if (g_strcmp0 (get_text (root, "format"), FORMAT) == 0)
    return read_own (self, root, data, length, error);
  if (g_strcmp0 (get_text (root, "type"), "bundle") == 0 && get_array (root, "objects") != NULL)
    return read_list (self, get_array (root, "objects"), "objects", add_stix, data, length, error);
  if (get_array (root, "values") != NULL)
    {
      take_text (&self->name, root, "name");
      take_text (&self->source, root, "source");
      return read_list (self, get_array (root, "values"), "values", add_galaxy, data, length, error);
    }
  return fail (error, _ ("line 1: no set of techniques"));
}

DpTechniqueSet *
dp_technique_set_parse (const char *data,
                        gsize length,
                        const char *name,
                        GError **error)
{
  g_autoptr (DpTechniqueSet) self = NULL;
  gsize start = 0;
  gboolean is_json;

  g_return_val_if_fail (name != NULL, NULL);

  if (length > DP_TECHNIQUES_MAX_SIZE)
    {
      fail (error, _ ("the file is too large"));
      return NULL;
    }
  while (start < length && g_ascii_isspace (data[start]))
    start++;
  is_json = start < length && (data[start] == '{' || data[start] == '[');
  self = set_new (name);
  if (!(is_json ? read_json (self, data, length, error) : read_csv (self, data, length, error)))
    return NULL;
  if (self->techniques->len == 0)
    {
      fail (error, _ ("there is no technique in it"));
      return NULL;
    }
  return g_steal_pointer (&self);
}
