/* test-library.c: a folder of case folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <signal.h>
#include <sys/resource.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "library/dp-case-entry-private.h"
#include "library/dp-copy.h"
#include "library/dp-scan.h"
#include "folders.h"

static DpCaseEntry *
find_title (DpLibrary *library,
            const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (DpCaseEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (g_str_equal (dp_case_entry_get_title (entry), title))
        return entry;
    }
  g_assert_not_reached ();
}

static void
assert_titles (DpLibrary *library,
               const char *expected)
{
  g_autofree char *titles = folders_list_titles (library);

  g_assert_cmpstr (titles, ==, expected);
}

static void
changed_cb (GListModel *model,
            guint position,
            guint removed,
            guint added,
            gpointer user_data)
{
  GString *changes = user_data;

  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

/* Remembers any result of an asynchronous call. */
static void
result_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_children (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (folder, "standard::name", 0, NULL, NULL);
  GFileInfo *info;
  guint n = 0;

  while (children != NULL && g_file_enumerator_iterate (children, &info, NULL, NULL, NULL) && info != NULL)
    n++;

  return n;
}

static void
set_title (GFile *folder,
           DpClock *clock,
           const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) file = dp_case_file_load (folder, clock, &error);

  g_assert_no_error (error);
  dp_clock_advance (clock, 60);
  dp_case_set_title (dp_case_file_get_case (file), title);
  g_assert_true (dp_case_file_save (file, &error));
  g_assert_no_error (error);
}

/* As a copy from another machine brings it. */
static void
set_modified (GFile *folder,
              const char *modified)
{
  g_autoptr (GFile) json = g_file_get_child (folder, "case.json");
  g_autoptr (DpCase) dp_case = dp_case_read (folder, NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  dp_case_set_modified (dp_case, modified);
  node = dp_case_to_json (dp_case);
  bytes = dp_json_write (node);
  dp_file_replace (json, bytes, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_scan (Folders *folders,
           gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) two = folders_add_case (folders, "two", "Two");
  g_autoptr (GFile) hidden = folders_add_case (folders, ".trash", "Hidden");
  g_autoptr (GFile) outside = g_file_get_child (folders->top, "outside");
  g_autoptr (GFile) link = g_file_get_child (folders->library, "link");
  g_autoptr (GFile) pipe = g_file_get_child (folders->library, "pipe");
  g_autoptr (GFile) pipe_json = g_file_get_child (pipe, "case.json");
  g_autoptr (GFile) linked = g_file_get_child (folders->library, "linked");
  g_autoptr (GFile) linked_json = g_file_get_child (linked, "case.json");
  g_autoptr (DpLibrary) library = folders_open (folders);
  DpCaseEntry *entry;

  folders_write (folders, "narratives.json", "{}");
  folders_write (folders, "junk/readme.txt", "No case here");
  folders_write (folders, "broken/case.json", "{\"format\":");
  folders_write (folders, "../outside/case.json", "{}");
  g_assert_cmpint (symlink (g_file_peek_path (outside), g_file_peek_path (link)), ==, 0);
  /* Whoever opens this one waits for ever. */
  g_assert_true (g_file_make_directory (pipe, NULL, NULL));
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe_json), 0600), ==, 0);
  /* One case in two places would be two with one id. */
  g_assert_true (g_file_make_directory (linked, NULL, NULL));
  g_assert_cmpint (symlink ("../one/case.json", g_file_peek_path (linked_json)), ==, 0);

  folders_scan (library);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, 5);
  g_assert_cmpuint (dp_library_get_n_problems (library), ==, 3);
  entry = find_title (library, "broken");
  g_assert_cmpstr (dp_case_entry_get_problem (entry), !=, "");
  g_assert_cmpstr (dp_case_entry_get_id (entry), ==, "");
  entry = find_title (library, "pipe");
  g_assert_cmpstr (dp_case_entry_get_problem (entry), !=, "");
  entry = find_title (library, "Two");
  g_assert_cmpstr (dp_case_entry_get_problem (entry), ==, "");
  g_assert_true (dp_library_find (library, dp_case_entry_get_id (entry)) == entry);
  g_assert_true (g_file_equal (dp_case_entry_get_folder (entry), two));
  g_assert_null (dp_library_find (library, ""));

  /* What was mended is read again. */
  g_assert_cmpint (unlink (g_file_peek_path (pipe_json)), ==, 0);
  folders_scan (library);
  g_assert_cmpuint (dp_library_get_n_problems (library), ==, 2);
}

