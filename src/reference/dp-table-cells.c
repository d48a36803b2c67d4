/* dp-table-cells.c: single cells of a publisher's table: headings, names, ranks, scores
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-table-cells.h"

#include <string.h>

#include "reference/dp-fold.h"

/* Whole headings, folded, without years. */
static const char *const countries[] = { "country", "country name", "country territory", "country or territory", "countries", "entity", "economy", "jurisdiction", "nation", "en country", "country en", "pays", "land", "staat", "pais", "paese", "kraj", "panstwo", "страна", "краіна", "країна", NULL };
static const char *const codes[] = { "iso", "iso3", "iso 3", "iso2", "iso code", "iso3 code", "code", "country code", "countrycode", "wb code", "alpha 3", NULL };
static const char *const years[] = { "year", "year n", "edition", "annee", "jahr", "ano", "anno", "rok", "год", "рік", "рик", NULL };
static const char *const ranks[] = { "rank", "rank n", "ranking", "position", "rang", "rangplatz", "platz", "puesto", "posicion", "rango", "posizione", "miejsce", "pozycja", "место", "ранг", "місце", "мисце", NULL };
static const char *const scores[] = { "score", "score n", "overall score", "total score", "total", "value", "note", "punkte", "punktzahl", "wert", "puntuacion", "puntaje", "valor", "punteggio", "valore", "wynik", "балл", "оценка", "значение", "бал", NULL };
/* Words that make a heading another one: last year's rank, the rank within a region. */
static const char *const others[] = { "change", "previous", "evolution", "region", "regional", "lower", "upper", "min", "max", "error", "deviation", "sources", "n 1", NULL };

static guint
find_year (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gsize n = strspn (p, "0123456789");

      if (n == 4 && (g_str_has_prefix (p, "19") || g_str_has_prefix (p, "20")))
        return (guint) g_ascii_strtoull (p, NULL, 10);
      if (n > 0)
        p += n - 1;
    }

  return 0;
}

static gboolean
has_word (const char *folded,
          const char *word)
{
  const char *at = strstr (folded, word);
  gsize length = strlen (word);

  while (at != NULL && !((at == folded || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' ')))
    at = strstr (at + 1, word);

  return at != NULL;
}

DpTableHeading
dp_table_heading_read (const char *cell,
                       guint *year)
{
  g_auto (GStrv) words = dp_fold_words (cell);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *number = NULL;

  *year = find_year (cell);
  number = g_strdup_printf ("%u", *year);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strcmp (words[i], number) == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[i]);
    }

  if (text->len == 0)
    return *year != 0 ? DP_TABLE_HEADING_SCORE : DP_TABLE_HEADING_OTHER;
  if (g_strv_contains (countries, text->str))
    return DP_TABLE_HEADING_COUNTRY;
  if (g_strv_contains (codes, text->str))
    return DP_TABLE_HEADING_CODE;
  if (g_strv_contains (years, text->str))
    return DP_TABLE_HEADING_YEAR;
  if (g_strv_contains (ranks, text->str))
    return DP_TABLE_HEADING_RANK;
  if (g_strv_contains (scores, text->str))
    return DP_TABLE_HEADING_SCORE;
  for (guint i = 0; others[i] != NULL; i++)
    {
      if (has_word (text->str, others[i]))
        return DP_TABLE_HEADING_OTHER;
    }
  if (has_word (text->str, "rank") || has_word (text->str, "rang"))
    return DP_TABLE_HEADING_RANK;
  if (has_word (text->str, "score"))
    return DP_TABLE_HEADING_SCORE;

  return DP_TABLE_HEADING_OTHER;
}

/* (transfer full): without footnotes, "[a]", "(b)", "*", "†", superscripts; of a number also without
 * white space */
static char *
clean (const char *cell,
       gboolean is_number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *open;

  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '*' || c == 0x2020 || c == 0x2021 || c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079))
        continue;
      if (is_number && (g_unichar_isspace (c) || c == 0xa0 || c == 0x202f || c == 0x2009))
        continue;
      if (c == 0x2212)
        c = '-';
      g_string_append_unichar (text, c);
    }
  g_strchomp (text->str);
  text->len = strlen (text->str);

  open = text->len > 2 && text->str[text->len - 1] == ']' ? strrchr (text->str, '[') : NULL;
  if (open == NULL && text->len > 3 && text->str[text->len - 1] == ')' && text->str[text->len - 3] == '(')
    open = text->str + text->len - 3;
  if (open != NULL && open > text->str)
    {
      *open = '\0';
      g_strchomp (text->str);
    }

  return g_strdup (text->str);
}

char *
dp_table_name_clean (const char *cell)
{
  return clean (cell, FALSE);
}

static gboolean
is_nothing (const char *text)
{
  static const char *const nothings[] = { "", "-", "\u2013", "\u2014", "..", "...", "n/a", "na", "n.a.", "nan", "null", "none", "#n/a", "k.a.", "n/d", "nd", "н/д", NULL };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  return g_strv_contains (nothings, folded);
}

static gboolean
read_digits (const char **at,
             guint *value)
{
  gsize n = strspn (*at, "0123456789");

  if (n == 0 || n > 5)
    return FALSE;
  *value = (guint) g_ascii_strtoull (*at, NULL, 10);
  *at += n;

  return *value > 0;
}

