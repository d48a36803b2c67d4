/* dp-rank-verdict.h: one reading of a claim held against the tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-rank-checker.h"
#include "reference/dp-rank-tables.h"

G_BEGIN_DECLS

typedef struct
{
  DpRankings *rankings;
  GHashTable *tables; /* id to DpRankTable */
  const DpRankLexicon *lexicon;
} DpRankCourt;

/* What came of one reading. */
typedef enum
{
  DP_RANK_AGREES,
  DP_RANK_WRONG_RANK,
  DP_RANK_WRONG_SCORE,
  DP_RANK_WRONG_TOTAL,
  DP_RANK_WRONG_STATUS,
  DP_RANK_NO_INDEX, /* from here on: not covered */
  DP_RANK_UNKNOWN_INDEX,
  DP_RANK_NO_YEAR,
  DP_RANK_NO_EDITION,
  DP_RANK_NO_COUNTRY,
  DP_RANK_NOT_IN_EDITION,
  DP_RANK_NO_RANKS,
  DP_RANK_NOT_GIVEN, /* the table lacks the rank or score of this country */
  DP_RANK_SECONDARY,
} DpRankFinding;

typedef struct
{
  DpRankFinding finding;
  const DpRankKind *kind;            /* (nullable) */
  const DpRankTable *table;          /* (nullable) */
  const DpRankTableEdition *edition; /* (nullable) */
  guint position;                    /* of the edition */
  const DpRankYear *year;            /* (nullable) */
  const char *iso3;                  /* (nullable) */
  const DpRankedRow *row;            /* (nullable) */
} DpRankReading;

/* @kind, @year, @iso3: (nullable) */
DpRankReading dp_rank_judge (const DpRankCourt *court,
                             const DpRankUnit *unit,
                             const DpRankKind *kind,
                             const DpRankYear *year,
                             const char *iso3);

/* The rank that the unit states in that edition; 0 when it cannot be told. */
guint dp_rank_get_stated (const DpRankUnit *unit,
                          const DpRankReading *reading);

gboolean dp_rank_score_equals (const DpRankValue *score,
                               const char *text);

/* (transfer full) (nullable): what the wrong number belongs to */
DpRankOwner *dp_rank_find_owner (const DpRankCourt *court,
                                 const DpRankUnit *unit,
                                 const DpRankReading *reading);
void dp_rank_owner_free (DpRankOwner *self);

/* (transfer full): whole sentences */
char *dp_rank_explain (const DpRankUnit *unit,
                       const DpRankReading *reading,
                       DpRankVerdict verdict,
                       const DpRanking *actual,
                       const DpRankOwner *owner);

/* (transfer full): "2020", "2011-2012": as the sentence says it */
char *dp_rank_year_to_text (const DpRankYear *year);

G_END_DECLS
