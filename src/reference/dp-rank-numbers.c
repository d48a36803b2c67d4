/* dp-rank-numbers.c: numbers in digits and in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-sentence.h"

#include <string.h>

#define MAX_JOINED 48

/* A number in words grows from the left: hundreds, tens, units. */
typedef struct
{
  guint value;
  guint limit; /* what comes next must be smaller */
  gboolean is_ordinal;
  guint last;
} Words;

static guint
get_limit (guint value)
{
  if (value >= 100)
    return 100;
  if (value == 60 || value == 80) /* soixante-dix, quatre-vingt-dix */
    return 20;

  return value >= 20 && value % 10 == 0 ? 10 : 0;
}

static gboolean
take_word (Words *words,
           const DpRankMatch *match,
           gboolean is_ordinal)
{
  guint value = (guint) match->entry.value;

  if (words->is_ordinal && !is_ordinal)
    return FALSE;
  if (value == 100 && words->value >= 1 && words->value <= 9)
    {
      words->value *= 100;
      words->limit = 100;
    }
  else if (words->value == 0 || value < words->limit)
    {
      words->value += value;
      words->limit = get_limit (value);
    }
  else
    return FALSE;

  words->is_ordinal = is_ordinal;
  words->last = match->last;

  return TRUE;
}

static gboolean
take_at (const DpRankSentence *self,
         Words *words,
         guint i)
{
  const DpRankMatch *ordinal = dp_rank_sentence_at (self, i, DP_RANK_ORDINAL);
  const DpRankMatch *cardinal = dp_rank_sentence_at (self, i, DP_RANK_CARDINAL);

  if (ordinal != NULL && (cardinal == NULL || ordinal->last >= cardinal->last))
    return take_word (words, ordinal, TRUE);

  return cardinal != NULL && take_word (words, cardinal, FALSE);
}

static gboolean
read_words (const DpRankSentence *self,
            guint i,
            DpRankNumber *number)
{
  Words words = { 0, 0, FALSE, i };

  if (!take_at (self, &words, i))
    return FALSE;
  while (TRUE)
    {
      const DpRankMatch *joiner = dp_rank_sentence_at (self, words.last + 1, DP_RANK_JOINER);

      if (take_at (self, &words, words.last + 1))
        continue;
      if (joiner == NULL || words.is_ordinal || !take_at (self, &words, joiner->last + 1))
        break;
    }

  number->first = i;
  number->last = words.last;
  number->whole = words.value;
  number->value = words.value;
  number->n_decimals = 0;
  number->is_ordinal = words.is_ordinal;
  number->is_word = TRUE;

  return TRUE;
}

/* Numbers written in one word. */

typedef struct
{
  guint total;
  guint current;
  guint n_parts;
  gboolean is_ordinal;
} Joined;

