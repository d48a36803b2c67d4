/* dp-case-highlights.c: the highlights of a case: adding, taking away, tagging
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-private.h"

static int
compare_numbers (guint a,
                 guint b)
{
  return (a > b) - (a < b);
}

/* Where an article stands; behind all for one that is not in the case. */
static guint
get_rank (DpCase *self,
          const char *article_id)
{
  GListModel *articles = dp_case_list_articles (self);
  guint n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpArticle) article = g_list_model_get_item (articles, i);

      if (g_str_equal (dp_article_get_id (article), article_id))
        return i;
    }
  return n;
}

static int
compare_highlights (gconstpointer a,
                    gconstpointer b,
                    gpointer user_data)
{
  DpHighlight *left = (DpHighlight *) a;
  DpHighlight *right = (DpHighlight *) b;
  const DpAnchor *left_anchor = dp_highlight_get_anchor (left);
  const DpAnchor *right_anchor = dp_highlight_get_anchor (right);
  int order = 0;

  if (!g_str_equal (dp_highlight_get_article_id (left), dp_highlight_get_article_id (right)))
    order = compare_numbers (get_rank (user_data, dp_highlight_get_article_id (left)),
                             get_rank (user_data, dp_highlight_get_article_id (right)));
  if (order == 0)
    order = compare_numbers (left_anchor->start, right_anchor->start);
  if (order == 0)
    order = compare_numbers (left_anchor->end, right_anchor->end);
  return order;
}

void
dp_case_sort_highlights (DpCase *self)
{
  GListModel *highlights = dp_case_list_highlights (self);
  guint n = g_list_model_get_n_items (highlights);

  for (guint i = 1; i < n; i++)
    {
      g_autoptr (DpHighlight) before = g_list_model_get_item (highlights, i - 1);
      g_autoptr (DpHighlight) behind = g_list_model_get_item (highlights, i);

      if (compare_highlights (before, behind, self) > 0)
        {
          g_list_store_sort (G_LIST_STORE (highlights), compare_highlights, self);
          return;
        }
    }
}

DpHighlight *
dp_case_add_highlight (DpCase *self,
                       DpArticle *article,
                       DpSpan span)
{
  g_autoptr (DpAnchor) anchor = NULL;
  g_autoptr (DpHighlight) highlight = NULL;
  DpOffsets *offsets;

  g_return_val_if_fail (DP_IS_CASE (self), NULL);
  g_return_val_if_fail (DP_IS_ARTICLE (article), NULL);

  offsets = dp_article_get_offsets (article);
  g_return_val_if_fail (span.start < span.end && span.end <= dp_offsets_get_n_chars (offsets), NULL);

  anchor = dp_anchor_new_for_span (offsets, span);
  highlight = dp_highlight_new (dp_article_get_id (article), anchor);
  g_list_store_insert_sorted (G_LIST_STORE (dp_case_list_highlights (self)), highlight, compare_highlights, self);
  /* The list holds it. */
  return highlight;
}

/* (transfer full): @values without @value */
static GStrv
without (const char *const *values,
         const char *value)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();

  for (; *values != NULL; values++)
    if (!g_str_equal (*values, value))
      g_strv_builder_add (rest, *values);
  return g_strv_builder_end (rest);
}

/* A narrative that no highlight serves any longer leaves the case. */
static void
drop_unused_narrative (DpCase *self,
                       const char *narrative_id)
{
  GListModel *highlights = dp_case_list_highlights (self);
  GListStore *narratives = G_LIST_STORE (dp_case_list_narratives (self));
  DpNarrative *narrative = dp_case_find_narrative (self, narrative_id);
  guint n = g_list_model_get_n_items (highlights);
  guint position;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (dp_highlight_has_narrative (highlight, narrative_id))
        return;
    }
  if (narrative != NULL && g_list_store_find (narratives, narrative, &position))
    g_list_store_remove (narratives, position);
}

static void
remove_from_claims (DpCase *self,
                    const char *highlight_id)
{
  GListModel *claims = dp_case_list_claims (self);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (DpClaim) claim = g_list_model_get_item (claims, i);
      g_auto (GStrv) rest = without (dp_claim_get_highlights (claim), highlight_id);

      dp_claim_set_highlights (claim, (const char *const *) rest);
    }
}

static void
remove_from_evidence (DpCase *self,
                      const char *highlight_id)
{
  GListModel *list = dp_case_list_evidence (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (DpEvidence) evidence = g_list_model_get_item (list, i);

      dp_evidence_set_stance (evidence, highlight_id, DP_STANCE_NONE);
    }
}

void
dp_case_remove_highlight (DpCase *self,
                          DpHighlight *highlight)
{
  GListStore *highlights;
  g_autoptr (DpHighlight) kept = NULL;
  guint position;

  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_HIGHLIGHT (highlight));

  highlights = G_LIST_STORE (dp_case_list_highlights (self));
  if (!g_list_store_find (highlights, highlight, &position))
    return;

  kept = g_object_ref (highlight);
  remove_from_claims (self, dp_highlight_get_id (kept));
  remove_from_evidence (self, dp_highlight_get_id (kept));
  dp_case_remove_comments_on (self, dp_highlight_get_id (kept));
  g_list_store_remove (highlights, position);
  for (const char *const *id = dp_highlight_get_narratives (kept); *id != NULL; id++)
    drop_unused_narrative (self, *id);
}

gboolean
dp_case_tag (DpCase *self,
             DpHighlight *highlight,
             DpNarrative *narrative)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (DP_IS_CASE (self), FALSE);
  g_return_val_if_fail (DP_IS_HIGHLIGHT (highlight), FALSE);
  g_return_val_if_fail (DP_IS_NARRATIVE (narrative), FALSE);

  if (dp_highlight_has_narrative (highlight, dp_narrative_get_id (narrative)))
    return FALSE;

  if (dp_case_find_narrative (self, dp_narrative_get_id (narrative)) == NULL)
    g_list_store_append (G_LIST_STORE (dp_case_list_narratives (self)), narrative);

  ids = g_ptr_array_new ();
  for (const char *const *id = dp_highlight_get_narratives (highlight); *id != NULL; id++)
    g_ptr_array_add (ids, (gpointer) *id);
  g_ptr_array_add (ids, (gpointer) dp_narrative_get_id (narrative));
  g_ptr_array_add (ids, NULL);
  dp_highlight_set_narratives (highlight, (const char *const *) ids->pdata);
  return TRUE;
}

gboolean
dp_case_untag (DpCase *self,
               DpHighlight *highlight,
               const char *narrative_id)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (DP_IS_CASE (self), FALSE);
  g_return_val_if_fail (DP_IS_HIGHLIGHT (highlight), FALSE);
  g_return_val_if_fail (narrative_id != NULL, FALSE);

  if (!dp_highlight_has_narrative (highlight, narrative_id))
    return FALSE;

  /* It may be the highlight's own string, which goes with the change. */
  id = g_strdup (narrative_id);
  rest = without (dp_highlight_get_narratives (highlight), id);
  dp_highlight_set_narratives (highlight, (const char *const *) rest);
  drop_unused_narrative (self, id);
  return TRUE;
}
