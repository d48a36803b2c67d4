/* test-intake.c: from a link, a file and the clipboard to a sealed article, with a real server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>
#include "base/dp-file.h"
#include "intake/dp-intake.h"
#include "intake/dp-link.h"

#define PAGE                                                                                                 \
  "<!doctype html><html lang=en><head><title>Bridge opens after two years - River News</title>"              \
  "<meta property=og:site_name content='River News'><meta name=author content='Ada Example'>"                \
  "<meta property=article:published_time content=2026-01-10T08:00:00+02:00></head><body>"                    \
  "<nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>Bridge opens after two years</h1>"       \
  "<p>The bridge over the river opened on Saturday, two years after the flood had carried it away.</p>"      \
  "<p>“We have waited long for this,” said the mayor, who walked across it first with her children.</p>" \
  "<p>Trains will follow in the spring, the railway company said, once the tracks have been tested.</p>"     \
  "</article></body></html>"

typedef struct
{
  SoupServer *server;
  char *base;
  DpClock *clock;
  DpIntake *intake;
  GMainLoop *loop;
  /* Of the last job. */
  DpIntakeResult *result;
  GError *error;
  gboolean is_done;
  guint n_progress;
  guint64 last_received;
  guint64 last_total;
  GCancellable *cancel_at_progress;
} Fixture;

static void
stream_chunk_cb (SoupServerMessage *message,
                 gpointer data)
{
  static const char zeros[65536];

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, zeros, sizeof zeros);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
}

/* A gzip stream that becomes 200 MB of spaces. */
static GBytes *
make_bomb (void)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *spaces = g_malloc (1 << 20);

  memset (spaces, ' ', 1 << 20);
  for (int i = 0; i < 200; i++)
    g_assert_true (g_output_stream_write_all (stream, spaces, 1 << 20, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer data)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, 200, NULL);
  if (g_str_equal (path, "/page"))
    soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_STATIC, PAGE, strlen (PAGE));
  else if (g_str_equal (path, "/russian"))
    soup_server_message_set_response (message,
                                      "text/html; charset=utf-8", /* which is wrong */
                                      SOUP_MEMORY_STATIC,
                                      "<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0.</p>",
                                      47);
  else if (g_str_equal (path, "/text"))
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, "A title\n\nA line of text.\n", 25);
  else if (g_str_equal (path, "/moved"))
    soup_server_message_set_redirect (message, 301, "/page");
  else if (g_str_equal (path, "/loop"))
    soup_server_message_set_redirect (message, 302, "/loop");
  else if (g_str_equal (path, "/to-file"))
    {
      soup_server_message_set_status (message, 302, NULL);
      soup_message_headers_append (headers, "Location", "file:///etc/passwd");
    }
  else if (g_str_equal (path, "/picture"))
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  else if (g_str_equal (path, "/unknown"))
    soup_server_message_set_response (message, "application/x-shockwave-flash", SOUP_MEMORY_STATIC, "FWS words", 9);
  else if (g_str_equal (path, "/empty"))
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<script>page()</script>", 23);
  else if (g_str_equal (path, "/bomb"))
    {
      g_autoptr (GBytes) bomb = make_bomb ();

      g_assert_cmpuint (g_bytes_get_size (bomb), <, 1 << 20);
      soup_message_headers_append (headers, "Content-Encoding", "gzip");
      soup_message_headers_set_content_type (headers, "text/html", NULL);
      soup_message_body_append_bytes (soup_server_message_get_response_body (message), bomb);
    }
  else if (g_str_equal (path, "/endless"))
    {
      soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
      soup_message_headers_set_content_type (headers, "text/html", NULL);
      g_signal_connect (message, "wrote-headers", G_CALLBACK (stream_chunk_cb), NULL);
      g_signal_connect (message, "wrote-chunk", G_CALLBACK (stream_chunk_cb), NULL);
    }
  else if (g_str_equal (path, "/stall"))
    soup_server_message_pause (message);
  else if (g_str_equal (path, "/cut"))
    {
      /* Says more than it sends. */
      GIOStream *stream = soup_server_message_steal_connection (message);
      const char *half = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>Only a part";

      g_output_stream_write_all (g_io_stream_get_output_stream (stream), half, strlen (half), NULL, NULL, NULL);
      g_io_stream_close (stream, NULL, NULL);
      g_object_unref (stream);
    }
  else
    soup_server_message_set_status (message, 404, NULL);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  GSList *uris;
  g_autoptr (GError) error = NULL;

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, serve_cb, self, NULL);
  g_assert_true (soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->base = g_uri_to_string (uris->data);
  self->base[strlen (self->base) - 1] = '\0';
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  self->clock = dp_clock_new_fixed (1768032000);
  self->intake = dp_intake_new (self->clock);
  self->loop = g_main_loop_new (NULL, FALSE);
}

