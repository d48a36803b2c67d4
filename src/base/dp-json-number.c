/* dp-json-number.c: numbers as ECMAScript prints them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-json-number.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* The value is 0.DIGITS times ten to the power of @point. */
typedef struct
{
  char digits[18];
  int n_digits;
  int point;
} Decimal;

static gboolean
parse_scientific (const char *text,
                  Decimal *decimal)
{
  const char *e = strchr (text, 'e');

  decimal->n_digits = 0;
  for (const char *p = text; p < e; p++)
    if (g_ascii_isdigit (*p))
      decimal->digits[decimal->n_digits++] = *p;
  while (decimal->n_digits > 1 && decimal->digits[decimal->n_digits - 1] == '0')
    decimal->n_digits--;
  decimal->digits[decimal->n_digits] = '\0';
  decimal->point = (int) g_ascii_strtoll (e + 1, NULL, 10) + 1;
  return TRUE;
}

/* @precision significant digits, rounded to nearest; whether they read back as @value */
static gboolean
try_precision (double value,
               int precision,
               Decimal *decimal)
{
  char format[8];
  char text[32];

  g_snprintf (format, sizeof format, "%%.%de", precision - 1);
  g_ascii_formatd (text, sizeof text, format, value);
  if (g_ascii_strtod (text, NULL) != value)
    return FALSE;
  return parse_scientific (text, decimal);
}

/* Below a power of two doubles lie closer together than above it, so the digits that read back may
 * be the next ones up and not the nearest. */
static gboolean
try_next_up (double value,
             int precision,
             Decimal *decimal)
{
  char format[8];
  char text[32];
  char *p;

  g_snprintf (format, sizeof format, "%%.%de", precision - 1);
  g_ascii_formatd (text, sizeof text, format, value);
  p = strchr (text, 'e') - 1;
  while (p >= text && (*p == '9' || *p == '.'))
    {
      if (*p == '9')
        *p = '0';
      p--;
    }
  if (p < text)
    return FALSE;
  *p += 1;
  if (g_ascii_strtod (text, NULL) != value)
    return FALSE;
  return parse_scientific (text, decimal);
}

static void
find_shortest (double value,
               Decimal *decimal)
{
  /* Up to DBL_DIG digits survive the way through a normal double, so fewer need no trying: their
   * zeros are stripped. Not so below DBL_MIN. */
  int precision = value < DBL_MIN ? 1 : DBL_DIG;
  int exponent;
  gboolean power_of_two = frexp (value, &exponent) == 0.5;

  for (; precision < 17; precision++)
    if (try_precision (value, precision, decimal) ||
        (power_of_two && try_next_up (value, precision, decimal)))
      return;
  try_precision (value, 17, decimal);
}

static void
append_zeros (GString *into,
              int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_c (into, '0');
}

static void
append_scientific (GString *into,
                   const Decimal *decimal)
{
  g_string_append_c (into, decimal->digits[0]);
  if (decimal->n_digits > 1)
    g_string_append_printf (into, ".%s", decimal->digits + 1);
  g_string_append_printf (into, "e%+d", decimal->point - 1);
}

void
dp_json_append_double (GString *into,
                       double value,
                       gboolean with_exponent)
{
  Decimal d;

  g_return_if_fail (isfinite (value));

  /* Minus zero as well. */
  if (value == 0)
    {
      g_string_append_c (into, '0');
      return;
    }
  if (value < 0)
    g_string_append_c (into, '-');
  find_shortest (fabs (value), &d);

  if (d.n_digits <= d.point && d.point <= 21 && !(with_exponent && fabs (value) > (double) DP_JSON_MAX_SAFE_INTEGER))
    {
      g_string_append_len (into, d.digits, d.n_digits);
      append_zeros (into, d.point - d.n_digits);
    }
  else if (d.n_digits > d.point && 0 < d.point && d.point <= 21)
    {
      g_string_append_len (into, d.digits, d.point);
      g_string_append_printf (into, ".%s", d.digits + d.point);
    }
  else if (-6 < d.point && d.point <= 0)
    {
      g_string_append (into, "0.");
      append_zeros (into, -d.point);
      g_string_append_len (into, d.digits, d.n_digits);
    }
  else
    append_scientific (into, &d);
}
