/* dp-sentences-decide.c: whether a sentence ends at a stop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-word.h"

#include <string.h>

/* How far UAX 29 is followed in its search for a small letter (its rule SB8). */
#define MAX_SEARCH 24
/* A year is no ordinal. */
#define MAX_ORDINAL 3
/* Shorter ones with a capital may be abbreviations that the rules do not have. */
#define MIN_LETTERS_OF_NAME 6

static DpCharClass
class_at (const DpReading *reading,
          const char *p)
{
  return dp_char_class_at (reading->classes, p, reading->end);
}

/* The class of the character before @p. */
static DpCharClass
class_before (const DpReading *reading,
              const char *p)
{
  return p > reading->sentence ? class_at (reading, dp_char_back (p, reading->sentence)) : DP_CHAR_BREAK;
}

/* A capital that begins a sentence as a word of every day does: "The", "Он". */
static gboolean
begins_commonly (const DpStop *self,
                 const DpReading *reading)
{
  DpWordKind kinds;

  if (self->is_inverted)
    return TRUE;
  kinds = dp_stop_word_find_next (reading, self->letter);
  return (kinds & DP_WORD_COMMON) != 0 && (kinds & DP_WORD_PARTICLE) == 0;
}

/* SB8: whatever comes between, a small letter is the first letter that follows. */
static gboolean
lower_follows (const DpStop *self,
               const DpReading *reading)
{
  const char *p = self->letter;

  for (guint i = 0; i < MAX_SEARCH && p < reading->end; i++)
    {
      DpCharClass class = class_at (reading, p);

      if (class == DP_CHAR_LOWER)
        return TRUE;
      if (class == DP_CHAR_UPPER || class == DP_CHAR_LETTER || class == DP_CHAR_BREAK || dp_char_is_stop (class))
        return FALSE;
      dp_char_read (p, reading->end, &p);
    }
  return FALSE;
}

gboolean
dp_stop_goes_on (const DpReading *reading,
                 const char *next)
{
  for (const DpSentenceRules *rules = reading->rules; rules != NULL; rules = rules->base)
    for (guint i = 0; rules->continuations[i] != NULL; i++)
      {
        gsize length = strlen (rules->continuations[i]);

        if ((gsize) (reading->end - next) >= length && memcmp (next, rules->continuations[i], length) == 0)
          return TRUE;
      }
  return FALSE;
}

/* "1." or "IV." or "b)" with which a sentence begins is not one but the number of one. */
static gboolean
is_number_of_item (const DpStopWord *word,
                   const DpReading *reading)
{
  const char *p = reading->sentence;

  while (p < word->start)
    {
      DpCharClass class = class_at (reading, p);

      if (dp_char_is_letter (class) || class == DP_CHAR_DIGIT || dp_char_is_stop (class))
        return FALSE;
      dp_char_read (p, reading->end, &p);
    }
  if (word->n_letters > 0 && word->n_digits == 0)
    return word->is_plain && (word->n_letters == 1 || (word->is_roman && word->n_letters <= 5));
  return word->n_letters <= 1 && word->n_digits > 0 && word->n_digits <= 6;
}

/* Too little has been said for a sentence to be over: "At 5 a.m." */
static gboolean
is_barely_begun (const DpStopWord *word,
                 const DpReading *reading)
{
  guint n = 0;

  if (word->start - reading->sentence > 24)
    return FALSE;
  for (const char *p = reading->sentence; p < word->start; dp_char_read (p, reading->end, &p))
    n += class_at (reading, p) == DP_CHAR_SPACE;
  return n <= 2;
}

static gboolean
ends_after_number (const DpStop *self,
                   const DpReading *reading,
                   const DpStopWord *word)
{
  const DpSentenceRules *rules = reading->rules;
  gboolean is_short = word->n_digits <= MAX_ORDINAL && word->n_inner == 0 && !word->is_ratio;

  if (rules->ordinal == DP_ORDINAL_NONE || (!is_short && !word->is_roman))
    return TRUE;
  if ((dp_stop_word_find_next (reading, self->letter) & DP_WORD_MONTH) != 0)
    return FALSE;
  if (word->is_roman)
    return !rules->has_roman || begins_commonly (self, reading);
  return rules->ordinal != DP_ORDINAL_NOUN || self->is_opened || word->n_digits > 2 || begins_commonly (self, reading);
}

