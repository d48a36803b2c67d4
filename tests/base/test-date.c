/* test-date.c: what is read as a date, how it is written, which comes first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-date.h"

#include <string.h>

/* What is read, and how it is written again; NULL for what is refused. */
static const char *const pairs[][2] = {
  /* ISO 8601 and its relatives. */
  { "2026", "2026" },
  { "0476", "0476" },
  { "2026-01", "2026-01" },
  { "2026-01-10", "2026-01-10" },
  { " \t2026-01-10\n", "2026-01-10" },
  { "20260110", "2026-01-10" },
  { "2026/01/10", "2026-01-10" },
  { "2026.1.9", "2026-01-09" },
  { "2026-01-10T08:00", "2026-01-10T08:00" },
  { "2026-01-10 08:00", "2026-01-10T08:00" },
  { "2026-01-10T08:00Z", "2026-01-10T08:00Z" },
  { "2026-01-10t08:00:30z", "2026-01-10T08:00:30Z" },
  { "2026-01-10T08:00:00.5+0200", "2026-01-10T08:00:00+02:00" },
  { "2026-01-10T08:00:00,123456789+02", "2026-01-10T08:00:00+02:00" },
  { "2026-01-10T08:00:00-03:30", "2026-01-10T08:00:00-03:30" },
  { "2026-01-10T08:00:00+00:00", "2026-01-10T08:00:00Z" },
  { "2026-01-10T08:00:00-00:00", "2026-01-10T08:00:00Z" },
  { "2026-01-10 08:00:00 +0200", "2026-01-10T08:00:00+02:00" },
  { "2026-01-10 08:00:00 UTC", "2026-01-10T08:00:00Z" },
  { "2026-01-10T00:00:00", "2026-01-10T00:00:00" },
  { "2026-01-10T24:00", "2026-01-11T00:00" },
  { "2026-01-31T24:00:00Z", "2026-02-01T00:00:00Z" },
  { "2026-12-31T24:00:00", "2027-01-01T00:00:00" },
  { "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z" },
  { "20260110T080000Z", "2026-01-10T08:00:00Z" },
  { "20260110T0800", "2026-01-10T08:00" },
  { "20260110 080030+0530", "2026-01-10T08:00:30+05:30" },
  { "20260110080030", "2026-01-10T08:00:30" },
  { "2024-02-29", "2024-02-29" },
  { "2000-02-29", "2000-02-29" },
  /* RFC 2822. */
  { "Sat, 10 Jan 2026 08:00:00 +0200", "2026-01-10T08:00:00+02:00" },
  { "Sat, 10 Jan 2026 08:00:00 GMT", "2026-01-10T08:00:00Z" },
  { "10 Jan 2026 08:00 EST", "2026-01-10T08:00-05:00" },
  { "Sat, 10 Jan 2026 08:00:00 +0200 (CEST)", "2026-01-10T08:00:00+02:00" },
  { "saturday 10 january 2026", "2026-01-10" },
  { "1 May 2021", "2021-05-01" },
  /* Seconds and milliseconds since 1970. */
  { "1768032000", "2026-01-10T08:00:00Z" },
  { "1768032000.25", "2026-01-10T08:00:00Z" },
  { "1768032000999", "2026-01-10T08:00:00Z" },
  { "946684800", "2000-01-01T00:00:00Z" },
  /* As people write it, where there is one way to read it. */
  { "10.01.2026", "2026-01-10" },
  { "1.2.2026", "2026-02-01" },
  { "10.01.2026 8:05", "2026-01-10T08:05" },
  { "10.01.2026, 08:05", "2026-01-10T08:05" },
  { "25/12/2026", "2026-12-25" },
  { "12/25/2026", "2026-12-25" },
  { "5/5/2026", "2026-05-05" },
  { "25-12-2026", "2026-12-25" },
  /* More than one way. */
  { "10/01/2026", NULL },
  { "01/10/2026", NULL },
  { "10-01-2026", NULL },
  { "10/01/26", NULL },
  { "10.01.26", NULL },
  { "202601", NULL },
  { "202601100800", NULL },
  { "260110", NULL },
  /* Days and hours that do not exist. */
  { "2026-02-29", NULL },
  { "1900-02-29", NULL },
  { "2026-02-30T08:00", NULL },
  { "2026-04-31", NULL },
  { "2026-13-01", NULL },
  { "2026-00-10", NULL },
  { "2026-01-00", NULL },
  { "2026-00", NULL },
  { "2026-13", NULL },
  { "0000", NULL },
  { "0000-01-01", NULL },
  { "20261301", NULL },
  { "2026-01-10T25:00", NULL },
  { "2026-01-10T24:01", NULL },
  { "2026-01-10T08:60", NULL },
  { "2026-01-10T08:00:61", NULL },
  { "2026-01-10T08:00:60", NULL },
  { "9999-12-31T24:00", NULL },
  { "2026-01-10T08:00+17:00", NULL },
  { "2026-01-10T08:00+02:60", NULL },
  { "01.13.2026", NULL },
  { "30.02.2026", NULL },
  { "25/13/2026", NULL },
  { "Sun, 10 Jan 2026 08:00:00 +0200", NULL },
  { "31 Jun 2026", NULL },
  { "9999999999999999", NULL },
  /* Not dates. */
  { "", NULL },
  { " ", NULL },
  { "today", NULL },
  { "2", NULL },
  { "20", NULL },
  { "202", NULL },
  { "20266", NULL },
  { "-2026", NULL },
  { "+2026", NULL },
  { "2026-", NULL },
  { "2026-1", NULL },
  { "2026-01-", NULL },
  { "2026-1-10", NULL },
  { "2026-01-1", NULL },
  { "2026-01/10", NULL },
  { "2026-01-100", NULL },
  { "2026-01-10T", NULL },
  { "2026-01-10 ,", NULL },
  { "2026-01-10T08", NULL },
  { "2026-01-10T8:00", NULL },
  { "2026-01-10T08:0", NULL },
  { "2026-01-10T08:00:", NULL },
  { "2026-01-10T08:00:0", NULL },
  { "2026-01-10T08:00:00.", NULL },
  { "2026-01-10T08:00:00+", NULL },
  { "2026-01-10T08:00:00+2", NULL },
  { "2026-01-10T08:00:00+020", NULL },
  { "2026-01-10T08:00:00+02:0", NULL },
  { "2026-01-10T08:00:00+02:00:00", NULL },
  { "2026-01-10T08:00:00 CEST", NULL },
  { "2026-01-10T08:00:00Z (", NULL },
  { "2026-01-10T08:00:00Zx", NULL },
  { "2026-01-10x", NULL },
  { "2026-01-10T0800", NULL },
  { "10 Jan", NULL },
  { "Jan 2026", NULL },
  { "10 Janvier 2026", NULL },
  { "10 Ja 2026", NULL },
  { "10 Jan 26", NULL },
  { "10.01.", NULL },
  { "10.01.20266", NULL },
  { "10.01.2026x", NULL },
  { "10.01-2026", NULL },
  { "1768032000.", NULL },
  { "2026.5", NULL },
  { "\xD9\xA2\xD9\xA0\xD9\xA2\xD9\xA6", NULL },
  { "\xFF", NULL },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      DpDate date = { .year = 7777 };
      gboolean ok = dp_date_parse (pairs[i][0], &date);
      g_autofree char *written = NULL;

      g_autofree char *shown = g_strescape (pairs[i][0], NULL);

      g_test_message ("“%s”", shown);
      g_assert_cmpint (ok, ==, pairs[i][1] != NULL);
      if (!ok)
        {
          /* Not written. */
          g_assert_cmpint (date.year, ==, 7777);
          continue;
        }
      written = dp_date_format_iso (&date);
      g_assert_cmpstr (written, ==, pairs[i][1]);
    }
}

