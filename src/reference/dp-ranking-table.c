/* dp-ranking-table.c: one CSV file of rankings, checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-ranking-table.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/dp-file.h"
#include "reference/dp-csv.h"

/* Who has mixed up a column need not read the same reason a thousand times. */
#define MAX_PROBLEMS 10
/* One line in so many may have a score off its scale. */
#define MIN_PER_OFF_SCALE 100

typedef enum
{
  COLUMN_INDEX,
  COLUMN_EDITION,
  COLUMN_ISO3,
  COLUMN_COUNTRY,
  COLUMN_RANK,
  COLUMN_RANKED_TOTAL,
  COLUMN_SCORE,
  N_NEEDED,
  COLUMN_SCALE_MIN = N_NEEDED,
  COLUMN_SCALE_MAX,
  COLUMN_RANK_KIND,
  COLUMN_RANK_ALT,
  COLUMN_SCORE_ALT,
  COLUMN_DATA_YEAR,
  COLUMN_TRUST,
  COLUMN_NOTE,
  COLUMN_LINK,
  COLUMN_STATUS,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = {
  "index",
  "edition",
  "iso3",
  "country",
  "rank",
  "ranked_total",
  "score",
  "scale_min",
  "scale_max",
  "rank_kind",
  "rank_alt",
  "score_alt",
  "data_year",
  "trust",
  "note",
  "link",
  "status",
};

typedef struct
{
  DpCsv *csv;
  int columns[N_COLUMNS];
  const char *const *indices;
  GStringChunk *strings;
  GHashTable *seen;      /* of index, edition and country */
  gboolean is_off_scale; /* so the row read last is, which else is right */
} Table;

static const char *
get (Table *table,
     guint row,
     Column column)
{
  return table->columns[column] >= 0 ? dp_csv_get (table->csv, row, table->columns[column]) : "";
}

/* (nullable): a reason that the value cannot be right; "" is right, and writes 0 */
static char *
read_whole (const char *text,
            Column column,
            guint max,
            guint *value)
{
  guint64 number = 0;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 1, max, &number, NULL))
    return g_strdup_printf (_ ("“%s” is no %s"), text, column_names[column]);

  *value = (guint) number;

  return NULL;
}

/* Digits, with a sign and decimals at will: no exponent, no comma, no space. */
static gboolean
is_decimal (const char *text)
{
  gsize n_digits;

  text += *text == '-';
  n_digits = strspn (text, "0123456789");
  text += n_digits;
  if (n_digits == 0 || n_digits > 15)
    return FALSE;
  if (*text == '\0')
    return TRUE;
  if (*text++ != '.')
    return FALSE;
  n_digits = strspn (text, "0123456789");

  return n_digits > 0 && n_digits <= 15 && text[n_digits] == '\0';
}

static char *
check_score (Table *table,
             guint row)
{
  static const Column decimals[] = { COLUMN_SCORE, COLUMN_SCALE_MIN, COLUMN_SCALE_MAX };
  const char *score = get (table, row, COLUMN_SCORE);
  const char *min = get (table, row, COLUMN_SCALE_MIN);
  const char *max = get (table, row, COLUMN_SCALE_MAX);

  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    {
      const char *text = get (table, row, decimals[i]);

      if (*text != '\0' && !is_decimal (text))
        return g_strdup_printf (_ ("“%s” is no %s"), text, column_names[decimals[i]]);
    }

  if ((*min == '\0') != (*max == '\0'))
    return g_strdup (_ ("a scale has two ends, or none"));
  if (*min != '\0' && g_ascii_strtod (min, NULL) >= g_ascii_strtod (max, NULL))
    return g_strdup_printf (_ ("the scale goes from %s to %s"), min, max);
  if (*score != '\0' && *min != '\0' &&
      (g_ascii_strtod (score, NULL) < g_ascii_strtod (min, NULL) || g_ascii_strtod (score, NULL) > g_ascii_strtod (max, NULL)))
    {
      table->is_off_scale = TRUE;
      return g_strdup_printf (_ ("the score %s lies outside the scale %s to %s"), score, min, max);
    }

  return NULL;
}

