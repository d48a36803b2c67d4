/* fuzz-json.c: any bytes as JSON, by all three rules, and written again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "base/dp-json.h"

/* What was read can be written, and what was written is read by the strict rules as the same. */
static void
check_round_trip (JsonNode *node)
{
  g_autoptr (GBytes) written = dp_json_write (node);
  g_autoptr (GBytes) canonical = dp_json_write_canonical (node, NULL);
  g_autoptr (GBytes) canonical_again = NULL;
  g_autoptr (JsonNode) again = NULL;

  g_assert_nonnull (written);
  g_assert_nonnull (canonical);
  again = dp_json_read (g_bytes_get_data (written, NULL), g_bytes_get_size (written), DP_JSON_STRICT, NULL);
  g_assert_nonnull (again);
  canonical_again = dp_json_write_canonical (again, NULL);
  g_assert_true (g_bytes_equal (canonical, canonical_again));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  gboolean taken[3];

  for (DpJsonRules rules = DP_JSON_STRICT; rules <= DP_JSON_FOREIGN; rules++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = dp_json_read ((const char *) data, size, rules, &error);

      taken[rules] = node != NULL;
      g_assert_true (taken[rules] == (error == NULL));
      if (node != NULL)
        check_round_trip (node);
      else
        {
          g_assert_true (error->domain == DP_JSON_ERROR);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
  /* Each rule set takes all that the one before it takes. */
  g_assert_true (taken[DP_JSON_GRAMMAR] || !taken[DP_JSON_STRICT]);
  g_assert_true (taken[DP_JSON_FOREIGN] || !taken[DP_JSON_GRAMMAR]);
  return 0;
}
