/* test-techniques.c: sets of techniques: those shipped, and those taken in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-techniques.h"

#include <string.h>
#include <glib/gstdio.h>
#include "base/dp-paths.h"

static DpTechniqueSet *
parse (const char *text,
       GError **error)
{
  return dp_technique_set_parse (text, strlen (text), "A set", error);
}

static void
test_shipped (void)
{
  g_autofree char *path = dp_paths_data ("techniques");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DpTechniques) techniques = dp_techniques_new (folder, NULL, problems);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) by_id = NULL;
  g_autoptr (GPtrArray) none = NULL;
  DpTechniqueSet *set;

  g_assert_cmpuint (problems->len, ==, 0);
  set = g_ptr_array_index (dp_techniques_get_sets (techniques), 0);
  g_assert_cmpstr (set->id, ==, "disarm");
  g_assert_cmpstr (set->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpuint (set->techniques->len, >, 300);
  g_assert_cmpstr (dp_techniques_lookup (techniques, "T0022.001")->name, ==, "Amplify Existing Conspiracy Theory Narratives");
  g_assert_cmpstr (dp_techniques_lookup (techniques, "T0023")->tag, ==, "T0023 Distort Facts");
  g_assert_null (dp_techniques_lookup (techniques, "T9999"));
  for (guint i = 0; i < set->techniques->len; i++)
    g_assert_true (dp_technique_tag_is_valid (((DpTechnique *) g_ptr_array_index (set->techniques, i))->tag));

  found = dp_techniques_search (techniques, "FACTS dist", 5);
  g_assert_cmpuint (found->len, ==, 1);
  by_id = dp_techniques_search (techniques, "T0023", 10);
  g_assert_cmpuint (by_id->len, ==, 3);
  none = dp_techniques_search (techniques, "xyzzy", 10);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_forms (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTechniqueSet) csv = parse ("\xef\xbb\xbfid,name,group\nX-1,\"One, and more\",G\nX-2,Two,\n", &error);
  g_autoptr (DpTechniqueSet) stix = NULL;
  g_autoptr (DpTechniqueSet) galaxy = NULL;
  DpTechnique *technique;

  g_assert_no_error (error);
  g_assert_cmpstr (csv->id, ==, "a-set");
  g_assert_cmpuint (csv->techniques->len, ==, 2);
  technique = g_ptr_array_index (csv->techniques, 0);
  g_assert_cmpstr (technique->tag, ==, "X-1 One, and more");
  g_assert_cmpstr (technique->group, ==, "G");

  stix = parse ("{\"type\":\"bundle\",\"objects\":[{\"type\":\"identity\",\"name\":\"Who\"},"
                "{\"type\":\"attack-pattern\",\"name\":\"Distort Facts\",\"external_references\":[{\"source_name\":\"mitre-attack\",\"external_id\":\"T0023\"}],"
                "\"kill_chain_phases\":[{\"kill_chain_name\":\"mitre-attack\",\"phase_name\":\"develop-content\"}]},"
                "{\"type\":\"attack-pattern\",\"name\":\"Old\",\"revoked\":true,\"external_references\":[{\"external_id\":\"T1\"}]},"
                "{\"type\":\"attack-pattern\",\"name\":\"Without an id\"}]}",
                &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stix->techniques->len, ==, 1);
  technique = g_ptr_array_index (stix->techniques, 0);
  g_assert_cmpstr (technique->tag, ==, "T0023 Distort Facts");
  g_assert_cmpstr (technique->group, ==, "develop-content");

  galaxy = parse ("{\"name\":\"Some Galaxy\",\"values\":[{\"value\":\"Distort Facts\",\"meta\":{\"external_id\":\"T0023\"}},{\"value\":\"Nothing\"}]}", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (galaxy->name, ==, "Some Galaxy");
  g_assert_cmpuint (galaxy->techniques->len, ==, 1);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } cases[] = {
    { "", "" },
    { "a,b\n1,2\n", "line 1" },
    { "id,name\nX-1,One\nX-1,Two\n", "line 3" },
    { "id,name\nX-1,One\nX 2,Two\n", "line 3" },
    { "id,name\nX-1,\n", "line 2" },
    { "id,name\n", "" },
    { "{", "line 1" },
    { "[]", "line 1" },
    { "{\"format\":\"disproof-techniques\",\"version\":2,\"techniques\":[]}", "version" },
    { "{\"format\":\"disproof-techniques\",\"version\":1}", "techniques" },
    { "{\"format\":\"disproof-techniques\",\"version\":1,\"id\":\"../x\",\"techniques\":[{\"id\":\"a\",\"name\":\"b\"}]}", "line 1" },
    { "{\"format\":\"disproof-techniques\",\"version\":1,\"techniques\":[\n{\"id\":\"a\",\"name\":\"b\"},\n7]}", "line 3" },
    { "{\"format\":\"disproof-techniques\",\"version\":1,\"techniques\":[\n{\"id\":\"a\",\"name\":\"b\"},\n{\"id\":\"a\",\"name\":\"b\"}]}", "line 3" },
    { "{\"format\":\"disproof-techniques\",\"version\":1,\"techniques\":[{\"id\":\"a\",\"name\":\"b\\nc\"}]}", "line 1" },
    { "{\"type\":\"bundle\",\"objects\":[]}", "" },
    { "{\"values\":[1]}", "line 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (cases[i].text, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, cases[i].place) == NULL)
        g_error ("“%s” gives “%s”", cases[i].text, error->message);
    }
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("id,name\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "X-%u,Number %u\n", i, i);
  g_assert_null (parse (text->str, &error));
  g_assert_error (error, DP_TECHNIQUES_ERROR, DP_TECHNIQUES_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "20002"));
}

static void
test_import (void)
{
  g_autofree char *top = g_dir_make_tmp ("dp-techniques-XXXXXX", NULL);
  g_autofree char *source = g_build_filename (top, "House Rules.csv", NULL);
  g_autofree char *path = dp_paths_data ("techniques");
  g_autofree char *written = g_build_filename (top, "own", "house-rules.json", NULL);
  g_autofree char *broken = g_build_filename (top, "own", "broken.json", NULL);
  g_autoptr (GFile) shipped = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autoptr (GFile) own = g_file_new_build_filename (top, "own", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTechniqueSet) set = NULL;
  g_autoptr (DpTechniques) techniques = NULL;

  g_assert_true (g_file_set_contents (source, "id,name\nT0023,Ours\nH-1,House\n", -1, NULL));
  set = dp_techniques_import (file, own, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (set->id, ==, "house-rules");
  g_assert_cmpuint (set->techniques->len, ==, 2);
  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));

  techniques = dp_techniques_new (shipped, own, problems);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "broken.json"));
  g_assert_cmpstr (dp_techniques_lookup (techniques, "T0023")->name, ==, "Ours");
  g_assert_cmpstr (dp_techniques_lookup (techniques, "H-1")->name, ==, "House");
  g_assert_nonnull (dp_techniques_lookup (techniques, "T0022"));

  g_assert_true (g_file_set_contents (source, "id,name\nX,\n", -1, NULL));
  g_assert_null (dp_techniques_import (file, own, &error));
  g_assert_nonnull (strstr (error->message, "House Rules.csv: line 2"));

  g_assert_cmpint (g_unlink (broken), ==, 0);
  g_assert_cmpint (g_unlink (written), ==, 0);
  g_assert_cmpint (g_unlink (source), ==, 0);
  g_assert_cmpint (g_rmdir (g_file_peek_path (own)), ==, 0);
  g_assert_cmpint (g_rmdir (top), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/techniques/shipped", test_shipped);
  g_test_add_func ("/techniques/forms", test_forms);
  g_test_add_func ("/techniques/refused", test_refused);
  g_test_add_func ("/techniques/many", test_many);
  g_test_add_func ("/techniques/import", test_import);
  return g_test_run ();
}
