/* dp-desk.h: what the verbs of the review look at a case with: the house's rules, the checks, the rankings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case-file.h"
#include "review/dp-checks.h"
#include "review/dp-review.h"

G_BEGIN_DECLS

typedef struct
{
  DpHouse *house;
  DpClock *clock;
  DpChecker *checker;
  DpRankings *rankings;
  DpRankChecker *ranks;
} DpDesk;

/* @folder: of the case. Mistakes in the files of the rules are told on standard error; the defaults are in
 * force then. */
DpDesk *dp_desk_new (GFile *folder);
void dp_desk_free (DpDesk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpDesk, dp_desk_free)

void dp_desk_check (DpDesk *self,
                    DpCase *dp_case,
                    GFile *folder);

/* What a move needs of the house; borrowed from @self. */
void dp_desk_fill (DpDesk *self,
                   DpCaseFile *file,
                   DpMoveRequest *request);

G_END_DECLS
