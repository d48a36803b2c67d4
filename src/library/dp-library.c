/* dp-library.c: a folder of case folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library.h"

#include "library/dp-case-entry-private.h"
#include "library/dp-copy.h"
#include "library/dp-index.h"
#include "library/dp-scan.h"

struct _DpLibrary
{
  GObject parent_instance;

  GFile *folder;
  GFile *index_file;
  DpClock *clock;

  /* The list. */
  GPtrArray *entries;  /* (element-type DpCaseEntry): in the order of dp_case_facts_compare() */
  GHashTable *by_name; /* (element-type filename DpCaseEntry): keys belong to the entries' facts */
  guint n_problems;

  /* Where entries went that are in the trash. */
  GHashTable *trashed; /* (element-type DpCaseEntry GFile) */

  /* Scans. */
  GQueue scans;        /* (element-type GTask): the first one is under way */
  GHashTable *touched; /* (element-type filename): changed by hand since it began */
  DpIndex *index;      /* (nullable): used by the scan under way, and by nobody else */
  gboolean is_index_tried;
};

typedef enum
{
  PROP_FOLDER = 1,
  PROP_IS_SCANNING,
  PROP_N_PROBLEMS,
} DpLibraryProperty;

static GParamSpec *properties[PROP_N_PROBLEMS + 1];

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
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->trashed, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->clock);
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
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_library_init (DpLibrary *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->trashed = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

DpCaseEntry *
dp_library_find (DpLibrary *self,
                 const char *case_id)
{
  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (case_id != NULL, NULL);

  for (guint i = 0; i < self->entries->len && *case_id != '\0'; i++)
    {
      DpCaseEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (dp_case_entry_get_id (entry), case_id))
        return entry;
    }

  return NULL;
}

/* The list. Entries stay the same objects for as long as their folder is there, and an entry that
 * moves does so within one change of the list, so that a selection goes with it. */

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return dp_case_facts_compare (dp_case_entry_get_facts (*(DpCaseEntry **) a),
                                dp_case_entry_get_facts (*(DpCaseEntry **) b));
}

static void
count_problems (DpLibrary *self)
{
  guint n_problems = 0;

  for (guint i = 0; i < self->entries->len; i++)
    n_problems += *dp_case_entry_get_problem (g_ptr_array_index (self->entries, i)) != '\0';

  if (self->n_problems == n_problems)
    return;
  self->n_problems = n_problems;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PROBLEMS]);
}

static void
set_facts (DpLibrary *self,
           DpCaseEntry *entry,
           DpCaseFacts *facts)
{
  g_hash_table_remove (self->by_name, dp_case_entry_get_facts (entry)->name);
  dp_case_entry_set_facts (entry, facts);
  g_hash_table_insert (self->by_name, dp_case_entry_get_facts (entry)->name, entry);
}

/* After facts changed: brings the entries in order again. */
static void
sort_entries (DpLibrary *self)
{
  guint n = self->entries->len;
  g_autofree gpointer *before = g_memdup2 (self->entries->pdata, n * sizeof (gpointer));
  guint first = 0;
  guint end = n;

  g_ptr_array_sort (self->entries, compare_entries);
  while (first < n && before[first] == self->entries->pdata[first])
    first++;
  while (end > first && before[end - 1] == self->entries->pdata[end - 1])
    end--;

  if (first < end)
    g_list_model_items_changed (G_LIST_MODEL (self), first, end - first, end - first);
}

static void
remove_entries (DpLibrary *self,
                guint position,
                guint n)
{
  for (guint i = position; i < position + n; i++)
    g_hash_table_remove (self->by_name, dp_case_entry_get_facts (g_ptr_array_index (self->entries, i))->name);
  g_ptr_array_remove_range (self->entries, position, n);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n, 0);
}

