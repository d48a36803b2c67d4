/* dp-case.h: one debunk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "model/dp-article.h"
#include "model/dp-case-state.h"
#include "model/dp-claim.h"
#include "model/dp-comment.h"
#include "model/dp-entry.h"
#include "model/dp-evidence.h"
#include "model/dp-highlight.h"
#include "model/dp-relation.h"
#include "model/dp-inquiry.h"
#include "model/dp-waiver.h"
#include "reference/dp-narrative.h"

G_BEGIN_DECLS

#define DP_CASE_ERROR (dp_case_error_quark ())
GQuark dp_case_error_quark (void);

typedef enum
{
  DP_CASE_ERROR_NOT_A_CASE, /* sound JSON, but not this */
  DP_CASE_ERROR_FUTURE,     /* written by a later version */
  DP_CASE_ERROR_INVALID,    /* a member is missing, of the wrong type or out of range; the message
                               gives its JSON pointer */
} DpCaseError;

/**
 * DpCase:
 *
 * Tracked properties: title, verdict (the id of a rating of the house's scale), reasoning (GStrv:
 * sentences of the disproof, word for word, that its writer marked as needing no evidence), language (of summary and disproof), summary, disproof (both
 * Markdown, the latter with citations as in dp-citation.h), and the lists articles, narratives (those
 * used in this case, so that it can be read without its library), highlights, claims, evidence,
 * relations, comments, inquiries, waivers. id is fixed; created and modified (RFC 3339) are not tracked, and
 * neither are the history, which only grows, and the state that it leads to: see dp_case_add_entry().
 */
#define DP_TYPE_CASE (dp_case_get_type ())
G_DECLARE_FINAL_TYPE (DpCase, dp_case, DP, CASE, GObject)

/* An empty draft with a new id. */
DpCase *dp_case_new (void);

const char *dp_case_get_id (DpCase *self);
const char *dp_case_get_title (DpCase *self);
void dp_case_set_title (DpCase *self, const char *title);
DpCaseState dp_case_get_state (DpCase *self);
void dp_case_set_state (DpCase *self, DpCaseState state);
const char *dp_case_get_language (DpCase *self);
void dp_case_set_language (DpCase *self, const char *language);
const char *dp_case_get_summary (DpCase *self);
void dp_case_set_summary (DpCase *self, const char *summary);
const char *dp_case_get_disproof (DpCase *self);
void dp_case_set_disproof (DpCase *self, const char *disproof);
const char *dp_case_get_verdict (DpCase *self);
void dp_case_set_verdict (DpCase *self, const char *verdict);
const char *const *dp_case_get_reasoning (DpCase *self);
void dp_case_set_reasoning (DpCase *self, const char *const *sentences);
const char *dp_case_get_created (DpCase *self);
void dp_case_set_created (DpCase *self, const char *created);
const char *dp_case_get_modified (DpCase *self);
void dp_case_set_modified (DpCase *self, const char *modified);

/* (transfer none) */
GListModel *dp_case_list_articles (DpCase *self);
GListModel *dp_case_list_narratives (DpCase *self);
GListModel *dp_case_list_highlights (DpCase *self);
GListModel *dp_case_list_claims (DpCase *self);
GListModel *dp_case_list_evidence (DpCase *self);
GListModel *dp_case_list_relations (DpCase *self);
GListModel *dp_case_list_comments (DpCase *self);
GListModel *dp_case_list_inquiries (DpCase *self);
GListModel *dp_case_list_waivers (DpCase *self);

/* (transfer none) (element-type DpEntry): what was done with the case, from its beginning */
GListModel *dp_case_list_entries (DpCase *self);

/* Nothing takes an entry away again. The case goes to the state that the entry says. Which entries may
 * be added is the rule of the review room, not of this one. */
void dp_case_add_entry (DpCase *self, DpEntry *entry);

/* The digest that the last entry has by what the case says beside its history, so that a history cut
 * short shows; "" for none. */
const char *dp_case_get_history_digest (DpCase *self);
void dp_case_set_history_digest (DpCase *self, const char *digest);

void dp_case_add_article (DpCase *self, DpArticle *article);
void dp_case_add_claim (DpCase *self, DpClaim *claim);
void dp_case_remove_claim (DpCase *self, DpClaim *claim);

/* Gives it a key of its own if it has none or one that is taken. */
void dp_case_add_evidence (DpCase *self, DpEvidence *evidence);
void dp_case_remove_evidence (DpCase *self, DpEvidence *evidence);
void dp_case_add_relation (DpCase *self, DpRelation *relation);
void dp_case_remove_relation (DpCase *self, DpRelation *relation);
void dp_case_add_inquiry (DpCase *self, DpInquiry *inquiry);
void dp_case_remove_inquiry (DpCase *self, DpInquiry *inquiry);

