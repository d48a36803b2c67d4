/* dp-ledger.h: the disproof sentence by sentence: what carries each of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"
#include "reference/dp-rank-checker.h"

G_BEGIN_DECLS

typedef enum
{
  DP_LEDGER_CARRIED,   /* it cites evidence of the case */
  DP_LEDGER_REASONING, /* its writer says that it needs none */
  DP_LEDGER_UNCOVERED,
} DpLedgerStatus;
#define DP_N_LEDGER_STATUS (DP_LEDGER_UNCOVERED + 1)

/* One sentence. Headings and code are none; a citation behind a full stop belongs to the sentence before
 * it. */
typedef struct
{
  DpSpan span; /* code points of the Markdown: with its markup and its citations */
  DpLedgerStatus status;
  char *text;     /* plain: without markup and citations, white space as single spaces */
  char **keys;    /* of its citations */
  char **links;   /* that stand in it */
  char *unknown;  /* (nullable): a key that no evidence of the case has */
  char *unlisted; /* (nullable): a link that no evidence has */
  char *conflict; /* (nullable): translated: which rank it states, and which one is right */
} DpLedgerSentence;

/* Keeps what it found of each paragraph, so that after a keystroke only that one is read again. */
typedef struct _DpLedger DpLedger;

/* @ranks: (nullable): a reference is taken; without, ranks that are stated are not looked at */
DpLedger *dp_ledger_new (DpRankChecker *ranks);
void dp_ledger_free (DpLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpLedger, dp_ledger_free)

/* Brings it up to the case as it is now. */
void dp_ledger_update (DpLedger *self,
                       DpCase *dp_case);

/* (transfer none) (element-type DpLedgerSentence): in order; valid until the next update */
GPtrArray *dp_ledger_get_sentences (DpLedger *self);

guint dp_ledger_count (DpLedger *self,
                       DpLedgerStatus status);

/* Marks a sentence of the case as reasoning, or takes that back. */
void dp_ledger_set_reasoning (DpCase *dp_case,
                              const char *text,
                              gboolean is_reasoning);

G_END_DECLS
