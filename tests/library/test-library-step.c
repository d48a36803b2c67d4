/* test-library-step.c: one undoable change over many cases and files of a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sys/wait.h>
#include <unistd.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "folders.h"
#include "library/dp-case-entry.h"
#include "library/dp-library-step.h"
#include "model/dp-case-edit.h"

#define OLD "elections/rigged"
#define NEW "own/new"

/* A case with two highlights, both tagged with OLD, and an outlet. */
static GFile *
add_case (Folders *folders,
          const char *name)
{
  g_autoptr (GFile) folder = folders_add_case (folders, name, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) file = dp_case_file_load (folder, folders->clock, &error);
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (DpNarrative) narrative = dp_narrative_new (OLD, "Old label", "", "elections", 3, FALSE);
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  DpCase *dp_case;

  g_assert_no_error (error);
  dp_case = dp_case_file_get_case (file);
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "One two three four five."));
  dp_article_set_blocks (article, blocks);
  dp_article_set_outlet (article, "Example News");
  g_list_store_append (G_LIST_STORE (dp_case_list_articles (dp_case)), article);
  dp_case_tag (dp_case, dp_case_add_highlight (dp_case, article, (DpSpan){ 0, 3 }), narrative);
  dp_case_tag (dp_case, dp_case_add_highlight (dp_case, article, (DpSpan){ 4, 7 }), narrative);
  g_assert_true (dp_case_file_save (file, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&folder);
}

/* Everything but the time of the last save. */
static char *
describe (GFile *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCase) dp_case = dp_case_read (folder, &error);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  dp_case_set_modified (dp_case, "");
  node = dp_case_to_json (dp_case);
  bytes = dp_json_write (node);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What the first highlight is tagged with, and the labels of the case. */
static char *
describe_tags (DpCase *dp_case)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *highlights = dp_case_list_highlights (dp_case);
  GListModel *narratives = dp_case_list_narratives (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);
      g_autofree char *ids = g_strjoinv ("+", (char **) dp_highlight_get_narratives (highlight));

      g_string_append_printf (text, "%s ", ids);
    }
  for (guint i = 0; i < g_list_model_get_n_items (narratives); i++)
    {
      g_autoptr (DpNarrative) narrative = g_list_model_get_item (narratives, i);

      g_string_append_printf (text, "[%s]", dp_narrative_get_label (narrative));
    }
  return g_strdup (text->str);
}

static void
assert_tags (GFile *folder,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCase) dp_case = dp_case_read (folder, &error);
  g_autofree char *tags = NULL;

  g_assert_no_error (error);
  tags = describe_tags (dp_case);
  g_assert_cmpstr (tags, ==, expected);
}

/* Moves the first highlight. */
static void
plan_first (DpCase *dp_case,
            GPtrArray *edits,
            gpointer user_data)
{
  g_autoptr (DpHighlight) highlight = g_list_model_get_item (dp_case_list_highlights (dp_case), 0);
  g_autoptr (DpNarrative) narrative = dp_narrative_new (NEW, "New label", "", "", 1, TRUE);

  if (highlight != NULL)
    g_ptr_array_extend_and_steal (edits, dp_case_edit_retag (dp_case, highlight, OLD, narrative));
}

/* Moves all of them, and changes the outlet. */
static void
plan_all (DpCase *dp_case,
          GPtrArray *edits,
          gpointer user_data)
{
  GListModel *highlights = dp_case_list_highlights (dp_case);
  g_autoptr (DpArticle) article = g_list_model_get_item (dp_case_list_articles (dp_case), 0);
  g_autoptr (DpNarrative) narrative = dp_narrative_new (NEW, "New label", "", "", 1, TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);

      g_ptr_array_extend_and_steal (edits, dp_case_edit_retag (dp_case, highlight, OLD, narrative));
    }
  if (article != NULL)
    g_ptr_array_add (edits, dp_case_edit_new_text (G_OBJECT (article), "outlet", "Example Times"));
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = dp_json_read (text, strlen (text), DP_JSON_STRICT, &error);

  g_assert_no_error (error);
  return node;
}

