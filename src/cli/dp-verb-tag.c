/* dp-verb-tag.c: disproof-cli tag
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>
#include "base/dp-paths.h"
#include "cli/dp-tables.h"
#include "reference/dp-techniques.h"

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

static gboolean
check_in_use (GPtrArray *narratives,
              GError **error)
{
  for (guint i = 0; i < narratives->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (narratives, i);
      const char *instead = dp_narrative_get_details (narrative)->replaced_by;

      if (!dp_narrative_is_retired (narrative))
        continue;
      if (*instead != '\0')
        return dp_verb_error (error, _ ("“%s” is no longer used: use “%s”"), dp_narrative_get_id (narrative), instead);
      return dp_verb_error (error, _ ("“%s” is no longer used"), dp_narrative_get_id (narrative));
    }
  return TRUE;
}

/* (transfer full): what @names are of techniques, as a case keeps them; the rest stays in @names */
static GPtrArray *
take_techniques (DpCaseFile *file,
                 char **names)
{
  g_autofree char *path = dp_paths_data ("techniques");
  g_autoptr (GFile) shipped = g_file_new_for_path (path);
  g_autoptr (GFile) library = g_file_get_parent (dp_case_file_get_folder (file));
  g_autoptr (GFile) own = g_file_get_child (library, "techniques");
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DpTechniques) techniques = dp_techniques_new (shipped, own, problems);
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const DpTechnique *technique = dp_techniques_lookup (techniques, names[i]);

      if (technique == NULL)
        {
          names[n++] = names[i];
          continue;
        }
      g_ptr_array_add (tags, g_strdup (technique->tag));
      g_free (names[i]);
    }
  names[n] = NULL;
  return tags;
}

/* A technique is the same by its id, whatever it was called then. */
static void
set_techniques (DpHighlight *highlight,
                GPtrArray *tags,
                gboolean untag)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  const char *const *now = dp_highlight_get_techniques (highlight);

  for (guint i = 0; now[i] != NULL; i++)
    {
      g_autofree char *id = dp_technique_tag_dup_id (now[i]);
      gboolean is_named = FALSE;

      for (guint k = 0; k < tags->len; k++)
        {
          g_autofree char *other = dp_technique_tag_dup_id (g_ptr_array_index (tags, k));

          is_named |= g_str_equal (id, other);
        }
      if (!is_named)
        g_ptr_array_add (all, g_strdup (now[i]));
    }
  for (guint k = 0; k < tags->len && !untag; k++)
    g_ptr_array_add (all, g_strdup (g_ptr_array_index (tags, k)));
  g_ptr_array_add (all, NULL);
  dp_highlight_set_techniques (highlight, (const char *const *) all->pdata);
}

static void
print_lines (const char *const *lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      dp_verb_print (lines[i]);
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
  g_autoptr (GPtrArray) techniques = NULL;
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
  techniques = take_techniques (file, words + 2);
  narratives = find_narratives (file, words + 2, error);
  if (narratives == NULL)
    return FALSE;
  if (!untag && !check_in_use (narratives, error))
    return FALSE;

  for (guint i = 0; i < narratives->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (narratives, i);

      if (untag)
        dp_case_untag (dp_case, highlight, dp_narrative_get_id (narrative));
      else
        dp_case_tag (dp_case, highlight, narrative);
    }
  if (techniques->len > 0)
    set_techniques (highlight, techniques, untag);
  if (!dp_verb_save_case (file, error))
    return FALSE;
  print_lines (dp_highlight_get_narratives (highlight));
  print_lines (dp_highlight_get_techniques (highlight));

  return TRUE;
}
