/* dp-rank-sentence.c: a sentence with all that the word lists know of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/dp-rank-sentence.h"

#include <string.h>

#define BIT(category) (G_GUINT64_CONSTANT (1) << (category))
#define NAMES (BIT (DP_RANK_INDEX) | BIT (DP_RANK_PUBLISHER) | BIT (DP_RANK_COUNTRY) | BIT (DP_RANK_PEOPLE))

G_STATIC_ASSERT (DP_RANK_N_CATEGORIES <= 64);

void
dp_rank_sentence_init (DpRankSentence *self,
                       DpRankLexicon *lexicon)
{
  self->lexicon = lexicon;
  dp_rank_tokens_init (&self->tokens);
  self->matches = g_array_new (FALSE, FALSE, sizeof (DpRankMatch));
  self->starts = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->clauses = g_array_new (FALSE, TRUE, sizeof (guint));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (DpRankNumber));
  self->known = g_array_new (FALSE, TRUE, sizeof (guint8));
}

void
dp_rank_sentence_clear (DpRankSentence *self)
{
  g_array_unref (self->known);
  g_array_unref (self->numbers);
  g_array_unref (self->clauses);
  g_array_unref (self->starts);
  g_array_unref (self->matches);
  dp_rank_tokens_clear (&self->tokens);
}

guint
dp_rank_sentence_get_n_tokens (const DpRankSentence *self)
{
  return self->tokens.tokens->len;
}

const DpRankToken *
dp_rank_sentence_get_token (const DpRankSentence *self,
                            guint i)
{
  return dp_rank_tokens_get (&self->tokens, i);
}

guint
dp_rank_sentence_get_clause (const DpRankSentence *self,
                             guint i)
{
  return g_array_index (self->clauses, guint, i);
}

gboolean
dp_rank_sentence_is_sign (const DpRankSentence *self,
                          guint i,
                          gunichar sign)
{
  return i < self->tokens.tokens->len && dp_rank_tokens_get (&self->tokens, i)->kind == DP_RANK_SIGN && dp_rank_tokens_get (&self->tokens, i)->sign == sign;
}

/* Which language. */

static guint
count_letters (const char *letters,
               const char *text,
               gsize length)
{
  guint n = 0;

  if (*letters == '\0')
    return 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      if ((guchar) *at >= 0x80)
        n += g_utf8_strchr (letters, -1, g_unichar_tolower (g_utf8_get_char (at))) != NULL;
    }

  return n;
}

