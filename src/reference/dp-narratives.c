/* dp-narratives.c: the tree of narratives: those that are shipped, and the library's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narratives-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-file.h"
#include "base/dp-json.h"
#include "reference/dp-narratives-change.h"

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
  g_clear_pointer (&self->shipped, dp_narratives_file_free);
  g_clear_pointer (&self->own, dp_narratives_file_free);
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
  self->own = dp_narratives_file_new ();
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

static gboolean
is_same (DpNarrativeEntry *a,
         DpNarrativeEntry *b)
{
  g_autoptr (JsonNode) node_a = json_node_init_object (json_node_alloc (), a->object);
  g_autoptr (JsonNode) node_b = json_node_init_object (json_node_alloc (), b->object);

  return json_node_equal (node_a, node_b);
}

/* What has not changed keeps its object, so that views and selections stay with it. */
static void
keep_objects (DpNarratives *self,
              DpNarrativesFile *own)
{
  for (guint i = 0; i < own->entries->len; i++)
    {
      DpNarrativeEntry *entry = own->entries->pdata[i];
      DpNarrativeEntry *known = g_hash_table_lookup (self->by_id, dp_narrative_get_id (entry->narrative));

      if (known != NULL && is_same (known, entry))
        g_set_object (&entry->narrative, known->narrative);
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

gboolean
dp_narratives_reload (DpNarratives *self,
                      GError **error)
{
  g_autoptr (DpNarrativesFile) own = NULL;
  g_autoptr (GPtrArray) before = NULL;
  DpNarrativesFile *old;
  GPtrArray *tree;
  GHashTable *by_id;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), FALSE);

  if (self->own_file == NULL)
    return TRUE;
  own = dp_narratives_file_read (self->own_file, (const char *const *) self->languages, TRUE, error);
  if (own == NULL)
    return FALSE;
  if (g_str_equal (own->digest, self->own->digest))
    return TRUE;
  keep_objects (self, own);
  if (!dp_narratives_build_tree (self->shipped, own, &tree, &by_id, error))
    return FALSE;

  before = list_narratives (self->tree);
  set_tree (self, tree, by_id);
  old = self->own;
  self->own = g_steal_pointer (&own);
  announce (self, before);
  dp_narratives_file_free (old);
  return TRUE;
}

DpNarratives *
dp_narratives_new (GFile *shipped,
                   GFile *own,
                   const char *const *languages,
                   GError **error)
{
  static const char *const no_languages[] = { NULL };
  g_autoptr (DpNarratives) self = NULL;
  GPtrArray *tree;
  GHashTable *by_id;

  g_return_val_if_fail (G_IS_FILE (shipped), NULL);
  g_return_val_if_fail (own == NULL || G_IS_FILE (own), NULL);

  self = g_object_new (DP_TYPE_NARRATIVES, NULL);
  self->own_file = own != NULL ? g_object_ref (own) : NULL;
  self->languages = g_strdupv ((char **) (languages != NULL ? languages : no_languages));

  self->shipped = dp_narratives_file_read (shipped, (const char *const *) self->languages, FALSE, error);
  if (self->shipped == NULL || !dp_narratives_build_tree (self->shipped, self->own, &tree, &by_id, error))
    return NULL;
  set_tree (self, tree, by_id);
  if (!dp_narratives_reload (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

DpNarrativeEntry *
dp_narratives_lookup_entry (DpNarratives *self,
                            const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
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

DpNarrative *
dp_narratives_resolve (DpNarratives *self,
                       const char *id)
{
  DpNarrative *narrative = dp_narratives_lookup (self, id);

  while (narrative != NULL)
    {
      DpNarrative *next = dp_narratives_lookup (self, dp_narrative_get_details (narrative)->replaced_by);

      if (next == NULL)
        break;
      narrative = next;
    }
  return narrative;
}

gboolean
dp_narratives_is_under (DpNarratives *self,
                        const char *id,
                        const char *ancestor)
{
  g_return_val_if_fail (DP_IS_NARRATIVES (self), FALSE);

  for (DpNarrative *above = dp_narratives_lookup (self, id); above != NULL; above = dp_narratives_lookup (self, dp_narrative_get_parent_id (above)))
    {
      if (g_str_equal (dp_narrative_get_id (above), ancestor))
        return TRUE;
    }
  return FALSE;
}

char *
dp_narratives_dup_writing_language (DpNarratives *self)
{
  const char *language = self->languages[0] != NULL ? self->languages[0] : "C";
  /* "de_DE.UTF-8", "C.UTF-8" */
  g_autofree char *tag = g_strdelimit (g_strndup (language, strcspn (language, ".@")), "_", '-');

  if (strcmp (tag, "C") == 0 || strcmp (tag, "POSIX") == 0)
    return g_strdup ("en");
  return g_steal_pointer (&tag);
}

DpNarrative *
dp_narratives_add (DpNarratives *self,
                   const char *label,
                   const char *definition,
                   const char *parent_id,
                   GError **error)
{
  g_autoptr (DpNarrativesChange) change = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (DP_IS_NARRATIVES (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  change = dp_narratives_plan_create (self, label, definition, parent_id, error);
  if (change == NULL)
    return NULL;
  bytes = dp_json_write (change->after);
  if (!dp_file_replace (self->own_file, bytes, self->own->digest, NULL, error) || !dp_narratives_reload (self, error))
    return NULL;
  return g_object_ref (dp_narratives_lookup (self, change->id));
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