/* "inc. II" */
static gboolean
is_roman_number (const DpStop *self,
                 const DpReading *reading,
                 guint min_letters)
{
  const char *p = self->letter;

  while (p < reading->end && *p != '\0' && strchr ("IVXLC", *p) != NULL)
    p++;
  if (p < self->letter + min_letters || (p < reading->end && (dp_char_is_letter (class_at (reading, p)) || class_at (reading, p) == DP_CHAR_MARK)))
    return FALSE;
  return (dp_stop_word_find_next (reading, self->letter) & DP_WORD_COMMON) == 0;
}

/* "200 ml.", "5 mm.": after a number a sentence can end, where no noun has a capital. */
static gboolean
is_unit (const DpStopWord *word,
         const DpReading *reading)
{
  const char *p = word->start;

  if (word->n_upper > 0 || word->n_letters < 2 || reading->rules->ordinal == DP_ORDINAL_NOUN || p == reading->sentence || class_before (reading, p) != DP_CHAR_SPACE)
    return FALSE;
  return class_before (reading, dp_char_back (p, reading->sentence)) == DP_CHAR_DIGIT;
}

/* After what the rules know for an abbreviation, before a capital or a letter without case. */
static gboolean
ends_after_abbreviation (DpWordKind kinds,
                         const DpStop *self,
                         const DpReading *reading,
                         const DpStopWord *word)
{
  gboolean is_letter = word->n_letters == 1 && word->n_upper == 1;

  /* "sec. XX", "3 p.m. Monday" */
  if ((kinds & DP_WORD_END) != 0 && word->n_upper == 0 && (is_roman_number (self, reading, 2) || (word->is_dotted && (dp_stop_word_find_next (reading, self->letter) & DP_WORD_MONTH) != 0)))
    return FALSE;
  if ((kinds & DP_WORD_END) != 0 && (kinds & DP_WORD_TITLE) == 0 && !is_letter && self->begins != DP_CHAR_LETTER)
    return !is_barely_begun (word, reading) && *self->next != '(';
  if ((kinds & (DP_WORD_NAME | DP_WORD_END)) != 0 || (is_letter && (kinds & (DP_WORD_TITLE | DP_WORD_NEVER)) == 0))
    return begins_commonly (self, reading) || ((kinds & DP_WORD_TITLE) == 0 && self->begins != DP_CHAR_LETTER && is_unit (word, reading));
  if ((kinds & DP_WORD_NUMBER) != 0 && is_roman_number (self, reading, 1))
    return FALSE;
  if ((kinds & DP_WORD_MONTH) != 0 && word->n_upper == 0)
    return begins_commonly (self, reading);
  return (kinds & (DP_WORD_TITLE | DP_WORD_NEVER)) == 0;
}

/* "J." and "U.S." are names, or parts of them, unless a new sentence is plain to see. */
static gboolean
is_initial (const DpStopWord *word)
{
  return word->is_dotted || (word->n_last == 1 && word->n_digits == 0 && (word->last == word->lower || (word->last[-1] == '.' && word->is_spaced)));
}

static gboolean
ends_before_letter (const DpStop *self,
                    const DpReading *reading)
{
  DpStopWord word;
  DpWordKind kinds;

  dp_stop_word_read (&word, reading, self->run);
  if (word.lower[0] == '\0')
    return TRUE;
  if (is_number_of_item (&word, reading))
    return FALSE;
  if (self->is_quoted)
    return TRUE;
  if (word.n_letters == 0 || (word.is_roman && word.n_letters > 1))
    return ends_after_number (self, reading, &word);
  kinds = dp_stop_word_find (&word, reading->rules);
  if ((kinds & DP_WORD_ABBREVIATION) != 0)
    return ends_after_abbreviation (kinds, self, reading, &word);
  if (self->is_closed)
    return TRUE;
  if (is_initial (&word) || (kinds == 0 && dp_stop_word_is_mute (&word, reading->rules)))
    return is_unit (&word, reading) || begins_commonly (self, reading);
  return TRUE;
}

