/* test-hostile.c: servers that misbehave on purpose, over real sockets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <brotli/encode.h>
#include <gio/gio.h>
#include <string.h>
#include "intake/dp-encoding.h"
#include "intake/dp-fetch.h"
#include "intake/dp-intake.h"
#include "intake/dp-turns.h"
#include "resolvers.h"

#define PAGE                                                                                         \
  "<!doctype html><html lang=en><head><title>A bridge opens</title></head><body><article>"           \
  "<h1>A bridge opens</h1><p>The bridge over the river opened on Saturday, two years after the "     \
  "flood had carried it away.</p><p>Trains will follow in the spring, the railway company said.</p>" \
  "</article></body></html>"

#define OK "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

/* A server that answers by the path, in a thread for each connection. Each connection takes one request. */
typedef struct
{
  GSocketService *service;
  char *base;
  guint16 port;
  int n_requests;         /* (atomic) */
  int n_asked;            /* (atomic): of "/busy" and the like */
  GCancellable *stopping; /* ends those that drip */
} Server;

static void
send (GOutputStream *out,
      const char *text)
{
  g_output_stream_write_all (out, text, strlen (text), NULL, NULL, NULL);
}

static void
send_page (GOutputStream *out)
{
  g_autofree char *answer =
      g_strdup_printf (OK "Content-Length: %zu\r\nConnection: close\r\n\r\n" PAGE, strlen (PAGE));

  send (out, answer);
}

static void
drip (Server *self,
      GOutputStream *out,
      const char *what)
{
  g_autoptr (GCancellable) stopping = g_object_ref (self->stopping);
  GPollFD fd;

  g_assert_true (g_cancellable_make_pollfd (stopping, &fd));
  do
    send (out, what);
  while (g_poll (&fd, 1, 100) == 0);
  g_cancellable_release_fd (stopping);
}

/* The header names each @name once. */
static void
flood (GOutputStream *out,
       const char *line,
       guint n)
{
  g_autoptr (GString) text = g_string_new (OK);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "X-Flood-%u: %s\r\n", i, line);
  g_string_append (text, "Content-Length: 3\r\nConnection: close\r\n\r\n<p>");
  send (out, text->str);
}