static char *
read_file (Folders *folders,
           const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folders->library, name);
  char *text = NULL;

  return g_file_load_contents (file, NULL, &text, NULL, NULL, NULL) ? text : NULL;
}

static DpLibraryStep *
new_step (Folders *folders,
          GFile **cases,
          guint n_cases,
          DpCasePlan plan)
{
  DpLibraryStep *step = dp_library_step_new ("narrative-split", "Split it", "Ann Author");
  g_autoptr (JsonNode) after = parse ("{\"format\":\"x\",\"narratives\":[{\"id\":\"own/new\",\"label\":\"New label\"}]}");

  dp_library_step_set_file (step, "narratives.json", NULL, after);
  dp_library_step_set_plan (step, plan, NULL, NULL);
  for (guint i = 0; i < n_cases; i++)
    dp_library_step_add_case (step, cases[i]);
  return step;
}

static void
stepped_cb (DpLibrary *library,
            DpLibraryStep *step,
            guint *n)
{
  (*n)++;
}

static void
test_undo (Folders *folders,
           gconstpointer data)
{
  GFile *cases[] = { add_case (folders, "a"), add_case (folders, "b"), folders_add_case (folders, "untouched", "c") };
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpLibraryStep) step = new_step (folders, cases, 3, plan_first);
  g_autoptr (DpLibraryStep) undone = NULL;
  g_autoptr (DpLibraryStep) redone = NULL;
  g_autofree char *before = describe (cases[0]);
  g_autofree char *untouched = describe (cases[2]);
  g_autofree char *later = NULL;
  g_autofree char *file = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  guint n_stepped = 0;

  g_signal_connect (library, "stepped", G_CALLBACK (stepped_cb), &n_stepped);
  g_assert_null (dp_library_get_undo_step (library));
  g_assert_true (dp_library_run (library, step, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (dp_library_step_get_n_cases (step), ==, 2);
  g_assert_cmpuint (n_stepped, ==, 1);
  for (guint i = 0; i < 2; i++)
    assert_tags (cases[i], "own/new elections/rigged [Old label][New label]");
  later = describe (cases[2]);
  g_assert_cmpstr (later, ==, untouched);
  file = read_file (folders, "narratives.json");
  g_assert_nonnull (strstr (file, "New label"));

  g_assert_true (dp_library_get_undo_step (library) == step);
  undone = dp_library_undo (library, "Rob Reviewer", &error);
  g_assert_no_error (error);
  g_assert_true (undone == step);
  g_assert_true (dp_library_step_is_undone (step));
  g_free (later);
  later = describe (cases[0]);
  g_assert_cmpstr (later, ==, before);
  gone = read_file (folders, "narratives.json");
  g_assert_null (gone);
  g_assert_null (dp_library_get_undo_step (library));

  redone = dp_library_redo (library, "Ann Author", &error);
  g_assert_no_error (error);
  assert_tags (cases[1], "own/new elections/rigged [Old label][New label]");
  again = read_file (folders, "narratives.json");
  g_assert_cmpstr (again, ==, file);
  g_assert_null (dp_library_get_redo_step (library));
  g_assert_null (dp_library_redo (library, "Ann Author", &error));
  g_assert_error (error, DP_LIBRARY_STEP_ERROR, DP_LIBRARY_STEP_ERROR_NOTHING);

  for (guint i = 0; i < 3; i++)
    g_object_unref (cases[i]);
}

/* Another start of the program knows who did what, and takes it back, all tags of a case and its own list in
 * their old order; what others changed since stays. */
static void
test_later (Folders *folders,
            gconstpointer data)
{
  GFile *cases[] = { add_case (folders, "a") };
  g_autofree char *before = describe (cases[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpLibraryStep) undone = NULL;
  g_autofree char *when = NULL;
  g_autofree char *who = NULL;
  g_autofree char *undone_by = NULL;
  g_autofree char *after = NULL;
  g_autofree char *file = NULL;
  guint n = 0;

  {
    g_autoptr (DpLibrary) library = folders_open (folders);
    g_autoptr (DpLibraryStep) step = new_step (folders, cases, 1, plan_all);

    g_assert_true (dp_library_run (library, step, &error));
    g_assert_no_error (error);
    assert_tags (cases[0], "own/new own/new [New label]");
  }
  /* Somebody else tags on, and adds a narrative. */
  {
    g_autoptr (DpCaseFile) other = dp_case_file_load (cases[0], folders->clock, &error);
    g_autoptr (DpHighlight) highlight = g_list_model_get_item (dp_case_list_highlights (dp_case_file_get_case (other)), 0);
    g_autoptr (DpNarrative) narrative = dp_narrative_new ("own/more", "More", "", "", 1, TRUE);

    dp_case_tag (dp_case_file_get_case (other), highlight, narrative);
    g_assert_true (dp_case_file_save (other, &error));
  }
  folders_write (folders, "narratives.json", "{\"format\":\"x\",\"narratives\":[{\"id\":\"own/new\",\"label\":\"New label\"},{\"id\":\"own/more\"}]}");
  {
    g_autoptr (DpLibrary) library = folders_open (folders);

    g_assert_cmpuint (g_list_model_get_n_items (dp_library_list_steps (library)), ==, 1);
    g_object_get (dp_library_get_undo_step (library), "who", &who, "when", &when, "n-cases", &n, NULL);
    g_assert_cmpstr (who, ==, "Ann Author");
    g_assert_true (g_str_has_prefix (when, "2026-01-10T08:"));
    g_assert_cmpuint (n, ==, 1);
    undone = dp_library_undo (library, "Rob Reviewer", &error);
    g_assert_no_error (error);
    g_assert_cmpuint (dp_library_step_get_n_left (undone), ==, 0);
  }
  assert_tags (cases[0], "elections/rigged+own/more elections/rigged [Old label][More]");
  file = read_file (folders, "narratives.json");
  g_assert_nonnull (strstr (file, "own/more"));
  g_assert_null (strstr (file, "own/new"));
  {
    g_autoptr (DpLibrary) library = folders_open (folders);
    g_autoptr (DpCaseFile) other = dp_case_file_load (cases[0], folders->clock, &error);
    g_autoptr (DpHighlight) highlight = g_list_model_get_item (dp_case_list_highlights (dp_case_file_get_case (other)), 0);

    g_object_get (dp_library_get_redo_step (library), "undone-by", &undone_by, NULL);
    g_assert_cmpstr (undone_by, ==, "Rob Reviewer");
    dp_case_untag (dp_case_file_get_case (other), highlight, "own/more");
    g_assert_true (dp_case_file_save (other, &error));
  }
  after = describe (cases[0]);
  g_assert_cmpstr (after, ==, before);
  g_object_unref (cases[0]);
}

static void
test_conflict (Folders *folders,
               gconstpointer data)
{
  GFile *cases[] = { add_case (folders, "a") };
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpLibraryStep) step = new_step (folders, cases, 1, plan_all);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  const char *other = "{\"format\":\"x\",\"narratives\":[{\"id\":\"own/new\",\"label\":\"Another label\"}]}";

  g_assert_true (dp_library_run (library, step, &error));
  folders_write (folders, "narratives.json", other);
  g_assert_null (dp_library_undo (library, "", &error));
  g_assert_error (error, DP_LIBRARY_STEP_ERROR, DP_LIBRARY_STEP_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "/narratives/own/new"));
  assert_tags (cases[0], "own/new own/new [New label]");
  file = read_file (folders, "narratives.json");
  g_assert_cmpstr (file, ==, other);
  g_assert_false (dp_library_step_is_undone (step));
  g_object_unref (cases[0]);
}

