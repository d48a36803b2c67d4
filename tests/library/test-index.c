/* test-index.c: what was read from the cases of one library, kept for the next start
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-index.h"
#include "folders.h"

static DpCaseFacts *
facts_of (const char *name,
          const char *title)
{
  const DpStamp stamp = { G_GINT64_CONSTANT (1768032000123456789), 4711 };
  DpCaseFacts *facts = dp_case_facts_new (name, stamp);
  const char *const ids[] = { "a", "b", NULL };
  const char *const labels[] = { "Label A", "Läbel\nB", NULL };

  g_free (facts->title);
  facts->title = g_strdup (title);
  facts->state = DP_CASE_STATE_PUBLISHED;
  g_strfreev (facts->narrative_ids);
  facts->narrative_ids = g_strdupv ((char **) ids);
  g_strfreev (facts->narratives);
  facts->narratives = g_strdupv ((char **) labels);
  dp_case_facts_add_link (facts, DP_RELATION_REPEATS, "one");
  dp_case_facts_add_link (facts, DP_RELATION_SEE_ALSO, "two");

  return facts;
}

static GHashTable *
reopen (GFile *file,
        DpIndex **index)
{
  g_autoptr (GError) error = NULL;
  GHashTable *known = NULL;

  g_clear_pointer (index, dp_index_close);
  *index = dp_index_open (file, &known, &error);
  g_assert_no_error (error);
  g_assert_nonnull (*index);

  return known;
}

static void
store (DpIndex *index,
       DpCaseFacts *facts,
       const char *gone)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (facts != NULL)
    g_ptr_array_add (changed, facts);
  if (gone != NULL)
    g_ptr_array_add (names, (gpointer) gone);
  g_assert_true (dp_index_store (index, changed, names, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (Folders *folders,
                 gconstpointer data)
{
  g_autoptr (GFile) file = dp_index_get_file (folders->cache, folders->library);
  /* File systems know bytes, not characters. */
  const char *name = "caf\351 \"x'";
  g_autoptr (DpCaseFacts) facts = facts_of (name, "First");
  g_autoptr (DpCaseFacts) changed = facts_of (name, "Second");
  g_autoptr (DpCaseFacts) broken = dp_case_facts_new_for_problem ("broken", facts->stamp, "No case");
  g_autoptr (DpIndex) index = NULL;
  g_autoptr (GHashTable) empty = reopen (file, &index);
  g_autoptr (GHashTable) one = NULL;
  g_autoptr (GHashTable) none = NULL;
  DpCaseFacts *known;

  g_assert_cmpuint (g_hash_table_size (empty), ==, 0);
  store (index, facts, NULL);
  store (index, changed, NULL);
  store (index, broken, NULL);

  one = reopen (file, &index);
  g_assert_cmpuint (g_hash_table_size (one), ==, 1);
  known = g_hash_table_lookup (one, name);
  g_assert_nonnull (known);
  g_assert_cmpstr (known->title, ==, "Second");
  g_assert_cmpint (known->stamp.modified, ==, facts->stamp.modified);
  g_assert_cmpint (known->stamp.size, ==, 4711);
  g_assert_cmpint (known->state, ==, DP_CASE_STATE_PUBLISHED);
  g_assert_cmpstrv (known->narrative_ids, facts->narrative_ids);
  g_assert_cmpstrv (known->narratives, facts->narratives);
  g_assert_cmpuint (known->links->len, ==, 2);
  g_assert_cmpstr (g_array_index (known->links, DpLink, 1).case_id, ==, "two");

  store (index, NULL, name);
  none = reopen (file, &index);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
}

static void
check_made_anew (GFile *file)
{
  g_autoptr (DpIndex) index = NULL;
  g_autoptr (GHashTable) empty = reopen (file, &index);
  g_autoptr (GHashTable) one = NULL;
  g_autoptr (DpCaseFacts) facts = facts_of ("name", "Title");

  g_assert_cmpuint (g_hash_table_size (empty), ==, 0);
  store (index, facts, NULL);
  one = reopen (file, &index);
  g_assert_cmpuint (g_hash_table_size (one), ==, 1);
}

