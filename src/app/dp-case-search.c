/* dp-case-search.c: the cases of the library that a case can be related to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-case-search.h"

#include "app/dp-phrases.h"
#include "app/dp-picker-item.h"

#define MAX_SHOWN 100

static DpPickerItem *
item_for_entry (DpCaseEntry *entry)
{
  g_autofree char *date = dp_phrase_date (dp_case_entry_get_date (entry));
  g_autofree char *details = dp_phrase_join (dp_case_entry_get_outlet (entry),
                                             date,
                                             dp_case_state_get_label (dp_case_entry_get_state (entry)),
                                             NULL);

  return dp_picker_item_new (dp_case_entry_get_title (entry), details, DP_TYPE_CASE_ENTRY, entry);
}

static gboolean
is_related (DpCase *dp_case,
            const char *id)
{
  GListModel *relations = dp_case_list_relations (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (DpRelation) relation = g_list_model_get_item (relations, i);

      if (g_str_equal (dp_relation_get_case_id (relation), id))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
dp_case_search (const char *query,
                gpointer session)
{
  GListModel *library = G_LIST_MODEL (dp_workbench_get_library (dp_session_get_workbench (session)));
  DpCase *dp_case = dp_session_get_case (session);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_entries = g_list_model_get_n_items (library);

  for (guint i = 0; i < n_entries && items->len < MAX_SHOWN; i++)
    {
      g_autoptr (DpCaseEntry) entry = g_list_model_get_item (library, i);

      if (*dp_case_entry_get_problem (entry) == '\0' && !g_str_equal (dp_case_entry_get_id (entry), dp_case_get_id (dp_case)) &&
          !is_related (dp_case, dp_case_entry_get_id (entry)) && dp_case_entry_matches (entry, query))
        g_ptr_array_add (items, item_for_entry (entry));
    }
  return items;
}
