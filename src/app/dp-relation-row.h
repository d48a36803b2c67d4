/* dp-relation-row.h: a related case: how it is related, open it, let go of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Activating it opens the case. Action: relation.remove. */
#define DP_TYPE_RELATION_ROW (dp_relation_row_get_type ())
G_DECLARE_FINAL_TYPE (DpRelationRow, dp_relation_row, DP, RELATION_ROW, AdwPreferencesRow)

GtkWidget *dp_relation_row_new (DpSession *session,
                                DpRelation *relation);

G_END_DECLS
