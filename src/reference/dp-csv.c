/* dp-csv.c: tables in CSV, read strictly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _DpCsv
{
  char *text;     /* (owned): all fields, each ended by NUL */
  GArray *fields; /* gsize: where each field begins in text; the header's first */
  GArray *lines;  /* guint: the line of each record; the header's first */
  guint n_columns;
};

/* One walk over the bytes. What a field holds is never longer than what stands in the file, so the
 * fields fit into a buffer of the file's size, with a NUL in place of each separator. */
typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint line;
  const char *line_start;

  DpCsv *csv;
  char *out;
  guint n_in_record;
} Reader;

G_GNUC_PRINTF (3, 4)
static gboolean
fail (Reader *reader,
      GError **error,
      const char *format,
      ...)
{
  g_autofree char *reason = NULL;
  glong column;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  column = g_utf8_strlen (reader->line_start, reader->at - reader->line_start) + 1;
  /* Translators: a place in a file, and what is wrong there */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("line %u, column %ld: %s"), reader->line, column, reason);

  return FALSE;
}

static gboolean
at_line_end (Reader *reader)
{
  if (reader->at == reader->end || *reader->at == '\n')
    return TRUE;

  return *reader->at == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n';
}

static void
put (Reader *reader,
     char c)
{
  *reader->out++ = c;
}

static void
begin_line (Reader *reader)
{
  reader->line++;
  reader->line_start = reader->at;
}

static gboolean
read_quoted (Reader *reader,
             GError **error)
{
  reader->at++;
  while (reader->at < reader->end)
    {
      char c = *reader->at;

      if (c == '"' && reader->at + 1 < reader->end && reader->at[1] == '"')
        reader->at++;
      else if (c == '"')
        {
          reader->at++;
          if (at_line_end (reader) || *reader->at == ',')
            return TRUE;
          return fail (reader, error, _ ("a comma or the end of the line must follow a closing quotation mark"));
        }

      put (reader, c);
      reader->at++;
      if (c == '\n')
        begin_line (reader);
    }

  return fail (reader, error, _ ("a quotation mark is never closed"));
}

static gboolean
read_plain (Reader *reader,
            GError **error)
{
  while (!at_line_end (reader) && *reader->at != ',')
    {
      if (*reader->at == '"')
        return fail (reader, error, _ ("a quotation mark within a field that does not begin with one"));
      if (*reader->at == '\r')
        return fail (reader, error, _ ("a carriage return that does not end a line"));
      put (reader, *reader->at++);
    }

  return TRUE;
}

static gboolean
read_field (Reader *reader,
            GError **error)
{
  gsize begin = reader->out - reader->csv->text;
  gboolean ok;

  if (reader->n_in_record == DP_CSV_MAX_COLUMNS)
    return fail (reader, error, _ ("more than %u columns"), DP_CSV_MAX_COLUMNS);

  ok = reader->at < reader->end && *reader->at == '"' ? read_quoted (reader, error) : read_plain (reader, error);
  if (!ok)
    return FALSE;

  put (reader, '\0');
  g_array_append_val (reader->csv->fields, begin);
  reader->n_in_record++;

  return TRUE;
}

static gboolean
read_record (Reader *reader,
             GError **error)
{
  DpCsv *csv = reader->csv;

  g_array_append_val (csv->lines, reader->line);
  reader->n_in_record = 0;

  while (TRUE)
    {
      if (!read_field (reader, error))
        return FALSE;
      if (at_line_end (reader))
        break;
      reader->at++;
    }

  if (csv->n_columns == 0)
    csv->n_columns = reader->n_in_record;
  else if (reader->n_in_record != csv->n_columns)
    return fail (reader, error, _ ("%u fields where the first line has %u"), reader->n_in_record, csv->n_columns);

  if (reader->at < reader->end && *reader->at == '\r')
    reader->at++;
  if (reader->at < reader->end)
    reader->at++;
  begin_line (reader);

  return TRUE;
}

