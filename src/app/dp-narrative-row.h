/* dp-narrative-row.h: a choice of narrative, in the list to tag from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-narrative-choice.h"

G_BEGIN_DECLS

#define DP_TYPE_NARRATIVE_ROW (dp_narrative_row_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativeRow, dp_narrative_row, DP, NARRATIVE_ROW, AdwBin)

GtkWidget *dp_narrative_row_new (void);
void dp_narrative_row_set_choice (DpNarrativeRow *self,
                                  DpNarrativeChoice *choice);

G_END_DECLS
