/* dp-verb-tag.c: disproof-cli tag
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "cli/dp-tables.h"

static gboolean
has_label (DpNarrative *narrative,
           const char *name)
{
  g_autofree char *label = g_utf8_casefold (dp_narrative_get_label (narrative), -1);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_equal (label, folded);
}

/* By id or label, of those that there are and of those that came with the case. */
static DpNarrative *
find_narrative (GListModel *lists[2],
                const char *name,
                GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      for (guint j = 0; j < g_list_model_get_n_items (lists[i]); j++)
        {
          g_autoptr (DpNarrative) narrative = g_list_model_get_item (lists[i], j);
          const char *id = dp_narrative_get_id (narrative);

          if (g_str_equal (id, name))
            return g_steal_pointer (&narrative);
          if (!has_label (narrative, name) || (found->len > 0 && g_str_equal (dp_narrative_get_id (g_ptr_array_index (found, 0)), id)))
            continue;
          g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", id);
          g_ptr_array_add (found, g_steal_pointer (&narrative));
        }
    }

  if (found->len == 1)
    return g_object_ref (g_ptr_array_index (found, 0));
  if (found->len == 0)
    dp_verb_error (error, _ ("There is no narrative “%s”: see “disproof-cli narratives”"), name);
  else
    /* Translators: first a label, then a list of ids */
    dp_verb_error (error, _ ("More than one narrative is called “%s”: %s"), name, ids->str);

  return NULL;
}

/* All are looked up before any is put on. */
static GPtrArray *
find_narratives (DpCaseFile *file,
                 char **names,
                 GError **error)
{
  g_autoptr (GFile) library = g_file_get_parent (dp_case_file_get_folder (file));
  g_autoptr (DpNarratives) narratives = dp_tables_load_narratives (library, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *lists[2] = { G_LIST_MODEL (narratives), dp_case_list_narratives (dp_case_file_get_case (file)) };

  if (narratives == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      DpNarrative *narrative;

      if (!dp_verb_check_text (names[i], "NARRATIVE", error) || (narrative = find_narrative (lists, names[i], error)) == NULL)
        return NULL;
      g_ptr_array_add (found, narrative);
    }

  return g_steal_pointer (&found);
}

static void
print_narratives (DpHighlight *highlight)
{
  const char *const *ids = dp_highlight_get_narratives (highlight);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      dp_verb_print (ids[i]);
      dp_verb_print ("\n");
    }
}

gboolean
dp_verb_tag (const DpVerb *self,
             char **arguments,
             GError **error)
{
  gboolean untag = FALSE;
  const GOptionEntry options[] = {
    { "untag", 0, 0, G_OPTION_ARG_NONE, &untag, N_ ("Take the narratives off"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (GPtrArray) narratives = NULL;
  DpCase *dp_case;
  DpHighlight *highlight;

  if (!dp_verb_parse (self, arguments, options, 3, G_MAXUINT, &words, error))
    return FALSE;

  file = dp_verb_open_case (words[0], error);
  if (file == NULL)
    return FALSE;
  dp_case = dp_case_file_get_case (file);
  highlight = dp_verb_find_highlight (dp_case, words[1], error);
  if (highlight == NULL)
    return FALSE;
  narratives = find_narratives (file, words + 2, error);
  if (narratives == NULL)
    return FALSE;

  for (guint i = 0; i < narratives->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (narratives, i);

      if (untag)
        dp_case_untag (dp_case, highlight, dp_narrative_get_id (narrative));
      else
        dp_case_tag (dp_case, highlight, narrative);
    }
  if (!dp_verb_save_case (file, error))
    return FALSE;
  print_narratives (highlight);

  return TRUE;
}