static void
forget (Fixture *self)
{
  g_clear_pointer (&self->result, dp_intake_result_free);
  g_clear_error (&self->error);
  self->is_done = FALSE;
  self->n_progress = 0;
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  forget (self);
  g_clear_object (&self->intake);
  g_clear_object (&self->clock);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_free (self->base);
  g_main_loop_unref (self->loop);
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Fixture *self = data;

  self->result = dp_intake_finish (DP_INTAKE (source), result, &self->error);
  self->is_done = TRUE;
  g_main_loop_quit (self->loop);
}

static void
progress_cb (guint64 received,
             guint64 total,
             gpointer data)
{
  Fixture *self = data;

  g_assert_cmpuint (received, >=, self->n_progress > 0 ? self->last_received : 0);
  self->n_progress++;
  self->last_received = received;
  self->last_total = total;
  if (self->cancel_at_progress != NULL)
    g_cancellable_cancel (self->cancel_at_progress);
}

static void
fetch (Fixture *self,
       const char *path,
       GCancellable *cancellable)
{
  g_autofree char *link = g_strconcat (self->base, path, NULL);

  forget (self);
  dp_intake_link_async (self->intake, link, progress_cb, self, cancellable, done_cb, self);
  g_main_loop_run (self->loop);
  g_assert_true (self->is_done);
  g_assert_true ((self->result != NULL) != (self->error != NULL));
}