static void
test_members (void)
{
  DpDate date;

  g_assert_true (dp_date_parse ("2026-01", &date));
  g_assert_cmpint (date.precision, ==, DP_DATE_MONTH);
  g_assert_cmpint (date.day, ==, 0);
  g_assert_true (dp_date_parse ("2026-01-10T08:05:30-03:30", &date));
  g_assert_cmpint (date.precision, ==, DP_DATE_SECOND);
  g_assert_cmpint (date.hour, ==, 8);
  g_assert_cmpint (date.minute, ==, 5);
  g_assert_cmpint (date.second, ==, 30);
  g_assert_true (date.has_zone);
  g_assert_cmpint (date.zone_minutes, ==, -210);
  g_assert_true (dp_date_parse ("2026-01-10T08:05", &date));
  g_assert_cmpint (date.precision, ==, DP_DATE_MINUTE);
  g_assert_cmpint (date.second, ==, 0);
  g_assert_false (date.has_zone);
}

static void
test_none (void)
{
  DpDate none = { 0 };
  g_autofree char *iso = dp_date_format_iso (&none);
  g_autofree char *text = dp_date_format_short (&none);

  g_assert_cmpstr (iso, ==, "");
  g_assert_cmpstr (text, ==, "");
}

static void
assert_short (const char *text,
              const char *expected)
{
  DpDate date;
  g_autofree char *written = NULL;

  g_assert_true (dp_date_parse (text, &date));
  written = dp_date_format_short (&date);
  g_assert_cmpstr (written, ==, expected);
}

