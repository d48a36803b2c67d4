/* dp-anchor-find-all.c: finding all anchors of a text again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor-private.h"

#include <string.h>

static void
find_alone (const DpAnchor *anchor,
            DpOffsets *offsets,
            DpAnchorMatch *match)
{
  match->status = dp_anchor_find (anchor, offsets, &match->span);
  match->score = match->status == DP_ANCHOR_LOST ? 0 : 1;
}

/* Where the anchor is in the text that it was made in. */
static gboolean
find_in_old (const DpAnchor *anchor,
             DpOffsets *offsets,
             DpSpan *span)
{
  if (dp_anchor_stands_at (anchor, offsets, anchor->start))
    {
      span->start = anchor->start;
      span->end = dp_offsets_to_char (offsets, dp_offsets_to_byte (offsets, anchor->start) + strlen (anchor->exact));
      return TRUE;
    }
  return dp_anchor_find (anchor, offsets, span) != DP_ANCHOR_LOST;
}

static gboolean
is_same_text (DpOffsets *a,
              DpOffsets *b)
{
  gsize a_length, b_length;
  const char *a_text = dp_offsets_get_text (a, &a_length);
  const char *b_text = dp_offsets_get_text (b, &b_length);

  return a_length == b_length && memcmp (a_text, b_text, a_length) == 0;
}

static GArray *
find_words (DpVocabulary *vocabulary,
            DpOffsets *offsets)
{
  gsize length;
  const char *text = dp_offsets_get_text (offsets, &length);

  return dp_words_find (vocabulary, text, length);
}

static void
follow_all (DpOffsets *old_offsets,
            DpOffsets *new_offsets,
            GPtrArray *anchors,
            GArray *matches)
{
  g_autoptr (DpVocabulary) vocabulary = dp_vocabulary_new ();
  g_autoptr (GArray) old_words = find_words (vocabulary, old_offsets);
  g_autoptr (GArray) new_words = find_words (vocabulary, new_offsets);
  g_autoptr (DpAlignment) alignment = dp_alignment_new (old_words, new_words, dp_vocabulary_get_n_words (vocabulary), old_offsets, new_offsets);
  g_autofree double *chain_weights = g_new0 (double, alignment->n_chains);
  DpAnchorFollower follower = { old_offsets, new_offsets, old_words, new_words, alignment, chain_weights };

  for (guint i = 0; i < anchors->len; i++)
    {
      const DpAnchor *anchor = g_ptr_array_index (anchors, i);
      DpAnchorMatch *match = &g_array_index (matches, DpAnchorMatch, i);
      DpSpan span;

      if (find_in_old (anchor, old_offsets, &span))
        dp_anchor_follow (&follower, anchor, span, match);
      else
        find_alone (anchor, new_offsets, match);
    }
}

GArray *
dp_anchor_find_all (DpOffsets *old_offsets,
                    DpOffsets *new_offsets,
                    GPtrArray *anchors)
{
  GArray *matches;
  DpAnchorMatch lost = { DP_ANCHOR_LOST, { 0, 0 }, 0 };

  g_return_val_if_fail (new_offsets != NULL && anchors != NULL, NULL);

  matches = g_array_sized_new (FALSE, FALSE, sizeof (DpAnchorMatch), anchors->len);
  for (guint i = 0; i < anchors->len; i++)
    g_array_append_val (matches, lost);
  if (old_offsets != NULL && !is_same_text (old_offsets, new_offsets))
    {
      follow_all (old_offsets, new_offsets, anchors, matches);
      return matches;
    }
  for (guint i = 0; i < anchors->len; i++)
    find_alone (g_ptr_array_index (anchors, i), new_offsets, &g_array_index (matches, DpAnchorMatch, i));
  return matches;
}
