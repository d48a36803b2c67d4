/* dp-rank-explain.c: why a stated rank is right, wrong, or neither
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-verdict.h"

#include <glib/gi18n-lib.h>

#include "reference/dp-countries.h"

char *
dp_rank_year_to_text (const DpRankYear *year)
{
  if (year->second > 0)
    return g_strdup_printf ("%u-%u", year->year, year->second);

  return g_strdup_printf ("%u", year->year);
}

static const char *
translate_country (const DpRanking *ranking)
{
  return dp_country_translate (ranking->iso3, ranking->country);
}

static char *
explain_owner (const DpRankReading *reading,
               const DpRankOwner *owner)
{
  const DpRanking *ranking = owner->ranking;

  switch (owner->kind)
    {
    case DP_RANK_OWNER_SCORE:
      return g_strdup (reading->finding == DP_RANK_WRONG_RANK ? _ ("The number is the score, not the rank.") : _ ("The number is the rank, not the score."));
    case DP_RANK_OWNER_EDITION:
      /* Translators: name of an edition, mostly a year */
      return g_strdup_printf (_ ("The number belongs to the edition %s."), ranking->edition);
    case DP_RANK_OWNER_INDEX:
      /* Translators: title of an index, and its edition */
      return g_strdup_printf (_ ("The number belongs to the %s %s."), ranking->index_title, ranking->edition);
    case DP_RANK_OWNER_COUNTRY:
      /* Translators: a country */
      return g_strdup_printf (_ ("The number belongs to %s."), translate_country (ranking));
    }

  return NULL;
}

static char *
explain_doubt (DpRankDoubt doubt)
{
  switch (doubt)
    {
    case DP_RANK_UNCLEAR:
      return g_strdup (_ ("The sentence has words whose meaning is not known here."));
    case DP_RANK_ABOUT:
      return g_strdup (_ ("The sentence does not state one number for one edition."));
    case DP_RANK_DENIED:
      return g_strdup (_ ("The sentence denies something."));
    case DP_RANK_WISHED:
      return g_strdup (_ ("The sentence does not say that it is so."));
    case DP_RANK_ASKED:
      return g_strdup (_ ("The sentence asks."));
    case DP_RANK_IN_PART:
      return g_strdup (_ ("The sentence may speak of a part only: of a region, of a place in the country, or of a part of the index."));
    case DP_RANK_PLAIN:
      break;
    }

  return NULL;
}

/* The editions in which the number would be right. */
static char *
list_candidates (const DpRankUnit *unit,
                 const DpRankReading *reading)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; reading->iso3 != NULL && unit->has_rank && unit->rank.number > 0 && i < reading->table->editions->len; i++)
    {
      const DpRankTableEdition *edition = reading->table->editions->pdata[i];

      for (guint k = 0; k < edition->rows->len; k++)
        {
          const DpRankedRow *row = edition->rows->pdata[k];

          if (row->row.rank == unit->rank.number && g_str_equal (row->row.iso3, reading->iso3))
            g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", edition->edition->name);
        }
    }

  return list->len > 0 ? g_string_free (g_steal_pointer (&list), FALSE) : NULL;
}

static char *
explain_no_year (const DpRankUnit *unit,
                 const DpRankReading *reading)
{
  g_autofree char *candidates = list_candidates (unit, reading);

  if (candidates == NULL)
    return g_strdup (_ ("The sentence names no edition."));

  /* Translators: a list of years */
  return g_strdup_printf (_ ("The sentence names no edition; the number would be right for %s."), candidates);
}

static char *
explain_finding (const DpRankUnit *unit,
                 const DpRankReading *reading,
                 const DpRanking *actual)
{
  g_autofree char *year = reading->year != NULL ? dp_rank_year_to_text (reading->year) : NULL;
  g_autofree char *statement = actual != NULL ? dp_ranking_dup_statement (actual) : NULL;

  switch (reading->finding)
    {
    case DP_RANK_NO_INDEX:
      return g_strdup (_ ("The sentence names no index that is known."));
    case DP_RANK_UNKNOWN_INDEX:
      return g_strdup_printf (_ ("There is no table of the index “%s”."), reading->kind->id);
    case DP_RANK_NO_YEAR:
      return explain_no_year (unit, reading);
    case DP_RANK_NO_EDITION:
      /* Translators: title of an index, and the year that a sentence names */
      return g_strdup_printf (_ ("The tables have no edition %s of this index."), year);
    case DP_RANK_NO_COUNTRY:
      return g_strdup (_ ("The sentence names no country."));
    case DP_RANK_NOT_IN_EDITION:
      return g_strdup (_ ("The country is not in this edition."));
    case DP_RANK_NO_RANKS:
      return g_strdup (_ ("The publisher gives no ranks."));
    case DP_RANK_NOT_GIVEN:
      return g_strdup (_ ("The publisher does not give this number for the country."));
    case DP_RANK_SECONDARY:
      return g_strdup_printf (_ ("Only a copy of the table is known, not the publisher’s own: %s"), statement);
    case DP_RANK_AGREES:
    case DP_RANK_WRONG_RANK:
    case DP_RANK_WRONG_SCORE:
    case DP_RANK_WRONG_TOTAL:
    case DP_RANK_WRONG_STATUS:
      /* Translators: an edition, and what the table says of a country */
      return g_strdup_printf (_ ("The table of %s says: %s"), reading->edition->edition->name, statement);
    }

  return NULL;
}

char *
dp_rank_explain (const DpRankUnit *unit,
                 const DpRankReading *reading,
                 DpRankVerdict verdict,
                 const DpRanking *actual,
                 const DpRankOwner *owner)
{
  g_autofree char *finding = explain_finding (unit, reading, actual);
  g_autofree char *more = NULL;

  if (verdict == DP_RANK_NOT_COVERED && reading->finding < DP_RANK_NO_INDEX)
    more = unit->doubt != DP_RANK_PLAIN ? explain_doubt (unit->doubt) : g_strdup (_ ("The sentence can be read in several ways."));
  else if (owner != NULL)
    more = explain_owner (reading, owner);

  return more != NULL ? g_strdup_printf ("%s %s", finding, more) : g_steal_pointer (&finding);
}
