/* dp-review-page.h: what a case still lacks, what can be done with it now, and what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Property: session. */
#define DP_TYPE_REVIEW_PAGE (dp_review_page_get_type ())
G_DECLARE_FINAL_TYPE (DpReviewPage, dp_review_page, DP, REVIEW_PAGE, AdwBin)

void dp_review_page_set_session (DpReviewPage *self,
                                 DpSession *session);

G_END_DECLS
