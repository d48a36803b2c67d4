/* dp-date-parse.c: dates read from what pages and people write
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-date.h"

#include <string.h>

/* Epoch seconds of 1 January 10000; what is not before it is no date of ours. */
#define EPOCH_END G_GINT64_CONSTANT (253402300800)
/* No zone was ever farther from Greenwich. */
#define MAX_ZONE_MINUTES (16 * 60)

/* -- Small readers: each steps over what it takes, or takes nothing and says FALSE -- */

static gboolean
take_char (const char **p,
           char c)
{
  if (**p != c)
    return FALSE;
  *p += 1;
  return TRUE;
}

static gboolean
take_any_of (const char **p,
             const char *chars)
{
  if (**p == '\0' || strchr (chars, **p) == NULL)
    return FALSE;
  *p += 1;
  return TRUE;
}

static gboolean
take_blanks (const char **p)
{
  const char *from = *p;

  while (**p == ' ' || **p == '\t')
    *p += 1;
  return *p > from;
}

/* From @min to @max digits, and no further digit after them. */
static gboolean
take_number (const char **p,
             guint min,
             guint max,
             int *number)
{
  const char *q = *p;
  guint n = 0;
  int value = 0;

  for (; g_ascii_isdigit (*q) && n < max; q++, n++)
    value = value * 10 + (*q - '0');
  if (n < min || g_ascii_isdigit (*q))
    return FALSE;
  *number = value;
  *p = q;
  return TRUE;
}

/* Exactly @n digits, whatever follows. */
static gboolean
take_digits (const char **p,
             guint n,
             int *number)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return FALSE;
      value = value * 10 + ((*p)[i] - '0');
    }
  *number = value;
  *p += n;
  return TRUE;
}

/* A word of letters that begins with one of @names (case aside); its index. */
static gboolean
take_name (const char **p,
           const char *const *names,
           guint n_names,
           int *index)
{
  gsize length = 0;

  while (g_ascii_isalpha ((*p)[length]))
    length++;
  if (length < 3)
    return FALSE;
  for (guint i = 0; i < n_names; i++)
    if (length <= strlen (names[i]) && g_ascii_strncasecmp (*p, names[i], length) == 0)
      {
        *index = (int) i;
        *p += length;
        return TRUE;
      }
  return FALSE;
}

/* -- Making sure that it exists -- */

