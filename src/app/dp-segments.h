/* dp-segments.h: overlapping highlights as pieces of text that do not overlap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-placed-highlights.h"

G_BEGIN_DECLS

/* No colour in this place. */
#define DP_SEGMENT_NONE 255

/* A piece of text that the same highlights cover from its start to its end. */
typedef struct
{
  guint start; /* code points */
  guint end;
  guint8 tint;     /* the colour behind the text: of the first narrative */
  guint8 under;    /* of the second, a line below, or none */
  guint8 third;    /* of the third, a broken line below that, or none */
  guint8 has_more; /* there are more: a dotted line below that */
  guint8 is_selected;
} DpSegment;

/**
 * dp_segments_compute:
 * @passages: (element-type DpPlacedHighlight): in their order
 * @selected: (nullable): its colours come first
 *
 * Each highlight gives its colours in the order of its narratives, one without any the neutral one;
 * of several highlights over one place those with narratives come first, and then the one that
 * begins first. More than three colours at one place are only hinted at; the margin shows them all.
 *
 * Returns: (transfer full) (element-type DpSegment): in order, disjoint, none empty, adjacent ones
 *   of equal looks joined
 */
GArray *dp_segments_compute (GPtrArray *passages,
                             DpHighlight *selected);

/* Whether both are the same but for their place. */
gboolean dp_segment_looks_equal (const DpSegment *a,
                                 const DpSegment *b);
gboolean dp_segment_equal (const DpSegment *a,
                           const DpSegment *b);

G_END_DECLS
