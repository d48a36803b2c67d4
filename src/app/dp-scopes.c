/* dp-scopes.c: the lines of the library's side bar, with their counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-scopes.h"

#include <string.h>

struct _DpScopes
{
  GObject parent_instance;

  GListModel *entries; /* (owned) (nullable) */
  GPtrArray *followed; /* (owned) (element-type DpCaseEntry) */
  GListStore *store;   /* (owned) (element-type DpScope) */
  DpScope *unreadable; /* (owned): listed only while there are any */
  guint update_id;
};

typedef enum
{
  PROP_ENTRIES = 1,
} DpScopesProperty;

static GParamSpec *properties[PROP_ENTRIES + 1];

enum
{
  SIGNAL_ENTRIES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
dp_scopes_get_item_type (GListModel *model)
{
  return DP_TYPE_SCOPE;
}

static guint
dp_scopes_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (DP_SCOPES (model)->store));
}

static gpointer
dp_scopes_get_item (GListModel *model,
                    guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (DP_SCOPES (model)->store), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = dp_scopes_get_item_type;
  iface->get_n_items = dp_scopes_get_n_items;
  iface->get_item = dp_scopes_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DpScopes, dp_scopes, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static gboolean
update_cb (gpointer user_data)
{
  DpScopes *self = DP_SCOPES (user_data);

  self->update_id = 0;
  dp_scopes_update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (DpScopes *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
unfollow_all (DpScopes *self)
{
  for (guint i = 0; i < self->followed->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->followed, i), queue_update, self);
  g_ptr_array_set_size (self->followed, 0);
}

/* Entries are followed by the same places as in the list. */
static void
items_changed_cb (DpScopes *self,
                  guint position,
                  guint removed,
                  guint added)
{
  for (guint i = 0; i < removed; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->followed, position + i), queue_update, self);
  if (removed > 0)
    g_ptr_array_remove_range (self->followed, position, removed);

  for (guint i = 0; i < added; i++)
    {
      DpCaseEntry *entry = g_list_model_get_item (self->entries, position + i);

      g_signal_connect_swapped (entry, "notify", G_CALLBACK (queue_update), self);
      g_ptr_array_insert (self->followed, position + i, entry);
    }
  queue_update (self);
}

static void
store_changed_cb (DpScopes *self,
                  guint position,
                  guint removed,
                  guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
dp_scopes_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DpScopes *self = DP_SCOPES (object);

  switch ((DpScopesProperty) prop_id)
    {
    case PROP_ENTRIES:
      g_value_set_object (value, self->entries);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_scopes_set_property (GObject *object,
                        guint prop_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  DpScopes *self = DP_SCOPES (object);

  switch ((DpScopesProperty) prop_id)
    {
    case PROP_ENTRIES:
      dp_scopes_set_entries (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_scopes_dispose (GObject *object)
{
  DpScopes *self = DP_SCOPES (object);

  if (self->entries != NULL)
    g_signal_handlers_disconnect_by_func (self->entries, items_changed_cb, self);
  unfollow_all (self);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (dp_scopes_parent_class)->dispose (object);
}

static void
dp_scopes_finalize (GObject *object)
{
  DpScopes *self = DP_SCOPES (object);

  g_clear_object (&self->unreadable);
  g_clear_object (&self->store);
  g_ptr_array_unref (self->followed);

  G_OBJECT_CLASS (dp_scopes_parent_class)->finalize (object);
}

static void
dp_scopes_class_init (DpScopesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_scopes_get_property;
  object_class->set_property = dp_scopes_set_property;
  object_class->dispose = dp_scopes_dispose;
  object_class->finalize = dp_scopes_finalize;

  properties[PROP_ENTRIES] =
      g_param_spec_object ("entries", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ENTRIES_CHANGED] =
      g_signal_new ("entries-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dp_scopes_init (DpScopes *self)
{
  const DpScopeKind fixed[] = { DP_SCOPE_ALL, DP_SCOPE_DRAFTS, DP_SCOPE_IN_REVIEW, DP_SCOPE_PUBLISHED };

  self->followed = g_ptr_array_new_with_free_func (g_object_unref);
  self->unreadable = dp_scope_new (DP_SCOPE_UNREADABLE);
  self->store = g_list_store_new (DP_TYPE_SCOPE);
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    {
      g_autoptr (DpScope) scope = dp_scope_new (fixed[i]);

      g_list_store_append (self->store, scope);
    }
  g_signal_connect_object (self->store, "items-changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

DpScopes *
dp_scopes_new (void)
{
  return g_object_new (DP_TYPE_SCOPES, NULL);
}

void
dp_scopes_set_entries (DpScopes *self,
                       GListModel *entries)
{
  g_return_if_fail (DP_IS_SCOPES (self));
  g_return_if_fail (entries == NULL || G_IS_LIST_MODEL (entries));

  if (self->entries == entries)
    return;

  if (self->entries != NULL)
    g_signal_handlers_disconnect_by_func (self->entries, items_changed_cb, self);
  unfollow_all (self);

  g_set_object (&self->entries, entries);
  if (entries != NULL)
    {
      g_signal_connect_swapped (entries, "items-changed", G_CALLBACK (items_changed_cb), self);
      items_changed_cb (self, 0, 0, g_list_model_get_n_items (entries));
    }
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRIES]);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b,
                gpointer labels)
{
  const char *id_a = *(const char *const *) a;
  const char *id_b = *(const char *const *) b;
  int order = g_utf8_collate (g_hash_table_lookup (labels, id_a), g_hash_table_lookup (labels, id_b));

  return order != 0 ? order : strcmp (id_a, id_b);
}

/* id -> label of all narratives in use; the strings are those of the entries. */
static GHashTable *
collect_labels (DpScopes *self)
{
  GHashTable *labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->followed->len; i++)
    {
      DpCaseEntry *entry = g_ptr_array_index (self->followed, i);
      const char *const *ids = dp_case_entry_get_narrative_ids (entry);
      const char *const *names = dp_case_entry_get_narratives (entry);

      for (guint j = 0; ids[j] != NULL && names[j] != NULL; j++)
        g_hash_table_insert (labels, (gpointer) ids[j], (gpointer) names[j]);
    }
  return labels;
}

static GPtrArray *
sort_ids (GHashTable *labels)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, labels);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  g_ptr_array_sort_with_data (ids, compare_labels, labels);
  return ids;
}

static guint
find_first_narrative (DpScopes *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (DpScope) scope = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (dp_scope_get_kind (scope) == DP_SCOPE_NARRATIVE)
        return i;
    }
  return n_items;
}

/* A line that stays is the same object, so that the one selected stays selected. */
static void
update_narratives (DpScopes *self)
{
  g_autoptr (GHashTable) labels = collect_labels (self);
  g_autoptr (GPtrArray) ids = sort_ids (labels);
  guint position = find_first_narrative (self);

  for (guint i = 0; i < ids->len;)
    {
      const char *id = g_ptr_array_index (ids, i);
      const char *label = g_hash_table_lookup (labels, id);
      g_autoptr (DpScope) there = g_list_model_get_item (G_LIST_MODEL (self->store), position);

      if (there != NULL && strcmp (dp_scope_get_narrative_id (there), id) == 0 && strcmp (dp_scope_get_title (there), label) == 0)
        {
          position++;
          i++;
        }
      else if (there != NULL && (!g_hash_table_contains (labels, dp_scope_get_narrative_id (there)) ||
                                 strcmp (dp_scope_get_title (there), g_hash_table_lookup (labels, dp_scope_get_narrative_id (there))) != 0))
        {
          g_list_store_remove (self->store, position);
        }
      else
        {
          g_autoptr (DpScope) scope = dp_scope_new_for_narrative (id, label);

          g_list_store_insert (self->store, position++, scope);
          i++;
        }
    }
  while (position < g_list_model_get_n_items (G_LIST_MODEL (self->store)))
    g_list_store_remove (self->store, position);
}

static guint
count_entries (DpScopes *self,
               DpScope *scope)
{
  guint count = 0;

  for (guint i = 0; i < self->followed->len; i++)
    if (dp_scope_contains (scope, g_ptr_array_index (self->followed, i)))
      count++;
  return count;
}

static void
update_unreadable (DpScopes *self)
{
  gboolean is_wanted = count_entries (self, self->unreadable) > 0;
  guint position;
  gboolean is_there = g_list_store_find (self->store, self->unreadable, &position);

  if (is_wanted && !is_there)
    g_list_store_insert (self->store, find_first_narrative (self), self->unreadable);
  else if (!is_wanted && is_there)
    g_list_store_remove (self->store, position);
}

void
dp_scopes_update (DpScopes *self)
{
  g_return_if_fail (DP_IS_SCOPES (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  update_unreadable (self);
  update_narratives (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (DpScope) scope = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      dp_scope_set_count (scope, count_entries (self, scope));
    }
  g_signal_emit (self, signals[SIGNAL_ENTRIES_CHANGED], 0);
}

DpScope *
dp_scopes_get_all (DpScopes *self)
{
  g_autoptr (DpScope) scope = NULL;

  g_return_val_if_fail (DP_IS_SCOPES (self), NULL);

  scope = g_list_model_get_item (G_LIST_MODEL (self->store), 0);
  return scope; /* kept by the store */
}
