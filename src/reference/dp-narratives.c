/* dp-narratives.c: the tree of narratives: those that are shipped, and the library's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narratives.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-id.h"
#include "base/dp-json.h"
#include "reference/dp-fold.h"
#include "reference/dp-narratives-file.h"

#define MAX_SLUG 48

struct _DpNarratives
{
  GObject parent_instance;

  GFile *own_file; /* (nullable) */
  char **languages;
  GPtrArray *shipped; /* DpNarrativeEntry, in the order of the file */
  GPtrArray *own;     /* likewise */
  GPtrArray *tree;    /* DpNarrativeEntry (borrowed), in tree order */
  GHashTable *by_id;  /* id (borrowed) to DpNarrativeEntry (borrowed) */
};

static void dp_narratives_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DpNarratives,
                               dp_narratives,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, dp_narratives_list_model_init))

GQuark
dp_narratives_error_quark (void)
{
  return g_quark_from_static_string ("dp-narratives-error-quark");
}

/* The tree. */

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError **error,
      const char *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, DP_NARRATIVES_ERROR, DP_NARRATIVES_ERROR_INVALID, "/narratives: %s", reason);

  return FALSE;
}

static void
append_children (GHashTable *children,
                 const char *parent_id,
                 GPtrArray *tree)
{
  GPtrArray *list = g_hash_table_lookup (children, parent_id);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      DpNarrativeEntry *entry = list->pdata[i];

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
      DpNarrativeEntry *entry = entries->pdata[i];
      const char *id = dp_narrative_get_id (entry->narrative);

      if (!g_hash_table_insert (by_id, (char *) id, entry))
        return fail (error, _ ("two narratives have the id “%s”"), id);
    }

  return TRUE;
}

static void
hang_up (GHashTable *children,
         GHashTable *by_id,
         DpNarrativeEntry *entry)
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
           DpNarrativeEntry *entry)
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
          DpNarrativeEntry *entry = sources[s]->pdata[i];
          const char *id = dp_narrative_get_id (entry->narrative);
          const char *parent_id = dp_narrative_get_parent_id (entry->narrative);

          /* Only a library's own may outlive the narrative it stood under. */
          if (sources[s] == shipped && *parent_id != '\0' && !g_hash_table_contains (ids, parent_id))
            return fail (error, _ ("“%s” names a parent that is not there: “%s”"), id, parent_id);
          if (get_depth (ids, entry) > DP_JSON_MAX_DEPTH)
            return fail (error, _ ("the parents of “%s” go in a circle, or too deep"), id);
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

  return g_object_ref (((DpNarrativeEntry *) self->tree->pdata[position])->narrative);
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
  g_autoptr (DpNarrativesFile) shipped_source = NULL;
  g_autoptr (DpNarrativesFile) own_source = NULL;
  GPtrArray *tree;
  GHashTable *by_id;

  g_return_val_if_fail (G_IS_FILE (shipped), NULL);
  g_return_val_if_fail (own == NULL || G_IS_FILE (own), NULL);

  self = g_object_new (DP_TYPE_NARRATIVES, NULL);
  self->own_file = own != NULL ? g_object_ref (own) : NULL;
  self->languages = g_strdupv ((char **) (languages != NULL ? languages : no_languages));

  shipped_source = dp_narratives_file_read (shipped, (const char *const *) self->languages, FALSE, error);
  if (shipped_source == NULL)
    return NULL;
  self->shipped = g_steal_pointer (&shipped_source->entries);

  if (own != NULL)
    {
      own_source = dp_narratives_file_read (own, (const char *const *) self->languages, TRUE, error);
      if (own_source == NULL)
        return NULL;
      self->own = g_steal_pointer (&own_source->entries);
    }
  else
    self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_narrative_entry_free);

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
  DpNarrativeEntry *entry;

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
          DpNarrative *narrative = ((DpNarrativeEntry *) sources[s]->pdata[i])->narrative;
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
      DpNarrative *narrative = ((DpNarrativeEntry *) entries->pdata[i])->narrative;
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
      if (strcmp (dp_narrative_get_id (((DpNarrativeEntry *) entries->pdata[i])->narrative), id) == 0)
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

  id = g_strconcat (DP_NARRATIVES_OWN_PREFIX, *slug != '\0' ? slug : "narrative", NULL);
  for (guint n = 2; has_id (own, id); n++)
    {
      g_free (id);
      id = g_strdup_printf (DP_NARRATIVES_OWN_PREFIX "%s-%u", *slug != '\0' ? slug : "narrative", n);
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

static gboolean
check_new (DpNarratives *self,
           DpNarrativesFile *source,
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
         before->pdata[start] == (gpointer) ((DpNarrativeEntry *) self->tree->pdata[start])->narrative)
    start++;
  while (end < before->len - start && end < self->tree->len - start &&
         before->pdata[before->len - 1 - end] == (gpointer) ((DpNarrativeEntry *) self->tree->pdata[self->tree->len - 1 - end])->narrative)
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
      DpNarrativeEntry *entry = entries->pdata[i];

      for (guint k = 0; k < old->len; k++)
        {
          DpNarrative *known = ((DpNarrativeEntry *) old->pdata[k])->narrative;

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
    g_ptr_array_add (narratives, g_object_ref (((DpNarrativeEntry *) entries->pdata[i])->narrative));

  return narratives;
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
  g_autofree char *language = NULL;
  g_autoptr (DpNarrativesFile) source = NULL;
  g_autoptr (DpNarrative) narrative = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) tree = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  DpNarrativeEntry *entry;

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
  source = dp_narratives_file_read (self->own_file, (const char *const *) self->languages, TRUE, error);
  if (source == NULL || !check_new (self, source, clean_label, parent_id, error))
    return NULL;

  id = choose_id (source->entries, clean_label);
  language = get_writing_language (self);
  narrative = dp_narrative_new (id, clean_label, definition, parent_id, choose_colour (self->shipped, source->entries, parent_id), TRUE);
  entry = dp_narratives_file_add (source, narrative, language);
  keep_objects (self->own, source->entries);

  if (!build_tree (self->shipped, source->entries, &tree, &by_id, error) || !dp_narratives_file_write (source, self->own_file, error))
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
              DpNarrativeEntry *entry,
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
      DpNarrativeEntry *entry,
      char **typed)
{
  guint rating = 0;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      if (begins_any (entry->label_words, typed[i]))
        continue;
      if (begins_any (entry->other_words, typed[i]) || begins_above (self, entry, typed[i]))
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
          DpNarrativeEntry *entry = self->tree->pdata[i];

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
