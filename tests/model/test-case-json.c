/* test-case-json.c: a case as JSON: there and back, members of later versions, and what is refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-file.h"

#include <glib/gstdio.h>
#include "base/dp-json.h"
#include "sample-case.h"

static char *
read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "model", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = dp_json_read (text, strlen (text), DP_JSON_STRICT, &error);

  g_assert_no_error (error);
  return node;
}

static DpCase *
load (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = parse (text);
  DpCase *dp_case = dp_case_new_from_json (node, &error);

  g_assert_no_error (error);
  return dp_case;
}

static void
assert_text (DpCase *dp_case,
             const char *wanted)
{
  g_autofree char *text = sample_case_dup_text (dp_case);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_round_trip (void)
{
  for (guint n = 0; n < 40; n += 13)
    {
      g_autoptr (DpCase) dp_case = sample_case_new (n);
      g_autofree char *text = sample_case_dup_text (dp_case);
      g_autoptr (DpCase) again = load (text);

      assert_text (again, text);
    }
}

/* Also one that was edited in every way there is. */
static void
test_round_trip_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (DpCase) dp_case = sample_case_new (10);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (DpCase) again = NULL;

      sample_case_edit (dp_case, random);
      text = sample_case_dup_text (dp_case);
      again = load (text);
      assert_text (again, text);
    }
}

/* Every version of the format opens for ever. */
static void
test_formats (void)
{
  g_autofree char *full = read_data ("formats/v1/full.json");
  g_autofree char *minimal = read_data ("formats/v1/minimal.json");
  g_autoptr (DpCase) case_full = load (full);
  g_autoptr (DpCase) case_minimal = load (minimal);
  g_autoptr (DpHighlight) highlight = g_list_model_get_item (dp_case_list_highlights (case_full), 0);
  g_autoptr (DpArticle) article = g_list_model_get_item (dp_case_list_articles (case_full), 0);

  assert_text (case_full, full);
  g_assert_cmpstr (dp_article_get_sealed (article)->headers[3], ==, "");
  g_assert_false (dp_highlight_is_lost (highlight));
  g_assert_cmpstr (dp_highlight_get_note (highlight), ==, "A note\nof two lines");
  g_assert_cmpstr (dp_case_get_id (case_minimal), ==, "00000001-0000-4000-8000-000000000001");
  g_assert_cmpint (dp_case_get_state (case_minimal), ==, DP_CASE_STATE_DRAFT);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_articles (case_minimal)), ==, 0);
}

/* What this version does not know comes back, at every level, in its place; through editing too. */
static void
test_unknown (void)
{
  g_autofree char *text = read_data ("formats/v1/unknown-members.json");
  g_autoptr (DpCase) dp_case = load (text);
  g_autoptr (DpClock) clock = dp_clock_new_fixed (0);
  g_autoptr (DpHistory) history = dp_history_new (G_OBJECT (dp_case), clock);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  assert_text (dp_case, text);
  for (guint i = 0; i < 100; i++)
    sample_case_edit (dp_case, random);
  while (dp_history_undo (history))
    ;
  assert_text (dp_case, text);
}