/* "21. 3. 2014", "21. 3. - 20. 4.": a date in figures. */
static gboolean
is_date_in_figures (const DpStop *self,
                    const DpReading *reading,
                    const DpStopWord *word)
{
  const char *p = self->letter;
  guint n = 0;

  if (reading->rules->ordinal == DP_ORDINAL_NONE || word->n_letters > 0 || word->n_digits == 0 || word->n_digits > 2)
    return FALSE;
  for (; p < reading->end && g_ascii_isdigit (*p); p++)
    n++;
  return n == 4 || (n <= 2 && p < reading->end && *p == '.');
}

/* No abbreviation, as far as one can tell. */
static gboolean
is_long_word (const DpStopWord *word,
              const DpReading *reading,
              guint min_letters)
{
  return !reading->rules->is_strict && word->is_plain && word->has_case && word->n_upper == (word->is_capitalised ? 1 : 0) &&
         word->n_letters >= (word->is_capitalised ? MIN_LETTERS_OF_NAME : min_letters) && (dp_stop_word_find (word, reading->rules) & DP_WORD_ABBREVIATION) == 0 &&
         !dp_stop_word_is_mute (word, reading->rules);
}

static gboolean
is_year (const DpReading *reading,
         const char *p)
{
  guint n = 0;

  while (n < 5 && p + n < reading->end && g_ascii_isdigit (p[n]))
    n++;
  return n == 4;
}

static gboolean
ends_before_digit (const DpStop *self,
                   const DpReading *reading)
{
  DpStopWord word;
  DpWordKind kinds;

  dp_stop_word_read (&word, reading, self->run);
  if (word.lower[0] == '\0')
    return !lower_follows (self, reading);
  if (is_number_of_item (&word, reading) || is_date_in_figures (self, reading, &word))
    return FALSE;
  kinds = dp_stop_word_find (&word, reading->rules);
  if ((kinds & (DP_WORD_ABBREVIATION & ~DP_WORD_END)) != 0 || is_initial (&word) || dp_stop_word_is_mute (&word, reading->rules))
    return FALSE;
  return is_long_word (&word, reading, is_year (reading, self->letter) ? 3 : 4) || !lower_follows (self, reading);
}

static gboolean
is_capitalised_word (const DpReading *reading,
                     const char *p)
{
  const char *next;

  if (class_at (reading, p) != DP_CHAR_UPPER)
    return class_at (reading, p) == DP_CHAR_LETTER;
  dp_char_read (p, reading->end, &next);
  if (class_at (reading, next) == DP_CHAR_SPACE)
    return (dp_stop_word_find_next (reading, p) & DP_WORD_COMMON) != 0;
  return dp_char_is_letter (class_at (reading, next));
}

/* Whether the run of characters around the stop has what only an address has. */
static gboolean
is_in_address (const DpReading *reading,
               const DpStop *self)
{
  const char *p = self->run;

  for (guint i = 0; i < 64 && p > reading->sentence; i++)
    {
      p = dp_char_back (p, reading->sentence);
      if (*p == '/' || *p == '@' || *p == '=' || *p == '\\')
        return TRUE;
      if ((guint8) *p < 0x80 && g_ascii_isspace (*p))
        break;
    }
  p = self->run_end;
  for (guint i = 0; i < 64 && p < reading->end && !dp_char_is_white (class_at (reading, p)); i++)
    {
      if (*p == '@' || *p == '/' || *p == '=' || *p == '\\')
        return TRUE;
      dp_char_read (p, reading->end, &p);
    }
  return FALSE;
}

/* A full stop without a space after it: somebody forgot it, or it is part of something. */
static gboolean
ends_before_word_at_once (const DpStop *self,
                          const DpReading *reading)
{
  DpStopWord word;

  if (self->n_dots != 1 || !is_capitalised_word (reading, self->letter) || is_in_address (reading, self))
    return FALSE;
  dp_stop_word_read (&word, reading, self->run);
  if (word.n_letters == 0)
    return word.n_digits > 2 && word.n_inner == 0;
  if (word.n_upper > 1 || word.n_digits > 0 || word.n_inner > 0 || word.n_letters < 2)
    return FALSE;
  if ((dp_stop_word_find (&word, reading->rules) & DP_WORD_ABBREVIATION) != 0 || dp_stop_word_is_mute (&word, reading->rules))
    return FALSE;
  return word.n_upper == 0 || word.n_letters > 3;
}

