/* dp-table-proposal.h: what a publisher's file seems to say, checked, before it is taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-grid.h"
#include "reference/dp-rankings.h"

G_BEGIN_DECLS

/* Something to mind, and where. */
typedef struct
{
  guint line;       /* of the file; 0: of all of it */
  guint column;     /* from 1; 0: of the whole line */
  gboolean refuses; /* the table cannot be taken so */
  char *text;
} DpTableWarning;

typedef struct
{
  char *edition;
  char *iso3; /* "" for what is no country */
  char *country;
  guint rank; /* 0: none */
  char *rank_alt;
  char *score; /* with a decimal point, or "" */
  guint total;
} DpTableRow;

typedef struct
{
  char *index;
  /* The columns, from 1; 0: none. Of a wide table, those of its first edition. */
  guint country_column, rank_column, score_column, year_column;
  guint header_line;
  guint n_agreeing; /* values that equal facts already known */
  guint n_differing;
  gboolean has_derived_ranks;
  gboolean refuses;
  char *scale_min, *scale_max; /* "" when not known */
  GPtrArray *rows;             /* DpTableRow, as in the file */
  GPtrArray *editions;         /* char *, in order */
  GPtrArray *warnings;         /* DpTableWarning */
} DpTableProposal;

/**
 * dp_table_proposal_new:
 * @rankings: what is known of the index and its countries
 * @edition: (nullable): what the file is of; needed when it does not say. Of a file of many years only
 *   the year that the edition begins with is read then.
 *
 * Never fails: what is wrong stands in warnings, with its place.
 *
 * Returns: (transfer full)
 */
DpTableProposal *dp_table_proposal_new (DpGrid *grid,
                                        DpRankings *rankings,
                                        const char *index,
                                        const char *edition);
void dp_table_proposal_free (DpTableProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpTableProposal, dp_table_proposal_free)

/**
 * dp_table_proposal_take:
 * @folder: of tables; made if need be
 *
 * Writes INDEX.csv there, as data/rankings/README.md describes it. Other editions that it held stay;
 * the file as it was becomes INDEX.csv.old. Nothing is touched when the proposal is refused.
 */
gboolean dp_table_proposal_take (DpTableProposal *self,
                                 GFile *folder,
                                 GError **error);

G_END_DECLS
