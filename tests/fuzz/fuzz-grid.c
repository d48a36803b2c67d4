/* fuzz-grid.c: any bytes as somebody's table, and a proposal of what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "reference/dp-table-proposal.h"

static DpRankings *
get_rankings (void)
{
  static DpRankings *rankings;
  const char *const folders[] = { NULL };

  if (rankings == NULL)
    {
      rankings = dp_rankings_new (folders, dp_countries_new (NULL));
      dp_rankings_load (rankings);
    }

  return rankings;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpGrid) grid = dp_grid_read_csv ((const char *) data, size, &error);
  g_autoptr (DpTableProposal) proposal = NULL;

  g_assert_true ((grid == NULL) == (error != NULL));
  if (grid == NULL)
    return 0;

  proposal = dp_table_proposal_new (grid, get_rankings (), "an-index", size % 2 == 0 ? NULL : "2020");
  g_assert_true (proposal->refuses || proposal->rows->len > 0);
  for (guint i = 0; i < proposal->rows->len; i++)
    {
      const DpTableRow *row = proposal->rows->pdata[i];

      g_assert_true (g_utf8_validate (row->score, -1, NULL));
      g_assert_cmpuint (strlen (row->iso3), ==, 3);
    }

  return 0;
}
