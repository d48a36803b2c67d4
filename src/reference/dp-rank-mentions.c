/* dp-rank-mentions.c: where a sentence names countries, indices and years, and which of them goes with what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-mentions.h"

#include <string.h>

#define NEAR 4

static DpRankMention *
add (DpRankMentions *mentions,
     guint first,
     guint last,
     guint key)
{
  DpRankMention *mention;

  if (mentions->n == DP_RANK_MAX_MENTIONS)
    return NULL;

  mention = &mentions->list[mentions->n++];
  *mention = (DpRankMention){ first, last, key };

  return mention;
}

/* Indices. */

static gboolean
is_part_of (const DpRankSentence *sentence,
            guint publisher,
            guint index)
{
  const DpRankKind *kind = dp_rank_lexicon_get_kind (sentence->lexicon, publisher);
  const char *id = dp_rank_lexicon_get_kind (sentence->lexicon, index)->id;

  return publisher == index || g_ptr_array_find_with_equal_func (kind->parts, id, g_str_equal, NULL);
}

/* A publisher stands for its index only where no other index is named with it. */
static gboolean
is_explained (const DpRankSentence *sentence,
              const DpRankMatch *publisher)
{
  for (guint i = 0; i < sentence->matches->len; i++)
    {
      const DpRankMatch *match = &g_array_index (sentence->matches, DpRankMatch, i);
      guint gap;

      if (match->entry.category != DP_RANK_INDEX)
        continue;
      if (is_part_of (sentence, (guint) publisher->entry.value, (guint) match->entry.value))
        return TRUE;
      gap = match->first > publisher->last ? match->first - publisher->last : publisher->first - match->last;
      if (gap <= NEAR)
        return TRUE;
    }

  return FALSE;
}

/* "The Economist's Global Liveability Index": some other index of the publisher, that no list has. */
static gboolean
names_other_index (const DpRankSentence *sentence,
                   guint i)
{
  gboolean has_unknown = FALSE;

  for (guint n = 0; n < 6 && ++i < dp_rank_sentence_get_n_tokens (sentence); n++)
    {
      if (dp_rank_sentence_at (sentence, i, DP_RANK_GENERIC) != NULL)
        return has_unknown;
      if (dp_rank_sentence_is_sign (sentence, i, ',') || dp_rank_sentence_number_at (sentence, i) != NULL)
        return FALSE;
      has_unknown |= !g_array_index (sentence->known, guint8, i);
    }

  return FALSE;
}

void
dp_rank_mentions_find_indices (const DpRankSentence *sentence,
                               DpRankMentions *mentions)
{
  mentions->n = 0;
  for (guint i = 0; i < sentence->matches->len; i++)
    {
      const DpRankMatch *match = &g_array_index (sentence->matches, DpRankMatch, i);
      guint key = (guint) match->entry.value;

      if (match->entry.category != DP_RANK_INDEX && match->entry.category != DP_RANK_PUBLISHER)
        continue;
      if (match->entry.category == DP_RANK_PUBLISHER && (is_explained (sentence, match) || names_other_index (sentence, match->last)))
        continue;
      if (mentions->n > 0 && mentions->list[mentions->n - 1].key == key)
        mentions->list[mentions->n - 1].last = match->last;
      else
        add (mentions, match->first, match->last, key);
    }
}

/* Countries. */

static gboolean
is_joined (const DpRankSentence *sentence,
           guint last,
           guint first)
{
  guint n_words = 0;
  gboolean has_joiner = FALSE;

  for (guint i = last + 1; i < first; i++)
    {
      gboolean joins = dp_rank_sentence_at (sentence, i, DP_RANK_JOINER) != NULL || dp_rank_sentence_is_sign (sentence, i, ',');

      has_joiner |= joins;
      n_words += !joins && dp_rank_sentence_get_token (sentence, i)->kind == DP_RANK_WORD && dp_rank_sentence_at (sentence, i, DP_RANK_SKIP) == NULL;
      if (dp_rank_sentence_get_token (sentence, i)->kind == DP_RANK_NUMBER)
        return FALSE;
    }

  return has_joiner && n_words == 0;
}

/* "behind Armenia (60th)", "ahead of Russia, 129th": it is compared with, and has a place of its own. */
static gboolean
has_number_behind (const DpRankSentence *sentence,
                   guint i)
{
  i += dp_rank_sentence_is_sign (sentence, i + 1, '(') || dp_rank_sentence_is_sign (sentence, i + 1, ',') ? 2 : 1;

  return i < dp_rank_sentence_get_n_tokens (sentence) && dp_rank_sentence_number_at (sentence, i) != NULL;
}

