/* dp-ranking-table.h: one CSV file of rankings, checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One line of a table. Strings are "" where the table says nothing, and live as long as the chunk they
 * were put into. */
typedef struct
{
  const char *index;
  const char *edition;
  const char *iso3;
  const char *country;
  guint rank;
  guint total;
  const char *score;
  const char *scale; /* "0–10" */
  gboolean is_derived;
  gboolean is_secondary;
  const char *rank_alt;
  const char *score_alt;
  guint data_year;
  const char *note;
  const char *link;
  const char *status; /* Freedom House: "Free", "Partly Free", "Not Free" */
} DpRankingRow;

/**
 * dp_ranking_table_read:
 * @file: a table as described in data/rankings/README.md
 * @indices: (array zero-terminated=1) (nullable): ids that its rows may have; any when %NULL
 * @strings: where the texts of the rows are kept
 * @problems: (element-type utf8): where reasons are put, with the file's name and line
 *
 * All rows or none: a table in which one number cannot be right is not to be quoted from. Only a few
 * scores off their scale, which publishers print themselves, cost no more than their own lines.
 *
 * Returns: (transfer full) (element-type DpRankingRow) (nullable)
 */
GArray *dp_ranking_table_read (GFile *file,
                               const char *const *indices,
                               GStringChunk *strings,
                               GPtrArray *problems);

G_END_DECLS
