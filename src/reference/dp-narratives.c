/* dp-narratives.c: the tree of narratives: those that are shipped, and the library's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narratives.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-file.h"
#include "base/dp-id.h"
#include "base/dp-json.h"
#include "reference/dp-fold.h"

#define FORMAT_NAME "disproof-narratives"
#define FORMAT_VERSION 1
#define MAX_FILE_SIZE ((gsize) 8 * 1024 * 1024)
#define MAX_SLUG 48
#define OWN_PREFIX "own/"

/* A narrative with what searching needs. */
typedef struct
{
  DpNarrative *narrative;
  char **label_words;
  char **near_words; /* of the narratives above, and of labels in other languages */
  char **definition_words;
} Entry;

/* One file, read but not yet part of the tree. */
typedef struct
{
  JsonNode *root;     /* (nullable): as in the file, with what we do not know */
  char *digest;       /* of the file's content, "" when there is no file */
  GPtrArray *entries; /* Entry, in the order of the file */
} Source;

struct _DpNarratives
{
  GObject parent_instance;

  GFile *own_file; /* (nullable) */
  char **languages;
  GPtrArray *shipped; /* Entry, in the order of the file */
  GPtrArray *own;     /* likewise */
  GPtrArray *tree;    /* Entry (borrowed), in tree order */
  GHashTable *by_id;  /* id (borrowed) to Entry (borrowed) */
};

static void dp_narratives_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DpNarratives,
                               dp_narratives,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dp_narratives_list_model_init))

G_DEFINE_QUARK (dp - narratives - error - quark, dp_narratives_error)

static void
entry_free (Entry *entry)
{
  g_object_unref (entry->narrative);
  g_strfreev (entry->label_words);
  g_strfreev (entry->near_words);
  g_strfreev (entry->definition_words);
  g_free (entry);
}

static void
source_free (Source *source)
{
  g_clear_pointer (&source->root, json_node_unref);
  g_clear_pointer (&source->entries, g_ptr_array_unref);
  g_free (source->digest);
  g_free (source);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_free)

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

static Entry *
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
  Entry *entry;

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
  if (is_own != g_str_has_prefix (id, OWN_PREFIX))
    {
      fail (pointer, error, _ ("ids of a library’s own narratives begin with “%s”, and no others do"), OWN_PREFIX);
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

  entry = g_new0 (Entry, 1);
  entry->narrative = dp_narrative_new (id, label, definition != NULL ? definition : "", parent, colour, is_own);
  entry->label_words = dp_fold_words (label);
  entry->definition_words = dp_fold_words (dp_narrative_get_definition (entry->narrative));
  entry->near_words = fold_all (labels);

  return entry;
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
read_source (Source *source,
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
      Entry *entry = read_entry (json_array_get_element (list, i), languages, is_own, pointer, error);

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (source->entries, entry);
    }

  g_free (source->digest);
  source->digest = dp_sha256 (bytes);

  return TRUE;
}

static Source *
load_source (GFile *file,
             const char *const *languages,
             gboolean is_own,
             GError **error)
{
  g_autoptr (Source) source = g_new0 (Source, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = g_file_get_parse_name (file);

  source->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
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

/* The tree. */

static void
append_children (GHashTable *children,
                 const char *parent_id,
                 GPtrArray *tree)
{
  GPtrArray *list = g_hash_table_lookup (children, parent_id);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      Entry *entry = list->pdata[i];

      g_ptr_array_add (tree, entry);
      append_children (children, dp_narrative_get_id (entry->narrative), tree);
    }
}

static gboolean
index_entries (GHashTable *by_id,
               GPtrArray *entries,
               GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entries->pdata[i];
      const char *id = dp_narrative_get_id (entry->narrative);

      if (!g_hash_table_insert (by_id, (char *) id, entry))
        return fail ("/narratives", error, _ ("two narratives have the id “%s”"), id);
    }

  return TRUE;
}

