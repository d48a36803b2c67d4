/* dp-case-private.h: what the files of the case share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

#define DP_CASE_FORMAT "disproof-case"
#define DP_CASE_VERSION 1

DpCase *dp_case_new_with_id (const char *id);

/* For a copy: the only time that an id changes. */
void dp_case_set_id (DpCase *self,
                     const char *id);

/* (transfer full): a key for @evidence that no other in the case has */
char *dp_case_dup_free_key (DpCase *self,
                            DpEvidence *evidence);

/* Brings the highlights into the order of their articles and positions; touches nothing if they are. */
void dp_case_sort_highlights (DpCase *self);

/* Those on a highlight that goes. */
void dp_case_remove_comments_on (DpCase *self,
                                 const char *highlight_id);

/* Each highlight whose words are not where it says is looked for, as in dp_case_correct_text(). */
void dp_case_check_places (DpCase *self);

/* The parts of a case in JSON; (transfer full). In an outline a list with something in it holds a null:
 * the articles, highlights, claims and evidence of a case, the blocks of an article. */
JsonNode *dp_case_to_json_outline (DpCase *self);
JsonNode *dp_article_to_json_outline (gpointer item);
JsonNode *dp_block_to_json (const DpBlock *block);
JsonNode *dp_highlight_to_json (gpointer item);
JsonNode *dp_claim_to_json (gpointer item);
JsonNode *dp_evidence_to_json (gpointer item);

G_END_DECLS
