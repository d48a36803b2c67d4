/* test-quotes.c: the passages of a library that are tagged with a narrative, and moving them to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-paths.h"
#include "folders.h"
#include "library/dp-case-entry.h"
#include "library/dp-quotes.h"

static const char *const english[] = { "en", NULL };

static DpNarratives *
open_narratives (DpLibrary *library)
{
  g_autofree char *path = dp_paths_data ("narratives.json");
  g_autoptr (GFile) shipped = g_file_new_for_path (path);
  g_autoptr (GFile) own = dp_library_get_narratives_file (library);
  g_autoptr (GError) error = NULL;
  DpNarratives *narratives = dp_narratives_new (shipped, own, english, &error);

  g_assert_no_error (error);
  dp_library_set_narratives (library, narratives);
  return narratives;
}

/* A case with two passages and a claim on the first; both are tagged. */
static GFile *
add_case (Folders *folders,
          const char *name,
          const char *date,
          const char *id,
          const char *label,
          DpCaseState state)
{
  g_autoptr (GFile) folder = folders_add_case (folders, name, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) file = dp_case_file_load (folder, folders->clock, &error);
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (DpNarrative) narrative = dp_narrative_new (id, label, "", "", 3, FALSE);
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  g_autoptr (DpClaim) claim = dp_claim_new ("The claim");
  DpCase *dp_case;
  DpHighlight *first;
  const char *on[] = { NULL, NULL };

  g_assert_no_error (error);
  dp_case = dp_case_file_get_case (file);
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "One two three four five."));
  dp_article_set_blocks (article, blocks);
  dp_article_set_published (article, date);
  dp_article_set_language (article, "en");
  g_list_store_append (G_LIST_STORE (dp_case_list_articles (dp_case)), article);
  first = dp_case_add_highlight (dp_case, article, (DpSpan){ 0, 3 });
  dp_case_tag (dp_case, first, narrative);
  dp_case_tag (dp_case, dp_case_add_highlight (dp_case, article, (DpSpan){ 4, 7 }), narrative);
  on[0] = dp_highlight_get_id (first);
  dp_claim_set_highlights (claim, on);
  dp_case_add_claim (dp_case, claim);
  dp_case_set_state (dp_case, state);
  g_assert_true (dp_case_file_save (file, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&folder);
}

static void
run (DpLibrary *library,
     DpNarratives *narratives,
     DpNarrativesChange *change,
     GError *error)
{
  g_autoptr (DpLibraryStep) step = NULL;

  g_assert_no_error (error);
  step = dp_library_step_new_for_narratives (change, "Ann Author");
  g_assert_true (dp_library_run (library, step, &error));
  g_assert_no_error (error);
  g_assert_true (dp_narratives_reload (narratives, &error));
  dp_narratives_change_free (change);
}

static char *
describe (GPtrArray *quotes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      DpQuote *quote = g_ptr_array_index (quotes, i);

      g_string_append_printf (text, "%s %s “%s” [%s] %u\n", dp_quote_get_case_title (quote), dp_quote_get_date (quote), dp_quote_get_text (quote),
                              dp_quote_get_label (quote), g_strv_length ((char **) dp_quote_get_claims (quote)));
    }
  return g_strdup (text->str);
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  GPtrArray **quotes = user_data;
  g_autoptr (GError) error = NULL;

  *quotes = dp_quotes_find_finish (DP_LIBRARY (source), result, &error);
  g_assert_no_error (error);
}

static void
test_find (Folders *folders,
           gconstpointer data)
{
  g_autoptr (GFile) late = add_case (folders, "late", "2024-05-01", "elections/rigged", "Elections are rigged", DP_CASE_STATE_DRAFT);
  g_autoptr (GFile) early = add_case (folders, "early", "2019-12-31", "elections/cancelled", "Old name", DP_CASE_STATE_DRAFT);
  g_autoptr (GFile) undated = add_case (folders, "undated", "", "elections/rigged", "Elections are rigged", DP_CASE_STATE_DRAFT);
  g_autoptr (GFile) other = add_case (folders, "other", "2020", "media", "No source can be trusted", DP_CASE_STATE_DRAFT);
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpNarratives) narratives = open_narratives (library);
  g_autoptr (GPtrArray) quotes = NULL;
  g_autoptr (GPtrArray) merged = NULL;
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;

  folders_scan (library);
  dp_quotes_find_async (library, narratives, "elections/rigged", NULL, found_cb, &quotes);
  while (quotes == NULL)
    g_main_context_iteration (NULL, TRUE);
  text = describe (quotes);
  g_assert_cmpstr (text, ==,
                   "late 2024-05-01 “One” [Elections are rigged] 1\nlate 2024-05-01 “two” [Elections are rigged] 0\n"
                   "undated  “One” [Elections are rigged] 1\nundated  “two” [Elections are rigged] 0\n");

  /* What was merged into it belongs to it, and says what it was tagged with then. */
  run (library, narratives, dp_narratives_plan_merge (narratives, "elections/cancelled", "elections/rigged", "2026-01-10", &error), error);
  merged = dp_quotes_find (library, narratives, "elections/rigged");
  all = describe (merged);
  g_assert_true (g_str_has_prefix (all, "early 2019-12-31 “One” [Old name] 1\n"));
  g_assert_cmpuint (merged->len, ==, 6);
}

