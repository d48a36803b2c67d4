/* dp-date.c: dates as values: written and compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-date.h"

#include <glib/gi18n-lib.h>

char *
dp_date_format_iso (const DpDate *date)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (date != NULL, NULL);

  if (date->precision >= DP_DATE_YEAR)
    g_string_append_printf (text, "%04d", date->year);
  if (date->precision >= DP_DATE_MONTH)
    g_string_append_printf (text, "-%02d", date->month);
  if (date->precision >= DP_DATE_DAY)
    g_string_append_printf (text, "-%02d", date->day);
  if (date->precision >= DP_DATE_MINUTE)
    g_string_append_printf (text, "T%02d:%02d", date->hour, date->minute);
  if (date->precision >= DP_DATE_SECOND)
    g_string_append_printf (text, ":%02d", date->second);
  if (date->precision >= DP_DATE_MINUTE && date->has_zone)
    {
      int zone = ABS (date->zone_minutes);

      if (zone == 0)
        g_string_append_c (text, 'Z');
      else
        g_string_append_printf (text, "%c%02d:%02d", date->zone_minutes < 0 ? '-' : '+', zone / 60, zone % 60);
    }
  return g_string_free (text, FALSE);
}

char *
dp_date_format_short (const DpDate *date)
{
  g_autoptr (GDateTime) time = NULL;
  const char *format;

  g_return_val_if_fail (date != NULL, NULL);

  if (date->precision == DP_DATE_NONE)
    return g_strdup ("");
  time = g_date_time_new_utc (date->year, MAX (date->month, 1), MAX (date->day, 1), 0, 0, 0);
  if (time == NULL)
    return dp_date_format_iso (date);
  /* The locale's own %x is no use: in many places it has two digits for the year, or figures for
   * the month that the next country reads as the day. */
  if (date->precision == DP_DATE_YEAR)
    /* Translators: a date of which only the year is known, as for g_date_time_format() */
    format = C_ ("date format", "%Y");
  else if (date->precision == DP_DATE_MONTH)
    /* Translators: a date without its day, “January 2026”, as for g_date_time_format(); %OB is the
     * name of the month standing alone */
    format = C_ ("date format", "%OB %Y");
  else
    /* Translators: a date, “10 January 2026”, as for g_date_time_format() */
    format = C_ ("date format", "%-d %B %Y");
  return g_date_time_format (time, format);
}

/* Days since 1 January of year 1 in the Gregorian calendar, also where it was not yet in use. */
static gint64
count_days (int year,
            int month,
            int day)
{
  static const int before_month[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
  gint64 past = year - 1;
  gboolean is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return past * 365 + past / 4 - past / 100 + past / 400 +
         before_month[CLAMP (month, 1, 12) - 1] + (month > 2 && is_leap ? 1 : 0) + day - 1;
}

static gint64
count_seconds (const DpDate *date)
{
  gint64 days;

  if (date->precision == DP_DATE_NONE)
    return G_MININT64;
  days = count_days (date->year, MAX (date->month, 1), MAX (date->day, 1));
  return days * 86400 + date->hour * 3600 + (date->minute - (date->has_zone ? date->zone_minutes : 0)) * 60 + date->second;
}

int
dp_date_compare (const DpDate *a,
                 const DpDate *b)
{
  gint64 first, second;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  first = count_seconds (a);
  second = count_seconds (b);
  return first < second ? -1 : first > second;
}
