/* test-case-file.c: a case in its folder: saving, failing to, two writers, reading again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include "model/dp-case-text.h"
#include "sample-case.h"

typedef struct
{
  char *root;
  GFile *folder;
  DpClock *clock;
  DpCase *dp_case;
  DpCaseFile *file;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("disproof-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_file_new_build_filename (fixture->root, "case", NULL);
  fixture->clock = dp_clock_new_fixed (1768032000);
  fixture->dp_case = sample_case_new (6);
  fixture->file = dp_case_file_create (fixture->folder, fixture->dp_case, fixture->clock, &error);
  g_assert_no_error (error);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gpointer file = fixture->file;
  guint tick;

  /* A save that ends just now may hold on to it for another moment, and its last deed needs the folder. */
  if (file != NULL)
    g_object_add_weak_pointer (file, &file);
  g_clear_object (&fixture->file);
  /* The save's own thread may be the last to let go of it, and wakes nobody. */
  tick = g_timeout_add (5, tick_cb, NULL);
  while (file != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_object_unref (fixture->dp_case);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->folder);
  remove_tree (fixture->root);
  g_free (fixture->root);
}

static char *
get_path (Fixture *fixture,
          const char *name)
{
  return g_build_filename (g_file_peek_path (fixture->folder), name, NULL);
}

/* (transfer full) (nullable) */
static char *
read_case (Fixture *fixture)
{
  g_autofree char *path = get_path (fixture, DP_CASE_FILE_NAME);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
wait_for_state (Fixture *fixture,
                DpSaveState state)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (dp_case_file_get_save_state (fixture->file) != state && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, state);
}

static void
assert_saved (Fixture *fixture)
{
  g_autofree char *on_disk = read_case (fixture);
  g_autofree char *in_memory = sample_case_dup_text (fixture->dp_case);

  g_assert_cmpstr (on_disk, ==, in_memory);
}

/* Nothing but what belongs there. */
static void
assert_tidy (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (fixture->folder), 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_equal (name, DP_CASE_FILE_NAME) || g_str_equal (name, "sealed"));
}

static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *sealed = get_path (fixture, "sealed");
  g_autoptr (DpCaseFile) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (dp_case_get_created (fixture->dp_case), ==, "2026-01-10T08:00:00Z");
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_SAVED);
  g_assert_true (g_file_test (sealed, G_FILE_TEST_IS_DIR));
  assert_saved (fixture);

  again = dp_case_file_create (fixture->folder, fixture->dp_case, fixture->clock, &error);
  g_assert_null (again);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_saved (fixture);
}

static void
test_load (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) loaded = dp_case_file_load (fixture->folder, fixture->clock, &error);
  g_autoptr (DpCase) read = NULL;
  g_autofree char *first = sample_case_dup_text (fixture->dp_case);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_assert_no_error (error);
  second = sample_case_dup_text (dp_case_file_get_case (loaded));
  g_assert_cmpstr (first, ==, second);
  g_assert_false (dp_history_can_undo (dp_case_file_get_history (loaded)));
  g_assert_cmpint (dp_case_file_get_save_state (loaded), ==, DP_SAVE_STATE_SAVED);

  read = dp_case_read (fixture->folder, &error);
  g_assert_no_error (error);
  third = sample_case_dup_text (read);
  g_assert_cmpstr (first, ==, third);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(DpCaseFile **) user_data = dp_case_file_load_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_load_async (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (DpCaseFile) loaded = NULL;
  g_autofree char *first = sample_case_dup_text (fixture->dp_case);
  g_autofree char *second = NULL;

  dp_case_file_load_async (fixture->folder, fixture->clock, NULL, loaded_cb, &loaded);
  while (loaded == NULL)
    g_main_context_iteration (NULL, TRUE);
  second = sample_case_dup_text (dp_case_file_get_case (loaded));
  g_assert_cmpstr (first, ==, second);

  /* Its changes are followed in this thread. */
  dp_case_set_title (dp_case_file_get_case (loaded), "Later");
  g_assert_cmpint (dp_case_file_get_save_state (loaded), ==, DP_SAVE_STATE_PENDING);
}

