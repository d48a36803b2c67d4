/* dp-case-entry.h: a case as the library lists it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "model/dp-case.h"

G_BEGIN_DECLS

/* Properties, read only, notified when the case is saved: id, folder (GFile), title, outlet, date
 * (ISO, of the first article), state, narratives (GStrv of labels) and narrative-ids (GStrv), both as the library has them today, modified,
 * problem ("" or why it cannot be read), search-text (what the quick filter looks in). */
#define DP_TYPE_CASE_ENTRY (dp_case_entry_get_type ())
G_DECLARE_FINAL_TYPE (DpCaseEntry, dp_case_entry, DP, CASE_ENTRY, GObject)

const char *dp_case_entry_get_id (DpCaseEntry *self);
GFile *dp_case_entry_get_folder (DpCaseEntry *self);
const char *dp_case_entry_get_title (DpCaseEntry *self);
const char *dp_case_entry_get_outlet (DpCaseEntry *self);
const char *dp_case_entry_get_date (DpCaseEntry *self);
DpCaseState dp_case_entry_get_state (DpCaseEntry *self);
const char *const *dp_case_entry_get_narratives (DpCaseEntry *self);
const char *const *dp_case_entry_get_narrative_ids (DpCaseEntry *self);
const char *dp_case_entry_get_modified (DpCaseEntry *self);
const char *dp_case_entry_get_problem (DpCaseEntry *self);

/* Whether each word of @query occurs in title, outlet, narratives, state or date; case and
 * diacritics do not matter. */
gboolean dp_case_entry_matches (DpCaseEntry *self,
                                const char *query);

G_END_DECLS
