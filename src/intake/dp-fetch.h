/* dp-fetch.h: one link over HTTP, redirects and all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>
#include "dp-config.h"
#include "intake/dp-intake.h"

G_BEGIN_DECLS

#define DP_FETCH_MAX_REDIRECTS 10

/* Says who we are; see the property user-agent of DpIntake for another. */
#define DP_FETCH_USER_AGENT "Disproof/" DP_VERSION

typedef struct
{
  GBytes *bytes;    /* the body after transfer and content decoding: what the page's author wrote */
  GBytes *raw;      /* before content decoding (chunks joined, still packed); may be the same */
  char *media_type; /* the Content-Type as received, or "" */
  char *final_link;
  char **redirects; /* the addresses that sent us on, the one asked for first */
  guint status;
  char *protocol;         /* "HTTP/1.1", "HTTP/2" */
  char **headers;         /* name, value, name, value ... of the last answer, as received */
  char **request_headers; /* of the last request */
  char *certificates;     /* PEM: the server's, then those that vouch for it; "" without TLS */
} DpFetched;

void dp_fetched_free (DpFetched *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpFetched, dp_fetched_free)

/* A session that keeps nothing: no cookies, no cache; whose user agent says who we are. */
SoupSession *dp_fetch_session_new (void);

/* (transfer none): the one it fetches with, for other requests of the same proxy and user agent */
SoupSession *dp_intake_get_session (DpIntake *self);

/* How to go about it. */
typedef struct
{
  guint total_timeout;       /* seconds for everything, pauses among it; a silent server's time-out is the session's */
  guint n_retries;           /* after a 429 or 503 */
  guint first_pause;         /* milliseconds before the first of them, doubled for each; a Retry-After goes before it */
  DpIntakeProgress progress; /* (nullable): of the bytes as they come in */
  gpointer progress_data;
} DpFetchManner;

/**
 * dp_fetch_async:
 * @session: its proxy-resolver and user-agent are heeded
 * @link: absolute, http or https
 *
 * Redirects are followed by hand: at most DP_FETCH_MAX_REDIRECTS, to http and https only, never from
 * a public host to this machine or the private network, also not by a name that leads there: nothing is
 * sent to such an address. (Behind a proxy that looks names up itself, only the name is judged.)
 */
void dp_fetch_async (SoupSession *session,
                     const char *link,
                     const DpFetchManner *manner,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
DpFetched *dp_fetch_finish (GAsyncResult *result,
                            GError **error);

G_END_DECLS
