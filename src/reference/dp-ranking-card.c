/* dp-ranking-card.c: all that is known of the place of a country in one edition of an index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-ranking-card.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "reference/dp-rank-lexicon.h"
#include "reference/dp-rankings-private.h"

#define N_NEIGHBOURS 2

void
dp_ranking_card_free (DpRankingCard *self)
{
  g_clear_pointer (&self->ranking, dp_ranking_free);
  g_ptr_array_unref (self->course);
  g_ptr_array_unref (self->neighbours);
  g_free (self->scale);
  g_free (self->direction);
  g_free (self->compare);
  g_free (self->licence_link);
  g_free (self->credit);
  g_free (self->retrieved);
  g_free (self);
}

static const char *
get_key (const DpRankedRow *row)
{
  return *row->row.iso3 != '\0' ? row->row.iso3 : row->row.country;
}

static void
add_row (DpRankings *rankings,
         const DpRankedRow *row,
         GPtrArray *list)
{
  g_ptr_array_add (list, dp_rankings_lookup (rankings, row->row.index, row->row.edition, get_key (row)));
}

static void
fill_course (DpRankings *rankings,
             const DpRankedRow *row,
             GPtrArray *course)
{
  const DpRankedLists *lists = dp_rankings_get_lists (rankings);
  const DpRankedIndex *index = lists->indices->pdata[row->index];

  for (guint i = 0; i < index->editions->len; i++)
    {
      const DpRankedEdition *edition = index->editions->pdata[i];
      const DpRankedRow *other = dp_rankings_find_row (rankings, index->id, edition->name, get_key (row));

      if (other != NULL)
        add_row (rankings, other, course);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const DpRankedRow *first = *(DpRankedRow *const *) a;
  const DpRankedRow *second = *(DpRankedRow *const *) b;

  if (first->row.rank != second->row.rank)
    return first->row.rank < second->row.rank ? -1 : 1;

  return strcmp (first->row.country, second->row.country);
}

static void
fill_neighbours (DpRankings *rankings,
                 const DpRankedRow *row,
                 GPtrArray *neighbours)
{
  const DpRankedLists *lists = dp_rankings_get_lists (rankings);
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  guint place = 0;

  for (guint i = 0; row->row.rank > 0 && i < lists->rows->len; i++)
    {
      DpRankedRow *other = lists->rows->pdata[i];

      if (other->index == row->index && other->edition == row->edition && other->row.rank > 0)
        g_ptr_array_add (ranked, other);
    }
  g_ptr_array_sort (ranked, compare_rows);
  if (!g_ptr_array_find (ranked, row, &place))
    return;

  for (guint i = place > N_NEIGHBOURS ? place - N_NEIGHBOURS : 0; i < ranked->len && i <= place + N_NEIGHBOURS; i++)
    add_row (rankings, ranked->pdata[i], neighbours);
}

DpRankingCard *
dp_rankings_get_card (DpRankings *self,
                      const char *index,
                      const char *edition,
                      const char *iso3)
{
  const DpRankedRow *row;
  DpRankingCard *card;

  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);
  g_return_val_if_fail (index != NULL && edition != NULL && iso3 != NULL, NULL);

  row = dp_rankings_find_row (self, index, edition, iso3);
  if (row == NULL)
    return NULL;

  card = g_new0 (DpRankingCard, 1);
  card->ranking = dp_rankings_lookup (self, index, edition, iso3);
  card->course = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_ranking_free);
  card->neighbours = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_ranking_free);
  fill_course (self, row, card->course);
  fill_neighbours (self, row, card->neighbours);
  card->data_year = row->row.data_year;
  card->scale = g_strdup (row->info->scale);
  card->direction = g_strdup (row->info->direction);
  card->compare = g_strdup (row->info->compare);
  card->licence_link = g_strdup (row->info->licence_link);
  card->credit = g_strdup (row->info->credit);
  card->retrieved = g_strdup (row->info->retrieved);

  return card;
}

/* The citation in a language of its own. */

static char *
capitalize (const char *text)
{
  gunichar first = g_unichar_totitle (g_utf8_get_char (text));
  GString *capitalized = g_string_new (NULL);

  g_string_append_unichar (capitalized, first);
  g_string_append (capitalized, g_utf8_next_char (text));

  return g_string_free (capitalized, FALSE);
}

static void
replace (GString *text,
         const char *name,
         const char *value)
{
  g_string_replace (text, name, value, 0);
}

char *
dp_rankings_dup_citation (DpRankings *self,
                          const DpRanking *ranking,
                          const char *language)
{
  DpRankLexicon *words;
  const DpRankLanguage *found;
  const char *template;
  const char *country;
  const char *index;
  g_autoptr (GString) text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *rank = NULL;
  g_autofree char *total = NULL;

  g_return_val_if_fail (DP_IS_RANKINGS (self), NULL);
  g_return_val_if_fail (ranking != NULL, NULL);

  words = dp_rankings_get_words (self);
  found = words != NULL && language != NULL ? dp_rank_lexicon_find_language (words, language) : NULL;
  template = found == NULL ? NULL : ranking->rank > 0 ? found->citation
                                                      : found->score_citation;
  if (template == NULL)
    return dp_ranking_dup_citation (ranking);

  country = dp_rank_lexicon_get_name (words, found->code, ranking->iso3);
  index = dp_rank_lexicon_get_name (words, found->code, ranking->index);
  title = index != NULL ? capitalize (index) : g_strdup (ranking->index_title);
  rank = g_strdup_printf ("%u", ranking->rank);
  total = g_strdup_printf ("%u", ranking->total);
  text = g_string_new (template);
  replace (text, "{publisher}", ranking->publisher);
  replace (text, "{index}", title);
  replace (text, "{edition}", ranking->edition);
  replace (text, "{country}", country != NULL ? country : ranking->country);
  replace (text, "{rank}", rank);
  replace (text, "{total}", total);
  replace (text, "{score}", ranking->score);
  if (*ranking->link != '\0')
    g_string_append_printf (text, " %s", ranking->link);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The course in words. */

char *
dp_ranking_card_describe_course (const DpRankingCard *self)
{
  const DpRanking *first = NULL, *last = NULL, *best = NULL, *worst = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->course->len; i++)
    {
      const DpRanking *point = self->course->pdata[i];

      if (point->rank == 0)
        continue;
      if (first == NULL)
        first = point;
      last = point;
      if (best == NULL || point->rank < best->rank)
        best = point;
      if (worst == NULL || point->rank > worst->rank)
        worst = point;
    }
  if (first == NULL)
    return g_strdup (_ ("There are no ranks."));
  if (first == last)
    /* Translators: a rank, and the edition (a year) in which it was so */
    return g_strdup_printf (_ ("Rank %u in %s, the only edition here."), first->rank, first->edition);

  /* Translators: ranks, each with the edition (a year) in which it was so */
  return g_strdup_printf (_ ("From rank %u in %s to rank %u in %s; the smallest number is %u (%s), the greatest %u (%s)."), first->rank, first->edition,
                          last->rank, last->edition, best->rank, best->edition, worst->rank, worst->edition);
}
