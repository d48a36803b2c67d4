/* test-merge.c: two versions of a case, made one again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json.h"
#include "model/dp-merge.h"

#include <string.h>
#include "base/dp-file.h"
#include "model/dp-case.h"
#include "model/dp-entry.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = dp_json_read (text, strlen (text), DP_JSON_STRICT, &error);

  g_assert_no_error (error);
  return node;
}

static char *
print (JsonNode *node)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dp_json_write_canonical (node, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Merges, and asserts the outcome and the places of the conflicts ("" for none, else with spaces). */
static void
assert_merges_with (const char *base_text,
                    const char *our_text,
                    const char *their_text,
                    GHashTable *choices,
                    const char *expected_text,
                    const char *places)
{
  g_autoptr (JsonNode) base = parse (base_text);
  g_autoptr (JsonNode) ours = parse (our_text);
  g_autoptr (JsonNode) theirs = parse (their_text);
  g_autoptr (JsonNode) expected = parse (expected_text);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (JsonNode) merged = dp_merge (base, ours, theirs, choices, &conflicts);
  g_autofree char *got = print (merged);
  g_autofree char *wanted = print (expected);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const DpMergeConflict *conflict = g_ptr_array_index (conflicts, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", conflict->place);
    }
  g_assert_cmpstr (got, ==, wanted);
  g_assert_cmpstr (found->str, ==, places);
}

static void
assert_merges (const char *base,
               const char *ours,
               const char *theirs,
               const char *expected,
               const char *places)
{
  assert_merges_with (base, ours, theirs, NULL, expected, places);
}

static void
test_members (void)
{
  assert_merges ("{\"title\":\"A\"}", "{\"title\":\"B\"}", "{\"title\":\"A\"}", "{\"title\":\"B\"}", "");
  assert_merges ("{\"title\":\"A\",\"x\":1}", "{\"title\":\"B\",\"x\":1}", "{\"title\":\"A\",\"x\":2,\"y\":[]}", "{\"title\":\"B\",\"x\":2,\"y\":[]}", "");
  assert_merges ("{\"title\":\"A\"}", "{\"title\":\"B\"}", "{\"title\":\"B\"}", "{\"title\":\"B\"}", "");
  assert_merges ("{\"title\":\"A\"}", "{\"title\":\"B\"}", "{\"title\":\"C\"}", "{\"title\":\"B\"}", "/title");
  assert_merges ("{\"x\":1,\"title\":\"A\"}", "{\"title\":\"A\"}", "{\"x\":1,\"title\":\"C\"}", "{\"title\":\"C\"}", "");
  assert_merges ("{\"x\":1}", "{}", "{\"x\":2}", "{}", "/x");
  assert_merges ("{\"modified\":\"2026-01-01T00:00:00Z\"}", "{\"modified\":\"2026-01-02T00:00:00Z\"}", "{\"modified\":\"2026-01-03T00:00:00Z\"}", "{\"modified\":\"2026-01-03T00:00:00Z\"}", "");
}