static void
assert_fails (Fixture *self,
              const char *path,
              DpIntakeError code,
              const char *words)
{
  fetch (self, path, NULL);
  g_assert_error (self->error, DP_INTAKE_ERROR, (int) code);
  if (strstr (self->error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", self->error->message, words);
}

static void
test_link (Fixture *self,
           gconstpointer data)
{
  const DpSealed *sealed;
  const DpBlock *block;
  gboolean has_type = FALSE;

  fetch (self, "/page", NULL);
  g_assert_no_error (self->error);
  g_assert_cmpstr (dp_article_get_title (self->result->article), ==, "Bridge opens after two years");
  g_assert_cmpstr (dp_article_get_outlet (self->result->article), ==, "River News");
  g_assert_cmpstr (dp_article_get_authors (self->result->article)[0], ==, "Ada Example");
  g_assert_cmpstr (dp_article_get_published (self->result->article), ==, "2026-01-10T08:00:00+02:00");
  g_assert_cmpstr (dp_article_get_language (self->result->article), ==, "en");
  g_assert_cmpuint (dp_article_get_blocks (self->result->article)->len, ==, 4);
  block = g_ptr_array_index (dp_article_get_blocks (self->result->article), 0);
  g_assert_cmpint (block->kind, ==, DP_BLOCK_HEADLINE);
  block = g_ptr_array_index (dp_article_get_blocks (self->result->article), 1);
  g_assert_true (g_str_has_prefix (block->text, "The bridge over the river"));

  g_assert_cmpmem (g_bytes_get_data (self->result->bytes, NULL), g_bytes_get_size (self->result->bytes), PAGE, strlen (PAGE));
  sealed = dp_article_get_sealed (self->result->article);
  g_assert_nonnull (sealed);
  g_assert_cmpuint (sealed->size, ==, strlen (PAGE));
  g_assert_cmpuint (strlen (sealed->sha256), ==, 64);
  g_assert_cmpstr (sealed->media_type, ==, "text/html; charset=utf-8");
  g_assert_cmpstr (sealed->retrieved, ==, "2026-01-10T08:00:00Z");
  g_assert_cmpstr (sealed->origin, ==, "link");
  g_assert_cmpstr (sealed->final_link, ==, "");
  g_assert_cmpuint (sealed->status, ==, 200);
  for (guint i = 0; sealed->headers[i] != NULL; i += 2)
    has_type |= g_ascii_strcasecmp (sealed->headers[i], "content-type") == 0;
  g_assert_true (has_type);
  g_assert_cmpuint (self->n_progress, >=, 2);
  g_assert_cmpuint (self->last_received, ==, strlen (PAGE));
  g_assert_cmpuint (self->last_total, ==, strlen (PAGE));
}

static void
test_redirect (Fixture *self,
               gconstpointer data)
{
  g_autofree char *asked = g_strconcat (self->base, "/moved", NULL);
  g_autofree char *final = g_strconcat (self->base, "/page", NULL);

  fetch (self, "/moved", NULL);
  g_assert_no_error (self->error);
  g_assert_cmpstr (dp_article_get_link (self->result->article), ==, asked);
  g_assert_cmpstr (dp_article_get_sealed (self->result->article)->link, ==, asked);
  g_assert_cmpstr (dp_article_get_sealed (self->result->article)->final_link, ==, final);
}

static void
test_errors (Fixture *self,
             gconstpointer data)
{
  assert_fails (self, "/none", DP_INTAKE_ERROR_STATUS, "404");
  assert_fails (self, "/loop", DP_INTAKE_ERROR_NETWORK, "more than 10 times");
  assert_fails (self, "/to-file", DP_INTAKE_ERROR_LINK, "not a web page");
  assert_fails (self, "/picture", DP_INTAKE_ERROR_TYPE, "an image");
  assert_fails (self, "/unknown", DP_INTAKE_ERROR_TYPE, "neither a web page nor text");
  assert_fails (self, "/empty", DP_INTAKE_ERROR_EMPTY, "no text");
  assert_fails (self, "/cut", DP_INTAKE_ERROR_NETWORK, "broke off");
}

static void
test_size (Fixture *self,
           gconstpointer data)
{
  assert_fails (self, "/bomb", DP_INTAKE_ERROR_SIZE, "32 MB");
  g_assert_cmpuint (self->last_received, <=, DP_INTAKE_MAX_SIZE);
  assert_fails (self, "/endless", DP_INTAKE_ERROR_SIZE, "32 MB");
  g_assert_cmpuint (self->last_received, <=, DP_INTAKE_MAX_SIZE);
}

static void
test_stall (Fixture *self,
            gconstpointer data)
{
  g_object_set (self->intake, "idle-timeout", 1, NULL);
  assert_fails (self, "/stall", DP_INTAKE_ERROR_NETWORK, "did not answer for 1 seconds");
  g_object_set (self->intake, "idle-timeout", 30, "total-timeout", 1, NULL);
  assert_fails (self, "/stall", DP_INTAKE_ERROR_NETWORK, "after 1 seconds");
}

static void
test_no_server (Fixture *self,
                gconstpointer data)
{
  soup_server_disconnect (self->server);
  assert_fails (self, "/page", DP_INTAKE_ERROR_NETWORK, "could not be reached");
}

static void
test_cancel (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) midway = g_cancellable_new ();

  g_cancellable_cancel (before);
  fetch (self, "/page", before);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  self->cancel_at_progress = midway;
  fetch (self, "/endless", midway);
  self->cancel_at_progress = NULL;
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (self->last_received, <, DP_INTAKE_MAX_SIZE);

  fetch (self, "/page", NULL);
  g_assert_no_error (self->error);
}

static void
test_charset (Fixture *self,
              gconstpointer data)
{
  fetch (self, "/russian", NULL);
  g_assert_no_error (self->error);
  g_assert_cmpstr (dp_article_get_text (self->result->article), ==, "Привет, мир.");
}

static void
test_text (Fixture *self,
           gconstpointer data)
{
  fetch (self, "/text", NULL);
  g_assert_no_error (self->error);
  g_assert_cmpstr (dp_article_get_title (self->result->article), ==, "A title");
  g_assert_cmpstr (dp_article_get_text (self->result->article), ==, "A title\nA line of text.");
  g_assert_cmpstr (dp_article_get_outlet (self->result->article), ==, "127.0.0.1");
}

/* Each is its own job, and each comes back. */
static void
count_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  guint *n_left = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpIntakeResult) got = dp_intake_finish (DP_INTAKE (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dp_article_get_title (got->article), ==, "Bridge opens after two years");
  (*n_left)--;
}