/* @names: those that stay */
static void
remove_others (DpLibrary *self,
               GHashTable *names)
{
  guint n = 0;

  for (guint i = self->entries->len; i > 0; i--)
    {
      if (!g_hash_table_contains (names, dp_case_entry_get_facts (g_ptr_array_index (self->entries, i - 1))->name))
        {
          n++;
          continue;
        }
      if (n > 0)
        remove_entries (self, i, n);
      n = 0;
    }
  if (n > 0)
    remove_entries (self, 0, n);
}

/* @fresh: (element-type DpCaseEntry): new entries, in order */
static void
insert_entries (DpLibrary *self,
                GPtrArray *fresh)
{
  guint position = 0;

  for (guint i = 0; i < fresh->len;)
    {
      guint n = 0;

      while (position < self->entries->len && compare_entries (&self->entries->pdata[position], &fresh->pdata[i]) < 0)
        position++;
      while (i + n < fresh->len && (position + n >= self->entries->len || compare_entries (&fresh->pdata[i + n], &self->entries->pdata[position + n]) < 0))
        {
          DpCaseEntry *entry = g_ptr_array_index (fresh, i + n);

          g_ptr_array_insert (self->entries, position + n, g_object_ref (entry));
          g_hash_table_insert (self->by_name, dp_case_entry_get_facts (entry)->name, entry);
          n++;
        }
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n);
      position += n;
      i += n;
    }
}

static void
insert_entry (DpLibrary *self,
              DpCaseEntry *entry)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  g_ptr_array_add (fresh, entry);
  insert_entries (self, fresh);
  count_problems (self);
}

/* What the scan under way found of it does not count. */
static void
touch (DpLibrary *self,
       const char *name)
{
  if (dp_library_is_scanning (self))
    g_hash_table_add (self->touched, g_strdup (name));
}

/* (transfer none) */
static DpCaseEntry *
show_facts (DpLibrary *self,
            DpCaseFacts *facts)
{
  DpCaseEntry *entry = g_hash_table_lookup (self->by_name, facts->name);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (DpCaseEntry) fresh = NULL;

  touch (self, facts->name);
  if (entry != NULL)
    {
      set_facts (self, entry, facts);
      sort_entries (self);
      count_problems (self);
      return entry;
    }

  folder = g_file_get_child (self->folder, facts->name);
  fresh = dp_case_entry_new (folder, facts);
  insert_entry (self, fresh);

  return fresh;
}

static void
show_scan (DpLibrary *self,
           DpScan *scan)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; i < scan->found->len; i++)
    g_hash_table_add (names, ((DpCaseFacts *) g_ptr_array_index (scan->found, i))->name);
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_add (names, name);
  remove_others (self, names);

  for (guint i = 0; i < scan->found->len; i++)
    {
      DpCaseFacts *facts = g_ptr_array_index (scan->found, i);
      DpCaseEntry *entry = g_hash_table_lookup (self->by_name, facts->name);
      g_autoptr (GFile) folder = NULL;

      if (g_hash_table_contains (self->touched, facts->name))
        continue;
      if (entry != NULL)
        {
          set_facts (self, entry, facts);
          continue;
        }
      folder = g_file_get_child (self->folder, facts->name);
      g_ptr_array_add (fresh, dp_case_entry_new (folder, facts));
    }

  sort_entries (self);
  g_ptr_array_sort (fresh, compare_entries);
  insert_entries (self, fresh);
  count_problems (self);
}

/* Work in threads. The task of a thread may be freed by that thread, so it never holds the library:
 * the outer task does, which stays in this one. */

/* Scans. */

typedef struct
{
  /* Input. */
  GFile *folder;
  GFile *index_file;
  gboolean open_index;
  GHashTable *known;
  /* Lent by the library for as long as the scan runs. */
  DpIndex *index;
} ScanJob;

static void
scan_job_free (ScanJob *job)
{
  g_object_unref (job->folder);
  g_object_unref (job->index_file);
  g_hash_table_unref (job->known);
  g_clear_pointer (&job->index, dp_index_close);
  g_free (job);
}

