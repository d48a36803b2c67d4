/* dp-evidence-editor.h: everything about one source or ranking, correctable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Property: session. What is edited need not be in the case yet: it is added as soon as a field that
 * was filled in is left. Actions: evidence.copy-key, evidence.remove. Signal "done" (). */
#define DP_TYPE_EVIDENCE_EDITOR (dp_evidence_editor_get_type ())
G_DECLARE_FINAL_TYPE (DpEvidenceEditor, dp_evidence_editor, DP, EVIDENCE_EDITOR, AdwBin)

/* @evidence: (nullable) */
void dp_evidence_editor_edit (DpEvidenceEditor *self,
                              DpSession *session,
                              DpEvidence *evidence);
DpEvidence *dp_evidence_editor_get_evidence (DpEvidenceEditor *self);

/* Puts what is edited into the case if it holds anything and is not there yet. */
void dp_evidence_editor_commit (DpEvidenceEditor *self);

G_END_DECLS
