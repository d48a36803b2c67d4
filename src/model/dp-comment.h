/* dp-comment.h: what somebody remarks on a passage or on the whole case, for those who work on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Fixed properties: id, author (a name for people), created (RFC 3339), highlight (the id of the one it
 * is about, "" for the whole case), reply-to (the id of the comment that begins its thread, "" for that
 * one itself). Tracked properties: text (plain), modified (RFC 3339, "" if never), resolved (of the
 * thread; only the comment that begins one has it). Never part of what is published. */
#define DP_TYPE_COMMENT (dp_comment_get_type ())
G_DECLARE_FINAL_TYPE (DpComment, dp_comment, DP, COMMENT, GObject)

/* @highlight_id: (nullable) */
DpComment *dp_comment_new (const char *author,
                           const char *created,
                           const char *text,
                           const char *highlight_id);

/* To the thread that @comment is part of, about the same. */
DpComment *dp_comment_new_reply (DpComment *comment,
                                 const char *author,
                                 const char *created,
                                 const char *text);

/* For reading; each may be "" but @id. */
DpComment *dp_comment_new_with_id (const char *id,
                                   const char *author,
                                   const char *created,
                                   const char *highlight_id,
                                   const char *reply_to);

const char *dp_comment_get_id (DpComment *self);
const char *dp_comment_get_author (DpComment *self);
const char *dp_comment_get_created (DpComment *self);
const char *dp_comment_get_highlight_id (DpComment *self);
const char *dp_comment_get_reply_to (DpComment *self);

/* The id of the comment that begins its thread: its own if it does. */
const char *dp_comment_get_thread_id (DpComment *self);

const char *dp_comment_get_text (DpComment *self);
void dp_comment_set_text (DpComment *self, const char *text);
const char *dp_comment_get_modified (DpComment *self);
void dp_comment_set_modified (DpComment *self, const char *modified);
gboolean dp_comment_is_resolved (DpComment *self);
void dp_comment_set_resolved (DpComment *self, gboolean is_resolved);

G_END_DECLS
