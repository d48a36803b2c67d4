/* dp-case-row.h: a case in the library's list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "library/dp-case-entry.h"
#include "reference/dp-narratives.h"

G_BEGIN_DECLS

/* Property: entry (DpCaseEntry, nullable); the row follows it. */
#define DP_TYPE_CASE_ROW (dp_case_row_get_type ())
G_DECLARE_FINAL_TYPE (DpCaseRow, dp_case_row, DP, CASE_ROW, AdwBin)

GtkWidget *dp_case_row_new (void);
DpCaseEntry *dp_case_row_get_entry (DpCaseRow *self);

/* @narratives: (nullable): where the colours are */
void dp_case_row_set_entry (DpCaseRow *self,
                            DpCaseEntry *entry,
                            DpNarratives *narratives);

/* (transfer full): the title, or what stands for it while there is none */
char *dp_case_row_dup_title (DpCaseEntry *entry);

/* The colour that stands for a narrative, also for one that is not in the tree (any more). */
guint dp_case_row_get_colour (DpNarratives *narratives,
                              const char *narrative_id);

G_END_DECLS
