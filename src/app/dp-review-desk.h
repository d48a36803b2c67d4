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
 * When it begins, and before each approval and publication, it also compares the sealed copies with their digests.
 *
 * Signal "changed" (): any of that is another. Signal "voided" (): a change made an approval void. Signal
 * "alarm" (text): a sealed copy is not what was sealed.
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

DpCaseFile *dp_review_desk_get_file (DpReviewDesk *self);

/* The digest of the content, as of the last look. */
const char *dp_review_desk_get_digest (DpReviewDesk *self);

/* (nullable): for people: what is wrong with a sealed copy */
const char *dp_review_desk_get_alarm (DpReviewDesk *self);

/* Whether it looks at a change just now. */
gboolean dp_review_desk_is_looking (DpReviewDesk *self);

/* (nullable): who works here, by the settings */
const DpPerson *dp_review_desk_get_person (DpReviewDesk *self);

/* (nullable) (transfer none): when they read the case last, by the history; its content is what they read */
DpEntry *dp_review_desk_get_read (DpReviewDesk *self);

/* Whether that is what it still is. */
gboolean dp_review_desk_is_read (DpReviewDesk *self);

/* Whether the house waits for a second verdict, which the person here could give without knowing the first. */
gboolean dp_review_desk_is_blind (DpReviewDesk *self);

/* What a case was, and what became of it. */
typedef struct
{
  DpCase *before;
  GPtrArray *changes; /* (element-type DpChange) */
} DpDeskComparison;

void dp_desk_comparison_free (DpDeskComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpDeskComparison, dp_desk_comparison_free)

/* @version: as for dp_edition_read(), or "read" for what the person here read last. In a thread. */
void dp_review_desk_compare_async (DpReviewDesk *self,
                                   const char *version,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
DpDeskComparison *dp_review_desk_compare_finish (DpReviewDesk *self,
                                                 GAsyncResult *result,
                                                 GError **error);

/* Whether the move is there at all in the state that the case is in; and whether it is allowed now, as
 * far as words are not what is missing. */
gboolean dp_review_desk_has (DpReviewDesk *self,
                             DpMove move);
gboolean dp_review_desk_can (DpReviewDesk *self,
                             DpMove move,
                             GError **error);

/**
 * dp_review_desk_move_async:
 * @words, @verdict, @confidence: (nullable): see DpMoveRequest
 *
 * Looks at what was changed up to now, so that who did it stands in the history before the move does, and does
 * the move on that. What the person here has not read as it is then, they cannot approve. One after the other.
 */
void dp_review_desk_move_async (DpReviewDesk *self,
                                DpMove move,
                                const char *words,
                                const char *verdict,
                                const char *confidence,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean dp_review_desk_move_finish (DpReviewDesk *self,
                                     GAsyncResult *result,
                                     GError **error);

/* Whether it asks for words. */
gboolean dp_review_desk_needs_words (DpReviewDesk *self,
                                     DpMove move);

G_END_DECLS
