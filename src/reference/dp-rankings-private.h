/* dp-rankings-private.h: the ranking tables as the search sees them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-index-info.h"
#include "reference/dp-rank-lexicon.h"
#include "reference/dp-ranking-table.h"
#include "reference/dp-rankings.h"

G_BEGIN_DECLS

/* An edition of one index. */
typedef struct
{
  const char *name;
  char **words;
  guint year;      /* to order editions by: the first number of the name */
  guint data_year; /* 0 when the table does not say */
} DpRankedEdition;

typedef struct
{
  const char *id;
  DpIndexInfo *info;   /* of the last folder that has a table of it */
  GPtrArray *editions; /* DpRankedEdition, oldest first */
} DpRankedIndex;

typedef struct
{
  const char *iso3; /* "" for what is no country */
  const char *name; /* English */
  char *iso2_folded;
  char *iso3_folded;
  GPtrArray *names; /* char **: folded words of each name */
} DpRankedCountry;

/* A row, and where its parts stand in the lists above. */
typedef struct
{
  DpRankingRow row;
  DpIndexInfo *info; /* of the folder that the row came from */
  guint index;
  guint edition;
  guint country;
} DpRankedRow;

typedef struct
{
  GPtrArray *indices;   /* DpRankedIndex, in the order of the catalogues */
  GPtrArray *countries; /* DpRankedCountry */
  GPtrArray *rows;      /* DpRankedRow */
} DpRankedLists;

/* (nullable): of the folder that was set */
DpRankLexicon *dp_rankings_get_words (DpRankings *self);

const DpRankedLists *dp_rankings_get_lists (DpRankings *self);

/* (nullable): what the last catalogue that knows it says of an index, with a table or without */
const DpIndexInfo *dp_rankings_get_info (DpRankings *self,
                                         const char *index);

/* (nullable): @iso3 may be the name of what is no country */
const DpRankedRow *dp_rankings_find_row (DpRankings *self,
                                         const char *index,
                                         const char *edition,
                                         const char *iso3);

/* (transfer full) (element-type DpRankedRow): borrowed rows, best first */
GPtrArray *dp_ranked_lists_search (const DpRankedLists *lists,
                                   const char *query,
                                   guint max_results);

G_END_DECLS
