/* dp-fetch.c: one link over HTTP, redirects and all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-fetch.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "intake/dp-encoding.h"
#include "intake/dp-fetch-words.h"
#include "intake/dp-link.h"

#define IDLE_TIMEOUT 20
#define CHUNK (64 * 1024)

typedef struct
{
  /* Input. */
  SoupSession *session; /* (owned) */
  DpFetchManner manner;
  DpIntakeProgress progress;
  gpointer progress_data;
  GCancellable *outer; /* (owned) (nullable) */
  gulong outer_handler;
  /* In progress. */
  GCancellable *inner;  /* (owned): for the time-out as well */
  GSource *timer;       /* (owned) (nullable): when it has taken too long */
  GSource *pause;       /* (owned) (nullable): until the next try */
  SoupMessage *message; /* (owned) (nullable) */
  GInputStream *stream; /* (owned) (nullable) */
  char *link;           /* (owned): of the message */
  GByteArray *body;     /* (owned) */
  guint64 total;
  guint n_tries;        /* of this address */
  GPtrArray *redirects; /* (element-type utf8): addresses that sent us on */
  gint64 deadline;      /* monotonic, microseconds */
  gboolean is_late;
  gboolean is_proxied;    /* the address is looked up by a proxy, and so is not ours to judge */
  gboolean is_barred;     /* the connection went to the private network */
  gboolean began_private; /* whether the first answer came from the private network */
  DpFetched *fetched;     /* (owned) (nullable): whole, but for its encoding */
} Fetch;

static void begin (GTask *task);

static void
fetch_free (Fetch *self)
{
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->outer_handler);
  g_clear_object (&self->outer);
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  if (self->pause != NULL)
    g_source_destroy (self->pause);
  g_clear_pointer (&self->pause, g_source_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->inner);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_byte_array_unref (self->body);
  g_ptr_array_unref (self->redirects);
  dp_fetched_free (self->fetched);
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
  g_strfreev (self->request_headers);
  g_strfreev (self->redirects);
  g_free (self->certificates);
  g_free (self->protocol);
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_free (self);
}

SoupSession *
dp_fetch_session_new (void)
{
  return soup_session_new_with_options ("user-agent", DP_FETCH_USER_AGENT, "timeout", IDLE_TIMEOUT, "idle-timeout", 30, NULL);
}

static void
fail (GTask *task,
      GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* -- The steps -- */

static GError *
explain (Fetch *self,
         const GError *error)
{
  const DpFetchTrouble trouble = {
    .link = self->link,
    .error = error,
    .flags = self->message != NULL ? soup_message_get_tls_peer_certificate_errors (self->message) : 0,
    .seconds = self->is_late ? self->manner.total_timeout : soup_session_get_timeout (self->session),
    .is_late = self->is_late,
    .is_barred = self->is_barred,
    .is_proxied = self->is_proxied,
  };

  return dp_fetch_explain (&trouble);
}

static void
add_header_cb (const char *name,
               const char *value,
               gpointer data)
{
  g_ptr_array_add (data, g_utf8_make_valid (name, -1));
  g_ptr_array_add (data, g_utf8_make_valid (value, -1));
}

static char **
list_headers (SoupMessageHeaders *headers)
{
  GPtrArray *list = g_ptr_array_new ();

  soup_message_headers_foreach (headers, add_header_cb, list);
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

/* The server's certificate and those that vouch for it, as PEM; "" without TLS */
static char *
dup_certificates (SoupMessage *message)
{
  GString *out = g_string_new (NULL);

  for (GTlsCertificate *at = soup_message_get_tls_peer_certificate (message); at != NULL; at = g_tls_certificate_get_issuer (at))
    {
      g_autofree char *pem = NULL;

      g_object_get (at, "certificate-pem", &pem, NULL);
      if (pem != NULL)
        g_string_append (out, pem);
    }
  return g_string_free (out, FALSE);
}

static const char *
name_protocol (SoupMessage *message)
{
  switch (soup_message_get_http_version (message))
    {
    case SOUP_HTTP_1_0:
      return "HTTP/1.0";
    case SOUP_HTTP_2_0:
      return "HTTP/2";
    default:
      return "HTTP/1.1";
    }
}

static const char *
get_encoding (SoupMessage *message)
{
  return soup_message_headers_get_list (soup_message_get_response_headers (message), "Content-Encoding");
}

static GError *
too_long (void)
{
  return g_error_new (DP_INTAKE_ERROR,
                      DP_INTAKE_ERROR_SIZE,
                      _ ("The page is longer than %u MB and was not taken. Paste the part you need."),
                      (guint) (DP_INTAKE_MAX_SIZE / 1024 / 1024));
}

/* In a thread: a bomb takes its time even where there is a limit. */
static void
decode (GTask *task,
        gpointer source,
        gpointer data,
        GCancellable *cancellable)
{
  Fetch *self = data;
  GError *error = NULL;

  self->fetched->bytes =
      dp_encoding_undo (self->fetched->raw, get_encoding (self->message), DP_INTAKE_MAX_SIZE, &error);
  if (self->fetched->bytes != NULL)
    g_task_return_pointer (task, g_steal_pointer (&self->fetched), (GDestroyNotify) dp_fetched_free);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    g_task_return_error (task, too_long ());
  else
    g_task_return_error (task, explain (self, error));
  g_clear_error (&error);
}

static void
finish (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  DpFetched *fetched = g_new0 (DpFetched, 1);
  const char *type = soup_message_headers_get_one (headers, "Content-Type");

  g_source_destroy (self->timer);
  fetched->raw = g_byte_array_free_to_bytes (g_steal_pointer (&self->body));
  self->body = g_byte_array_new ();
  fetched->media_type = type != NULL ? g_utf8_make_valid (type, -1) : g_strdup ("");
  fetched->final_link = g_strdup (self->link);
  fetched->status = soup_message_get_status (self->message);
  fetched->protocol = g_strdup (name_protocol (self->message));
  fetched->headers = list_headers (headers);
  fetched->request_headers = list_headers (soup_message_get_request_headers (self->message));
  fetched->certificates = dup_certificates (self->message);
  g_ptr_array_add (self->redirects, NULL);
  fetched->redirects = (char **) g_ptr_array_free (g_steal_pointer (&self->redirects), FALSE);
  self->redirects = g_ptr_array_new_with_free_func (g_free);
  if (get_encoding (self->message) != NULL)
    {
      self->fetched = fetched;
      g_task_run_in_thread (task, decode);
    }
  else
    {
      fetched->bytes = g_bytes_ref (fetched->raw);
      g_task_return_pointer (task, fetched, (GDestroyNotify) dp_fetched_free);
    }
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
      fail (task, too_long ());
      return;
    }
  g_byte_array_append (self->body, chunk, size);
  if (self->manner.progress != NULL)
    self->manner.progress (self->body->len, self->total, self->manner.progress_data);
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT_IDLE, self->inner, read_cb, task);
}