static void
test_many (Fixture *self,
           gconstpointer data)
{
  g_autofree char *link = g_strconcat (self->base, "/page", NULL);
  guint n_left = 20;

  for (guint i = 0; i < 20; i++)
    dp_intake_link_async (self->intake, link, NULL, NULL, NULL, count_cb, &n_left);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
image_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Fixture *self = data;
  g_autoptr (DpIntakeImage) image = dp_intake_image_finish (DP_INTAKE (source), result, &self->error);

  if (image != NULL)
    {
      g_autoptr (DpSealed) again = dp_sealed_new (image->bytes);

      g_assert_cmpstr (image->sealed->sha256, ==, again->sha256);
      g_assert_cmpstr (image->sealed->media_type, ==, "image/png");
      g_assert_cmpstr (image->sealed->origin, ==, "link");
      g_assert_cmpuint (image->sealed->status, ==, 200);
      self->is_done = TRUE;
    }
  g_main_loop_quit (self->loop);
}

static void
fetch_image (Fixture *self,
             const char *path,
             const char *page_link)
{
  g_autofree char *link = g_strconcat (self->base, path, NULL);

  forget (self);
  dp_intake_image_async (self->intake, link, page_link, NULL, image_cb, self);
  g_main_loop_run (self->loop);
}

/* An image, sealed as it came; only an image, and none of this machine for a page of the web. */
static void
test_image (Fixture *self,
            gconstpointer data)
{
  fetch_image (self, "/picture", self->base);
  g_assert_no_error (self->error);
  g_assert_true (self->is_done);
  fetch_image (self, "/page", self->base);
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_TYPE);
  fetch_image (self, "/empty", self->base);
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_TYPE);
  fetch_image (self, "/nowhere", self->base);
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_STATUS);
  fetch_image (self, "/picture", "https://example.org/news");
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_LINK);
  fetch_image (self, "/picture", NULL);
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_LINK);
}

static void
test_file (Fixture *self,
           gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("dp-intake-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "saved page.html", NULL);
  g_autofree char *missing_path = g_build_filename (folder, "none.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path (missing_path);

  g_assert_true (g_file_set_contents (path, PAGE, -1, NULL));
  dp_intake_file_async (self->intake, file, "drop", NULL, done_cb, self);
  g_main_loop_run (self->loop);
  g_assert_no_error (self->error);
  g_assert_cmpstr (dp_article_get_title (self->result->article), ==, "Bridge opens after two years");
  g_assert_cmpstr (dp_article_get_link (self->result->article), ==, "");
  g_assert_cmpstr (dp_article_get_sealed (self->result->article)->link, ==, "saved page.html");
  g_assert_cmpstr (dp_article_get_sealed (self->result->article)->origin, ==, "drop");

  forget (self);
  g_assert_true (g_file_set_contents (path, "%PDF-1.7 and so on", -1, NULL));
  dp_intake_file_async (self->intake, file, "file", NULL, done_cb, self);
  g_main_loop_run (self->loop);
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_TYPE);

  forget (self);
  dp_intake_file_async (self->intake, missing, "file", NULL, done_cb, self);
  g_main_loop_run (self->loop);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  g_unlink (path);
  g_rmdir (folder);
}

static void
take_data (Fixture *self,
           const char *bytes,
           gsize length,
           const char *media_type,
           const char *link)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, length);

  forget (self);
  dp_intake_data_async (self->intake, data, media_type, link, "clipboard", NULL, done_cb, self);
  g_main_loop_run (self->loop);
}

static void
test_clipboard (Fixture *self,
                gconstpointer data)
{
  static const char firefox[] = "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"><p>Größe zählt nicht.</p>";
  static const char utf16[] = "\xff\xfe<\0p\0>\0h\0i\0.\0";

  take_data (self, firefox, sizeof firefox, "text/html", "https://example.org/page");
  g_assert_no_error (self->error);
  g_assert_cmpstr (dp_article_get_text (self->result->article), ==, "Größe zählt nicht.");
  g_assert_cmpstr (dp_article_get_link (self->result->article), ==, "https://example.org/page");
  g_assert_cmpstr (dp_article_get_outlet (self->result->article), ==, "example.org");

  take_data (self, utf16, sizeof utf16 - 1, "text/html", NULL);
  g_assert_no_error (self->error);
  g_assert_cmpstr (dp_article_get_text (self->result->article), ==, "hi.");

  /* Text stays text, even if it looks like markup. */
  take_data (self, "<p>is how a paragraph begins.", 29, "text/plain;charset=utf-8", NULL);
  g_assert_no_error (self->error);
  g_assert_cmpstr (dp_article_get_text (self->result->article), ==, "<p>is how a paragraph begins.");

  take_data (self, " \n\n ", 4, "text/plain", NULL);
  g_assert_error (self->error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_EMPTY);
}

