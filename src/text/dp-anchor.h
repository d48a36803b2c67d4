/* dp-anchor.h: a passage that finds its place again, and says so when it does not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>
#include "text/dp-offsets.h"

G_BEGIN_DECLS

/* Characters of context kept before and after the quote, in code points. */
#define DP_ANCHOR_CONTEXT 32

/**
 * DpAnchor:
 *
 * The W3C Web Annotation TextQuoteSelector and TextPositionSelector of one passage. Offsets are
 * Unicode code points, from 0, end excluded. Immutable once made; a boxed value.
 */
typedef struct
{
  char *exact;
  char *prefix;
  char *suffix;
  guint start;
  guint end;
} DpAnchor;

#define DP_TYPE_ANCHOR (dp_anchor_get_type ())
GType dp_anchor_get_type (void);

DpAnchor *dp_anchor_new (const char *exact,
                         const char *prefix,
                         const char *suffix,
                         guint start,
                         guint end);

/* The anchor of @span in the text behind @offsets. The context is cut shorter rather than through a
 * letter and its marks. */
DpAnchor *dp_anchor_new_for_span (DpOffsets *offsets,
                                  DpSpan span);
DpAnchor *dp_anchor_copy (const DpAnchor *self);
void dp_anchor_free (DpAnchor *self);
gboolean dp_anchor_equal (const DpAnchor *a,
                          const DpAnchor *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpAnchor, dp_anchor_free)

/**
 * DpAnchorStatus:
 *
 * The same code points are asked for in EXACT and MOVED; all that is otherwise treated as equal (spaces,
 * quotation marks, dashes, soft hyphens, ligatures ...: dp-words.h has the list) is CHANGED with a score
 * of 1. Case is never equal.
 */
typedef enum
{
  DP_ANCHOR_EXACT,   /* where it was */
  DP_ANCHOR_MOVED,   /* the same words elsewhere, and what is about it says which ones */
  DP_ANCHOR_CHANGED, /* other words, in the place that what is about it and what is left of it show */
  DP_ANCHOR_LOST,    /* not there, or several candidates that nothing tells apart */
} DpAnchorStatus;

/**
 * DpAnchorMatch:
 * @span: the place in the new text; empty when lost
 * @score: how alike the two passages are, by the weight of their common words (Dice's coefficient): 1
 *   when nothing is different that is not treated as equal, less than 1 when something is, 0 when lost
 */
typedef struct
{
  DpAnchorStatus status;
  DpSpan span;
  double score;
} DpAnchorMatch;

/**
 * dp_anchor_find:
 * @offsets: the text to look in, perhaps changed since the anchor was made; without U+0000
 * @span: (out): the place; written unless lost
 *
 * Looks for the same code points only, so never says CHANGED.
 *
 * Never settles on a look-alike: among equal quotes only one whose context agrees best, and clearly,
 * is taken. A short quote that stands alone needs some of its context about it as well, since the
 * one it was made for may be gone. Nothing is treated as equal that is not the same code points.
 */
DpAnchorStatus dp_anchor_find (const DpAnchor *self,
                               DpOffsets *offsets,
                               DpSpan *span);

/**
 * dp_anchor_list_places:
 * @max: how many at most
 *
 * Where the very words of the quote stand, the places whose surroundings agree best first: for a person
 * to choose from, since dp_anchor_find() says when one of them is it. Time grows with the text alone.
 *
 * Returns: (transfer full) (element-type DpSpan)
 */
GArray *dp_anchor_list_places (const DpAnchor *self,
                               DpOffsets *offsets,
                               guint max);

/**
 * dp_anchor_find_all:
 * @old_offsets: (nullable): the text that the anchors were made in
 * @new_offsets: the text to look in; both without U+0000
 * @anchors: (element-type DpAnchor)
 *
 * With the old text, both texts are aligned word by word once (see dp_alignment_new()), and each
 * anchor is followed through that. A passage is where its words went, together with what stands
 * between them; it must have enough of them left, and more when it left its place in the order of
 * the text. Where it began or ended with a sentence, its place does. A word that was already something else in the old text is never taken for it, so that a
 * look-alike stays one. An anchor that does not fit the old text is looked for as without it.
 *
 * Without the old text only quote, context and position speak. dp_anchor_find() comes first. If the
 * quote is nowhere as it was, what the anchors keep of the old text is put together in its order and
 * followed in the same way, with more words asked for; a quote that is there, but which of its places is
 * meant cannot be told, is lost.
 *
 * Time grows with the texts (n log n) plus the length of the quotes; without the old text, with one
 * search of the new one for each anchor that left its place.
 *
 * Returns: (transfer full) (element-type DpAnchorMatch): one for each anchor, in their order
 */
GArray *dp_anchor_find_all (DpOffsets *old_offsets,
                            DpOffsets *new_offsets,
                            GPtrArray *anchors);

G_END_DECLS
