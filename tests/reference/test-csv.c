/* test-csv.c: tables in CSV, read strictly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-csv.h"

#include <string.h>

static DpCsv *
read_text (const char *text,
           GError **error)
{
  /* A copy without the NUL, so that the sanitizer sees a step too far. */
  gsize length = strlen (text);
  g_autofree char *exact = g_memdup2 (text, length);

  return dp_csv_read (exact, length, error);
}

static void
assert_cell (DpCsv *csv,
             guint row,
             guint column,
             const char *wanted)
{
  g_assert_cmpstr (dp_csv_get (csv, row, column), ==, wanted);
}

static void
test_plain (void)
{
  static const char *const texts[] = {
    "a,b,c\n1,2,3\n4,,6\n",
    "a,b,c\r\n1,2,3\r\n4,,6",
    "\xef\xbb\xbf"
    "a,b,c\n1,2,3\n4,\"\",6\n",
    "a,\"b\",c\n\"1\",2,\"3\"\n4,,\"6\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DpCsv) csv = read_text (texts[i], &error);

      g_assert_no_error (error);
      g_assert_cmpuint (dp_csv_get_n_rows (csv), ==, 2);
      g_assert_cmpuint (dp_csv_get_n_columns (csv), ==, 3);
      g_assert_cmpint (dp_csv_find_column (csv, "b"), ==, 1);
      g_assert_cmpint (dp_csv_find_column (csv, "d"), ==, -1);
      g_assert_cmpstr (dp_csv_get_column_name (csv, 2), ==, "c");
      assert_cell (csv, 0, 0, "1");
      assert_cell (csv, 0, 2, "3");
      assert_cell (csv, 1, 1, "");
      assert_cell (csv, 1, 2, "6");
      g_assert_cmpuint (dp_csv_get_line (csv, 1), ==, 3);
    }
}

static void
test_quoted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCsv) csv = read_text ("name,note\n\"Korea, South\",\"says \"\"hello\"\"\"\n\"two\nlines\",\"\"\"\"\nlast,\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (dp_csv_get_n_rows (csv), ==, 3);
  assert_cell (csv, 0, 0, "Korea, South");
  assert_cell (csv, 0, 1, "says \"hello\"");
  assert_cell (csv, 1, 0, "two\nlines");
  assert_cell (csv, 1, 1, "\"");
  assert_cell (csv, 2, 1, "");
  g_assert_cmpuint (dp_csv_get_line (csv, 1), ==, 3);
  g_assert_cmpuint (dp_csv_get_line (csv, 2), ==, 5);
}

static void
test_header_only (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCsv) csv = read_text ("a,b\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (dp_csv_get_n_rows (csv), ==, 0);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } cases[] = {
    { "", "line 1, column 1:" },
    { "\xef\xbb\xbf", "line 1, column 1:" },
    { "a,b\n1\n", "line 2, column 2:" },
    { "a,b\n1,2,3\n", "line 2, column 6:" },
    { "a,b\n1,2\n\n", "line 3, column 1:" },
    { "a,b\n1,2\n3,x\"y\n", "line 3, column 4:" },
    { "a,b\n\"1\"x,2\n", "line 2, column 4:" },
    { "a,b\n\"1\" ,2\n", "line 2, column 4:" },
    { "a,b\nü\"1,2\n", "line 2, column 2:" },
    { "a,b\n1,\"2\n", "line 3, column 1:" },
    { "a,b\n1,\"", "line 2, column 4:" },
    { "a,b\r1,2\r", "line 1, column 4:" },
    { "a,b\n1,2\r", "line 2, column 4:" },
    { "a,a\n1,2\n", "line 1, column 1:" },
    { "a,\n1,2\n", "line 1, column 1:" },
    { "a,b\n1,\xff\n", "line 2, column 3:" },
    { "a,b\n1,\xc3\n", "line 2, column 3:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DpCsv) csv = read_text (cases[i].text, &error);

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_null (csv);
      if (!g_str_has_prefix (error->message, cases[i].place))
        g_error ("“%s” gives “%s”", cases[i].text, error->message);
    }
}

static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCsv) csv = dp_csv_read ("a,b\n1,\0\n", 8, &error);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (g_str_has_prefix (error->message, "line 2, column 3:"));
  g_assert_null (csv);
}

static void
test_wide (void)
{
  g_autoptr (GString) header = g_string_new ("c0");
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCsv) csv = NULL;

  for (guint i = 1; i < DP_CSV_MAX_COLUMNS; i++)
    g_string_append_printf (header, ",c%u", i);
  csv = read_text (header->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dp_csv_get_n_columns (csv), ==, DP_CSV_MAX_COLUMNS);
  g_clear_pointer (&csv, dp_csv_free);

  g_string_append (header, ",more");
  csv = read_text (header->str, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/plain", test_plain);
  g_test_add_func ("/csv/quoted", test_quoted);
  g_test_add_func ("/csv/header-only", test_header_only);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/nul", test_nul);
  g_test_add_func ("/csv/wide", test_wide);

  return g_test_run ();
}