static void
test_unknown_edited (void)
{
  g_autofree char *text = read_data ("formats/v1/unknown-members.json");
  g_autoptr (DpCase) dp_case = load (text);
  g_autoptr (DpArticle) article = g_list_model_get_item (dp_case_list_articles (dp_case), 0);
  g_autoptr (DpEvidence) evidence = g_list_model_get_item (dp_case_list_evidence (dp_case), 0);
  g_autoptr (GPtrArray) blocks = dp_blocks_new ();
  const DpBearing *bearing = g_ptr_array_index (dp_evidence_get_bearings (evidence), 0);
  g_autofree char *edited = NULL;

  /* A bearing of another stance, a text with one more block, a member that was not there before. */
  dp_evidence_set_stance (evidence, bearing->highlight, DP_STANCE_SUPPORTS);
  for (guint i = 0; i < dp_article_get_blocks (article)->len; i++)
    {
      const DpBlock *old = g_ptr_array_index (dp_article_get_blocks (article), i);
      DpBlock *block = dp_block_new (old->kind, old->level, old->text);

      g_free (block->language);
      block->language = g_strdup (old->language);
      g_ptr_array_add (blocks, block);
    }
  g_ptr_array_add (blocks, dp_block_new (DP_BLOCK_PARAGRAPH, 0, "One more."));
  g_assert_cmpuint (dp_case_correct_text (dp_case, article, blocks), ==, 0);
  edited = sample_case_dup_text (dp_case);
  g_assert_nonnull (strstr (edited, "\"stance\": \"supports\",\n          \"strength\": 0.5"));
  g_assert_nonnull (strstr (edited, "\"footnotes\": []"));
  g_assert_nonnull (strstr (edited, "\"x\": 1,\n          \"kind\": \"headline\""));
  g_assert_nonnull (strstr (edited, "One more."));
  g_assert_nonnull (strstr (edited, "RangeSelector"));
}

/* @pointer without its last part, which is put into @last. (transfer none) */
static JsonNode *
find_parent (JsonNode *root,
             const char *pointer,
             char **last)
{
  g_auto (GStrv) parts = g_strsplit (pointer + 1, "/", -1);
  JsonNode *node = root;
  guint i;

  for (i = 0; parts[i + 1] != NULL; i++)
    node = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), parts[i])
                                         : json_array_get_element (json_node_get_array (node), atoi (parts[i]));
  *last = g_strdup (parts[i]);
  return node;
}

/* Takes away what is at @pointer and puts @value there, if there is one. */
static void
damage (JsonNode *root,
        const char *pointer,
        JsonNode *value)
{
  g_autofree char *last = NULL;
  JsonNode *parent = find_parent (root, pointer, &last);

  if (JSON_NODE_HOLDS_OBJECT (parent) && value != NULL)
    json_object_set_member (json_node_get_object (parent), last, json_node_copy (value));
  else if (JSON_NODE_HOLDS_OBJECT (parent))
    json_object_remove_member (json_node_get_object (parent), last);
  else
    {
      /* json-glib cannot put an element in the middle of an array. */
      JsonArray *old = json_node_get_array (parent);
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < json_array_get_length (old); i++)
        json_array_add_element (array, json_node_copy (i == (guint) atoi (last) ? value : json_array_get_element (old, i)));
      json_node_take_array (parent, array);
    }
}

static DpCaseError
get_code (const char *word)
{
  if (g_str_equal (word, "not-a-case"))
    return DP_CASE_ERROR_NOT_A_CASE;
  if (g_str_equal (word, "future"))
    return DP_CASE_ERROR_FUTURE;
  g_assert_cmpstr (word, ==, "invalid");
  return DP_CASE_ERROR_INVALID;
}

static void
test_bad (void)
{
  g_autofree char *full = read_data ("formats/v1/full.json");
  g_autofree char *list = read_data ("bad-cases.json");
  g_autoptr (JsonNode) bad = parse (list);
  JsonArray *array = json_node_get_array (bad);

  g_assert_cmpuint (json_array_get_length (array), >, 50);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *item = json_array_get_object_element (array, i);
      const char *at = json_object_get_string_member (item, "at");
      const char *place = json_object_get_string_member_with_default (item, "place", at);
      const char *says = json_object_get_string_member_with_default (item, "says", "");
      g_autofree char *named = g_strdup_printf ("At %s", place);
      g_autoptr (JsonNode) node = parse (full);
      g_autoptr (GError) error = NULL;
      DpCase *dp_case;

      g_test_message ("%s", json_object_get_string_member (item, "what"));
      damage (node, at, json_object_get_member (item, "value"));
      dp_case = dp_case_new_from_json (node, &error);
      g_assert_null (dp_case);
      g_test_message ("%s", error->message);
      g_assert_error (error, DP_CASE_ERROR, (int) get_code (json_object_get_string_member (item, "error")));
      g_assert_true (g_str_has_prefix (error->message, named));
      g_assert_nonnull (strstr (error->message, says));
      /* Who does not ask for the reason gets none. */
      g_assert_null (dp_case_new_from_json (node, NULL));
    }
}

