/* dp-anchor-review.h: the highlights that wait for a decision, one after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* What was highlighted and what stands there now, side by side with their words compared. Y takes it, N
 * leaves the highlight lost, P chooses another place in the article, the arrows go to the next and the
 * previous one and (up and down) to other places that it may be at. Each decision is a step that can be
 * undone, here too. */
#define DP_TYPE_ANCHOR_REVIEW (dp_anchor_review_get_type ())
G_DECLARE_FINAL_TYPE (DpAnchorReview, dp_anchor_review, DP, ANCHOR_REVIEW, AdwWindow)

/* All that wait. */
GtkWindow *dp_anchor_review_new (DpSession *session);

/* One that is lost, to be placed anew: begins with the article, unless it has candidates. */
GtkWindow *dp_anchor_review_new_for (DpSession *session,
                                     DpHighlight *highlight);

G_END_DECLS
