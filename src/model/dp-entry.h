/* dp-entry.h: one line of what was done with a case: who, when, what, on which content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include "model/dp-case-state.h"

G_BEGIN_DECLS

/**
 * DpEntry:
 *
 * An entry of a case's history never changes, and its digest is over all of it. So it keeps the very
 * object that it was read from, members of later versions included, and writes that again.
 */
#define DP_TYPE_ENTRY (dp_entry_get_type ())
G_DECLARE_FINAL_TYPE (DpEntry, dp_entry, DP, ENTRY, GObject)

/* @object: as data/case-format.md has it; nobody may change it any more */
DpEntry *dp_entry_new (JsonObject *object);

/* Each "" when it is not there; valid as long as the entry. */
const char *dp_entry_get_what (DpEntry *self);
const char *dp_entry_get_when (DpEntry *self);
const char *dp_entry_get_name (DpEntry *self);
const char *dp_entry_get_email (DpEntry *self);
const char *dp_entry_get_organisation (DpEntry *self);
const char *dp_entry_get_content (DpEntry *self);
const char *dp_entry_get_previous (DpEntry *self);
const char *dp_entry_get_version (DpEntry *self);
const char *dp_entry_get_words (DpEntry *self);
const char *dp_entry_get_verdict (DpEntry *self);
const char *dp_entry_get_confidence (DpEntry *self);
const char *dp_entry_get_case_verdict (DpEntry *self);

/* Of a contribution: whether it was to @part. */
gboolean dp_entry_has_part (DpEntry *self,
                            const char *part);

/* Whether the case was in another state after it, and in which one. */
gboolean dp_entry_get_to (DpEntry *self,
                          DpCaseState *state);

/* (transfer full): SHA-256 of its canonical JSON (RFC 8785), which the next entry carries */
char *dp_entry_dup_digest (DpEntry *self);

/* (transfer full) */
JsonNode *dp_entry_to_json (gpointer self);

G_END_DECLS