static ScanJob *
scan_job_new (DpLibrary *self)
{
  ScanJob *job = g_new0 (ScanJob, 1);

  job->folder = g_object_ref (self->folder);
  job->index_file = g_object_ref (self->index_file);
  job->open_index = !self->is_index_tried;
  job->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) dp_case_facts_unref);
  job->index = g_steal_pointer (&self->index);
  for (guint i = 0; i < self->entries->len; i++)
    {
      DpCaseFacts *facts = dp_case_entry_get_facts (g_ptr_array_index (self->entries, i));

      g_hash_table_replace (job->known, facts->name, dp_case_facts_ref (facts));
    }

  return job;
}

/* What is listed already counts more than what stands in the index. */
static void
open_index (ScanJob *job)
{
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer facts;

  job->index = dp_index_open (job->index_file, &known, &error);
  if (job->index == NULL)
    {
      g_debug ("Going on without an index: %s", error->message);
      return;
    }

  g_hash_table_iter_init (&iter, job->known);
  while (g_hash_table_iter_next (&iter, NULL, &facts))
    g_hash_table_replace (known, ((DpCaseFacts *) facts)->name, dp_case_facts_ref (facts));
  g_hash_table_unref (job->known);
  job->known = g_steal_pointer (&known);
}

static void
store_scan (ScanJob *job,
            DpScan *scan)
{
  g_autoptr (GError) error = NULL;

  if (job->index == NULL || (scan->changed->len == 0 && scan->gone->len == 0) ||
      dp_index_store (job->index, scan->changed, scan->gone, &error))
    return;

  g_debug ("The index is not written: %s", error->message);
  /* Damaged: the next start makes it anew. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_clear_pointer (&job->index, dp_index_close);
      g_file_delete (job->index_file, NULL, NULL);
    }
}

static void
scan_thread (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  ScanJob *job = task_data;
  GError *error = NULL;
  DpScan *scan;

  if (job->open_index)
    open_index (job);

  scan = dp_scan_folder (job->folder, job->known, cancellable, &error);
  if (scan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  store_scan (job, scan);
  g_task_return_pointer (task, scan, (GDestroyNotify) dp_scan_free);
}

static void begin_scan (DpLibrary *self);

static void
scan_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  DpLibrary *self = DP_LIBRARY (user_data);
  ScanJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GTask) task = g_queue_pop_head (&self->scans);
  g_autoptr (GError) error = NULL;
  /* Not propagated to a cancelled result: what was read is read. */
  g_autoptr (DpScan) scan = g_task_propagate_pointer (G_TASK (result), &error);

  self->index = g_steal_pointer (&job->index);
  self->is_index_tried = TRUE;
  if (scan != NULL)
    show_scan (self, scan);
  g_hash_table_remove_all (self->touched);

  if (!g_queue_is_empty (&self->scans))
    begin_scan (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_SCANNING]);

  if (scan != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
begin_scan (DpLibrary *self)
{
  GTask *task = g_queue_peek_head (&self->scans);
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), scan_cb, self);

  g_task_set_source_tag (inner, begin_scan);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, scan_job_new (self), (GDestroyNotify) scan_job_free);
  g_task_run_in_thread (inner, scan_thread);
}

void
dp_library_scan_async (DpLibrary *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DP_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_library_scan_async);
  g_queue_push_tail (&self->scans, task);
  if (g_queue_get_length (&self->scans) > 1)
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_SCANNING]);
  begin_scan (self);
}