static void
missing_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (DpCaseFile) file = dp_case_file_load_finish (result, user_data);

  g_assert_null (file);
}

static void
test_load_missing (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->root, "nowhere", NULL);
  g_autoptr (GError) error = NULL;

  dp_case_file_load_async (nowhere, fixture->clock, NULL, missing_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_autosave (Fixture *fixture,
               gconstpointer data)
{
  dp_clock_advance (fixture->clock, 60);
  dp_case_set_title (fixture->dp_case, "Changed");
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_PENDING);
  wait_for_state (fixture, DP_SAVE_STATE_SAVING);
  wait_for_state (fixture, DP_SAVE_STATE_SAVED);
  g_assert_cmpstr (dp_case_get_modified (fixture->dp_case), ==, "2026-01-10T08:01:00Z");
  assert_saved (fixture);
  assert_tidy (fixture);

  dp_history_undo (dp_case_file_get_history (fixture->file));
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_PENDING);
  wait_for_state (fixture, DP_SAVE_STATE_SAVED);
  assert_saved (fixture);
}

static gboolean
too_late_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Whoever types without a pause is saved as soon as everybody else. */
static void
test_continuous_change (Fixture *fixture,
                        gconstpointer data)
{
  gboolean too_late = FALSE;
  guint i = 0;
  guint timer;

  dp_case_set_summary (fixture->dp_case, "Typed");
  timer = g_timeout_add (1000, too_late_cb, &too_late);
  while (dp_case_file_get_save_state (fixture->file) != DP_SAVE_STATE_SAVING)
    {
      g_autofree char *summary = g_strdup_printf ("Typed on, %u", i++);

      g_assert_false (too_late);
      dp_case_set_summary (fixture->dp_case, summary);
      g_main_context_iteration (NULL, FALSE);
    }
  g_source_remove (timer);
  wait_for_state (fixture, DP_SAVE_STATE_SAVED);
  assert_saved (fixture);
}

static void
test_edit_while_saving (Fixture *fixture,
                        gconstpointer data)
{
  dp_case_set_title (fixture->dp_case, "First");
  wait_for_state (fixture, DP_SAVE_STATE_SAVING);
  dp_case_set_title (fixture->dp_case, "Second");
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_SAVING);
  wait_for_state (fixture, DP_SAVE_STATE_PENDING);
  wait_for_state (fixture, DP_SAVE_STATE_SAVED);
  assert_saved (fixture);
}

static void
test_save_now (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dp_case_file_save (fixture->file, &error));
  dp_case_set_title (fixture->dp_case, "First");
  g_assert_true (dp_case_file_save (fixture->file, &error));
  g_assert_no_error (error);
  assert_saved (fixture);

  /* One under way is waited for, and what came after it is saved too. */
  dp_case_set_title (fixture->dp_case, "Second");
  wait_for_state (fixture, DP_SAVE_STATE_SAVING);
  dp_case_set_title (fixture->dp_case, "Third");
  g_assert_true (dp_case_file_save (fixture->file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_SAVED);
  assert_saved (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_SAVED);
}

typedef struct
{
  guint n_done;
  GError *error;
} Saved;

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  Saved *saved = user_data;

  g_clear_error (&saved->error);
  g_assert_cmpint (dp_case_file_save_finish (DP_CASE_FILE (source), result, &saved->error), ==, saved->error == NULL);
  saved->n_done++;
}

