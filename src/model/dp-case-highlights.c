/* dp-case-highlights.c: the highlights of a case: adding, taking away, tagging, finding them again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-private.h"

#include <string.h>

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

/* Blocks that are as they were keep what a later version of the program wrote into them. */
static void
carry_unknown (GPtrArray *from,
               GPtrArray *to)
{
  guint next = 0;

  for (guint i = 0; i < to->len; i++)
    {
      DpBlock *block = g_ptr_array_index (to, i);

      for (guint j = next; j < from->len && block->unknown == NULL; j++)
        {
          const DpBlock *old = g_ptr_array_index (from, j);

          if (!dp_block_equal (old, block))
            continue;
          block->unknown = dp_unknown_ref (old->unknown);
          next = j + 1;
          break;
        }
    }
}

static void
move_to (DpHighlight *highlight,
         DpOffsets *offsets,
         DpSpan span)
{
  g_autoptr (DpAnchor) anchor = dp_anchor_new_for_span (offsets, span);

  dp_highlight_set_anchor (highlight, anchor);
  dp_highlight_set_lost (highlight, FALSE);
}

gboolean
dp_highlight_find_again (DpHighlight *highlight,
                         DpOffsets *offsets)
{
  gboolean was_lost = dp_highlight_is_lost (highlight);
  DpSpan span;

  if (dp_anchor_find (dp_highlight_get_anchor (highlight), offsets, &span) != DP_ANCHOR_LOST)
    {
      move_to (highlight, offsets, span);
      return FALSE;
    }

  dp_highlight_set_lost (highlight, TRUE);
  return !was_lost;
}

/* How much of a text a correction left alone, in code points: what stands before and behind it. */
typedef struct
{
  guint before;
  guint behind; /* where that begins, in the old text */
  int shift;    /* how far it moved */
} DpCorrection;

static DpCorrection
compare_texts (const char *old_text,
               const char *new_text)
{
  const char *old_end = old_text + strlen (old_text);
  const char *new_end = new_text + strlen (new_text);
  guint old_length = g_utf8_strlen (old_text, -1);
  guint n_behind = 0;
  DpCorrection correction = { 0, 0, 0 };

  while (*old_text != '\0' && g_utf8_get_char (old_text) == g_utf8_get_char (new_text))
    {
      old_text = g_utf8_next_char (old_text);
      new_text = g_utf8_next_char (new_text);
      correction.before++;
    }
  correction.shift = (int) (g_utf8_strlen (new_text, -1) + correction.before) - (int) old_length;
  while (old_end > old_text && new_end > new_text)
    {
      old_end = g_utf8_prev_char (old_end);
      new_end = g_utf8_prev_char (new_end);
      if (g_utf8_get_char (old_end) != g_utf8_get_char (new_end))
        break;
      n_behind++;
    }
  correction.behind = old_length - n_behind;
  return correction;
}

/* What the correction left alone is known to be where it is; FALSE for the rest. */
static gboolean
follow_correction (DpHighlight *highlight,
                   const DpCorrection *correction,
                   DpOffsets *offsets)
{
  const DpAnchor *anchor = dp_highlight_get_anchor (highlight);

  if (anchor->end <= correction->before)
    move_to (highlight, offsets, (DpSpan){ anchor->start, anchor->end });
  else if (anchor->start >= correction->behind)
    move_to (highlight, offsets, (DpSpan){ anchor->start + correction->shift, anchor->end + correction->shift });
  else
    return FALSE;
  return TRUE;
}

/* Whether it became lost. */
static gboolean
take_match (DpHighlight *highlight,
            const DpAnchorMatch *match,
            DpOffsets *offsets)
{
  if (match->status == DP_ANCHOR_LOST || match->score < DP_CASE_ENOUGH_LEFT)
    {
      dp_highlight_set_lost (highlight, TRUE);
      return TRUE;
    }
  move_to (highlight, offsets, match->span);
  return FALSE;
}

/* How many of the highlights, which are all of passages that the correction touched, became lost. */
static guint
find_touched (GPtrArray *highlights,
              const char *old_text,
              DpOffsets *offsets)
{
  g_autoptr (DpOffsets) old_offsets = NULL;
  g_autoptr (GPtrArray) anchors = NULL;
  g_autoptr (GArray) matches = NULL;
  guint n_lost = 0;

  if (highlights->len == 0)
    return 0;

  old_offsets = dp_offsets_new (old_text, -1);
  anchors = g_ptr_array_new ();
  for (guint i = 0; i < highlights->len; i++)
    g_ptr_array_add (anchors, (gpointer) dp_highlight_get_anchor (g_ptr_array_index (highlights, i)));
  matches = dp_anchor_find_all (old_offsets, offsets, anchors);
  for (guint i = 0; i < highlights->len; i++)
    n_lost += take_match (g_ptr_array_index (highlights, i), &g_array_index (matches, DpAnchorMatch, i), offsets);
  return n_lost;
}

guint
dp_case_correct_text (DpCase *self,
                      DpArticle *article,
                      GPtrArray *blocks)
{
  g_autofree char *old_text = NULL;
  g_autoptr (GPtrArray) touched = NULL;
  DpOffsets *offsets;
  DpCorrection correction;
  GListModel *highlights;
  guint n_lost = 0;

  g_return_val_if_fail (DP_IS_CASE (self), 0);
  g_return_val_if_fail (DP_IS_ARTICLE (article), 0);
  g_return_val_if_fail (blocks != NULL, 0);

  old_text = g_strdup (dp_article_get_text (article));
  carry_unknown (dp_article_get_blocks (article), blocks);
  dp_article_set_blocks (article, blocks);
  correction = compare_texts (old_text, dp_article_get_text (article));
  offsets = dp_article_get_offsets (article);

  touched = g_ptr_array_new_with_free_func (g_object_unref);
  highlights = dp_case_list_highlights (self);
  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (!g_str_equal (dp_highlight_get_article_id (highlight), dp_article_get_id (article)))
        continue;
      if (dp_highlight_is_lost (highlight))
        n_lost += dp_highlight_find_again (highlight, offsets);
      else if (!follow_correction (highlight, &correction, offsets))
        g_ptr_array_add (touched, g_steal_pointer (&highlight));
    }
  n_lost += find_touched (touched, old_text, offsets);
  dp_case_sort_highlights (self);
  return n_lost;
}
