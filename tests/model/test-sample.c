/* test-sample.c: the sample library is what a newcomer sees first: whole, sound and connected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"
#include "base/dp-paths.h"
#include "model/dp-case-file.h"
#include "model/dp-citation.h"

static GFile *
sample_library (void)
{
  g_autofree char *path = dp_paths_data ("sample-library");

  return g_file_new_for_path (path);
}

/* (element-type DpCase): all cases, with their folders in @folders */
static GPtrArray *
read_cases (GPtrArray *folders)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile) library = sample_library ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) enumerator =
      g_file_enumerate_children (library, "standard::name", G_FILE_QUERY_INFO_NONE, NULL, &error);
  GFile *folder;

  g_assert_no_error (error);
  while (g_file_enumerator_iterate (enumerator, NULL, &folder, NULL, &error) && folder != NULL)
    {
      DpCase *dp_case = dp_case_read (folder, &error);

      g_assert_no_error (error);
      g_ptr_array_add (cases, dp_case);
      g_ptr_array_add (folders, g_object_ref (folder));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 4);
  return cases;
}

static void
test_sound (void)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) cases = read_cases (folders);

  for (guint i = 0; i < cases->len; i++)
    {
      DpCase *dp_case = cases->pdata[i];
      GListModel *highlights = dp_case_list_highlights (dp_case);
      GListModel *articles = dp_case_list_articles (dp_case);
      g_autoptr (DpArticle) article = g_list_model_get_item (articles, 0);
      g_autoptr (GPtrArray) citations = dp_citations_find (dp_case_get_disproof (dp_case));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", dp_case_get_title (dp_case));
      for (guint j = 0; j < g_list_model_get_n_items (highlights); j++)
        {
          g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, j);

          g_assert_false (dp_highlight_is_lost (highlight));
          g_assert_cmpstr (dp_highlight_get_narratives (highlight)[0], !=, NULL);
        }
      g_assert_cmpuint (citations->len, >, 0);
      for (guint j = 0; j < citations->len; j++)
        {
          DpCitation *citation = citations->pdata[j];

          for (guint k = 0; citation->keys[k] != NULL; k++)
            g_assert_nonnull (dp_case_find_evidence_by_key (dp_case, citation->keys[k]));
        }
      dp_sealed_check (dp_article_get_sealed (article), folders->pdata[i], &error);
      g_assert_no_error (error);
    }
}

/* Opening and saving it again changes nothing that a person could see. */
static void
test_stable (void)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) cases = read_cases (folders);

  for (guint i = 0; i < cases->len; i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folders->pdata[i], "case.json");
      g_autoptr (JsonNode) node = dp_case_to_json (cases->pdata[i]);
      g_autoptr (GBytes) written = dp_json_write (node);
      g_autofree char *contents = NULL;
      gsize length;
      g_autoptr (GError) error = NULL;

      g_file_load_contents (file, NULL, &contents, &length, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (length == g_bytes_get_size (written) &&
                     memcmp (contents, g_bytes_get_data (written, NULL), length) == 0);
    }
}

static void
test_connected (void)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) cases = read_cases (folders);
  guint n_links = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      GListModel *relations = dp_case_list_relations (cases->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (relations); j++)
        {
          g_autoptr (DpRelation) relation = g_list_model_get_item (relations, j);
          gboolean found = FALSE;

          for (guint k = 0; k < cases->len; k++)
            found = found || g_str_equal (dp_case_get_id (cases->pdata[k]), dp_relation_get_case_id (relation));
          g_assert_true (found);
          n_links++;
        }
    }
  g_assert_cmpuint (n_links, >=, 3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/sound", test_sound);
  g_test_add_func ("/sample/stable", test_stable);
  g_test_add_func ("/sample/connected", test_connected);
  return g_test_run ();
}
