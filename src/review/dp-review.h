/* dp-review.h: doing a move with a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case-file.h"
#include "review/dp-moves.h"
#include "review/dp-ratings.h"
#include "review/dp-record.h"

G_BEGIN_DECLS

/* Who wants to do something, and what they bring; what is %NULL or 0 is not there. */
typedef struct
{
  const DpPerson *person;
  DpPeople *people; /* never %NULL */
  DpClock *clock;   /* never %NULL */
  const char *words;
  const char *verdict;    /* of a cross-check */
  const char *confidence; /* of a cross-check: see dp-confidence.h */
  DpRatings *ratings;     /* that a cross-check has to be of; %NULL: any */
  const char *read;       /* the digest of the content that they read; %NULL: what the history says that they
                             marked as read last, or if they never did, what it is now */
  guint n_blocking;       /* checks that block; see dp-checks.h */
  gboolean asks_second;   /* the house asks for a second verdict */
  const char *content;    /* the digest of the content as it is now, for dp_review_can(); %NULL: it finds it */
} DpMoveRequest;

/* Whether the move is allowed now; see dp_move_check(). */
gboolean dp_review_can (DpCase *dp_case,
                        DpMove move,
                        const DpMoveRequest *request,
                        GError **error);

/* Does it: keeps the version that is published, adds to the history, saves. A publication whose version
 * cannot be kept does not happen. */
gboolean dp_review_move (DpCaseFile *file,
                         DpMove move,
                         const DpMoveRequest *request,
                         GError **error);

/**
 * dp_review_move_async:
 * @request: copied, but for people, ratings and clock, which stay until it is done; with the content
 * @parts: (element-type GBytes): the text of the case of which @request has the digest of the content; see
 *   dp_case_text_get_parts()
 *
 * The same, with the files written in threads. What it does is bound to that content, whatever becomes of
 * the case meanwhile: a later change makes it another, as always. Only one at a time for each case.
 */
void dp_review_move_async (DpCaseFile *file,
                           DpMove move,
                           const DpMoveRequest *request,
                           GPtrArray *parts,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean dp_review_move_finish (DpCaseFile *file,
                                GAsyncResult *result,
                                GError **error);

/* The approval of a case. */
typedef enum
{
  DP_APPROVAL_NONE,
  DP_APPROVAL_INTACT,
  DP_APPROVAL_VOID, /* the content is not what was approved */
} DpApproval;

/* @content_digest: of the case as it is now */
DpApproval dp_review_get_approval (DpCase *dp_case,
                                   const char *content_digest);

G_END_DECLS
