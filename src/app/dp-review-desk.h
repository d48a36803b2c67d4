/* dp-review-desk.h: what a case still lacks and what can be done with it, kept up as somebody works on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-workbench.h"
#include "review/dp-checks.h"
#include "review/dp-review.h"

G_BEGIN_DECLS

/**
 * DpReviewDesk:
 *
 * Follows a case: a moment after each change it runs the checks, looks whether the approval still holds
 * (in a thread: that reads the whole case), and notes in the history who worked on what (the profile in the settings).
 *
 * Signal "changed" (): any of that is another. Signal "voided" (): a change made an approval void.
 */
#define DP_TYPE_REVIEW_DESK (dp_review_desk_get_type ())
G_DECLARE_FINAL_TYPE (DpReviewDesk, dp_review_desk, DP, REVIEW_DESK, GObject)

DpReviewDesk *dp_review_desk_new (DpWorkbench *workbench,
                                  DpCaseFile *file);

/* (transfer none) (element-type DpFinding): until the next "changed" */
GPtrArray *dp_review_desk_get_findings (DpReviewDesk *self);
DpLedger *dp_review_desk_get_ledger (DpReviewDesk *self);
DpHouse *dp_review_desk_get_house (DpReviewDesk *self);
DpApproval dp_review_desk_get_approval (DpReviewDesk *self);

/* (nullable): who works here, by the settings */
const DpPerson *dp_review_desk_get_person (DpReviewDesk *self);

/* (transfer full) (element-type DpChange) (nullable): what changed since @version, "approved" or
 * "reviewed"; %NULL when there is none, or it cannot be read */
GPtrArray *dp_review_desk_list_changes (DpReviewDesk *self,
                                        const char *version);

/* Whether the move is there at all in the state that the case is in; and whether it is allowed now, as
 * far as words are not what is missing. */
gboolean dp_review_desk_has (DpReviewDesk *self,
                             DpMove move);
gboolean dp_review_desk_can (DpReviewDesk *self,
                             DpMove move,
                             GError **error);
gboolean dp_review_desk_move (DpReviewDesk *self,
                              DpMove move,
                              const char *words,
                              GError **error);

/* Whether it asks for words. */
gboolean dp_review_desk_needs_words (DpReviewDesk *self,
                                     DpMove move);

G_END_DECLS
