/* fuzz-references.c: any bytes as references: sources that a case can keep, or a message
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "base/dp-date.h"
#include "formats/dp-references.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pieces = dp_references_read ((const char *) data, size, &error);

  g_assert_true ((pieces == NULL) == (error != NULL));
  if (pieces == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  g_assert_cmpuint (pieces->len, >, 0);
  for (guint i = 0; i < pieces->len; i++)
    {
      DpEvidence *piece = pieces->pdata[i];
      DpDate date;

      g_assert_true (*dp_evidence_get_title (piece) != '\0' || *dp_evidence_get_link (piece) != '\0');
      g_assert_true (g_utf8_validate (dp_evidence_get_author (piece), -1, NULL));
      g_assert_true (g_utf8_validate (dp_evidence_get_note (piece), -1, NULL));
      g_assert_true (*dp_evidence_get_date (piece) == '\0' || dp_date_parse (dp_evidence_get_date (piece), &date));
    }

  return 0;
}
