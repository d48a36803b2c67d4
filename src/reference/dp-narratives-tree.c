/* dp-narratives-tree.c: from files of narratives to one tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-narratives-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-json.h"

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

/* How far it is to the end of a chain; more than any real one has when it goes in a circle. */
static guint
get_depth (GHashTable *by_id,
           DpNarrativeEntry *entry,
           const char *(*get_next) (DpNarrative *) )
{
  guint depth = 0;

  while (entry != NULL && depth <= DP_JSON_MAX_DEPTH)
    {
      entry = g_hash_table_lookup (by_id, get_next (entry->narrative));
      depth++;
    }

  return depth;
}

static const char *
get_successor (DpNarrative *narrative)
{
  return dp_narrative_get_details (narrative)->replaced_by;
}

G_GNUC_PRINTF (4, 5)
static gboolean
fail (DpNarrativesFile *file,
      DpNarrativeEntry *entry,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return dp_narratives_file_fail (file, entry->index, reason, error);
}

static gboolean
check_entry (DpNarrativesFile *file,
             DpNarrativeEntry *entry,
             gboolean is_own,
             GHashTable *ids,
             GError **error)
{
  const char *id = dp_narrative_get_id (entry->narrative);
  const char *parent_id = dp_narrative_get_parent_id (entry->narrative);

  /* Only a library's own may outlive the narrative it stood under. */
  if (!is_own && *parent_id != '\0' && !g_hash_table_contains (ids, parent_id))
    return fail (file, entry, error, _ ("“%s” names a parent that is not there: “%s”"), id, parent_id);
  if (get_depth (ids, entry, dp_narrative_get_parent_id) > DP_JSON_MAX_DEPTH)
    return fail (file, entry, error, _ ("the parents of “%s” go in a circle, or too deep"), id);
  if (get_depth (ids, entry, get_successor) > DP_JSON_MAX_DEPTH)
    return fail (file, entry, error, _ ("what replaces “%s” goes in a circle"), id);
  return TRUE;
}

gboolean
dp_narratives_build_tree (DpNarrativesFile *shipped,
                          DpNarrativesFile *own,
                          GPtrArray **tree,
                          GHashTable **by_id,
                          GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) children = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) shipped_ids = g_hash_table_new (g_str_hash, g_str_equal);
  DpNarrativesFile *files[] = { shipped, own };

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      for (guint i = 0; i < files[f]->entries->len; i++)
        {
          DpNarrativeEntry *entry = files[f]->entries->pdata[i];
          const char *id = dp_narrative_get_id (entry->narrative);

          g_hash_table_replace (ids, (char *) id, entry);
          if (files[f] == shipped)
            g_hash_table_add (shipped_ids, (char *) id);
        }
    }

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      for (guint i = 0; i < files[f]->entries->len; i++)
        {
          DpNarrativeEntry *entry = files[f]->entries->pdata[i];
          const char *id = dp_narrative_get_id (entry->narrative);

          /* One that the library changed stands where the shipped one stood. */
          if (files[f] == own && g_hash_table_contains (shipped_ids, id))
            continue;
          entry = g_hash_table_lookup (ids, id);
          if (!check_entry (entry == files[f]->entries->pdata[i] ? files[f] : own, entry, entry != files[f]->entries->pdata[i] || files[f] == own, ids, error))
            return FALSE;
          hang_up (children, ids, entry);
        }
    }

  *tree = g_ptr_array_new ();
  append_children (children, "", *tree);
  *by_id = g_steal_pointer (&ids);

  return TRUE;
}