static void
test_missing (Folders *folders,
              gconstpointer data)
{
  g_autoptr (GFile) missing = g_file_get_child (folders->library, "missing");
  g_autoptr (GFile) file = g_file_get_child (folders->library, "file");
  g_autoptr (DpLibrary) library = dp_library_new (missing, folders->cache, folders->clock);
  g_autoptr (DpLibrary) not_a_folder = dp_library_new (file, folders->cache, folders->clock);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  folders_scan (library);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, 0);
  g_assert_false (g_file_query_exists (missing, NULL));

  folders_write (folders, "file", "x");
  dp_library_scan_async (not_a_folder, NULL, result_cb, &result);
  wait_for (&result);
  g_assert_false (dp_library_scan_finish (not_a_folder, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_false (dp_library_is_scanning (not_a_folder));
}

static void
test_only_changed (Folders *folders,
                   gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) two = folders_add_case (folders, "two", "Two");
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DpScan) first = dp_scan_folder (folders->library, known, NULL, NULL);
  g_autoptr (DpScan) second = NULL;
  g_autoptr (DpScan) third = NULL;
  g_autoptr (DpScan) fourth = NULL;

  g_assert_cmpuint (first->found->len, ==, 2);
  g_assert_cmpuint (first->changed->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      DpCaseFacts *facts = g_ptr_array_index (first->found, i);

      g_hash_table_insert (known, facts->name, facts);
    }

  second = dp_scan_folder (folders->library, known, NULL, NULL);
  g_assert_cmpuint (second->found->len, ==, 2);
  g_assert_cmpuint (second->changed->len, ==, 0);

  /* Saved a moment ago, it may be saved once more within the same tick: it is read until it rests. */
  set_title (two, folders->clock, "Changed");
  third = dp_scan_folder (folders->library, known, NULL, NULL);
  g_assert_cmpuint (third->changed->len, ==, 1);
  g_assert_cmpstr (((DpCaseFacts *) g_ptr_array_index (third->changed, 0))->title, ==, "Changed");
  g_hash_table_insert (known, (gpointer) "two", g_ptr_array_index (third->changed, 0));
  fourth = dp_scan_folder (folders->library, known, NULL, NULL);
  g_assert_cmpuint (fourth->changed->len, ==, 1);
}

/* The second start believes the index: what stands in the file meanwhile, with the same size and
 * time, is not even looked at. */
static void
test_second_start (Folders *folders,
                   gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) json = g_file_get_child (one, "case.json");
  g_autofree char *contents = NULL;
  gsize length;
  struct stat status;
  struct timespec times[2];
  g_autoptr (DpLibrary) first = folders_open (folders);
  g_autoptr (DpLibrary) second = folders_open (folders);
  g_autoptr (DpLibrary) third = NULL;

  folders_scan (first);
  assert_titles (first, "One");

  g_assert_cmpint (stat (g_file_peek_path (json), &status), ==, 0);
  g_assert_true (g_file_load_contents (json, NULL, &contents, &length, NULL, NULL));
  memset (contents, 'x', length);
  g_assert_true (g_file_set_contents (g_file_peek_path (json), contents, length, NULL));
  times[0] = times[1] = status.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (json), times, 0), ==, 0);
  folders_scan (second);
  assert_titles (second, "One");
  g_assert_cmpuint (dp_library_get_n_problems (second), ==, 0);

  /* Without the index all is read anew. Nothing of it ever lay in the library. */
  g_assert_cmpuint (count_children (folders->library), ==, 1);
  g_assert_cmpuint (count_children (folders->cache), ==, 1);
  dp_copy_discard (folders->cache);
  third = folders_open (folders);
  folders_scan (third);
  g_assert_cmpuint (dp_library_get_n_problems (third), ==, 1);
}

static void
test_no_cache (Folders *folders,
               gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) two = NULL;
  g_autoptr (DpLibrary) library = NULL;

  /* Where the cache should be there is a file. */
  folders_write (folders, "../cache", "x");
  library = folders_open (folders);
  folders_scan (library);
  assert_titles (library, "One");
  two = folders_add_case (folders, "two", "Two");
  folders_scan (library);
  assert_titles (library, "Two\nOne");
}

