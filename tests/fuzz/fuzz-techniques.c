/* fuzz-techniques.c: any bytes as a set of techniques; what is one holds what a case may keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "reference/dp-techniques.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTechniqueSet) set = dp_technique_set_parse ((const char *) data, size, "fuzz", &error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_true ((set == NULL) == (error != NULL));
  if (set == NULL)
    return 0;

  g_assert_cmpuint (set->techniques->len, >, 0);
  g_assert_cmpuint (set->techniques->len, <=, DP_TECHNIQUES_MAX);
  g_assert_null (strpbrk (set->id, "./"));
  for (guint i = 0; i < set->techniques->len; i++)
    {
      DpTechnique *technique = g_ptr_array_index (set->techniques, i);

      g_assert_true (g_utf8_validate (technique->tag, -1, NULL));
      g_assert_true (dp_technique_tag_is_valid (technique->tag));
      g_assert_true (g_hash_table_add (ids, technique->id));
    }
  return 0;
}