static gboolean
is_private (GSocketAddress *address)
{
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

  if (self->redirects->len == DP_FETCH_MAX_REDIRECTS)
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
      self->is_barred = TRUE;
      g_propagate_error (error, explain (self, NULL));
      return NULL;
    }
  return g_steal_pointer (&next);
}

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static gboolean
pause_over_cb (gpointer data)
{
  GTask *task = data;
  Fetch *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->pause, g_source_unref);
  if (g_cancellable_set_error_if_cancelled (self->inner, &error))
    fail (task, explain (self, error));
  else
    begin (task);
  return G_SOURCE_REMOVE;
}

/* Milliseconds that the server asks us to wait, or -1. */
static gint64
get_wish (SoupMessage *message)
{
  const char *text = soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After");
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) now = NULL;
  guint64 seconds;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &seconds, NULL))
    return (gint64) seconds * 1000;
  then = soup_date_time_new_from_http_string (text);
  if (then == NULL)
    return -1;
  now = g_date_time_new_now_utc ();
  return MAX (g_date_time_difference (then, now) / 1000, 0);
}

/* Whether it will be tried once more, later. */
static gboolean
try_again (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  guint status = soup_message_get_status (self->message);
  gint64 pause = get_wish (self->message);
  g_autoptr (GSource) cancelled = NULL;

  if ((status != 429 && status != 503) || self->n_tries > self->manner.n_retries)
    return FALSE;
  if (pause < 0)
    pause = (gint64) self->manner.first_pause << (self->n_tries - 1);
  if (g_get_monotonic_time () + pause * 1000 >= self->deadline)
    return FALSE;
  self->pause = g_timeout_source_new ((guint) pause);
  cancelled = g_cancellable_source_new (self->inner);
  g_source_set_dummy_callback (cancelled);
  g_source_add_child_source (self->pause, cancelled);
  g_source_set_callback (self->pause, pause_over_cb, task, NULL);
  g_source_attach (self->pause, g_main_context_get_thread_default ());
  return TRUE;
}

/* Two lengths, or a length of what comes in chunks: somebody between us and the server, or the server
 * itself, could make one page of another. */
static gboolean
contradicts_itself (SoupMessageHeaders *headers)
{
  const char *list = soup_message_headers_get_list (headers, "Content-Length");
  g_auto (GStrv) lengths = NULL;

  if (list == NULL)
    return FALSE;
  if (soup_message_headers_get_one (headers, "Transfer-Encoding") != NULL)
    return TRUE;
  lengths = g_strsplit (list, ",", -1);
  for (guint i = 0; lengths[i] != NULL; i++)
    if (strcmp (g_strstrip (lengths[i]), lengths[0]) != 0)
      return TRUE;
  return FALSE;
}

