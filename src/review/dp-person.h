/* dp-person.h: who works on a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-entry.h"

G_BEGIN_DECLS

/* A value; members but the name may be "". */
typedef struct
{
  char *name;
  char *email;
  char *organisation;
} DpPerson;

/**
 * dp_person_new:
 *
 * White space about each is taken away.
 *
 * Returns: (transfer full): or %NULL with %DP_REVIEW_ERROR_PERSON: no name, or an address that is none
 */
DpPerson *dp_person_new (const char *name,
                         const char *email,
                         const char *organisation,
                         GError **error);

/* (transfer full): of "Ann Author <ann@example.org>" or "Ann Author" */
DpPerson *dp_person_parse (const char *text,
                           GError **error);

/* (transfer full): of DISPROOF_NAME, DISPROOF_EMAIL and DISPROOF_ORGANISATION */
DpPerson *dp_person_from_environment (GError **error);

/* (transfer full): who made the entry; (nullable) if it does not say */
DpPerson *dp_person_of_entry (DpEntry *entry);

DpPerson *dp_person_copy (const DpPerson *self);
void dp_person_free (DpPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpPerson, dp_person_free)

/* By the address, capitals or not; by the name where one of them has no address. */
gboolean dp_person_is_same (const DpPerson *a,
                            const DpPerson *b);

G_END_DECLS