void
dp_rank_mentions_find_countries (const DpRankSentence *sentence,
                                 DpRankMentions *mentions)
{
  gboolean has_noun = dp_rank_sentence_find (sentence, DP_RANK_COUNTRY) != NULL;

  mentions->n = 0;
  for (guint i = 0; i < sentence->matches->len; i++)
    {
      const DpRankMatch *match = &g_array_index (sentence->matches, DpRankMatch, i);
      DpRankMention *before = mentions->n > 0 ? &mentions->list[mentions->n - 1] : NULL;
      DpRankMention *mention;

      /* "The German branch of ... puts Russia": a people counts where no country is named. */
      if (match->entry.category != DP_RANK_COUNTRY && (has_noun || match->entry.category != DP_RANK_PEOPLE))
        continue;
      if (match->entry.value < 0)
        continue;
      if (before != NULL && before->key == (guint) match->entry.value)
        {
          before->last = match->last;
          continue;
        }
      mention = add (mentions, match->first, match->last, (guint) match->entry.value);
      if (mention == NULL)
        return;
      mention->is_compared = dp_rank_sentence_before (sentence, match->first, DP_RANK_THAN, 1) != NULL && !has_number_behind (sentence, match->last);
      if (before != NULL)
        {
          mention->is_with_other = is_joined (sentence, before->last, match->first);
          mention->is_compared |= mention->is_with_other && before->is_compared && !has_number_behind (sentence, match->last);
        }
    }
}

/* Years. */

static gboolean
is_year_token (const DpRankSentence *sentence,
               guint i,
               guint *year)
{
  const DpRankNumber *number = i < dp_rank_sentence_get_n_tokens (sentence) ? dp_rank_sentence_number_at (sentence, i) : NULL;

  if (number == NULL || number->first != i || !dp_rank_number_is_year (number))
    return FALSE;
  *year = number->whole;

  return TRUE;
}

static void
read_second (const DpRankSentence *sentence,
             DpRankYear *year)
{
  guint i = year->last + 1;
  const DpRankToken *token;

  if (!dp_rank_sentence_is_sign (sentence, i, '-') && !dp_rank_sentence_is_sign (sentence, i, '/'))
    return;
  if (i + 1 >= dp_rank_sentence_get_n_tokens (sentence))
    return;
  token = dp_rank_sentence_get_token (sentence, i + 1);
  if (token->kind != DP_RANK_NUMBER || token->n_decimals > 0)
    return;
  if ((token->n_digits == 4 && token->whole == year->year + 1) || (token->n_digits == 2 && token->whole == (year->year + 1) % 100))
    {
      year->second = year->year + 1;
      year->last = i + 1;
    }
}

