/* dp-bearing-row.h: how a piece of evidence bears on one passage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "model/dp-evidence.h"
#include "model/dp-highlight.h"

G_BEGIN_DECLS

/* Signal "chosen" (): the stance was chosen by hand; it is in the evidence by then. */
#define DP_TYPE_BEARING_ROW (dp_bearing_row_get_type ())
G_DECLARE_FINAL_TYPE (DpBearingRow, dp_bearing_row, DP, BEARING_ROW, AdwPreferencesRow)

GtkWidget *dp_bearing_row_new (DpEvidence *evidence,
                               DpHighlight *highlight);
DpHighlight *dp_bearing_row_get_highlight (DpBearingRow *self);

G_END_DECLS
