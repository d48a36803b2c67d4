/* dp-rank-values.c: which numbers and words of a sentence state a rank, a total or a score
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-values.h"

#define MAX_RANK 300
#define MAX_CLAUSE 40

typedef struct
{
  const DpRankSentence *sentence;
  GArray *values;
} Finder;

gboolean
dp_rank_number_is_year (const DpRankNumber *number)
{
  return !number->is_word && number->n_decimals == 0 && number->whole >= 1900 && number->whole < 2100;
}

static const DpRankMatch *
before (const Finder *self,
        guint i,
        DpRankCategory category,
        guint max_words)
{
  return dp_rank_sentence_before (self->sentence, i, category, max_words);
}

static const DpRankMatch *
after (const Finder *self,
       guint i,
       DpRankCategory category,
       guint max_words)
{
  return dp_rank_sentence_after (self->sentence, i, category, max_words);
}

static const DpRankMatch *
at (const Finder *self,
    guint i,
    DpRankCategory category)
{
  return dp_rank_sentence_at (self->sentence, i, category);
}

static gboolean
is_sign (const Finder *self,
         guint i,
         gunichar sign)
{
  return dp_rank_sentence_is_sign (self->sentence, i, sign);
}

static const DpRankNumber *
number_at (const Finder *self,
           guint i)
{
  return i < dp_rank_sentence_get_n_tokens (self->sentence) ? dp_rank_sentence_number_at (self->sentence, i) : NULL;
}

/* "sur 180 pays", "of 180", "/180", "из 180": the number behind a value. */
static const DpRankNumber *
find_total_behind (const Finder *self,
                   guint i)
{
  guint next = i + 1;
  const DpRankMatch *place = at (self, next, DP_RANK_PLACE);
  const DpRankMatch *of;
  const DpRankNumber *total;

  if (place != NULL)
    next = place->last + 1;
  place = at (self, next, DP_RANK_WORLD);
  if (place != NULL)
    next = place->last + 1;
  if (is_sign (self, next, ',') || is_sign (self, next, '('))
    next++;
  if (is_sign (self, next, '/'))
    total = number_at (self, next + 1);
  else
    {
      of = at (self, next, DP_RANK_OF);
      if (of == NULL)
        return NULL;
      next = of->last + 1;
      while (next < dp_rank_sentence_get_n_tokens (self->sentence) && number_at (self, next) == NULL &&
             at (self, next, DP_RANK_SKIP) != NULL && next < of->last + 3)
        next++;
      total = number_at (self, next);
    }

  return total != NULL && !total->is_ordinal && total->n_decimals == 0 && !dp_rank_number_is_year (total) ? total : NULL;
}

static gboolean
is_scale (guint number)
{
  return number == 1 || number == 5 || number == 7 || number == 10 || number == 100 || number == 120;
}

static gboolean
counts_countries (const Finder *self,
                  const DpRankNumber *number)
{
  return after (self, number->last, DP_RANK_COUNTRIES, 2) != NULL;
}

static gboolean
has_points (const Finder *self,
            const DpRankNumber *number)
{
  const DpRankMatch *points = after (self, number->last, DP_RANK_POINTS, 1);

  return points != NULL && number_at (self, points->first) == NULL;
}

/* What a number is part of that is neither rank nor score: 5 %, 3 million, eleven places lower. */
static gboolean
is_other_amount (const Finder *self,
                 const DpRankNumber *number)
{
  guint next = number->last + 1;
  const DpRankMatch *places = after (self, number->last, DP_RANK_PLACES, 1);

  if (at (self, next, DP_RANK_UNIT) != NULL || is_sign (self, next, '%') || is_sign (self, next, 0xb0))
    return TRUE;
  if (number->first > 0 && (is_sign (self, number->first - 1, '$') || is_sign (self, number->first - 1, 0x20ac)))
    return TRUE;
  if (places != NULL && !number->is_ordinal && at (self, places->first, DP_RANK_PLACE) == NULL)
    return TRUE;
  if (after (self, number->last, DP_RANK_DELTA_AFTER, 2) != NULL && !number->is_ordinal)
    return TRUE;

  return !number->is_ordinal && before (self, number->first, DP_RANK_DELTA, 1) != NULL && (places != NULL || has_points (self, number) || number->n_decimals > 0);
}

/* Ranks. */

static gboolean
follows_mark (const Finder *self,
              const DpRankNumber *number)
{
  return before (self, number->first, DP_RANK_MARK, 0) != NULL;
}

