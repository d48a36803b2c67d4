/* dp-compare-row.h: two paragraphs side by side, with what changed marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-comparison.h"

G_BEGIN_DECLS

#define DP_TYPE_COMPARE_ROW (dp_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (DpCompareRow, dp_compare_row, DP, COMPARE_ROW, AdwBin)

GtkWidget *dp_compare_row_new (void);

/* Any two texts, with the attributes of each; @description tells what they mean to those who do not see. */
void dp_compare_row_set_texts (DpCompareRow *self,
                               const char *old_text,
                               PangoAttrList *old_attributes,
                               const char *new_text,
                               PangoAttrList *new_attributes,
                               const char *description);

/* Whether text can be selected in it with the mouse; it takes no keys all the same. */
void dp_compare_row_set_selectable (DpCompareRow *self,
                                    gboolean is_selectable);

/* What is selected, in code points; @is_new: (out): whether it is on the second side. FALSE: nothing. */
gboolean dp_compare_row_get_selection (DpCompareRow *self,
                                       gboolean *is_new,
                                       DpSpan *span);

/* (nullable) */
void dp_compare_row_set_compared (DpCompareRow *self,
                                  DpCompared *compared);

G_END_DECLS
