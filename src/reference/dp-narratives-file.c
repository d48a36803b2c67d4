/* dp-narratives-file.c: a file of narratives: the shipped one, or a library's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narratives-file.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-file.h"
#include "base/dp-json.h"
#include "reference/dp-fold.h"
#include "reference/dp-narratives.h"

#define FORMAT_NAME "disproof-narratives"
#define FORMAT_VERSION 1
#define MAX_FILE_SIZE ((gsize) 8 * 1024 * 1024)

void
dp_narrative_entry_free (DpNarrativeEntry *self)
{
  g_object_unref (self->narrative);
  g_strfreev (self->label_words);
  g_strfreev (self->other_words);
  g_strfreev (self->definition_words);
  g_free (self);
}

void
dp_narratives_file_free (DpNarrativesFile *self)
{
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self->digest);
  g_free (self);
}

/* Reading. */

G_GNUC_PRINTF (3, 4)
static gboolean
fail (const char *pointer,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_INVALID, "%s: %s", pointer, reason);

  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_id (const char *id)
{
  if (*id == '\0' || strlen (id) > 200)
    return FALSE;

  for (; *id != '\0'; id++)
    {
      if (!g_ascii_isalnum (*id) && *id != '-' && *id != '/')
        return FALSE;
    }

  return TRUE;
}

/* (nullable): the text in the best language: as asked for, then English, then the first there is */
static const char *
choose_text (JsonObject *texts,
             const char *const *languages)
{
  const char *text = NULL;
  g_autoptr (GList) members = NULL;

  for (guint i = 0; languages[i] != NULL && text == NULL; i++)
    {
      /* "de_DE.UTF-8" and the like: g_get_language_names() also gives "de" behind it. */
      g_autofree char *tag = g_strdelimit (g_strdup (languages[i]), "_", '-');

      if (json_object_has_member (texts, tag))
        text = json_object_get_string_member (texts, tag);
    }

  if (text == NULL && json_object_has_member (texts, "en"))
    text = json_object_get_string_member (texts, "en");

  members = json_object_get_members (texts);
  if (text == NULL && members != NULL)
    text = json_object_get_string_member (texts, members->data);

  return text;
}

/* (nullable): the member @name, an object of strings; writes %NULL when it is left out */
static gboolean
get_texts (JsonObject *object,
           const char *name,
           const char *pointer,
           JsonObject **texts,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autoptr (GList) members = NULL;

  *texts = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (pointer, error, _ ("“%s” must hold texts by language"), name);

  members = json_object_get_members (json_node_get_object (node));
  for (GList *l = members; l != NULL; l = l->next)
    {
      if (!is_string (json_object_get_member (json_node_get_object (node), l->data)))
        return fail (pointer, error, _ ("“%s” must hold texts by language"), name);
    }

  *texts = json_node_get_object (node);

  return TRUE;
}

static gboolean
get_string (JsonObject *object,
            const char *name,
            const char *pointer,
            const char **value,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && !is_string (node))
    return fail (pointer, error, _ ("“%s” must be a text"), name);

  *value = node != NULL ? json_node_get_string (node) : "";

  return TRUE;
}

static gboolean
get_colour (JsonObject *object,
            const char *pointer,
            guint *colour,
            GError **error)
{
  JsonNode *node = json_object_get_member (object, "colour");
  gint64 value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fail (pointer, error, _ ("“colour” must be a whole number"));

  value = json_node_get_int (node);
  if (value < 0 || value >= DP_NARRATIVE_N_COLOURS)
    return fail (pointer, error, _ ("“colour” must be between 0 and %d"), DP_NARRATIVE_N_COLOURS - 1);

  *colour = (guint) value;

  return TRUE;
}

static char **
fold_all (JsonObject *texts)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GList) members = json_object_get_members (texts);

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_string_append (all, json_object_get_string_member (texts, l->data));
      g_string_append_c (all, ' ');
    }

  return dp_fold_words (all->str);
}

static DpNarrativeEntry *
make_entry (DpNarrative *narrative,
            JsonObject *labels)
{
  DpNarrativeEntry *entry = g_new0 (DpNarrativeEntry, 1);

  entry->narrative = g_object_ref (narrative);
  entry->label_words = dp_fold_words (dp_narrative_get_label (narrative));
  entry->definition_words = dp_fold_words (dp_narrative_get_definition (narrative));
  entry->other_words = fold_all (labels);

  return entry;
}

