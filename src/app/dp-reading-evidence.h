/* dp-reading-evidence.h: a piece of evidence as a reader finds it: what it says, where it is, its ranking card
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Actions: reading.open-source, reading.open-archive. M, or its button, opens the comments on it. */
#define DP_TYPE_READING_EVIDENCE (dp_reading_evidence_get_type ())
G_DECLARE_FINAL_TYPE (DpReadingEvidence, dp_reading_evidence, DP, READING_EVIDENCE, AdwBin)

/* @number: in the order in which it is cited, 0 when it is not, -1 when that is not told. @has_comments: whether there is a place for them */
GtkWidget *dp_reading_evidence_new (DpSession *session,
                                    DpCase *dp_case,
                                    DpEvidence *evidence,
                                    int number,
                                    gboolean has_comments);

void dp_reading_evidence_open_comments (DpReadingEvidence *self);

G_END_DECLS
