/* dp-date-words.c: dates as pages write them, with the names of months
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-date-words.h"

#include <stdio.h>
#include <string.h>
#include "intake/dp-page-text.h"
#include "base/dp-date.h"

#define FIRST_YEAR 1995
#define LAST_YEAR 2100

/* How the names of months begin, in lower case; the longest that fits counts. */
static const struct
{
  const char *start;
  int month;
} months[] = {
  /* English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian and near relatives */
  { "jan", 1 },
  { "jän", 1 },
  { "ene", 1 },
  { "gen", 1 },
  { "feb", 2 },
  { "fév", 2 },
  { "fev", 2 },
  { "mar", 3 },
  { "mär", 3 },
  { "maar", 3 },
  { "maa", 3 },
  { "mrt", 3 },
  { "apr", 4 },
  { "avr", 4 },
  { "abr", 4 },
  { "may", 5 },
  { "mai", 5 },
  { "maj", 5 },
  { "mei", 5 },
  { "mag", 5 },
  { "jun", 6 },
  { "juin", 6 },
  { "giu", 6 },
  { "jul", 7 },
  { "juil", 7 },
  { "lug", 7 },
  { "aug", 8 },
  { "aoû", 8 },
  { "aou", 8 },
  { "ago", 8 },
  { "sep", 9 },
  { "set", 9 },
  { "oct", 10 },
  { "okt", 10 },
  { "out", 10 },
  { "ott", 10 },
  { "nov", 11 },
  { "dec", 12 },
  { "dez", 12 },
  { "déc", 12 },
  { "dic", 12 },
  { "des", 12 },
  /* Finnish, Polish, Czech, Turkish, Indonesian, Lithuanian */
  { "tammi", 1 },
  { "helmi", 2 },
  { "maalis", 3 },
  { "huhti", 4 },
  { "touko", 5 },
  { "kesä", 6 },
  { "heinä", 7 },
  { "elo", 8 },
  { "syys", 9 },
  { "loka", 10 },
  { "marras", 11 },
  { "joulu", 12 },
  { "stycz", 1 },
  { "lut", 2 },
  { "kwie", 4 },
  { "maja", 5 },
  { "czerw", 6 },
  { "lip", 7 },
  { "sierp", 8 },
  { "wrze", 9 },
  { "paźdz", 10 },
  { "listopada", 11 },
  { "grud", 12 },
  { "led", 1 },
  { "únor", 2 },
  { "břez", 3 },
  { "dub", 4 },
  { "květ", 5 },
  { "červn", 6 },
  { "červen", 6 },
  { "července", 7 },
  { "červenec", 7 },
  { "srp", 8 },
  { "září", 9 },
  { "říj", 10 },
  { "pros", 12 },
  { "oca", 1 },
  { "oca", 1 },
  { "şub", 2 },
  { "nis", 4 },
  { "haz", 6 },
  { "tem", 7 },
  { "ağu", 8 },
  { "eyl", 9 },
  { "eki", 10 },
  { "kas", 11 },
  { "ara", 12 },
  { "saus", 1 },
  { "vasa", 2 },
  { "kov", 3 },
  { "bal", 4 },
  { "geg", 5 },
  { "birž", 6 },
  { "liep", 7 },
  { "rugp", 8 },
  { "rugs", 9 },
  { "spal", 10 },
  { "lapkr", 11 },
  { "gruod", 12 },
  /* Russian, Ukrainian, Bulgarian, Serbian, Kazakh */
  { "янв", 1 },
  { "фев", 2 },
  { "мар", 3 },
  { "апр", 4 },
  { "мая", 5 },
  { "май", 5 },
  { "мај", 5 },
  { "июн", 6 },
  { "јун", 6 },
  { "юни", 6 },
  { "июл", 7 },
  { "јул", 7 },
  { "юли", 7 },
  { "авг", 8 },
  { "сен", 9 },
  { "сеп", 9 },
  { "окт", 10 },
  { "ноя", 11 },
  { "ное", 11 },
  { "нов", 11 },
  { "дек", 12 },
  { "дец", 12 },
  { "січ", 1 },
  { "лют", 2 },
  { "бер", 3 },
  { "квіт", 4 },
  { "трав", 5 },
  { "черв", 6 },
  { "лип", 7 },
  { "серп", 8 },
  { "верес", 9 },
  { "жовт", 10 },
  { "лист", 11 },
  { "груд", 12 },
  { "қаңт", 1 },
  { "ақп", 2 },
  { "нау", 3 },
  { "сәу", 4 },
  { "мам", 5 },
  { "мау", 6 },
  { "шіл", 7 },
  { "там", 8 },
  { "қыр", 9 },
  { "қаз", 10 },
  { "қар", 11 },
  { "жел", 12 },
  /* Greek, Arabic, Persian, Hebrew */
  { "ιαν", 1 },
  { "φεβ", 2 },
  { "μαρ", 3 },
  { "μάρ", 3 },
  { "απρ", 4 },
  { "μαΐ", 5 },
  { "μάι", 5 },
  { "ιουν", 6 },
  { "ιούν", 6 },
  { "ιουλ", 7 },
  { "ιούλ", 7 },
  { "αυγ", 8 },
  { "αύγ", 8 },
  { "σεπ", 9 },
  { "οκτ", 10 },
  { "νοε", 11 },
  { "νοέ", 11 },
  { "δεκ", 12 },
  { "يناير", 1 },
  { "كانون الثاني", 1 },
  { "فبراير", 2 },
  { "شباط", 2 },
  { "مارس", 3 },
  { "آذار", 3 },
  { "أبريل", 4 },
  { "ابريل", 4 },
  { "نيسان", 4 },
  { "مايو", 5 },
  { "أيار", 5 },
  { "يونيو", 6 },
  { "حزيران", 6 },
  { "يوليو", 7 },
  { "تموز", 7 },
  { "أغسطس", 8 },
  { "اغسطس", 8 },
  { "آب", 8 },
  { "سبتمبر", 9 },
  { "أيلول", 9 },
  { "أكتوبر", 10 },
  { "اكتوبر", 10 },
  { "تشرين الأول", 10 },
  { "نوفمبر", 11 },
  { "تشرين الثاني", 11 },
  { "ديسمبر", 12 },
  { "كانون الأول", 12 },
  { "ינואר", 1 },
  { "פברואר", 2 },
  { "מרץ", 3 },
  { "אפריל", 4 },
  { "מאי", 5 },
  { "יוני", 6 },
  { "יולי", 7 },
  { "אוגוסט", 8 },
  { "ספטמבר", 9 },
  { "אוקטובר", 10 },
  { "נובמבר", 11 },
  { "דצמבר", 12 },
};

