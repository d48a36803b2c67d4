/* dp-rank-tables.h: the ranking tables as a stated rank is held against them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-rank-units.h"
#include "reference/dp-rankings-private.h"

G_BEGIN_DECLS

typedef struct
{
  const DpRankedEdition *edition;
  GPtrArray *rows; /* DpRankedRow (borrowed), of ranked countries, best first */
} DpRankTableEdition;

typedef struct
{
  const DpRankedIndex *index;
  GPtrArray *editions; /* DpRankTableEdition, oldest first */
} DpRankTable;

/* (transfer full) (element-type utf8 DpRankTable): by the id of the index */
GHashTable *dp_rank_tables_new (DpRankings *rankings);

/**
 * dp_rank_table_resolve:
 * @positions: (out) (array fixed-size=4): places among the editions that the year may mean
 *
 * Returns: how many
 */
guint dp_rank_table_resolve (const DpRankTable *self,
                             const DpRankKind *kind,
                             const DpRankYear *year,
                             guint *positions);

/* The rank that is @n-th from the bottom; 0 when there are not so many. */
guint dp_rank_table_from_bottom (const DpRankTableEdition *self,
                                 guint n);

/* Whether a rank is @n-th from the bottom, ties being any of their places. */
gboolean dp_rank_table_is_from_bottom (const DpRankTableEdition *self,
                                       guint rank,
                                       guint n);

G_END_DECLS
