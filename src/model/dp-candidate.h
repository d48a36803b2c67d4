/* dp-candidate.h: a place where a passage may be now, for a person to decide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-unknown.h"
#include "text/dp-anchor.h"

G_BEGIN_DECLS

/* How many a highlight has at most. */
#define DP_CANDIDATES_MAX 5

/* A boxed value, immutable once with a highlight. */
typedef struct
{
  DpAnchor *anchor;
  guint score; /* how alike it is to the passage, in hundredths; see DpAnchorMatch. 100: the very same
                * words, which are elsewhere or more than once */

  DpUnknown *unknown; /* (nullable) (owned) */
} DpCandidate;

#define DP_TYPE_CANDIDATE (dp_candidate_get_type ())
GType dp_candidate_get_type (void);

/* @score: 0 to 100 */
DpCandidate *dp_candidate_new (const DpAnchor *anchor,
                               guint score);
DpCandidate *dp_candidate_copy (const DpCandidate *self);
void dp_candidate_free (DpCandidate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpCandidate, dp_candidate_free)

/* (transfer full) (element-type DpCandidate): an empty array that frees its candidates */
GPtrArray *dp_candidates_new (void);

G_END_DECLS
