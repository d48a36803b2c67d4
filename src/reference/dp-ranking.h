/* dp-ranking.h: the place of a country in one edition of an index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A boxed value, immutable once handed out. Strings are "" where the publisher gives nothing. */
typedef struct
{
  char *index;       /* id: "cpi", "democracy-index" */
  char *index_title; /* "Corruption Perceptions Index" */
  char *publisher;   /* "Transparency International" */
  char *edition;     /* as people name it: "2020", "2023-24", "2024 (v15)" */
  char *iso3;        /* "KAZ" */
  char *country;     /* English display name */
  guint rank;        /* 0 where the publisher gives none */
  guint total;       /* countries ranked in that edition; 0 when unknown */
  char *score;       /* as printed, "3.14" */
  char *scale;       /* "0–10", "" for an open scale */
  char *link;        /* where the publisher shows it */
  char *licence;     /* of the table */
  char *note;        /* what to mind: derived rank, restated series, secondary source */
} DpRanking;

#define DP_TYPE_RANKING (dp_ranking_get_type ())
GType dp_ranking_get_type (void);

DpRanking *dp_ranking_copy (const DpRanking *self);
void dp_ranking_free (DpRanking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpRanking, dp_ranking_free)

/* (transfer full): what is stated of the country, in the current locale: "Kazakhstan, rank 128 of 167, score 3.14." */
char *dp_ranking_dup_statement (const DpRanking *self);

/* (transfer full): one sentence in the current locale: publisher, index, edition, rank of total,
 * score, link */
char *dp_ranking_dup_citation (const DpRanking *self);

G_END_DECLS