/* "Kazakhstan's place in the 2020 index: 94" */
static gboolean
is_announced (const Finder *self,
              const DpRankNumber *number)
{
  const DpRankMatch *place = dp_rank_sentence_find (self->sentence, DP_RANK_PLACE);

  return number->first > 0 && is_sign (self, number->first - 1, ':') && place != NULL && place->last < number->first &&
         dp_rank_sentence_find (self->sentence, DP_RANK_SCORE) == NULL;
}

static gboolean
touches_place (const Finder *self,
               const DpRankNumber *number)
{
  const DpRankMatch *place = before (self, number->first, DP_RANK_PLACE, 0);
  const DpRankMatch *behind = after (self, number->last, DP_RANK_PLACE, number->is_ordinal ? 2 : 0);

  if (place != NULL && dp_rank_sentence_number_at (self->sentence, place->first) == NULL)
    {
      /* "9th place 78 points": a place that has its number already */
      const DpRankNumber *own = place->first > 0 ? number_at (self, place->first - 1) : NULL;

      if (own == NULL || own == number || dp_rank_number_is_year (own) || !own->is_ordinal)
        return TRUE;
    }

  if (behind != NULL && (number->is_ordinal || !number->is_word))
    return TRUE;

  return is_announced (self, number);
}

static gboolean
is_verbal (const Finder *self,
           const DpRankNumber *number)
{
  /* "puts Kazakhstan at 139" */
  gboolean has_copula = number->first > 0 && dp_rank_sentence_ending_at (self->sentence, number->first - 1, DP_RANK_COPULA) != NULL;
  guint reach = number->is_ordinal ? 4 : has_copula ? 2
                                                    : 0;

  if (number->is_word && !number->is_ordinal)
    return FALSE;
  if (before (self, number->first, DP_RANK_VERB, reach) != NULL)
    return TRUE;

  return number->is_ordinal && before (self, number->first, DP_RANK_COPULA, 3) != NULL;
}

static gboolean
is_small_word (const DpRankNumber *number)
{
  return number->is_word && number->whole <= 3;
}

/* "the 20th century", "for the fifth year" */
static gboolean
counts_other_things (const Finder *self,
                     const DpRankNumber *number)
{
  guint next = number->last + 1;

  if (at (self, next, DP_RANK_NOT_PLACE) != NULL)
    return TRUE;

  return number_at (self, next) == NULL && !is_sign (self, next, ',') && at (self, next, DP_RANK_PLACE) == NULL && at (self, next, DP_RANK_OF) == NULL &&
         at (self, next, DP_RANK_SKIP) == NULL && at (self, next + 1, DP_RANK_NOT_PLACE) != NULL;
}

static gboolean
states_rank (const Finder *self,
             const DpRankNumber *number)
{
  const DpRankNumber *total;

  if (number->n_decimals > 0 || number->whole == 0 || number->whole > MAX_RANK || dp_rank_number_is_year (number))
    return FALSE;
  if (number->is_ordinal && counts_other_things (self, number))
    return FALSE;
  if (!number->is_ordinal && at (self, number->last + 1, DP_RANK_MONTH) != NULL)
    return FALSE;
  if (touches_place (self, number) || follows_mark (self, number) || is_verbal (self, number))
    return TRUE;

  total = find_total_behind (self, number->last);
  if (total != NULL && total->whole >= number->whole && !(number->is_word && !number->is_ordinal))
    return TRUE;
  if (!number->is_ordinal)
    return FALSE;

  return !is_small_word (number) || at (self, number->last + 1, DP_RANK_WORLD) != NULL || at (self, number->last + 1, DP_RANK_FROM_BOTTOM) != NULL;
}

/* Doubts. */