static gboolean
is_iso3 (const char *text)
{
  return strlen (text) == 3 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static gboolean
is_among (const char *text,
          const char *first,
          const char *second,
          const char *third)
{
  return *text == '\0' || strcmp (text, first) == 0 || strcmp (text, second) == 0 || strcmp (text, third) == 0;
}

static char *
check_names (Table *table,
             guint row)
{
  const char *iso3 = get (table, row, COLUMN_ISO3);
  const char *country = get (table, row, COLUMN_COUNTRY);
  g_autofree char *key = NULL;

  if (table->indices != NULL && !g_strv_contains (table->indices, get (table, row, COLUMN_INDEX)))
    return g_strdup_printf (_ ("the catalogue does not say that “%s” is in this file"), get (table, row, COLUMN_INDEX));
  if (*get (table, row, COLUMN_EDITION) == '\0')
    return g_strdup (_ ("the edition is missing"));
  if (*country == '\0')
    return g_strdup (_ ("the country’s name is missing"));
  if (*iso3 != '\0' && !is_iso3 (iso3))
    return g_strdup_printf (_ ("“%s” is no country code of three capital letters"), iso3);
  if (!is_among (get (table, row, COLUMN_RANK_KIND), "published", "derived", "none"))
    return g_strdup_printf (_ ("“%s” is no %s"), get (table, row, COLUMN_RANK_KIND), column_names[COLUMN_RANK_KIND]);
  if (!is_among (get (table, row, COLUMN_TRUST), "A", "B", "C"))
    return g_strdup_printf (_ ("“%s” is no %s"), get (table, row, COLUMN_TRUST), column_names[COLUMN_TRUST]);

  key = g_strjoin ("\x1f", get (table, row, COLUMN_INDEX), get (table, row, COLUMN_EDITION), *iso3 != '\0' ? iso3 : country, NULL);
  if (!g_hash_table_add (table->seen, g_steal_pointer (&key)))
    return g_strdup_printf (_ ("%s is there twice in the edition %s"), country, get (table, row, COLUMN_EDITION));

  return NULL;
}

static const char *
keep (Table *table,
      const char *text)
{
  return *text != '\0' ? g_string_chunk_insert_const (table->strings, text) : "";
}

static const char *
keep_scale (Table *table,
            guint row)
{
  const char *min = get (table, row, COLUMN_SCALE_MIN);
  g_autofree char *scale = NULL;

  if (*min == '\0')
    return "";

  scale = g_strdup_printf ("%s–%s", min, get (table, row, COLUMN_SCALE_MAX));

  return keep (table, scale);
}

/* (nullable): the reason that @row is left out; else @result is written */
static char *
read_row (Table *table,
          guint row,
          DpRankingRow *result)
{
  DpRankingRow read = { 0 };
  char *reason = read_whole (get (table, row, COLUMN_RANK), COLUMN_RANK, 100000, &read.rank);

  if (reason == NULL)
    reason = read_whole (get (table, row, COLUMN_RANKED_TOTAL), COLUMN_RANKED_TOTAL, 100000, &read.total);
  if (reason == NULL)
    reason = read_whole (get (table, row, COLUMN_DATA_YEAR), COLUMN_DATA_YEAR, 9999, &read.data_year);
  if (reason == NULL && read.total > 0 && read.rank > read.total)
    reason = g_strdup_printf (_ ("rank %u of %u"), read.rank, read.total);
  if (reason == NULL)
    reason = check_score (table, row);
  if (reason == NULL)
    reason = check_names (table, row);
  if (reason != NULL)
    return reason;

  read.index = keep (table, get (table, row, COLUMN_INDEX));
  read.edition = keep (table, get (table, row, COLUMN_EDITION));
  read.iso3 = keep (table, get (table, row, COLUMN_ISO3));
  read.country = keep (table, get (table, row, COLUMN_COUNTRY));
  read.score = keep (table, get (table, row, COLUMN_SCORE));
  read.scale = keep_scale (table, row);
  read.rank_alt = keep (table, get (table, row, COLUMN_RANK_ALT));
  read.score_alt = keep (table, get (table, row, COLUMN_SCORE_ALT));
  read.note = keep (table, get (table, row, COLUMN_NOTE));
  read.link = keep (table, get (table, row, COLUMN_LINK));
  read.status = keep (table, get (table, row, COLUMN_STATUS));
  read.is_derived = strcmp (get (table, row, COLUMN_RANK_KIND), "derived") == 0;
  read.is_secondary = strcmp (get (table, row, COLUMN_TRUST), "C") == 0;
  *result = read;

  return NULL;
}

static gboolean
find_columns (Table *table,
              const char *name,
              GPtrArray *problems)
{
  gboolean all_there = TRUE;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      table->columns[i] = dp_csv_find_column (table->csv, column_names[i]);
      if (i < N_NEEDED && table->columns[i] < 0)
        {
          g_ptr_array_add (problems, g_strdup_printf (_ ("%s, line %u: there is no column “%s”"), name, 1, column_names[i]));
          all_there = FALSE;
        }
    }

  return all_there;
}

static void
add_problem (GPtrArray *problems,
             guint *n_problems,
             char *problem)
{
  if ((*n_problems)++ < MAX_PROBLEMS)
    g_ptr_array_add (problems, problem);
  else
    g_free (problem);
}

static GArray *
read_rows (Table *table,
           const char *name,
           GPtrArray *problems)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (DpRankingRow));
  guint n_rows = dp_csv_get_n_rows (table->csv);
  guint n_problems = 0;
  guint n_off_scale = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      DpRankingRow row;
      g_autofree char *reason = NULL;

      table->is_off_scale = FALSE;
      reason = read_row (table, i, &row);
      if (reason == NULL)
        g_array_append_val (rows, row);
      else
        add_problem (problems, &n_problems, g_strdup_printf (_ ("%s, line %u: %s"), name, dp_csv_get_line (table->csv, i), reason));
      n_off_scale += reason != NULL && table->is_off_scale;
    }

  if (n_problems > MAX_PROBLEMS)
    g_ptr_array_add (problems, g_strdup_printf (_ ("%s: and %u more lines"), name, n_problems - MAX_PROBLEMS));

  /* Publishers themselves print a score off the scale now and then: that line alone is left out. */
  return n_problems == n_off_scale && n_off_scale * MIN_PER_OFF_SCALE <= n_rows ? g_steal_pointer (&rows) : NULL;
}

GArray *
dp_ranking_table_read (GFile *file,
                       const char *const *indices,
                       GStringChunk *strings,
                       GPtrArray *problems)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DpCsv) csv = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GError) error = NULL;
  Table table = { 0 };

  bytes = dp_file_read (file, DP_CSV_MAX_SIZE, NULL, &error);
  if (bytes != NULL)
    csv = dp_csv_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (csv == NULL)
    {
      g_ptr_array_add (problems, g_strdup_printf ("%s: %s", name, error->message));
      return NULL;
    }

  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table.csv = csv;
  table.indices = indices;
  table.strings = strings;
  table.seen = seen;

  if (!find_columns (&table, name, problems))
    return NULL;

  return read_rows (&table, name, problems);
}