static void
hang_up (GHashTable *children,
         GHashTable *by_id,
         Entry *entry)
{
  const char *parent_id = dp_narrative_get_parent_id (entry->narrative);
  GPtrArray *list;

  if (!g_hash_table_contains (by_id, parent_id))
    parent_id = "";

  list = g_hash_table_lookup (children, parent_id);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (children, (char *) parent_id, list);
    }
  g_ptr_array_add (list, entry);
}

/* How far up it is to the top; more than any real tree has when the parents go in a circle. */
static guint
get_depth (GHashTable *by_id,
           Entry *entry)
{
  guint depth = 0;

  while (entry != NULL && depth <= DP_JSON_MAX_DEPTH)
    {
      entry = g_hash_table_lookup (by_id, dp_narrative_get_parent_id (entry->narrative));
      depth++;
    }

  return depth;
}

/* Writes @tree and @by_id only on success. */
static gboolean
build_tree (GPtrArray *shipped,
            GPtrArray *own,
            GPtrArray **tree,
            GHashTable **by_id,
            GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) children = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *sources[] = { shipped, own };

  for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
    {
      if (!index_entries (ids, sources[s], error))
        return FALSE;
    }

  for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
    {
      for (guint i = 0; i < sources[s]->len; i++)
        {
          Entry *entry = sources[s]->pdata[i];
          const char *id = dp_narrative_get_id (entry->narrative);
          const char *parent_id = dp_narrative_get_parent_id (entry->narrative);

          /* Only a library's own may outlive the narrative it stood under. */
          if (sources[s] == shipped && *parent_id != '\0' && !g_hash_table_contains (ids, parent_id))
            return fail ("/narratives", error, _ ("“%s” names a parent that is not there: “%s”"), id, parent_id);
          if (get_depth (ids, entry) > DP_JSON_MAX_DEPTH)
            return fail ("/narratives", error, _ ("the parents of “%s” go in a circle, or too deep"), id);
          hang_up (children, ids, entry);
        }
    }

  *tree = g_ptr_array_new ();
  append_children (children, "", *tree);
  *by_id = g_steal_pointer (&ids);

  return TRUE;
}

static void
set_tree (DpNarratives *self,
          GPtrArray *tree,
          GHashTable *by_id)
{
  g_clear_pointer (&self->tree, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  self->tree = tree;
  self->by_id = by_id;
}

/* The list model. */

static GType
dp_narratives_get_item_type (GListModel *list)
{
  return DP_TYPE_NARRATIVE;
}

static guint
dp_narratives_get_n_items (GListModel *list)
{
  return DP_NARRATIVES (list)->tree->len;
}

static gpointer
dp_narratives_get_item (GListModel *list,
                        guint position)
{
  DpNarratives *self = DP_NARRATIVES (list);

  if (position >= self->tree->len)
    return NULL;

  return g_object_ref (((Entry *) self->tree->pdata[position])->narrative);
}

static void
dp_narratives_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dp_narratives_get_item_type;
  iface->get_n_items = dp_narratives_get_n_items;
  iface->get_item = dp_narratives_get_item;
}