static void
answer (Server *self,
        const char *path,
        GOutputStream *out)
{
  g_autofree char *location = NULL;

  if (g_str_equal (path, "/page"))
    send_page (out);
  else if (g_str_equal (path, "/two-lengths"))
    send (out, OK "Content-Length: 5\r\nContent-Length: 500\r\nConnection: close\r\n\r\n<p>Only a part");
  else if (g_str_equal (path, "/length-and-chunks"))
    send (out, OK "Content-Length: 3\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\n<p>Ab\r\nzz\r\n");
  else if (g_str_equal (path, "/huge-chunk"))
    send (out, OK "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n<p>Only a part");
  else if (g_str_equal (path, "/huge-length"))
    send (out, OK "Content-Length: 99999999999\r\n\r\n<p>Only a part");
  else if (g_str_equal (path, "/garbage"))
    send (out, "\x80\x01\xff\xfe so much for HTTP\r\n\r\n");
  else if (g_str_equal (path, "/nothing"))
    ;
  else if (g_str_equal (path, "/headers"))
    flood (out, "word", 200000);
  else if (g_str_equal (path, "/header"))
    {
      g_autofree char *line = g_strnfill (20 * 1024 * 1024, 'x');

      flood (out, line, 1);
    }
  else if (g_str_equal (path, "/slow-headers"))
    drip (self, out, "X");
  else if (g_str_equal (path, "/slow-body"))
    {
      send (out, OK "Content-Length: 100000\r\n\r\n<p>");
      drip (self, out, "a");
    }
  else if (g_str_equal (path, "/busy"))
    {
      if (g_atomic_int_add (&self->n_asked, 1) < 2)
        send (out, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      else
        send_page (out);
    }
  else if (g_str_equal (path, "/soon"))
    {
      if (g_atomic_int_add (&self->n_asked, 1) < 1)
        send (out, "HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      else
        send_page (out);
    }
  else if (g_str_equal (path, "/later"))
    send (out, "HTTP/1.1 429 Slow\r\nRetry-After: 3600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  else if (g_str_has_prefix (path, "/to/"))
    {
      location = g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                                  path + strlen ("/to/"));
      send (out, location);
    }
  else
    send (out, "HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer data)
{
  Server *self = data;
  g_autoptr (GDataInputStream) in = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_autofree char *first = NULL;
  g_auto (GStrv) words = NULL;
  const char *path;
  char *line;

  g_data_input_stream_set_newline_type (in, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  first = g_data_input_stream_read_line (in, NULL, NULL, NULL);
  if (first == NULL)
    return TRUE;
  g_atomic_int_inc (&self->n_requests);
  while ((line = g_data_input_stream_read_line (in, NULL, NULL, NULL)) != NULL && line[0] != '\0')
    g_free (line);
  g_free (line);
  words = g_strsplit (first, " ", 3);
  /* As a proxy it is asked for whole addresses. */
  path = words[1];
  if (g_str_has_prefix (path, "http://"))
    path = strchr (path + strlen ("http://"), '/');
  answer (self, path, g_io_stream_get_output_stream (G_IO_STREAM (connection)));
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

static void
server_start (Server *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  self->stopping = g_cancellable_new ();
  self->service = g_threaded_socket_service_new (10);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service),
                                 address,
                                 G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP,
                                 NULL,
                                 &bound,
                                 &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  self->base = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_service_start (self->service);
}

static void
server_stop (Server *self)
{
  g_cancellable_cancel (self->stopping);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_clear_object (&self->service);
  g_clear_object (&self->stopping);
  g_free (self->base);
}

typedef struct
{
  Server server;
  DpClock *clock;
  DpIntake *intake;
  DpIntakeResult *result;
  GError *error;
  gboolean is_done;
  guint n_beats; /* of the main loop while it was fetched */
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  server_start (&self->server);
  self->clock = dp_clock_new_fixed (1768032000);
  self->intake = dp_intake_new (self->clock);
  g_object_set (self->intake, "pause", 1, "total-timeout", 20, "proxy", "direct", NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_clear_pointer (&self->result, dp_intake_result_free);
  g_clear_error (&self->error);
  g_clear_object (&self->intake);
  g_clear_object (&self->clock);
  server_stop (&self->server);
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Fixture *self = data;

  self->result = dp_intake_finish (DP_INTAKE (source), result, &self->error);
  self->is_done = TRUE;
}

static void
fetch (Fixture *self,
       const char *link)
{
  g_clear_pointer (&self->result, dp_intake_result_free);
  g_clear_error (&self->error);
  self->is_done = FALSE;
  dp_intake_link_async (self->intake, link, NULL, NULL, NULL, done_cb, self);
  while (!self->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
fetch_path (Fixture *self,
            const char *path)
{
  g_autofree char *link = g_strconcat (self->server.base, path, NULL);

  fetch (self, link);
}

static void
assert_fails (Fixture *self,
              const char *path,
              DpIntakeError code,
              const char *words)
{
  fetch_path (self, path);
  g_assert_error (self->error, DP_INTAKE_ERROR, (int) code);
  if (strstr (self->error->message, words) == NULL)
    g_error ("%s: “%s” does not say “%s”", path, self->error->message, words);
}

/* -- Answers that are none -- */

static void
test_broken (Fixture *self,
             gconstpointer data)
{
  static const char *const paths[] = { "/two-lengths", "/length-and-chunks", "/huge-chunk", "/garbage", "/nothing" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      fetch_path (self, paths[i]);
      g_test_message ("%s: %s", paths[i], self->error != NULL ? self->error->message : "taken");
      g_assert_null (self->result);
      g_assert_true (self->error->domain == DP_INTAKE_ERROR);
    }
  assert_fails (self, "/two-lengths", DP_INTAKE_ERROR_NETWORK, "contradicts itself");
  assert_fails (self, "/length-and-chunks", DP_INTAKE_ERROR_NETWORK, "contradicts itself");
  /* The next one is served as ever. */
  fetch_path (self, "/page");
  g_assert_no_error (self->error);
}

static void
test_too_much (Fixture *self,
               gconstpointer data)
{
  assert_fails (self, "/huge-length", DP_INTAKE_ERROR_SIZE, "32 MB");
  fetch_path (self, "/headers");
  g_assert_null (self->result);
  g_test_message ("many headers: %s", self->error->message);
  fetch_path (self, "/header");
  g_assert_null (self->result);
  g_test_message ("a long header: %s", self->error->message);
}

static void
test_slow (Fixture *self,
           gconstpointer data)
{
  g_object_set (self->intake, "total-timeout", 1, NULL);
  assert_fails (self, "/slow-headers", DP_INTAKE_ERROR_NETWORK, "after 1 seconds");
  assert_fails (self, "/slow-body", DP_INTAKE_ERROR_NETWORK, "after 1 seconds");
}

/* -- Asked to come back -- */

static void
test_busy (Fixture *self,
           gconstpointer data)
{
  fetch_path (self, "/busy");
  g_assert_no_error (self->error);
  g_assert_cmpint (self->server.n_asked, ==, 3);

  self->server.n_asked = 0;
  fetch_path (self, "/soon");
  g_assert_no_error (self->error);
  g_assert_cmpint (self->server.n_asked, ==, 2);

  assert_fails (self, "/later", DP_INTAKE_ERROR_STATUS, "come back in 60 minutes");
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* Who waits for a server to be ready can give up at once. */
static void
test_cancel_pause (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *link = g_strconcat (self->server.base, "/busy", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_object_set (self->intake, "pause", 15000, NULL);
  g_timeout_add (50, cancel_cb, cancellable);
  dp_intake_link_async (self->intake, link, NULL, NULL, cancellable, done_cb, self);
  while (!self->is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (self->server.n_asked, <=, 1);
}

/* -- Into the private network -- */

static void
test_private (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GProxyResolver) proxies = split_resolver_new (self->server.base);
  g_autoptr (GResolver) names = loop_resolver_new ();
  g_autoptr (GResolver) before = g_resolver_get_default ();
  g_autofree char *by_number = g_strdup_printf ("http://proxied.example.org/to/%s/page", self->server.base);
  g_autofree char *by_name = g_strdup_printf ("http://proxied.example.org/to/http://rebound.example.net:%u/page", self->server.port);
  g_autofree char *typed = g_strdup_printf ("http://rebound.example.net:%u/page", self->server.port);
  int n;

  g_object_set (dp_intake_get_session (self->intake), "proxy-resolver", proxies, NULL);
  g_resolver_set_default (names);

  /* Through the proxy the server is a public one. */
  fetch (self, "http://proxied.example.org/page");
  g_assert_no_error (self->error);

  n = g_atomic_int_get (&self->server.n_requests);
  fetch (self, by_number);
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_LINK);
  g_assert_cmpint (g_atomic_int_get (&self->server.n_requests), ==, n + 1);

  /* A name that leads here: nothing is said on the connection. */
  fetch (self, by_name);
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_LINK);
  g_assert_true (strstr (self->error->message, "inside your own network") != NULL);
  g_assert_cmpint (g_atomic_int_get (&self->server.n_requests), ==, n + 2);

  /* Also not after somebody typed that name, whose connection might be used again. */
  fetch (self, typed);
  g_assert_no_error (self->error);
  fetch (self, by_name);
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_LINK);
  g_assert_cmpint (g_atomic_int_get (&self->server.n_requests), ==, n + 4);

  g_resolver_set_default (before);
}

static void
test_proxy (Fixture *self,
            gconstpointer data)
{
  static const char *const wrong[] = { "tor", "ftp://127.0.0.1:9050", "socks5://", "127.0.0.1:9050" };

  g_object_set (self->intake, "proxy", self->server.base, NULL);
  fetch (self, "http://news.example.org/page");
  g_assert_no_error (self->error);
  g_assert_cmpstr (dp_article_get_sealed (self->result->article)->link, ==, "http://news.example.org/page");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      /* Not fetched without one: who asks for a proxy may need it. */
      g_object_set (self->intake, "proxy", wrong[i], NULL);
      fetch_path (self, "/page");
      g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_LINK);
      g_assert_true (strstr (self->error->message, wrong[i]) != NULL);
    }
  g_object_set (self->intake, "proxy", "socks5://127.0.0.1:1", NULL);
  fetch (self, "http://news.example.org/page");
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_NETWORK);
  g_assert_true (strstr (self->error->message, "proxy") != NULL);
}

/* -- Encodings -- */

static GBytes *
pack (const char *text,
      gsize length,
      GZlibCompressorFormat format)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (format, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  g_assert_true (g_output_stream_write_all (stream, text, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static GBytes *
pack_brotli (const char *text,
             gsize length)
{
  gsize size = BrotliEncoderMaxCompressedSize (length) + 64;
  guint8 *out = g_malloc (size);

  g_assert_true (BrotliEncoderCompress (5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, length, (const guint8 *) text, &size, out));
  return g_bytes_new_take (out, size);
}

static void
assert_undone (GBytes *bytes,
               const char *encodings,
               const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) undone = dp_encoding_undo (bytes, encodings, 1000000, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (undone, NULL), g_bytes_get_size (undone), text, strlen (text));
}

static void
assert_refused (GBytes *bytes,
                const char *encodings,
                GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dp_encoding_undo (bytes, encodings, 1000000, &error));
  g_assert_error (error, G_IO_ERROR, (int) code);
}

static void
test_encodings (void)
{
  const char *text = PAGE PAGE PAGE;
  gsize length = strlen (text);
  g_autoptr (GBytes) gzip = pack (text, length, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GBytes) zlib = pack (text, length, G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) raw = pack (text, length, G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GBytes) brotli = pack_brotli (text, length);
  g_autoptr (GBytes) twice = pack (g_bytes_get_data (brotli, NULL), g_bytes_get_size (brotli), G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autofree char *spaces = g_strnfill (20000000, ' ');
  g_autoptr (GBytes) gzip_bomb = pack (spaces, 20000000, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GBytes) brotli_bomb = pack_brotli (spaces, 20000000);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (gzip, 0, g_bytes_get_size (gzip) / 2);
  g_autoptr (GBytes) half_brotli = g_bytes_new_from_bytes (brotli, 0, g_bytes_get_size (brotli) / 2);
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);

  assert_undone (gzip, "gzip", text);
  assert_undone (gzip, "X-GZIP", text);
  assert_undone (zlib, "deflate", text);
  assert_undone (raw, "deflate", text);
  assert_undone (brotli, "br", text);
  assert_undone (twice, "br, gzip", text);
  assert_undone (gzip, "identity, gzip,", text);
  assert_undone (none, "gzip", "");
  assert_refused (gzip_bomb, "gzip", G_IO_ERROR_MESSAGE_TOO_LARGE);
  assert_refused (brotli_bomb, "br", G_IO_ERROR_MESSAGE_TOO_LARGE);
  assert_refused (half, "gzip", G_IO_ERROR_INVALID_DATA);
  assert_refused (half_brotli, "br", G_IO_ERROR_INVALID_DATA);
  assert_refused (zlib, "gzip", G_IO_ERROR_INVALID_DATA);
  assert_refused (gzip, "br", G_IO_ERROR_INVALID_DATA);
  assert_refused (gzip, "zstd", G_IO_ERROR_NOT_SUPPORTED);
  assert_refused (gzip, "gzip, gzip, gzip, gzip", G_IO_ERROR_INVALID_DATA);
}

/* -- Turns -- */

typedef struct
{
  DpTurns *turns;
  GString *order; /* of the hosts, one letter each */
  guint n_now;
  guint n_most;
  guint n_left;
} Queue;

static gboolean
give_back_cb (gpointer data)
{
  gpointer *both = data;
  Queue *queue = both[0];
  char *host = both[1];

  queue->n_now--;
  queue->n_left--;
  dp_turns_give_back (queue->turns, host);
  g_free (host);
  g_free (both);
  return G_SOURCE_REMOVE;
}

static void
turn_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  gpointer *both = data;
  Queue *queue = both[0];

  g_assert_true (dp_turns_take_finish (DP_TURNS (source), result, NULL));
  g_string_append (queue->order, both[1]);
  queue->n_now++;
  queue->n_most = MAX (queue->n_most, queue->n_now);
  g_timeout_add (5, give_back_cb, both);
}

static void
no_turn_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dp_turns_take_finish (DP_TURNS (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  (*(guint *) data)--;
}

static void
test_turns (void)
{
  g_autoptr (DpTurns) turns = dp_turns_new (3, 20);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Queue queue = { turns, g_string_new (NULL), 0, 0, 8 };
  guint n_cancelled = 1;
  static const char *const hosts[] = { "a", "a", "a", "b", "c", "d", "b", "e" };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      gpointer *both = g_new (gpointer, 2);

      both[0] = &queue;
      both[1] = g_strdup (hosts[i]);
      dp_turns_take_async (turns, hosts[i], NULL, turn_cb, both);
    }
  dp_turns_take_async (turns, "a", cancellable, no_turn_cb, &n_cancelled);
  g_cancellable_cancel (cancellable);
  while (queue.n_left > 0 || n_cancelled > 0)
    g_main_context_iteration (NULL, TRUE);
  /* Nobody waits for a host that is busy; and a host is left alone for a while after each. */
  g_assert_cmpint (queue.n_most, ==, 3);
  g_assert_true (g_str_has_prefix (queue.order->str, "abc"));
  g_assert_cmpint (queue.order->len, ==, 8);
  g_assert_true (g_str_has_suffix (queue.order->str, "a"));
  g_string_free (queue.order, TRUE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/hostile/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("broken", test_broken);
  ADD ("too-much", test_too_much);
  ADD ("slow", test_slow);
  ADD ("busy", test_busy);
  ADD ("cancel-pause", test_cancel_pause);
  ADD ("private", test_private);
  ADD ("proxy", test_proxy);
  g_test_add_func ("/hostile/encodings", test_encodings);
  g_test_add_func ("/hostile/turns", test_turns);

  return g_test_run ();
}
