/* dp-checks-private.h: what the functions of the checks share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/dp-checks.h"

G_BEGIN_DECLS

struct _DpChecking
{
  /* Input. */
  DpCase *dp_case;
  GFile *folder; /* (nullable) */
  const char *today;
  DpHouse *house;
  DpLedger *ledger;
  GHashTable *broken;   /* (nullable): set of digests of sealed copies that are not what was sealed */
  GHashTable *folded;   /* text of the case to its folded form, kept from run to run */
  GHashTable *cited;    /* set of keys that the disproof cites */
  GHashTable *bearings; /* highlight id to GPtrArray of evidence that bears on it */
  /* In progress. */
  const DpCheck *check;
  DpSeverity severity;
  /* Results. */
  GPtrArray *findings;
};

/* Notes that the check found something. @detail: may be %NULL */
void dp_checking_find (DpChecking *self,
                       const char *detail,
                       const char *object_id,
                       const char *place,
                       ...) G_GNUC_PRINTF (4, 5);
void dp_checking_find_sentence (DpChecking *self,
                                const DpLedgerSentence *sentence,
                                const char *detail);

/* (transfer none): as dp_words_fold() */
const char *dp_checking_fold (DpChecking *self,
                              const char *text);

/* (transfer container) (element-type DpEvidence): what bears on a highlight of @claim in that way,
 * each once; DP_STANCE_NONE for any way */
GPtrArray *dp_checking_list_bearing (DpChecking *self,
                                     DpClaim *claim,
                                     DpStance stance);

/* (transfer none): the item, which the case holds */
gpointer dp_checking_get (GListModel *list,
                          guint position);

/* One function for each check of the table, by its id. */
#define CHECK(name) void dp_check_##name (DpChecking *c);
#include "review/dp-checks-names.h"
#undef CHECK

G_END_DECLS
