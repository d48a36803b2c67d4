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

DpNarrativesFile *
dp_narratives_file_new (void)
{
  DpNarrativesFile *self = g_new0 (DpNarrativesFile, 1);

  self->name = g_strdup ("");
  self->digest = g_strdup ("");
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_narrative_entry_free);
  return self;
}

void
dp_narratives_file_free (DpNarrativesFile *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
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

static void
add_text (GPtrArray *texts,
          const char *text,
          const char *note)
{
  DpNarrativeText *item = g_new0 (DpNarrativeText, 1);

  item->text = g_strdup (text);
  item->note = g_strdup (note);
  g_ptr_array_add (texts, item);
}

static void
add_texts (GPtrArray *texts,
           JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    add_text (texts, json_object_get_string_member (object, l->data), l->data);
}

/* The member @name: an object of lists of strings. */
static gboolean
get_lists (JsonObject *object,
           const char *name,
           const char *pointer,
           JsonObject **lists,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autoptr (GList) members = NULL;

  *lists = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (pointer, error, _ ("“%s” must hold lists of texts by language"), name);

  members = json_object_get_members (json_node_get_object (node));
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *list = json_object_get_member (json_node_get_object (node), l->data);

      if (!JSON_NODE_HOLDS_ARRAY (list))
        return fail (pointer, error, _ ("“%s” must hold lists of texts by language"), name);
      for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
        {
          if (!is_string (json_array_get_element (json_node_get_array (list), i)))
            return fail (pointer, error, _ ("“%s” must hold lists of texts by language"), name);
        }
    }
  *lists = json_node_get_object (node);
  return TRUE;
}

static gboolean
read_former (JsonObject *object,
             const char *pointer,
             GPtrArray *former,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, "former");

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (pointer, error, _ ("“%s” must be a list"), "former");
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (node), i);
      const char *label;
      const char *until;

      if (!JSON_NODE_HOLDS_OBJECT (item))
        return fail (pointer, error, _ ("“%s” must be a list"), "former");
      if (!get_string (json_node_get_object (item), "label", pointer, &label, error) ||
          !get_string (json_node_get_object (item), "until", pointer, &until, error))
        return FALSE;
      if (*label != '\0')
        add_text (former, label, until);
    }
  return TRUE;
}

/* In the best language there is. */
static char **
choose_list (JsonObject *lists,
             const char *const *languages)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GList) members = lists != NULL ? json_object_get_members (lists) : NULL;
  const char *best = members != NULL ? members->data : NULL;
  JsonArray *list;

  if (lists == NULL || best == NULL)
    return g_strv_builder_end (texts);
  if (json_object_has_member (lists, "en"))
    best = "en";
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *tag = g_strdelimit (g_strdup (languages[i]), "_", '-');

      if (json_object_has_member (lists, tag))
        {
          best = g_intern_string (tag);
          break;
        }
    }
  list = json_object_get_array_member (lists, best);
  for (guint i = 0; i < json_array_get_length (list); i++)
    g_strv_builder_add (texts, json_array_get_string_element (list, i));
  return g_strv_builder_end (texts);
}

/* (nullable): with an error */
static DpNarrativeDetails *
read_details (JsonObject *object,
              JsonObject *labels,
              const char *const *languages,
              const char *pointer,
              GError **error)
{
  g_autoptr (DpNarrativeDetails) self = dp_narrative_details_new ();
  g_autoptr (GList) members = NULL;
  JsonObject *aliases;
  JsonObject *facts;
  const char *replaced_by;
  const char *split_from;
  const char *retired;

  if (!get_lists (object, "aliases", pointer, &aliases, error) ||
      !get_lists (object, "counter_facts", pointer, &facts, error) ||
      !get_string (object, "replaced_by", pointer, &replaced_by, error) ||
      !get_string (object, "split_from", pointer, &split_from, error) ||
      !get_string (object, "retired", pointer, &retired, error) ||
      !read_former (object, pointer, self->former, error))
    return NULL;

  add_texts (self->labels, labels);
  members = aliases != NULL ? json_object_get_members (aliases) : NULL;
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonArray *list = json_object_get_array_member (aliases, l->data);

      for (guint i = 0; i < json_array_get_length (list); i++)
        add_text (self->aliases, json_array_get_string_element (list, i), l->data);
    }
  g_strfreev (self->counter_facts);
  self->counter_facts = choose_list (facts, languages);
  g_free (self->replaced_by);
  self->replaced_by = g_strdup (replaced_by);
  g_free (self->split_from);
  self->split_from = g_strdup (split_from);
  g_free (self->retired);
  self->retired = g_strdup (retired);
  return g_steal_pointer (&self);
}