gboolean
dp_library_scan_finish (DpLibrary *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Cases. */

static gboolean
make_folder (DpLibrary *self,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (g_file_make_directory_with_parents (self->folder, NULL, &local_error) ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* (transfer full): a folder that is not there yet */
static GFile *
choose_folder (DpLibrary *self,
               DpCase *dp_case)
{
  g_autoptr (GDateTime) now = dp_clock_now (self->clock);

  for (guint attempt = 1;; attempt++)
    {
      g_autofree char *name = dp_copy_name_folder (dp_case, now, attempt);
      g_autoptr (GFile) folder = g_file_get_child (self->folder, name);

      if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_UNKNOWN)
        return g_steal_pointer (&folder);
    }
}

DpCaseFile *
dp_library_create_case (DpLibrary *self,
                        DpCase *dp_case,
                        GBytes *sealed,
                        GError **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (DpCaseFile) file = NULL;

  g_return_val_if_fail (DP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (DP_IS_CASE (dp_case), NULL);

  if (!make_folder (self, error))
    return NULL;

  folder = choose_folder (self, dp_case);
  file = dp_case_file_create (folder, dp_case, self->clock, error);
  if (file == NULL)
    return NULL;
  if (sealed != NULL && !dp_case_file_seal (file, sealed, error))
    {
      dp_copy_discard (folder);
      return NULL;
    }
  dp_library_update (self, file);

  return g_steal_pointer (&file);
}

static void
open_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  DpCaseFile *file = dp_case_file_load_finish (result, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
dp_library_open_async (DpLibrary *self,
                       DpCaseEntry *entry,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DP_IS_LIBRARY (self));
  g_return_if_fail (DP_IS_CASE_ENTRY (entry));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_library_open_async);
  dp_case_file_load_async (dp_case_entry_get_folder (entry), self->clock, cancellable, open_cb, task);
}

DpCaseFile *
dp_library_open_finish (DpLibrary *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GFile *library;
  GFile *source;
  GDateTime *now;
} CopyJob;

static void
copy_job_free (CopyJob *job)
{
  g_object_unref (job->library);
  g_object_unref (job->source);
  g_date_time_unref (job->now);
  g_free (job);
}

static void
copy_thread (GTask *task,
             gpointer source_object,
             gpointer task_data,
             GCancellable *cancellable)
{
  CopyJob *job = task_data;
  GError *error = NULL;
  DpCaseFacts *facts = dp_copy_case (job->library, job->source, job->now, cancellable, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) dp_case_facts_unref);
  else
    g_task_return_error (task, error);
}

static void
copy_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DpLibrary *self = DP_LIBRARY (g_task_get_source_object (task));
  GError *error = NULL;
  g_autoptr (DpCaseFacts) facts = g_task_propagate_pointer (G_TASK (result), &error);

  if (facts != NULL)
    g_task_return_pointer (task, g_object_ref (show_facts (self, facts)), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
dp_library_duplicate_async (DpLibrary *self,
                            DpCaseEntry *entry,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) inner = NULL;
  CopyJob *job;

  g_return_if_fail (DP_IS_LIBRARY (self));
  g_return_if_fail (DP_IS_CASE_ENTRY (entry));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_library_duplicate_async);

  job = g_new0 (CopyJob, 1);
  job->library = g_object_ref (self->folder);
  job->source = g_object_ref (dp_case_entry_get_folder (entry));
  job->now = dp_clock_now (self->clock);
  inner = g_task_new (NULL, cancellable, copy_cb, task);
  g_task_set_source_tag (inner, copy_thread);
  /* A copy that is there is listed, even when it was given up a moment later. */
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) copy_job_free);
  g_task_run_in_thread (inner, copy_thread);
}

