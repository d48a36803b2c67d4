/* dp-rankings.h: the ranking tables, shipped and added, and how to look something up in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "reference/dp-countries.h"
#include "reference/dp-ranking.h"

G_BEGIN_DECLS

#define DP_TYPE_RANKINGS (dp_rankings_get_type ())
G_DECLARE_FINAL_TYPE (DpRankings, dp_rankings, DP, RANKINGS, GObject)

/**
 * dp_rankings_new:
 * @folders: (array zero-terminated=1): folders with catalogue.json and CSV files; a later one adds to
 *   and wins over an earlier one
 * @countries: (transfer full)
 *
 * Nothing is read yet: see dp_rankings_load().
 */
DpRankings *dp_rankings_new (const char *const *folders,
                             DpCountries *countries);

/* @words: the folder rank-words: with it, countries and indices are found by their names in all its
 * languages, and cited in them. Before dp_rankings_load(). */
void dp_rankings_set_words (DpRankings *self,
                            const char *words);

/**
 * dp_rankings_load:
 *
 * Reads all tables; may be called from a thread, once, before any look-up. Bad files are left out
 * and named, with line and reason, in dp_rankings_get_problems(); the rest is usable.
 */
void dp_rankings_load (DpRankings *self);
const char *const *dp_rankings_get_problems (DpRankings *self);

/* (transfer full) (nullable) */
DpRanking *dp_rankings_lookup (DpRankings *self,
                               const char *index,
                               const char *edition,
                               const char *iso3);

/**
 * dp_rankings_search:
 * @query: "kazakhstan democracy 2020": words of a country, of an index and an edition, in any order,
 *   abbreviated at will; missing parts leave the answer open
 *
 * Returns: (transfer full) (element-type DpRanking): best first, newest edition first among equals
 */
GPtrArray *dp_rankings_search (DpRankings *self,
                               const char *query,
                               guint max_results);

/* (transfer full) (array zero-terminated=1): ids; editions of an index, oldest first */
char **dp_rankings_list_indices (DpRankings *self);
char **dp_rankings_list_editions (DpRankings *self,
                                  const char *index);

/* (nullable): the title and publisher of an index */
const char *dp_rankings_get_title (DpRankings *self,
                                   const char *index);
const char *dp_rankings_get_publisher (DpRankings *self,
                                       const char *index);

DpCountries *dp_rankings_get_countries (DpRankings *self);

G_END_DECLS