static void
test_not_an_object (void)
{
  static const char *const texts[] = { "[]", "null", "1", "\"disproof-case\"", "{}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = parse (texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (dp_case_new_from_json (node, &error));
      g_assert_error (error, DP_CASE_ERROR, DP_CASE_ERROR_NOT_A_CASE);
    }
}

static DpCase *
load_with_position (int start,
                    int end)
{
  g_autofree char *full = read_data ("formats/v1/full.json");
  g_autoptr (JsonNode) node = parse (full);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) start_node = json_node_init_int (json_node_alloc (), start);
  g_autoptr (JsonNode) end_node = json_node_init_int (json_node_alloc (), end);
  DpCase *dp_case;

  damage (node, "/highlights/0/selectors/1/start", start_node);
  damage (node, "/highlights/0/selectors/1/end", end_node);
  dp_case = dp_case_new_from_json (node, &error);
  g_assert_no_error (error);
  return dp_case;
}

/* A highlight that does not stand where it says is looked for, and never dropped. */
static void
test_position (void)
{
  g_autofree char *full = read_data ("formats/v1/full.json");
  g_autoptr (DpCase) sound = load (full);
  g_autoptr (DpHighlight) original = g_list_model_get_item (dp_case_list_highlights (sound), 0);
  const struct
  {
    int start, end;
  } places[] = { { 3, 40 }, { 100000, 100001 }, { 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (DpCase) dp_case = load_with_position (places[i].start, places[i].end);
      DpHighlight *highlight = dp_case_find_highlight (dp_case, dp_highlight_get_id (original));

      g_assert_false (dp_highlight_is_lost (highlight));
      g_assert_cmpuint (dp_highlight_get_anchor (highlight)->start, ==, dp_highlight_get_anchor (original)->start);
      g_assert_cmpuint (dp_highlight_get_anchor (highlight)->end, ==, dp_highlight_get_anchor (original)->end);
      assert_text (dp_case, full);
    }
}

static void
test_words_gone (void)
{
  g_autofree char *full = read_data ("formats/v1/full.json");
  g_autoptr (JsonNode) node = parse (full);
  g_autoptr (JsonNode) other = json_node_init_string (json_node_alloc (), "These words are nowhere in it.");
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCase) dp_case = NULL;
  g_autoptr (DpHighlight) highlight = NULL;

  damage (node, "/highlights/0/selectors/0/exact", other);
  dp_case = dp_case_new_from_json (node, &error);
  g_assert_no_error (error);
  highlight = g_list_model_get_item (dp_case_list_highlights (dp_case), 0);
  g_assert_true (dp_highlight_is_lost (highlight));
  g_assert_cmpstr (dp_highlight_get_quote (highlight), ==, "These words are nowhere in it.");
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_highlights (dp_case)), ==, 3);
}

/* A file as it may lie on a disk: its name and the place are told, its bytes stay. */
static void
check_file (const char *what,
            const char *bytes,
            gssize length,
            const char *place)
{
  g_autofree char *root = g_dir_make_tmp ("disproof-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (root, DP_CASE_FILE_NAME, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (root);
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  gsize after_length;

  if (length < 0)
    length = strlen (bytes);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  g_assert_null (dp_case_file_load (folder, clock, &error));
  g_test_message ("%s: %s", what, error->message);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, place));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (bytes, length, after, after_length);
  g_unlink (path);
  g_rmdir (root);
}

