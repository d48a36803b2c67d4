/* dp-library.c: a folder of case folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-private.h"

#include "library/dp-case-entry-private.h"

typedef enum
{
  PROP_FOLDER = 1,
  PROP_IS_SCANNING,
  PROP_N_PROBLEMS,
  PROP_IS_STEPPING,
} DpLibraryProperty;

static GParamSpec *properties[PROP_IS_STEPPING + 1];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DpLibrary, dp_library, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
dp_library_get_item_type (GListModel *model)
{
  return DP_TYPE_CASE_ENTRY;
}

static guint
dp_library_get_n_items (GListModel *model)
{
  return DP_LIBRARY (model)->entries->len;
}

static gpointer
dp_library_get_item (GListModel *model,
                     guint position)
{
  DpLibrary *self = DP_LIBRARY (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = dp_library_get_item_type;
  iface->get_n_items = dp_library_get_n_items;
  iface->get_item = dp_library_get_item;
}

static void
dp_library_get_property (GObject *object,
                         guint property_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  DpLibrary *self = DP_LIBRARY (object);

  switch ((DpLibraryProperty) property_id)
    {
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_IS_SCANNING:
      g_value_set_boolean (value, dp_library_is_scanning (self));
      break;
    case PROP_N_PROBLEMS:
      g_value_set_uint (value, self->n_problems);
      break;
    case PROP_IS_STEPPING:
      g_value_set_boolean (value, self->is_stepping);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dp_library_finalize (GObject *object)
{
  DpLibrary *self = DP_LIBRARY (object);

  /* Each scan holds the library. */
  g_assert (g_queue_is_empty (&self->scans));

  g_clear_pointer (&self->index, dp_index_close);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_object (&self->steps);
  g_free (self->steps_stamp);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->trashed, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->clock);
  g_clear_object (&self->narratives);
  g_clear_object (&self->index_file);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (dp_library_parent_class)->finalize (object);
}

static void
dp_library_class_init (DpLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_library_get_property;
  object_class->finalize = dp_library_finalize;

  properties[PROP_FOLDER] = g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_IS_SCANNING] = g_param_spec_boolean ("is-scanning", NULL, NULL, FALSE, flags);
  properties[PROP_N_PROBLEMS] = g_param_spec_uint ("n-problems", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_IS_STEPPING] = g_param_spec_boolean ("is-stepping", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_signal_new ("stepped", DP_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, DP_TYPE_LIBRARY_STEP);
}

static void
free_weak (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

static void
dp_library_init (DpLibrary *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->trashed = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open = g_ptr_array_new_with_free_func (free_weak);
  g_queue_init (&self->scans);
}

DpLibrary *
dp_library_new (GFile *folder,
                GFile *cache_folder,
                DpClock *clock)
{
  DpLibrary *self;

  g_return_val_if_fail (G_IS_FILE (folder) && g_file_peek_path (folder) != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (cache_folder) && g_file_peek_path (cache_folder) != NULL, NULL);
  g_return_val_if_fail (DP_IS_CLOCK (clock), NULL);

  self = g_object_new (DP_TYPE_LIBRARY, NULL);
  self->folder = g_object_ref (folder);
  self->index_file = dp_index_get_file (cache_folder, folder);
  self->clock = g_object_ref (clock);

  return self;
}

void
dp_library_set_narratives (DpLibrary *self,
                           DpNarratives *narratives)
{
  g_return_if_fail (DP_IS_LIBRARY (self));
  g_return_if_fail (narratives == NULL || DP_IS_NARRATIVES (narratives));

  if (self->narratives == narratives)
    return;
  if (self->narratives != NULL)
    g_signal_handlers_disconnect_by_func (self->narratives, dp_library_translate_again, self);
  g_set_object (&self->narratives, narratives);
  if (narratives != NULL)
    g_signal_connect_object (narratives, "items-changed", G_CALLBACK (dp_library_translate_again), self, G_CONNECT_SWAPPED);
  dp_library_translate_again (self);
}

GFile *
dp_library_get_folder (DpLibrary *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);

  return self->folder;
}

GFile *
dp_library_get_narratives_file (DpLibrary *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);

  return g_file_get_child (self->folder, "narratives.json");
}

gboolean
dp_library_is_scanning (DpLibrary *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), FALSE);

  return !g_queue_is_empty (&self->scans);
}

guint
dp_library_get_n_problems (DpLibrary *self)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), 0);

  return self->n_problems;
}

static void
backlink_free (gpointer data)
{
  DpBacklink *backlink = data;

  g_object_unref (backlink->entry);
  g_free (backlink);
}

GPtrArray *
dp_library_find_backlinks (DpLibrary *self,
                           const char *case_id)
{
  g_autoptr (GPtrArray) backlinks = g_ptr_array_new_with_free_func (backlink_free);

  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (case_id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      DpCaseEntry *entry = g_ptr_array_index (self->entries, i);
      GArray *links = dp_case_entry_get_facts (entry)->links;

      for (guint j = 0; j < links->len; j++)
        {
          const DpLink *link = &g_array_index (links, DpLink, j);
          DpBacklink *backlink;

          if (!g_str_equal (link->case_id, case_id))
            continue;
          backlink = g_new0 (DpBacklink, 1);
          backlink->entry = g_object_ref (entry);
          backlink->kind = link->kind;
          g_ptr_array_add (backlinks, backlink);
        }
    }

  return g_steal_pointer (&backlinks);
}
