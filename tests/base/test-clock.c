/* test-clock.c: the time of day, running and held; and where data lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>

#include "base/dp-clock.h"
#include "base/dp-id.h"
#include "base/dp-paths.h"

static void
test_fixed (void)
{
  g_autoptr (DpClock) clock = dp_clock_new_fixed (1768032000);
  g_autofree char *before = dp_clock_now_text (clock);
  g_autofree char *after = NULL;
  g_autoptr (GDateTime) now = NULL;
  gint64 monotonic = dp_clock_monotonic (clock);

  g_assert_cmpstr (before, ==, "2026-01-10T08:00:00Z");
  g_assert_cmpint (dp_clock_monotonic (clock), ==, monotonic);
  dp_clock_advance (clock, 90.25);
  after = dp_clock_now_text (clock);
  g_assert_cmpstr (after, ==, "2026-01-10T08:01:30Z");
  g_assert_cmpint (dp_clock_monotonic (clock), ==, monotonic + 90250000);
  now = dp_clock_now (clock);
  g_assert_cmpint (g_date_time_get_microsecond (now), ==, 250000);
}

static void
test_running (void)
{
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (GDateTime) now = dp_clock_now (clock);
  g_autofree char *text = dp_clock_now_text (clock);
  g_autoptr (GDateTime) read = g_date_time_new_from_iso8601 (text, NULL);
  gint64 monotonic = dp_clock_monotonic (clock);

  g_assert_cmpint (ABS (g_date_time_to_unix (now) - g_get_real_time () / G_USEC_PER_SEC), <=, 60);
  g_assert_nonnull (read);
  g_assert_cmpint (ABS (g_date_time_difference (read, now)), <=, 60 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (dp_clock_monotonic (clock), >=, monotonic);
}

static void
test_paths (void)
{
  g_autofree char *before = g_strdup (g_getenv ("DP_DATA_PATH"));
  g_autofree char *named = NULL;
  g_autofree char *built = NULL;
  g_autofree char *beside = g_test_build_filename (G_TEST_DIST, "..", "data", "rankings", NULL);
  g_autoptr (GFile) beside_file = g_file_new_for_path (beside);
  g_autoptr (GFile) built_file = NULL;

  g_setenv ("DP_DATA_PATH", "/some/folder", TRUE);
  named = dp_paths_data ("narratives.json");
  g_assert_cmpstr (named, ==, "/some/folder/narratives.json");
  g_unsetenv ("DP_DATA_PATH");
  /* This program runs from a build folder. */
  g_assert_nonnull (dp_paths_build_folder ());
  built = dp_paths_data ("rankings");
  built_file = g_file_new_for_path (built);
  g_assert_true (g_path_is_absolute (built));
  g_assert_true (g_file_equal (built_file, beside_file));
  if (before != NULL)
    g_setenv ("DP_DATA_PATH", before, TRUE);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/running", test_running);
  g_test_add_func ("/paths/data", test_paths);
  return g_test_run ();
}