static void
test_bad_files (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"format\": \"disproof-case\", \"version\": 1, \"x\": ");
  static const char nul[] = "{\"format\": \"disproof-case\"\0}";

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  check_file ("nested 100,000 deep", deep->str, deep->len, "/x");
  check_file ("not a case", "{\"name\": \"package\", \"version\": \"1.0\"}", -1, "/format");
  check_file ("not JSON", "<!doctype html>", -1, "line 1");
  check_file ("empty", "", -1, "line 1");
  check_file ("cut", "{\"format\": \"disproof-case\",\n\"version\": 1, \"title\": \"On", -1, "line 2");
  check_file ("duplicate keys", "{\"format\": \"disproof-case\", \"t\\u0069tle\": 1, \"title\": 2}", -1, "/title");
  check_file ("broken UTF-8", "{\"format\": \"disproof-case\", \"title\": \"\xC3\x28\"}", -1, "/title");
  check_file ("NUL", nul, sizeof nul - 1, "line 1");
  check_file ("NUL in words", "{\"format\": \"disproof-case\", \"title\": \"a\\u0000b\"}", -1, "/title");
  check_file ("a number out of range", "{\"format\": \"disproof-case\", \"version\": 9007199254740993}", -1, "/version");
  check_file ("a number out of all range", "{\"format\": \"disproof-case\", \"version\": 1e999}", -1, "/version");
  check_file ("the future", "{\"format\": \"disproof-case\", \"version\": 2}", -1, "/version");
}

/* What waits for a decision comes back as it was; what does not fit the text does not. */
static void
test_waiting (void)
{
  g_autofree char *text = read_data ("formats/v1/waiting.json");
  g_autoptr (DpCase) dp_case = load (text);
  g_autofree char *again = sample_case_dup_text (dp_case);
  DpHighlight *mayor = dp_case_find_highlight (dp_case, "00000003-0000-4000-8000-000000000003");
  g_autoptr (GPtrArray) waiting = dp_case_list_waiting (dp_case);
  g_auto (GStrv) parts = g_strsplit (text, "The mayor of our town said no to it.\",\n", 2);
  g_autofree char *other = g_strconcat (parts[0], "Words that are nowhere.\",\n", parts[1], NULL);
  g_autoptr (DpCase) case_other = load (other);
  g_autoptr (GPtrArray) waiting_there = dp_case_list_waiting (case_other);

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (waiting->len, ==, 1);
  g_assert_true (g_ptr_array_index (waiting, 0) == mayor);
  g_assert_cmpuint (((const DpCandidate *) g_ptr_array_index (dp_highlight_get_candidates (mayor), 0))->score, ==, 78);
  g_assert_cmpuint (waiting_there->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (dp_case_list_highlights (case_other)), ==, 2);
}

/* A file whose text somebody changed by other means: what changed waits, as after a correction. */
static void
test_changed_by_others (void)
{
  g_autofree char *text = read_data ("formats/v1/waiting.json");
  g_auto (GStrv) parts = g_strsplit (text, "\"exact\": \"Gone for good.\"", 2);
  g_auto (GStrv) rest = g_strsplit (parts[1], ",\n      \"lost\": true", 2);
  g_autofree char *changed = g_strconcat (parts[0], "\"exact\": \"He denied it.\"", rest[0], rest[1], NULL);
  g_autoptr (DpCase) dp_case = load (changed);
  DpHighlight *denied = dp_case_find_highlight (dp_case, "00000004-0000-4000-8000-000000000004");

  g_assert_true (dp_highlight_is_waiting (denied));
  g_assert_cmpuint (dp_highlight_get_candidates (denied)->len, ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-json/round-trip", test_round_trip);
  g_test_add_func ("/case-json/round-trip-random", test_round_trip_random);
  g_test_add_func ("/case-json/formats", test_formats);
  g_test_add_func ("/case-json/waiting", test_waiting);
  g_test_add_func ("/case-json/changed-by-others", test_changed_by_others);
  g_test_add_func ("/case-json/unknown", test_unknown);
  g_test_add_func ("/case-json/unknown-edited", test_unknown_edited);
  g_test_add_func ("/case-json/bad", test_bad);
  g_test_add_func ("/case-json/not-an-object", test_not_an_object);
  g_test_add_func ("/case-json/position", test_position);
  g_test_add_func ("/case-json/words-gone", test_words_gone);
  g_test_add_func ("/case-json/bad-files", test_bad_files);
  return g_test_run ();
}
