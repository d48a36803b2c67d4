/* dp-ledger-margin.h: beside the lines of the disproof, what carries each of its sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "app/dp-review-desk.h"

G_BEGIN_DECLS

/* A gutter of a text view whose text is the disproof: a thin bar beside a sentence that evidence carries, a
 * thin dotted one beside reasoning, a broad one beside what nothing carries. The page of review says the
 * same in words. */
#define DP_TYPE_LEDGER_MARGIN (dp_ledger_margin_get_type ())
G_DECLARE_FINAL_TYPE (DpLedgerMargin, dp_ledger_margin, DP, LEDGER_MARGIN, GtkWidget)

/* Puts one beside @view, which keeps it. */
DpLedgerMargin *dp_ledger_margin_add (GtkTextView *view);

/* @desk: (nullable) */
void dp_ledger_margin_set_desk (DpLedgerMargin *self,
                                DpReviewDesk *desk);

G_END_DECLS
