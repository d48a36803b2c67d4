/* fuzz-csv.c: any bytes as a table; what is one is the same when written and read again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "reference/dp-csv.h"

static void
append_quoted (GString *text,
               const char *field,
               gboolean is_first)
{
  if (!is_first)
    g_string_append_c (text, ',');
  g_string_append_c (text, '"');
  for (; *field != '\0'; field++)
    {
      if (*field == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *field);
    }
  g_string_append_c (text, '"');
}

static char *
write_table (DpCsv *csv)
{
  GString *text = g_string_new (NULL);

  for (guint column = 0; column < dp_csv_get_n_columns (csv); column++)
    append_quoted (text, dp_csv_get_column_name (csv, column), column == 0);
  for (guint row = 0; row < dp_csv_get_n_rows (csv); row++)
    {
      g_string_append (text, "\r\n");
      for (guint column = 0; column < dp_csv_get_n_columns (csv); column++)
        append_quoted (text, dp_csv_get (csv, row, column), column == 0);
    }

  return g_string_free (text, FALSE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCsv) csv = dp_csv_read ((const char *) data, size, &error);
  g_autoptr (DpCsv) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((csv == NULL) == (error != NULL));
  if (csv == NULL)
    return 0;

  text = write_table (csv);
  again = dp_csv_read (text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dp_csv_get_n_rows (again), ==, dp_csv_get_n_rows (csv));
  g_assert_cmpuint (dp_csv_get_n_columns (again), ==, dp_csv_get_n_columns (csv));
  for (guint row = 0; row < dp_csv_get_n_rows (csv); row++)
    {
      for (guint column = 0; column < dp_csv_get_n_columns (csv); column++)
        g_assert_cmpstr (dp_csv_get (again, row, column), ==, dp_csv_get (csv, row, column));
    }

  return 0;
}
