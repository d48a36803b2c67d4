/* dp-fetch-again.h: fetch the page of an article anew, and see what changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Begins at once. What comes is kept, sealed, beside what was there; the text is only replaced when
 * somebody says so. */
#define DP_TYPE_FETCH_AGAIN (dp_fetch_again_get_type ())
G_DECLARE_FINAL_TYPE (DpFetchAgain, dp_fetch_again, DP, FETCH_AGAIN, AdwWindow)

/* @article has a link. */
GtkWindow *dp_fetch_again_new (DpSession *session,
                               DpArticle *article);

G_END_DECLS
