/* dp-sentences-word.c: the word before a full stop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-word.h"

#include <string.h>

#define MAX_BYTES 48
/* No word that the rules know is longer. */
#define MAX_LETTERS 32

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2BC;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_joint (gunichar c)
{
  return is_dash (c) || c == '.' || is_apostrophe (c);
}

static gboolean
is_of_word (gunichar c,
            DpCharClass class)
{
  return dp_char_is_letter (class) || class == DP_CHAR_DIGIT || class == DP_CHAR_MARK || is_joint (c) ||
         c == '/' || c == '_' || c == '@' || c == '&' || c == ',' || c == 0xB0 || c == 0x2116 || c == 0xB7;
}

static const char *
find_start (const DpReading *reading,
            const char *stop)
{
  const char *start = stop;

  while (start > reading->sentence && stop - start < MAX_BYTES)
    {
      const char *previous = dp_char_back (start, reading->sentence);
      const char *next;
      gunichar c = dp_char_read (previous, stop, &next);

      if (!is_of_word (c, dp_char_class (reading->classes, c)))
        break;
      start = previous;
    }
  /* A mark that opens a quotation is none of it. */
  while (start < stop && (is_apostrophe ((guint8) *start) || *start == '-' || *start == ',' || *start == '/'))
    start++;
  return start;
}

/* Over "z. " before "B": one or two letters with a stop and a space after them. */
static const char *
find_start_of_spaced (const DpReading *reading,
                      const char *start,
                      const char *stop)
{
  for (guint i = 0; i < 3; i++)
    {
      const char *p = start;
      guint n = 0;

      while (p > reading->sentence && dp_char_class_at (reading->classes, dp_char_back (p, reading->sentence), stop) == DP_CHAR_SPACE && n < 2)
        {
          p = dp_char_back (p, reading->sentence);
          n++;
        }
      if (n == 0 || p == reading->sentence || p[-1] != '.')
        break;
      p--;
      n = 0;
      while (p > reading->sentence && n < 4 && dp_char_is_letter (dp_char_class_at (reading->classes, dp_char_back (p, reading->sentence), stop)))
        {
          p = dp_char_back (p, reading->sentence);
          n++;
        }
      if (n == 0 || n > 2 || (p > reading->sentence && !dp_char_is_white (dp_char_class_at (reading->classes, dp_char_back (p, reading->sentence), stop)) && p[-1] != '('))
        break;
      start = p;
    }
  return start;
}

