/* dp-table-cells.h: single cells of a publisher's table: headings, names, ranks, scores
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-grid.h"

G_BEGIN_DECLS

typedef enum
{
  DP_TABLE_HEADING_OTHER,
  DP_TABLE_HEADING_COUNTRY,
  DP_TABLE_HEADING_CODE,
  DP_TABLE_HEADING_YEAR,
  DP_TABLE_HEADING_RANK,
  DP_TABLE_HEADING_SCORE,
} DpTableHeading;

/* @year: (out): that stands in it, or 0. A year alone heads scores. */
DpTableHeading dp_table_heading_read (const char *cell,
                                      guint *year);

typedef enum
{
  DP_TABLE_VALUE_READ,
  DP_TABLE_VALUE_NONE, /* empty, "n/a", "–", ".." */
  DP_TABLE_VALUE_BAD,
} DpTableValue;

typedef enum
{
  DP_TABLE_MARKS_POINT, /* 1,234.5 */
  DP_TABLE_MARKS_COMMA, /* 1.234,5 */
  DP_TABLE_MARKS_MIXED, /* both are decimal marks, so that neither can be trusted */
} DpTableMarks;

/* How the scores of a column are written. @max: the greatest there can be, or 0 */
DpTableMarks dp_table_marks_find (DpGrid *grid,
                                  guint first_row,
                                  guint column,
                                  double max);

/* "12", "=12", "12=", "12-14" (@alt: (out) (transfer full): "14"), each with marks of footnotes */
DpTableValue dp_table_rank_read (const char *cell,
                                 guint *rank,
                                 char **alt);

/* @score: (out) (transfer full): with a decimal point and no other marks; untouched unless read */
DpTableValue dp_table_score_read (const char *cell,
                                  DpTableMarks marks,
                                  char **score);

/* A year as four digits, "2020.0" and "2020-12-31" too; else 0 */
guint dp_table_year_read (const char *cell);

/* (transfer full): without the marks of footnotes at its end */
char *dp_table_name_clean (const char *cell);

/* @min, @max: (out) (transfer full): of what begins as "0–10"; "-" and "to" do as well */
gboolean dp_table_scale_read (const char *text,
                              char **min,
                              char **max);

G_END_DECLS
