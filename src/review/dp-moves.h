/* dp-moves.h: what can be done with a case, from which state, by whom, and what it needs
 *
 * One table, which the window, the command line and whatever merges cases obey.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case-state.h"
#include "review/dp-people.h"

G_BEGIN_DECLS

typedef enum
{
  DP_MOVE_SUBMIT,
  DP_MOVE_RECALL, /* out of the review, by who wrote it */
  DP_MOVE_COMMENT,
  DP_MOVE_READ,        /* all of it, as it is now */
  DP_MOVE_CROSS_CHECK, /* somebody's own verdict, before they know the writer's */
  DP_MOVE_REQUEST_CHANGES,
  DP_MOVE_APPROVE,
  DP_MOVE_PUBLISH,
  DP_MOVE_CORRECT, /* another version in place of one that readers have */
  DP_MOVE_WITHDRAW,
  DP_MOVE_DECLINE, /* not to be checked */
  DP_MOVE_REOPEN,
} DpMove;
#define DP_N_MOVES (DP_MOVE_REOPEN + 1)

/* "submit", "recall", "comment", "read", "cross-check", "request-changes", "approve", "publish", "correct",
 * "withdraw", "decline", "reopen": also what the history calls them */
const char *dp_move_to_nick (DpMove move);
gboolean dp_move_from_nick (const char *nick, DpMove *move);

/* Translated: for a button, and for the history: "Submitted". */
const char *dp_move_get_label (DpMove move);
const char *dp_move_get_past (DpMove move);

typedef enum
{
  DP_NEED_WORDS = 1 << 0,       /* a reason, or what the reader is told */
  DP_NEED_CHECKS = 1 << 1,      /* no check that blocks */
  DP_NEED_NEW_CONTENT = 1 << 2, /* not what was submitted, approved or published last */
  DP_NEED_SUBMITTED = 1 << 3,   /* the very content that was submitted */
  DP_NEED_READ = 1 << 4,        /* the very content that they read */
  DP_NEED_OTHER_HAND = 1 << 5,  /* somebody who did not write, translate or give evidence */
  DP_NEED_SECOND = 1 << 6,      /* a second verdict that agrees, where the house asks for one */
  DP_NEED_INTACT = 1 << 7,      /* the very content that was approved */
  DP_NEED_NEVER_OUT = 1 << 8,   /* no version was ever published */
  DP_NEED_ONCE_OUT = 1 << 9,    /* a version was published */
  DP_NEED_OUT = 1 << 10,        /* a version is before readers, not withdrawn */
  DP_NEED_BLIND = 1 << 11,      /* somebody who does not know the verdict of the case */
  DP_WHEN_APART = 1 << 12,      /* no need: the line holds for a verdict that is not that of the case */
} DpNeed;

/* One line of the table. */
typedef struct
{
  DpMove move;
  guint from;  /* a bit for each state: 1 << state */
  int to;      /* a state, or -1: stays */
  guint roles; /* one of them is enough */
  guint needs;
} DpMoveRule;

/* Ends with @n_rules. */
const DpMoveRule *dp_moves_get_rules (guint *n_rules);

/* What is the case, for a move. */
typedef struct
{
  DpCaseState state;
  gboolean is_person; /* somebody said who they are */
  gboolean is_known;  /* to the people file */
  guint roles;        /* DpRole */
  gboolean has_words;
  guint n_blocking; /* checks that block */
  gboolean is_new;  /* content differs from what was submitted, approved or published last */
  gboolean is_submitted;
  gboolean is_read;
  gboolean is_intact; /* approved, and still of this content */
  gboolean needs_second;
  gboolean was_out;
  gboolean is_out;
  const char *own_hand; /* (nullable): translated: which contribution of theirs stands against it */
  const char *who_may;  /* (nullable): names of those who may, for the message */
  gboolean knows;       /* they read the case, so that a verdict of theirs is not blind */
  gboolean is_apart;    /* the verdict that they give is not that of the case */
} DpMoveFacts;

/**
 * dp_move_check:
 * @to: (out) (optional): the state after it; the same where it stays
 *
 * Returns: whether @move is allowed; else a %DP_REVIEW_ERROR that says why not and what would help
 */
gboolean dp_move_check (DpMove move,
                        const DpMoveFacts *facts,
                        DpCaseState *to,
                        GError **error);

G_END_DECLS
