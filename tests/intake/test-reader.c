/* test-reader.c: pages read by a process of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-reader.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/dp-json.h"
#include "intake/dp-intake.h"

#define PAGE "<html><head><title>A page</title></head><body><article><h1>A page</h1>"   \
             "<p>The words of the first paragraph, which is long enough to be one.</p>" \
             "<p>The words of the second paragraph, which is long enough as well.</p></article></body></html>"

static DpReadable
as_page (GBytes *bytes)
{
  return (DpReadable){ bytes, "text/html", "https://example.org/page", "link" };
}

static GBytes *
new_page (void)
{
  return g_bytes_new_static (PAGE, strlen (PAGE));
}

/* Without its id, which is another each time. */
static char *
dup_text_of (DpArticle *article)
{
  return g_strdup_printf ("%s\n%s\n%s", dp_article_get_title (article), dp_article_get_language (article), dp_article_get_text (article));
}

static void
test_same_as_here (void)
{
  g_autoptr (DpReader) reader = dp_reader_new ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "intake", "pages", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize size;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) here_error = NULL;
      g_autoptr (JsonNode) there = NULL;
      g_autoptr (JsonNode) here_node = NULL;
      g_autoptr (DpExtraction) here = NULL;
      g_autoptr (GBytes) there_text = NULL;
      g_autoptr (GBytes) here_text = NULL;
      g_autoptr (DpArticle) article = NULL;
      g_autoptr (DpArticle) here_article = NULL;
      g_autofree char *article_text = NULL;
      g_autofree char *here_article_text = NULL;
      DpReadable readable;

      g_assert_true (g_file_get_contents (path, &data, &size, NULL));
      bytes = g_bytes_new (data, size);
      readable = as_page (bytes);

      there = dp_reader_read_extraction (reader, &readable, NULL, &error);
      g_assert_no_error (error);
      here = dp_readable_extract (&readable, &error);
      g_assert_no_error (error);
      here_node = dp_extraction_to_json (here);
      there_text = dp_json_write (there);
      here_text = dp_json_write (here_node);
      g_assert_true (g_bytes_equal (there_text, here_text));

      article = dp_reader_read_article (reader, &readable, NULL, &error);
      here_article = dp_readable_make_article (&readable, &here_error);
      if (here_article == NULL)
        {
          g_assert_null (article);
          g_assert_error (error, here_error->domain, here_error->code);
          g_assert_cmpstr (error->message, ==, here_error->message);
          continue;
        }
      g_assert_no_error (error);
      article_text = dup_text_of (article);
      here_article_text = dup_text_of (here_article);
      g_assert_cmpstr (article_text, ==, here_article_text);
      g_assert_cmpuint (dp_article_get_blocks (article)->len, ==, dp_article_get_blocks (here_article)->len);
    }
  g_assert_cmpuint (n, >, 0);
}

/* The converters are files; the process that needs them cannot open any. */
static void
test_encodings (void)
{
  static const struct
  {
    const char *charset;
    const char *text;
  } cases[] = {
    { "koi8-r", "Цены на газ выросли вдвое, и люди вышли на площадь" },
    { "windows-1251", "Ціни на газ зросли вдвічі, і люди вийшли на площу" },
    { "windows-1256", "ارتفعت أسعار الغاز وخرج الناس إلى الساحة" },
    { "iso-8859-2", "Ceny gazu wzrosły dwukrotnie i ludzie wyszli na plac" },
    { "gb18030", "天然气价格翻了一番，人们走上广场" },
    { "big5", "天然氣價格翻了一番，人們走上廣場" },
    { "shift_jis", "ガスの値段が二倍になり、人々は広場に出た" },
    { "euc-kr", "가스 가격이 두 배로 올랐고 사람들은 광장으로 나갔다" },
  };
  g_autoptr (DpReader) reader = dp_reader_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf ("<html><body><article><p>%s. %s. %s.</p></article></body></html>", cases[i].text, cases[i].text, cases[i].text);
      g_autofree char *media_type = g_strdup_printf ("text/html; charset=%s", cases[i].charset);
      gsize size;
      char *encoded = g_convert (page, -1, cases[i].charset, "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, size);
      const DpReadable readable = { bytes, media_type, "", "file" };
      g_autoptr (GError) error = NULL;
      g_autoptr (DpArticle) article = NULL;

      g_assert_nonnull (encoded);
      article = dp_reader_read_article (reader, &readable, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (dp_article_get_text (article), cases[i].text));
    }
}

static void
test_confined (void)
{
  g_autoptr (DpReader) reader = dp_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = dp_reader_read_confinement (reader, &error);
  JsonObject *object;

  g_assert_no_error (error);
  object = json_node_get_object (node);
  g_assert_false (json_object_get_boolean_member (object, "files"));
  g_assert_false (json_object_get_boolean_member (object, "network"));
  g_assert_false (json_object_get_boolean_member (object, "processes"));
}

static void
test_refuses (void)
{
  g_autoptr (DpReader) reader = dp_reader_new ();
  g_autoptr (GBytes) image = g_bytes_new_static ("\x89PNG\r\n\x1a\n........", 16);
  g_autoptr (GBytes) empty = g_bytes_new_static ("<html><body></body></html>", 26);
  g_autofree char *long_link = g_strnfill (70000, 'a');
  DpReadable readable = { image, "", "", "drop" };
  GError *error = NULL;

  g_assert_null (dp_reader_read_article (reader, &readable, NULL, &error));
  g_assert_error (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_TYPE);
  g_clear_error (&error);

  readable = as_page (empty);
  g_assert_null (dp_reader_read_article (reader, &readable, NULL, &error));
  g_assert_error (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_EMPTY);
  g_clear_error (&error);

  readable.link = long_link;
  g_assert_null (dp_reader_read_article (reader, &readable, NULL, &error));
  g_assert_error (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_HOSTILE);
  g_clear_error (&error);
}

