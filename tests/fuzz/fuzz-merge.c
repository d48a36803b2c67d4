/* fuzz-merge.c: three lines of JSON as two versions of a case and what they come from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>
#include "base/dp-json.h"
#include "model/dp-merge.h"

/* (nullable) */
static JsonNode *
read_line (const uint8_t **data,
           size_t *size)
{
  const uint8_t *end = *size > 0 ? memchr (*data, '\n', *size) : NULL;
  size_t length = end != NULL ? (size_t) (end - *data) : *size;
  g_autoptr (JsonNode) node = dp_json_read ((const char *) *data, length, DP_JSON_STRICT, NULL);

  *data += end != NULL ? length + 1 : length;
  *size -= end != NULL ? length + 1 : length;
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

static void
assert_writes (JsonNode *node)
{
  g_autoptr (GBytes) bytes = dp_json_write (node);

  g_assert_nonnull (bytes);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (JsonNode) base = read_line (&data, &size);
  g_autoptr (JsonNode) ours = read_line (&data, &size);
  g_autoptr (JsonNode) theirs = read_line (&data, &size);
  g_autoptr (JsonNode) merged = NULL;
  g_autoptr (JsonNode) alone = NULL;
  g_autoptr (JsonNode) same = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (base == NULL || ours == NULL || theirs == NULL)
    return 0;

  before = json_to_string (theirs, FALSE);
  merged = dp_merge (base, ours, theirs, NULL, &conflicts);
  assert_writes (merged);
  /* None of the three is changed, and one side alone is as it is. */
  after = json_to_string (theirs, FALSE);
  g_assert_cmpstr (before, ==, after);
  alone = dp_merge (base, ours, base, NULL, &none);
  g_assert_true (json_node_equal (alone, ours));
  g_assert_cmpuint (none->len, ==, 0);
  same = dp_merge (base, theirs, theirs, NULL, NULL);
  g_assert_true (json_node_equal (same, theirs));
  return 0;
}
