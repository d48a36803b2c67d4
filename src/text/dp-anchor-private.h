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

/* The words of an anchor, and where they went. */
typedef struct
{
  guint from; /* words of the old text */
  guint to;
  guint chain;
  guint first; /* the first and the last of them that are left */
  guint last;
  guint n_left;
  guint n_same; /* left, and not only alike */
  guint n_pairs;
  double weight;
  double weight_left;
  double weight_same; /* of those of n_same */
} DpAnchorPassage;

static inline const DpWord *
dp_anchor_old_word (const DpAnchorFollower *self,
                    guint i)
{
  return &g_array_index (self->old_words, DpWord, i);
}

static inline const DpWord *
dp_anchor_new_word (const DpAnchorFollower *self,
                    guint i)
{
  return &g_array_index (self->new_words, DpWord, i);
}

static inline double
dp_anchor_get_weight (const DpAnchorFollower *self,
                      const DpWord *word)
{
  return self->alignment->weights[word->id];
}

/* Whether the quote stands there, code point for code point. */
gboolean dp_anchor_stands_at (const DpAnchor *anchor,
                              DpOffsets *offsets,
                              guint start);

/* Where the passage @old_span, which is @anchor's, went; @match is left alone when it is lost. */
void dp_anchor_follow (DpAnchorFollower *self,
                       const DpAnchor *anchor,
                       DpSpan old_span,
                       DpAnchorMatch *match);

/* The place of a passage of which enough is left; @match is left alone when it is lost all the same. */
void dp_anchor_place (const DpAnchorFollower *self,
                      const DpAnchor *anchor,
                      DpSpan old_span,
                      const DpAnchorPassage *passage,
                      DpAnchorMatch *match);

/* The place of a passage without a word, which stands before the old word @word: where the words before and
 * behind it still follow on one another. */
void dp_anchor_place_between (const DpAnchorFollower *self,
                              const DpAnchor *anchor,
                              DpSpan old_span,
                              guint word,
                              DpAnchorMatch *match);

/* Finds those of the anchors that @indices (element-type guint) names, by themselves. */
void dp_anchor_find_alone (DpOffsets *offsets,
                           GPtrArray *anchors,
                           GArray *indices,
                           GArray *matches);

G_END_DECLS