DpTableValue
dp_table_rank_read (const char *cell,
                    guint *rank,
                    char **alt)
{
  g_autofree char *text = clean (cell, TRUE);
  const char *at = text;
  guint first;
  guint last = 0;

  if (is_nothing (text))
    return DP_TABLE_VALUE_NONE;
  at += *at == '=' || *at == 'T' || *at == '#';
  if (!read_digits (&at, &first))
    return DP_TABLE_VALUE_BAD;
  if (g_str_has_prefix (at, "\u2013"))
    at += strlen ("\u2013");
  else if (*at == '-')
    at++;
  else
    {
      /* "12.", "12=", "12.0" */
      at += *at == '=';
      if (*at == '.')
        at += 1 + strspn (at + 1, "0");
      if (*at != '\0')
        return DP_TABLE_VALUE_BAD;
      *rank = first;
      return DP_TABLE_VALUE_READ;
    }
  if (!read_digits (&at, &last) || *at != '\0' || last < first)
    return DP_TABLE_VALUE_BAD;

  *rank = first;
  g_free (*alt);
  *alt = g_strdup_printf ("%u", last);

  return DP_TABLE_VALUE_READ;
}

DpTableMarks
dp_table_marks_find (DpGrid *grid,
                     guint first_row,
                     guint column,
                     double max)
{
  gboolean has_point = FALSE;   /* a point that stands alone */
  gboolean has_comma = FALSE;   /* a comma that cannot group thousands */
  gboolean has_grouped = FALSE; /* a comma that may */

  for (guint row = first_row; row < dp_grid_get_n_rows (grid); row++)
    {
      g_autofree char *text = clean (dp_grid_get (grid, row, column), TRUE);
      const char *point = strrchr (text, '.');
      const char *comma = strrchr (text, ',');

      if (!g_ascii_isdigit (text[*text == '-']))
        continue;
      if (point != NULL && comma != NULL)
        {
          has_point |= point > comma;
          has_comma |= point < comma;
        }
      else if (comma != NULL)
        {
          /* What would be off the scale if the comma grouped thousands has it for a decimal mark. */
          if (strlen (comma + 1) != 3 || *text == '0' || max > 0)
            has_comma |= strlen (comma + 1) != 3 || *text == '0' || max < 1000;
          has_grouped = TRUE;
        }
      else if (point != NULL)
        has_point = TRUE;
    }

  if (has_comma && has_point)
    return DP_TABLE_MARKS_MIXED;

  return has_comma ? DP_TABLE_MARKS_COMMA : has_grouped && !has_point && max == 0 ? DP_TABLE_MARKS_MIXED
                                                                                  : DP_TABLE_MARKS_POINT;
}

DpTableValue
dp_table_score_read (const char *cell,
                     DpTableMarks marks,
                     char **score)
{
  g_autofree char *text = clean (cell, TRUE);
  g_autoptr (GString) plain = g_string_new (NULL);
  char mark = marks == DP_TABLE_MARKS_COMMA ? ',' : '.';
  guint n_marks = 0;
  guint n_digits = 0;

  if (is_nothing (text))
    return DP_TABLE_VALUE_NONE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          n_digits++;
          g_string_append_c (plain, *p);
        }
      else if (*p == mark && n_digits > 0 && n_marks++ == 0)
        g_string_append_c (plain, '.');
      else if (*p == '-' && p == text)
        g_string_append_c (plain, '-');
      else if ((*p == '.' || *p == ',') && *p != mark && n_digits > 0 && n_marks == 0)
        continue;
      else
        return DP_TABLE_VALUE_BAD;
    }
  if (n_digits == 0 || plain->str[plain->len - 1] == '.')
    return DP_TABLE_VALUE_BAD;
  if (strchr (plain->str, '.') != NULL)
    {
      char *point = strchr (plain->str, '.');

      /* Computers print more digits than anyone measured. */
      if (strlen (point + 1) > 15)
        g_string_truncate (plain, (gsize) (point - plain->str) + 16);
    }
  if (strspn (plain->str + (*plain->str == '-'), "0123456789") > 15)
    return DP_TABLE_VALUE_BAD;

  g_free (*score);
  *score = g_strdup (plain->str);

  return DP_TABLE_VALUE_READ;
}

guint
dp_table_year_read (const char *cell)
{
  guint64 year;
  char *end;

  if (strspn (cell, "0123456789") != 4)
    return 0;
  year = g_ascii_strtoull (cell, &end, 10);

  return year >= 1700 && year <= 2100 && (*end == '\0' || *end == '-' || *end == '/' || strcmp (end, ".0") == 0) ? (guint) year : 0;
}

gboolean
dp_table_scale_read (const char *text,
                     char **min,
                     char **max)
{
  const char *at = text;
  gsize n = strspn (at, "0123456789.");
  g_autofree char *first = g_strndup (at, n);
  gsize m;

  at += n;
  if (g_str_has_prefix (at, "\u2013"))
    at += strlen ("\u2013");
  else if (*at == '-')
    at++;
  else if (g_str_has_prefix (at, " to "))
    at += strlen (" to ");
  else
    return FALSE;
  m = strspn (at, "0123456789.");
  if (n == 0 || m == 0 || at[m - 1] == '.')
    return FALSE;

  *min = g_steal_pointer (&first);
  *max = g_strndup (at, m);

  return TRUE;
}