/* Two programs over one library: each sees what the other did, at its next scan. */
static void
test_two (Folders *folders,
          gconstpointer data)
{
  GFile *cases[] = { add_case (folders, "a") };
  g_autoptr (DpLibrary) one = folders_open (folders);
  g_autoptr (DpLibrary) two = folders_open (folders);
  g_autoptr (DpLibraryStep) step = new_step (folders, cases, 1, plan_first);
  g_autoptr (DpLibraryStep) undone = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *list = dp_library_list_steps (two);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_true (dp_library_run (one, step, &error));
  folders_scan (two);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  undone = dp_library_undo (two, "Rob Reviewer", &error);
  g_assert_no_error (error);
  assert_tags (cases[0], "elections/rigged elections/rigged [Old label]");
  folders_scan (one);
  g_assert_null (dp_library_get_undo_step (one));
  g_object_unref (cases[0]);
}

static void
done_cb (GObject *object,
         GAsyncResult *result,
         gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

/* A case that is open is changed where it is open, and can be undone there too. */
static void
test_open (Folders *folders,
           gconstpointer data)
{
  GFile *cases[] = { add_case (folders, "a"), add_case (folders, "b") };
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpLibraryStep) step = new_step (folders, cases, 2, plan_first);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) file = dp_case_file_load (cases[0], folders->clock, &error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *tags_undone = NULL;

  folders_scan (library);
  dp_library_add_open (library, file);
  dp_library_add_open (library, file);
  dp_case_set_title (dp_case_file_get_case (file), "Not saved yet");
  dp_library_run_async (library, step, NULL, done_cb, &result);
  g_assert_true (dp_library_is_stepping (library));
  {
    g_autoptr (DpLibraryStep) second = dp_library_step_new ("x", "x", "x");

    g_assert_false (dp_library_run (library, second, &error));
    g_assert_error (error, DP_LIBRARY_STEP_ERROR, DP_LIBRARY_STEP_ERROR_BUSY);
    g_clear_error (&error);
  }
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (dp_library_is_stepping (library));
  g_assert_true (dp_library_run_finish (library, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dp_case_file_get_save_state (file), ==, DP_SAVE_STATE_SAVED);
  tags = describe_tags (dp_case_file_get_case (file));
  g_assert_cmpstr (tags, ==, "own/new elections/rigged [Old label][New label]");
  assert_tags (cases[0], tags);
  assert_tags (cases[1], tags);
  g_assert_cmpstr (dp_history_get_undo_label (dp_case_file_get_history (file)), ==, "Split it");
  while (dp_library_is_scanning (library))
    g_main_context_iteration (NULL, TRUE);

  g_clear_object (&result);
  dp_library_undo_async (library, "Ann Author", NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (dp_library_undo_finish (library, result, &error));
  g_assert_no_error (error);
  tags_undone = describe_tags (dp_case_file_get_case (file));
  g_assert_cmpstr (tags_undone, ==, "elections/rigged elections/rigged [Old label]");
  g_assert_cmpstr (dp_case_get_title (dp_case_file_get_case (file)), ==, "Not saved yet");
  assert_tags (cases[0], tags_undone);
  assert_tags (cases[1], tags_undone);
  while (dp_library_is_scanning (library))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 2; i++)
    g_object_unref (cases[i]);
}

/* The power goes in the middle of it. */
static void
die (DpCase *dp_case,
     gpointer user_data)
{
  guint *n_left = user_data;

  if ((*n_left)-- == 0)
    _exit (42);
}

static void
test_crash (Folders *folders,
            gconstpointer data)
{
  GFile *cases[] = { add_case (folders, "a"), add_case (folders, "b"), add_case (folders, "c") };
  g_autofree char *before = describe (cases[0]);
  g_autoptr (GError) error = NULL;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (DpLibrary) library = folders_open (folders);
      g_autoptr (DpLibraryStep) step = new_step (folders, cases, 3, plan_first);
      guint n = 1;

      dp_library_set_sign (library, die, &n);
      dp_library_run (library, step, NULL);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 42);
  assert_tags (cases[0], "own/new elections/rigged [Old label][New label]");
  assert_tags (cases[2], "elections/rigged elections/rigged [Old label]");

  /* The next start makes it whole, and it can be undone like any other. */
  {
    g_autoptr (DpLibrary) library = folders_open (folders);
    g_autoptr (DpLibraryStep) undone = NULL;
    g_autofree char *after = NULL;

    folders_scan (library);
    for (guint i = 0; i < 3; i++)
      assert_tags (cases[i], "own/new elections/rigged [Old label][New label]");
    undone = dp_library_undo (library, "", &error);
    g_assert_no_error (error);
    after = describe (cases[0]);
    g_assert_cmpstr (after, ==, before);
  }
  for (guint i = 0; i < 3; i++)
    g_object_unref (cases[i]);
}

