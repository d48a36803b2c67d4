/* dp-rank-checker.h: whether a sentence states the place of a country in an index rightly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence is confirmed only when every way to read it agrees with the tables; whatever leaves a
 * doubt (a year that is missing, "about", a negation, a copy of a copy) is "not covered".
 */

#pragma once

#include "reference/dp-rankings.h"

G_BEGIN_DECLS

typedef enum
{
  DP_RANK_CONFIRMED,
  DP_RANK_CONTRADICTED,
  DP_RANK_NOT_COVERED,
} DpRankVerdict;

/* "confirmed", "contradicted", "not-covered" */
const char *dp_rank_verdict_to_string (DpRankVerdict verdict);

typedef enum
{
  DP_RANK_OWNER_SCORE,   /* a rank was said, and it is the country's score there; or the other way round */
  DP_RANK_OWNER_EDITION, /* of the same index */
  DP_RANK_OWNER_INDEX,   /* a sister index, for the same year */
  DP_RANK_OWNER_COUNTRY, /* in the same edition */
} DpRankOwnerKind;

/* "score", "edition", "index", "country" */
const char *dp_rank_owner_kind_to_string (DpRankOwnerKind kind);

/* What a wrong number really belongs to. */
typedef struct
{
  DpRankOwnerKind kind;
  DpRanking *ranking; /* (owned) */
  char **others;      /* further countries (iso3) with the same number there; for a kind of country */
} DpRankOwner;

/* Strings are %NULL, and numbers 0, where the sentence does not say. */
typedef struct
{
  guint start; /* code points of the sentence: from the first of its values to the last */
  guint end;
  DpRankVerdict verdict;
  char *index;   /* id, as in the tables; also of an index that is not in them but is known by name */
  char *edition; /* as the tables name it; else as the sentence says */
  char *iso3;
  guint rank;
  guint total;
  char *score;          /* with a decimal point, as precise as it is said */
  char *status;         /* Freedom House: "Free", "Partly Free", "Not Free" */
  char *why;            /* whole sentences in the current locale */
  DpRanking *actual;    /* (owned) (nullable): what the tables say */
  DpRankOwner *belongs; /* (owned) (nullable) */
} DpRankClaim;

void dp_rank_claim_free (DpRankClaim *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpRankClaim, dp_rank_claim_free)

typedef struct _DpRankChecker DpRankChecker;

/**
 * dp_rank_checker_new:
 * @rankings: loaded; a reference is taken
 * @words: the folder rank-words
 * @problems: (element-type utf8): where it is said which of its files were left out, and why
 */
DpRankChecker *dp_rank_checker_new (DpRankings *rankings,
                                    const char *words,
                                    GPtrArray *problems);
DpRankChecker *dp_rank_checker_ref (DpRankChecker *self);
void dp_rank_checker_unref (DpRankChecker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpRankChecker, dp_rank_checker_unref)

/**
 * dp_rank_checker_check:
 * @sentence: one sentence
 * @length: in bytes, or -1
 * @language: (nullable): BCP 47; guessed when it is not given or there are no words for it
 *
 * Not for two threads at once. Takes well under a millisecond.
 *
 * Returns: (transfer full) (element-type DpRankClaim): in the order of the sentence; empty when it
 *   states no place or score in a ranking
 */
GPtrArray *dp_rank_checker_check (DpRankChecker *self,
                                  const char *sentence,
                                  gssize length,
                                  const char *language);

G_END_DECLS
