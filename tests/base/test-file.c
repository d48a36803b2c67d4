/* test-file.c: reading within a limit, and replacing whatever happens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder; /* (owned) */
  char *path;   /* (owned) */
  GFile *file;  /* (owned) */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("disproof-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "case é.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_clear_object (&fixture->file);
}

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_content (Fixture *fixture,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_file_get_contents (fixture->path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static void
put (Fixture *fixture,
     const char *text)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;

  g_assert_true (dp_file_replace (fixture->file, bytes, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_replace_fails (Fixture *fixture,
                      const char *text,
                      const char *expected,
                      GCancellable *cancellable,
                      int code)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;

  g_assert_false (dp_file_replace (fixture->file, bytes, expected, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_read (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) too_long = NULL;
  g_autoptr (GBytes) empty = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture, "0123456789");
  bytes = dp_file_read (fixture->file, 10, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "0123456789", 10);
  too_long = dp_file_read (fixture->file, 9, NULL, &error);
  g_assert_null (too_long);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_clear_error (&error);
  put (fixture, "");
  empty = dp_file_read (fixture->file, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
}

static void
test_read_large (Fixture *fixture,
                 gconstpointer data)
{
  gsize length = 3 * 1024 * 1024 + 17;
  g_autofree char *text = g_strnfill (length, 'x');
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture, text);
  bytes = dp_file_read (fixture->file, length, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, length);
}

static void
assert_read_fails (const char *path,
                   GCancellable *cancellable,
                   int code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (dp_file_read (file, 1000, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_read_what_is_no_file (Fixture *fixture,
                           gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  assert_read_fails (fixture->path, NULL, G_IO_ERROR_NOT_FOUND);
  assert_read_fails (fixture->folder, NULL, G_IO_ERROR_IS_DIRECTORY);
  /* Opening it would wait for a writer. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_read_fails (fixture->path, NULL, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_read_fails ("/dev/zero", NULL, G_IO_ERROR_NOT_REGULAR_FILE);
  g_cancellable_cancel (cancellable);
  assert_read_fails (fixture->path, cancellable, G_IO_ERROR_CANCELLED);
}

/* Says 0 of its size, and has more. */
static void
test_read_without_size (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GFile) status = g_file_new_for_path ("/proc/self/status");
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dp_file_read (status, 100000, NULL, &error);
  g_autoptr (GBytes) exact = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
  assert_read_fails ("/proc/self/smaps", NULL, G_IO_ERROR_MESSAGE_TOO_LARGE);

  /* The limit is exact here too: this holds the name of the program and a line feed. */
  file = g_file_new_for_path ("/proc/self/comm");
  exact = dp_file_read (file, strlen ("test-file\n"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (exact), ==, strlen ("test-file\n"));
  g_assert_null (dp_file_read (file, strlen ("test-file"), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
test_replace (Fixture *fixture,
              gconstpointer data)
{
  put (fixture, "first");
  assert_content (fixture, "first");
  put (fixture, "second, and longer");
  assert_content (fixture, "second, and longer");
  put (fixture, "");
  assert_content (fixture, "");
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static guint
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_mode (Fixture *fixture,
           gconstpointer data)
{
  mode_t before = umask (0027);

  put (fixture, "new");
  g_assert_cmphex (mode_of (fixture->path), ==, 0640);
  g_assert_cmpint (chmod (fixture->path, 0604), ==, 0);
  put (fixture, "old");
  g_assert_cmphex (mode_of (fixture->path), ==, 0604);
  umask (before);
}

static void
test_link (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GBytes) bytes = bytes_of ("through the link");
  g_autoptr (GError) error = NULL;

  put (fixture, "target");
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_true (dp_file_replace (file, bytes, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture, "through the link");
}

static char *
digest_of (const char *text)
{
  g_autoptr (GBytes) bytes = bytes_of (text);

  return dp_sha256 (bytes);
}

static void
test_expected (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *first = digest_of ("first");
  g_autoptr (GBytes) second = bytes_of ("second");
  g_autoptr (GError) error = NULL;

  assert_replace_fails (fixture, "x", first, NULL, G_IO_ERROR_WRONG_ETAG);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
  put (fixture, "first");
  assert_replace_fails (fixture, "x", "", NULL, G_IO_ERROR_WRONG_ETAG);
  g_assert_true (dp_file_replace (fixture->file, second, first, NULL, &error));
  g_assert_no_error (error);
  assert_replace_fails (fixture, "x", first, NULL, G_IO_ERROR_WRONG_ETAG);
  assert_content (fixture, "second");
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

#define N_WRITERS 4
#define N_ROUNDS 25

/* Each adds one letter at a time to what it has read; what it did not get in, it tries again. If a
 * writer ever overwrote another's letter, the file would end up too short. */
static gpointer
append_letters (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < N_ROUNDS;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) old = dp_file_read (fixture->file, 10000, NULL, NULL);
      g_autofree char *digest = dp_sha256 (old);
      gsize length;
      const char *text = g_bytes_get_data (old, &length);
      g_autofree char *longer = g_strdup_printf ("%.*sx", (int) length, text);
      g_autoptr (GBytes) bytes = bytes_of (longer);

      if (dp_file_replace (fixture->file, bytes, digest, NULL, &error))
        i++;
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
    }
  return NULL;
}

static void
test_many_writers (Fixture *fixture,
                   gconstpointer data)
{
  GThread *threads[N_WRITERS];
  g_autofree char *expected = g_strnfill (N_WRITERS * N_ROUNDS, 'x');

  put (fixture, "");
  for (guint i = 0; i < N_WRITERS; i++)
    threads[i] = g_thread_new ("writer", append_letters, fixture);
  for (guint i = 0; i < N_WRITERS; i++)
    g_thread_join (threads[i]);
  assert_content (fixture, expected);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

/* A file may not grow beyond a limit: to a writer that is a disk that is full in the middle. */
static void
test_full_disk (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;
  gboolean ok;

  put (fixture, "old");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 65536;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  ok = dp_file_replace (fixture->file, bytes, NULL, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_false (ok);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "case é.json"));
  assert_content (fixture, "old");
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_replace_what_cannot_be (Fixture *fixture,
                             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "case.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (nowhere);
  g_autoptr (GFile) remote = g_file_new_for_uri ("http://example.org/case.json");
  g_autoptr (GBytes) bytes = bytes_of ("x");
  g_autoptr (GError) error = NULL;

  g_assert_false (dp_file_replace (file, bytes, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (dp_file_replace (remote, bytes, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);

  put (fixture, "old");
  g_cancellable_cancel (cancellable);
  assert_replace_fails (fixture, "new", NULL, cancellable, G_IO_ERROR_CANCELLED);
  assert_content (fixture, "old");

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_replace_fails (fixture, "new", NULL, NULL, G_IO_ERROR_IS_DIRECTORY);
  assert_replace_fails (fixture, "new", "", NULL, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
test_read_only (Fixture *fixture,
                gconstpointer data)
{
  put (fixture, "old");
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  if (geteuid () == 0)
    {
      /* Who may write everything is not stopped, and the mode stays. */
      put (fixture, "new");
      g_assert_cmphex (mode_of (fixture->path), ==, 0444);
      return;
    }
  assert_replace_fails (fixture, "new", NULL, NULL, G_IO_ERROR_PERMISSION_DENIED);
  assert_content (fixture, "old");
}

static void
test_sha256 (void)
{
  g_autofree char *empty = digest_of ("");
  g_autofree char *abc = digest_of ("abc");

  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/file/read", test_read);
  add ("/file/read-large", test_read_large);
  add ("/file/read-what-is-no-file", test_read_what_is_no_file);
  add ("/file/read-without-size", test_read_without_size);
  add ("/file/replace", test_replace);
  add ("/file/mode", test_mode);
  add ("/file/link", test_link);
  add ("/file/expected", test_expected);
  add ("/file/many-writers", test_many_writers);
  add ("/file/full-disk", test_full_disk);
  add ("/file/replace-what-cannot-be", test_replace_what_cannot_be);
  add ("/file/read-only", test_read_only);
  g_test_add_func ("/file/sha256", test_sha256);
  return g_test_run ();
}
