/* dp-fetch.h: one link over HTTP, redirects and all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>
#include "intake/dp-intake.h"

G_BEGIN_DECLS

#define DP_FETCH_MAX_REDIRECTS 10

/* The bytes are the body after transfer and content decoding (chunks joined, gzip undone): what the
 * page's author wrote. The headers are as received, Content-Encoding among them. */
typedef struct
{
  GBytes *bytes;
  char *media_type; /* the Content-Type as received, or "" */
  char *final_link;
  guint status;
  char **headers; /* name, value, name, value ... of the last answer */
} DpFetched;

void dp_fetched_free (DpFetched *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpFetched, dp_fetched_free)

/* A session that keeps nothing: no cookies, no cache; whose user agent says who we are. */
SoupSession *dp_fetch_session_new (void);

/**
 * dp_fetch_async:
 * @link: absolute, http or https
 * @total_timeout: seconds for everything; the time-out of a silent server is the session's
 *
 * Redirects are followed by hand: at most DP_FETCH_MAX_REDIRECTS, to http and https only, never from
 * a public host to this machine or the private network.
 */
void dp_fetch_async (SoupSession *session,
                     const char *link,
                     guint total_timeout,
                     DpIntakeProgress progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
DpFetched *dp_fetch_finish (GAsyncResult *result,
                            GError **error);

G_END_DECLS
