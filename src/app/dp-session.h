/* dp-session.h: one open case, as its page, article view and side pages share it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-review-desk.h"
#include "app/dp-workbench.h"

G_BEGIN_DECLS

/**
 * DpSession:
 *
 * Properties: workbench, file (DpCaseFile), article (DpArticle, nullable: the one shown), highlight
 * (DpHighlight, nullable: the one selected, by whichever side), evidence (DpEvidence, nullable: the
 * one selected). A removed highlight or evidence is deselected by itself.
 *
 * Signal "toast" (text, action_label, action_name): something to say in passing; the window shows it.
 * action_label may be NULL.
 */
#define DP_TYPE_SESSION (dp_session_get_type ())
G_DECLARE_FINAL_TYPE (DpSession, dp_session, DP, SESSION, GObject)

DpSession *dp_session_new (DpWorkbench *workbench,
                           DpCaseFile *file);

DpWorkbench *dp_session_get_workbench (DpSession *self);
DpCaseFile *dp_session_get_file (DpSession *self);
DpCase *dp_session_get_case (DpSession *self);
DpHistory *dp_session_get_history (DpSession *self);
DpReviewDesk *dp_session_get_desk (DpSession *self);

DpArticle *dp_session_get_article (DpSession *self);
void dp_session_set_article (DpSession *self, DpArticle *article);
DpHighlight *dp_session_get_highlight (DpSession *self);
void dp_session_set_highlight (DpSession *self, DpHighlight *highlight);
DpEvidence *dp_session_get_evidence (DpSession *self);
void dp_session_set_evidence (DpSession *self, DpEvidence *evidence);

/* (transfer none) (nullable): as the narratives of the library tell it, in the language of the reader;
 * one that they do not have (any more) as it was kept with the case. */
DpNarrative *dp_session_find_narrative (DpSession *self, const char *id);

/* Says that somebody wants to see that passage of the summary or else the disproof (code points of its
 * Markdown): signal "passage" (in_summary, start, end). */
void dp_session_show_passage (DpSession *self, gboolean in_summary, DpSpan span);

/* The same of the right of reply: signal "inquiry" (id; "" for all of them). */
void dp_session_show_inquiry (DpSession *self, const char *id);

void dp_session_toast (DpSession *self,
                       const char *text,
                       const char *action_label,
                       const char *action_name);

/* (transfer none): the article shown; if the case has none it gets one, with nothing in it yet */
DpArticle *dp_session_need_article (DpSession *self);

/* Puts what @taken and its @bytes hold into the article shown, which has no text yet; what somebody
 * wrote into its fields stays. */
gboolean dp_session_take_article (DpSession *self,
                                  DpArticle *taken,
                                  GBytes *bytes,
                                  GError **error);

/* The verbs, each one undoable step with its translated label. */
DpHighlight *dp_session_add_highlight (DpSession *self, DpSpan span);
void dp_session_remove_highlight (DpSession *self, DpHighlight *highlight);
void dp_session_tag (DpSession *self, DpHighlight *highlight, DpNarrative *narrative);
void dp_session_untag (DpSession *self, DpHighlight *highlight, const char *narrative_id);
/* Puts the technique on, or takes it off; the same when its name was another then. */
void dp_session_toggle_technique (DpSession *self, DpHighlight *highlight, const char *tag);
DpClaim *dp_session_add_claim (DpSession *self, DpHighlight *highlight);
void dp_session_add_evidence (DpSession *self, DpEvidence *evidence);
void dp_session_remove_evidence (DpSession *self, DpEvidence *evidence);

G_END_DECLS
