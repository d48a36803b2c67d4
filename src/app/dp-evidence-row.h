/* dp-evidence-row.h: a piece of evidence in the list: a source, or a ranking in large figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Actions: evidence.copy-key, evidence.open-link, evidence.remove. Signal "edit" (). */
#define DP_TYPE_EVIDENCE_ROW (dp_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (DpEvidenceRow, dp_evidence_row, DP, EVIDENCE_ROW, GtkListBoxRow)

GtkWidget *dp_evidence_row_new (DpSession *session,
                                DpEvidence *evidence);
DpEvidence *dp_evidence_row_get_evidence (DpEvidenceRow *self);

/* Shows what changed since, if anything. */
void dp_evidence_row_refresh (DpEvidenceRow *self);

G_END_DECLS
