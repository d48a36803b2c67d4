/* dp-fetch-words.c: why a link could not be fetched and what to do, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-fetch-words.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include "intake/dp-intake.h"
#include "intake/dp-link.h"

static const char *
certificate_reason (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return _ ("its certificate has expired");
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _ ("its certificate is not valid yet (is the clock of this computer right?)");
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _ ("its certificate is for another server");
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return _ ("its certificate was revoked");
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _ ("nobody this computer trusts has signed its certificate");
  return _ ("its certificate is not valid");
}

static gboolean
is_of_proxy (const DpFetchTrouble *self)
{
  const GError *error = self->error;

  if (error->domain != G_IO_ERROR)
    return self->is_proxied && error->domain == G_RESOLVER_ERROR;
  switch ((GIOErrorEnum) error->code)
    {
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return TRUE;
    case G_IO_ERROR_CONNECTION_REFUSED:
      return self->is_proxied;
    default:
      return FALSE;
    }
}

GError *
dp_fetch_explain (const DpFetchTrouble *self)
{
  g_autofree char *host = dp_link_dup_display_host (self->link);
  const GError *error = self->error;

  if (self->is_barred)
    return g_error_new_literal (DP_INTAKE_ERROR,
                                DP_INTAKE_ERROR_LINK,
                                _ ("The server sent us on to an address inside your own network, and it was not opened."));
  if (self->is_late)
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        /* Translators: %1$s is a server's name */
                        _ ("%1$s had not sent the whole page after %2$u seconds. Try again later, or paste the text."),
                        host,
                        self->seconds);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  if (error->domain == G_TLS_ERROR || self->flags != 0)
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        /* Translators: %1$s is a server's name, %2$s a reason such as "its certificate has expired" */
                        _ ("The connection to %1$s is not safe: %2$s. Nothing was fetched."),
                        host,
                        self->flags != 0 ? certificate_reason (self->flags) : error->message);
  if (is_of_proxy (self))
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        /* Translators: %s is what the system says */
                        _ ("The proxy could not be used: %s. Look at the network in the preferences."),
                        error->message);
  if (error->domain == G_RESOLVER_ERROR)
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        _ ("No server named %s was found. Check the link and the connection to the network."),
                        host);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        _ ("%1$s did not answer for %2$u seconds. Try again later, or paste the text."),
                        host,
                        self->seconds);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED))
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        _ ("The connection to %s broke off before the page was complete. Try again."),
                        host);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        _ ("What %s sent is damaged: its compression cannot be undone. Try again, or paste the text."),
                        host);
  return g_error_new (DP_INTAKE_ERROR,
                      DP_INTAKE_ERROR_NETWORK,
                      /* Translators: %1$s is a server's name, %2$s what the system says */
                      _ ("%1$s could not be reached: %2$s. Check the link and the connection."),
                      host,
                      error->message);
}

GError *
dp_fetch_explain_status (guint status,
                         gint64 wait)
{
  const char *advice;

  if ((status == 429 || status == 503) && wait > 0)
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_STATUS,
                        /* Translators: %1$u is an HTTP status such as 429, %2$s its English name */
                        ngettext ("The server answered %1$u %2$s and asks to come back in %3$u minute.",
                                  "The server answered %1$u %2$s and asks to come back in %3$u minutes.",
                                  (guint) MIN ((wait + 59999) / 60000, G_MAXINT)),
                        status,
                        soup_status_get_phrase (status),
                        (guint) MIN ((wait + 59999) / 60000, G_MAXINT));
  switch (status)
    {
    case 401:
    case 402:
    case 403:
      advice = _ ("the page is not open to everybody; paste the text, or open a saved copy");
      break;
    case 404:
    case 410:
      advice = _ ("there is no such page; check the link, or look for an archived copy");
      break;
    case 429:
      advice = _ ("it was asked too often; try again later");
      break;
    case 451:
      advice = _ ("the page may not be shown where you are; look for an archived copy");
      break;
    default:
      advice = status >= 500 ? _ ("the fault is on its side; try again later, or paste the text")
                             : _ ("check the link, or paste the text");
      break;
    }
  return g_error_new (DP_INTAKE_ERROR,
                      DP_INTAKE_ERROR_STATUS,
                      /* Translators: %1$u is an HTTP status such as 404, %2$s its English name, %3$s what it means */
                      _ ("The server answered %1$u %2$s: %3$s."),
                      status,
                      soup_status_get_phrase (status),
                      advice);
}

GError *
dp_fetch_explain_contradiction (const char *link)
{
  g_autofree char *host = dp_link_dup_display_host (link);

  return g_error_new (DP_INTAKE_ERROR,
                      DP_INTAKE_ERROR_NETWORK,
                      /* Translators: %s is a server's name */
                      _ ("What %s sent contradicts itself: it gives more than one length. Open the page in the browser, and a saved copy here."),
                      host);
}