static gboolean
find_language (const DpRankSentence *self,
               const char *code,
               guint *language)
{
  gsize length = code != NULL ? strcspn (code, "-_") : 0;

  for (guint i = 0; length > 0 && i < dp_rank_lexicon_get_n_languages (self->lexicon); i++)
    {
      const char *other = dp_rank_lexicon_get_language (self->lexicon, i)->code;

      if (strlen (other) == length && g_ascii_strncasecmp (other, code, length) == 0)
        {
          *language = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* A language counts once for each word that it knows, and once more for one of every day. */
static guint
guess_language (const DpRankSentence *self,
                const char *text,
                gsize length)
{
  guint n = dp_rank_lexicon_get_n_languages (self->lexicon);
  g_autofree guint *points = g_new0 (guint, n + 1);
  g_autofree guint *seen = g_new0 (guint, n + 1);
  guint best = 0;

  for (guint i = 0; i < self->matches->len; i++)
    {
      const DpRankMatch *match = &g_array_index (self->matches, DpRankMatch, i);
      guint language = match->entry.language;

      if (language == DP_RANK_ALL_LANGUAGES)
        continue;
      if (match->entry.category == DP_RANK_COMMON)
        points[language] += 2;
      else if (seen[language] != match->first + 1)
        points[language]++;
      seen[language] = match->first + 1;
    }
  for (guint i = 0; i < n; i++)
    {
      points[i] += 2 * count_letters (dp_rank_lexicon_get_language (self->lexicon, i)->letters, text, length);
      if (points[i] > points[best])
        best = i;
    }

  return best;
}

/* What of all that was found is to be kept. */

static gboolean
is_name (const DpRankMatch *match)
{
  return (BIT (match->entry.category) & NAMES) != 0;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const DpRankMatch *first = a;
  const DpRankMatch *second = b;
  guint first_length = first->last - first->first;
  guint second_length = second->last - second->first;

  if (first_length != second_length)
    return first_length > second_length ? -1 : 1;
  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;

  return (int) first->entry.category - (int) second->entry.category;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const DpRankMatch *first = a;
  const DpRankMatch *second = b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;

  return compare_lengths (a, b);
}

static gboolean
overlaps (const DpRankMatch *match,
          const DpRankMatch *other)
{
  return match->first <= other->last && other->first <= match->last;
}

static gboolean
is_same_span (const DpRankMatch *match,
              const DpRankMatch *other)
{
  return match->first == other->first && match->last == other->last;
}

/* The longest name wins; names of the same words stay side by side unless they say the same. */
static gboolean
gives_way (const DpRankMatch *match,
           const GArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const DpRankMatch *other = &g_array_index (names, DpRankMatch, i);

      if (!overlaps (match, other))
        continue;
      /* "Report" says what a year means also as part of a name. */
      if (match->entry.category == DP_RANK_REPORT)
        continue;
      if (!is_name (match))
        return other->entry.category != DP_RANK_PEOPLE && match->first >= other->first && match->last <= other->last;
      if (!is_same_span (match, other) || match->entry.value == other->entry.value || match->entry.category != other->entry.category)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_country (const DpRankSentence *self,
             guint language)
{
  for (guint i = 0; i < self->matches->len; i++)
    {
      const DpRankMatch *match = &g_array_index (self->matches, DpRankMatch, i);

      if ((match->entry.category == DP_RANK_COUNTRY || match->entry.category == DP_RANK_PEOPLE) && match->entry.language == language)
        return TRUE;
    }

  return FALSE;
}

static void
keep_matches (DpRankSentence *self)
{
  g_autoptr (GArray) all = g_steal_pointer (&self->matches);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (DpRankMatch));
  gboolean has_own;
  guint english = self->language;

  self->matches = all;
  has_own = has_country (self, self->language);
  self->matches = g_array_new (FALSE, FALSE, sizeof (DpRankMatch));
  if (!has_own)
    find_language (self, "en", &english);

  g_array_sort (all, compare_lengths);
  for (guint i = 0; i < all->len; i++)
    {
      const DpRankMatch *match = &g_array_index (all, DpRankMatch, i);
      guint language = match->entry.language;
      gboolean is_place = match->entry.category == DP_RANK_COUNTRY || match->entry.category == DP_RANK_PEOPLE;

      if (!is_name (match) || (language != DP_RANK_ALL_LANGUAGES && language != self->language && !(is_place && language == english)))
        continue;
      if (!gives_way (match, names))
        g_array_append_val (names, *match);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const DpRankMatch *match = &g_array_index (all, DpRankMatch, i);

      if (!is_name (match) && match->entry.language == self->language && !gives_way (match, names))
        g_array_append_val (self->matches, *match);
    }
  g_array_append_vals (self->matches, names->data, names->len);
  g_array_sort (self->matches, compare_places);
}

static gboolean
is_divider (const DpRankToken *token)
{
  return token->kind == DP_RANK_SIGN && token->sign != '.' && token->sign != '/' && token->sign != '-' && token->sign != '%' && token->sign != '#' && token->sign != 0x2116;
}

static void
count_clauses (DpRankSentence *self)
{
  guint n = self->tokens.tokens->len;
  guint clause = 0;

  g_array_set_size (self->clauses, n);
  for (guint i = 0; i < n; i++)
    {
      clause += is_divider (dp_rank_tokens_get (&self->tokens, i));
      g_array_index (self->clauses, guint, i) = clause;
    }
}

static void
mark_known (DpRankSentence *self,
            guint first,
            guint last)
{
  for (guint i = first; i <= last; i++)
    g_array_index (self->known, guint8, i) = TRUE;
}

static void
note_known (DpRankSentence *self)
{
  guint n = self->tokens.tokens->len;

  g_array_set_size (self->known, 0);
  g_array_set_size (self->known, n);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const DpRankMatch *match = &g_array_index (self->matches, DpRankMatch, i);

      /* Half a number in one word is no word. */
      if (match->entry.category != DP_RANK_PART)
        mark_known (self, match->first, match->last);
    }
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const DpRankNumber *number = &g_array_index (self->numbers, DpRankNumber, i);

      mark_known (self, number->first, number->last);
    }
  for (guint i = 0; i < n; i++)
    {
      const DpRankToken *token = dp_rank_tokens_get (&self->tokens, i);

      if (token->kind != DP_RANK_WORD || token->is_apostrophed || token->end - token->start == 1)
        mark_known (self, i, i);
    }
}

void
dp_rank_sentence_read (DpRankSentence *self,
                       const char *text,
                       gsize length,
                       const char *language)
{
  guint n;

  dp_rank_tokens_read (&self->tokens, text, length);
  n = self->tokens.tokens->len;
  g_array_set_size (self->matches, 0);
  dp_rank_lexicon_match (self->lexicon, &self->tokens, self->matches);
  if (!find_language (self, language, &self->language))
    self->language = guess_language (self, text, length);
  keep_matches (self);

  g_array_set_size (self->starts, 0);
  g_array_set_size (self->starts, n);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const DpRankMatch *match = &g_array_index (self->matches, DpRankMatch, i);

      g_array_index (self->starts, guint64, match->first) |= BIT (match->entry.category);
    }
  count_clauses (self);
  self->is_question = FALSE;
  for (guint i = 0; i < n; i++)
    self->is_question |= dp_rank_sentence_is_sign (self, i, '?') || dp_rank_sentence_is_sign (self, i, 0x55e);
  dp_rank_sentence_read_numbers (self);
  note_known (self);
}