static void
test_list_changes (Folders *folders,
                   gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) two = folders_add_case (folders, "two", "Two");
  g_autoptr (GFile) three = folders_add_case (folders, "three", "Three");
  g_autoptr (GFile) four = NULL;
  g_autoptr (GFile) moved = g_file_get_child (folders->top, "moved");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (DpCaseEntry) entry = NULL;
  g_autoptr (DpCaseEntry) middle = NULL;

  g_signal_connect (library, "items-changed", G_CALLBACK (changed_cb), changes);
  folders_scan (library);
  assert_titles (library, "Three\nTwo\nOne");
  g_assert_cmpstr (changes->str, ==, "0-0+3 ");
  entry = g_object_ref (find_title (library, "One"));
  middle = g_object_ref (find_title (library, "Two"));

  /* Nothing new: not a sound. */
  g_string_truncate (changes, 0);
  folders_scan (library);
  g_assert_cmpstr (changes->str, ==, "");

  /* The last becomes the first, in one change, and stays the same object. */
  set_title (one, folders->clock, "Changed");
  folders_scan (library);
  assert_titles (library, "Changed\nThree\nTwo");
  g_assert_cmpstr (changes->str, ==, "0-3+3 ");
  g_assert_true (find_title (library, "Changed") == entry);

  /* One goes, one comes. */
  g_string_truncate (changes, 0);
  g_assert_true (g_file_move (three, moved, 0, NULL, NULL, NULL, NULL));
  four = folders_add_case (folders, "four", "Four");
  folders_scan (library);
  assert_titles (library, "Four\nChanged\nTwo");
  g_assert_cmpstr (changes->str, ==, "1-1+0 0-0+1 ");
  g_assert_true (find_title (library, "Two") == middle);

  /* With another title, and in its place. */
  g_string_truncate (changes, 0);
  set_title (four, folders->clock, "Five");
  folders_scan (library);
  assert_titles (library, "Five\nChanged\nTwo");
  g_assert_cmpstr (changes->str, ==, "");

  /* Somebody else's change, made before the one at the top: only what moves is in the change. */
  set_modified (two, "2026-01-10T08:04:30Z");
  folders_scan (library);
  assert_titles (library, "Five\nTwo\nChanged");
  g_assert_cmpstr (changes->str, ==, "1-2+2 ");
}

static void
test_update (Folders *folders,
             gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) two = folders_add_case (folders, "two", "Two");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpCaseFile) file = dp_case_file_load (one, folders->clock, NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;
  DpCaseEntry *entry;

  folders_scan (library);
  entry = find_title (library, "One");
  g_signal_connect (library, "items-changed", G_CALLBACK (changed_cb), changes);

  /* A scan that began before the save does not bring the old title back. */
  dp_library_scan_async (library, NULL, result_cb, &result);
  dp_clock_advance (folders->clock, 60);
  dp_case_set_title (dp_case_file_get_case (file), "Saved");
  g_assert_true (dp_case_file_save (file, NULL));
  dp_library_update (library, file);
  assert_titles (library, "Saved\nTwo");
  g_assert_true (find_title (library, "Saved") == entry);
  g_assert_cmpstr (changes->str, ==, "0-2+2 ");
  wait_for (&result);
  assert_titles (library, "Saved\nTwo");

  folders_scan (library);
  assert_titles (library, "Saved\nTwo");
  g_assert_cmpstr (changes->str, ==, "0-2+2 ");

  /* A case of another folder is none of this library. */
  {
    g_autoptr (GFile) elsewhere = g_file_get_child (folders->top, "elsewhere");
    g_autoptr (DpCase) dp_case = dp_case_new ();
    g_autoptr (DpCaseFile) other = dp_case_file_create (elsewhere, dp_case, folders->clock, NULL);

    dp_library_update (library, other);
    assert_titles (library, "Saved\nTwo");
  }
}

