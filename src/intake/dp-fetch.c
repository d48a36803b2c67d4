/* dp-fetch.c: one link over HTTP, redirects and all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-fetch.h"

#include <glib/gi18n-lib.h>
#include "dp-config.h"
#include "intake/dp-link.h"

#define IDLE_TIMEOUT 20
#define CHUNK (64 * 1024)

typedef struct
{
  /* Input. */
  SoupSession *session; /* (owned) */
  guint total_timeout;
  DpIntakeProgress progress;
  gpointer progress_data;
  GCancellable *outer; /* (owned) (nullable) */
  gulong outer_handler;
  /* In progress. */
  GCancellable *inner;  /* (owned): for the time-out as well */
  GSource *timer;       /* (owned) (nullable) */
  SoupMessage *message; /* (owned) (nullable) */
  GInputStream *stream; /* (owned) (nullable) */
  char *link;           /* (owned): of the message */
  GByteArray *body;     /* (owned) */
  guint64 total;
  guint n_redirects;
  gboolean is_late;
  gboolean began_private; /* whether the first answer came from the private network */
} Fetch;

static void send_message (GTask *task);

static void
fetch_free (Fetch *self)
{
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->outer_handler);
  g_clear_object (&self->outer);
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->inner);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_byte_array_unref (self->body);
  g_free (self->link);
  g_free (self);
}

void
dp_fetched_free (DpFetched *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self->media_type);
  g_free (self->final_link);
  g_strfreev (self->headers);
  g_free (self);
}

SoupSession *
dp_fetch_session_new (void)
{
  return soup_session_new_with_options ("user-agent", "Disproof/" DP_VERSION, "timeout", IDLE_TIMEOUT, "idle-timeout", 30, NULL);
}

/* -- What went wrong, in words -- */

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

static GError *
explain (Fetch *self,
         const GError *error)
{
  g_autofree char *host = dp_link_dup_display_host (self->link);
  guint idle = soup_session_get_timeout (self->session);
  GTlsCertificateFlags flags = 0;

  if (self->message != NULL)
    flags = soup_message_get_tls_peer_certificate_errors (self->message);
  if (self->is_late)
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        /* Translators: %1$s is a server's name */
                        _ ("%1$s had not sent the whole page after %2$u seconds. Try again later, or paste the text."),
                        host,
                        self->total_timeout);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  if (error->domain == G_TLS_ERROR || flags != 0)
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        /* Translators: %1$s is a server's name, %2$s a reason such as "its certificate has expired" */
                        _ ("The connection to %1$s is not safe: %2$s. Nothing was fetched."),
                        host,
                        flags != 0 ? certificate_reason (flags) : error->message);
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
                        idle);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED))
    return g_error_new (DP_INTAKE_ERROR,
                        DP_INTAKE_ERROR_NETWORK,
                        _ ("The connection to %s broke off before the page was complete. Try again."),
                        host);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
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

static GError *
explain_status (Fetch *self,
                guint status)
{
  const char *advice;

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

static void
fail (GTask *task,
      GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* -- The steps -- */

static void
add_header_cb (const char *name,
               const char *value,
               gpointer data)
{
  g_ptr_array_add (data, g_utf8_make_valid (name, -1));
  g_ptr_array_add (data, g_utf8_make_valid (value, -1));
}

static void
finish (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  GPtrArray *list = g_ptr_array_new ();
  DpFetched *fetched = g_new0 (DpFetched, 1);
  const char *type = soup_message_headers_get_one (headers, "Content-Type");

  fetched->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->body));
  self->body = g_byte_array_new ();
  fetched->media_type = type != NULL ? g_utf8_make_valid (type, -1) : g_strdup ("");
  fetched->final_link = g_strdup (self->link);
  fetched->status = soup_message_get_status (self->message);
  soup_message_headers_foreach (headers, add_header_cb, list);
  g_ptr_array_add (list, NULL);
  fetched->headers = (char **) g_ptr_array_free (list, FALSE);
  g_task_return_pointer (task, fetched, (GDestroyNotify) dp_fetched_free);
  g_object_unref (task);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  GTask *task = data;
  Fetch *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize size;
  gconstpointer chunk;

  if (bytes == NULL)
    {
      fail (task, explain (self, error));
      return;
    }
  chunk = g_bytes_get_data (bytes, &size);
  if (size == 0)
    {
      finish (task);
      return;
    }
  if (self->body->len + size > DP_INTAKE_MAX_SIZE)
    {
      g_cancellable_cancel (self->inner);
      fail (task,
            g_error_new (DP_INTAKE_ERROR,
                         DP_INTAKE_ERROR_SIZE,
                         _ ("The page is longer than %u MB and was not taken. Paste the part you need."),
                         (guint) (DP_INTAKE_MAX_SIZE / 1024 / 1024)));
      return;
    }
  g_byte_array_append (self->body, chunk, size);
  if (self->progress != NULL)
    self->progress (self->body->len, self->total, self->progress_data);
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT_IDLE, self->inner, read_cb, task);
}

