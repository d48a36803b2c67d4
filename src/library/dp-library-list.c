/* dp-library-list.c: the entries of a library, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-library-private.h"

#include "library/dp-case-entry-private.h"

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
  g_object_notify (G_OBJECT (self), "n-problems");
}

static gboolean
has_text (GPtrArray *texts,
          const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* (transfer full): the same facts, with the narratives as the library has them today, in the researcher's
 * language. A case has them in that of who wrote it, and as they were then. */
static DpCaseFacts *
translate (DpLibrary *self,
           DpCaseFacts *facts)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  DpCaseFacts *translated;

  if (self->narratives == NULL || facts->narrative_ids[0] == NULL)
    return dp_case_facts_ref (facts);

  translated = dp_case_facts_new_renamed (facts, facts->name);
  ids = g_ptr_array_new ();
  labels = g_ptr_array_new ();
  for (guint i = 0; facts->narrative_ids[i] != NULL && facts->narratives[i] != NULL; i++)
    {
      DpNarrative *narrative = dp_narratives_resolve (self->narratives, facts->narrative_ids[i]);
      const char *id = narrative != NULL ? dp_narrative_get_id (narrative) : facts->narrative_ids[i];

      if (has_text (ids, id))
        continue;
      g_ptr_array_add (ids, g_strdup (id));
      g_ptr_array_add (labels, g_strdup (narrative != NULL ? dp_narrative_get_label (narrative) : facts->narratives[i]));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  translated->shown_ids = (char **) g_ptr_array_steal (ids, NULL);
  translated->shown_labels = (char **) g_ptr_array_steal (labels, NULL);
  return translated;
}

static DpCaseEntry *
new_entry (DpLibrary *self,
           DpCaseFacts *facts)
{
  g_autoptr (GFile) folder = g_file_get_child (self->folder, facts->name);
  g_autoptr (DpCaseFacts) translated = translate (self, facts);

  return dp_case_entry_new (folder, translated);
}

static void
set_facts (DpLibrary *self,
           DpCaseEntry *entry,
           DpCaseFacts *facts)
{
  g_autoptr (DpCaseFacts) translated = translate (self, facts);

  g_hash_table_remove (self->by_name, dp_case_entry_get_facts (entry)->name);
  dp_case_entry_set_facts (entry, translated);
  g_hash_table_insert (self->by_name, dp_case_entry_get_facts (entry)->name, entry);
}

void
dp_library_translate_again (DpLibrary *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      DpCaseEntry *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (DpCaseFacts) facts = dp_case_facts_ref (dp_case_entry_get_facts (entry));

      if (facts->narrative_ids[0] != NULL)
        set_facts (self, entry, facts);
    }
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

void
dp_library_insert_entry (DpLibrary *self,
                         DpCaseEntry *entry)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  g_ptr_array_add (fresh, entry);
  insert_entries (self, fresh);
  count_problems (self);
}

void
dp_library_touch (DpLibrary *self,
                  const char *name)
{
  if (dp_library_is_scanning (self))
    g_hash_table_add (self->touched, g_strdup (name));
}

DpCaseEntry *
dp_library_show_facts (DpLibrary *self,
                       DpCaseFacts *facts)
{
  DpCaseEntry *entry = g_hash_table_lookup (self->by_name, facts->name);
  g_autoptr (DpCaseEntry) fresh = NULL;

  dp_library_touch (self, facts->name);
  if (entry != NULL)
    {
      set_facts (self, entry, facts);
      sort_entries (self);
      count_problems (self);
      return entry;
    }

  fresh = new_entry (self, facts);
  dp_library_insert_entry (self, fresh);

  return fresh;
}

void
dp_library_show_scan (DpLibrary *self,
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

      if (g_hash_table_contains (self->touched, facts->name))
        continue;
      if (entry != NULL)
        {
          set_facts (self, entry, facts);
          continue;
        }
      g_ptr_array_add (fresh, new_entry (self, facts));
    }

  sort_entries (self);
  g_ptr_array_sort (fresh, compare_entries);
  insert_entries (self, fresh);
  count_problems (self);
}

void
dp_library_remove_entry (DpLibrary *self,
                         guint position)
{
  remove_entries (self, position, 1);
  count_problems (self);
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