static gboolean
set_day (DpDate *date,
         int year,
         int month,
         int day)
{
  if (year < 1 || month < 1 || month > 12 || day < 1 ||
      day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return FALSE;
  date->precision = DP_DATE_DAY;
  date->year = year;
  date->month = month;
  date->day = day;
  return TRUE;
}

static gboolean
move_to_next_day (DpDate *date)
{
  date->hour = 0;
  if (date->day < g_date_get_days_in_month ((GDateMonth) date->month, (GDateYear) date->year))
    date->day++;
  else if (date->month < 12)
    {
      date->month++;
      date->day = 1;
    }
  else
    {
      date->year++;
      date->month = date->day = 1;
    }
  return date->year <= 9999;
}

static gboolean
check_time (DpDate *date)
{
  if (date->hour > 24 || date->minute > 59 || date->second > 60)
    return FALSE;
  /* A leap second can only end a quarter of an hour, in whatever zone. It becomes the second
   * before, since hardly anything that reads our dates knows it. */
  if (date->second == 60)
    {
      if (date->minute % 15 != 14)
        return FALSE;
      date->second = 59;
    }
  if (date->hour == 24)
    return date->minute == 0 && date->second == 0 && move_to_next_day (date);
  return TRUE;
}

/* -- Time of day and zone -- */

/* ".5" or ",5": how much of a second is not kept. */
static gboolean
take_fraction (const char **p)
{
  if (!take_any_of (p, ".,"))
    return TRUE;
  if (!g_ascii_isdigit (**p))
    return FALSE;
  while (g_ascii_isdigit (**p))
    *p += 1;
  return TRUE;
}

/* "08:00", "08:00:30.5", and without colons only where the date had no hyphens. "8:00" is for the
 * forms that people write. */
static gboolean
take_time (const char **p,
           gboolean basic,
           gboolean short_hour,
           DpDate *date)
{
  if (basic && g_ascii_isdigit (**p) && g_ascii_isdigit ((*p)[1]) && (*p)[2] != ':')
    {
      if (!take_digits (p, 2, &date->hour) || !take_digits (p, 2, &date->minute))
        return FALSE;
      date->precision = DP_DATE_MINUTE;
      if (!g_ascii_isdigit (**p))
        return TRUE;
      date->precision = DP_DATE_SECOND;
      return take_digits (p, 2, &date->second) && !g_ascii_isdigit (**p) && take_fraction (p);
    }
  if (!take_number (p, short_hour ? 1 : 2, 2, &date->hour) || !take_char (p, ':') || !take_number (p, 2, 2, &date->minute))
    return FALSE;
  date->precision = DP_DATE_MINUTE;
  if (!take_char (p, ':'))
    return TRUE;
  date->precision = DP_DATE_SECOND;
  return take_number (p, 2, 2, &date->second) && take_fraction (p);
}

static gboolean
take_offset (const char **p,
             DpDate *date)
{
  int sign = **p == '-' ? -1 : 1;
  int hours, minutes = 0;

  if (!take_any_of (p, "+-") || !take_digits (p, 2, &hours))
    return FALSE;
  if (take_char (p, ':'))
    {
      if (!take_number (p, 2, 2, &minutes))
        return FALSE;
    }
  else if (g_ascii_isdigit (**p) && !take_number (p, 2, 2, &minutes))
    return FALSE;
  if (minutes > 59 || hours * 60 + minutes > MAX_ZONE_MINUTES)
    return FALSE;
  date->has_zone = TRUE;
  date->zone_minutes = sign * (hours * 60 + minutes);
  return TRUE;
}

static gboolean
take_zone_name (const char **p,
                DpDate *date)
{
  /* Those that RFC 2822 defines. */
  static const struct
  {
    const char *name;
    int hours;
  } zones[] = {
    { "Z", 0 }, { "UT", 0 }, { "UTC", 0 }, { "GMT", 0 }, { "EST", -5 }, { "EDT", -4 }, { "CST", -6 }, { "CDT", -5 }, { "MST", -7 }, { "MDT", -6 }, { "PST", -8 }, { "PDT", -7 }
  };
  gsize length = 0;

  while (g_ascii_isalpha ((*p)[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (length == strlen (zones[i].name) && g_ascii_strncasecmp (*p, zones[i].name, length) == 0)
      {
        date->has_zone = TRUE;
        date->zone_minutes = zones[i].hours * 60;
        *p += length;
        return TRUE;
      }
  return FALSE;
}

/* Nothing, or a zone, or RFC 2822's "+0200 (CEST)"; to the end of the text. */
static gboolean
take_rest (const char **p,
           DpDate *date)
{
  take_blanks (p);
  if (**p == '\0')
    return TRUE;
  if (!(**p == '+' || **p == '-' ? take_offset (p, date) : take_zone_name (p, date)))
    return FALSE;
  take_blanks (p);
  if (take_char (p, '('))
    {
      while (**p != '\0' && **p != '(' && **p != ')')
        *p += 1;
      if (!take_char (p, ')'))
        return FALSE;
    }
  return **p == '\0';
}

/* What may follow a day: nothing, or a time and a zone. */
static gboolean
take_time_and_rest (const char **p,
                    gboolean basic,
                    gboolean short_hour,
                    DpDate *date)
{
  gboolean comma = take_char (p, ',');

  take_blanks (p);
  if (**p == '\0')
    return !comma;
  return take_time (p, basic, short_hour, date) && check_time (date) && take_rest (p, date);
}

/* -- The forms -- */

static gboolean
parse_epoch (const char *text,
             gboolean milliseconds,
             DpDate *date)
{
  gint64 number = g_ascii_strtoll (text, NULL, 10);
  g_autoptr (GDateTime) time = NULL;

  if (milliseconds)
    number /= 1000;
  if (number >= EPOCH_END)
    return FALSE;
  time = g_date_time_new_from_unix_utc (number);
  *date = (DpDate){
    .precision = DP_DATE_SECOND,
    .year = g_date_time_get_year (time),
    .month = g_date_time_get_month (time),
    .day = g_date_time_get_day_of_month (time),
    .hour = g_date_time_get_hour (time),
    .minute = g_date_time_get_minute (time),
    .second = g_date_time_get_second (time),
    .has_zone = TRUE,
  };
  return TRUE;
}

/* Digits alone: how many there are decides. Six could be a month or a day, twelve a minute or
 * milliseconds, so neither is taken. */
static gboolean
parse_digits (const char *text,
              gsize n_digits,
              DpDate *date)
{
  const char *p = text;
  int year, month, day;

  switch (n_digits)
    {
    case 4:
      if (!take_digits (&p, 4, &date->year) || date->year < 1)
        return FALSE;
      date->precision = DP_DATE_YEAR;
      return TRUE;
    case 8:
    case 14:
      if (!take_digits (&p, 4, &year) || !take_digits (&p, 2, &month) || !take_digits (&p, 2, &day) || !set_day (date, year, month, day))
        return FALSE;
      return take_time_and_rest (&p, TRUE, FALSE, date);
    case 9:
    case 10:
      return parse_epoch (text, FALSE, date);
    case 13:
      return parse_epoch (text, TRUE, date);
    default:
      return FALSE;
    }
}

/* "20260110T080000Z" */
static gboolean
parse_iso_basic (const char *p,
                 DpDate *date)
{
  int year, month, day;

  if (!take_digits (&p, 4, &year) || !take_digits (&p, 2, &month) || !take_digits (&p, 2, &day) || !set_day (date, year, month, day))
    return FALSE;
  if (!take_any_of (&p, "Tt") && !take_blanks (&p))
    return FALSE;
  return *p != '\0' && take_time_and_rest (&p, TRUE, FALSE, date);
}

/* "2026-01", "2026-01-10", "2026-01-10T08:00Z"; also with dots or slashes, when it has a day. */
static gboolean
parse_year_first (const char *p,
                  DpDate *date)
{
  int year, month, day;
  char separator;

  if (!take_number (&p, 4, 4, &year))
    return FALSE;
  separator = *p;
  if (!take_any_of (&p, "-/.") || !take_number (&p, separator == '-' ? 2 : 1, 2, &month))
    return FALSE;
  if (*p == '\0' && separator == '-')
    {
      if (!set_day (date, year, month, 1))
        return FALSE;
      date->precision = DP_DATE_MONTH;
      date->day = 0;
      return TRUE;
    }
  if (!take_char (&p, separator) || !take_number (&p, separator == '-' ? 2 : 1, 2, &day) || !set_day (date, year, month, day))
    return FALSE;
  if (*p == '\0')
    return TRUE;
  if (!take_any_of (&p, "Tt") && !take_blanks (&p))
    return FALSE;
  return *p != '\0' && take_time_and_rest (&p, FALSE, separator != '-', date);
}

/* "10.01.2026", and with slashes or hyphens only when there is but one way to read it. */
static gboolean
parse_year_last (const char *p,
                 DpDate *date)
{
  int first, second, year;
  char separator;

  if (!take_number (&p, 1, 2, &first))
    return FALSE;
  separator = *p;
  if (!take_any_of (&p, "./-") || !take_number (&p, 1, 2, &second) || !take_char (&p, separator) || !take_number (&p, 4, 4, &year))
    return FALSE;
  if (*p != '\0' && *p != ' ' && *p != ',')
    return FALSE;
  if (separator == '.' || first > 12 || first == second)
    return set_day (date, year, second, first) && take_time_and_rest (&p, FALSE, TRUE, date);
  if (second > 12)
    return set_day (date, year, first, second) && take_time_and_rest (&p, FALSE, TRUE, date);
  return FALSE;
}

/* "Sat, 10 Jan 2026 08:00:00 +0200" */
static gboolean
parse_rfc_2822 (const char *p,
                DpDate *date)
{
  static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
  static const char *const months[] = { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december" };
  int weekday = -1;
  int day, month, year;
  GDate calendar;

  if (take_name (&p, weekdays, G_N_ELEMENTS (weekdays), &weekday))
    {
      take_char (&p, ',');
      take_blanks (&p);
    }
  if (!take_number (&p, 1, 2, &day) || !take_blanks (&p) ||
      !take_name (&p, months, G_N_ELEMENTS (months), &month) || !take_blanks (&p) ||
      !take_number (&p, 4, 4, &year) || !set_day (date, year, month + 1, day))
    return FALSE;
  if (weekday >= 0)
    {
      g_date_clear (&calendar, 1);
      g_date_set_dmy (&calendar, (GDateDay) day, (GDateMonth) (month + 1), (GDateYear) year);
      if ((int) g_date_get_weekday (&calendar) != weekday + 1)
        return FALSE;
    }
  if (*p != '\0' && !take_blanks (&p))
    return FALSE;
  return take_time_and_rest (&p, FALSE, TRUE, date);
}

static gboolean
parse_epoch_with_fraction (const char *text,
                           gsize n_digits,
                           DpDate *date)
{
  const char *p = text + n_digits;

  if (n_digits != 10 || *p != '.' || !take_fraction (&p) || *p != '\0')
    return FALSE;
  return parse_epoch (text, FALSE, date);
}

gboolean
dp_date_parse (const char *text,
               DpDate *date)
{
  typedef gboolean (*Form) (const char *text, DpDate *date);
  static const Form forms[] = { parse_year_first, parse_iso_basic, parse_year_last, parse_rfc_2822 };
  g_autofree char *trimmed = NULL;
  gsize n_digits;
  DpDate found = { 0 };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (text));
  n_digits = strspn (trimmed, "0123456789");
  if (trimmed[n_digits] == '\0' ? parse_digits (trimmed, n_digits, &found)
                                : parse_epoch_with_fraction (trimmed, n_digits, &found))
    {
      *date = found;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      found = (DpDate){ 0 };
      if (forms[i](trimmed, &found))
        {
          *date = found;
          return TRUE;
        }
    }
  return FALSE;
}
