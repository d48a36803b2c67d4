/* dp-case-follow.c: what becomes of the highlights when the text of their article changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-private.h"

#include <string.h>
#include "text/dp-words.h"

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
  dp_highlight_set_candidates (highlight, NULL);
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
follow_correction (const DpAnchor *anchor,
                   const DpCorrection *correction,
                   DpSpan *span)
{
  if (anchor->end <= correction->before)
    *span = (DpSpan){ anchor->start, anchor->end };
  else if (anchor->start >= correction->behind)
    *span = (DpSpan){ anchor->start + correction->shift, anchor->end + correction->shift };
  else
    return FALSE;
  return TRUE;
}

/* One article whose text is another now.
 * @touched: (element-type DpHighlight): passages of which it is not known where they went
 * @waiting: (element-type DpHighlight): those that waited for a decision before
 * @unfound: (element-type DpHighlight): those that are lost by this */
typedef struct
{
  DpCase *dp_case;
  DpArticle *article;
  DpOffsets *old_offsets; /* (nullable) */
  DpOffsets *offsets;
  const DpCorrection *correction; /* (nullable) */
  GPtrArray *touched;
  GPtrArray *waiting;
  GPtrArray *unfound;
} DpFollowing;

static void
following_init (DpFollowing *self,
                DpCase *dp_case,
                DpArticle *article)
{
  *self = (DpFollowing){ dp_case, article, NULL, dp_article_get_offsets (article), NULL, NULL, NULL, NULL };
  self->touched = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->unfound = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
following_clear (DpFollowing *self)
{
  g_ptr_array_unref (self->touched);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->unfound);
}

static DpCandidate *
propose (DpFollowing *self,
         DpSpan span,
         double score)
{
  g_autoptr (DpAnchor) anchor = dp_anchor_new_for_span (self->offsets, span);

  return dp_candidate_new (anchor, (guint) (CLAMP (score, 0, 1) * 100 + 0.5));
}

static gboolean
is_same_text (DpFollowing *self,
              const DpAnchor *anchor,
              DpSpan span)
{
  g_autofree char *text = dp_offsets_dup_text (self->offsets, span);

  return dp_words_is_same_text (anchor->exact, strlen (anchor->exact), text, strlen (text));
}

/* Only the same text is followed without a word. */
static void
take_match (DpFollowing *self,
            DpHighlight *highlight,
            const DpAnchorMatch *match)
{
  g_autoptr (GPtrArray) candidates = NULL;

  if (match->status != DP_ANCHOR_LOST && is_same_text (self, dp_highlight_get_anchor (highlight), match->span))
    {
      move_to (highlight, self->offsets, match->span);
      return;
    }

  candidates = dp_candidates_new ();
  if (match->status != DP_ANCHOR_LOST)
    g_ptr_array_add (candidates, propose (self, match->span, match->score));
  dp_highlight_set_lost (highlight, TRUE);
  dp_highlight_set_candidates (highlight, candidates);
  g_ptr_array_add (self->unfound, g_object_ref (highlight));
}

/* What was proposed for a passage in a text that changed again. */
static void
take_candidates (DpFollowing *self,
                 DpHighlight *highlight,
                 const DpAnchorMatch *matches)
{
  GPtrArray *old = dp_highlight_get_candidates (highlight);
  g_autoptr (GPtrArray) candidates = dp_candidates_new ();

  for (guint i = 0; i < old->len; i++)
    {
      const DpCandidate *candidate = g_ptr_array_index (old, i);
      double score = candidate->score / 100.0;
      DpSpan span;

      if (self->correction != NULL && follow_correction (candidate->anchor, self->correction, &span))
        g_ptr_array_add (candidates, propose (self, span, score));
      else if (matches[i].status != DP_ANCHOR_LOST)
        g_ptr_array_add (candidates, propose (self, matches[i].span, score * matches[i].score));
    }
  dp_highlight_set_candidates (highlight, candidates);
}

