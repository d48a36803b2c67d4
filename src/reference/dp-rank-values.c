/* dp-rank-values.c: which numbers and words of a sentence state a rank, a total or a score
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-values-private.h"

#define MAX_RANK 300

gboolean
dp_rank_number_is_year (const DpRankNumber *number)
{
  return !number->is_word && number->n_decimals == 0 && number->whole >= 1900 && number->whole < 2100;
}

static const DpRankMatch *
before (const DpRankFinder *self,
        guint i,
        DpRankCategory category,
        guint max_words)
{
  return dp_rank_sentence_before (self->sentence, i, category, max_words);
}

static const DpRankMatch *
after (const DpRankFinder *self,
       guint i,
       DpRankCategory category,
       guint max_words)
{
  return dp_rank_sentence_after (self->sentence, i, category, max_words);
}

static const DpRankMatch *
at (const DpRankFinder *self,
    guint i,
    DpRankCategory category)
{
  return dp_rank_sentence_at (self->sentence, i, category);
}

static gboolean
is_sign (const DpRankFinder *self,
         guint i,
         gunichar sign)
{
  return dp_rank_sentence_is_sign (self->sentence, i, sign);
}

static const DpRankNumber *
number_at (const DpRankFinder *self,
           guint i)
{
  return i < dp_rank_sentence_get_n_tokens (self->sentence) ? dp_rank_sentence_number_at (self->sentence, i) : NULL;
}

/* "sur 180 pays", "of 180", "/180", "из 180": the number behind a value. */
static const DpRankNumber *
find_total_behind (const DpRankFinder *self,
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
counts_countries (const DpRankFinder *self,
                  const DpRankNumber *number)
{
  return after (self, number->last, DP_RANK_COUNTRIES, 2) != NULL;
}

static gboolean
has_points (const DpRankFinder *self,
            const DpRankNumber *number)
{
  const DpRankMatch *points = after (self, number->last, DP_RANK_POINTS, 1);

  return points != NULL && number_at (self, points->first) == NULL;
}

gboolean
dp_rank_finder_is_other_amount (const DpRankFinder *self,
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
follows_mark (const DpRankFinder *self,
              const DpRankNumber *number)
{
  return before (self, number->first, DP_RANK_MARK, 0) != NULL;
}

/* "Kazakhstan's place in the 2020 index: 94" */
static gboolean
is_announced (const DpRankFinder *self,
              const DpRankNumber *number)
{
  const DpRankMatch *place = dp_rank_sentence_find (self->sentence, DP_RANK_PLACE);

  return number->first > 0 && is_sign (self, number->first - 1, ':') && place != NULL && place->last < number->first &&
         dp_rank_sentence_find (self->sentence, DP_RANK_SCORE) == NULL;
}

static gboolean
touches_place (const DpRankFinder *self,
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
is_verbal (const DpRankFinder *self,
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
counts_other_things (const DpRankFinder *self,
                     const DpRankNumber *number)
{
  guint next = number->last + 1;

  if (at (self, next, DP_RANK_NOT_PLACE) != NULL)
    return TRUE;

  return number_at (self, next) == NULL && !is_sign (self, next, ',') && at (self, next, DP_RANK_PLACE) == NULL && at (self, next, DP_RANK_OF) == NULL &&
         at (self, next, DP_RANK_SKIP) == NULL && at (self, next + 1, DP_RANK_NOT_PLACE) != NULL;
}

static gboolean
states_rank (const DpRankFinder *self,
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

static DpRankMove
find_move (const DpRankFinder *self,
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
take (DpRankFinder *self,
      DpRankValue value)
{
  if (value.doubt == DP_RANK_PLAIN)
    value.doubt = dp_rank_finder_find_doubt (self, &value);
  if (value.kind == DP_RANK_VALUE_RANK)
    value.move = find_move (self, value.first);
  g_array_append_val (self->values, value);
}

/* Gives the last token that the number has part in. */
static guint
take_rank (DpRankFinder *self,
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
take_score (DpRankFinder *self,
            const DpRankNumber *number,
            guint last)
{
  DpRankValue value = { .kind = DP_RANK_VALUE_SCORE, .first = number->first, .last = last, .score = number->value, .n_decimals = number->n_decimals };

  take (self, value);

  return last;
}

static gboolean
states_score (const DpRankFinder *self,
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
is_out_of_scale (const DpRankFinder *self,
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
take_number (DpRankFinder *self,
             const DpRankNumber *number)
{
  const DpRankNumber *total;
  DpRankValue value = { 0 };

  if (dp_rank_number_is_year (number) || dp_rank_finder_is_other_amount (self, number))
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
moves_between (const DpRankFinder *self,
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
take_moves (DpRankFinder *self)
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
is_taken (const DpRankFinder *self,
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
find_rank_before (const DpRankFinder *self,
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
goes_on (const DpRankFinder *self,
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

/* "Estonia's score in the CPI 2024 is 76": what else could it be, when no place is spoken of? */
static gboolean
tells_score (const DpRankFinder *self,
             const DpRankNumber *number)
{
  const DpRankMatch *score = dp_rank_sentence_find (self->sentence, DP_RANK_SCORE);

  return !number->is_ordinal && score != NULL && score->last < number->first && find_rank_before (self, number->first) == NULL &&
         dp_rank_sentence_find (self->sentence, DP_RANK_PLACE) == NULL &&
         dp_rank_sentence_get_clause (self->sentence, score->first) == dp_rank_sentence_get_clause (self->sentence, number->first);
}

static void
take_rest (DpRankFinder *self)
{
  gboolean is_unclear = FALSE;

  for (guint i = 0; i < self->sentence->numbers->len; i++)
    {
      const DpRankNumber *number = &g_array_index (self->sentence->numbers, DpRankNumber, i);

      if (!may_be_rank (number) || number->is_word || is_taken (self, number) || dp_rank_finder_is_other_amount (self, number) ||
          at (self, number->last + 1, DP_RANK_MONTH) != NULL || dp_rank_sentence_ending_at (self->sentence, number->last, DP_RANK_MARK) != NULL)
        continue;
      if (goes_on (self, number))
        take_rank (self, number);
      else if (tells_score (self, number))
        take_score (self, number, number->last);
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
has_rank_near (const DpRankFinder *self,
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
has_rank_in_clause (const DpRankFinder *self,
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
states_end (const DpRankFinder *self,
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
is_within (const DpRankFinder *self,
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
take_ends (DpRankFinder *self)
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
  DpRankFinder self = { sentence, g_array_new (FALSE, FALSE, sizeof (DpRankValue)) };
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

GArray *
dp_rank_changes_find (const DpRankSentence *sentence)
{
  DpRankFinder self = { sentence, NULL };
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (DpRankChange));

  for (guint i = 0; i < sentence->numbers->len; i++)
    {
      const DpRankNumber *number = &g_array_index (sentence->numbers, DpRankNumber, i);
      gboolean has_places = after (&self, number->last, DP_RANK_PLACES, 1) != NULL;
      DpRankChange change = { !has_places && has_points (&self, number), number->value };

      if (!number->is_ordinal && !dp_rank_number_is_year (number) && (has_places || change.is_points) && dp_rank_finder_is_other_amount (&self, number))
        g_array_append_val (changes, change);
    }

  return changes;
}