static void
wait_for_saved (Saved *saved,
                guint n)
{
  while (saved->n_done < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_save_async (Fixture *fixture,
                 gconstpointer data)
{
  Saved saved = { 0, NULL };

  dp_case_file_save_async (fixture->file, NULL, saved_cb, &saved);
  wait_for_saved (&saved, 1);
  dp_case_set_title (fixture->dp_case, "First");
  dp_case_file_save_async (fixture->file, NULL, saved_cb, &saved);
  dp_case_set_title (fixture->dp_case, "Second");
  dp_case_file_save_async (fixture->file, NULL, saved_cb, &saved);
  wait_for_saved (&saved, 3);
  g_assert_no_error (saved.error);
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_SAVED);
  assert_saved (fixture);
}

static void
test_close (Fixture *fixture,
            gconstpointer data)
{
  dp_case_set_title (fixture->dp_case, "Closed at once");
  g_clear_object (&fixture->file);
  assert_saved (fixture);
}

/* Somebody else wrote the file: theirs stays, ours waits for a folder of its own. */
static void
test_two_writers (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) other = dp_case_file_load (fixture->folder, fixture->clock, &error);
  g_autofree char *theirs = NULL;
  g_autofree char *still_theirs = NULL;
  g_autofree char *old_id = g_strdup (dp_case_get_id (fixture->dp_case));

  dp_case_set_title (dp_case_file_get_case (other), "Theirs");
  g_assert_true (dp_case_file_save (other, &error));
  theirs = read_case (fixture);

  dp_case_set_title (fixture->dp_case, "Ours");
  wait_for_state (fixture, DP_SAVE_STATE_FAILED);
  g_assert_nonnull (strstr (dp_case_file_get_problem (fixture->file), "copy"));
  dp_case_set_title (fixture->dp_case, "Ours, later");
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_FAILED);
  g_assert_false (dp_case_file_save (fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_clear_error (&error);
  still_theirs = read_case (fixture);
  g_assert_cmpstr (theirs, ==, still_theirs);
  assert_tidy (fixture);

  g_assert_true (dp_case_file_save_as_copy (fixture->file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_SAVED);
  g_assert_cmpstr (dp_case_file_get_problem (fixture->file), ==, "");
  g_assert_cmpstr (dp_case_get_id (fixture->dp_case), !=, old_id);
  g_set_object (&fixture->folder, dp_case_file_get_folder (fixture->file));
  g_assert_true (g_str_has_suffix (g_file_peek_path (fixture->folder), "/case-2"));
  assert_saved (fixture);

  /* And goes on there. */
  dp_case_set_title (fixture->dp_case, "Ours, in its own folder");
  g_assert_true (dp_case_file_save (fixture->file, &error));
  assert_saved (fixture);
}

/* Waits until what somebody else wrote is noticed. */
static void
wait_for_outside (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint tick = g_timeout_add (20, tick_cb, NULL);

  while (!dp_case_file_is_changed_outside (fixture->file) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_assert_true (dp_case_file_is_changed_outside (fixture->file));
}

static void
write_outside (Fixture *fixture,
               const char *title,
               const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) other = dp_case_file_load (fixture->folder, fixture->clock, &error);

  g_assert_no_error (error);
  if (title != NULL)
    dp_case_set_title (dp_case_file_get_case (other), title);
  if (language != NULL)
    dp_case_set_language (dp_case_file_get_case (other), language);
  g_assert_true (dp_case_file_save (other, &error));
}

/* Noticed without a change here; what both changed, in different places, is all there then. */
static void
test_outside (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (DpCase) merged = NULL;

  dp_case_file_watch (fixture->file);
  dp_case_set_title (fixture->dp_case, "Saved from here");
  g_assert_true (dp_case_file_save (fixture->file, &error));
  write_outside (fixture, NULL, "fr");
  wait_for_outside (fixture);
  g_assert_cmpstr (dp_case_file_get_problem (fixture->file), !=, "");

  dp_case_set_title (fixture->dp_case, "Not saved yet");
  g_assert_true (dp_case_file_merge (fixture->file, NULL, &conflicts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 0);
  merged = dp_case_read (fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dp_case_get_title (merged), ==, "Not saved yet");
  g_assert_cmpstr (dp_case_get_language (merged), ==, "fr");
  assert_tidy (fixture);
}

/* Nor is what is written here taken for somebody else's, however the looks and the saves fall together. */
static void
test_outside_own (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  dp_case_file_watch (fixture->file);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      /* A look may begin here, reads what is there while we sleep, and ends after the save. */
      g_main_context_iteration (NULL, FALSE);
      g_usleep (3000);
      dp_case_set_title (fixture->dp_case, title);
      g_assert_true (dp_case_file_save (fixture->file, &error));
      g_assert_false (dp_case_file_is_changed_outside (fixture->file));
    }
  g_assert_true (dp_case_file_save (fixture->file, &error));
  g_assert_no_error (error);
}

/* What both changed waits for a decision, and theirs stays as it is until then. */
static void
test_outside_decision (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DpCase) merged = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *still_theirs = NULL;

  dp_case_file_watch (fixture->file);
  dp_case_set_title (fixture->dp_case, "Ours");
  write_outside (fixture, "Theirs", NULL);
  theirs = read_case (fixture);
  wait_for_outside (fixture);

  g_assert_false (dp_case_file_merge (fixture->file, NULL, &conflicts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (((DpMergeConflict *) conflicts->pdata[0])->place, ==, "/title");
  still_theirs = read_case (fixture);
  g_assert_cmpstr (theirs, ==, still_theirs);

  g_hash_table_insert (choices, (char *) "/title", GINT_TO_POINTER (DP_MERGE_THEIRS));
  g_clear_pointer (&conflicts, g_ptr_array_unref);
  g_assert_true (dp_case_file_merge (fixture->file, choices, &conflicts, &error));
  merged = dp_case_read (fixture->folder, &error);
  g_assert_cmpstr (dp_case_get_title (merged), ==, "Theirs");
}

/* Half of a file is waited for, never taken, and a merge with it fails and leaves it as it is. */
static void
test_outside_half (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *path = get_path (fixture, DP_CASE_FILE_NAME);
  g_autofree char *whole = read_case (fixture);
  g_autofree char *half = g_strndup (whole, strlen (whole) / 2);
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  g_assert_true (g_file_set_contents (path, half, -1, NULL));
  dp_case_set_title (fixture->dp_case, "Ours");
  wait_for_state (fixture, DP_SAVE_STATE_FAILED);
  g_assert_false (dp_case_file_merge (fixture->file, NULL, &conflicts, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  left = read_case (fixture);
  g_assert_cmpstr (left, ==, half);

  /* The rest of it comes. */
  g_assert_true (g_file_set_contents (path, whole, -1, NULL));
  g_clear_pointer (&conflicts, g_ptr_array_unref);
  g_assert_true (dp_case_file_merge (fixture->file, NULL, &conflicts, &error));
  g_assert_no_error (error);
  g_free (left);
  left = read_case (fixture);
  g_assert_nonnull (strstr (left, "\"title\": \"Ours\""));
}

/* The disk is full just when it is merged: nothing is lost, and it works later. */
static void
test_outside_full_disk (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *left = NULL;
  struct rlimit old;
  struct rlimit small;

  write_outside (fixture, NULL, "fr");
  theirs = read_case (fixture);
  dp_case_set_title (fixture->dp_case, "Ours");
  wait_for_state (fixture, DP_SAVE_STATE_FAILED);

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  small = old;
  small.rlim_cur = 1000;
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_false (dp_case_file_merge (fixture->file, NULL, &conflicts, &error));
  setrlimit (RLIMIT_FSIZE, &old);
  g_assert_nonnull (error);
  g_clear_error (&error);
  left = read_case (fixture);
  g_assert_cmpstr (left, ==, theirs);
  assert_tidy (fixture);

  g_clear_pointer (&conflicts, g_ptr_array_unref);
  g_assert_true (dp_case_file_merge (fixture->file, NULL, &conflicts, &error));
  g_assert_no_error (error);
}

static void
test_close_in_conflict (Fixture *fixture,
                        gconstpointer data)
{
  g_autofree char *path = get_path (fixture, DP_CASE_FILE_NAME);
  g_autofree char *copy = g_build_filename (fixture->root, "case-2", DP_CASE_FILE_NAME, NULL);
  g_autofree char *text = NULL;

  g_file_set_contents (path, "theirs", -1, NULL);
  dp_case_set_title (fixture->dp_case, "Not to be lost");
  g_clear_object (&fixture->file);
  g_assert_true (g_file_get_contents (copy, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Not to be lost"));
}

static void
test_full_disk (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *before = read_case (fixture);
  g_autofree char *after = NULL;
  struct rlimit old;
  struct rlimit small;
  Saved saved = { 0, NULL };

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  small = old;
  small.rlim_cur = 1000;
  setrlimit (RLIMIT_FSIZE, &small);
  dp_case_set_title (fixture->dp_case, "Too much");
  wait_for_state (fixture, DP_SAVE_STATE_FAILED);
  dp_case_file_save_async (fixture->file, NULL, saved_cb, &saved);
  wait_for_saved (&saved, 1);
  setrlimit (RLIMIT_FSIZE, &old);

  g_assert_nonnull (saved.error);
  g_assert_cmpstr (saved.error->message, ==, dp_case_file_get_problem (fixture->file));
  g_assert_nonnull (strstr (dp_case_file_get_problem (fixture->file), DP_CASE_FILE_NAME));
  g_clear_error (&saved.error);
  after = read_case (fixture);
  g_assert_cmpstr (before, ==, after);
  assert_tidy (fixture);

  /* The next change tries again, with all of it. */
  dp_case_set_language (fixture->dp_case, "de");
  g_assert_cmpint (dp_case_file_get_save_state (fixture->file), ==, DP_SAVE_STATE_PENDING);
  g_assert_cmpstr (dp_case_file_get_problem (fixture->file), ==, "");
  wait_for_state (fixture, DP_SAVE_STATE_SAVED);
  assert_saved (fixture);
}

static void
test_folder_vanished (Fixture *fixture,
                      gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->root, "elsewhere", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (g_file_peek_path (fixture->folder), elsewhere), ==, 0);
  dp_case_set_title (fixture->dp_case, "Homeless");
  wait_for_state (fixture, DP_SAVE_STATE_FAILED);
  g_assert_nonnull (strstr (dp_case_file_get_problem (fixture->file), g_file_peek_path (fixture->folder)));
  g_assert_false (dp_case_file_save (fixture->file, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  /* Put back, it is saved. */
  g_assert_cmpint (g_rename (elsewhere, g_file_peek_path (fixture->folder)), ==, 0);
  g_assert_true (dp_case_file_save (fixture->file, &error));
  g_assert_no_error (error);
  assert_saved (fixture);
}

/* Also for root, who may write anywhere: where the folder should be is a file. */
static void
test_not_a_folder (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->root, "elsewhere", NULL);
  g_autofree char *block = NULL;
  g_autoptr (GFile) inside = NULL;
  g_autoptr (DpCaseFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (g_file_peek_path (fixture->folder), elsewhere), ==, 0);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->folder), "x", 1, NULL));
  dp_case_set_title (fixture->dp_case, "Nowhere to go");
  wait_for_state (fixture, DP_SAVE_STATE_FAILED);
  g_assert_cmpstr (dp_case_file_get_problem (fixture->file), !=, "");

  inside = g_file_get_child (fixture->folder, "new");
  file = dp_case_file_create (inside, fixture->dp_case, fixture->clock, &error);
  g_assert_null (file);
  g_assert_nonnull (error);

  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->folder), &block, NULL, NULL));
  g_assert_cmpstr (block, ==, "x");
  g_remove (g_file_peek_path (fixture->folder));
  g_assert_cmpint (g_rename (elsewhere, g_file_peek_path (fixture->folder)), ==, 0);
}

static void
test_cut_file (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = get_path (fixture, DP_CASE_FILE_NAME);
  g_autofree char *whole = read_case (fixture);
  gsize length = strlen (whole);

  /* Every file that ends too early is told so, and stays as it is. */
  for (gsize cut = 0; cut + 2 < length; cut += 1 + length / 97)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DpCaseFile) file = NULL;
      g_autofree char *part = NULL;
      gsize part_length;

      g_assert_true (g_file_set_contents (path, whole, cut, NULL));
      file = dp_case_file_load (fixture->folder, fixture->clock, &error);
      g_assert_null (file);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_true (g_file_get_contents (path, &part, &part_length, NULL));
      g_assert_cmpmem (whole, cut, part, part_length);
    }
  g_assert_true (g_file_set_contents (path, whole, -1, NULL));
}