static void
find_touched (DpFollowing *self)
{
  g_autoptr (GPtrArray) anchors = g_ptr_array_new ();
  g_autoptr (GArray) matches = NULL;
  guint n = self->touched->len;

  for (guint i = 0; i < self->touched->len; i++)
    g_ptr_array_add (anchors, (gpointer) dp_highlight_get_anchor (g_ptr_array_index (self->touched, i)));
  for (guint i = 0; i < self->waiting->len; i++)
    {
      GPtrArray *candidates = dp_highlight_get_candidates (g_ptr_array_index (self->waiting, i));

      for (guint j = 0; j < candidates->len; j++)
        g_ptr_array_add (anchors, ((const DpCandidate *) g_ptr_array_index (candidates, j))->anchor);
    }
  if (anchors->len == 0)
    return;

  matches = dp_anchor_find_all (self->old_offsets, self->offsets, anchors);
  for (guint i = 0; i < self->touched->len; i++)
    take_match (self, g_ptr_array_index (self->touched, i), &g_array_index (matches, DpAnchorMatch, i));
  for (guint i = 0; i < self->waiting->len; i++)
    {
      DpHighlight *highlight = g_ptr_array_index (self->waiting, i);
      guint n_candidates = dp_highlight_get_candidates (highlight)->len;

      take_candidates (self, highlight, &g_array_index (matches, DpAnchorMatch, n));
      n += n_candidates;
    }
}

static gint64
pack_span (DpSpan span)
{
  return ((gint64) span.start << 32) | span.end;
}

/* (transfer full) (element-type gint64): where the article has highlights */
static GHashTable *
list_held (DpFollowing *self)
{
  GListModel *highlights = dp_case_list_highlights (self->dp_case);
  GHashTable *held = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (highlights);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      const DpAnchor *anchor = dp_highlight_get_anchor (highlight);

      if (!dp_highlight_is_lost (highlight) && g_str_equal (dp_highlight_get_article_id (highlight), dp_article_get_id (self->article)))
        {
          gint64 *key = g_new (gint64, 1);

          *key = pack_span ((DpSpan){ anchor->start, anchor->end });
          g_hash_table_add (held, key);
        }
    }
  return held;
}

/* The very words may stand elsewhere, perhaps more than once: that is for a person to judge. Where there is
 * a highlight already, it is another passage. */
static void
propose_same_words (DpFollowing *self)
{
  g_autoptr (GHashTable) held = self->unfound->len > 0 ? list_held (self) : NULL;

  for (guint i = 0; i < self->unfound->len; i++)
    {
      DpHighlight *highlight = g_ptr_array_index (self->unfound, i);
      GPtrArray *old = dp_highlight_get_candidates (highlight);
      g_autoptr (GArray) places = dp_anchor_list_places (dp_highlight_get_anchor (highlight), self->offsets, 4 * DP_CANDIDATES_MAX);
      g_autoptr (GPtrArray) candidates = dp_candidates_new ();

      for (guint j = 0; j < old->len; j++)
        g_ptr_array_add (candidates, dp_candidate_copy (g_ptr_array_index (old, j)));
      for (guint j = 0; j < places->len && candidates->len < DP_CANDIDATES_MAX; j++)
        {
          DpSpan place = g_array_index (places, DpSpan, j);
          gint64 key = pack_span (place);

          if (!g_hash_table_contains (held, &key))
            g_ptr_array_add (candidates, propose (self, place, 1));
        }
      dp_highlight_set_candidates (highlight, candidates);
    }
}

/* How many are not in the text any more, by this. */
static guint
following_finish (DpFollowing *self)
{
  find_touched (self);
  propose_same_words (self);
  return self->unfound->len;
}

/* What a person said of sentences that are not the same any more is said of none. */
static void
follow_translation (DpArticle *article,
                    const DpCorrection *correction)
{
  const DpTranslation *old = dp_article_get_translation (article);
  g_autoptr (DpTranslation) translation = NULL;

  if (old == NULL || old->pairs->len == 0)
    return;

  translation = dp_translation_copy (old);
  g_array_set_size (translation->pairs, 0);
  for (guint i = 0; i < old->pairs->len; i++)
    {
      DpTranslationPair pair = g_array_index (old->pairs, DpTranslationPair, i);
      DpAnchor anchor = { NULL, NULL, NULL, pair.source.start, pair.source.end };

      if (follow_correction (&anchor, correction, &pair.source))
        dp_translation_add_pair (translation, pair);
    }
  dp_article_set_translation (article, translation);
}