static gboolean
read_joined (const DpRankSentence *self,
             const char *word,
             Joined so_far,
             Joined *result)
{
  char part[MAX_JOINED + 1];
  gsize length = strlen (word);

  if (length == 0)
    {
      *result = so_far;
      result->total += result->current;
      return result->n_parts > 1;
    }

  for (const char *end = word + length; end > word; end = g_utf8_prev_char (end))
    {
      static const DpRankCategory categories[] = { DP_RANK_ORDINAL, DP_RANK_CARDINAL, DP_RANK_PART, DP_RANK_JOINER };

      memcpy (part, word, (gsize) (end - word));
      part[end - word] = '\0';
      for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
        {
          const DpRankEntry *entry = dp_rank_lexicon_find (self->lexicon, part, categories[i], self->language);
          Joined next = so_far;

          if (entry == NULL || (categories[i] == DP_RANK_ORDINAL && *end != '\0'))
            continue;
          next.n_parts++;
          next.is_ordinal = categories[i] == DP_RANK_ORDINAL || (categories[i] == DP_RANK_PART && entry->value == 0);
          if (entry->value == 100)
            {
              next.total += 100 * MAX (next.current, 1);
              next.current = 0;
            }
          else if (categories[i] != DP_RANK_JOINER)
            next.current += (guint) entry->value;
          if (read_joined (self, end, next, result))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_joined_word (const DpRankSentence *self,
                  guint i,
                  DpRankNumber *number)
{
  const DpRankToken *token = dp_rank_sentence_get_token (self, i);
  Joined joined = { 0 };

  if (token->kind != DP_RANK_WORD || token->length > MAX_JOINED || token->length < 5)
    return FALSE;
  if (!read_joined (self, self->tokens.text->str + token->text, joined, &joined) || joined.total == 0 || joined.total > 999)
    return FALSE;

  number->first = number->last = i;
  number->whole = joined.total;
  number->value = joined.total;
  number->n_decimals = 0;
  number->is_ordinal = joined.is_ordinal;
  number->is_word = TRUE;

  return TRUE;
}

/* Numbers in digits. */

static gboolean
ends_in_ordinal_dot (const DpRankSentence *self,
                     guint i)
{
  const DpRankToken *next;

  if (!dp_rank_lexicon_get_language (self->lexicon, self->language)->has_dot || !dp_rank_sentence_is_sign (self, i + 1, '.') || i + 2 >= dp_rank_sentence_get_n_tokens (self))
    return FALSE;
  next = dp_rank_sentence_get_token (self, i + 2);

  return next->kind == DP_RANK_WORD && !next->is_glued && (!next->is_capital || dp_rank_sentence_at (self, i + 2, DP_RANK_PLACE) != NULL);
}

static void
read_digits (const DpRankSentence *self,
             guint i,
             DpRankNumber *number)
{
  const DpRankToken *token = dp_rank_sentence_get_token (self, i);
  const DpRankMatch *suffix = dp_rank_sentence_at (self, i + 1, DP_RANK_ORDINAL_SUFFIX);

  number->first = number->last = i;
  number->whole = token->whole;
  number->n_decimals = token->n_decimals;
  number->value = token->value;
  number->is_ordinal = token->is_ordinal;
  number->is_word = FALSE;
  if (token->n_decimals > 0)
    return;

  if (suffix != NULL && dp_rank_sentence_get_token (self, i + 1)->is_glued)
    {
      number->last = suffix->last;
      number->is_ordinal = TRUE;
    }
  else if (ends_in_ordinal_dot (self, i))
    {
      number->last = i + 1;
      number->is_ordinal = TRUE;
    }
}

static gboolean
is_in_name (const DpRankSentence *self,
            guint i)
{
  for (guint k = 0; k < self->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->matches, DpRankMatch, k);

      if (match->first <= i && match->last >= i && (match->entry.category == DP_RANK_INDEX || match->entry.category == DP_RANK_PUBLISHER || match->entry.category == DP_RANK_COUNTRY))
        return TRUE;
    }

  return FALSE;
}

/* The "24" of "2023/24" and the "2012" of "2011-2012" */
static gboolean
is_second_year (const DpRankSentence *self,
                guint i)
{
  const DpRankToken *year = i >= 2 ? dp_rank_sentence_get_token (self, i - 2) : NULL;
  const DpRankToken *token = dp_rank_sentence_get_token (self, i);

  if (year == NULL || year->kind != DP_RANK_NUMBER || year->n_digits != 4 || token->n_decimals > 0)
    return FALSE;
  if (!dp_rank_sentence_is_sign (self, i - 1, '-') && !dp_rank_sentence_is_sign (self, i - 1, '/'))
    return FALSE;

  return token->n_digits == 2 ? token->whole == (year->whole + 1) % 100 : token->n_digits == 4 && token->whole == year->whole + 1;
}

void
dp_rank_sentence_read_numbers (DpRankSentence *self)
{
  gboolean is_joined = dp_rank_lexicon_get_n_languages (self->lexicon) > 0 && dp_rank_lexicon_get_language (self->lexicon, self->language)->is_joined;

  g_array_set_size (self->numbers, 0);
  if (dp_rank_lexicon_get_n_languages (self->lexicon) == 0)
    return;

  for (guint i = 0; i < dp_rank_sentence_get_n_tokens (self); i++)
    {
      const DpRankToken *token = dp_rank_sentence_get_token (self, i);
      DpRankNumber number;

      if (token->kind == DP_RANK_SIGN || is_in_name (self, i))
        continue;
      if (token->kind == DP_RANK_NUMBER && is_second_year (self, i))
        continue;
      if (token->kind == DP_RANK_NUMBER)
        read_digits (self, i, &number);
      else if (!read_words (self, i, &number) && !(is_joined && read_joined_word (self, i, &number)))
        continue;
      g_array_append_val (self->numbers, number);
      i = number.last;
    }
}