/* The list names a case by what its narratives are called today, and never forgets what it was tagged with. */
static void
test_list (Folders *folders,
           gconstpointer data)
{
  g_autoptr (GFile) folder = add_case (folders, "case", "2024", "elections/rigged", "Elections are rigged", DP_CASE_STATE_PUBLISHED);
  g_autoptr (GFile) json = g_file_get_child (folder, "case.json");
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpNarratives) narratives = open_narratives (library);
  g_autoptr (DpCaseEntry) entry = NULL;
  g_autoptr (DpLibraryStep) undone = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_load_contents (json, NULL, &before, NULL, NULL, NULL));
  folders_scan (library);
  entry = g_list_model_get_item (G_LIST_MODEL (library), 0);
  run (library, narratives, dp_narratives_plan_merge (narratives, "elections/rigged", "media", "2026-01-10", &error), error);
  g_assert_cmpstr (dp_case_entry_get_narrative_ids (entry)[0], ==, "media");
  g_assert_cmpstr (dp_case_entry_get_narratives (entry)[0], ==, "No source can be trusted");
  folders_scan (library);
  g_assert_cmpstr (dp_case_entry_get_narrative_ids (entry)[0], ==, "media");
  undone = dp_library_undo (library, "", &error);
  g_assert_no_error (error);
  g_assert_true (dp_narratives_reload (narratives, &error));
  g_assert_cmpstr (dp_case_entry_get_narrative_ids (entry)[0], ==, "elections/rigged");
  g_assert_cmpstr (dp_case_entry_get_narratives (entry)[0], ==, "Elections are rigged");
  g_assert_true (g_file_load_contents (json, NULL, &after, NULL, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
}

/* Chosen passages go to the new narrative, but not those of a case that was submitted or is out. */
static void
test_split (Folders *folders,
            gconstpointer data)
{
  g_autoptr (GFile) draft = add_case (folders, "draft", "2024-05-01", "elections/rigged", "Elections are rigged", DP_CASE_STATE_DRAFT);
  g_autoptr (GFile) out = add_case (folders, "out", "2023", "elections/rigged", "Elections are rigged", DP_CASE_STATE_PUBLISHED);
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpNarratives) narratives = open_narratives (library);
  g_autoptr (GPtrArray) quotes = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (DpNarrativesChange) change = NULL;
  g_autoptr (DpLibraryStep) step = NULL;
  g_autoptr (DpLibraryStep) undone = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  folders_scan (library);
  quotes = dp_quotes_find (library, narratives, "elections/rigged");
  g_assert_cmpuint (quotes->len, ==, 4);
  before = describe (quotes);
  g_assert_false (dp_quote_is_movable (g_ptr_array_index (quotes, 0)));
  g_ptr_array_remove_index (quotes, 3);
  change = dp_narratives_plan_split (narratives, "elections/rigged", "Machines are turned", &error);
  g_assert_no_error (error);
  step = dp_library_step_new_for_narratives (change, "Ann Author");
  dp_library_step_move_quotes (step, quotes, change->narrative);
  g_assert_true (dp_library_run (library, step, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (dp_library_step_get_n_cases (step), ==, 1);
  g_assert_true (dp_narratives_reload (narratives, &error));
  folders_scan (library);

  moved = dp_quotes_find (library, narratives, "own/machines-are-turned");
  text = describe (moved);
  g_assert_cmpstr (text, ==, "draft 2024-05-01 “One” [Machines are turned] 1\n");
  left = dp_quotes_find (library, narratives, "elections/rigged");
  g_assert_cmpuint (left->len, ==, 3);

  undone = dp_library_undo (library, "", &error);
  g_assert_no_error (error);
  g_assert_true (dp_narratives_reload (narratives, &error));
  folders_scan (library);
  again = dp_quotes_find (library, narratives, "elections/rigged");
  after = describe (again);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (dp_narratives_lookup (narratives, "own/machines-are-turned"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/quotes/find", Folders, NULL, folders_set_up, test_find, folders_tear_down);
  g_test_add ("/quotes/list", Folders, NULL, folders_set_up, test_list, folders_tear_down);
  g_test_add ("/quotes/split", Folders, NULL, folders_set_up, test_split, folders_tear_down);
  return g_test_run ();
}