static void
test_lists (void)
{
#define CLAIMS(list) "{\"claims\":[" list "]}"
#define A "{\"id\":\"a\",\"text\":\"one\",\"note\":\"\"}"
#define B "{\"id\":\"b\",\"text\":\"two\"}"
#define C "{\"id\":\"c\",\"text\":\"three\"}"
#define D "{\"id\":\"d\",\"text\":\"four\"}"
  /* Both add, in their places. */
  assert_merges (CLAIMS (A "," B), CLAIMS (A "," C "," B), CLAIMS (A "," B "," D), CLAIMS (A "," C "," B "," D), "");
  assert_merges (CLAIMS (""), CLAIMS (A), CLAIMS (B), CLAIMS (B "," A), "");
  /* Different members of one. */
  assert_merges (CLAIMS (A), CLAIMS ("{\"id\":\"a\",\"text\":\"ONE\",\"note\":\"\"}"), CLAIMS ("{\"id\":\"a\",\"text\":\"one\",\"note\":\"n\"}"), CLAIMS ("{\"id\":\"a\",\"text\":\"ONE\",\"note\":\"n\"}"), "");
  assert_merges (CLAIMS (A "," B), CLAIMS ("{\"id\":\"a\",\"text\":\"x\",\"note\":\"\"}," B), CLAIMS ("{\"id\":\"a\",\"text\":\"y\",\"note\":\"\"}"), CLAIMS ("{\"id\":\"a\",\"text\":\"x\",\"note\":\"\"}"), "/claims/a/text");
  /* Taken out by one. */
  assert_merges (CLAIMS (A "," B), CLAIMS (A), CLAIMS (A "," B "," D), CLAIMS (A "," D), "");
  assert_merges (CLAIMS (A "," B), CLAIMS (A), CLAIMS (A ",{\"id\":\"b\",\"text\":\"changed\"}"), CLAIMS (A), "/claims/b");
  /* Put into another order by one. */
  assert_merges (CLAIMS (A "," B "," C), CLAIMS (A "," B "," C "," D), CLAIMS (C "," B "," A), CLAIMS (C "," D "," B "," A), "");
  /* Words. */
  assert_merges ("{\"tags\":[\"a\",\"b\"]}", "{\"tags\":[\"b\",\"c\"]}", "{\"tags\":[\"a\",\"b\",\"d\"]}", "{\"tags\":[\"b\",\"d\",\"c\"]}", "");
  /* What has no names stays whole. */
  assert_merges ("{\"blocks\":[{\"text\":\"a\"}]}", "{\"blocks\":[{\"text\":\"b\"}]}", "{\"blocks\":[{\"text\":\"c\"}]}", "{\"blocks\":[{\"text\":\"b\"}]}", "/blocks");
  assert_merges ("{\"h\":{\"selectors\":{\"start\":1,\"end\":2}}}", "{\"h\":{\"selectors\":{\"start\":3,\"end\":2}}}", "{\"h\":{\"selectors\":{\"start\":1,\"end\":9}}}", "{\"h\":{\"selectors\":{\"start\":3,\"end\":2}}}", "/h/selectors");
}

static void
test_choices (void)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (choices, (char *) "/title", GINT_TO_POINTER (DP_MERGE_THEIRS));
  g_hash_table_insert (choices, (char *) "/claims/b", GINT_TO_POINTER (DP_MERGE_THEIRS));
  g_hash_table_insert (choices, (char *) "/summary", GINT_TO_POINTER (DP_MERGE_BOTH));
  assert_merges_with ("{\"title\":\"A\",\"summary\":\"x\",\"claims\":[" B "]}", "{\"title\":\"B\",\"summary\":\"y\",\"claims\":[]}", "{\"title\":\"C\",\"summary\":\"z\",\"claims\":[{\"id\":\"b\",\"text\":\"changed\"}]}", choices, "{\"title\":\"C\",\"summary\":\"y\\n\\nz\",\"claims\":[{\"id\":\"b\",\"text\":\"changed\"}]}", "/title /summary /claims/b");
}

static void
test_prose (void)
{
  const char *base = "The protests began over fuel prices. They spread to the cities.\n\nNobody paid for them.";
  g_autofree char *both = dp_merge_texts (base, "The protests began over the prices of fuel. They spread to the cities.\n\nNobody paid for them.", "The protests began over fuel prices. They spread to the cities.\n\nNobody has ever paid for them.");
  g_autofree char *same = dp_merge_texts (base, "The strikes began over fuel prices. They spread to the cities.\n\nNobody paid for them.", "The strikes began over fuel prices. They spread to the cities.\n\nNobody paid for them. Nobody.");
  /* A space before it is no change of the words before that. */
  g_autofree char *cited = dp_merge_texts (base, "The protests [@a] began over fuel prices. They spread to the cities.\n\nNobody paid for them.", "The protests began over fuel prices. They spread to the cities.\n\nNobody paid for them [@b].");
  g_autofree char *clash = dp_merge_texts (base, "The strikes began over fuel prices. They spread to the cities.\n\nNobody paid for them.", "The marches began over fuel prices. They spread to the cities.\n\nNobody paid for them.");

  g_assert_cmpstr (both, ==, "The protests began over the prices of fuel. They spread to the cities.\n\nNobody has ever paid for them.");
  g_assert_cmpstr (same, ==, "The strikes began over fuel prices. They spread to the cities.\n\nNobody paid for them. Nobody.");
  g_assert_null (clash);
  g_assert_cmpstr (cited, ==, "The protests [@a] began over fuel prices. They spread to the cities.\n\nNobody paid for them [@b].");
}

