/* dp-comments.h: the comments on one thing of a case and their threads, and a field for the next one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Enter in the field adds, Shift+Enter begins a line, Escape leaves. Signals: "first" (text): the first
 * comment was written where there is no highlight yet; whoever handles it makes one and comments on it;
 * "done" (): something was added, or somebody thought better of it. */
#define DP_TYPE_COMMENTS (dp_comments_get_type ())
G_DECLARE_FINAL_TYPE (DpComments, dp_comments, DP, COMMENTS, AdwBin)

GtkWidget *dp_comments_new (void);

/* Both nullable: of a passage that is not highlighted yet there is nothing to show. */
void dp_comments_set_target (DpComments *self,
                             DpSession *session,
                             DpHighlight *highlight);

/* A piece of evidence; a passage (code points of the Markdown) of "summary" or "disproof"; the whole case. */
void dp_comments_set_evidence (DpComments *self,
                               DpSession *session,
                               DpEvidence *evidence);
void dp_comments_set_passage (DpComments *self,
                              DpSession *session,
                              const char *part,
                              DpSpan span);
void dp_comments_set_whole (DpComments *self,
                            DpSession *session);

/* (transfer container) (element-type DpComment): those that begin a thread about a passage there now */
GPtrArray *dp_session_list_comments_in (DpSession *self,
                                        const char *part,
                                        DpSpan span);

/* The verbs, each one undoable step: by the person named in the settings, now; the history of the case
 * has each of them. %NULL when they may not, which is told. @highlight: (nullable): the whole case */
DpComment *dp_session_add_comment (DpSession *self,
                                   DpHighlight *highlight,
                                   const char *text);
DpComment *dp_session_add_comment_on_evidence (DpSession *self,
                                               DpEvidence *evidence,
                                               const char *text);
DpComment *dp_session_add_comment_on_passage (DpSession *self,
                                              const char *part,
                                              DpSpan span,
                                              const char *text);
DpComment *dp_session_reply (DpSession *self,
                             DpComment *comment,
                             const char *text);
void dp_session_resolve (DpSession *self,
                         DpComment *comment,
                         gboolean is_resolved);
void dp_session_remove_comment (DpSession *self,
                                DpComment *comment);

/* (transfer full): the name in the settings, or as the system knows the person */
char *dp_session_dup_person (DpSession *self);

G_END_DECLS
