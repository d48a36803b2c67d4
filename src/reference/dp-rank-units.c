/* dp-rank-units.c: which country, index and edition the values of a sentence belong to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-units.h"

#include "reference/dp-rank-mentions.h"

#define MAX_UNITS 16

typedef struct
{
  const DpRankSentence *sentence;
  GArray *values;
  GArray *years;
  DpRankMentions indices;
  DpRankMentions countries;
  DpRankMentions year_mentions;
  GPtrArray *units;
} Join;

static void
unit_free (DpRankUnit *unit)
{
  g_array_unref (unit->indices);
  g_array_unref (unit->years);
  g_array_unref (unit->countries);
  g_free (unit);
}

static DpRankUnit *
add_unit (Join *self,
          const DpRankValue *value)
{
  DpRankUnit *unit;

  if (self->units->len == MAX_UNITS)
    return NULL;

  unit = g_new0 (DpRankUnit, 1);
  unit->first = value->first;
  unit->last = value->last;
  unit->doubt = value->doubt;
  unit->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  unit->years = g_array_new (FALSE, FALSE, sizeof (DpRankYear));
  unit->countries = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->units, unit);

  return unit;
}

static void
widen (DpRankUnit *unit,
       const DpRankValue *value)
{
  unit->first = MIN (unit->first, value->first);
  unit->last = MAX (unit->last, value->last);
  unit->doubt = MAX (unit->doubt, value->doubt);
}

/* Values to units. */

static guint
get_gap (const DpRankUnit *unit,
         const DpRankValue *value)
{
  if (value->first > unit->last)
    return value->first - unit->last;

  return unit->first > value->last ? unit->first - value->last : 0;
}

static gboolean
has_mention_between (const DpRankMentions *mentions,
                     guint first,
                     guint last)
{
  for (guint i = 0; i < mentions->n; i++)
    {
      if (mentions->list[i].first > first && mentions->list[i].last < last && mentions->n > 1)
        return TRUE;
    }

  return FALSE;
}

/* Whether rank and score can be said of the same: no other country, index or year comes between. */
static gboolean
goes_with (const Join *self,
           const DpRankUnit *unit,
           const DpRankValue *value)
{
  guint first = MIN (unit->last, value->last);
  guint last = MAX (unit->first, value->first);

  return !has_mention_between (&self->countries, first, last) && !has_mention_between (&self->indices, first, last) &&
         !has_mention_between (&self->year_mentions, first, last);
}

static DpRankUnit *
find_unit (const Join *self,
           const DpRankValue *value)
{
  DpRankUnit *best = NULL;

  for (guint i = 0; i < self->units->len; i++)
    {
      DpRankUnit *unit = self->units->pdata[i];

      if ((value->kind == DP_RANK_VALUE_SCORE && unit->has_score) || (value->kind == DP_RANK_VALUE_TOTAL && unit->total != 0))
        continue;
      if (value->kind == DP_RANK_VALUE_SCORE && !goes_with (self, unit, value))
        continue;
      if (best == NULL || get_gap (unit, value) < get_gap (best, value))
        best = unit;
    }

  return best;
}

static gboolean
is_said_before (const Join *self,
                const DpRankValue *value)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      const DpRankUnit *unit = self->units->pdata[i];

      if (unit->has_rank && unit->rank.number == value->number && unit->rank.from_bottom == value->from_bottom &&
          unit->rank.is_best == value->is_best && unit->rank.is_worst == value->is_worst &&
          self->countries.n <= 1 && self->indices.n <= 1 && self->year_mentions.n <= 1)
        return TRUE;
    }

  return FALSE;
}

static void
take_value (Join *self,
            const DpRankValue *value,
            DpRankValueKind kind)
{
  DpRankUnit *unit;

  if (value->kind != kind || (kind == DP_RANK_VALUE_RANK && is_said_before (self, value)))
    return;

  unit = kind == DP_RANK_VALUE_RANK ? NULL : find_unit (self, value);
  if (unit == NULL && kind == DP_RANK_VALUE_TOTAL)
    return;
  if (unit == NULL)
    unit = add_unit (self, value);
  if (unit == NULL)
    return;
  /* A total may stand far from its rank: it does not stretch the claim. */
  if (kind != DP_RANK_VALUE_TOTAL)
    widen (unit, value);

  switch (kind)
    {
    case DP_RANK_VALUE_RANK:
      unit->has_rank = TRUE;
      unit->rank = *value;
      unit->total = value->total;
      break;
    case DP_RANK_VALUE_SCORE:
      unit->has_score = TRUE;
      unit->score = *value;
      break;
    case DP_RANK_VALUE_TOTAL:
      unit->total = value->number;
      break;
    case DP_RANK_VALUE_STATUS:
      unit->status = value->number;
      break;
    }
}

static void
take_values (Join *self)
{
  static const DpRankValueKind order[] = { DP_RANK_VALUE_RANK, DP_RANK_VALUE_SCORE, DP_RANK_VALUE_TOTAL };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      for (guint k = 0; k < self->values->len; k++)
        take_value (self, &g_array_index (self->values, DpRankValue, k), order[i]);
    }
}