static void
dp_narratives_finalize (GObject *object)
{
  DpNarratives *self = DP_NARRATIVES (object);

  g_clear_pointer (&self->tree, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->shipped, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_object (&self->own_file);
  g_strfreev (self->languages);

  G_OBJECT_CLASS (dp_narratives_parent_class)->finalize (object);
}

static void
dp_narratives_class_init (DpNarrativesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dp_narratives_finalize;
}

static void
dp_narratives_init (DpNarratives *self)
{
  self->tree = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

DpNarratives *
dp_narratives_new (GFile *shipped,
                   GFile *own,
                   const char *const *languages,
                   GError **error)
{
  static const char *const no_languages[] = { NULL };
  g_autoptr (DpNarratives) self = NULL;
  g_autoptr (Source) shipped_source = NULL;
  g_autoptr (Source) own_source = NULL;
  GPtrArray *tree;
  GHashTable *by_id;

  g_return_val_if_fail (G_IS_FILE (shipped), NULL);
  g_return_val_if_fail (own == NULL || G_IS_FILE (own), NULL);

  self = g_object_new (DP_TYPE_NARRATIVES, NULL);
  self->own_file = own != NULL ? g_object_ref (own) : NULL;
  self->languages = g_strdupv ((char **) (languages != NULL ? languages : no_languages));

  shipped_source = load_source (shipped, (const char *const *) self->languages, FALSE, error);
  if (shipped_source == NULL)
    return NULL;
  self->shipped = g_steal_pointer (&shipped_source->entries);

  if (own != NULL)
    {
      own_source = load_source (own, (const char *const *) self->languages, TRUE, error);
      if (own_source == NULL)
        return NULL;
      self->own = g_steal_pointer (&own_source->entries);
    }
  else
    self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);

  if (!build_tree (self->shipped, self->own, &tree, &by_id, error))
    {
      g_autofree char *name = g_file_get_parse_name (own != NULL && self->own->len > 0 ? own : shipped);

      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  set_tree (self, tree, by_id);

  return g_steal_pointer (&self);
}

DpNarrative *
dp_narratives_lookup (DpNarratives *self,
                      const char *id)
{
  Entry *entry;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  entry = g_hash_table_lookup (self->by_id, id);

  return entry != NULL ? entry->narrative : NULL;
}

/* Adding. */

static guint
choose_colour (GPtrArray *shipped,
               GPtrArray *own,
               const char *parent_id)
{
  guint n_used[DP_NARRATIVE_N_COLOURS] = { 0 };
  GPtrArray *sources[] = { shipped, own };
  guint best = 0;

  for (guint s = 0; s < G_N_ELEMENTS (sources); s++)
    {
      for (guint i = 0; i < sources[s]->len; i++)
        {
          DpNarrative *narrative = ((Entry *) sources[s]->pdata[i])->narrative;
          gboolean is_near = strcmp (dp_narrative_get_parent_id (narrative), parent_id) == 0 ||
                             strcmp (dp_narrative_get_id (narrative), parent_id) == 0;

          /* Sisters and the parent are seen side by side: their colours come last. */
          n_used[dp_narrative_get_colour (narrative)] += is_near && *parent_id != '\0' ? 1000 : 1;
        }
    }

  for (guint i = 1; i < DP_NARRATIVE_N_COLOURS; i++)
    {
      if (n_used[i] < n_used[best])
        best = i;
    }

  return best;
}

static gboolean
has_sister (GPtrArray *entries,
            const char *label,
            const char *parent_id)
{
  g_autofree char *folded = dp_fold_text (label);

  for (guint i = 0; i < entries->len; i++)
    {
      DpNarrative *narrative = ((Entry *) entries->pdata[i])->narrative;
      g_autofree char *other = dp_fold_text (dp_narrative_get_label (narrative));

      if (strcmp (dp_narrative_get_parent_id (narrative), parent_id) == 0 && strcmp (folded, other) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_id (GPtrArray *entries,
        const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      if (strcmp (dp_narrative_get_id (((Entry *) entries->pdata[i])->narrative), id) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
choose_id (GPtrArray *own,
           const char *label)
{
  g_autofree char *slug = dp_slug (label, MAX_SLUG);
  g_autofree char *id = NULL;

  id = g_strconcat (OWN_PREFIX, *slug != '\0' ? slug : "narrative", NULL);
  for (guint n = 2; has_id (own, id); n++)
    {
      g_free (id);
      id = g_strdup_printf (OWN_PREFIX "%s-%u", *slug != '\0' ? slug : "narrative", n);
    }

  return g_steal_pointer (&id);
}

/* The language that labels are written in, as a BCP 47 tag. */
static char *
get_writing_language (DpNarratives *self)
{
  const char *language = self->languages[0];
  gsize length;

  if (language == NULL || strcmp (language, "C") == 0 || strcmp (language, "POSIX") == 0)
    return g_strdup ("en");

  length = strcspn (language, ".@");
  return g_strdelimit (g_strndup (language, length), "_", '-');
}

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

static JsonNode *
make_node (DpNarratives *self,
           const char *id,
           const char *label,
           const char *definition,
           const char *parent_id,
           guint colour)
{
  g_autofree char *language = get_writing_language (self);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "parent", parent_id);
  json_object_set_int_member (object, "colour", colour);
  set_text (object, "labels", language, label);
  set_text (object, "definition", language, definition);
  json_node_take_object (node, object);

  return node;
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

static gboolean
check_new (DpNarratives *self,
           Source *source,
           const char *label,
           const char *parent_id,
           GError **error)
{
  if (*parent_id != '\0' && !has_id (self->shipped, parent_id) && !has_id (source->entries, parent_id))
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_INVALID, _ ("There is no narrative “%s” to put this under"), parent_id);
      return FALSE;
    }

  if (has_sister (self->shipped, label, parent_id) || has_sister (source->entries, label, parent_id))
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_EXISTS, _ ("There is already a narrative “%s” at this place"), label);
      return FALSE;
    }

  return TRUE;
}

/* Tells what has become of the list, as narrowly as a common start and end allow. */
static void
announce (DpNarratives *self,
          GPtrArray *before)
{
  guint start = 0;
  guint end = 0;

  while (start < before->len && start < self->tree->len &&
         before->pdata[start] == (gpointer) ((Entry *) self->tree->pdata[start])->narrative)
    start++;
  while (end < before->len - start && end < self->tree->len - start &&
         before->pdata[before->len - 1 - end] == (gpointer) ((Entry *) self->tree->pdata[self->tree->len - 1 - end])->narrative)
    end++;

  if (before->len != self->tree->len || start < self->tree->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, self->tree->len - start - end);
}

/* What has not changed keeps its object, so that views and selections stay with it. */
static void
keep_objects (GPtrArray *old,
              GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entries->pdata[i];

      for (guint k = 0; k < old->len; k++)
        {
          DpNarrative *known = ((Entry *) old->pdata[k])->narrative;

          if (strcmp (dp_narrative_get_id (known), dp_narrative_get_id (entry->narrative)) == 0 &&
              strcmp (dp_narrative_get_label (known), dp_narrative_get_label (entry->narrative)) == 0 &&
              strcmp (dp_narrative_get_definition (known), dp_narrative_get_definition (entry->narrative)) == 0 &&
              strcmp (dp_narrative_get_parent_id (known), dp_narrative_get_parent_id (entry->narrative)) == 0 &&
              dp_narrative_get_colour (known) == dp_narrative_get_colour (entry->narrative))
            g_set_object (&entry->narrative, known);
        }
    }
}

static GPtrArray *
list_narratives (GPtrArray *entries)
{
  GPtrArray *narratives = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (narratives, g_object_ref (((Entry *) entries->pdata[i])->narrative));

  return narratives;
}

static gboolean
write_source (DpNarratives *self,
              Source *source,
              JsonNode *node,
              GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  JsonObject *root;

  if (source->root == NULL)
    source->root = make_empty_root ();
  root = json_node_get_object (source->root);
  json_array_add_element (json_object_get_array_member (root, "narratives"), json_node_ref (node));

  bytes = dp_json_write (source->root);

  return dp_file_replace (self->own_file, bytes, source->digest, NULL, error);
}

DpNarrative *
dp_narratives_add (DpNarratives *self,
                   const char *label,
                   const char *definition,
                   const char *parent_id,
                   GError **error)
{
  g_autofree char *clean_label = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *id = NULL;
  g_autoptr (Source) source = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) tree = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  Entry *entry;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  parent_id = parent_id != NULL ? parent_id : "";
  clean_label = g_strstrip (g_utf8_make_valid (label, -1));
  folded = dp_fold_text (clean_label);
  if (*folded == '\0')
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_NO_LABEL, _ ("A narrative needs a label of letters or digits"));
      return NULL;
    }
  if (self->own_file == NULL)
    {
      g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_NO_FILE, _ ("There is no library to keep the narrative in"));
      return NULL;
    }

  /* Another window, or a colleague, may have added to the file since. */
  source = load_source (self->own_file, (const char *const *) self->languages, TRUE, error);
  if (source == NULL || !check_new (self, source, clean_label, parent_id, error))
    return NULL;

  id = choose_id (source->entries, clean_label);
  node = make_node (self, id, clean_label, definition != NULL ? definition : "", parent_id, choose_colour (self->shipped, source->entries, parent_id));
  entry = read_entry (node, (const char *const *) self->languages, TRUE, "/", error);
  if (entry == NULL)
    return NULL;
  g_ptr_array_add (source->entries, entry);
  keep_objects (self->own, source->entries);

  if (!build_tree (self->shipped, source->entries, &tree, &by_id, error) || !write_source (self, source, node, error))
    return NULL;

  before = list_narratives (self->tree);
  set_tree (self, g_steal_pointer (&tree), g_steal_pointer (&by_id));
  g_ptr_array_unref (self->own);
  self->own = g_steal_pointer (&source->entries);
  announce (self, before);

  return g_object_ref (entry->narrative);
}

