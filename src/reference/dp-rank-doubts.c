/* dp-rank-doubts.c: why a number is not simply stated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-values-private.h"

#define MAX_CLAUSE 40

static gboolean
has_before_in_clause (const DpRankFinder *self,
                      guint i,
                      DpRankCategory category,
                      guint max_tokens)
{
  guint clause = dp_rank_sentence_get_clause (self->sentence, i);

  for (guint n = 0; i-- > 0 && n < max_tokens; n++)
    {
      if (dp_rank_sentence_get_clause (self->sentence, i) != clause)
        return FALSE;
      if (dp_rank_sentence_ending_at (self->sentence, i, category) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* In the clause of a token, or in one beside it when @reach is 1. */
static gboolean
has_in_clause (const DpRankFinder *self,
               guint i,
               DpRankCategory category,
               guint reach)
{
  guint clause = dp_rank_sentence_get_clause (self->sentence, i);

  for (guint k = 0; k < self->sentence->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->sentence->matches, DpRankMatch, k);

      guint other = dp_rank_sentence_get_clause (self->sentence, match->first);

      if (match->entry.category == category && other <= clause + reach && clause <= other + reach)
        return TRUE;
    }

  return FALSE;
}

/* "lost its 88th place", but not "lost five places" */
static gboolean
is_spoilt (const DpRankFinder *self,
           guint i)
{
  guint clause = dp_rank_sentence_get_clause (self->sentence, i);

  for (guint k = 0; k < self->sentence->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->sentence->matches, DpRankMatch, k);
      guint other = dp_rank_sentence_get_clause (self->sentence, match->first);
      const DpRankNumber *number;

      if (match->entry.category != DP_RANK_SPOILS || other > clause + 1 || clause > other + 1)
        continue;
      number = dp_rank_sentence_number_at (self->sentence, match->last + 1);
      if (number == NULL)
        number = dp_rank_sentence_number_at (self->sentence, match->last + 2);
      if (number == NULL || !dp_rank_finder_is_other_amount (self, number))
        return TRUE;
    }

  return FALSE;
}

/* "not the CPI", "not Kazakhstan" */
static gboolean
denies_name (const DpRankFinder *self)
{
  for (guint k = 0; k < self->sentence->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->sentence->matches, DpRankMatch, k);

      if ((match->entry.category == DP_RANK_INDEX || match->entry.category == DP_RANK_PUBLISHER || match->entry.category == DP_RANK_COUNTRY) &&
          dp_rank_sentence_before (self->sentence, match->first, DP_RANK_NEGATION, 1) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* "among African countries", "parmi les pays asiatiques"; "ahead of the country in 94th place" */
static gboolean
is_among_some (const DpRankFinder *self)
{
  for (guint k = 0; k < self->sentence->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->sentence->matches, DpRankMatch, k);

      if (match->entry.category != DP_RANK_COUNTRIES)
        continue;
      if (dp_rank_sentence_before (self->sentence, match->first, DP_RANK_THAN, 1) != NULL)
        return TRUE;
      for (guint n = 1; n <= 3 && n <= match->first; n++)
        {
          if (dp_rank_sentence_number_at (self->sentence, match->first - n) != NULL)
            break;
          if (dp_rank_sentence_ending_at (self->sentence, match->first - n, DP_RANK_OF) != NULL && dp_rank_sentence_at (self->sentence, match->last + 1, DP_RANK_WORLD) == NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* "below 41st", but not "eight places below 41st" */
static gboolean
is_hedged (const DpRankFinder *self,
           const DpRankValue *value)
{
  const DpRankMatch *hedge = dp_rank_sentence_before (self->sentence, value->first, DP_RANK_HEDGE, 1);

  if (hedge != NULL)
    {
      const DpRankMatch *places = hedge->first > 0 ? dp_rank_sentence_ending_at (self->sentence, hedge->first - 1, DP_RANK_PLACES) : NULL;

      if (places == NULL || places->first == 0 || dp_rank_sentence_number_at (self->sentence, places->first - 1) == NULL)
        return TRUE;
    }

  return (value->first > 0 && dp_rank_sentence_ending_at (self->sentence, value->first - 1, DP_RANK_RANGE) != NULL) || dp_rank_sentence_at (self->sentence, value->last + 1, DP_RANK_HEDGE) != NULL;
}

/* "third in Africa"; "In Africa, Senegal came third" */
static gboolean
is_regional (const DpRankFinder *self,
             guint i)
{
  guint clause = dp_rank_sentence_get_clause (self->sentence, i);

  if (has_in_clause (self, i, DP_RANK_REGION, 0))
    return TRUE;

  for (guint k = 0; k < self->sentence->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->sentence->matches, DpRankMatch, k);

      if (match->entry.category == DP_RANK_REGION && dp_rank_sentence_get_clause (self->sentence, match->first) + 1 == clause &&
          !has_in_clause (self, match->first, DP_RANK_COUNTRY, 0))
        return TRUE;
    }

  return FALSE;
}

DpRankDoubt
dp_rank_finder_find_doubt (const DpRankFinder *self,
                           const DpRankValue *value)
{
  if (self->sentence->is_question)
    return DP_RANK_ASKED;
  if (dp_rank_sentence_find (self->sentence, DP_RANK_DENIAL) != NULL || has_before_in_clause (self, value->first, DP_RANK_NEGATION, MAX_CLAUSE) || denies_name (self))
    return DP_RANK_DENIED;
  if (is_spoilt (self, value->first))
    return DP_RANK_DENIED;
  if (has_in_clause (self, value->first, DP_RANK_UNREAL, 1))
    return DP_RANK_WISHED;
  if (is_hedged (self, value))
    return DP_RANK_ABOUT;
  if (dp_rank_sentence_find (self->sentence, DP_RANK_SUB_INDEX) != NULL)
    return DP_RANK_IN_PART;
  if (value->kind == DP_RANK_VALUE_RANK && value->total == 0 && (is_regional (self, value->first) || is_among_some (self)))
    return DP_RANK_IN_PART;

  return DP_RANK_PLAIN;
}
