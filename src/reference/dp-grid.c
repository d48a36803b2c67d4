/* dp-grid.c: the cells of a file that somebody else wrote, before anything is known of their meaning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-grid.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* How much of a file is looked at to find out how it is written. */
#define MAX_SAMPLE 65536

struct _DpGrid
{
  char *text;    /* (owned): all cells, each ended by NUL */
  GArray *cells; /* guint: where each begins in text */
  GArray *rows;  /* guint: the first cell of each row */
  GArray *lines; /* guint: the line of each row */
  guint n_columns;
  const char *encoding;
  char delimiter;
};

G_GNUC_PRINTF (2, 3)
static void
set_error (GError **error,
           const char *format,
           ...)
{
  va_list arguments;
  g_autofree char *reason = NULL;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, reason);
}

/* Letters beyond ASCII come one by one in western languages, and in words in Cyrillic. */
static const char *
guess_eight_bits (const char *data,
                  gsize length)
{
  gsize n_alone = 0;
  gsize n_in_words = 0;
  gsize run = 0;

  for (gsize i = 0; i <= length; i++)
    {
      if (i < length && (guchar) data[i] >= 0xc0)
        run++;
      else
        {
          if (run >= 3)
            n_in_words += run;
          else
            n_alone += run;
          run = 0;
        }
    }

  return n_in_words > n_alone ? "windows-1251" : "windows-1252";
}

/* How many of every second byte are NUL, which in UTF-16 most are. */
static gboolean
is_wide (const char *data,
         gsize length,
         gsize first)
{
  gsize n = 0;
  gsize sample = MIN (length, 4096) & ~(gsize) 1;

  for (gsize i = first; i < sample; i += 2)
    n += data[i] == '\0';

  return sample >= 4 && n * 2 > sample / 2;
}

static const char *
guess_encoding (const char *data,
                gsize length,
                gsize *mark)
{
  *mark = 0;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    *mark = 3;
  else if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    {
      *mark = 2;
      return "UTF-16LE";
    }
  else if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    {
      *mark = 2;
      return "UTF-16BE";
    }
  else if (is_wide (data, length, 1))
    return "UTF-16LE";
  else if (is_wide (data, length, 0))
    return "UTF-16BE";

  return g_utf8_validate_len (data, length, NULL) || memchr (data, '\0', length) != NULL ? "UTF-8" : guess_eight_bits (data, length);
}

static guint
count_line (const char *text,
            gsize length,
            gsize offset)
{
  guint line = 1;

  for (gsize i = 0; i < MIN (offset, length); i++)
    line += text[i] == '\n';

  return line;
}

static char *
decode (DpGrid *self,
        const char *data,
        gsize length,
        gsize *size,
        GError **error)
{
  gsize mark;
  const char *invalid;
  g_autofree char *text = NULL;

  self->encoding = guess_encoding (data, length, &mark);
  data += mark;
  length -= mark;
  if (strcmp (self->encoding, "UTF-8") == 0)
    {
      text = g_malloc (length + 1);
      if (length > 0)
        memcpy (text, data, length);
      text[length] = '\0';
      *size = length;
    }
  else
    {
      text = g_convert (data, length, "UTF-8", self->encoding, NULL, size, NULL);
      if (text == NULL)
        {
          set_error (error, _ ("the file is not the %s that it begins as"), self->encoding);
          return NULL;
        }
    }

  if (!g_utf8_validate_len (text, *size, &invalid))
    {
      set_error (error, _ ("line %u: bytes that are no text"), count_line (text, *size, invalid - text));
      return NULL;
    }

  return g_steal_pointer (&text);
}

/* The divider that the most lines have as often as the line before them, and not only once. */
static char
guess_delimiter (const char *text)
{
  static const char delimiters[] = { ',', ';', '\t' };
  char best = ',';
  guint best_weight = 0;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint n = 0;
      guint before = 0;
      guint weight = 0;
      gboolean is_quoted = FALSE;

      for (const char *p = text; *p != '\0' && p < text + MAX_SAMPLE; p++)
        {
          if (*p == '"')
            is_quoted = !is_quoted;
          else if (!is_quoted && *p == delimiters[i])
            n++;
          else if (!is_quoted && *p == '\n')
            {
              if (n > 0)
                weight += n == before ? 10 + MIN (n, 10) : 1;
              before = n;
              n = 0;
            }
        }
      weight += n > 0 ? (n == before ? 10 + MIN (n, 10) : 1) : 0;
      if (weight > best_weight)
        {
          best_weight = weight;
          best = delimiters[i];
        }
    }

  return best;
}

/* White space, no-break ones too. */
static char *
strip (char *text)
{
  char *end = text + strlen (text);

  while (*text != '\0' && (g_unichar_isspace (g_utf8_get_char (text)) || g_str_has_prefix (text, "\u00a0") || g_str_has_prefix (text, "\u202f")))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && c != 0xa0 && c != 0x202f)
        break;
      end = last;
    }
  *end = '\0';

  return text;
}