static gboolean
came_from_private (SoupMessage *message)
{
  GSocketAddress *address = soup_message_get_remote_address (message);

  return G_IS_INET_SOCKET_ADDRESS (address) &&
         dp_address_is_private (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)));
}

/* Where the answer sends us, or an error. */
static char *
follow (Fetch *self,
        GError **error)
{
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Location");
  g_autofree char *next = NULL;

  if (++self->n_redirects > DP_FETCH_MAX_REDIRECTS)
    {
      g_set_error (error,
                   DP_INTAKE_ERROR,
                   DP_INTAKE_ERROR_NETWORK,
                   _ ("The server sent us from one address to the next more than %d times. Check the link."),
                   DP_FETCH_MAX_REDIRECTS);
      return NULL;
    }
  if (location != NULL)
    next = g_uri_resolve_relative (self->link, location, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  if (next == NULL || (!g_str_has_prefix (next, "http://") && !g_str_has_prefix (next, "https://")))
    {
      g_set_error_literal (error,
                           DP_INTAKE_ERROR,
                           DP_INTAKE_ERROR_LINK,
                           _ ("The server sent us on to an address that is not a web page, and it was not opened."));
      return NULL;
    }
  if (!self->began_private && dp_link_is_private (next))
    {
      g_set_error_literal (error,
                           DP_INTAKE_ERROR,
                           DP_INTAKE_ERROR_LINK,
                           _ ("The server sent us on to an address inside your own network, and it was not opened."));
      return NULL;
    }
  return g_steal_pointer (&next);
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static void
sent_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  GTask *task = data;
  Fetch *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers;
  GError *error = NULL;
  guint status;

  g_clear_object (&self->stream);
  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    {
      fail (task, explain (self, error));
      g_error_free (error);
      return;
    }
  status = soup_message_get_status (self->message);
  headers = soup_message_get_response_headers (self->message);
  if (self->n_redirects == 0)
    self->began_private = dp_link_is_private (self->link) || came_from_private (self->message);
  else if (!self->began_private && came_from_private (self->message))
    {
      fail (task,
            g_error_new_literal (DP_INTAKE_ERROR,
                                 DP_INTAKE_ERROR_LINK,
                                 _ ("The server sent us on to an address inside your own network, and it was not opened.")));
      return;
    }
  if (is_redirect (status))
    {
      char *next = follow (self, &error);

      if (next == NULL)
        {
          fail (task, error);
          return;
        }
      g_free (self->link);
      self->link = next;
      send_message (task);
      return;
    }
  if (status < 200 || status >= 300)
    {
      fail (task, explain_status (self, status));
      return;
    }
  self->total = soup_message_headers_get_one (headers, "Content-Encoding") == NULL
                    ? (guint64) MAX (soup_message_headers_get_content_length (headers), 0)
                    : 0;
  if (self->progress != NULL)
    self->progress (0, self->total, self->progress_data);
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT_IDLE, self->inner, read_cb, task);
}

static void
send_message (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers;

  g_clear_object (&self->message);
  self->message = soup_message_new ("GET", self->link);
  if (self->message == NULL)
    {
      fail (task,
            g_error_new_literal (DP_INTAKE_ERROR,
                                 DP_INTAKE_ERROR_LINK,
                                 _ ("This is not a link that can be fetched. Check it for typing errors.")));
      return;
    }
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_append (headers, "Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5");
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->inner, sent_cb, task);
}

static gboolean
late_cb (gpointer data)
{
  Fetch *self = data;

  self->is_late = TRUE;
  g_cancellable_cancel (self->inner);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *outer,
              gpointer data)
{
  g_cancellable_cancel (data);
}

void
dp_fetch_async (SoupSession *session,
                const char *link,
                guint total_timeout,
                DpIntakeProgress progress,
                gpointer progress_data,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  /* Without the caller's cancellable: the inner one tells of both, and of which. */
  GTask *task = g_task_new (session, NULL, callback, user_data);
  Fetch *self = g_new0 (Fetch, 1);

  g_return_if_fail (SOUP_IS_SESSION (session));
  g_return_if_fail (link != NULL);

  g_task_set_source_tag (task, dp_fetch_async);
  self->session = g_object_ref (session);
  self->link = g_strdup (link);
  self->total_timeout = total_timeout;
  self->progress = progress;
  self->progress_data = progress_data;
  self->body = g_byte_array_new ();
  self->inner = g_cancellable_new ();
  g_task_set_task_data (task, self, (GDestroyNotify) fetch_free);
  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->outer_handler = g_cancellable_connect (cancellable,
                                                   G_CALLBACK (cancelled_cb),
                                                   g_object_ref (self->inner),
                                                   g_object_unref);
    }
  self->timer = g_timeout_source_new_seconds (total_timeout);
  g_source_set_callback (self->timer, late_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
  send_message (task);
}

DpFetched *
dp_fetch_finish (GAsyncResult *result,
                 GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