static char *
format_day (int year,
            int month,
            int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static char *
from_iso (const char *text)
{
  DpDate date;

  if (!dp_date_parse (text, &date) || date.precision < DP_DATE_DAY || date.year < FIRST_YEAR || date.year > LAST_YEAR)
    return NULL;
  return dp_date_format_iso (&date);
}

/* One piece of a text: a number, or a word. */
typedef struct
{
  int number; /* -1 for a word */
  guint n_digits;
  int month; /* 0 for a word that names none */
  const char *end;
} Piece;

static int
find_month (const char *word)
{
  int month = 0;
  gsize longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      gsize n = strlen (months[i].start);

      if (n > longest && strncmp (word, months[i].start, n) == 0)
        {
          longest = n;
          month = months[i].month;
        }
    }
  return month;
}

static gboolean
next_piece (const char *p,
            Piece *piece)
{
  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return FALSE;
  memset (piece, 0, sizeof *piece);
  if (g_unichar_isdigit (g_utf8_get_char (p)))
    {
      for (; g_unichar_isdigit (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        {
          if (piece->n_digits < 8)
            piece->number = piece->number * 10 + g_unichar_digit_value (g_utf8_get_char (p));
          piece->n_digits++;
        }
    }
  else
    {
      piece->number = -1;
      piece->month = find_month (p);
      /* At least one: what is neither letter nor digit here may still be a number, as "²" is. */
      do
        p = g_utf8_next_char (p);
      while (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)));
    }
  piece->end = p;
  return TRUE;
}

static gboolean
is_year (const Piece *piece)
{
  return piece->n_digits == 4 && piece->number >= FIRST_YEAR && piece->number <= LAST_YEAR;
}

static gboolean
is_day (const Piece *piece)
{
  return piece->number >= 1 && piece->number <= 31 && piece->n_digits <= 2;
}

/* "10 January 2026", "January 10, 2026", "10 de enero de 2026", "2026年1月10日", "2026/01/10" */
static char *
from_words (const char *lower)
{
  Piece pieces[48];
  guint n = 0;

  for (const char *p = lower; n < G_N_ELEMENTS (pieces) && next_piece (p, &pieces[n]); n++)
    {
      p = pieces[n].end;
      /* "de", "of", "th": between the parts of a date, and no part of it. */
      if (pieces[n].number < 0 && pieces[n].month == 0 && n > 0 && pieces[n].end - lower > 0)
        {
          const char *word = pieces[n].end;
          guint length = 0;

          while (word > lower && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (word))))
            {
              word = g_utf8_prev_char (word);
              length++;
            }
          if (length <= 2)
            n--;
        }
    }
  for (guint i = 0; i + 2 < n; i++)
    {
      const Piece *a = &pieces[i], *b = &pieces[i + 1], *c = &pieces[i + 2];
      char *day = NULL;

      if (is_day (a) && b->month > 0 && is_year (c))
        day = format_day (c->number, b->month, a->number);
      else if (a->month > 0 && is_day (b) && is_year (c))
        day = format_day (c->number, a->month, b->number);
      else if (is_year (a) && b->month > 0 && is_day (c))
        day = format_day (a->number, b->month, c->number);
      else if (is_year (a) && is_day (b) && b->number <= 12 && is_day (c))
        day = format_day (a->number, b->number, c->number);
      else if (is_day (a) && is_day (b) && is_year (c) && b->number <= 12 && (a->number > 12 || a->number == b->number))
        day = format_day (c->number, b->number, a->number);
      else if (is_day (a) && is_day (b) && is_year (c) && a->number <= 12 && b->number > 12)
        day = format_day (c->number, a->number, b->number);
      else if (is_day (a) && is_day (b) && b->number <= 12 && is_year (c) && lower[0] != '\0' &&
               *(a->end) == '.' && *(b->end) == '.')
        day = format_day (c->number, b->number, a->number); /* with points, the day comes first everywhere */
      if (day != NULL)
        return day;
    }
  return NULL;
}