/* In microseconds: when it was last written. */
static gint64
get_time (GFile *folder,
          const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autoptr (GFileInfo) info = g_file_query_info (file, "time::modified,time::modified-usec", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time = g_file_info_get_modification_date_time (info);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
}

static void
test_create (Folders *folders,
             gconstpointer data)
{
  g_autoptr (GFile) fresh = g_file_resolve_relative_path (folders->top, "new/library");
  g_autoptr (DpLibrary) library = dp_library_new (fresh, folders->cache, folders->clock);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<p>Page</p>", 11);
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (DpSealed) sealed = dp_sealed_new (bytes);
  g_autoptr (GError) error = NULL;
  const char *const names[] = { "2026-01-10-uber-die-frage", "2026-01-10-uber-die-frage-2", "2026-01-10-case" };

  dp_article_set_sealed (article, sealed);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DpCase) dp_case = dp_case_new ();
      g_autoptr (DpCaseFile) file = NULL;
      g_autofree char *name = NULL;
      DpCaseEntry *entry;

      dp_case_set_title (dp_case, i < 2 ? "Über die Frage" : "");
      if (i == 0)
        dp_case_add_article (dp_case, article);
      file = dp_library_create_case (library, dp_case, i == 0 ? bytes : NULL, &error);
      g_assert_no_error (error);
      name = g_file_get_basename (dp_case_file_get_folder (file));
      g_assert_cmpstr (name, ==, names[i]);

      entry = dp_library_find (library, dp_case_get_id (dp_case));
      g_assert_nonnull (entry);
      g_assert_true (g_file_equal (dp_case_entry_get_folder (entry), dp_case_file_get_folder (file)));
      if (i == 0)
        {
          g_assert_true (dp_sealed_check (sealed, dp_case_file_get_folder (file), &error));
          g_assert_no_error (error);
          /* Who finds the case finds what it speaks of. */
          g_assert_cmpint (get_time (dp_case_file_get_folder (file), "sealed"), <=, get_time (dp_case_file_get_folder (file), "case.json"));
        }
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, 3);
  folders_scan (library);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, 3);
  g_assert_cmpuint (dp_library_get_n_problems (library), ==, 0);
}

static void
test_create_fails (Folders *folders,
                   gconstpointer data)
{
  g_autoptr (GFile) file = g_file_get_child (folders->library, "file");
  g_autoptr (GFile) below = g_file_get_child (file, "library");
  g_autoptr (DpLibrary) library = dp_library_new (below, folders->cache, folders->clock);
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (GError) error = NULL;

  folders_write (folders, "file", "x");
  g_assert_null (dp_library_create_case (library, dp_case, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, 0);
}

static void
test_open (Folders *folders,
           gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) broken = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (GError) error = NULL;

  folders_write (folders, "broken/case.json", "[]");
  folders_scan (library);
  dp_library_open_async (library, find_title (library, "One"), NULL, result_cb, &result);
  dp_library_open_async (library, find_title (library, "broken"), NULL, result_cb, &broken);
  wait_for (&result);
  wait_for (&broken);

  file = dp_library_open_finish (library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dp_case_get_title (dp_case_file_get_case (file)), ==, "One");
  g_assert_null (dp_library_open_finish (library, broken, &error));
  g_assert_error (error, DP_CASE_ERROR, DP_CASE_ERROR_NOT_A_CASE);
}

static gboolean
exists (GFile *folder,
        const char *path)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);

  return g_file_query_exists (file, NULL);
}