guint
dp_case_correct_text (DpCase *self,
                      DpArticle *article,
                      GPtrArray *blocks)
{
  g_autofree char *old_text = NULL;
  g_autoptr (DpOffsets) old_offsets = NULL;
  DpCorrection correction;
  DpFollowing following;
  GListModel *highlights;
  guint n_lost;

  g_return_val_if_fail (DP_IS_CASE (self), 0);
  g_return_val_if_fail (DP_IS_ARTICLE (article), 0);
  g_return_val_if_fail (blocks != NULL, 0);

  old_text = g_strdup (dp_article_get_text (article));
  old_offsets = dp_offsets_new (old_text, -1);
  carry_unknown (dp_article_get_blocks (article), blocks);
  dp_article_set_blocks (article, blocks);
  correction = compare_texts (old_text, dp_article_get_text (article));
  follow_translation (article, &correction);

  following_init (&following, self, article);
  following.old_offsets = old_offsets;
  following.correction = &correction;
  highlights = dp_case_list_highlights (self);
  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      DpSpan span;

      if (!g_str_equal (dp_highlight_get_article_id (highlight), dp_article_get_id (article)))
        continue;
      if (!dp_highlight_is_lost (highlight))
        {
          if (follow_correction (dp_highlight_get_anchor (highlight), &correction, &span))
            move_to (highlight, following.offsets, span);
          else
            g_ptr_array_add (following.touched, g_steal_pointer (&highlight));
        }
      else if (dp_anchor_find (dp_highlight_get_anchor (highlight), following.offsets, &span) != DP_ANCHOR_LOST)
        move_to (highlight, following.offsets, span);
      else if (dp_highlight_is_waiting (highlight))
        g_ptr_array_add (following.waiting, g_steal_pointer (&highlight));
    }
  n_lost = following_finish (&following);
  following_clear (&following);
  dp_case_sort_highlights (self);
  return n_lost;
}

static gboolean
is_in_place (DpHighlight *highlight,
             DpOffsets *offsets)
{
  const DpAnchor *anchor = dp_highlight_get_anchor (highlight);
  DpSpan span = { anchor->start, anchor->end };
  g_autofree char *there = NULL;

  if (span.end > dp_offsets_get_n_chars (offsets))
    return FALSE;
  there = dp_offsets_dup_text (offsets, span);
  return g_str_equal (there, anchor->exact);
}

void
dp_case_check_places (DpCase *self)
{
  GListModel *articles = dp_case_list_articles (self);
  GListModel *highlights = dp_case_list_highlights (self);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (DpArticle) article = g_list_model_get_item (articles, i);
      DpFollowing following;

      following_init (&following, self, article);
      for (guint j = 0; j < g_list_model_get_n_items (highlights); j++)
        {
          g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, j);

          if (!g_str_equal (dp_highlight_get_article_id (highlight), dp_article_get_id (article)))
            continue;
          if (!dp_highlight_is_lost (highlight) && !is_in_place (highlight, following.offsets))
            g_ptr_array_add (following.touched, g_steal_pointer (&highlight));
        }
      following_finish (&following);
      following_clear (&following);
    }
}

void
dp_case_place_highlight (DpCase *self,
                         DpHighlight *highlight,
                         DpSpan span)
{
  DpArticle *article;
  DpOffsets *offsets;

  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_HIGHLIGHT (highlight));
  article = dp_case_find_article (self, dp_highlight_get_article_id (highlight));
  g_return_if_fail (article != NULL);
  offsets = dp_article_get_offsets (article);
  g_return_if_fail (span.start < span.end && span.end <= dp_offsets_get_n_chars (offsets));

  move_to (highlight, offsets, span);
  dp_case_sort_highlights (self);
}

void
dp_case_leave_lost (DpCase *self,
                    DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_CASE (self));
  g_return_if_fail (DP_IS_HIGHLIGHT (highlight));

  dp_highlight_set_candidates (highlight, NULL);
}

GPtrArray *
dp_case_list_waiting (DpCase *self)
{
  GPtrArray *waiting = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *highlights;
  guint n;

  g_return_val_if_fail (DP_IS_CASE (self), waiting);

  highlights = dp_case_list_highlights (self);
  n = g_list_model_get_n_items (highlights);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (dp_highlight_is_waiting (highlight))
        g_ptr_array_add (waiting, g_steal_pointer (&highlight));
    }
  return waiting;
}
