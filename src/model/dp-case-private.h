/* dp-case-private.h: what the files of the case share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

DpCase *dp_case_new_with_id (const char *id);

/* For a copy: the only time that an id changes. */
void dp_case_renew_id (DpCase *self);

/* (transfer full): a key for @evidence that no other in the case has */
char *dp_case_dup_free_key (DpCase *self,
                            DpEvidence *evidence);

/* Brings the highlights into the order of their articles and positions; touches nothing if they are. */
void dp_case_sort_highlights (DpCase *self);

G_END_DECLS