static gboolean
ends_without_space (const DpStop *self,
                    const DpReading *reading)
{
  DpCharClass begins = class_at (reading, self->next);

  if ((self->is_quoted || self->is_closed) && dp_stop_goes_on (reading, self->next))
    return FALSE;
  if (self->is_strong && self->is_wide)
    return begins != DP_CHAR_CONTINUE;
  if (begins == DP_CHAR_OPEN || begins == DP_CHAR_QUOTE)
    return dp_char_is_letter (self->begins) && self->begins != DP_CHAR_LOWER && (self->is_strong || ends_before_word_at_once (self, reading));
  if (!dp_char_is_letter (begins) || begins == DP_CHAR_LOWER)
    return FALSE;
  if (self->has_reference)
    return TRUE;
  if (self->is_strong)
    return is_capitalised_word (reading, self->next) && dp_char_is_letter (class_before (reading, self->run)) && !is_in_address (reading, self);
  if (self->is_quoted || self->is_closed)
    return is_capitalised_word (reading, self->next);
  return ends_before_word_at_once (self, reading);
}

/* "." and "?" in brackets of their own: "(!)", "[...]" */
static gboolean
is_bracketed (const DpStop *self,
              const DpReading *reading)
{
  return self->is_closed && class_before (reading, self->run) == DP_CHAR_OPEN;
}

/* "?name", "!x": a sign before a word. */
static gboolean
is_stray (const DpStop *self,
          const DpReading *reading)
{
  DpCharClass after = class_at (reading, self->next);

  return self->next == self->run_end && self->is_strong && !self->is_wide && (dp_char_is_letter (after) || after == DP_CHAR_DIGIT) &&
         self->run > reading->sentence && class_before (reading, self->run) == DP_CHAR_SPACE;
}

/* A stop after which another stop stands, though not at once: "so. ...and then", "so. !" */
static gboolean
ends_before_stop (const DpStop *self,
                  const DpReading *reading)
{
  const char *p = self->next;
  guint n = 0;

  while (p < reading->end && (*p == '.' || class_at (reading, p) == DP_CHAR_ELLIPSIS) && n < 6)
    {
      n += *p == '.' ? 1 : 3;
      dp_char_read (p, reading->end, &p);
    }
  if (n == 0 && (*p == '?' || *p == '!'))
    return class_at (reading, p + 1) == DP_CHAR_UPPER;
  return n >= 3 && dp_char_is_letter (class_at (reading, p));
}

/* A sentence that begins small, after a word that is no abbreviation: it is long, or what comes
 * next is a word of every day. */
static gboolean
ends_carelessly (const DpStop *self,
                 const DpReading *reading)
{
  DpStopWord word;
  gboolean is_careless;

  DpCharClass before = class_before (reading, self->run);

  if (self->n_dots != 1 || self->is_quoted || self->is_closed || self->is_opened || self->is_dashed || reading->rules->is_strict)
    return FALSE;
  if (before == DP_CHAR_CLOSE || before == DP_CHAR_QUOTE)
    return TRUE;
  dp_stop_word_read (&word, reading, self->run);
  if (!is_long_word (&word, reading, 3))
    return FALSE;
  is_careless = class_at (reading, reading->sentence) == DP_CHAR_LOWER;
  if (reading->end - self->next > 8 && (memcmp (self->next, "http", 4) == 0 || memcmp (self->next, "www.", 4) == 0))
    return TRUE;
  if (!word.is_capitalised && (word.n_letters >= 8 || (word.n_letters >= 4 && dp_stop_word_ends_with_vowel (&word, reading->rules))))
    return TRUE;
  return (is_careless || word.n_letters >= 5) && (dp_stop_word_find_next (reading, self->letter) & DP_WORD_COMMON) != 0;
}

/* "Yahoo! said": the sign is part of a name. */
static gboolean
is_brand (const DpStop *self,
          const DpReading *reading)
{
  DpStopWord word;

  dp_stop_word_read (&word, reading, self->run);
  return (dp_stop_word_find (&word, reading->rules) & DP_WORD_BRAND) != 0;
}

static gboolean
ends_before_lower (const DpStop *self,
                   const DpReading *reading)
{
  if (!self->is_strong)
    return ends_carelessly (self, reading);
  if (self->is_quoted || self->is_closed || self->is_dashed)
    return FALSE;
  return !is_brand (self, reading);
}

