/* dp-anchor-private.h: the steps of finding many anchors again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-alignment.h"
#include "text/dp-anchor.h"

G_BEGIN_DECLS

/* Two texts and what became of what.
 * @is_rebuilt: the old text is only what the anchors kept of it, so that no look-alike is known */
typedef struct
{
  DpOffsets *old_offsets;
  DpOffsets *new_offsets;
  GArray *old_words;
  GArray *new_words;
  DpAlignment *alignment;
  double *chain_weights; /* (owned): for each chain, 0 between two calls */
  gboolean is_rebuilt;
} DpAnchorFollower;

/* Borrows both. */
DpAnchorFollower *dp_anchor_follower_new (DpOffsets *old_offsets,
                                          DpOffsets *new_offsets);
void dp_anchor_follower_free (DpAnchorFollower *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpAnchorFollower, dp_anchor_follower_free)

/* Whether the quote stands there, code point for code point. */
gboolean dp_anchor_stands_at (const DpAnchor *anchor,
                              DpOffsets *offsets,
                              guint start);

/* Where the passage @old_span, which is @anchor's, went; @match is left alone when it is lost. */
void dp_anchor_follow (DpAnchorFollower *self,
                       const DpAnchor *anchor,
                       DpSpan old_span,
                       DpAnchorMatch *match);

/* Finds those of the anchors that @indices (element-type guint) names, by themselves. */
void dp_anchor_find_alone (DpOffsets *offsets,
                           GPtrArray *anchors,
                           GArray *indices,
                           GArray *matches);

G_END_DECLS
