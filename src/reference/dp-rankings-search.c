/* dp-rankings-search.c: what a few typed words mean in the ranking tables
 *
 * Each typed word is held against the names of countries, of indices and of editions, once for each
 * of those; a row answers when its three parts explain all words. So the order of the words does not
 * matter, and a key press costs a few comparisons for each of some hundred names, and a bit mask for
 * each row.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rankings-private.h"

#include <string.h>

#include "reference/dp-fold.h"

#define MAX_WORDS 16

/* How well a typed word fits. */
#define FIT_YEAR_OF_DATA 1
#define FIT_BEGINS 2
#define FIT_EQUALS 4

/* What one part (a country, an index, an edition) explains of the query. */
typedef struct
{
  guint mask; /* of the words */
  guint8 fits[MAX_WORDS];
  guint bonus; /* for names typed in full, or from their start */
} Match;

typedef struct
{
  char **words;
  guint n_words;
  guint all;
  guint fillers; /* words that name nothing, as in "Kazakhstan in the CPI" */
} Query;

static const char *const filler_words[] = {
  "a", "and", "das", "der", "die", "for", "im", "in", "index", "of", "platz", "rang", "rank", "ranking", "score", "the", "und", "von", NULL
};

/* "коррупция" for "коррупции": in scripts whose languages inflect much, the endings may differ. */
static gboolean
fits_but_for_ending (const char *word,
                     const char *typed)
{
  gsize same = 0;
  glong n_same;

  if ((guchar) *typed < 0x80)
    return FALSE;
  while (word[same] != '\0' && word[same] == typed[same])
    same++;
  n_same = g_utf8_strlen (word, (gssize) same);

  return n_same >= 4 && n_same >= g_utf8_strlen (typed, -1) - 2 && n_same >= g_utf8_strlen (word, -1) - 3;
}

static guint
fit (const char *word,
     const char *typed)
{
  if (!dp_fold_begins (word, typed))
    return fits_but_for_ending (word, typed) ? FIT_YEAR_OF_DATA : 0;

  return word[strlen (typed)] == '\0' ? FIT_EQUALS : FIT_BEGINS;
}

static void
take (Match *match,
      guint i,
      guint how_well)
{
  if (how_well == 0)
    return;

  match->mask |= 1u << i;
  match->fits[i] = MAX (match->fits[i], how_well);
}

static void
match_name (Match *match,
            const Query *query,
            char **words)
{
  guint n_equal = 0;
  guint bonus = 0;
  guint n = 0;

  for (; words[n] != NULL; n++)
    {
      gboolean is_equal = FALSE;

      for (guint i = 0; i < query->n_words; i++)
        {
          guint how_well = fit (words[n], query->words[i]);

          take (match, i, how_well);
          is_equal = is_equal || how_well == FIT_EQUALS;
          if (how_well > 0 && n == 0)
            bonus = 1;
        }
      n_equal += is_equal;
    }

  if (n_equal == n)
    bonus += 2;
  match->bonus = MAX (match->bonus, bonus);
}

static Match
match_names (const Query *query,
             GPtrArray *names)
{
  Match match = { 0 };

  for (guint i = 0; i < names->len; i++)
    match_name (&match, query, names->pdata[i]);

  return match;
}

/* Codes count only when typed in full: "in" is rarely India. */
static void
match_code (Match *match,
            const Query *query,
            const char *code)
{
  for (guint i = 0; code != NULL && i < query->n_words; i++)
    {
      if (strcmp (code, query->words[i]) == 0)
        take (match, i, FIT_EQUALS);
    }
}

static Match *
match_countries (const Query *query,
                 GPtrArray *countries)
{
  Match *matches = g_new0 (Match, countries->len);

  for (guint i = 0; i < countries->len; i++)
    {
      DpRankedCountry *country = countries->pdata[i];

      matches[i] = match_names (query, country->names);
      match_code (&matches[i], query, country->iso2_folded);
      match_code (&matches[i], query, country->iso3_folded);
    }

  return matches;
}

/* An index that has no edition of the typed year may have one about it: the Human Development Index
 * of 2022 is in the report of 2023-24. */
static void
match_data_years (Match *matches,
                  const Query *query,
                  GPtrArray *editions)
{
  guint explained = 0;

  for (guint e = 0; e < editions->len; e++)
    explained |= matches[e].mask;

  for (guint i = 0; i < query->n_words; i++)
    {
      guint year = 0;

      if (strlen (query->words[i]) == 4 && strspn (query->words[i], "0123456789") == 4)
        year = (guint) g_ascii_strtoull (query->words[i], NULL, 10);
      if (year == 0 || (explained & (1u << i)) != 0)
        continue;

      for (guint e = 0; e < editions->len; e++)
        {
          if (((DpRankedEdition *) editions->pdata[e])->data_year == year)
            take (&matches[e], i, FIT_YEAR_OF_DATA);
        }
    }
}

static Match **
match_editions (const Query *query,
                GPtrArray *indices)
{
  Match **matches = g_new0 (Match *, indices->len + 1);

  for (guint i = 0; i < indices->len; i++)
    {
      GPtrArray *editions = ((DpRankedIndex *) indices->pdata[i])->editions;

      matches[i] = g_new0 (Match, editions->len + 1);
      for (guint e = 0; e < editions->len; e++)
        match_name (&matches[i][e], query, ((DpRankedEdition *) editions->pdata[e])->words);
      match_data_years (matches[i], query, editions);
    }

  return matches;
}

