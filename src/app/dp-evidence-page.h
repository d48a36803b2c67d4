/* dp-evidence-page.h: what speaks for and against, and where it is used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Property: session. Actions: evidence.add-source, evidence.add-ranking. */
#define DP_TYPE_EVIDENCE_PAGE (dp_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (DpEvidencePage, dp_evidence_page, DP, EVIDENCE_PAGE, AdwBin)

void dp_evidence_page_set_session (DpEvidencePage *self,
                                   DpSession *session);

G_END_DECLS
