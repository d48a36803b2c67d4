/* test-people.c: who somebody is, and a library's list of who may do what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/dp-people.h"

#include <glib/gstdio.h>
#include <string.h>
#include "review/dp-review-error.h"

static void
test_person (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpPerson) ann = dp_person_parse ("  Ann Author <ann@example.org> ", &error);
  g_autoptr (DpPerson) same = dp_person_parse ("A. A. <ANN@Example.Org>", NULL);
  g_autoptr (DpPerson) other = dp_person_parse ("Ann Author <other@example.org>", NULL);
  g_autoptr (DpPerson) bare = dp_person_parse ("ann author", NULL);
  static const char *const bad[] = { "", "   ", "<ann@example.org>", "Ann <ann>", "Ann <@example.org>", "Ann <a@b@c>", "Ann <a b@c>", "Ann <>x<a@>" };

  g_assert_no_error (error);
  g_assert_cmpstr (ann->name, ==, "Ann Author");
  g_assert_cmpstr (ann->email, ==, "ann@example.org");
  g_assert_true (dp_person_is_same (ann, same));
  g_assert_false (dp_person_is_same (ann, other));
  g_assert_true (dp_person_is_same (ann, bare));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) why = NULL;

      g_assert_null (dp_person_parse (bad[i], &why));
      g_assert_error (why, DP_REVIEW_ERROR, DP_REVIEW_ERROR_PERSON);
    }
}

/* (transfer full): the list that @text is as people.json */
static DpPeople *
load (const char *text,
      char **problem)
{
  g_autofree char *path = g_dir_make_tmp ("dp-people-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *file = g_build_filename (path, DP_PEOPLE_FILE_NAME, NULL);
  DpPeople *people;

  if (text != NULL)
    g_assert_true (g_file_set_contents (file, text, -1, NULL));
  people = dp_people_load (folder, problem);
  g_unlink (file);
  g_rmdir (path);
  return people;
}

static void
test_file (void)
{
  g_autofree char *problem = NULL;
  g_autoptr (DpPeople) people = load ("{\"format\": \"disproof-people\", \"version\": 1, \"people\": [\n"
                                      " {\"name\": \"Ann\", \"email\": \"ann@example.org\", \"may\": [\"write\", \"review\"]},\n"
                                      " {\"name\": \"Rob\"}]}",
                                      &problem);
  g_autoptr (DpPerson) ann = dp_person_parse ("Ann <ann@example.org>", NULL);
  g_autoptr (DpPerson) rob = dp_person_parse ("Rob", NULL);
  g_autoptr (DpPerson) eve = dp_person_parse ("Eve <eve@example.org>", NULL);
  g_autofree char *names = dp_people_dup_names (people, DP_ROLE_REVIEW | DP_ROLE_PUBLISH);
  gboolean is_known;

  g_assert_null (problem);
  g_assert_cmpuint (dp_people_get_roles (people, ann, &is_known), ==, DP_ROLE_WRITE | DP_ROLE_REVIEW);
  g_assert_true (is_known);
  g_assert_cmpuint (dp_people_get_roles (people, rob, &is_known), ==, DP_ROLE_NONE);
  g_assert_true (is_known);
  g_assert_cmpuint (dp_people_get_roles (people, eve, &is_known), ==, DP_ROLE_NONE);
  g_assert_false (is_known);
  g_assert_cmpstr (names, ==, "Ann");
}

/* Each mistake is told with its line, and everybody may do everything as without the file. */
static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } mistakes[] = {
    { "{\"format\": \"disproof-people\",\n\"version\": 1,\n\"people\": [{\"name\": \"Ann\",\n\"may\": [\"write\",\n\"revue\"]}]}", "line 5" },
    { "{\"format\": \"disproof-people\",\n\"version\": 1,\n\"people\": [{\"name\": \"Ann\",\n\"email\": \"nowhere\"}]}", "line 3" },
    { "{\"format\": \"disproof-people\",\n\"version\": 1,\n\"people\": [{\"name\": \"Ann\"},\n{\"name\": \"ann\"}]}", "line 4" },
    { "{\"format\": \"disproof-people\",\n\"version\": 1,\n\"people\": [{\"name\": \"Ann\",\n\"can\": []}]}", "line 4" },
    { "{\"format\": \"disproof-people\",\n\"version\": 1,\n\"persons\": []}", "line 1" },
    { "{\"format\": \"disproof-people\",\n\"version\": 2,\n\"people\": []}", "line 2" },
    { "{\"format\": \"disproof-policy\",\n\"version\": 1,\n\"people\": []}", "line 1" },
    { "{\"format\": \"disproof-people\",\n\"version\": 1\n\"people\": []}", "3" },
    { "[]", "line 1" },
    { "", "people.json" },
  };
  g_autoptr (DpPerson) eve = dp_person_parse ("Eve", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *problem = NULL;
      g_autoptr (DpPeople) people = load (mistakes[i].text, &problem);

      g_assert_nonnull (problem);
      g_test_message ("%s", problem);
      g_assert_nonnull (strstr (problem, mistakes[i].says));
      g_assert_nonnull (strstr (problem, "people.json"));
      g_assert_cmpuint (dp_people_get_roles (people, eve, NULL), ==, DP_ROLE_ALL);
    }
}

static void
test_no_file (void)
{
  g_autofree char *problem = NULL;
  g_autoptr (DpPeople) people = load (NULL, &problem);
  g_autoptr (DpPerson) eve = dp_person_parse ("Eve", NULL);
  gboolean is_known;

  g_assert_null (problem);
  g_assert_cmpuint (dp_people_get_roles (people, eve, &is_known), ==, DP_ROLE_ALL);
  g_assert_true (is_known);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people/person", test_person);
  g_test_add_func ("/people/file", test_file);
  g_test_add_func ("/people/mistakes", test_mistakes);
  g_test_add_func ("/people/no-file", test_no_file);
  return g_test_run ();
}