DpCaseEntry *
dp_library_duplicate_finish (DpLibrary *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
dp_library_update (DpLibrary *self,
                   DpCaseFile *file)
{
  GFile *folder;
  g_autoptr (GFile) parent = NULL;
  g_autofree char *name = NULL;
  g_autoptr (DpCaseFacts) facts = NULL;
  /* Somebody else may have written the file since: only the next scan can tell. */
  const DpStamp unknown = { 0, 0 };

  g_return_if_fail (DP_IS_LIBRARY (self));
  g_return_if_fail (DP_IS_CASE_FILE (file));

  folder = dp_case_file_get_folder (file);
  parent = g_file_get_parent (folder);
  if (parent == NULL || !g_file_equal (parent, self->folder))
    return;

  name = g_file_get_basename (folder);
  facts = dp_case_facts_new_for_case (name, unknown, dp_case_file_get_case (file));
  show_facts (self, facts);
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

/* The trash. */

/* (transfer full): @name in @folder, or with a number when that is taken */
static GFile *
find_place (GFile *folder,
            const char *name)
{
  for (guint attempt = 1;; attempt++)
    {
      g_autofree char *numbered = attempt == 1 ? g_strdup (name) : g_strdup_printf ("%s-%u", name, attempt);
      g_autoptr (GFile) place = g_file_get_child (folder, numbered);

      if (g_file_query_file_type (place, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_UNKNOWN)
        return g_steal_pointer (&place);
    }
}

/* Within one file system, so that the folder is in one place or the other. */
static gboolean
move_folder (GFile *from,
             GFile *to,
             GError **error)
{
  return g_file_move (from, to, G_FILE_COPY_NO_FALLBACK_FOR_MOVE | G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, error);
}

gboolean
dp_library_trash (DpLibrary *self,
                  DpCaseEntry *entry,
                  GError **error)
{
  g_autoptr (GFile) trash = NULL;
  g_autoptr (GFile) place = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *name;
  guint position;

  g_return_val_if_fail (DP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (DP_IS_CASE_ENTRY (entry), FALSE);
  g_return_val_if_fail (g_ptr_array_find (self->entries, entry, &position), FALSE);

  trash = g_file_get_child (self->folder, ".trash");
  if (!g_file_make_directory (trash, NULL, &local_error) && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  name = dp_case_entry_get_facts (entry)->name;
  place = find_place (trash, name);
  if (!move_folder (dp_case_entry_get_folder (entry), place, error))
    return FALSE;

  touch (self, name);
  g_hash_table_replace (self->trashed, g_object_ref (entry), g_steal_pointer (&place));
  remove_entries (self, position, 1);
  count_problems (self);

  return TRUE;
}

gboolean
dp_library_restore (DpLibrary *self,
                    DpCaseEntry *entry,
                    GError **error)
{
  GFile *trashed;
  DpCaseFacts *facts;
  g_autoptr (GFile) place = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (DP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (DP_IS_CASE_ENTRY (entry), FALSE);

  trashed = g_hash_table_lookup (self->trashed, entry);
  g_return_val_if_fail (trashed != NULL, FALSE);

  facts = dp_case_entry_get_facts (entry);
  place = find_place (self->folder, facts->name);
  if (!move_folder (trashed, place, error))
    return FALSE;

  name = g_file_get_basename (place);
  if (!g_str_equal (name, facts->name))
    {
      g_autoptr (DpCaseFacts) renamed = dp_case_facts_new_renamed (facts, name);

      dp_case_entry_set_facts (entry, renamed);
      dp_case_entry_set_folder (entry, place);
    }
  touch (self, name);
  insert_entry (self, entry);
  g_hash_table_remove (self->trashed, entry);

  return TRUE;
}

static gboolean
trash_children (GFile *trash,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (trash, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, &local_error);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  while (children != NULL)
    {
      GFileInfo *info;
      GFile *child;
      g_autoptr (GError) trash_error = NULL;

      if (!g_file_enumerator_iterate (children, &info, &child, cancellable, &local_error))
        break;
      if (info == NULL)
        return TRUE;
      /* On a disk without a trash it stays where it is: nothing is ever deleted here. */
      if (!g_file_trash (child, cancellable, &trash_error))
        g_debug ("Stays in the library's own trash: %s", trash_error->message);
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static void
empty_trash_thread (GTask *task,
                    gpointer source_object,
                    gpointer task_data,
                    GCancellable *cancellable)
{
  GError *error = NULL;

  if (trash_children (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
empty_trash_cb (GObject *object,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
dp_library_empty_trash_async (DpLibrary *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) inner = NULL;

  g_return_if_fail (DP_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_library_empty_trash_async);

  inner = g_task_new (NULL, cancellable, empty_trash_cb, task);
  g_task_set_source_tag (inner, empty_trash_thread);
  g_task_set_task_data (inner, g_file_get_child (self->folder, ".trash"), g_object_unref);
  g_task_run_in_thread (inner, empty_trash_thread);
}

gboolean
dp_library_empty_trash_finish (DpLibrary *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