/* What comes of it must be a case that opens. */
static void
assert_opens (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"format\":\"disproof-case\",\"version\":1,\"id\":\"x\",\"title\":\"\",%s", members + 1);
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCase) dp_case = dp_case_new_from_json (node, &error);

  g_assert_no_error (error);
}

static void
test_named (void)
{
#define ARTICLE "\"articles\":[{\"id\":\"n\",\"blocks\":[{\"kind\":\"paragraph\",\"text\":\"The words\"}]}]"
#define MARK "{\"id\":\"h\",\"article\":\"n\",\"selectors\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"words\"},{\"type\":\"TextPositionSelector\",\"start\":4,\"end\":9}]}"
#define CLAIM "{\"id\":\"c\",\"text\":\"one\",\"highlights\":[\"h\"]}"
#define FIRST "{\"id\":\"k\",\"text\":\"What?\"}"
#define REPLY "{\"id\":\"r\",\"reply_to\":\"k\",\"text\":\"That.\"}"
  const char *with_mark = "{" ARTICLE ",\"highlights\":[" MARK "],\"claims\":[" CLAIM "]}";
  const char *with_reply = "{\"language\":\"en\",\"comments\":[" FIRST "," REPLY "]}";

  /* The highlight goes here, and a claim is made of it there. */
  assert_merges ("{" ARTICLE ",\"highlights\":[" MARK "],\"claims\":[]}", "{" ARTICLE ",\"highlights\":[],\"claims\":[]}", with_mark, with_mark, "");
  assert_merges ("{" ARTICLE ",\"highlights\":[" MARK "],\"claims\":[]}", with_mark, "{\"articles\":[],\"highlights\":[],\"claims\":[]}", with_mark, "");
  assert_opens (with_mark);
  assert_merges ("{\"comments\":[" FIRST "]}", "{\"language\":\"en\",\"comments\":[]}", "{\"comments\":[" FIRST "," REPLY "]}", with_reply, "");
  assert_opens (with_reply);
}

static void
test_keys (void)
{
#define PIECE(id, key) "{\"id\":\"" id "\",\"key\":\"" key "\",\"kind\":\"source\"}"
  const char *merged = "{\"disproof\":\"No [@cpi]. So it is. Yes [@cpi-3; @a].\",\"evidence\":[" PIECE ("1", "a") "," PIECE ("4", "cpi-2") "," PIECE ("3", "cpi-3") "," PIECE ("2", "cpi") "]}";

  assert_merges ("{\"disproof\":\"No. So it is. Yes.\",\"evidence\":[" PIECE ("1", "a") "]}",
                 "{\"disproof\":\"No [@cpi]. So it is. Yes.\",\"evidence\":[" PIECE ("1", "a") "," PIECE ("2", "cpi") "]}",
                 "{\"disproof\":\"No. So it is. Yes [@cpi; @a].\",\"evidence\":[" PIECE ("1", "a") "," PIECE ("4", "cpi-2") "," PIECE ("3", "cpi") "]}",
                 merged,
                 "");
  assert_opens (merged);
}

/* -- The history -- */

static void
add_entry (JsonObject *object,
           const char *what,
           const char *when,
           const char *to)
{
  JsonArray *history = json_object_has_member (object, "history") ? json_object_get_array_member (object, "history") : NULL;
  JsonObject *entry = json_object_new ();
  g_autoptr (DpEntry) made = NULL;
  g_autofree char *digest = NULL;

  if (history == NULL)
    {
      history = json_array_new ();
      json_object_set_array_member (object, "history", history);
    }
  json_object_set_string_member (entry, "what", what);
  json_object_set_string_member (entry, "when", when);
  json_object_set_string_member (entry, "previous", json_object_get_string_member_with_default (object, "history_digest", ""));
  if (to != NULL)
    {
      json_object_set_string_member (entry, "to", to);
      json_object_set_string_member (object, "state", to);
    }
  json_array_add_object_element (history, json_object_ref (entry));
  made = dp_entry_new (entry);
  digest = dp_entry_dup_digest (made);
  json_object_set_string_member (object, "history_digest", digest);
  json_object_unref (entry);
}

