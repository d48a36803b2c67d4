/* dp-claims-page.h: what is claimed, and the passages that carry it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Property: session. Actions: claim.add, claim.edit (s: id of a claim). */
#define DP_TYPE_CLAIMS_PAGE (dp_claims_page_get_type ())
G_DECLARE_FINAL_TYPE (DpClaimsPage, dp_claims_page, DP, CLAIMS_PAGE, AdwBin)

void dp_claims_page_set_session (DpClaimsPage *self,
                                 DpSession *session);

G_END_DECLS
