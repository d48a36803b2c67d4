/* test-transfer.c: what is read from a clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-display.h"

#include <string.h>

#include "app/dp-transfer.h"
#include "intake/dp-intake.h"

static GdkContentProvider *
provide (const char *media_type,
         const char *data,
         gssize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size < 0 ? strlen (data) : (gsize) size);

  return gdk_content_provider_new_for_bytes (media_type, bytes);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Takes the providers. */
static DpTransfer *
read_clipboard (GdkContentProvider *first,
                GdkContentProvider *second,
                GdkContentProvider *third,
                GError **error)
{
  GdkContentProvider *providers[] = { first, second, third };
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (providers, third != NULL ? 3 : second != NULL ? 2
                                                                                                                          : 1);
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_autoptr (GAsyncResult) result = NULL;

  gdk_clipboard_set_content (clipboard, provider);
  dp_transfer_read_clipboard_async (clipboard, NULL, read_cb, &result);
  dp_test_spin_until (result != NULL);
  return dp_transfer_read_finish (result, error);
}

static void
assert_data (DpTransfer *transfer,
             const char *media_type,
             const char *data)
{
  gsize size;
  const char *bytes;

  g_assert_nonnull (transfer);
  g_assert_null (transfer->files);
  g_assert_null (transfer->link);
  g_assert_cmpstr (transfer->media_type, ==, media_type);
  bytes = g_bytes_get_data (transfer->data, &size);
  g_assert_cmpmem (bytes, size, data, strlen (data));
}

static void
test_plain (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTransfer) transfer = read_clipboard (provide ("text/plain;charset=utf-8", "Some words.", -1), NULL, NULL, &error);

  g_assert_no_error (error);
  assert_data (transfer, "text/plain;charset=utf-8", "Some words.");
}

static void
test_html_wins (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTransfer) transfer = read_clipboard (provide ("text/plain;charset=utf-8", "Some words.", -1),
                                                    provide ("text/html", "<p>Some words.</p>", -1),
                                                    provide ("chromium/x-source-url", "https://example.org/a", -1),
                                                    &error);

  g_assert_no_error (error);
  assert_data (transfer, "text/html", "<p>Some words.</p>");
  g_assert_cmpstr (transfer->source, ==, "https://example.org/a");
}

/* A copied link comes as HTML as well: it is meant to be fetched. */
static void
test_link_wins (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTransfer) transfer = read_clipboard (provide ("text/html", "<a href=\"https://example.org/a\">A page</a>", -1),
                                                    provide ("text/plain;charset=utf-8", " https://example.org/a\n", -1),
                                                    NULL,
                                                    &error);

  g_assert_no_error (error);
  g_assert_nonnull (transfer);
  g_assert_cmpstr (transfer->link, ==, "https://example.org/a");
  g_assert_null (transfer->data);
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTransfer) transfer = read_clipboard (provide ("text/uri-list", "# a comment\r\nfile:///tmp/a%20b.html\r\nfile:///tmp/c.txt\r\n", -1),
                                                    provide ("text/plain;charset=utf-8", "/tmp/a b.html\n/tmp/c.txt", -1),
                                                    NULL,
                                                    &error);

  g_assert_no_error (error);
  g_assert_nonnull (transfer);
  g_assert_cmpuint (transfer->files->len, ==, 2);
  g_assert_cmpstr (g_file_peek_path (g_ptr_array_index (transfer->files, 0)), ==, "/tmp/a b.html");
}

static void
test_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTransfer) transfer = read_clipboard (provide ("image/png", "\x89PNG", -1), NULL, NULL, &error);

  g_assert_null (transfer);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *much = g_malloc (DP_INTAKE_MAX_SIZE + 1);
  g_autoptr (DpTransfer) transfer = NULL;

  memset (much, 'a', DP_INTAKE_MAX_SIZE + 1);
  transfer = read_clipboard (provide ("text/html", much, DP_INTAKE_MAX_SIZE + 1), NULL, NULL, &error);
  g_assert_null (transfer);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
test_source (void)
{
  static const char utf16[] = "h\0t\0t\0p\0s\0:\0/\0/\0e\0x\0a\0m\0p\0l\0e\0.\0o\0r\0g\0/\0\n\0X\0";
  g_autoptr (GBytes) wide = g_bytes_new_static (utf16, sizeof utf16 - 1);
  g_autoptr (GBytes) odd = g_bytes_new_static (utf16, 7);
  g_autoptr (GBytes) local = g_bytes_new_static ("file:///etc/passwd", 18);
  g_autofree char *from_wide = dp_transfer_parse_source (wide, "text/x-moz-url-priv");
  g_autofree char *from_odd = dp_transfer_parse_source (odd, "text/x-moz-url-priv");
  g_autofree char *from_local = dp_transfer_parse_source (local, "chromium/x-source-url");

  g_assert_cmpstr (from_wide, ==, "https://example.org/");
  g_assert_null (from_odd);
  g_assert_null (from_local);
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transfer/plain", test_plain);
  g_test_add_func ("/transfer/html-wins", test_html_wins);
  g_test_add_func ("/transfer/link-wins", test_link_wins);
  g_test_add_func ("/transfer/files", test_files);
  g_test_add_func ("/transfer/nothing", test_nothing);
  g_test_add_func ("/transfer/too-large", test_too_large);
  g_test_add_func ("/transfer/source", test_source);
  return g_test_run ();
}
