/* dp-rank-checker.c: whether a sentence states the place of a country in an index rightly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-checker.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "reference/dp-rank-verdict.h"

/* More ways to read a sentence than this are not tried: it stays in doubt. */
#define MAX_READINGS 64

struct _DpRankChecker
{
  DpRankings *rankings; /* (owned) */
  DpRankLexicon *lexicon;
  GHashTable *tables;
  DpRankSentence sentence;
};

const char *
dp_rank_verdict_to_string (DpRankVerdict verdict)
{
  static const char *const names[] = { "confirmed", "contradicted", "not-covered" };

  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (names), NULL);

  return names[verdict];
}

const char *
dp_rank_owner_kind_to_string (DpRankOwnerKind kind)
{
  static const char *const names[] = { "score", "edition", "index", "country" };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

void
dp_rank_claim_free (DpRankClaim *self)
{
  g_free (self->index);
  g_free (self->edition);
  g_free (self->iso3);
  g_free (self->score);
  g_free (self->status);
  g_free (self->why);
  g_clear_pointer (&self->actual, dp_ranking_free);
  g_clear_pointer (&self->belongs, dp_rank_owner_free);
  g_free (self);
}

DpRankChecker *
dp_rank_checker_new (DpRankings *rankings,
                     const char *words,
                     GPtrArray *problems)
{
  DpRankChecker *self;

  g_return_val_if_fail (DP_IS_RANKINGS (rankings), NULL);
  g_return_val_if_fail (words != NULL && problems != NULL, NULL);

  self = g_rc_box_new0 (DpRankChecker);
  self->rankings = g_object_ref (rankings);
  self->lexicon = dp_rank_lexicon_read (words, problems);
  self->tables = dp_rank_tables_new (rankings);
  dp_rank_sentence_init (&self->sentence, self->lexicon);

  return self;
}

static void
clear (gpointer data)
{
  DpRankChecker *self = data;

  dp_rank_sentence_clear (&self->sentence);
  g_hash_table_unref (self->tables);
  dp_rank_lexicon_free (self->lexicon);
  g_object_unref (self->rankings);
}

DpRankChecker *
dp_rank_checker_ref (DpRankChecker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

void
dp_rank_checker_unref (DpRankChecker *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear);
}

/* Of what is in doubt nothing is known, not even that it is wrong; but words that nobody knows do not make
 * a wrong number right. */
static DpRankVerdict
get_verdict (const DpRankUnit *unit,
             const DpRankReading *reading)
{
  if (reading->finding >= DP_RANK_NO_INDEX || unit->doubt > DP_RANK_UNCLEAR)
    return DP_RANK_NOT_COVERED;
  if (reading->finding != DP_RANK_AGREES)
    return DP_RANK_CONTRADICTED;

  return unit->doubt == DP_RANK_PLAIN ? DP_RANK_CONFIRMED : DP_RANK_NOT_COVERED;
}

typedef struct
{
  const DpRankCourt *court;
  const DpRankUnit *unit;
  DpRankReading first;
  DpRankVerdict verdict;
  guint n;
} Trial;

static void
try_reading (Trial *self,
             const DpRankKind *kind,
             const DpRankYear *year,
             const char *iso3)
{
  DpRankReading reading = dp_rank_judge (self->court, self->unit, kind, year, iso3);
  DpRankVerdict verdict = get_verdict (self->unit, &reading);

  if (self->n++ == 0)
    {
      self->first = reading;
      self->verdict = verdict;
    }
  else if (verdict != self->verdict)
    self->verdict = DP_RANK_NOT_COVERED;
}

/* All readings: what is missing is tried as missing. */
static void
try_all (Trial *self,
         DpRankLexicon *lexicon)
{
  const DpRankUnit *unit = self->unit;

  for (guint i = 0; i < MAX (unit->indices->len, 1); i++)
    {
      for (guint y = 0; y < MAX (unit->years->len, 1); y++)
        {
          for (guint c = 0; c < MAX (unit->countries->len, 1); c++)
            {
              const DpRankKind *kind = i < unit->indices->len ? dp_rank_lexicon_get_kind (lexicon, g_array_index (unit->indices, guint, i)) : NULL;
              const DpRankYear *year = y < unit->years->len ? &g_array_index (unit->years, DpRankYear, y) : NULL;
              const char *iso3 = c < unit->countries->len ? dp_rank_lexicon_get_country (lexicon, g_array_index (unit->countries, guint, c)) : NULL;

              if (self->n < MAX_READINGS)
                try_reading (self, kind, year, iso3);
              else
                self->verdict = DP_RANK_NOT_COVERED;
            }
        }
    }
}

static char *
dup_score (const DpRankSentence *sentence,
           const DpRankValue *score)
{
  const DpRankToken *token = dp_rank_sentence_get_token (sentence, score->first);

  if (token->kind == DP_RANK_NUMBER)
    return g_strdup (sentence->tokens.text->str + token->text);

  return g_strdup_printf ("%u", (guint) score->score);
}

static DpRankClaim *
make_claim (DpRankChecker *self,
            const DpRankCourt *court,
            const DpRankUnit *unit)
{
  static const char *const statuses[] = { NULL, "Free", "Partly Free", "Not Free" };
  Trial trial = { court, unit };
  DpRankClaim *claim = g_new0 (DpRankClaim, 1);
  const DpRankReading *reading = &trial.first;

  try_all (&trial, self->lexicon);
  claim->verdict = trial.verdict;
  claim->start = dp_rank_sentence_get_token (&self->sentence, unit->first)->start;
  claim->end = dp_rank_sentence_get_token (&self->sentence, unit->last)->end;
  if (unit->indices->len == 1)
    claim->index = g_strdup (reading->kind->id);
  if (unit->years->len == 1)
    claim->edition = reading->edition != NULL ? g_strdup (reading->edition->edition->name) : dp_rank_year_to_text (reading->year);
  if (unit->countries->len == 1)
    claim->iso3 = g_strdup (reading->iso3);
  claim->rank = dp_rank_get_stated (unit, reading);
  claim->total = unit->total;
  claim->score = unit->has_score ? dup_score (&self->sentence, &unit->score) : NULL;
  claim->status = g_strdup (statuses[MIN (unit->status, 3)]);

  if (reading->row != NULL)
    claim->actual = dp_rankings_lookup (self->rankings, reading->row->row.index, reading->row->row.edition, reading->iso3);
  if (claim->verdict == DP_RANK_CONTRADICTED)
    claim->belongs = dp_rank_find_owner (court, unit, reading);
  claim->why = dp_rank_explain (unit, reading, claim->verdict, claim->actual, claim->belongs);

  return claim;
}

/* Changes that are told beside a place. */

static gboolean
is_change_to (const DpRankChange *change,
              const DpRankClaim *claim,
              guint rank,
              const char *score)
{
  if (change->is_points)
    return *claim->actual->score != '\0' && *score != '\0' &&
           fabs (fabs (g_ascii_strtod (claim->actual->score, NULL) - g_ascii_strtod (score, NULL)) - change->size) < 1e-6;

  return rank > 0 && fabs ((double) claim->rank - rank) == change->size;
}

/* Against the edition before, and those whose years the sentence names. */
static gboolean
is_shown (DpRankChecker *self,
          const DpRankChange *change,
          const DpRankClaim *claim)
{
  const DpRankTable *table = g_hash_table_lookup (self->tables, claim->index);

  for (guint i = 0; i < table->editions->len; i++)
    {
      const DpRankedEdition *edition = ((DpRankTableEdition *) table->editions->pdata[i])->edition;
      const DpRankedEdition *next = i + 1 < table->editions->len ? ((DpRankTableEdition *) table->editions->pdata[i + 1])->edition : NULL;
      gboolean is_meant = next != NULL && strcmp (next->name, claim->edition) == 0;
      const DpRankedRow *row = dp_rankings_find_row (self->rankings, claim->index, edition->name, claim->iso3);

      for (guint k = 0; k < self->sentence.numbers->len; k++)
        is_meant |= g_array_index (self->sentence.numbers, DpRankNumber, k).whole == edition->year;
      if (row != NULL && is_meant && is_change_to (change, claim, row->row.rank, row->row.score))
        return TRUE;
    }

  return FALSE;
}

/* A place may be right and the change that led to it wrong: then the sentence is not right. */
static void
doubt_changes (DpRankChecker *self,
               GPtrArray *claims)
{
  g_autoptr (GArray) changes = dp_rank_changes_find (&self->sentence);

  for (guint i = 0; i < changes->len; i++)
    {
      const DpRankChange *change = &g_array_index (changes, DpRankChange, i);
      gboolean is_good = FALSE;

      for (guint k = 0; k < claims->len; k++)
        {
          const DpRankClaim *claim = claims->pdata[k];

          is_good |= claim->verdict == DP_RANK_CONFIRMED && is_shown (self, change, claim);
        }
      for (guint k = 0; !is_good && k < claims->len; k++)
        {
          DpRankClaim *claim = claims->pdata[k];

          if (claim->verdict != DP_RANK_CONFIRMED)
            continue;
          claim->verdict = DP_RANK_NOT_COVERED;
          g_free (claim->why);
          claim->why = g_strdup (_ ("The number is right, but the sentence tells a change that the tables do not show."));
        }
    }
}

GPtrArray *
dp_rank_checker_check (DpRankChecker *self,
                       const char *sentence,
                       gssize length,
                       const char *language)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_rank_claim_free);
  g_autofree char *valid = NULL;
  g_autoptr (GPtrArray) units = NULL;
  DpRankCourt court;

  g_return_val_if_fail (self != NULL && sentence != NULL, claims);

  if (length < 0)
    length = (gssize) strlen (sentence);
  court = (DpRankCourt){ self->rankings, self->tables, self->lexicon };
  if (!g_utf8_validate_len (sentence, (gsize) length, NULL))
    {
      valid = g_utf8_make_valid (sentence, length);
      sentence = valid;
      length = (gssize) strlen (valid);
    }
  dp_rank_sentence_read (&self->sentence, sentence, (gsize) length, language);
  units = dp_rank_units_find (&self->sentence);
  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (claims, make_claim (self, &court, units->pdata[i]));
  if (claims->len > 0)
    doubt_changes (self, claims);

  return claims;
}
