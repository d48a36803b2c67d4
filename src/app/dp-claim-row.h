/* dp-claim-row.h: a claim in the list beside the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Its words; when selected, its editor, which then takes the focus. */
#define DP_TYPE_CLAIM_ROW (dp_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (DpClaimRow, dp_claim_row, DP, CLAIM_ROW, AdwBin)

GtkWidget *dp_claim_row_new (DpSession *session,
                             DpClaim *claim);
DpClaim *dp_claim_row_get_claim (DpClaimRow *self);
void dp_claim_row_set_selected (DpClaimRow *self,
                                gboolean is_selected);

G_END_DECLS