/* A program in the reader's place. */
static void
expect_failure (const char *program,
                const char *words)
{
  g_autoptr (DpReader) reader = g_object_new (DP_TYPE_READER, "program", program, "time-limit", 1, NULL);
  g_autoptr (GBytes) bytes = new_page ();
  const DpReadable readable = as_page (bytes);
  g_autoptr (GError) error = NULL;

  g_assert_null (dp_reader_read_article (reader, &readable, NULL, &error));
  g_assert_error (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_READER);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_failures (void)
{
  g_autofree char *folder = g_dir_make_tmp ("disproof-reader-XXXXXX", NULL);
  g_autofree char *liar = g_build_filename (folder, "liar", NULL);
  const char script[] = "#!/bin/sh\nhead -c 4096 /dev/zero >&0\nhead -c 1000000 >/dev/null\n";

  g_assert_true (g_file_set_contents_full (liar, script, -1, G_FILE_SET_CONTENTS_NONE, 0755, NULL));
  expect_failure ("/nonexistent/disproof-reader", "did not start");
  expect_failure ("/bin/true", "brought down");
  expect_failure (liar, "brought down");
  expect_failure ("/usr/bin/yes", "within 1 second");
  g_assert_cmpint (g_remove (liar), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_cancel (void)
{
  g_autoptr (DpReader) reader = dp_reader_new ();
  g_autoptr (GBytes) bytes = new_page ();
  const DpReadable readable = as_page (bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (DpArticle) article = NULL;
  GError *error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dp_reader_read_article (reader, &readable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  article = dp_reader_read_article (reader, &readable, NULL, &error);
  g_assert_no_error (error);
}

/* Ends the readers that this program started; how many. */
static guint
kill_readers (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *stat_path = g_build_filename ("/proc", name, "stat", NULL);
      g_autofree char *stat = NULL;
      const char *end;
      int parent;

      if (!g_ascii_isdigit (name[0]) || !g_file_get_contents (stat_path, &stat, NULL, NULL))
        continue;
      end = strrchr (stat, ')');
      if (end == NULL || strstr (stat, "(disproof-reader)") == NULL || sscanf (end, ") %*c %d", &parent) != 1 || parent != (int) getpid ())
        continue;
      n += kill ((pid_t) g_ascii_strtoll (name, NULL, 10), SIGKILL) == 0;
    }
  return n;
}

/* One that died while it waited is nobody's trouble. */
static void
test_died_waiting (void)
{
  g_autoptr (DpReader) reader = dp_reader_new ();
  g_autoptr (GBytes) bytes = new_page ();
  const DpReadable readable = as_page (bytes);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DpArticle) article = dp_reader_read_article (reader, &readable, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (kill_readers (), >=, 1);
    }
}

typedef struct
{
  DpReader *reader;
  int n_read;
  int n_failed;
} Crowd;

static gpointer
read_many (gpointer data)
{
  Crowd *crowd = data;
  g_autoptr (GBytes) bytes = new_page ();
  const DpReadable readable = as_page (bytes);

  for (guint i = 0; i < 25; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DpArticle) article = dp_reader_read_article (crowd->reader, &readable, NULL, &error);

      if (article != NULL)
        {
          g_assert_cmpstr (dp_article_get_title (article), ==, "A page");
          g_atomic_int_inc (&crowd->n_read);
          continue;
        }
      g_assert_error (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_READER);
      g_atomic_int_inc (&crowd->n_failed);
    }
  return NULL;
}

/* Whoever kills readers costs at most the page that each was reading. */
static void
test_killed_at_random (void)
{
  Crowd crowd = { dp_reader_new (), 0, 0 };
  GThread *threads[4];
  guint n_killed = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reading", read_many, &crowd);
  while (g_atomic_int_get (&crowd.n_read) + g_atomic_int_get (&crowd.n_failed) < 60)
    {
      n_killed += kill_readers ();
      g_thread_yield ();
    }
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_test_message ("%u killed, %d read, %d not", n_killed, crowd.n_read, crowd.n_failed);
  g_assert_cmpint (crowd.n_read + crowd.n_failed, ==, 100);
  g_assert_cmpuint (n_killed, >=, 1);
  g_assert_cmpint (crowd.n_failed, <=, (int) n_killed);

  crowd.n_read = crowd.n_failed = 0;
  read_many (&crowd);
  g_assert_cmpint (crowd.n_failed, ==, 0);
  g_object_unref (crowd.reader);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/same-as-here", test_same_as_here);
  g_test_add_func ("/reader/encodings", test_encodings);
  g_test_add_func ("/reader/confined", test_confined);
  g_test_add_func ("/reader/refuses", test_refuses);
  g_test_add_func ("/reader/failures", test_failures);
  g_test_add_func ("/reader/cancel", test_cancel);
  g_test_add_func ("/reader/died-waiting", test_died_waiting);
  g_test_add_func ("/reader/killed-at-random", test_killed_at_random);
  return g_test_run ();
}
