/* dp-comment.h: what somebody remarks on a passage or on the whole case, for those who work on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-anchor.h"

G_BEGIN_DECLS

/* Fixed properties: id, author (a name for people), created (RFC 3339), highlight (the id of the one it
 * is about, or ""), evidence (likewise), about (how that evidence was called then), part ("summary" or
 * "disproof" for a comment on a passage of it, or "") and anchor (the passage in its Markdown; %NULL
 * without a part); without any of them it is about the whole case. reply-to (the id of the comment that
 * begins its thread, "" for that one itself; only that one says what it is about). Tracked properties: text (plain), modified (RFC 3339, "" if never), resolved (of the
 * thread; only the comment that begins one has it). Never part of what is published. */
#define DP_TYPE_COMMENT (dp_comment_get_type ())
G_DECLARE_FINAL_TYPE (DpComment, dp_comment, DP, COMMENT, GObject)

/* @highlight_id: (nullable) */
DpComment *dp_comment_new (const char *author,
                           const char *created,
                           const char *text,
                           const char *highlight_id);

DpComment *dp_comment_new_on_evidence (const char *author,
                                       const char *created,
                                       const char *text,
                                       const char *evidence_id,
                                       const char *about);

/* @part: "summary" or "disproof" */
DpComment *dp_comment_new_on_passage (const char *author,
                                      const char *created,
                                      const char *text,
                                      const char *part,
                                      const DpAnchor *anchor);

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
const char *dp_comment_get_evidence_id (DpComment *self);
const char *dp_comment_get_about (DpComment *self);
const char *dp_comment_get_part (DpComment *self);
/* (nullable) */
const DpAnchor *dp_comment_get_anchor (DpComment *self);
const char *dp_comment_get_reply_to (DpComment *self);

/* Whether it is about the whole case. */
gboolean dp_comment_is_on_case (DpComment *self);

/* The id of the comment that begins its thread: its own if it does. */
const char *dp_comment_get_thread_id (DpComment *self);

const char *dp_comment_get_text (DpComment *self);
void dp_comment_set_text (DpComment *self, const char *text);
const char *dp_comment_get_modified (DpComment *self);
void dp_comment_set_modified (DpComment *self, const char *modified);
gboolean dp_comment_is_resolved (DpComment *self);
void dp_comment_set_resolved (DpComment *self, gboolean is_resolved);

G_END_DECLS