/* Somebody writes the second case again and again, so that it cannot be changed: nothing is. */
static void
disturb (DpCase *dp_case,
         gpointer user_data)
{
  Folders *folders = user_data;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  if (!g_str_equal (dp_case_get_title (dp_case), "b"))
    return;
  text = read_file (folders, "b/case.json");
  other = g_strconcat (text, " ", NULL);
  folders_write (folders, "b/case.json", other);
}

static void
test_failure (Folders *folders,
              gconstpointer data)
{
  GFile *cases[] = { add_case (folders, "a"), add_case (folders, "b") };
  g_autoptr (DpLibrary) library = folders_open (folders);
  g_autoptr (DpLibraryStep) step = new_step (folders, cases, 2, plan_first);
  g_autofree char *before = describe (cases[0]);
  g_autofree char *after = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;

  dp_library_set_sign (library, disturb, folders);
  g_assert_false (dp_library_run (library, step, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  after = describe (cases[0]);
  g_assert_cmpstr (after, ==, before);
  assert_tags (cases[1], "elections/rigged elections/rigged [Old label]");
  file = read_file (folders, "narratives.json");
  g_assert_null (file);
  g_assert_cmpuint (g_list_model_get_n_items (dp_library_list_steps (library)), ==, 0);
  for (guint i = 0; i < 2; i++)
    g_object_unref (cases[i]);
}

/* Steps that somebody wrote, or that were cut, are passed over. */
static void
test_broken (Folders *folders,
             gconstpointer data)
{
  g_autoptr (DpLibrary) library = NULL;

  folders_write (folders, ".steps/00000001-a.json", "{");
  folders_write (folders, ".steps/00000002-a.json", "{\"format\":\"disproof-step\",\"version\":2}");
  folders_write (folders, ".steps/00000003-a.json",
                 "{\"format\":\"disproof-step\",\"version\":1,\"kind\":\"x\",\"label\":\"x\",\"who\":\"\",\"when\":\"\",\"state\":\"doing\","
                 "\"files\":[{\"name\":\"../x\",\"before\":{},\"after\":{}}],\"cases\":[]}");
  folders_write (folders, ".steps/00000004-a.json",
                 "{\"format\":\"disproof-step\",\"version\":1,\"kind\":\"x\",\"label\":\"x\",\"who\":\"\",\"when\":\"\",\"state\":\"doing\","
                 "\"files\":[],\"cases\":[{\"folder\":\"a\",\"id\":\"a\",\"edits\":[{\"object\":1}]}]}");
  folders_write (folders, ".steps/00000005-a.json",
                 "{\"format\":\"disproof-step\",\"version\":1,\"kind\":\"x\",\"label\":\"Good\",\"who\":\"\",\"when\":\"\",\"state\":\"doing\","
                 "\"files\":[],\"cases\":[{\"folder\":\"gone\",\"id\":\"a\",\"edits\":[{\"object\":\"\",\"property\":\"id\",\"before\":\"\",\"after\":\"x\"}]}]}");
  folders_write (folders, ".steps/lock", "00000005-a.json");
  library = folders_open (folders);
  folders_scan (library);
  g_assert_cmpuint (g_list_model_get_n_items (dp_library_list_steps (library)), ==, 1);
  g_assert_cmpstr (dp_library_step_get_label (dp_library_get_undo_step (library)), ==, "Good");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/library-step/undo", Folders, NULL, folders_set_up, test_undo, folders_tear_down);
  g_test_add ("/library-step/later", Folders, NULL, folders_set_up, test_later, folders_tear_down);
  g_test_add ("/library-step/conflict", Folders, NULL, folders_set_up, test_conflict, folders_tear_down);
  g_test_add ("/library-step/two", Folders, NULL, folders_set_up, test_two, folders_tear_down);
  g_test_add ("/library-step/open", Folders, NULL, folders_set_up, test_open, folders_tear_down);
  g_test_add ("/library-step/crash", Folders, NULL, folders_set_up, test_crash, folders_tear_down);
  g_test_add ("/library-step/failure", Folders, NULL, folders_set_up, test_failure, folders_tear_down);
  g_test_add ("/library-step/broken", Folders, NULL, folders_set_up, test_broken, folders_tear_down);
  return g_test_run ();
}