static gboolean
has_before_in_clause (const Finder *self,
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
has_in_clause (const Finder *self,
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
is_spoilt (const Finder *self,
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
      number = number_at (self, match->last + 1);
      if (number == NULL)
        number = number_at (self, match->last + 2);
      if (number == NULL || !is_other_amount (self, number))
        return TRUE;
    }

  return FALSE;
}

/* "not the CPI", "not Kazakhstan" */
static gboolean
denies_name (const Finder *self)
{
  for (guint k = 0; k < self->sentence->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->sentence->matches, DpRankMatch, k);

      if ((match->entry.category == DP_RANK_INDEX || match->entry.category == DP_RANK_PUBLISHER || match->entry.category == DP_RANK_COUNTRY) &&
          before (self, match->first, DP_RANK_NEGATION, 1) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* "among African countries", "parmi les pays asiatiques"; "ahead of the country in 94th place" */
static gboolean
is_among_some (const Finder *self)
{
  for (guint k = 0; k < self->sentence->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->sentence->matches, DpRankMatch, k);

      if (match->entry.category != DP_RANK_COUNTRIES)
        continue;
      if (before (self, match->first, DP_RANK_THAN, 1) != NULL)
        return TRUE;
      for (guint n = 1; n <= 3 && n <= match->first; n++)
        {
          if (number_at (self, match->first - n) != NULL)
            break;
          if (dp_rank_sentence_ending_at (self->sentence, match->first - n, DP_RANK_OF) != NULL && at (self, match->last + 1, DP_RANK_WORLD) == NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* "below 41st", but not "eight places below 41st" */
static gboolean
is_hedged (const Finder *self,
           const DpRankValue *value)
{
  const DpRankMatch *hedge = before (self, value->first, DP_RANK_HEDGE, 1);

  if (hedge != NULL)
    {
      const DpRankMatch *places = hedge->first > 0 ? dp_rank_sentence_ending_at (self->sentence, hedge->first - 1, DP_RANK_PLACES) : NULL;

      if (places == NULL || places->first == 0 || number_at (self, places->first - 1) == NULL)
        return TRUE;
    }

  return (value->first > 0 && dp_rank_sentence_ending_at (self->sentence, value->first - 1, DP_RANK_RANGE) != NULL) || at (self, value->last + 1, DP_RANK_HEDGE) != NULL;
}

/* "third in Africa"; "In Africa, Senegal came third" */
static gboolean
is_regional (const Finder *self,
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

static DpRankDoubt
find_doubt (const Finder *self,
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

static DpRankMove
find_move (const Finder *self,
           guint i)
{
  const DpRankMatch *to = before (self, i, DP_RANK_TO, 0);
  const DpRankMatch *from = before (self, i, DP_RANK_FROM, 0);
  const DpRankMatch *place = before (self, i, DP_RANK_PLACE, 0);

  if (to == NULL && from == NULL && place != NULL)
    {
      to = before (self, place->first, DP_RANK_TO, 0);
      from = before (self, place->first, DP_RANK_FROM, 0);
    }
  if (to != NULL && (from == NULL || from->last < to->last))
    return DP_RANK_TO_THERE;

  return from != NULL ? DP_RANK_FROM_THERE : DP_RANK_STILL;
}

/* Taking values. */

static void
take (Finder *self,
      DpRankValue value)
{
  if (value.doubt == DP_RANK_PLAIN)
    value.doubt = find_doubt (self, &value);
  if (value.kind == DP_RANK_VALUE_RANK)
    value.move = find_move (self, value.first);
  g_array_append_val (self->values, value);
}

/* Gives the last token that the number has part in. */
static guint
take_rank (Finder *self,
           const DpRankNumber *number)
{
  const DpRankNumber *total = find_total_behind (self, number->last);
  DpRankValue value = { .kind = DP_RANK_VALUE_RANK, .first = number->first, .last = number->last, .number = number->whole };
  const DpRankMatch *bottom = at (self, number->last + 1, DP_RANK_FROM_BOTTOM);

  if (bottom == NULL)
    {
      const DpRankMatch *place = at (self, number->last + 1, DP_RANK_PLACE);

      bottom = place != NULL ? at (self, place->last + 1, DP_RANK_FROM_BOTTOM) : NULL;
    }
  if (bottom != NULL)
    {
      value.from_bottom = number->whole;
      value.number = 0;
      value.last = bottom->last;
    }
  if (number->is_ordinal && at (self, number->last + 1, DP_RANK_WORST) != NULL)
    value.doubt = DP_RANK_ABOUT;
  if (total != NULL)
    {
      value.total = total->whole;
      value.last = total->last;
    }
  take (self, value);

  return value.last;
}

static guint
take_score (Finder *self,
            const DpRankNumber *number,
            guint last)
{
  DpRankValue value = { .kind = DP_RANK_VALUE_SCORE, .first = number->first, .last = last, .score = number->value, .n_decimals = number->n_decimals };

  take (self, value);

  return last;
}

static gboolean
states_score (const Finder *self,
              const DpRankNumber *number)
{
  if (number->is_ordinal || number->is_word)
    return number->is_word && !number->is_ordinal && has_points (self, number);
  if (has_points (self, number) || before (self, number->first, DP_RANK_SCORE, 1) != NULL || before (self, number->first, DP_RANK_SCORED, 1) != NULL)
    return TRUE;

  return number->n_decimals > 0;
}

/* "38 out of 100" and "3.14/10" are scores; "94 of 180" and "94 out of 100 countries" are not. */
static gboolean
is_out_of_scale (const Finder *self,
                 const DpRankNumber *number,
                 const DpRankNumber *total)
{
  if (number->n_decimals > 0)
    return TRUE;
  if (number->is_ordinal || !is_scale (total->whole) || counts_countries (self, total) || touches_place (self, number) || follows_mark (self, number))
    return FALSE;

  return before (self, number->first, DP_RANK_VERB, 0) == NULL || has_points (self, total) || has_points (self, number);
}

static guint
take_number (Finder *self,
             const DpRankNumber *number)
{
  const DpRankNumber *total;
  DpRankValue value = { 0 };

  if (dp_rank_number_is_year (number) || is_other_amount (self, number))
    return number->last;

  total = find_total_behind (self, number->last);
  if (total == NULL)
    {
      const DpRankMatch *points = at (self, number->last + 1, DP_RANK_POINTS);

      total = points != NULL ? find_total_behind (self, points->last) : NULL;
    }
  if (total != NULL && total->whole >= number->whole && is_out_of_scale (self, number, total))
    return take_score (self, number, total->last);
  if (before (self, number->first, DP_RANK_SCORE, 0) == NULL && !has_points (self, number) && states_rank (self, number))
    return take_rank (self, number);
  if (states_score (self, number))
    return take_score (self, number, number->last);
  if (touches_place (self, number) && states_rank (self, number))
    return take_rank (self, number);
  if (!number->is_ordinal && !number->is_word && number->whole > 3 && counts_countries (self, number))
    {
      value.kind = DP_RANK_VALUE_TOTAL;
      value.first = number->first;
      value.last = number->last;
      value.number = number->whole;
      take (self, value);
    }

  return number->last;
}

/* "from 54 to 75": numbers that only their movement shows to be places. */
static gboolean
moves_between (const Finder *self,
               const DpRankNumber *number,
               const DpRankNumber *other)
{
  DpRankMove first = find_move (self, number->first);
  DpRankMove second = find_move (self, other->first);

  return first != DP_RANK_STILL && second != DP_RANK_STILL && first != second && other->first - number->last <= 6;
}

static gboolean
may_be_rank (const DpRankNumber *number)
{
  return number->n_decimals == 0 && number->whole > 0 && number->whole <= MAX_RANK;
}

static void
take_moves (Finder *self)
{
  GArray *numbers = self->sentence->numbers;
  DpRankNumber *last = NULL;

  for (guint i = 0; i < numbers->len; i++)
    {
      DpRankNumber *number = &g_array_index (numbers, DpRankNumber, i);

      if (!may_be_rank (number))
        continue;
      if (last != NULL && find_total_behind (self, last->last) != number && moves_between (self, last, number) && states_rank (self, last) != states_rank (self, number) &&
          !has_points (self, last) && !has_points (self, number))
        last->is_ordinal = number->is_ordinal = TRUE;
      last = number;
    }
}

/* What is left over of the numbers. */

static gboolean
is_taken (const Finder *self,
          const DpRankNumber *number)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const DpRankValue *value = &g_array_index (self->values, DpRankValue, i);

      if (value->first <= number->first && value->last >= number->last)
        return TRUE;
    }

  return FALSE;
}

static const DpRankValue *
find_rank_before (const Finder *self,
                  guint i)
{
  const DpRankValue *found = NULL;

  for (guint k = 0; k < self->values->len; k++)
    {
      const DpRankValue *value = &g_array_index (self->values, DpRankValue, k);

      if (value->kind == DP_RANK_VALUE_RANK && value->last < i)
        found = value;
    }

  return found;
}

/* "Colombia came 91st and Peru 101": a country and a number, after a place. */
static gboolean
goes_on (const Finder *self,
         const DpRankNumber *number)
{
  const DpRankValue *rank = find_rank_before (self, number->first);

  for (guint n = 1; rank != NULL && n <= 4 && number->first > rank->last + n; n++)
    {
      if (dp_rank_sentence_ending_at (self->sentence, number->first - n, DP_RANK_COUNTRY) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
take_rest (Finder *self)
{
  gboolean is_unclear = FALSE;

  for (guint i = 0; i < self->sentence->numbers->len; i++)
    {
      const DpRankNumber *number = &g_array_index (self->sentence->numbers, DpRankNumber, i);

      if (!may_be_rank (number) || number->is_word || is_taken (self, number) || is_other_amount (self, number) ||
          at (self, number->last + 1, DP_RANK_MONTH) != NULL || dp_rank_sentence_ending_at (self->sentence, number->last, DP_RANK_MARK) != NULL)
        continue;
      if (goes_on (self, number))
        take_rank (self, number);
      else if (!number->is_ordinal)
        is_unclear = TRUE;
    }

  /* A number that nobody knows the meaning of may be the one that counts. */
  for (guint i = 0; is_unclear && i < self->values->len; i++)
    {
      DpRankValue *value = &g_array_index (self->values, DpRankValue, i);

      if (value->doubt == DP_RANK_PLAIN)
        value->doubt = DP_RANK_ABOUT;
    }
}

static gboolean
has_rank_near (const Finder *self,
               guint first,
               guint last,
               guint reach)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      const DpRankValue *value = &g_array_index (self->values, DpRankValue, i);

      if (value->kind == DP_RANK_VALUE_RANK && value->first <= last + reach && first <= value->last + reach)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_rank_in_clause (const Finder *self,
                    guint i)
{
  for (guint k = 0; k < self->values->len; k++)
    {
      const DpRankValue *value = &g_array_index (self->values, DpRankValue, k);

      if (value->kind == DP_RANK_VALUE_RANK && dp_rank_sentence_get_clause (self->sentence, value->first) == dp_rank_sentence_get_clause (self->sentence, i))
        return TRUE;
    }

  return FALSE;
}

/* "came last", "is the worst", "leads": places without a number. */
static gboolean
states_end (const Finder *self,
            const DpRankMatch *match)
{
  gboolean is_extreme = match->entry.category == DP_RANK_BEST || match->entry.category == DP_RANK_WORST;

  if (has_rank_near (self, match->first, match->last, is_extreme ? G_MAXUINT / 2 : 4))
    return FALSE;

  switch (match->entry.category)
    {
    case DP_RANK_LED:
      return !has_rank_in_clause (self, match->first);
    case DP_RANK_BOTTOM:
      return TRUE;
    case DP_RANK_LAST:
    case DP_RANK_BEST:
    case DP_RANK_WORST:
      if (after (self, match->last, DP_RANK_NOT_PLACE, 0) != NULL)
        return FALSE;
      if (after (self, match->last, DP_RANK_INDEX, 1) != NULL && at (self, match->last + 1, DP_RANK_INDEX) == NULL)
        return TRUE;
      return before (self, match->first, DP_RANK_VERB, 3) != NULL || before (self, match->first, DP_RANK_COPULA, 2) != NULL ||
             after (self, match->last, DP_RANK_PLACE, 0) != NULL || before (self, match->first, DP_RANK_PLACE, 0) != NULL ||
             at (self, match->last + 1, DP_RANK_WORLD) != NULL;
    default:
      return FALSE;
    }
}

/* "Free" within "Not Free" */
static gboolean
is_within (const Finder *self,
           const DpRankMatch *match)
{
  for (guint i = 0; i < self->sentence->matches->len; i++)
    {
      const DpRankMatch *other = &g_array_index (self->sentence->matches, DpRankMatch, i);

      if (other != match && other->entry.category == match->entry.category && other->first <= match->first && other->last >= match->last)
        return TRUE;
    }

  return FALSE;
}

static void
take_ends (Finder *self)
{
  for (guint i = 0; i < self->sentence->matches->len; i++)
    {
      const DpRankMatch *match = &g_array_index (self->sentence->matches, DpRankMatch, i);
      DpRankValue value = { .kind = DP_RANK_VALUE_RANK, .first = match->first, .last = match->last };

      if (match->entry.category == DP_RANK_STATUS)
        {
          if (is_within (self, match))
            continue;
          value.kind = DP_RANK_VALUE_STATUS;
          value.number = (guint) match->entry.value;
          take (self, value);
          continue;
        }
      if (!states_end (self, match))
        continue;

      value.number = match->entry.category == DP_RANK_LED ? 1 : 0;
      value.from_bottom = match->entry.category == DP_RANK_BOTTOM ? (guint) match->entry.value : match->entry.category == DP_RANK_LAST;
      value.is_best = match->entry.category == DP_RANK_BEST;
      value.is_worst = match->entry.category == DP_RANK_WORST;
      take (self, value);
    }
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const DpRankValue *first = a;
  const DpRankValue *second = b;

  return first->first < second->first ? -1 : first->first > second->first;
}

GArray *
dp_rank_values_find (const DpRankSentence *sentence)
{
  Finder self = { sentence, g_array_new (FALSE, FALSE, sizeof (DpRankValue)) };
  guint behind = 0;

  take_moves (&self);
  for (guint i = 0; i < sentence->numbers->len; i++)
    {
      const DpRankNumber *number = &g_array_index (sentence->numbers, DpRankNumber, i);

      if (number->first >= behind)
        behind = take_number (&self, number) + 1;
    }
  take_rest (&self);
  take_ends (&self);
  g_array_sort (self.values, compare_values);

  return self.values;
}
