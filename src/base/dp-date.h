/* dp-date.h: dates as articles and people give them: a year, a day, a minute, with or without a zone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DP_DATE_NONE,
  DP_DATE_YEAR,
  DP_DATE_MONTH,
  DP_DATE_DAY,
  DP_DATE_MINUTE,
  DP_DATE_SECOND,
} DpDatePrecision;

/* A value; members beyond the precision are 0. */
typedef struct
{
  DpDatePrecision precision;
  int year;
  int month; /* 1 to 12 */
  int day;   /* 1 to 31 */
  int hour;
  int minute;
  int second;
  gboolean has_zone;
  int zone_minutes; /* east of UTC is positive */
} DpDate;

/**
 * dp_date_parse:
 *
 * Reads ISO 8601 and its relatives ("2026", "2026-01", "2026-01-10", "20260110",
 * "2026-01-10 08:00", "2026-01-10T08:00:00.5+0200", lower-case t and z, 24:00), RFC 2822, epoch
 * seconds and milliseconds, and "10.01.2026". Never guesses between day and month: "10/01/2026" is
 * refused, "25/12/2026" is not. Words in a page's language are the intake room's work.
 *
 * Returns: whether @text is a date that exists; @date is written only then
 */
gboolean dp_date_parse (const char *text,
                        DpDate *date);

/* (transfer full): ISO 8601 to the date's own precision; "" for %DP_DATE_NONE */
char *dp_date_format_iso (const DpDate *date);

/* (transfer full): as people of the current locale write it, to the date's own precision, without
 * the time of day; "" for %DP_DATE_NONE */
char *dp_date_format_short (const DpDate *date);

/* Earlier is negative; unknown parts count as their first possible moment. */
int dp_date_compare (const DpDate *a,
                     const DpDate *b);

G_END_DECLS