/* One field, written over itself, which it is never longer than; @at goes to what ends it. (nullable):
 * the end of what was written; %NULL when a quote is never closed. */
static char *
read_field (DpGrid *self,
            char **at,
            guint *line)
{
  char *in = *at;
  char *out = in;

  if (*in == '"')
    {
      in++;
      while (*in != '\0' && !(*in == '"' && in[1] != '"'))
        {
          *line += *in == '\n';
          in += *in == '"';
          *out++ = *in++;
        }
      if (*in == '\0')
        return NULL;
      in++;
    }
  while (*in != '\0' && *in != self->delimiter && *in != '\n' && *in != '\r')
    *out++ = *in++;

  *at = in;
  /* The caller looks at *at first, and then ends the field. */
  return out;
}

static gboolean
add_row (DpGrid *self,
         guint first,
         guint line,
         GError **error)
{
  gboolean is_empty = TRUE;
  guint n = self->cells->len - first;

  for (guint i = first; i < self->cells->len && is_empty; i++)
    is_empty = self->text[g_array_index (self->cells, guint, i)] == '\0';
  if (is_empty)
    {
      g_array_set_size (self->cells, first);
      return TRUE;
    }
  if (self->rows->len >= DP_GRID_MAX_ROWS || self->cells->len > DP_GRID_MAX_CELLS)
    {
      set_error (error, _ ("line %u: the table is too long; at most %u lines are read"), line, DP_GRID_MAX_ROWS);
      return FALSE;
    }
  if (n > DP_GRID_MAX_COLUMNS)
    {
      set_error (error, _ ("line %u: more than %u columns"), line, DP_GRID_MAX_COLUMNS);
      return FALSE;
    }

  g_array_append_val (self->rows, first);
  g_array_append_val (self->lines, line);
  self->n_columns = MAX (self->n_columns, n);

  return TRUE;
}

static gboolean
read_row (DpGrid *self,
          char **at,
          guint *line,
          GError **error)
{
  guint first = self->cells->len;
  guint begun = *line;

  while (TRUE)
    {
      char *start = *at;
      char *end = read_field (self, at, line);
      char divider;
      guint offset;

      if (end == NULL)
        {
          set_error (error, _ ("line %u: a quotation mark is never closed"), begun);
          return FALSE;
        }
      divider = **at;
      *end = '\0';
      offset = (guint) (strip (start) - self->text);
      g_array_append_val (self->cells, offset);
      if (divider != self->delimiter)
        {
          if (divider == '\r' && (*at)[1] == '\n')
            (*at)++;
          *at += divider != '\0';
          *line += divider != '\0';
          return add_row (self, first, begun, error);
        }
      (*at)++;
    }
}

DpGrid *
dp_grid_read_csv (const char *data,
                  gsize length,
                  GError **error)
{
  g_autoptr (DpGrid) self = g_new0 (DpGrid, 1);
  gsize size;
  char *at;
  guint line = 1;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  if (length > DP_GRID_MAX_SIZE)
    {
      set_error (error, _ ("the table is longer than %u MB"), (guint) (DP_GRID_MAX_SIZE / 1024 / 1024));
      return NULL;
    }
  self->text = decode (self, data != NULL ? data : "", length, &size, error);
  if (self->text == NULL)
    return NULL;

  self->delimiter = guess_delimiter (self->text);
  for (at = self->text; at < self->text + size;)
    {
      if (!read_row (self, &at, &line, error))
        return NULL;
    }
  if (self->rows->len == 0)
    {
      set_error (error, _ ("the file is empty"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
dp_grid_free (DpGrid *self)
{
  g_free (self->text);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->lines);
  g_free (self);
}

guint
dp_grid_get_n_rows (DpGrid *self)
{
  return self->rows->len;
}

guint
dp_grid_get_n_columns (DpGrid *self)
{
  return self->n_columns;
}

const char *
dp_grid_get (DpGrid *self,
             guint row,
             guint column)
{
  guint first;
  guint next;

  g_return_val_if_fail (row < self->rows->len, "");

  first = g_array_index (self->rows, guint, row);
  next = row + 1 < self->rows->len ? g_array_index (self->rows, guint, row + 1) : self->cells->len;

  return first + column < next ? self->text + g_array_index (self->cells, guint, first + column) : "";
}

guint
dp_grid_get_line (DpGrid *self,
                  guint row)
{
  g_return_val_if_fail (row < self->lines->len, 0);

  return g_array_index (self->lines, guint, row);
}

const char *
dp_grid_get_encoding (DpGrid *self)
{
  return self->encoding;
}

char
dp_grid_get_delimiter (DpGrid *self)
{
  return self->delimiter;
}
