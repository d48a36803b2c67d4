/* dp-checks.h: what a case must have, should have, and had better have: one table
 *
 * It feeds the command line, the window, the translations and the manual. A house's policy (dp-policy.h)
 * makes a check stricter or milder, or switches it off; a case can say why one does not apply to it
 * (dp-waiver.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"
#include "review/dp-house.h"
#include "review/dp-ledger.h"

G_BEGIN_DECLS

typedef struct _DpChecking DpChecking;

/* One line of the table. Texts are English, to be translated. */
typedef struct
{
  const char *id;
  DpSeverity severity;
  const char *authority; /* whose rules it follows: "IFCN", "EFCSN", "AFP", "Full Fact", "ClaimReview" */
  const char *title;     /* what is wrong, in a few words */
  const char *why;
  const char *mend;
  void (*run) (DpChecking *checking);
} DpCheck;

const DpCheck *dp_checks_get_all (guint *n_checks);
/* (nullable) */
const DpCheck *dp_checks_find (const char *id);

/* Something that a check found. */
typedef struct
{
  const DpCheck *check;
  DpSeverity severity; /* by the policy; never off */
  char *place;         /* a JSON pointer into the case */
  char *object_id;     /* of the article, highlight, claim, evidence, inquiry or comment; "" for the case */
  char *detail;        /* which one, for people: its title or words; may be "" */
  DpSpan span;         /* of the disproof, code points; empty for other places */
  const char *waiver;  /* (nullable): why it does not apply, as the case says; it counts no more then */
} DpFinding;

typedef struct _DpChecker DpChecker;

/* @house must outlive it. @ranks: (nullable): a reference is taken */
DpChecker *dp_checker_new (DpHouse *house,
                           DpRankChecker *ranks);
void dp_checker_free (DpChecker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpChecker, dp_checker_free)

/**
 * dp_checker_run:
 * @folder: (nullable): of the case: also compares the sealed copies with their digests, which reads files
 * @today: ISO 8601, for what lies in the future
 *
 * Fast enough to follow typing: what was found of text that did not change is kept.
 */
void dp_checker_run (DpChecker *self,
                     DpCase *dp_case,
                     GFile *folder,
                     const char *today);

/* For who compares the sealed copies in a thread of their own: the digests (a set, element-type utf8) of
 * those that are not there or are otherwise; (nullable). From the next run on. */
void dp_checker_set_broken_seals (DpChecker *self,
                                  GHashTable *digests);

/* (transfer none) (element-type DpFinding): the strictest first, then in the order of the table; until
 * the next run */
GPtrArray *dp_checker_get_findings (DpChecker *self);

/* How many findings of @severity count. */
guint dp_checker_count (DpChecker *self,
                        DpSeverity severity);

DpLedger *dp_checker_get_ledger (DpChecker *self);

G_END_DECLS