static gboolean
has_digit (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guint8) *p < 0x80 ? g_ascii_isdigit (*p) : g_unichar_isdigit (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

char *
dp_date_from_page (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strndup (text, 512));
  g_autofree char *valid = NULL, *lower = NULL;
  char *iso = from_iso (trimmed);

  if (iso != NULL)
    return iso;
  valid = g_utf8_make_valid (trimmed, -1);
  if (!has_digit (valid))
    return NULL;
  lower = g_utf8_strdown (valid, -1);
  return from_words (lower);
}

char *
dp_date_from_link (const char *link)
{
  for (const char *p = link; (p = strchr (p, '/')) != NULL; p++)
    {
      int year, month, day, n = 0;

      if (sscanf (p, "/%4d/%2d/%2d%n", &year, &month, &day, &n) == 3 && n > 0 &&
          (p[n] == '/' || p[n] == '\0' || p[n] == '-'))
        {
          char *iso = format_day (year, month, day);

          if (iso != NULL)
            return iso;
        }
      if (sscanf (p, "/%4d-%2d-%2d%n", &year, &month, &day, &n) == 3 && n > 0 &&
          (p[n] == '/' || p[n] == '\0' || p[n] == '-'))
        {
          char *iso = format_day (year, month, day);

          if (iso != NULL)
            return iso;
        }
    }
  return NULL;
}

/* Folded. */
static const char *const change_words[] = {
  "updated", "update", "modified", "revised", "aktualisiert", "aktualisierung", "geändert", "mis à jour", "modifié",
  "actualizado", "atualizado", "aggiornato", "bijgewerkt", "gewijzigd", "uppdaterad", "opdateret", "oppdatert", "päivitetty",
  "aktualizacja", "zaktualizowano", "aktualizováno", "aktualizované", "обновлено", "оновлено", "абноўлена", "frissítve",
  "actualizat", "güncelleme", "güncellendi", "ενημέρωση", "تحديث", "بروزرسانی", "עודכן", "更新", "diperbarui", "cập nhật"
};
static const char *const publication_words[] = {
  "published", "publication", "posted", "date", "dated", "created", "released", "datum", "veröffentlicht", "erstellt",
  "erschienen", "publié", "publicado", "publicada", "fecha", "data", "pubblicato", "gepubliceerd", "geplaatst", "publicerad",
  "publiceret", "publisert", "julkaistu", "opublikowano", "data publikacji", "publikováno", "publikované", "vydáno",
  "опубликовано", "опубліковано", "дата", "апублікавана", "megjelent", "publicat", "yayınlanma", "yayın tarihi", "tarih",
  "giriş", "δημοσίευση", "تاريخ النشر", "نشر", "תאריך", "פורסם", "公開", "発行", "发布", "发表", "게시", "입력", "terbit", "đăng"
};

static gboolean
has_word (const char *folded,
          const char *word)
{
  gsize n = strlen (word);

  for (const char *p = folded; (p = strstr (p, word)) != NULL; p += n)
    {
      if ((p == folded || p[-1] == ' ' || ((guint8) word[0] & 0xf0) == 0xe0) &&
          (p[n] == ' ' || p[n] == '\0' || ((guint8) word[0] & 0xf0) == 0xe0))
        return TRUE;
    }
  return FALSE;
}

gboolean
dp_date_is_labelled (const char *text)
{
  g_autofree char *folded = dp_page_text_fold (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (publication_words); i++)
    {
      gsize n = strlen (publication_words[i]);

      if (dp_page_text_begins (folded, publication_words[i]) && folded[n] == ' ')
        return TRUE;
    }
  return FALSE;
}

gboolean
dp_date_is_change (const char *text)
{
  g_autofree char *folded = dp_page_text_fold (text, -1);
  gboolean is_change = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (change_words) && !is_change; i++)
    is_change = has_word (folded, change_words[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (publication_words) && is_change; i++)
    is_change = !has_word (folded, publication_words[i]);
  return is_change && !g_ascii_isdigit (folded[0]);
}