/* Asserts that it is chained, and which entries there are. */
static void
assert_history (JsonNode *node,
                const char *expected)
{
  JsonObject *object = json_node_get_object (node);
  JsonArray *history = json_object_get_array_member (object, "history");
  g_autofree char *digest = g_strdup ("");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (history); i++)
    {
      g_autoptr (DpEntry) entry = dp_entry_new (json_array_get_object_element (history, i));

      g_assert_cmpstr (dp_entry_get_previous (entry), ==, digest);
      g_free (digest);
      digest = dp_entry_dup_digest (entry);
      g_string_append_printf (found, "%s ", dp_entry_get_what (entry));
    }
  g_assert_cmpstr (json_object_get_string_member (object, "history_digest"), ==, digest);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_history (void)
{
  g_autoptr (JsonNode) base = parse ("{\"state\":\"draft\",\"title\":\"A\"}");
  g_autoptr (JsonNode) ours = NULL;
  g_autoptr (JsonNode) theirs = NULL;
  g_autoptr (JsonNode) merged = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *text = NULL;

  add_entry (json_node_get_object (base), "one", "2026-01-01T00:00:00Z", NULL);
  text = print (base);
  ours = parse (text);
  theirs = parse (text);
  add_entry (json_node_get_object (ours), "two", "2026-01-02T00:00:00Z", NULL);
  add_entry (json_node_get_object (ours), "five", "2026-01-05T00:00:00Z", NULL);
  add_entry (json_node_get_object (theirs), "three", "2026-01-03T00:00:00Z", NULL);
  add_entry (json_node_get_object (theirs), "submit", "2026-01-04T00:00:00Z", "in-review");
  merged = dp_merge (base, ours, theirs, NULL, &conflicts);
  g_assert_cmpuint (conflicts->len, ==, 0);
  assert_history (merged, "one two three submit five ");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (merged), "state"), ==, "in-review");

  /* Two moves from one state: only one of them was made. */
  g_clear_pointer (&conflicts, g_ptr_array_unref);
  add_entry (json_node_get_object (ours), "decline", "2026-01-06T00:00:00Z", "not-checked");
  again = dp_merge (base, ours, theirs, NULL, &conflicts);
  g_assert_cmpuint (conflicts->len, ==, 1);
  assert_history (again, "one two three five decline ");
  g_hash_table_insert (choices, (char *) "/state", GINT_TO_POINTER (DP_MERGE_THEIRS));
  g_clear_pointer (&again, json_node_unref);
  again = dp_merge (base, ours, theirs, choices, NULL);
  assert_history (again, "one two three submit five ");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (again), "state"), ==, "in-review");
}

/* A verdict of one's own is given while the case is in review, and not behind a move that ended it. */
static void
test_bound (void)
{
  g_autoptr (JsonNode) base = parse ("{\"state\":\"in-review\"}");
  g_autoptr (JsonNode) ours = parse ("{\"state\":\"in-review\"}");
  g_autoptr (JsonNode) before = parse ("{\"state\":\"in-review\",\"verdict\":\"false\"}");
  g_autoptr (JsonNode) behind = parse ("{\"state\":\"in-review\"}");
  g_autoptr (JsonNode) merged = NULL;
  g_autoptr (JsonNode) chosen = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);

  add_entry (json_node_get_object (ours), "request-changes", "2026-01-02T00:00:00Z", "changes-requested");
  add_entry (json_node_get_object (before), "cross-check", "2026-01-01T00:00:00Z", NULL);
  add_entry (json_node_get_object (behind), "cross-check", "2026-01-03T00:00:00Z", NULL);

  merged = dp_merge (base, ours, before, NULL, &conflicts);
  g_assert_cmpuint (conflicts->len, ==, 0);
  assert_history (merged, "cross-check request-changes ");

  g_clear_pointer (&conflicts, g_ptr_array_unref);
  g_clear_pointer (&merged, json_node_unref);
  merged = dp_merge (base, ours, behind, NULL, &conflicts);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (((DpMergeConflict *) conflicts->pdata[0])->place, ==, "/state");
  assert_history (merged, "request-changes ");

  g_hash_table_insert (choices, (char *) "/state", GINT_TO_POINTER (DP_MERGE_THEIRS));
  chosen = dp_merge (base, ours, behind, choices, NULL);
  assert_history (chosen, "cross-check ");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (chosen), "state"), ==, "in-review");
}

/* -- By chance -- */

