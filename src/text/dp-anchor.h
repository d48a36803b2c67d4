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

typedef enum
{
  DP_ANCHOR_EXACT, /* where it was */
  DP_ANCHOR_MOVED, /* the same words elsewhere, and its context says which ones */
  DP_ANCHOR_LOST,  /* not there, or several candidates that context does not tell apart */
} DpAnchorStatus;

/**
 * dp_anchor_find:
 * @offsets: the text to look in, perhaps changed since the anchor was made; without U+0000
 * @span: (out): the place; written unless lost
 *
 * Never settles on a look-alike: among equal quotes only one whose context agrees best, and clearly,
 * is taken. A short quote that stands alone needs some of its context about it as well, since the
 * one it was made for may be gone. Nothing is treated as equal that is not the same code points.
 */
DpAnchorStatus dp_anchor_find (const DpAnchor *self,
                               DpOffsets *offsets,
                               DpSpan *span);

G_END_DECLS
