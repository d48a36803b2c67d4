/* fuzz-date.c: any text as a date; what is one is the same when written and read again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "base/dp-date.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *iso = NULL;
  g_autofree char *short_form = NULL;
  DpDate date, again;

  if (!dp_date_parse (text, &date))
    return 0;
  iso = dp_date_format_iso (&date);
  short_form = dp_date_format_short (&date);
  g_assert_true (*iso != '\0' && *short_form != '\0');
  g_assert_true (dp_date_parse (iso, &again));
  g_assert_true (again.precision == date.precision);
  g_assert_true (again.has_zone == date.has_zone && again.zone_minutes == date.zone_minutes);
  g_assert_cmpint (dp_date_compare (&date, &again), ==, 0);
  g_assert_true (g_date_valid_dmy ((GDateDay) MAX (date.day, 1), (GDateMonth) MAX (date.month, 1), (GDateYear) date.year));
  g_assert_true (date.hour < 24 && date.minute < 60 && date.second < 60);
  return 0;
}
