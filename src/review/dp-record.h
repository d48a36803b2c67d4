/* dp-record.h: the history of a case: adding to it, reading it, finding out whether it was tampered with
 *
 * Each entry carries the digest of the one before, and the case that of the last, so what was changed,
 * taken out, put in or cut off shows. It proves nothing against somebody who writes it all anew: that
 * takes a signature, or a copy elsewhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dp-clock.h"
#include "model/dp-case.h"
#include "review/dp-content.h"
#include "review/dp-person.h"

G_BEGIN_DECLS

/* What an entry has beside who and when; each may be %NULL or 0. */
typedef struct
{
  const char *what; /* never %NULL */
  DpPart parts;
  const char *content;
  const DpCaseState *to;
  const char *version;
  const char *words;
  const char *verdict;
  const char *confidence;
  const char *case_verdict;
} DpRecordLine;

/* The word for a contribution, which is no move. */
#define DP_RECORD_CONTRIBUTION "contribution"

/* Fails with %DP_REVIEW_ERROR_CLOCK when the clock is behind the last entry, and with
 * %DP_REVIEW_ERROR_HISTORY when the history was tampered with: nothing is built on that. That there is none at all yet is
 * no hindrance: what it does not say did not happen. */
gboolean dp_record_can_add (DpCase *dp_case,
                            DpClock *clock,
                            GError **error);
gboolean dp_record_add (DpCase *dp_case,
                        const DpPerson *person,
                        const DpRecordLine *line,
                        DpClock *clock,
                        GError **error);

/* Notes that @person worked on @parts, unless the history says so already. Whether it was noted; a
 * history that cannot be added to is left as it is. */
gboolean dp_record_contribution (DpCase *dp_case,
                                 const DpPerson *person,
                                 DpPart parts,
                                 DpClock *clock);

/* (transfer full) (nullable): a sentence, translated, on what @person did that stands against their
 * approving the case */
char *dp_record_dup_own_hand (DpCase *dp_case,
                              const DpPerson *person);

/* (nullable) (transfer none): the last time that @person read the case, or approved it, which is of what
 * they read; its content is what they read. @is_marked_only: approvals do not count */
DpEntry *dp_record_find_read (DpCase *dp_case,
                              const DpPerson *person,
                              gboolean is_marked_only);

/* Whether @person knows the verdict of the case by having read it, before they gave one of their own. */
gboolean dp_record_knows (DpCase *dp_case,
                          const DpPerson *person);

/* Whether @person gave a verdict of their own on the case. */
gboolean dp_record_has_checked (DpCase *dp_case,
                                const DpPerson *person);

/* Whether that is what somebody read last. */
gboolean dp_record_is_last_read (DpCase *dp_case,
                                 const char *content);

/* Where the case stands by its history; entries borrowed from it, %NULL where there is none. */
typedef struct
{
  DpEntry *submitted; /* last */
  DpEntry *approved;  /* that which holds until a move away from it */
  DpEntry *published; /* last publication or correction */
  gboolean is_out;    /* and not withdrawn since */
  guint n_versions;
} DpStanding;

void dp_record_get_standing (DpCase *dp_case,
                             DpStanding *standing);

/* (transfer full) (element-type utf8): sentences, translated, on what is wrong with the history */
GPtrArray *dp_record_verify (DpCase *dp_case);

/* (transfer full): one entry for people: "Rob Reviewer asked for changes" */
char *dp_entry_dup_sentence (DpEntry *entry);

G_END_DECLS
