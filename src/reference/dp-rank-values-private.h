/* dp-rank-values-private.h: the values of a sentence while they are being found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-rank-values.h"

G_BEGIN_DECLS

typedef struct
{
  const DpRankSentence *sentence;
  GArray *values; /* DpRankValue */
} DpRankFinder;

/* Whether a number counts what is neither a rank nor a score: 5 %, 3 million, eleven places lower. */
gboolean dp_rank_finder_is_other_amount (const DpRankFinder *self,
                                         const DpRankNumber *number);

DpRankDoubt dp_rank_finder_find_doubt (const DpRankFinder *self,
                                       const DpRankValue *value);

G_END_DECLS