static void
add_letter (DpStopWord *self,
            gunichar c,
            DpCharClass class)
{
  self->n_letters++;
  self->n_last++;
  if (class == DP_CHAR_UPPER)
    self->n_upper++;
  else if (class == DP_CHAR_LOWER)
    self->n_lower++;
  self->is_roman = self->is_roman && (c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C');
}

/* Whether @start is behind ":" and a digit. */
static gboolean
is_behind_colon (const DpReading *reading,
                 const char *start)
{
  return start - reading->sentence >= 2 && start[-1] == ':' && g_ascii_isdigit (start[-2]);
}

static void
read_characters (DpStopWord *self,
                 const DpReading *reading,
                 const char *start,
                 const char *stop)
{
  gsize n = 0;
  gboolean after_digit = FALSE;

  self->last = self->lower;
  self->is_ratio = is_behind_colon (reading, start);
  self->is_roman = TRUE;
  self->is_plain = TRUE;
  self->n_letters = self->n_upper = self->n_lower = self->n_digits = self->n_inner = self->n_last = 0;
  self->is_dotted = TRUE;
  for (const char *p = start; p < stop && n + 8 < DP_STOP_WORD_SIZE;)
    {
      gunichar c = dp_char_read (p, stop, &p);
      DpCharClass class = dp_char_class (reading->classes, c);

      if (class == DP_CHAR_SPACE)
        continue;
      if (c < 0x80)
        self->lower[n++] = (char) dp_word_lower (c);
      else
        n += (gsize) g_unichar_to_utf8 (is_apostrophe (c) ? '\'' : dp_word_lower (c), self->lower + n);
      self->is_ratio = self->is_ratio || (after_digit && (c == ',' || c == '/' || is_dash (c)));
      after_digit = class == DP_CHAR_DIGIT;
      if (dp_char_is_letter (class))
        add_letter (self, c, class);
      else if (class != DP_CHAR_MARK)
        {
          self->n_digits += class == DP_CHAR_DIGIT;
          self->n_inner += c == '.';
          self->is_plain = FALSE;
          self->is_roman = FALSE;
          self->is_dotted = self->is_dotted && c == '.' && self->n_last == 1;
          self->n_last = 0;
          if (is_joint (c) || c == '/' || c == ',')
            self->last = self->lower + n;
        }
    }
  self->lower[n] = '\0';
  self->is_dotted = self->is_dotted && self->n_last == 1 && self->n_inner > 0;
  self->is_roman = self->is_roman && self->n_letters > 0;
  self->has_case = self->n_upper + self->n_lower > 0;
}

void
dp_stop_word_read (DpStopWord *self,
                   const DpReading *reading,
                   const char *stop)
{
  const char *start = find_start (reading, stop);
  guint n = 0;

  for (const char *p = start; p < stop && n <= 2; n++)
    dp_char_read (p, stop, &p);
  self->start = n > 0 && n <= 2 ? find_start_of_spaced (reading, start, stop) : start;
  self->is_spaced = self->start < start;
  start = self->start;
  self->is_capitalised = start < stop && dp_char_class_at (reading->classes, start, stop) == DP_CHAR_UPPER;
  read_characters (self, reading, start, stop);
}

DpWordKind
dp_stop_word_find (const DpStopWord *self,
                   const DpSentenceRules *rules)
{
  DpWordKind kinds = 0;

  if (self->lower[0] == '\0')
    return 0;
  kinds = dp_sentence_rules_find (rules, dp_word_hash (self->lower), self->is_capitalised);
  if ((kinds & DP_WORD_ABBREVIATION) == 0 && self->last != self->lower && *self->last != '\0' && self->n_last > 1)
    kinds = dp_sentence_rules_find (rules, dp_word_hash (self->last), self->n_upper > 0);
  if (kinds == 0)
    kinds = dp_sentence_rules_find_ending (rules, self->lower);
  return kinds;
}

static gboolean
is_vowel (const DpSentenceRules *rules,
          gunichar c)
{
  if (c >= DP_VOWEL_LIMIT)
    return c >= 0x1EA0 && c <= 0x1EF9;
  for (; rules != NULL; rules = rules->base)
    if ((rules->vowels[c / 8] & 1 << c % 8) != 0)
      return TRUE;
  return FALSE;
}

gboolean
dp_stop_word_is_mute (const DpStopWord *self,
                      const DpSentenceRules *rules)
{
  if (!self->is_plain || !self->has_case || self->n_letters < 2 || self->n_letters > 5 || self->n_upper > 1)
    return FALSE;
  for (const char *p = self->lower; *p != '\0'; p = g_utf8_next_char (p))
    if (is_vowel (rules, g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

gboolean
dp_stop_word_ends_with_vowel (const DpStopWord *self,
                              const DpSentenceRules *rules)
{
  const char *end = self->lower + strlen (self->lower);

  return end > self->lower && is_vowel (rules, g_utf8_get_char (g_utf8_prev_char (end)));
}

DpWordKind
dp_stop_word_find_next (const DpReading *reading,
                        const char *word)
{
  guint64 hash = DP_WORD_HASH_EMPTY;
  guint n_letters = 0;

  while (word < reading->end)
    {
      gunichar c = dp_char_read (word, reading->end, &word);
      DpCharClass class = dp_char_class (reading->classes, c);

      if (!dp_char_is_letter (class) && class != DP_CHAR_MARK)
        {
          /* "A. I. Name": one more initial. */
          if (class == DP_CHAR_DOT && n_letters == 1)
            return 0;
          break;
        }
      if (++n_letters > MAX_LETTERS)
        return 0;
      hash = dp_word_hash_add (hash, dp_word_lower (c));
    }
  return n_letters > 0 ? dp_sentence_rules_find (reading->rules, hash, TRUE) : 0;
}