/* Changes one of the members "m0" to "m9", or an item of "list". Each value is new. */
static void
edit (JsonObject *object,
      guint *serial)
{
  g_autofree char *name = g_strdup_printf ("m%d", g_test_rand_int_range (0, 10));
  g_autofree char *value = g_strdup_printf ("value %u", ++*serial);
  JsonArray *list = json_object_get_array_member (object, "list");
  guint n = json_array_get_length (list);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      json_object_set_string_member (object, name, value);
      break;
    case 1:
      {
        JsonObject *item = json_object_new ();

        json_object_set_string_member (item, "id", value);
        json_object_set_string_member (item, "text", value);
        json_array_add_object_element (list, item);
        break;
      }
    case 2:
      if (n > 0)
        json_array_remove_element (list, g_test_rand_int_range (0, n));
      break;
    default:
      if (n > 0)
        json_object_set_string_member (json_array_get_object_element (list, g_test_rand_int_range (0, n)), "text", value);
      break;
    }
}

/* Whether a value is in the tree, or in a conflict. */
static gboolean
is_kept (const char *merged,
         GPtrArray *conflicts,
         const char *value)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", value);

  if (strstr (merged, quoted) != NULL)
    return TRUE;
  for (guint i = 0; i < conflicts->len; i++)
    {
      const DpMergeConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *ours = conflict->ours != NULL ? json_to_string (conflict->ours, FALSE) : NULL;
      g_autofree char *theirs = conflict->theirs != NULL ? json_to_string (conflict->theirs, FALSE) : NULL;

      if ((ours != NULL && strstr (ours, quoted) != NULL) || (theirs != NULL && strstr (theirs, quoted) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Every value of @side that the base does not have. */
static void
assert_nothing_lost (JsonObject *side,
                     JsonNode *base,
                     JsonNode *merged,
                     GPtrArray *conflicts)
{
  g_autofree char *text = print (merged);
  g_autofree char *before = print (base);
  JsonArray *list = json_object_get_array_member (side, "list");
  g_autoptr (GList) names = json_object_get_members (side);

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "list"))
      {
        const char *value = json_object_get_string_member (side, l->data);
        g_autofree char *quoted = g_strdup_printf ("\"%s\"", value);

        g_assert_true (strstr (before, quoted) != NULL || is_kept (text, conflicts, value));
      }
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      const char *value = json_object_get_string_member (json_array_get_object_element (list, i), "text");
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", value);

      g_assert_true (strstr (before, quoted) != NULL || is_kept (text, conflicts, value));
    }
}

static void
test_chance (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint serial = 0;
      g_autoptr (JsonNode) base = parse ("{\"list\":[]}");
      g_autoptr (JsonNode) ours = NULL;
      g_autoptr (JsonNode) theirs = NULL;
      g_autoptr (GPtrArray) conflicts = NULL;
      g_autoptr (GPtrArray) none = NULL;
      g_autoptr (GPtrArray) turned = NULL;
      g_autoptr (JsonNode) merged = NULL;
      g_autoptr (JsonNode) alone = NULL;
      g_autoptr (JsonNode) other = NULL;
      g_autoptr (JsonNode) mirrored = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < 12; i++)
        edit (json_node_get_object (base), &serial);
      text = print (base);
      ours = parse (text);
      theirs = parse (text);
      for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
        edit (json_node_get_object (ours), &serial);
      for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
        edit (json_node_get_object (theirs), &serial);

      merged = dp_merge (base, ours, theirs, NULL, &conflicts);
      assert_nothing_lost (json_node_get_object (ours), base, merged, conflicts);
      assert_nothing_lost (json_node_get_object (theirs), base, merged, conflicts);
      alone = dp_merge (base, ours, base, NULL, &none);
      g_assert_true (json_node_equal (alone, ours));
      g_assert_cmpuint (none->len, ==, 0);
      other = dp_merge (base, base, theirs, NULL, NULL);
      g_assert_true (json_node_equal (other, theirs));
      mirrored = dp_merge (base, theirs, ours, NULL, &turned);
      g_assert_cmpuint (turned->len, ==, conflicts->len);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/members", test_members);
  g_test_add_func ("/merge/lists", test_lists);
  g_test_add_func ("/merge/choices", test_choices);
  g_test_add_func ("/merge/prose", test_prose);
  g_test_add_func ("/merge/named", test_named);
  g_test_add_func ("/merge/keys", test_keys);
  g_test_add_func ("/merge/history", test_history);
  g_test_add_func ("/merge/bound", test_bound);
  g_test_add_func ("/merge/chance", test_chance);

  return g_test_run ();
}