static gboolean
is_near_index (const DpRankMentions *indices,
               const DpRankYear *year)
{
  for (guint i = 0; i < indices->n; i++)
    {
      const DpRankMention *index = &indices->list[i];

      if (year->first > index->last && year->first - index->last <= NEAR)
        return TRUE;
      if (index->first > year->last && index->first - year->last <= NEAR)
        return TRUE;
      if (year->first >= index->first && year->last <= index->last)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_released (const DpRankSentence *sentence,
             guint i)
{
  const DpRankMatch *month = i > 0 ? dp_rank_sentence_ending_at (sentence, i - 1, DP_RANK_MONTH) : NULL;

  if (dp_rank_sentence_before (sentence, i, DP_RANK_RELEASED, 3) != NULL)
    return TRUE;

  return month != NULL && month->entry.value <= 3;
}

static void
take_year (const DpRankSentence *sentence,
           const DpRankMentions *indices,
           DpRankYear year,
           GArray *years,
           DpRankMentions *mentions)
{
  DpRankMention *mention = add (mentions, year.first, year.last, years->len);

  if (mention == NULL)
    return;
  year.is_report = dp_rank_sentence_before (sentence, year.first, DP_RANK_REPORT, 4) != NULL || dp_rank_sentence_after (sentence, year.last, DP_RANK_REPORT, 3) != NULL;
  year.is_release = is_released (sentence, year.first);
  year.is_since = year.first > 0 && dp_rank_sentence_ending_at (sentence, year.first - 1, DP_RANK_SINCE) != NULL;
  mention->is_strong = is_near_index (indices, &year) && !year.is_release;
  mention->is_compared = dp_rank_sentence_before (sentence, year.first, DP_RANK_THAN, 1) != NULL;
  mention->is_with_other = mentions->n > 1 && is_joined (sentence, mentions->list[mentions->n - 2].last, year.first);
  g_array_append_val (years, year);
}

void
dp_rank_mentions_find_years (const DpRankSentence *sentence,
                             const DpRankMentions *indices,
                             GArray *years,
                             DpRankMentions *mentions)
{
  mentions->n = 0;
  for (guint i = 0; i < dp_rank_sentence_get_n_tokens (sentence); i++)
    {
      const DpRankMatch *before = dp_rank_sentence_at (sentence, i, DP_RANK_YEAR_BEFORE);
      DpRankYear year = { .first = i, .last = i };

      if (before != NULL)
        {
          year.last = before->last;
          year.is_before = TRUE;
        }
      else if (!is_year_token (sentence, i, &year.year))
        continue;
      else
        read_second (sentence, &year);
      take_year (sentence, indices, year, years, mentions);
      i = year.last;
    }
}

/* Which goes with what. */

static guint
count_keys (const DpRankMentions *mentions,
            const guint *chosen,
            guint n)
{
  guint n_keys = 0;

  for (guint i = 0; i < n; i++)
    {
      guint k = 0;

      while (k < i && mentions->list[chosen[k]].key != mentions->list[chosen[i]].key)
        k++;
      n_keys += k == i;
    }

  return n_keys;
}

static gboolean
is_beside (const DpRankMention *mention,
           const guint *places,
           guint n_units)
{
  for (guint i = 0; i < n_units; i++)
    {
      guint first = places[2 * i], last = places[2 * i + 1];

      if (mention->first > last ? mention->first - last < NEAR : first > mention->last && first - mention->last < NEAR)
        return TRUE;
    }

  return FALSE;
}

/* Leaves aside what stands there only to compare, then what is weaker than the rest, as long as there
 * is more than the units can need. */
static guint
choose (const DpRankMentions *mentions,
        const guint *places,
        guint n_units,
        guint *chosen)
{
  guint n = 0, kept;

  for (guint i = 0; i < mentions->n; i++)
    chosen[n++] = i;

  for (guint pass = 0; pass < 2 && n > n_units; pass++)
    {
      /* "between 2012 and 2020": neither is weaker. */
      if (pass == 1 && mentions->list[chosen[n - 1]].is_with_other)
        break;
      kept = 0;
      for (guint i = 0; i < n; i++)
        {
          const DpRankMention *mention = &mentions->list[chosen[i]];

          kept += pass == 0 ? !mention->is_compared : mention->is_strong || is_beside (mention, places, n_units);
        }
      if (kept == 0)
        continue;
      kept = 0;
      for (guint i = 0; i < n; i++)
        {
          const DpRankMention *mention = &mentions->list[chosen[i]];

          if (pass == 0 ? !mention->is_compared : mention->is_strong || is_beside (mention, places, n_units))
            chosen[kept++] = chosen[i];
        }
      n = kept;
    }

  return n;
}

static guint32
mask_all (const guint *chosen,
          guint n)
{
  guint32 mask = 0;

  for (guint i = 0; i < n; i++)
    mask |= 1u << chosen[i];

  return mask;
}

/* The mentions in the unit's own clause; or else the last one before it; or else the first behind. */
static guint32
find_nearest (const DpRankSentence *sentence,
              const DpRankMentions *mentions,
              const guint *chosen,
              guint n,
              guint first,
              guint last)
{
  guint clause = dp_rank_sentence_get_clause (sentence, first);
  guint32 own = 0;
  guint32 near = 0;
  int before = -1;
  int behind = -1;

  for (guint i = 0; i < n; i++)
    {
      const DpRankMention *mention = &mentions->list[chosen[i]];

      if (dp_rank_sentence_get_clause (sentence, mention->first) == clause)
        {
          guint gap = mention->first > last ? mention->first - last : first > mention->last ? first - mention->last
                                                                                            : 0;

          own |= 1u << chosen[i];
          if (gap <= NEAR)
            near |= 1u << chosen[i];
        }
      if (mention->last < first)
        before = (int) chosen[i];
      else if (behind < 0)
        behind = (int) chosen[i];
    }
  if (near != 0 && (near & (near - 1)) == 0)
    return near;
  if (own != 0)
    return own;

  return before >= 0 ? 1u << before : behind >= 0 ? 1u << behind
                                                  : 0;
}

void
dp_rank_mentions_assign (const DpRankSentence *sentence,
                         const DpRankMentions *mentions,
                         const guint *places,
                         guint n_units,
                         guint32 *masks)
{
  guint chosen[DP_RANK_MAX_MENTIONS];
  guint n = choose (mentions, places, n_units, chosen);
  gboolean is_one = count_keys (mentions, chosen, n) <= 1;

  for (guint i = 0; i < n_units; i++)
    {
      if (n == 0)
        masks[i] = 0;
      else if (is_one)
        masks[i] = 1u << chosen[0];
      else if (n == n_units)
        masks[i] = 1u << chosen[i];
      else if (n > n_units && n_units == 1)
        masks[i] = mask_all (chosen, n);
      else
        masks[i] = find_nearest (sentence, mentions, chosen, n, places[2 * i], places[2 * i + 1]);
    }
}