/* Says why the check does not apply; "" or %NULL takes that back. */
void dp_case_waive (DpCase *self, const char *check, const char *reason, const char *author);
/* (transfer none) (nullable) */
DpWaiver *dp_case_find_waiver (DpCase *self, const char *check);

/* (transfer none): the new highlight; highlights are kept in the order of their articles and
 * positions. @span is not empty and within the article's text. */
DpHighlight *dp_case_add_highlight (DpCase *self,
                                    DpArticle *article,
                                    DpSpan span);
/* Also takes it out of claims and evidence, and the comments on it out of the case. */
void dp_case_remove_highlight (DpCase *self, DpHighlight *highlight);

void dp_case_add_comment (DpCase *self, DpComment *comment);
/* With its replies, if it begins a thread. */
void dp_case_remove_comment (DpCase *self, DpComment *comment);

/* (transfer container) (element-type DpComment): those that begin a thread, as they were made; "" for
 * those on the whole case */
GPtrArray *dp_case_list_comments_on (DpCase *self, const char *highlight_id);
GPtrArray *dp_case_list_comments_on_evidence (DpCase *self, const char *evidence_id);
/* On passages of "summary" or "disproof". */
GPtrArray *dp_case_list_comments_on_part (DpCase *self, const char *part);
/* Those that are not resolved, whatever they are about. */
GPtrArray *dp_case_list_open_comments (DpCase *self);

/* (transfer none): the Markdown of "summary" or "disproof" */
const char *dp_case_get_part (DpCase *self, const char *part);

/* Where the passage that a comment is about stands in the Markdown now; nothing is kept of it, so it is found
 * again when words are put back. */
DpAnchorMatch dp_case_place_comment (DpCase *self, DpComment *comment);

/* (transfer container) (element-type DpComment): to the thread that @comment begins, as they were made */
GPtrArray *dp_case_list_replies (DpCase *self, DpComment *comment);

/* Tagging keeps the narrative with the case. Each gives whether something changed. */
gboolean dp_case_tag (DpCase *self, DpHighlight *highlight, DpNarrative *narrative);
gboolean dp_case_untag (DpCase *self, DpHighlight *highlight, const char *narrative_id);

/* (transfer none) (nullable) */
DpArticle *dp_case_find_article (DpCase *self, const char *id);
DpHighlight *dp_case_find_highlight (DpCase *self, const char *id);
DpNarrative *dp_case_find_narrative (DpCase *self, const char *id);
DpEvidence *dp_case_find_evidence (DpCase *self, const char *id);
DpEvidence *dp_case_find_evidence_by_key (DpCase *self, const char *key);

/**
 * dp_case_correct_text:
 * @blocks: (element-type DpBlock): the article's text as it should be
 *
 * Puts the blocks into the article and finds each highlight again by what became of the old text. One
 * whose words are the same (in the sense of dp-words.h) follows to where they are now. Any other becomes
 * lost: where it seems to have changed, or where its words stand without it being clear which are meant, it
 * keeps those places as candidates and waits for a decision (see dp_highlight_is_waiting()). What
 * waited before keeps of its candidates those that are still there. What was lost and stands there again,
 * clearly, is found.
 *
 * Returns: how many were lost by this, those that wait among them
 */
guint dp_case_correct_text (DpCase *self,
                            DpArticle *article,
                            GPtrArray *blocks);

/* (transfer full) (element-type DpHighlight): those that wait for a decision, in the order of the list */
GPtrArray *dp_case_list_waiting (DpCase *self);

/* The two decisions. @span: within the article's text, not empty: the passage is there now; its words
 * become those that stand there. */
void dp_case_place_highlight (DpCase *self,
                              DpHighlight *highlight,
                              DpSpan span);
/* It stays listed with its old words; nothing is proposed any more. */
void dp_case_leave_lost (DpCase *self,
                         DpHighlight *highlight);

/**
 * dp_case_to_json:
 *
 * See data/case-format.md and data/case.schema.json. Members that were in the file and that this
 * version does not know come back where they were.
 *
 * Returns: (transfer full)
 */
JsonNode *dp_case_to_json (DpCase *self);

/* (transfer full): the case, or %NULL with a %DP_CASE_ERROR */
DpCase *dp_case_new_from_json (JsonNode *node,
                               GError **error);

G_END_DECLS