static void
test_short (void)
{
  assert_short ("2026", "2026");
  assert_short ("2026-01", "January 2026");
  assert_short ("2026-01-05", "5 January 2026");
  assert_short ("2026-01-05T23:30:00-08:00", "5 January 2026");
}

static int
compare (const char *a,
         const char *b)
{
  DpDate first, second;
  int result;

  g_assert_true (dp_date_parse (a, &first));
  g_assert_true (dp_date_parse (b, &second));
  result = dp_date_compare (&first, &second);
  g_assert_cmpint (dp_date_compare (&second, &first), ==, -result);
  return result;
}

static void
test_compare (void)
{
  DpDate none = { 0 };
  DpDate year_one;

  g_assert_cmpint (compare ("2026-01-10", "2026-01-11"), <, 0);
  g_assert_cmpint (compare ("2025-12-31", "2026"), <, 0);
  g_assert_cmpint (compare ("2026", "2026-01-01"), ==, 0);
  g_assert_cmpint (compare ("2026-02", "2026-01-31T23:59"), >, 0);
  g_assert_cmpint (compare ("2024-02-29T23:59:59", "2024-03-01"), <, 0);
  g_assert_cmpint (compare ("2026-01-10T08:00+02:00", "2026-01-10T06:00Z"), ==, 0);
  g_assert_cmpint (compare ("2026-01-10T01:00+02:00", "2026-01-09T23:30Z"), <, 0);
  g_assert_true (dp_date_parse ("0001", &year_one));
  g_assert_cmpint (dp_date_compare (&none, &year_one), <, 0);
  g_assert_cmpint (dp_date_compare (&none, &none), ==, 0);
}

static DpDate
random_date (void)
{
  DpDate date = { .precision = (DpDatePrecision) g_test_rand_int_range (DP_DATE_YEAR, DP_DATE_SECOND + 1) };

  date.year = g_test_rand_int_range (1, 10000);
  if (date.precision >= DP_DATE_MONTH)
    date.month = g_test_rand_int_range (1, 13);
  if (date.precision >= DP_DATE_DAY)
    date.day = g_test_rand_int_range (1, g_date_get_days_in_month ((GDateMonth) date.month, (GDateYear) date.year) + 1);
  if (date.precision >= DP_DATE_MINUTE)
    {
      date.hour = g_test_rand_int_range (0, 24);
      date.minute = g_test_rand_int_range (0, 60);
      date.has_zone = g_test_rand_bit ();
      date.zone_minutes = date.has_zone ? g_test_rand_int_range (-16 * 60, 16 * 60 + 1) : 0;
    }
  if (date.precision == DP_DATE_SECOND)
    date.second = g_test_rand_int_range (0, 60);
  return date;
}

/* Written and read again a date is the same in every member; the order is that of GLib's clock. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      DpDate date = random_date ();
      DpDate again;
      g_autofree char *written = dp_date_format_iso (&date);

      g_assert_true (dp_date_parse (written, &again));
      g_assert_cmpint (again.precision, ==, date.precision);
      g_assert_cmpint (again.year, ==, date.year);
      g_assert_cmpint (again.month, ==, date.month);
      g_assert_cmpint (again.day, ==, date.day);
      g_assert_cmpint (again.hour, ==, date.hour);
      g_assert_cmpint (again.minute, ==, date.minute);
      g_assert_cmpint (again.second, ==, date.second);
      g_assert_cmpint (again.has_zone, ==, date.has_zone);
      g_assert_cmpint (again.zone_minutes, ==, date.zone_minutes);
      g_assert_cmpint (dp_date_compare (&date, &again), ==, 0);
    }
}

static gint64
to_unix (const DpDate *date)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (date->year, MAX (date->month, 1), MAX (date->day, 1), date->hour, date->minute, date->second);

  return g_date_time_to_unix (time) - date->zone_minutes * 60;
}

static void
test_order (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      DpDate a = random_date ();
      DpDate b = random_date ();
      gint64 difference;

      b.year = a.year;
      if (g_test_rand_bit ())
        b.month = a.month;
      if (b.day > 28)
        b.day = 28;
      difference = to_unix (&a) - to_unix (&b);
      g_assert_cmpint (dp_date_compare (&a, &b), ==, difference < 0 ? -1 : difference > 0);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/table", test_table);
  g_test_add_func ("/date/members", test_members);
  g_test_add_func ("/date/none", test_none);
  g_test_add_func ("/date/short", test_short);
  g_test_add_func ("/date/compare", test_compare);
  g_test_add_func ("/date/round-trip", test_round_trip);
  g_test_add_func ("/date/order", test_order);
  return g_test_run ();
}
