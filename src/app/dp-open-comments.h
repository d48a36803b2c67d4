/* dp-open-comments.h: all comments of a case that are not resolved, wherever they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* A list; one whose passage is gone stays in it with its old words. Signal "activated" (DpComment): whoever handles
 * it goes to its place. */
#define DP_TYPE_OPEN_COMMENTS (dp_open_comments_get_type ())
G_DECLARE_FINAL_TYPE (DpOpenComments, dp_open_comments, DP, OPEN_COMMENTS, AdwBin)

/* @session: (nullable) */
void dp_open_comments_set_session (DpOpenComments *self,
                                   DpSession *session);

G_END_DECLS
