/* test-json-suites.c: the outside gates: JSONTestSuite and the vectors of RFC 8785
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They lie in the shared development folder that DP_SHARED names. Who has none still runs the tables
 * of test-json-reader.c and test-json-writer.c.
 */

#include "base/dp-file.h"
#include "base/dp-json.h"

#include <string.h>

/* Of the n_ files, what DP_JSON_FOREIGN takes on purpose. */
static const char *const foreign_takes[] = {
  "n_string_unescaped_ctrl_char.json",
  "n_string_unescaped_newline.json",
  "n_string_unescaped_tab.json",
  NULL
};

static char *
find_suite (const char *name)
{
  const char *shared = g_getenv ("DP_SHARED");
  g_autofree char *path = shared != NULL ? g_build_filename (shared, "validators", name, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);
  g_test_message ("validators/%s is not here, gate not run", name);
  return NULL;
}

static GBytes *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = dp_file_read (file, DP_JSON_MAX_SIZE, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static gboolean
takes (const char *folder,
       const char *name,
       DpJsonRules rules)
{
  g_autoptr (GBytes) bytes = read_file (folder, name);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) node = dp_json_read (data, length, rules, &error);

  g_assert_true ((node == NULL) == (error != NULL));
  return node != NULL;
}

static void
test_json_test_suite (void)
{
  g_autofree char *folder = find_suite ("json-test-suite");
  g_autoptr (GDir) dir = NULL;
  guint n_good = 0, n_bad = 0;
  const char *name;

  if (folder == NULL)
    return;
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_test_message ("%s", name);
      if (g_str_has_prefix (name, "y_"))
        {
          n_good++;
          g_assert_true (takes (folder, name, DP_JSON_GRAMMAR));
          g_assert_true (takes (folder, name, DP_JSON_FOREIGN));
        }
      else if (g_str_has_prefix (name, "n_"))
        {
          n_bad++;
          g_assert_false (takes (folder, name, DP_JSON_STRICT));
          g_assert_false (takes (folder, name, DP_JSON_GRAMMAR));
          g_assert_true (takes (folder, name, DP_JSON_FOREIGN) == g_strv_contains (foreign_takes, name));
        }
    }
  g_test_message ("%u good and %u bad documents", n_good, n_bad);
  g_assert_cmpuint (n_good, ==, 95);
  g_assert_cmpuint (n_bad, ==, 188);
}

static void
test_rfc_8785 (void)
{
  static const char *const names[] = { "arrays.json", "french.json", "structures.json", "unicode.json", "values.json", "weird.json" };
  g_autofree char *folder = find_suite ("jcs");
  g_autofree char *input = NULL;
  g_autofree char *output = NULL;

  if (folder == NULL)
    return;
  input = g_build_filename (folder, "input", NULL);
  output = g_build_filename (folder, "output", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = read_file (input, names[i]);
      g_autoptr (GBytes) expected = read_file (output, names[i]);
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      g_autoptr (JsonNode) node = dp_json_read (data, length, DP_JSON_GRAMMAR, &error);

      g_assert_no_error (error);
      written = dp_json_write_canonical (node, &error);
      g_assert_no_error (error);
      g_test_message ("%s", names[i]);
      g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/suites/json-test-suite", test_json_test_suite);
  g_test_add_func ("/json/suites/rfc-8785", test_rfc_8785);
  return g_test_run ();
}
