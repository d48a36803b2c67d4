/* dp-case-entry-private.h: what only the library does with an entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/dp-case-entry.h"
#include "library/dp-case-facts.h"

G_BEGIN_DECLS

DpCaseEntry *dp_case_entry_new (GFile *folder,
                                DpCaseFacts *facts);

/* (transfer none) */
DpCaseFacts *dp_case_entry_get_facts (DpCaseEntry *self);

/* Notifies what differs. */
void dp_case_entry_set_facts (DpCaseEntry *self,
                              DpCaseFacts *facts);
void dp_case_entry_set_folder (DpCaseEntry *self,
                               GFile *folder);

G_END_DECLS
