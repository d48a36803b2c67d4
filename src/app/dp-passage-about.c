/* dp-passage-about.c: all that a highlight carries, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-passage-about.h"

#include <glib/gi18n.h>

#include "app/dp-phrases.h"

static guint
count_claims (DpCase *dp_case,
              const char *id)
{
  GListModel *claims = dp_case_list_claims (dp_case);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (DpClaim) claim = g_list_model_get_item (claims, i);

      if (g_strv_contains (dp_claim_get_highlights (claim), id))
        n++;
    }
  return n;
}

static void
add_evidence (GPtrArray *parts,
              DpCase *dp_case,
              const char *id)
{
  GListModel *list = dp_case_list_evidence (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (DpEvidence) evidence = g_list_model_get_item (list, i);
      DpStance stance = dp_evidence_get_stance (evidence, id);

      if (stance != DP_STANCE_NONE)
        {
          g_autofree char *heading = dp_evidence_dup_heading (evidence);

          g_ptr_array_add (parts, g_strdup_printf ("%s \342\201\250%s\342\201\251", dp_phrase_borne_on (stance), heading));
        }
    }
}

static void
add_comments (GPtrArray *parts,
              DpCase *dp_case,
              const char *id)
{
  g_autoptr (GPtrArray) comments = dp_case_list_comments_on (dp_case, id);
  guint n = 0;

  for (guint i = 0; i < comments->len; i++)
    if (!dp_comment_is_resolved (g_ptr_array_index (comments, i)))
      n++;
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u open comment", "%u open comments", n), n));
}

char *
dp_passage_dup_about (const DpPlacedHighlight *passage,
                      DpSession *session,
                      const char *separator)
{
  DpCase *dp_case = dp_session_get_case (session);
  const char *id = dp_highlight_get_id (passage->highlight);
  const char *note = dp_highlight_get_note (passage->highlight);
  g_autofree char *narratives = dp_placed_highlight_dup_label (passage, dp_workbench_get_narratives (dp_session_get_workbench (session)));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_claims = count_claims (dp_case, id);
  g_auto (GStrv) lines = g_strsplit (narratives, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (parts, g_strdup (lines[i]));
  if (n_claims > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims));
  add_evidence (parts, dp_case, id);
  add_comments (parts, dp_case, id);
  if (*note != '\0')
    {
      g_autofree char *line = g_strdelimit (g_strdup (note), "\n", ' ');

      /* Translators: what somebody wrote down about a highlight */
      g_ptr_array_add (parts, g_strdup_printf (_ ("Note: %s"), line));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (separator, (char **) parts->pdata);
}
