/* dp-check-list.h: what a case still lacks, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* A list that says why and how to mend it; a line can be answered "does not apply because". Signal "activated"
 * (place, object_id, start, end: as in DpFinding): whoever handles it goes there. */
#define DP_TYPE_CHECK_LIST (dp_check_list_get_type ())
G_DECLARE_FINAL_TYPE (DpCheckList, dp_check_list, DP, CHECK_LIST, AdwBin)

/* @session: (nullable). @has_answers: whether a line can be answered here */
void dp_check_list_set_session (DpCheckList *self,
                                DpSession *session,
                                gboolean has_answers);

G_END_DECLS
