/* dp-details-page.h: the case, its article and its neighbours, each field correctable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Property: session. Action: article.correct-text. */
#define DP_TYPE_DETAILS_PAGE (dp_details_page_get_type ())
G_DECLARE_FINAL_TYPE (DpDetailsPage, dp_details_page, DP, DETAILS_PAGE, AdwBin)

void dp_details_page_set_session (DpDetailsPage *self,
                                  DpSession *session);

G_END_DECLS
