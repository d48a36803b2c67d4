/* dp-comments.h: the comments on a highlight and their threads, and a field for the next one
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

/* The verbs, each one undoable step: by the person named in the settings, now. @highlight: (nullable) */
DpComment *dp_session_add_comment (DpSession *self,
                                   DpHighlight *highlight,
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