static gboolean
check_header (Reader *reader,
              GError **error)
{
  DpCsv *csv = reader->csv;

  for (guint i = 0; i < csv->n_columns; i++)
    {
      const char *name = dp_csv_get_column_name (csv, i);

      reader->line = 1;
      reader->line_start = reader->at = reader->start;
      if (*name == '\0')
        return fail (reader, error, _ ("column %u has no name"), i + 1);
      if (dp_csv_find_column (csv, name) != (int) i)
        return fail (reader, error, _ ("two columns are named “%s”"), name);
    }

  return TRUE;
}

static gboolean
check_bytes (Reader *reader,
             GError **error)
{
  const char *invalid;

  if (g_utf8_validate_len (reader->start, reader->end - reader->start, &invalid))
    return TRUE;

  for (; reader->at < invalid; reader->at++)
    {
      if (*reader->at == '\n')
        {
          reader->line++;
          reader->line_start = reader->at + 1;
        }
    }

  if (*invalid == '\0')
    return fail (reader, error, _ ("the character U+0000"));
  return fail (reader, error, _ ("not UTF-8"));
}

static gboolean
read_all (Reader *reader,
          GError **error)
{
  const char *first;

  if (!check_bytes (reader, error))
    return FALSE;

  if (reader->end - reader->at >= 3 && memcmp (reader->at, "\xef\xbb\xbf", 3) == 0)
    {
      reader->at += 3;
      reader->line_start = reader->at;
    }
  first = reader->at;
  if (first == reader->end)
    return fail (reader, error, _ ("the file is empty"));

  while (reader->at < reader->end)
    {
      if (!read_record (reader, error))
        return FALSE;
    }

  reader->start = first;
  return check_header (reader, error);
}

DpCsv *
dp_csv_read (const char *data,
             gsize length,
             GError **error)
{
  g_autoptr (DpCsv) csv = NULL;
  Reader reader = { 0 };

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length > DP_CSV_MAX_SIZE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("the table is longer than %u MB"), (guint) (DP_CSV_MAX_SIZE / 1024 / 1024));
      return NULL;
    }

  csv = g_new0 (DpCsv, 1);
  csv->text = g_malloc (length + 1);
  csv->fields = g_array_new (FALSE, FALSE, sizeof (gsize));
  csv->lines = g_array_new (FALSE, FALSE, sizeof (guint));

  reader.csv = csv;
  reader.start = reader.at = reader.line_start = length > 0 ? data : "";
  reader.end = reader.start + length;
  reader.line = 1;
  reader.out = csv->text;
  if (!read_all (&reader, error))
    return NULL;

  return g_steal_pointer (&csv);
}

void
dp_csv_free (DpCsv *self)
{
  g_free (self->text);
  g_array_unref (self->fields);
  g_array_unref (self->lines);
  g_free (self);
}

guint
dp_csv_get_n_rows (DpCsv *self)
{
  return self->lines->len - 1;
}

guint
dp_csv_get_n_columns (DpCsv *self)
{
  return self->n_columns;
}

static const char *
get_field (DpCsv *self,
           guint record,
           guint column)
{
  return self->text + g_array_index (self->fields, gsize, (gsize) record * self->n_columns + column);
}

int
dp_csv_find_column (DpCsv *self,
                    const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (strcmp (get_field (self, 0, i), name) == 0)
        return (int) i;
    }

  return -1;
}

const char *
dp_csv_get_column_name (DpCsv *self,
                        guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return get_field (self, 0, column);
}

const char *
dp_csv_get (DpCsv *self,
            guint row,
            guint column)
{
  g_return_val_if_fail (row < dp_csv_get_n_rows (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return get_field (self, row + 1, column);
}

guint
dp_csv_get_line (DpCsv *self,
                 guint row)
{
  g_return_val_if_fail (row < dp_csv_get_n_rows (self), 0);

  return g_array_index (self->lines, guint, row + 1);
}