/* A status is Freedom House's: "free" says nothing where it is not named. */
static gboolean
has_statuses (const Join *self)
{
  for (guint i = 0; i < self->indices.n; i++)
    {
      if (!dp_rank_lexicon_get_kind (self->sentence->lexicon, self->indices.list[i].key)->has_ranks)
        return TRUE;
    }

  return FALSE;
}

/* Mentions to units. */

static void
copy_keys (const DpRankMentions *mentions,
           guint32 mask,
           GArray *keys)
{
  for (guint i = 0; i < mentions->n; i++)
    {
      gboolean is_there = FALSE;

      if ((mask & (1u << i)) == 0)
        continue;
      for (guint k = 0; k < keys->len; k++)
        is_there |= g_array_index (keys, guint, k) == mentions->list[i].key;
      if (!is_there)
        g_array_append_val (keys, mentions->list[i].key);
    }
}

static int
compare_units (gconstpointer a,
               gconstpointer b)
{
  const DpRankUnit *first = *(DpRankUnit *const *) a;
  const DpRankUnit *second = *(DpRankUnit *const *) b;

  return first->first < second->first ? -1 : first->first > second->first;
}

static DpRankUnit *
copy_unit (Join *self,
           const DpRankUnit *unit)
{
  DpRankValue value = { .first = unit->first, .last = unit->last, .doubt = unit->doubt };
  DpRankUnit *copy = add_unit (self, &value);

  if (copy == NULL)
    return NULL;
  copy->has_rank = unit->has_rank;
  copy->has_score = unit->has_score;
  copy->rank = unit->rank;
  copy->score = unit->score;
  copy->total = unit->total;
  copy->status = unit->status;

  return copy;
}

static gboolean
is_joined_list (const DpRankMentions *mentions)
{
  for (guint i = 1; i < mentions->n; i++)
    {
      if (!mentions->list[i].is_with_other)
        return FALSE;
    }

  return mentions->n > 1;
}

/* "Kazakhstan and Russia share 94th place": a claim for each. */
static void
spread_countries (Join *self)
{
  DpRankUnit *unit = self->units->pdata[0];

  if (self->units->len != 1 || !is_joined_list (&self->countries) || self->countries.list[0].is_compared)
    return;
  for (guint i = 1; i < self->countries.n; i++)
    copy_unit (self, unit);
}

/* "from 103rd to 114th in 2025": the year is that of the place reached. */
static void
settle_moves (Join *self)
{
  guint n_to = 0, n_from = 0;

  for (guint i = 0; i < self->units->len; i++)
    {
      const DpRankUnit *unit = self->units->pdata[i];

      n_to += unit->has_rank && unit->rank.move == DP_RANK_TO_THERE;
      n_from += unit->has_rank && unit->rank.move == DP_RANK_FROM_THERE;
    }
  if (self->years->len == 2 && self->units->len == 2 && n_from == 1)
    {
      DpRankUnit *first = self->units->pdata[0];
      DpRankUnit *second = self->units->pdata[1];
      guint first_year = self->year_mentions.list[0].first;
      guint second_year = self->year_mentions.list[1].first;
      gboolean are_together = (first_year < first->first) == (second_year < first->first) && (first_year < second->first) == (second_year < second->first);

      /* "rose to 75th from 54th between 2020 and 2021": the place left is that of the earlier year. */
      if (are_together && (first->rank.move == DP_RANK_FROM_THERE) != (g_array_index (first->years, DpRankYear, 0).year < g_array_index (second->years, DpRankYear, 0).year))
        {
          GArray *years = first->years;

          first->years = second->years;
          second->years = years;
        }
      return;
    }
  if (self->years->len != 1 || self->units->len < 2 || (n_from == 0 && n_to == 0))
    return;
  for (guint i = 0; i < self->units->len; i++)
    {
      DpRankUnit *unit = self->units->pdata[i];

      if (unit->rank.move == DP_RANK_FROM_THERE || (n_from == 0 && unit->rank.move != DP_RANK_TO_THERE))
        g_array_set_size (unit->years, 0);
    }
}

/* Two different places of one country in one edition: the sentence tells of a change, and not of when. */
static void
settle_same (Join *self)
{
  if (self->years->len != 1 || self->countries.n > 1 || self->indices.n > 1)
    return;

  for (guint i = 1; i < self->units->len; i++)
    {
      const DpRankUnit *first = self->units->pdata[0];
      DpRankUnit *unit = self->units->pdata[i];

      if (first->has_rank && unit->has_rank && first->years->len > 0 && unit->years->len > 0 && first->rank.number != unit->rank.number)
        unit->doubt = ((DpRankUnit *) self->units->pdata[0])->doubt = MAX (unit->doubt, DP_RANK_ABOUT);
    }
}

/* "the year before" is before the year of another unit. */
static void
settle_years (Join *self)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      DpRankYear *year = &g_array_index (self->years, DpRankYear, i);

      for (guint k = 0; year->is_before && year->year == 0 && k < self->years->len; k++)
        {
          const DpRankYear *other = &g_array_index (self->years, DpRankYear, k);

          if (!other->is_before)
            *year = (DpRankYear){ .first = year->first, .last = year->last, .year = other->year, .second = other->second, .is_release = other->is_release, .is_report = other->is_report, .is_before = TRUE };
        }
    }
}

