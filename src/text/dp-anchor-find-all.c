/* dp-anchor-find-all.c: finding all anchors of a text again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor-private.h"

#include <string.h>

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

/* Follows those that are of the old text; the rest is left in @others. */
static void
follow_all (DpOffsets *old_offsets,
            DpOffsets *new_offsets,
            GPtrArray *anchors,
            GArray *matches,
            GArray *others)
{
  g_autoptr (DpAnchorFollower) follower = dp_anchor_follower_new (old_offsets, new_offsets);

  for (guint i = 0; i < anchors->len; i++)
    {
      const DpAnchor *anchor = g_ptr_array_index (anchors, i);
      DpSpan span;

      if (find_in_old (anchor, old_offsets, &span))
        dp_anchor_follow (follower, anchor, span, &g_array_index (matches, DpAnchorMatch, i));
      else
        g_array_append_val (others, i);
    }
}

GArray *
dp_anchor_find_all (DpOffsets *old_offsets,
                    DpOffsets *new_offsets,
                    GPtrArray *anchors)
{
  GArray *matches;
  g_autoptr (GArray) others = NULL;
  DpAnchorMatch lost = { DP_ANCHOR_LOST, { 0, 0 }, 0 };

  g_return_val_if_fail (new_offsets != NULL && anchors != NULL, NULL);

  matches = g_array_sized_new (FALSE, FALSE, sizeof (DpAnchorMatch), anchors->len);
  others = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < anchors->len; i++)
    g_array_append_val (matches, lost);
  if (old_offsets != NULL && !is_same_text (old_offsets, new_offsets))
    follow_all (old_offsets, new_offsets, anchors, matches, others);
  else
    for (guint i = 0; i < anchors->len; i++)
      g_array_append_val (others, i);
  dp_anchor_find_alone (new_offsets, anchors, others, matches);
  return matches;
}