static void
sent_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  GTask *task = data;
  Fetch *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  guint status;

  g_clear_object (&self->stream);
  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    {
      fail (task, explain (self, error));
      return;
    }
  status = soup_message_get_status (self->message);
  if (self->redirects->len == 0)
    self->began_private = dp_link_is_private (self->link) ||
                          (!self->is_proxied && is_private (soup_message_get_remote_address (self->message)));
  if (is_redirect (status))
    {
      GError *problem = NULL;
      char *next = follow (self, &problem);

      if (next == NULL)
        {
          fail (task, problem);
          return;
        }
      g_ptr_array_add (self->redirects, self->link);
      self->link = next;
      self->n_tries = 0;
      begin (task);
      return;
    }
  if (status < 200 || status >= 300)
    {
      if (!try_again (task))
        fail (task, dp_fetch_explain_status (status, get_wish (self->message)));
      return;
    }
  if (contradicts_itself (soup_message_get_response_headers (self->message)))
    {
      g_cancellable_cancel (self->inner);
      fail (task, dp_fetch_explain_contradiction (self->link));
      return;
    }
  self->total = (guint64) MAX (soup_message_headers_get_content_length (soup_message_get_response_headers (self->message)), 0);
  if (self->total > DP_INTAKE_MAX_SIZE)
    {
      g_cancellable_cancel (self->inner);
      fail (task, too_long ());
      return;
    }
  if (self->manner.progress != NULL)
    self->manner.progress (0, self->total, self->manner.progress_data);
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT_IDLE, self->inner, read_cb, task);
}

/* A name can lead into the private network without telling: so the address is looked at when there is a
 * connection and before anything is said on it. Where somebody typed such a name, they meant it. */
static void
network_event_cb (Fetch *self,
                  GSocketClientEvent event,
                  GIOStream *connection)
{
  g_autoptr (GSocketAddress) address = NULL;

  if (event != G_SOCKET_CLIENT_CONNECTED || !G_IS_SOCKET_CONNECTION (connection) || self->redirects->len == 0 ||
      self->began_private || self->is_proxied)
    return;
  address = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (address == NULL || !is_private (address))
    return;
  self->is_barred = TRUE;
  g_cancellable_cancel (self->inner);
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
  self->n_tries++;
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  /* An older connection was judged when somebody had typed its name. */
  if (self->redirects->len > 0 && !self->began_private)
    soup_message_add_flags (self->message, SOUP_MESSAGE_NEW_CONNECTION);
  g_signal_connect_swapped (self->message, "network-event", G_CALLBACK (network_event_cb), self);
  /* We undo encodings ourselves: what is sealed is what came, and there is a limit on both sides. */
  soup_message_disable_feature (self->message, SOUP_TYPE_CONTENT_DECODER);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_append (headers, "Accept", "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5");
  soup_message_headers_append (headers, "Accept-Encoding", DP_ENCODINGS_ACCEPTED);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->inner, sent_cb, task);
}

static void
proxy_known_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  GTask *task = data;
  Fetch *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source), result, &error);

  if (proxies == NULL)
    {
      fail (task, explain (self, error));
      return;
    }
  self->is_proxied = proxies[0] != NULL && !g_str_has_prefix (proxies[0], "direct:");
  send_message (task);
}

static void
begin (GTask *task)
{
  Fetch *self = g_task_get_task_data (task);
  GProxyResolver *resolver = soup_session_get_proxy_resolver (self->session);

  g_clear_object (&self->stream);
  self->is_proxied = FALSE;
  if (resolver != NULL)
    g_proxy_resolver_lookup_async (resolver, self->link, self->inner, proxy_known_cb, task);
  else
    send_message (task);
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
                const DpFetchManner *manner,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  GTask *task;
  Fetch *self;

  g_return_if_fail (SOUP_IS_SESSION (session));
  g_return_if_fail (link != NULL);
  g_return_if_fail (manner != NULL);

  /* Without the caller's cancellable: the inner one tells of both, and of which. */
  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, dp_fetch_async);
  self = g_new0 (Fetch, 1);
  self->session = g_object_ref (session);
  self->link = g_strdup (link);
  self->manner = *manner;
  self->body = g_byte_array_new ();
  self->redirects = g_ptr_array_new_with_free_func (g_free);
  self->inner = g_cancellable_new ();
  self->deadline = g_get_monotonic_time () + (gint64) manner->total_timeout * G_USEC_PER_SEC;
  g_task_set_task_data (task, self, (GDestroyNotify) fetch_free);
  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->outer_handler = g_cancellable_connect (cancellable,
                                                   G_CALLBACK (cancelled_cb),
                                                   g_object_ref (self->inner),
                                                   g_object_unref);
    }
  self->timer = g_timeout_source_new_seconds (manner->total_timeout);
  g_source_set_callback (self->timer, late_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
  begin (task);
}

DpFetched *
dp_fetch_finish (GAsyncResult *result,
                 GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