static void
test_duplicate (Folders *folders,
                gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) json = g_file_get_child (one, "case.json");
  g_autoptr (DpCaseFile) original = dp_case_file_load (one, folders->clock, NULL);
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DpCaseEntry) copy = NULL;
  g_autoptr (DpCase) dp_case = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  dp_case_set_state (dp_case_file_get_case (original), DP_CASE_STATE_PUBLISHED);
  g_assert_true (dp_case_file_save (original, NULL));
  folders_write (folders, "one/sealed/abc", "sealed");
  folders_write (folders, "one/attachments/deep/picture.png", "picture");
  folders_write (folders, "one/.hidden", "x");
  g_assert_true (g_file_load_contents (json, NULL, &before, NULL, NULL, NULL));
  folders_scan (library);

  dp_clock_advance (folders->clock, 3600);
  dp_library_duplicate_async (library, find_title (library, "One"), NULL, result_cb, &result);
  wait_for (&result);
  copy = dp_library_duplicate_finish (library, result, &error);
  g_assert_no_error (error);
  assert_titles (library, "One (copy)\nOne");
  g_assert_cmpint (dp_case_entry_get_state (copy), ==, DP_CASE_STATE_DRAFT);

  dp_case = dp_case_read (dp_case_entry_get_folder (copy), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dp_case_get_id (dp_case), ==, dp_case_entry_get_id (copy));
  g_assert_cmpstr (dp_case_get_id (dp_case), !=, dp_case_get_id (dp_case_file_get_case (original)));
  g_assert_cmpstr (dp_case_get_created (dp_case), !=, dp_case_get_created (dp_case_file_get_case (original)));
  g_assert_true (exists (dp_case_entry_get_folder (copy), "sealed/abc"));
  g_assert_true (exists (dp_case_entry_get_folder (copy), "attachments/deep/picture.png"));
  g_assert_false (exists (dp_case_entry_get_folder (copy), ".hidden"));

  /* The original is as it was, and the copy is there when all is read anew. */
  g_assert_true (g_file_load_contents (json, NULL, &after, NULL, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  folders_scan (library);
  assert_titles (library, "One (copy)\nOne");
}

/* Nothing of a copy that came to nothing stays. */
static void
test_duplicate_fails (Folders *folders,
                      gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (GAsyncResult) broken = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  folders_write (folders, "broken/case.json", "[]");
  folders_scan (library);
  dp_library_duplicate_async (library, find_title (library, "broken"), NULL, result_cb, &broken);
  wait_for (&broken);
  g_assert_null (dp_library_duplicate_finish (library, broken, &error));
  g_assert_error (error, DP_CASE_ERROR, DP_CASE_ERROR_NOT_A_CASE);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  dp_library_duplicate_async (library, find_title (library, "One"), cancellable, result_cb, &cancelled);
  wait_for (&cancelled);
  g_assert_null (dp_library_duplicate_finish (library, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_children (folders->library), ==, 2);
}

/* The disk is full in the middle of it. */
static void
test_duplicate_on_full_disk (Folders *folders,
                             gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *picture = g_strnfill (1024 * 1024, 'x');
  struct rlimit before;
  struct rlimit limit;

  folders_write (folders, "one/attachments/picture.png", picture);
  folders_scan (library);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = (struct rlimit){ 512 * 1024, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  dp_library_duplicate_async (library, find_title (library, "One"), NULL, result_cb, &result);
  wait_for (&result);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_null (dp_library_duplicate_finish (library, result, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_children (folders->library), ==, 1);
  assert_titles (library, "One");
}

static void
test_trash (Folders *folders,
            gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) two = folders_add_case (folders, "two", "Two");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpCaseEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  folders_scan (library);
  entry = g_object_ref (find_title (library, "One"));
  g_assert_true (dp_library_trash (library, entry, &error));
  g_assert_no_error (error);
  assert_titles (library, "Two");
  g_assert_false (g_file_query_exists (one, NULL));
  g_assert_true (exists (folders->library, ".trash/one/case.json"));
  folders_scan (library);
  assert_titles (library, "Two");

  g_assert_true (dp_library_restore (library, entry, &error));
  g_assert_no_error (error);
  assert_titles (library, "Two\nOne");
  g_assert_true (find_title (library, "One") == entry);
  g_assert_true (exists (folders->library, "one/case.json"));
  folders_scan (library);
  assert_titles (library, "Two\nOne");
}

/* Where it was there is another one meanwhile; in the trash as well. */
static void
test_restore_beside (Folders *folders,
                     gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) other = NULL;
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpCaseEntry) first = NULL;
  g_autoptr (DpCaseEntry) second = NULL;
  g_autofree char *name = NULL;

  folders_scan (library);
  first = g_object_ref (find_title (library, "One"));
  g_assert_true (dp_library_trash (library, first, NULL));
  other = folders_add_case (folders, "one", "Other");
  folders_scan (library);
  second = g_object_ref (find_title (library, "Other"));

  g_assert_true (dp_library_restore (library, first, NULL));
  name = g_file_get_basename (dp_case_entry_get_folder (first));
  g_assert_cmpstr (name, ==, "one-2");
  assert_titles (library, "Other\nOne");

  folders_write (folders, ".trash/one/note.txt", "taken");
  g_assert_true (dp_library_trash (library, second, NULL));
  g_assert_true (exists (folders->library, ".trash/one-2/case.json"));
  assert_titles (library, "One");
  folders_scan (library);
  assert_titles (library, "One");
}

/* Whatever this file system has for a trash: nothing is lost on the way. */
static void
test_empty_trash (Folders *folders,
                  gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (GFile) trashed = g_file_resolve_relative_path (folders->library, ".trash/one/case.json");
  g_autoptr (GFile) desktop = g_file_new_build_filename (g_get_user_data_dir (), "Trash", "files", "one", "case.json", NULL);
  g_autoptr (GAsyncResult) empty = NULL;
  g_autoptr (GAsyncResult) full = NULL;
  g_autoptr (GError) error = NULL;

  folders_scan (library);
  dp_library_empty_trash_async (library, NULL, result_cb, &empty);
  wait_for (&empty);
  g_assert_true (dp_library_empty_trash_finish (library, empty, &error));
  g_assert_no_error (error);

  /* A sandbox asks its portal, on the session bus; a builder has none, and GLib takes that for a fault. */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) && g_getenv ("DBUS_SESSION_BUS_ADDRESS") == NULL)
    {
      g_test_message ("this sandbox has no session bus: a full trash is not tried");
      return;
    }

  g_assert_true (dp_library_trash (library, find_title (library, "One"), NULL));
  dp_library_empty_trash_async (library, NULL, result_cb, &full);
  wait_for (&full);
  g_assert_true (dp_library_empty_trash_finish (library, full, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_query_exists (trashed, NULL) != g_file_query_exists (desktop, NULL));
}