gboolean
dp_rank_sentence_is_clear (const DpRankSentence *self,
                           guint first,
                           guint last)
{
  guint first_clause = dp_rank_sentence_get_clause (self, first);
  guint last_clause = dp_rank_sentence_get_clause (self, last);

  for (guint i = 0; i < self->known->len; i++)
    {
      guint clause = dp_rank_sentence_get_clause (self, i);

      if (clause >= first_clause && clause <= last_clause && !g_array_index (self->known, guint8, i))
        return FALSE;
    }

  return TRUE;
}

/* Asking. */

const DpRankMatch *
dp_rank_sentence_at (const DpRankSentence *self,
                     guint i,
                     DpRankCategory category)
{
  if (i >= self->starts->len || (g_array_index (self->starts, guint64, i) & BIT (category)) == 0)
    return NULL;

  for (guint k = 0; k < self->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->matches, DpRankMatch, k);

      if (match->first == i && match->entry.category == category)
        return match;
    }

  return NULL;
}

const DpRankMatch *
dp_rank_sentence_ending_at (const DpRankSentence *self,
                            guint i,
                            DpRankCategory category)
{
  for (guint k = 0; k < self->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->matches, DpRankMatch, k);

      if (match->last == i && match->entry.category == category)
        return match;
    }

  return NULL;
}

const DpRankMatch *
dp_rank_sentence_find (const DpRankSentence *self,
                       DpRankCategory category)
{
  for (guint k = 0; k < self->matches->len; k++)
    {
      const DpRankMatch *match = &g_array_index (self->matches, DpRankMatch, k);

      if (match->entry.category == category)
        return match;
    }

  return NULL;
}

/* Signs and skip words may stand between at no cost; a comma or the like ends the search. */
static gboolean
costs_nothing (const DpRankSentence *self,
               guint i)
{
  const DpRankToken *token = dp_rank_tokens_get (&self->tokens, i);

  if (token->kind == DP_RANK_SIGN)
    return TRUE;

  return dp_rank_sentence_at (self, i, DP_RANK_SKIP) != NULL || dp_rank_sentence_ending_at (self, i, DP_RANK_SKIP) != NULL || token->is_apostrophed;
}

static gboolean
ends_search (const DpRankSentence *self,
             guint i)
{
  const DpRankToken *token = dp_rank_tokens_get (&self->tokens, i);

  /* Another number has words of its own; a year does not come between. */
  if (token->kind == DP_RANK_NUMBER)
    return token->n_digits < 4;

  return dp_rank_sentence_is_sign (self, i, ',') || dp_rank_sentence_is_sign (self, i, ';') || dp_rank_sentence_is_sign (self, i, ')');
}

const DpRankMatch *
dp_rank_sentence_before (const DpRankSentence *self,
                         guint i,
                         DpRankCategory category,
                         guint max_words)
{
  guint n_words = 0;

  while (i-- > 0)
    {
      const DpRankMatch *match = dp_rank_sentence_ending_at (self, i, category);

      if (match != NULL)
        return match;
      if (ends_search (self, i))
        return NULL;
      if (!costs_nothing (self, i) && ++n_words > max_words)
        return NULL;
    }

  return NULL;
}

const DpRankMatch *
dp_rank_sentence_after (const DpRankSentence *self,
                        guint i,
                        DpRankCategory category,
                        guint max_words)
{
  guint n_words = 0;

  while (++i < self->tokens.tokens->len)
    {
      const DpRankMatch *match = dp_rank_sentence_at (self, i, category);

      if (match != NULL)
        return match;
      if (ends_search (self, i) || dp_rank_sentence_is_sign (self, i, '('))
        return NULL;
      if (!costs_nothing (self, i) && ++n_words > max_words)
        return NULL;
    }

  return NULL;
}

const DpRankNumber *
dp_rank_sentence_number_at (const DpRankSentence *self,
                            guint i)
{
  for (guint k = 0; k < self->numbers->len; k++)
    {
      const DpRankNumber *number = &g_array_index (self->numbers, DpRankNumber, k);

      if (number->first <= i && number->last >= i)
        return number;
    }

  return NULL;
}