static gboolean
is_unknown_name (const DpRankSentence *sentence,
                 guint i)
{
  const DpRankToken *token = i < dp_rank_sentence_get_n_tokens (sentence) ? dp_rank_sentence_get_token (sentence, i) : NULL;

  return token != NULL && token->kind == DP_RANK_WORD && token->is_capital && g_array_index (sentence->starts, guint64, i) == 0;
}

/* "Kazakhstan's capital", "the city of Almaty in Kazakhstan": it is not the country that is ranked. */
static gboolean
is_other_subject (const Join *self,
                  const DpRankMention *country)
{
  const DpRankSentence *sentence = self->sentence;
  guint next = country->last + 1;

  if (dp_rank_sentence_after (sentence, country->last, DP_RANK_SUBJECT, 1) != NULL || dp_rank_sentence_before (sentence, country->first, DP_RANK_SUBJECT, 1) != NULL)
    return TRUE;

  return next < dp_rank_sentence_get_n_tokens (sentence) && dp_rank_sentence_get_token (sentence, next)->is_apostrophed &&
         is_unknown_name (sentence, next + 1);
}

/* From the values to the names that they go with. */
static void
stretch (const DpRankMentions *mentions,
         guint32 mask,
         guint *first,
         guint *last)
{
  for (guint i = 0; i < mentions->n; i++)
    {
      if ((mask & (1u << i)) == 0)
        continue;
      *first = MIN (*first, mentions->list[i].first);
      *last = MAX (*last, mentions->list[i].last);
    }
}

static void
assign (Join *self)
{
  guint places[2 * MAX_UNITS];
  guint32 indices[MAX_UNITS], years[MAX_UNITS], countries[MAX_UNITS];
  guint n = self->units->len;

  for (guint i = 0; i < n; i++)
    {
      const DpRankUnit *unit = self->units->pdata[i];

      places[2 * i] = unit->first;
      places[2 * i + 1] = unit->last;
    }
  dp_rank_mentions_assign (self->sentence, &self->indices, places, n, indices);
  dp_rank_mentions_assign (self->sentence, &self->countries, places, n, countries);
  dp_rank_mentions_assign (self->sentence, &self->year_mentions, places, n, years);

  for (guint i = 0; i < n; i++)
    {
      DpRankUnit *unit = self->units->pdata[i];
      guint first = unit->first;
      guint last = unit->last;

      stretch (&self->indices, indices[i], &first, &last);
      stretch (&self->countries, countries[i], &first, &last);
      if (!dp_rank_sentence_is_clear (self->sentence, first, last))
        unit->doubt = MAX (unit->doubt, DP_RANK_UNCLEAR);
      copy_keys (&self->indices, indices[i], unit->indices);
      copy_keys (&self->countries, countries[i], unit->countries);
      for (guint k = 0; k < self->year_mentions.n; k++)
        {
          if (years[i] & (1u << k))
            g_array_append_val (unit->years, g_array_index (self->years, DpRankYear, self->year_mentions.list[k].key));
        }
      if (self->years->len == 1 && unit->years->len == 1 && g_array_index (unit->years, DpRankYear, 0).is_since)
        unit->doubt = MAX (unit->doubt, DP_RANK_ABOUT);
      for (guint k = 0; k < self->countries.n; k++)
        {
          if ((countries[i] & (1u << k)) != 0 && is_other_subject (self, &self->countries.list[k]))
            unit->doubt = MAX (unit->doubt, DP_RANK_IN_PART);
        }
    }
}

static void
run (Join *self)
{
  dp_rank_mentions_find_indices (self->sentence, &self->indices);
  if (self->indices.n == 0 && dp_rank_sentence_find (self->sentence, DP_RANK_GENERIC) == NULL)
    return;
  dp_rank_mentions_find_countries (self->sentence, &self->countries);
  dp_rank_mentions_find_years (self->sentence, &self->indices, self->years, &self->year_mentions);
  if (self->indices.n == 0 && self->countries.n == 0)
    return;

  take_values (self);
  for (guint i = 0; has_statuses (self) && i < self->values->len; i++)
    take_value (self, &g_array_index (self->values, DpRankValue, i), DP_RANK_VALUE_STATUS);
  if (self->units->len == 0)
    return;

  spread_countries (self);
  g_ptr_array_sort (self->units, compare_units);
  settle_years (self);
  assign (self);
  settle_moves (self);
  settle_same (self);
}

GPtrArray *
dp_rank_units_find (const DpRankSentence *sentence)
{
  Join self = { .sentence = sentence };

  self.units = g_ptr_array_new_with_free_func ((GDestroyNotify) unit_free);
  self.years = g_array_new (FALSE, FALSE, sizeof (DpRankYear));
  self.values = dp_rank_values_find (sentence);
  if (self.values->len > 0)
    run (&self);
  g_array_unref (self.values);
  g_array_unref (self.years);

  return self.units;
}
