/* test-json-change.c: a change between two versions of a JSON file, carried over to a third
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json-change.h"
#include "base/dp-json.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = dp_json_read (text, strlen (text), DP_JSON_STRICT, &error);

  g_assert_no_error (error);
  return node;
}

static void
assert_json (JsonNode *node,
             const char *expected)
{
  g_autoptr (JsonNode) other = parse (expected);
  g_autoptr (GBytes) a = dp_json_write (node);
  g_autoptr (GBytes) b = dp_json_write (other);

  /* The order of members counts as well. */
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL), g_bytes_get_size (b));
}

/* Both of the whole change, and of what pruning leaves of it; @expected %NULL: @place does not fit. */
static void
check (const char *current,
       const char *before,
       const char *after,
       const char *expected,
       const char *expected_place)
{
  g_autoptr (JsonNode) c = parse (current);
  g_autoptr (JsonNode) b = parse (before);
  g_autoptr (JsonNode) a = parse (after);
  g_autoptr (JsonNode) pruned_b = NULL;
  g_autoptr (JsonNode) pruned_a = NULL;

  dp_json_prune (b, a, &pruned_b, &pruned_a);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *place = NULL;
      g_autoptr (JsonNode) result = dp_json_carry (c, i == 0 ? b : pruned_b, i == 0 ? a : pruned_a, &place);

      g_assert_cmpstr (place, ==, expected_place);
      if (expected != NULL)
        assert_json (result, expected);
      else
        g_assert_null (result);
    }
  assert_json (c, current);
  assert_json (b, before);
}

static void
test_carry (void)
{
  /* The same file. */
  check ("{\"a\":1,\"b\":[1]}", "{\"a\":1,\"b\":[1]}", "{\"a\":2,\"b\":[1]}", "{\"a\":2,\"b\":[1]}", NULL);
  /* Somebody else changed something else. */
  check ("{\"l\":[{\"id\":\"x\",\"t\":\"new\",\"u\":0},{\"id\":\"y\"}]}",
         "{\"l\":[{\"id\":\"x\",\"t\":\"old\",\"u\":0}]}",
         "{\"l\":[{\"id\":\"x\",\"t\":\"old\",\"u\":1,\"v\":[1,2]}]}",
         "{\"l\":[{\"id\":\"x\",\"t\":\"new\",\"u\":1,\"v\":[1,2]},{\"id\":\"y\"}]}",
         NULL);
  /* New and gone items; those that are so already stay. */
  check ("{\"l\":[{\"id\":\"x\"},{\"id\":\"z\"},{\"id\":\"w\"}]}",
         "{\"l\":[{\"id\":\"x\"},{\"id\":\"gone\"}]}",
         "{\"l\":[{\"id\":\"w\"},{\"id\":\"n\",\"t\":1}]}",
         "{\"l\":[{\"id\":\"z\"},{\"id\":\"w\"},{\"id\":\"n\",\"t\":1}]}",
         NULL);
  /* A whole item of a list in another form, and one after it. */
  check ("{\"l\":[{\"id\":\"x\",\"t\":1},{\"id\":\"y\",\"t\":1,\"k\":1}]}",
         "{\"l\":[{\"id\":\"x\",\"t\":1},{\"id\":\"y\",\"t\":1}]}",
         "{\"l\":[{\"id\":\"x\",\"s\":2},{\"id\":\"y\",\"t\":2}]}",
         "{\"l\":[{\"id\":\"x\",\"s\":2},{\"id\":\"y\",\"t\":2,\"k\":1}]}",
         NULL);
  /* The other way round. */
  check ("{\"a\":\"new\"}", "{\"a\":\"old\"}", "{\"a\":\"newer\"}", NULL, "/a");
  check ("{\"l\":[{\"id\":\"x\",\"t\":\"other\"}]}", "{\"l\":[{\"id\":\"x\",\"t\":\"old\"}]}", "{\"l\":[{\"id\":\"x\",\"t\":\"new\"}]}", NULL, "/l/x/t");
  check ("{\"l\":[{\"id\":\"x\",\"t\":\"other\"}]}", "{\"l\":[{\"id\":\"x\",\"t\":\"old\"}]}", "{\"l\":[]}", NULL, "/l/x");
  /* A list without ids is one value. */
  check ("{\"l\":[1,2,3]}", "{\"l\":[1,2]}", "{\"l\":[2]}", NULL, "/l");
}

static void
test_prune (void)
{
  g_autoptr (JsonNode) before = parse ("{\"f\":\"x\",\"l\":[{\"id\":\"a\",\"t\":1},{\"id\":\"b\",\"t\":1,\"s\":1}]}");
  g_autoptr (JsonNode) after = parse ("{\"f\":\"x\",\"l\":[{\"id\":\"a\",\"t\":1},{\"id\":\"b\",\"t\":2,\"s\":1},{\"id\":\"c\"}]}");
  g_autoptr (JsonNode) pruned_before = NULL;
  g_autoptr (JsonNode) pruned_after = NULL;

  dp_json_prune (before, after, &pruned_before, &pruned_after);
  assert_json (pruned_before, "{\"l\":[{\"id\":\"b\",\"t\":1}]}");
  assert_json (pruned_after, "{\"l\":[{\"id\":\"b\",\"t\":2},{\"id\":\"c\"}]}");
}

static void
test_dup (void)
{
  const char *text = "{\"a\":[null,true,1,2.5,\"x\",{\"b\":{}}],\"c\":\"\"}";
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (JsonNode) copy = dp_json_dup (node);

  json_object_set_int_member (json_node_get_object (copy), "d", 1);
  json_array_remove_element (json_object_get_array_member (json_node_get_object (copy), "a"), 0);
  assert_json (node, text);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-change/carry", test_carry);
  g_test_add_func ("/json-change/prune", test_prune);
  g_test_add_func ("/json-change/dup", test_dup);
  return g_test_run ();
}