static char **
fold_all (const DpNarrativeDetails *details)
{
  g_autoptr (GString) all = g_string_new (NULL);
  GPtrArray *lists[] = { details->labels, details->aliases, details->former };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      for (guint i = 0; i < lists[l]->len; i++)
        {
          g_string_append (all, ((DpNarrativeText *) g_ptr_array_index (lists[l], i))->text);
          g_string_append_c (all, ' ');
        }
    }

  return dp_fold_words (all->str);
}

static DpNarrativeEntry *
make_entry (DpNarrative *narrative,
            JsonObject *object,
            guint index)
{
  DpNarrativeEntry *entry = g_new0 (DpNarrativeEntry, 1);

  entry->narrative = g_object_ref (narrative);
  entry->object = object;
  entry->index = index;
  entry->label_words = dp_fold_words (dp_narrative_get_label (narrative));
  entry->definition_words = dp_fold_words (dp_narrative_get_definition (narrative));
  entry->other_words = fold_all (dp_narrative_get_details (narrative));

  return entry;
}

static DpNarrativeEntry *
read_entry (JsonNode *node,
            guint index,
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
  guint colour = 0;
  DpNarrativeDetails *details;
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
  if (!is_own && g_str_has_prefix (id, DP_NARRATIVES_OWN_PREFIX))
    {
      fail (pointer, error, _ ("ids that begin with “%s” are those of a library"), DP_NARRATIVES_OWN_PREFIX);
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
  details = read_details (object, labels, languages, pointer, error);
  if (details == NULL)
    return NULL;

  narrative = dp_narrative_new (id, label, definition != NULL ? definition : "", parent, colour, g_str_has_prefix (id, DP_NARRATIVES_OWN_PREFIX));
  dp_narrative_take_details (narrative, details);

  return make_entry (narrative, object, index);
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
             const char *const *languages,
             gboolean is_own,
             GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  gsize length;
  const char *data = g_bytes_get_data (source->bytes, &length);
  JsonArray *list;

  source->root = dp_json_read (data, length, DP_JSON_STRICT, error);
  if (source->root == NULL)
    return FALSE;

  list = get_list (source->root, error);
  if (list == NULL)
    return FALSE;
  if (json_array_get_length (list) > DP_NARRATIVES_MAX)
    return fail ("/narratives", error, _ ("more than %u narratives"), DP_NARRATIVES_MAX);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/narratives/%u", i);
      DpNarrativeEntry *entry = read_entry (json_array_get_element (list, i), i, languages, is_own, pointer, error);
      const char *id;

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (source->entries, entry);
      id = dp_narrative_get_id (entry->narrative);
      if (!g_hash_table_add (ids, (char *) id))
        return fail (pointer, error, _ ("two narratives have the id “%s”"), id);
    }

  return TRUE;
}

/* With the file and its line. */
static void
explain (DpNarrativesFile *self,
         GError *cause,
         GError **error)
{
  gsize length;
  const char *data;
  g_autofree char *pointer = NULL;

  if (self->bytes == NULL || cause->domain != DP_NARRATIVES_ERROR)
    {
      g_set_error (error, cause->domain, cause->code, "%s: %s", self->name, cause->message);
      return;
    }
  data = g_bytes_get_data (self->bytes, &length);
  pointer = g_strndup (cause->message, strcspn (cause->message, ":"));
  /* Translators: first the name of a file, then a line of it, then what is wrong there */
  g_set_error (error, cause->domain, cause->code, _ ("%s, line %u: %s"), self->name, dp_json_find_line (data, length, pointer), cause->message);
}

gboolean
dp_narratives_file_fail (DpNarrativesFile *self,
                         guint index,
                         const char *reason,
                         GError **error)
{
  g_autoptr (GError) cause = g_error_new (DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_INVALID, "/narratives/%u: %s", index, reason);

  explain (self, cause, error);
  return FALSE;
}

DpNarrativesFile *
dp_narratives_file_read (GFile *file,
                         const char *const *languages,
                         gboolean is_own,
                         GError **error)
{
  g_autoptr (DpNarrativesFile) source = dp_narratives_file_new ();
  g_autoptr (GError) cause = NULL;

  g_free (source->name);
  source->name = g_file_get_parse_name (file);
  source->bytes = dp_file_read (file, MAX_FILE_SIZE, NULL, &cause);
  if (source->bytes == NULL && is_own && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_steal_pointer (&source);

  if (source->bytes == NULL || !read_source (source, languages, is_own, &cause))
    {
      explain (source, cause, error);
      return NULL;
    }
  g_free (source->digest);
  source->digest = dp_sha256 (source->bytes);

  return g_steal_pointer (&source);
}

JsonNode *
dp_narratives_file_make_empty (void)
{
  JsonObject *object = json_object_new ();
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "format", FORMAT_NAME);
  json_object_set_int_member (object, "version", FORMAT_VERSION);
  json_object_set_array_member (object, "narratives", json_array_new ());
  json_node_take_object (root, object);

  return root;
}