static gboolean
is_after_abbreviation (const DpStop *self,
                       const DpReading *reading)
{
  DpStopWord word;

  if (self->is_strong || self->n_dots > 1 || self->is_quoted)
    return FALSE;
  dp_stop_word_read (&word, reading, self->run);
  return (dp_stop_word_find (&word, reading->rules) & DP_WORD_ABBREVIATION) != 0 || is_initial (&word) || is_number_of_item (&word, reading);
}

/* "(b) ", "3) " comes next. */
static gboolean
begins_item (const DpStop *self,
             const DpReading *reading)
{
  const char *p = self->next;
  guint n = 0;

  p += *p == '(';
  for (; p < reading->end && n < 4 && g_ascii_isalnum (*p); p++)
    n++;
  return n > 0 && n <= (g_ascii_isdigit (p[-1]) ? 3 : 1) && p + 1 < reading->end && *p == ')' && p[1] == ' ';
}

/* "#tag", "@name" and the like, after what is no abbreviation. */
static gboolean
begins_address (const DpStop *self,
                const DpReading *reading)
{
  DpStopWord word;

  if (strchr ("#@<", *self->next) == NULL || *self->next == '\0')
    return FALSE;
  dp_stop_word_read (&word, reading, self->run);
  return is_long_word (&word, reading, 4);
}

static gboolean
is_single_character (const DpReading *reading,
                     const char *p)
{
  const char *next;

  dp_char_read (p, reading->end, &next);
  return class_at (reading, next) == DP_CHAR_SPACE;
}

static gboolean
ends_after_full_stop (const DpStop *self,
                      const DpReading *reading)
{
  if (self->begins == DP_CHAR_DIGIT)
    return ends_before_digit (self, reading);
  if (dp_char_is_letter (self->begins))
    return ends_before_letter (self, reading);
  return begins_address (self, reading) || !lower_follows (self, reading);
}

gboolean
dp_stop_asks_for_more (const DpStop *self,
                       const DpReading *reading)
{
  DpStopWord word;

  if (self->is_strong || self->n_dots > 1 || self->is_quoted || self->is_closed || self->begins != DP_CHAR_UPPER)
    return self->begins == DP_CHAR_LOWER && !self->is_strong && (dp_stop_word_find_next (reading, self->letter) & DP_WORD_MONTH) != 0;
  dp_stop_word_read (&word, reading, self->run);
  if (word.n_letters == 0)
    return (dp_stop_word_find_next (reading, self->letter) & DP_WORD_MONTH) != 0;
  if ((dp_stop_word_find (&word, reading->rules) & (DP_WORD_TITLE | DP_WORD_NEVER)) != 0)
    return TRUE;
  return is_initial (&word) && !is_number_of_item (&word, reading);
}

gboolean
dp_stop_ends_sentence (const DpStop *self,
                       const DpReading *reading)
{
  DpCharClass begins = class_at (reading, self->next);
  gunichar c;
  const char *after;

  if (self->next >= reading->end || self->n_breaks > 1)
    return TRUE;
  if (is_bracketed (self, reading) || is_stray (self, reading))
    return FALSE;
  if (self->next == self->closed)
    return ends_without_space (self, reading);
  if (begins == DP_CHAR_CONTINUE || (begins == DP_CHAR_CLOSE && !self->is_strong))
    return FALSE;
  if (dp_char_is_stop (begins))
    return ends_before_stop (self, reading);
  if ((self->is_quoted || self->is_closed) && dp_stop_goes_on (reading, self->next))
    return FALSE;
  c = dp_char_read (self->next, reading->end, &after);
  if (c == 0x2116)
    return FALSE;
  if (begins_item (self, reading) && !is_after_abbreviation (self, reading))
    return TRUE;
  if (self->begins == DP_CHAR_LOWER)
    return ends_before_lower (self, reading);
  if (self->is_spaced && self->n_dots <= 3)
    return self->run > reading->sentence && begins_commonly (self, reading) && !is_single_character (reading, self->letter);
  if (self->is_strong || self->n_dots > 1)
    return TRUE;
  return ends_after_full_stop (self, reading);
}
