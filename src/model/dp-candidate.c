/* dp-candidate.c: a place where a passage may be now, for a person to decide
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-candidate.h"

G_DEFINE_BOXED_TYPE (DpCandidate, dp_candidate, dp_candidate_copy, dp_candidate_free)

DpCandidate *
dp_candidate_new (const DpAnchor *anchor,
                  guint score)
{
  DpCandidate *self;

  g_return_val_if_fail (anchor != NULL, NULL);
  g_return_val_if_fail (score <= 100, NULL);

  self = g_new0 (DpCandidate, 1);
  self->anchor = dp_anchor_copy (anchor);
  self->score = score;
  return self;
}

DpCandidate *
dp_candidate_copy (const DpCandidate *self)
{
  DpCandidate *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = dp_candidate_new (self->anchor, self->score);
  copy->unknown = dp_unknown_ref (self->unknown);
  return copy;
}

void
dp_candidate_free (DpCandidate *self)
{
  if (self == NULL)
    return;

  dp_anchor_free (self->anchor);
  dp_unknown_unref (self->unknown);
  g_free (self);
}

GPtrArray *
dp_candidates_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dp_candidate_free);
}