static Match *
match_indices (const Query *query,
               GPtrArray *indices)
{
  Match *matches = g_new0 (Match, indices->len);

  for (guint i = 0; i < indices->len; i++)
    matches[i] = match_names (query, ((DpRankedIndex *) indices->pdata[i])->info->names);

  return matches;
}

/* An answer, with what its order depends on. */
typedef struct
{
  const DpRankedRow *row;
  guint points;
  guint year;
  gboolean has_index; /* whether the query names one */
} Answer;

static guint
count_points (const Query *query,
              const Match *country,
              const Match *index,
              const Match *edition)
{
  guint points = 0;

  for (guint i = 0; i < query->n_words; i++)
    points += MAX (country->fits[i], MAX (index->fits[i], edition->fits[i]));

  return points + country->bonus + index->bonus;
}

static int
compare_answers (const Answer *a,
                 const Answer *b)
{
  int order;

  if (a->points != b->points)
    return a->points > b->points ? -1 : 1;
  if (a->year != b->year)
    return a->year > b->year ? -1 : 1;
  if (a->row->index != b->row->index)
    return a->row->index < b->row->index ? -1 : 1;
  if (a->row->edition != b->row->edition)
    return a->row->edition > b->row->edition ? -1 : 1;
  /* 0, for none, comes last. */
  if (a->row->row.rank != b->row->row.rank)
    return a->row->row.rank - 1 < b->row->row.rank - 1 ? -1 : 1;

  order = strcmp (a->row->row.country, b->row->row.country);

  return order != 0 ? order : strcmp (a->row->row.iso3, b->row->row.iso3);
}

/* Keeps @answers sorted and short; so a query that fits thousands of rows costs no more to sort. */
static void
insert_answer (GArray *answers,
               const Answer *answer,
               guint max_results)
{
  guint low = 0;
  guint high = answers->len;

  if (answers->len == max_results && compare_answers (answer, &g_array_index (answers, Answer, answers->len - 1)) >= 0)
    return;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_answers (&g_array_index (answers, Answer, middle), answer) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  g_array_insert_vals (answers, low, answer, 1);
  if (answers->len > max_results)
    g_array_set_size (answers, max_results);
}

static void
read_query (Query *query,
            const char *text)
{
  query->words = dp_fold_words (text);
  query->n_words = MIN (g_strv_length (query->words), MAX_WORDS);
  query->all = (1u << query->n_words) - 1;

  for (guint i = 0; i < query->n_words; i++)
    {
      if (g_strv_contains (filler_words, query->words[i]))
        query->fillers |= 1u << i;
    }
}

/* All rows that answer, handed to @best, where there is one place for each country and index, when the
 * query names no index: then the latest edition of each will do. */
static void
collect (const DpRankedLists *lists,
         const Query *query,
         GArray *answers,
         Answer *best,
         guint max_results)
{
  g_autofree Match *countries = match_countries (query, lists->countries);
  g_autofree Match *indices = match_indices (query, lists->indices);
  Match **editions = match_editions (query, lists->indices);

  for (guint i = 0; i < lists->rows->len; i++)
    {
      const DpRankedRow *row = lists->rows->pdata[i];
      const Match *country = &countries[row->country];
      const Match *index = &indices[row->index];
      const Match *edition = &editions[row->index][row->edition];
      DpRankedIndex *ranked_index = lists->indices->pdata[row->index];
      Answer answer = { 0 };
      Answer *place;

      if ((country->mask | index->mask | edition->mask | query->fillers) != query->all)
        continue;

      answer.row = row;
      answer.points = count_points (query, country, index, edition);
      answer.year = ((DpRankedEdition *) ranked_index->editions->pdata[row->edition])->year;
      answer.has_index = (country->mask | edition->mask | query->fillers) != query->all;

      place = &best[row->country * lists->indices->len + row->index];
      if (answer.has_index)
        insert_answer (answers, &answer, max_results);
      else if (place->row == NULL || compare_answers (&answer, place) < 0)
        *place = answer;
    }

  for (guint i = 0; i < lists->indices->len; i++)
    g_free (editions[i]);
  g_free (editions);
}

GPtrArray *
dp_ranked_lists_search (const DpRankedLists *lists,
                        const char *query_text,
                        guint max_results)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  g_autofree Answer *best = NULL;
  Query query = { 0 };
  gsize n_best = (gsize) lists->countries->len * lists->indices->len;

  read_query (&query, query_text);
  if (query.n_words > 0 && query.fillers != query.all && max_results > 0)
    {
      best = g_new0 (Answer, n_best);
      collect (lists, &query, answers, best, max_results);
      for (gsize i = 0; i < n_best; i++)
        {
          if (best[i].row != NULL)
            insert_answer (answers, &best[i], max_results);
        }
    }

  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (rows, (gpointer) g_array_index (answers, Answer, i).row);
  g_strfreev (query.words);

  return g_steal_pointer (&rows);
}