static void
test_backlinks (Folders *folders,
                gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (GFile) two = folders_add_case (folders, "two", "Two");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpCaseFile) file = dp_case_file_load (two, folders->clock, NULL);
  g_autoptr (DpCase) target = dp_case_read (one, NULL);
  g_autoptr (DpRelation) relation = dp_relation_new (DP_RELATION_SUPERSEDES, dp_case_get_id (target), "One");

  folders_scan (library);
  dp_case_add_relation (dp_case_file_get_case (file), relation);
  g_assert_true (dp_case_file_save (file, NULL));
  dp_library_update (library, file);

  /* From the open case, from the scan, and from the index of the next start. */
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) backlinks = dp_library_find_backlinks (library, dp_case_get_id (target));
      g_autoptr (GPtrArray) none = dp_library_find_backlinks (library, dp_case_get_id (dp_case_file_get_case (file)));
      const DpBacklink *backlink;
      g_autoptr (GFile) json = g_file_get_child (two, "case.json");

      g_assert_cmpuint (none->len, ==, 0);
      g_assert_cmpuint (backlinks->len, ==, 1);
      backlink = g_ptr_array_index (backlinks, 0);
      g_assert_cmpint (backlink->kind, ==, DP_RELATION_SUPERSEDES);
      g_assert_cmpstr (dp_case_entry_get_title (backlink->entry), ==, "Two");

      folders_set_age (json, 3600);
      if (i == 2)
        {
          g_object_unref (library);
          library = folders_open (folders);
        }
      folders_scan (library);
    }
}

static void
test_cancel (Folders *folders,
             gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GError) error = NULL;

  /* One given up, and behind it one that is not. */
  dp_library_scan_async (library, cancellable, result_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  dp_library_scan_async (library, NULL, result_cb, &waiting);
  g_assert_true (dp_library_is_scanning (library));
  wait_for (&cancelled);
  g_assert_false (dp_library_scan_finish (library, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait_for (&waiting);
  g_assert_true (dp_library_scan_finish (library, waiting, NULL));
  g_assert_false (dp_library_is_scanning (library));
  assert_titles (library, "One");
}

/* The window is closed while the scan runs. */
static void
test_gone_while_scanning (Folders *folders,
                          gconstpointer data)
{
  g_autoptr (GFile) one = folders_add_case (folders, "one", "One");
  DpLibrary *library = folders_open (folders);
  g_autoptr (GAsyncResult) result = NULL;

  g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &library);
  dp_library_scan_async (library, NULL, result_cb, &result);
  g_object_unref (library);
  wait_for (&result);
  g_clear_object (&result);
  while (library != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
add (const char *path,
     void (*test) (Folders *, gconstpointer))
{
  g_test_add (path, Folders, NULL, folders_set_up, test, folders_tear_down);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("disproof-home-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (home);
  int code;

  /* The trash of a test is not that of whoever runs it. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  add ("/library/scan", test_scan);
  add ("/library/missing", test_missing);
  add ("/library/only-changed", test_only_changed);
  add ("/library/second-start", test_second_start);
  add ("/library/no-cache", test_no_cache);
  add ("/library/list-changes", test_list_changes);
  add ("/library/update", test_update);
  add ("/library/create", test_create);
  add ("/library/create-fails", test_create_fails);
  add ("/library/open", test_open);
  add ("/library/duplicate", test_duplicate);
  add ("/library/duplicate-fails", test_duplicate_fails);
  add ("/library/duplicate-on-full-disk", test_duplicate_on_full_disk);
  add ("/library/trash", test_trash);
  add ("/library/restore-beside", test_restore_beside);
  add ("/library/empty-trash", test_empty_trash);
  add ("/library/backlinks", test_backlinks);
  add ("/library/cancel", test_cancel);
  add ("/library/gone-while-scanning", test_gone_while_scanning);

  code = g_test_run ();
  dp_copy_discard (folder);

  return code;
}
