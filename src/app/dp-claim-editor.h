/* dp-claim-editor.h: the words of a claim, their translation, and the passages that carry it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Action: claim.remove. */
#define DP_TYPE_CLAIM_EDITOR (dp_claim_editor_get_type ())
G_DECLARE_FINAL_TYPE (DpClaimEditor, dp_claim_editor, DP, CLAIM_EDITOR, AdwBin)

GtkWidget *dp_claim_editor_new (DpSession *session,
                                DpClaim *claim);

G_END_DECLS