/* Searching. */

static gboolean
begins_any (char **words,
            const char *typed)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (dp_fold_begins (words[i], typed))
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_above (DpNarratives *self,
              Entry *entry,
              const char *typed)
{
  for (entry = g_hash_table_lookup (self->by_id, dp_narrative_get_parent_id (entry->narrative));
       entry != NULL;
       entry = g_hash_table_lookup (self->by_id, dp_narrative_get_parent_id (entry->narrative)))
    {
      if (begins_any (entry->label_words, typed))
        return TRUE;
    }

  return FALSE;
}

/* How well @entry answers; smaller is better, %G_MAXUINT not at all. */
static guint
rate (DpNarratives *self,
      Entry *entry,
      char **typed)
{
  guint rating = 0;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      if (begins_any (entry->label_words, typed[i]))
        continue;
      if (begins_any (entry->near_words, typed[i]) || begins_above (self, entry, typed[i]))
        rating = MAX (rating, 2);
      else if (begins_any (entry->definition_words, typed[i]))
        rating = 3;
      else
        return G_MAXUINT;
    }

  if (rating == 0 && (entry->label_words[0] == NULL || !dp_fold_begins (entry->label_words[0], typed[0])))
    rating = 1;

  return rating;
}

GPtrArray *
dp_narratives_search (DpNarratives *self,
                      const char *letters)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) typed = NULL;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (letters != NULL, NULL);

  typed = dp_fold_words (letters);
  if (typed[0] == NULL)
    return list_narratives (self->tree);

  for (guint wanted = 0; wanted <= 3; wanted++)
    {
      for (guint i = 0; i < self->tree->len; i++)
        {
          Entry *entry = self->tree->pdata[i];

          if (rate (self, entry, typed) == wanted)
            g_ptr_array_add (found, g_object_ref (entry->narrative));
        }
    }

  return g_steal_pointer (&found);
}

char *
dp_narratives_dup_path (DpNarratives *self,
                        DpNarrative *narrative)
{
  g_autoptr (GString) path = NULL;
  DpNarrative *above;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (DP_IS_NARRATIVE (narrative), NULL);

  path = g_string_new (dp_narrative_get_label (narrative));
  above = dp_narratives_lookup (self, dp_narrative_get_parent_id (narrative));
  for (guint depth = 0; above != NULL && depth < DP_JSON_MAX_DEPTH; depth++)
    {
      g_string_prepend (path, " › ");
      g_string_prepend (path, dp_narrative_get_label (above));
      above = dp_narratives_lookup (self, dp_narrative_get_parent_id (above));
    }

  return g_string_free (g_steal_pointer (&path), FALSE);
}
