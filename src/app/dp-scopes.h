/* dp-scopes.h: the lines of the library's side bar, with their counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-scope.h"

G_BEGIN_DECLS

/**
 * DpScopes:
 *
 * A GListModel of DpScope: all cases, the states, then the narratives that are used, by label. Follows
 * a list of DpCaseEntry; counts and narratives follow a moment later, once for many changes.
 *
 * Property: entries (GListModel of DpCaseEntry, nullable). Signal "entries-changed" (): an entry came,
 * went or changed; sent with the new counts in place.
 */
#define DP_TYPE_SCOPES (dp_scopes_get_type ())
G_DECLARE_FINAL_TYPE (DpScopes, dp_scopes, DP, SCOPES, GObject)

DpScopes *dp_scopes_new (void);
void dp_scopes_set_entries (DpScopes *self,
                            GListModel *entries);

/* Counts now what would be counted in a moment. */
void dp_scopes_update (DpScopes *self);

/* (transfer none): always the first */
DpScope *dp_scopes_get_all (DpScopes *self);

G_END_DECLS