static DpNarrativeEntry *
read_entry (JsonNode *node,
            const char *const *languages,
            gboolean is_own,
            const char *pointer,
            GError **error)
{
  g_autofree char *label = NULL;
  JsonObject *object;
  JsonObject *labels;
  JsonObject *definitions;
  const char *id;
  const char *parent;
  const char *best;
  const char *definition;
  guint colour;
  g_autoptr (DpNarrative) narrative = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (pointer, error, _ ("a narrative must be an object"));
      return NULL;
    }

  object = json_node_get_object (node);
  if (!get_string (object, "id", pointer, &id, error) ||
      !get_string (object, "parent", pointer, &parent, error) ||
      !get_texts (object, "labels", pointer, &labels, error) ||
      !get_texts (object, "definition", pointer, &definitions, error) ||
      !get_colour (object, pointer, &colour, error))
    return NULL;

  if (!is_id (id))
    {
      fail (pointer, error, _ ("“id” must be letters, digits, hyphens and slashes"));
      return NULL;
    }
  if (is_own != g_str_has_prefix (id, DP_NARRATIVES_OWN_PREFIX))
    {
      fail (pointer, error, _ ("ids of a library’s own narratives begin with “%s”, and no others do"), DP_NARRATIVES_OWN_PREFIX);
      return NULL;
    }

  best = labels != NULL ? choose_text (labels, languages) : NULL;
  label = g_strstrip (g_strdup (best != NULL ? best : ""));
  if (*label == '\0')
    {
      fail (pointer, error, _ ("the narrative has no label"));
      return NULL;
    }
  definition = definitions != NULL ? choose_text (definitions, languages) : NULL;

  narrative = dp_narrative_new (id, label, definition != NULL ? definition : "", parent, colour, is_own);

  return make_entry (narrative, labels);
}

/* The array of narratives in @root, or %NULL with an error. */
static JsonArray *
get_list (JsonNode *root,
          GError **error)
{
  JsonObject *object;
  JsonNode *version;
  JsonNode *list;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail ("/", error, _ ("not a list of narratives"));
      return NULL;
    }

  object = json_node_get_object (root);
  if (!is_string (json_object_get_member (object, "format")) ||
      strcmp (json_object_get_string_member (object, "format"), FORMAT_NAME) != 0)
    {
      fail ("/format", error, _ ("not a list of narratives"));
      return NULL;
    }

  version = json_object_get_member (object, "version");
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) != G_TYPE_INT64 || json_node_get_int (version) < 1)
    {
      fail ("/version", error, _ ("the version must be a whole number"));
      return NULL;
    }
  if (json_node_get_int (version) > FORMAT_VERSION)
    {
      fail ("/version", error, _ ("written by a later version of Disproof"));
      return NULL;
    }

  list = json_object_get_member (object, "narratives");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      fail ("/narratives", error, _ ("the list of narratives is missing"));
      return NULL;
    }

  return json_node_get_array (list);
}

static gboolean
read_source (DpNarrativesFile *source,
             GBytes *bytes,
             const char *const *languages,
             gboolean is_own,
             GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  JsonArray *list;

  source->root = dp_json_read (data, length, DP_JSON_STRICT, error);
  if (source->root == NULL)
    return FALSE;

  list = get_list (source->root, error);
  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/narratives/%u", i);
      DpNarrativeEntry *entry = read_entry (json_array_get_element (list, i), languages, is_own, pointer, error);

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (source->entries, entry);
    }

  g_free (source->digest);
  source->digest = dp_sha256 (bytes);

  return TRUE;
}

DpNarrativesFile *
dp_narratives_file_read (GFile *file,
                         const char *const *languages,
                         gboolean is_own,
                         GError **error)
{
  g_autoptr (DpNarrativesFile) source = g_new0 (DpNarrativesFile, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);

  source->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_narrative_entry_free);
  source->digest = g_strdup ("");

  bytes = dp_file_read (file, MAX_FILE_SIZE, NULL, &local_error);
  if (bytes == NULL && is_own && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_steal_pointer (&source);

  if (bytes == NULL || !read_source (source, bytes, languages, is_own, &local_error))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&local_error), "%s: ", name);
      return NULL;
    }

  return g_steal_pointer (&source);
}

/* Writing. */

static void
set_text (JsonObject *object,
          const char *name,
          const char *language,
          const char *text)
{
  JsonObject *texts = json_object_new ();

  json_object_set_string_member (texts, language, text);
  json_object_set_object_member (object, name, texts);
}

static JsonObject *
make_object (DpNarrative *narrative,
             const char *language)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", dp_narrative_get_id (narrative));
  json_object_set_string_member (object, "parent", dp_narrative_get_parent_id (narrative));
  json_object_set_int_member (object, "colour", dp_narrative_get_colour (narrative));
  set_text (object, "labels", language, dp_narrative_get_label (narrative));
  set_text (object, "definition", language, dp_narrative_get_definition (narrative));

  return object;
}

static JsonNode *
make_empty_root (void)
{
  JsonObject *object = json_object_new ();
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "format", FORMAT_NAME);
  json_object_set_int_member (object, "version", FORMAT_VERSION);
  json_object_set_array_member (object, "narratives", json_array_new ());
  json_node_take_object (root, object);

  return root;
}

DpNarrativeEntry *
dp_narratives_file_add (DpNarrativesFile *self,
                        DpNarrative *narrative,
                        const char *language)
{
  JsonObject *object = make_object (narrative, language);
  DpNarrativeEntry *entry = make_entry (narrative, json_object_get_object_member (object, "labels"));

  if (self->root == NULL)
    self->root = make_empty_root ();
  json_array_add_object_element (json_object_get_array_member (json_node_get_object (self->root), "narratives"), object);
  g_ptr_array_add (self->entries, entry);

  return entry;
}

gboolean
dp_narratives_file_write (DpNarrativesFile *self,
                          GFile *file,
                          GError **error)
{
  g_autoptr (GBytes) bytes = dp_json_write (self->root);

  return dp_file_replace (file, bytes, self->digest, NULL, error);
}