static void
test_seal (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("as received\0 with a NUL", 23);
  g_autoptr (DpSealed) sealed = dp_sealed_new (bytes);
  g_autoptr (GFile) file = dp_sealed_get_file (sealed, fixture->folder);
  g_autofree char *folder = get_path (fixture, "sealed");
  g_autoptr (GError) error = NULL;

  g_assert_false (dp_sealed_check (sealed, fixture->folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_rmdir (folder);
  g_assert_true (dp_case_file_seal (fixture->file, bytes, &error));
  g_assert_true (dp_sealed_check (sealed, fixture->folder, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < 2; i++)
    {
      /* As long as it was, and longer. */
      g_assert_true (g_file_set_contents (g_file_peek_path (file), "as received\0 with a nul and more", i == 0 ? 23 : 32, NULL));
      g_assert_false (dp_sealed_check (sealed, fixture->folder, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_clear_error (&error);
    }
  g_assert_true (dp_case_file_seal (fixture->file, bytes, &error));
  g_assert_true (dp_sealed_check (sealed, fixture->folder, &error));

  /* A copy has its own. */
  g_assert_true (dp_case_file_save_as_copy (fixture->file, &error));
  g_assert_no_error (error);
  g_assert_true (dp_sealed_check (sealed, dp_case_file_get_folder (fixture->file), &error));
}

/* What the main loop is held up by. */
static void
test_cost (void)
{
  g_autoptr (DpCase) dp_case = sample_case_new (500);
  g_autoptr (DpHighlight) highlight = g_list_model_get_item (dp_case_list_highlights (dp_case), 250);
  g_autoptr (GPtrArray) first = dp_case_text_get_parts (dp_case);
  g_autoptr (GPtrArray) second = NULL;
  gsize n_bytes = 0, n_new = 0;

  dp_highlight_set_note (highlight, "A note");
  second = dp_case_text_get_parts (dp_case);
  for (guint i = 0; i < second->len; i++)
    {
      gsize size = g_bytes_get_size (second->pdata[i]);

      n_bytes += size;
      if (!g_ptr_array_find (first, second->pdata[i], NULL))
        n_new += size;
    }
  g_test_message ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes were written anew", n_new, n_bytes);
  g_assert_cmpuint (n_bytes, >, 100000);
  g_assert_cmpuint (n_new, >, 0);
  g_assert_cmpuint (n_new, <, n_bytes / 4);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/case-file/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("create", test_create);
  ADD ("load", test_load);
  ADD ("load-async", test_load_async);
  ADD ("load-missing", test_load_missing);
  ADD ("autosave", test_autosave);
  ADD ("continuous-change", test_continuous_change);
  ADD ("edit-while-saving", test_edit_while_saving);
  ADD ("save-now", test_save_now);
  ADD ("save-async", test_save_async);
  ADD ("close", test_close);
  ADD ("two-writers", test_two_writers);
  ADD ("outside", test_outside);
  ADD ("outside-decision", test_outside_decision);
  ADD ("outside-own", test_outside_own);
  ADD ("outside-half", test_outside_half);
  ADD ("outside-full-disk", test_outside_full_disk);
  ADD ("close-in-conflict", test_close_in_conflict);
  ADD ("full-disk", test_full_disk);
  ADD ("folder-vanished", test_folder_vanished);
  ADD ("not-a-folder", test_not_a_folder);
  ADD ("cut-file", test_cut_file);
  ADD ("seal", test_seal);
  g_test_add_func ("/case-file/cost", test_cost);
  return g_test_run ();
}