static void
test_is_link (void)
{
  g_assert_true (dp_intake_is_link ("https://example.org/a"));
  g_assert_true (dp_intake_is_link ("  http://example.org \n"));
  g_assert_true (dp_intake_is_link ("www.example.org"));
  g_assert_true (dp_intake_is_link ("example.org/news/1"));
  g_assert_true (dp_intake_is_link ("https://пример.example/новости"));
  g_assert_false (dp_intake_is_link ("sentence.Another"));
  g_assert_false (dp_intake_is_link ("see https://example.org"));
  g_assert_false (dp_intake_is_link ("file:///etc/passwd"));
  g_assert_false (dp_intake_is_link ("javascript:alert(1)"));
  g_assert_false (dp_intake_is_link ("someone@example.org/x"));
  g_assert_false (dp_intake_is_link (""));
  g_assert_false (dp_intake_is_link ("and/or"));
}

static void
check_normal (const char *text,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = dp_link_normalize (text, &error);

  g_assert_cmpstr (link, ==, expected);
  if (expected == NULL)
    g_assert_error (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_LINK);
}

static void
test_list_links (void)
{
  g_auto (GStrv) two = dp_intake_list_links ("https://a.example.org/x\r\n\n  www.example.net/y \nhttps://a.example.org/x\n");
  g_auto (GStrv) one = dp_intake_list_links ("https://a.example.org/x\n");
  g_auto (GStrv) prose = dp_intake_list_links ("https://a.example.org/x\nhttps://b.example.org/y\nThis is what they say.");

  g_assert_cmpuint (g_strv_length (two), ==, 2);
  g_assert_cmpstr (two[0], ==, "https://a.example.org/x");
  g_assert_cmpstr (two[1], ==, "https://www.example.net/y");
  g_assert_null (one);
  g_assert_null (prose);
}

static void
test_normalize (void)
{
  g_autofree char *idn = dp_link_dup_display_host ("https://xn--e1afmkfd.example/");
  g_autofree char *fake = dp_link_dup_display_host ("https://xn--xample-9uf.org/");

  check_normal (" example.org/a?b=c#d ", "https://example.org/a?b=c#d");
  check_normal ("HTTP://Example.org/%C3%A4", "http://Example.org/%C3%A4");
  check_normal ("<https://example.org>", "https://example.org/");
  check_normal ("localhost:8080/x", "https://localhost:8080/x");
  check_normal ("file:///etc/passwd", NULL);
  check_normal ("data:text/html,x", NULL);
  check_normal ("ftp://example.org/", NULL);
  check_normal ("https://", NULL);
  check_normal ("hello", NULL);
  check_normal ("", NULL);
  g_assert_cmpstr (idn, ==, "пример.example");
  /* A Cyrillic letter among Latin ones is not shown as if it were Latin. */
  g_assert_true (g_str_has_prefix (fake, "xn--"));
}

static void
test_private (void)
{
  g_assert_true (dp_link_is_private ("http://127.0.0.1/"));
  g_assert_true (dp_link_is_private ("http://[::1]/"));
  g_assert_true (dp_link_is_private ("http://[::ffff:10.0.0.1]/"));
  g_assert_true (dp_link_is_private ("http://192.168.1.1/"));
  g_assert_true (dp_link_is_private ("http://169.254.169.254/"));
  g_assert_true (dp_link_is_private ("http://[fd00::1]/"));
  g_assert_true (dp_link_is_private ("http://localhost:3000/"));
  g_assert_true (dp_link_is_private ("http://printer/"));
  g_assert_true (dp_link_is_private ("http://2130706433/"));
  g_assert_false (dp_link_is_private ("https://example.org/"));
  g_assert_false (dp_link_is_private ("https://93.184.216.34/"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/intake/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("link", test_link);
  ADD ("redirect", test_redirect);
  ADD ("errors", test_errors);
  ADD ("size", test_size);
  ADD ("stall", test_stall);
  ADD ("no-server", test_no_server);
  ADD ("cancel", test_cancel);
  ADD ("charset", test_charset);
  ADD ("text", test_text);
  ADD ("many", test_many);
  ADD ("image", test_image);
  ADD ("file", test_file);
  ADD ("clipboard", test_clipboard);
#undef ADD
  g_test_add_func ("/intake/is-link", test_is_link);
  g_test_add_func ("/intake/list-links", test_list_links);
  g_test_add_func ("/intake/normalize", test_normalize);
  g_test_add_func ("/intake/private", test_private);
  return g_test_run ();
}
