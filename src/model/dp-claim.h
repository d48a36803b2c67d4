/* dp-claim.h: one checkable statement, in the speaker's words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Tracked properties: text (original language), language, translation, translator and
 * translation-checked-by (names for people), true-in-it (what is true in the claim), highlights (GStrv of
 * ids). */
#define DP_TYPE_CLAIM (dp_claim_get_type ())
G_DECLARE_FINAL_TYPE (DpClaim, dp_claim, DP, CLAIM, GObject)

DpClaim *dp_claim_new (const char *text);
DpClaim *dp_claim_new_with_id (const char *id, const char *text);

const char *dp_claim_get_id (DpClaim *self);
const char *dp_claim_get_text (DpClaim *self);
void dp_claim_set_text (DpClaim *self, const char *text);
const char *dp_claim_get_language (DpClaim *self);
void dp_claim_set_language (DpClaim *self, const char *language);
const char *dp_claim_get_translation (DpClaim *self);
void dp_claim_set_translation (DpClaim *self, const char *translation);
const char *dp_claim_get_translator (DpClaim *self);
void dp_claim_set_translator (DpClaim *self, const char *translator);
const char *dp_claim_get_translation_checked_by (DpClaim *self);
void dp_claim_set_translation_checked_by (DpClaim *self, const char *translation_checked_by);
const char *dp_claim_get_true_in_it (DpClaim *self);
void dp_claim_set_true_in_it (DpClaim *self, const char *true_in_it);
const char *const *dp_claim_get_highlights (DpClaim *self);
void dp_claim_set_highlights (DpClaim *self, const char *const *ids);

G_END_DECLS
