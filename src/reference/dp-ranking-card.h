/* dp-ranking-card.h: all that is known of the place of a country in one edition of an index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-rankings.h"

G_BEGIN_DECLS

/* Strings are "" where the catalogue or the table says nothing. */
typedef struct
{
  DpRanking *ranking;    /* (owned) */
  GPtrArray *course;     /* DpRanking (owned): of the country in all editions, oldest first */
  GPtrArray *neighbours; /* DpRanking (owned): up to two above it, itself, and up to two below */
  guint data_year;       /* that the numbers describe; 0 when the table does not say */
  char *scale;           /* how scores run, in words */
  char *direction;       /* which end is good */
  char *compare;         /* what the publisher says of comparing editions */
  char *licence_link;
  char *credit;
  char *retrieved; /* ISO 8601 date */
} DpRankingCard;

void dp_ranking_card_free (DpRankingCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpRankingCard, dp_ranking_card_free)

/* (transfer full) (nullable) */
DpRankingCard *dp_rankings_get_card (DpRankings *self,
                                     const char *index,
                                     const char *edition,
                                     const char *iso3);

/**
 * dp_rankings_dup_citation:
 * @language: BCP 47: of the case
 *
 * Returns: (transfer full): the citation in that language, with the names of index and country in it; in
 *   the current locale when there are no words of the language
 */
char *dp_rankings_dup_citation (DpRankings *self,
                                const DpRanking *ranking,
                                const char *language);

/* (transfer full): the course in one sentence, for who cannot see a plot: "From rank 133 in 2012 to 88 in
 * 2024; best 88 in 2024, worst 133 in 2012." */
char *dp_ranking_card_describe_course (const DpRankingCard *self);

G_END_DECLS