static void
set_contents (GFile *file,
              const char *data,
              gssize length)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_file_peek_path (folder), 0700);
  g_file_set_contents (g_file_peek_path (file), data, length, &error);
  g_assert_no_error (error);
}

static void
test_garbage (Folders *folders,
              gconstpointer data)
{
  g_autoptr (GFile) file = dp_index_get_file (folders->cache, folders->library);

  set_contents (file, "This is no database, and far from it. It is longer than the head of one, too.", -1);
  check_made_anew (file);
}

/* Cut off, and with a page of noise in its middle. */
static void
test_damaged (Folders *folders,
              gconstpointer data)
{
  g_autoptr (GFile) file = dp_index_get_file (folders->cache, folders->library);
  g_autoptr (DpIndex) index = NULL;
  g_autoptr (GHashTable) empty = reopen (file, &index);
  g_autofree char *contents = NULL;
  gsize length;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("case-%u", i);
      g_autoptr (DpCaseFacts) facts = facts_of (name, "A title of some length, so that there are several pages");

      store (index, facts, NULL);
    }
  g_clear_pointer (&index, dp_index_close);

  g_assert_true (g_file_load_contents (file, NULL, &contents, &length, NULL, NULL));
  g_assert_cmpuint (length, >, 16384);
  set_contents (file, contents, length / 2);
  check_made_anew (file);

  memset (contents + 4096, 0xa5, length - 4096);
  set_contents (file, contents, length);
  check_made_anew (file);
}

/* A sample of each version that there was, and one of the future. */
static void
test_versions (Folders *folders,
               gconstpointer data)
{
  g_autoptr (GFile) file = dp_index_get_file (folders->cache, folders->library);
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "library", "indices", NULL);
  g_autoptr (GDir) folder = g_dir_open (samples, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (samples, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      set_contents (file, contents, length);
      check_made_anew (file);
      n++;
    }
  g_assert_cmpuint (n, >=, 2);
}

static void
test_no_place (Folders *folders,
               gconstpointer data)
{
  g_autoptr (GFile) not_a_folder = g_file_get_child (folders->top, "cache");
  g_autoptr (GFile) file = dp_index_get_file (not_a_folder, folders->library);
  g_autoptr (GError) error = NULL;
  GHashTable *known = NULL;

  set_contents (not_a_folder, "x", 1);
  g_assert_null (dp_index_open (file, &known, &error));
  g_assert_nonnull (error);
  g_assert_null (known);
}

static void
test_file (Folders *folders,
           gconstpointer data)
{
  g_autoptr (GFile) one = dp_index_get_file (folders->cache, folders->library);
  g_autoptr (GFile) two = dp_index_get_file (folders->cache, folders->top);

  g_assert_true (g_file_has_parent (one, folders->cache));
  g_assert_false (g_file_equal (one, two));
}

/* Two processes with one library: neither fails, and nothing is lost. */
static void
test_two_at_once (Folders *folders,
                  gconstpointer data)
{
  g_autoptr (GFile) file = dp_index_get_file (folders->cache, folders->library);
  g_autoptr (DpIndex) one = NULL;
  g_autoptr (DpIndex) two = NULL;
  g_autoptr (GHashTable) known_one = reopen (file, &one);
  g_autoptr (GHashTable) known_two = reopen (file, &two);
  g_autoptr (GHashTable) both = NULL;
  g_autoptr (DpCaseFacts) first = facts_of ("first", "First");
  g_autoptr (DpCaseFacts) second = facts_of ("second", "Second");

  store (one, first, NULL);
  store (two, second, NULL);
  both = reopen (file, &one);
  g_assert_cmpuint (g_hash_table_size (both), ==, 2);
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
  g_test_init (&argc, &argv, NULL);
  add ("/index/round-trip", test_round_trip);
  add ("/index/garbage", test_garbage);
  add ("/index/damaged", test_damaged);
  add ("/index/versions", test_versions);
  add ("/index/no-place", test_no_place);
  add ("/index/file", test_file);
  add ("/index/two-at-once", test_two_at_once);

  return g_test_run ();
}
