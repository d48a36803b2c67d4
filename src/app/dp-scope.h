/* dp-scope.h: which cases the library window lists: a line of its side bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/dp-case-entry.h"

G_BEGIN_DECLS

typedef enum
{
  DP_SCOPE_ALL,
  DP_SCOPE_DRAFTS,
  DP_SCOPE_IN_REVIEW,
  DP_SCOPE_PUBLISHED,
  DP_SCOPE_UNREADABLE,
  DP_SCOPE_NARRATIVE,
} DpScopeKind;

/* Properties: kind, narrative-id and title (all fixed), count. */
#define DP_TYPE_SCOPE (dp_scope_get_type ())
G_DECLARE_FINAL_TYPE (DpScope, dp_scope, DP, SCOPE, GObject)

/* One of the fixed kinds. */
DpScope *dp_scope_new (DpScopeKind kind);
DpScope *dp_scope_new_for_narrative (const char *id,
                                     const char *label);

DpScopeKind dp_scope_get_kind (DpScope *self);
const char *dp_scope_get_narrative_id (DpScope *self);
const char *dp_scope_get_title (DpScope *self);
const char *dp_scope_get_icon_name (DpScope *self);
guint dp_scope_get_count (DpScope *self);
void dp_scope_set_count (DpScope *self,
                         guint count);

gboolean dp_scope_contains (DpScope *self,
                            DpCaseEntry *entry);

G_END_DECLS
