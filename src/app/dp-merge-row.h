/* dp-merge-row.h: a place that two people changed, and which of the two counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "model/dp-merge.h"

G_BEGIN_DECLS

/* Keys 1, 2 and 3 choose. Property: choice (a DpMergeSide, or -1 until somebody chose). */
#define DP_TYPE_MERGE_ROW (dp_merge_row_get_type ())
G_DECLARE_FINAL_TYPE (DpMergeRow, dp_merge_row, DP, MERGE_ROW, GtkListBoxRow)

/* @conflict must outlive it. */
GtkWidget *dp_merge_row_new (const DpMergeConflict *conflict);

const DpMergeConflict *dp_merge_row_get_conflict (DpMergeRow *self);
int dp_merge_row_get_choice (DpMergeRow *self);

G_END_DECLS
