/* dp-merge-history.h: two histories that went different ways, made one again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-merge.h"

G_BEGIN_DECLS

/* Whether each side has, after what they have in common, an entry with a state that the case came to:
 * then only one of the two can have made its moves. */
gboolean dp_merge_history_conflicts (JsonArray *ours,
                                     JsonArray *theirs);

/**
 * dp_merge_history:
 * @side: whose moves count where both made some; %DP_MERGE_BOTH where not both did
 * @digest: (out) (transfer full): of the last entry; "" of none
 *
 * Returns: (transfer full): in the order of time, chained
 */
JsonArray *dp_merge_history (JsonArray *ours,
                             JsonArray *theirs,
                             DpMergeSide side,
                             char **digest);

G_END_DECLS
