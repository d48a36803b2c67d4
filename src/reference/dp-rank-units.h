/* dp-rank-units.h: which country, index and edition the values of a sentence belong to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-rank-values.h"

G_BEGIN_DECLS

typedef struct
{
  guint first; /* tokens, both included */
  guint last;
  guint year;
  guint second;        /* of "2011-2012": 2012; else 0 */
  gboolean is_release; /* the year in which the edition came out */
  gboolean is_report;  /* stands with the word "report" */
  gboolean is_since;   /* "since 2012": of more than one edition */
  gboolean is_before;  /* "the year before": of the edition before @year's */
} DpRankYear;

/* One claim as it can be read. Where a list holds several, the sentence does not say which is meant. */
typedef struct
{
  guint first; /* tokens, both included */
  guint last;
  gboolean has_rank;
  gboolean has_score;
  DpRankValue rank;
  DpRankValue score;
  guint total;  /* 0: not stated */
  guint status; /* 0: not stated */
  DpRankDoubt doubt;
  GArray *indices;   /* guint: kinds of the lexicon */
  GArray *years;     /* DpRankYear */
  GArray *countries; /* guint: countries of the lexicon */
} DpRankUnit;

/* (transfer full) (element-type DpRankUnit): empty when the sentence names no index and no ranking */
GPtrArray *dp_rank_units_find (const DpRankSentence *sentence);

G_END_DECLS
