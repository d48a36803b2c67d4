/* dp-verb-relate.c: disproof-cli relate
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"

#include <glib/gi18n.h>

/* A second link to the same case changes the kind of the first. */
static void
relate (DpCase *dp_case,
        DpCase *other,
        DpRelationKind kind)
{
  GListModel *relations = dp_case_list_relations (dp_case);
  g_autoptr (DpRelation) fresh = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (DpRelation) relation = g_list_model_get_item (relations, i);

      if (g_str_equal (dp_relation_get_case_id (relation), dp_case_get_id (other)))
        {
          dp_relation_set_kind (relation, kind);
          return;
        }
    }

  fresh = dp_relation_new (kind, dp_case_get_id (other), dp_case_get_title (other));
  dp_case_add_relation (dp_case, fresh);
}

gboolean
dp_verb_relate (const DpVerb *self,
                char **arguments,
                GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (DpCase) other = NULL;
  DpCase *dp_case;
  DpRelationKind kind;

  if (!dp_verb_parse (self, arguments, NULL, 3, 3, &words, error))
    return FALSE;
  if (!dp_relation_kind_from_nick (words[1], &kind))
    return dp_verb_usage_error (error, _ ("KIND is one of see-also, repeats, updates, contradicts, supersedes"));

  file = dp_verb_open_case (words[0], error);
  if (file == NULL)
    return FALSE;
  other = dp_verb_read_case (words[2], error);
  if (other == NULL)
    return FALSE;

  dp_case = dp_case_file_get_case (file);
  if (g_str_equal (dp_case_get_id (dp_case), dp_case_get_id (other)))
    return dp_verb_error (error, _ ("A case is not related to itself"));
  relate (dp_case, other, kind);

  return dp_verb_save_case (file, error);
}
