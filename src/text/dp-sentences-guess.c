/* dp-sentences-guess.c: which language's rules a paragraph goes by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-sentences-guess.h"

#include "text/dp-sentences-char.h"

#include <string.h>
#include <unicode/uscript.h>

#define MAX_LANGUAGES 64
#define MAX_WORDS 24
/* These will mostly do when there is a language to expect. */
#define FIRST_WORDS 8
/* Fewer say little. */
#define MIN_WORDS 6
#define MAX_BYTES 600
/* A word that so few languages have tells them from the others. */
#define RARE 3
/* How many more words must speak for a language than for the one that is expected. */
#define CLEAR_LEAD 2
/* Letters above are looked at by their script alone. */
#define N_LETTERS 0x700

/* Who knows what: a bit for each language. */
typedef struct
{
  GPtrArray *rules;           /* (element-type DpSentenceRules) */
  DpWordTable *common;        /* words of every day */
  DpWordTable *abbreviations; /* before a full stop */
  guint64 letters[N_LETTERS]; /* letters that not all of their script have */
  guint64 vietnamese;
} Index;

/* The first words of a paragraph. */
typedef struct
{
  const char *at; /* how far it was looked at */
  const char *end;
  const char *starts[MAX_WORDS];
  const char *ends[MAX_WORDS];
  guint n_words;
  guint n_read; /* of these, those whose hash is known */
  guint n_of_script;
  UScriptCode script; /* that most of them are in */
  gboolean has_kana;
  guint64 hashes[MAX_WORDS];
  guint64 letters[MAX_WORDS]; /* languages that write all of its letters that tell something; 0 when none does */
} Sample;

static guint64
get_bit (guint language)
{
  return G_GUINT64_CONSTANT (1) << language;
}

static void
add_voter (Index *index,
           guint language)
{
  const DpSentenceRules *rules = g_ptr_array_index (index->rules, language);

  for (guint i = 0; i < rules->word_list->len; i++)
    {
      guint64 word = g_array_index (rules->word_list, guint64, i);
      guint64 kinds = dp_word_table_get (rules->words, word);

      if (((kinds | kinds >> 16) & (DP_WORD_COMMON | DP_WORD_MONTH)) != 0)
        dp_word_table_add (index->common, word, get_bit (language));
      if (((kinds | kinds >> 16) & DP_WORD_ABBREVIATION) != 0)
        dp_word_table_add (index->abbreviations, word, get_bit (language));
    }
  for (guint i = 0; i < rules->letters->len; i++)
    {
      gunichar letter = g_array_index (rules->letters, gunichar, i);

      if (letter < N_LETTERS)
        index->letters[letter] |= get_bit (language);
    }
  if (g_str_equal (rules->language, "vi"))
    index->vietnamese = get_bit (language);
}

static const Index *
get_index (void)
{
  static Index *index = NULL;

  if (g_once_init_enter (&index))
    {
      Index *built = g_new0 (Index, 1);

      built->rules = dp_sentence_rules_list ();
      built->common = dp_word_table_new ();
      built->abbreviations = dp_word_table_new ();
      for (guint i = 0; i < MIN (built->rules->len, MAX_LANGUAGES); i++)
        add_voter (built, i);
      g_once_init_leave (&index, built);
    }
  return index;
}

static UScriptCode
find_script (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;

  if (c < 0x80)
    return USCRIPT_LATIN;
  return c >= 0x400 && c < 0x500 ? USCRIPT_CYRILLIC : uscript_getScript ((UChar32) c, &status);
}

/* Boyer and Moore's vote for the majority. */
static void
vote_for_script (Sample *sample,
                 UScriptCode script)
{
  if (script == sample->script)
    sample->n_of_script++;
  else if (sample->n_of_script == 0)
    {
      sample->script = script;
      sample->n_of_script = 1;
    }
  else
    sample->n_of_script--;
}

static void
begin_sample (Sample *sample,
              const char *from,
              const char *to)
{
  sample->at = from;
  sample->end = from + MIN (to - from, MAX_BYTES);
  sample->n_words = sample->n_read = sample->n_of_script = 0;
  sample->script = USCRIPT_INVALID_CODE;
  sample->has_kana = FALSE;
}

/* Goes on until there are @max_words. */
static void
take_words (Sample *sample,
            guint max_words)
{
  const guint8 *classes = dp_char_get_classes ();
  gboolean is_word = FALSE;
  const char *p = sample->at;

  while (p < sample->end)
    {
      const char *next;
      gunichar c = dp_char_read (p, sample->end, &next);
      DpCharClass class = dp_char_class (classes, c);

      sample->has_kana = sample->has_kana || (c >= 0x3041 && c <= 0x30FF);
      if (dp_char_is_letter (class) || (class == DP_CHAR_MARK && is_word))
        {
          if (!is_word && sample->n_words == max_words)
            break;
          if (!is_word)
            {
              vote_for_script (sample, find_script (c));
              sample->starts[sample->n_words++] = p;
              is_word = TRUE;
            }
          sample->ends[sample->n_words - 1] = next;
        }
      else
        is_word = FALSE;
      p = next;
    }
  sample->at = p;
}

static void
read_word (const Index *index,
           const char *from,
           const char *to,
           guint64 *hash,
           guint64 *letters)
{
  guint64 languages = ~G_GUINT64_CONSTANT (0);

  *hash = DP_WORD_HASH_EMPTY;
  while (from < to)
    {
      gunichar c = dp_word_lower (dp_char_read (from, to, &from));
      guint64 writers;

      *hash = dp_word_hash_add (*hash, c);
      if (c < 0x80)
        continue;
      writers = c < N_LETTERS ? index->letters[c] : c >= 0x1EA0 && c <= 0x1EF9 ? index->vietnamese
                                                                               : 0;
      if (writers != 0)
        languages &= writers;
    }
  *letters = languages == ~G_GUINT64_CONSTANT (0) ? 0 : languages;
}

static void
read_words (Sample *sample,
            const Index *index)
{
  for (guint i = sample->n_read; i < sample->n_words; i++)
    read_word (index, sample->starts[i], sample->ends[i], &sample->hashes[i], &sample->letters[i]);
  sample->n_read = sample->n_words;
}

static gboolean
is_stopped (const Sample *sample,
            guint word)
{
  return sample->ends[word] < sample->end && *sample->ends[word] == '.';
}

static guint
count_common (const Sample *sample,
              const DpSentenceRules *rules)
{
  guint n = 0;

  for (guint i = 0; i < sample->n_words; i++)
    if ((dp_word_table_get (rules->words, sample->hashes[i]) & DP_WORD_COMMON) != 0)
      n++;
  return n;
}

static gboolean
has_script (const DpSentenceRules *rules,
            UScriptCode script)
{
  const char *name;

  if (script <= USCRIPT_INHERITED || *rules->script == '\0' || (script == USCRIPT_LATIN && g_str_equal (rules->script, "Latn")))
    return TRUE;
  name = uscript_getShortName (script);
  /* "Jpan" and "Hans" stand for several. */
  if (script == USCRIPT_HAN)
    return g_str_equal (rules->script, "Hani") || g_str_equal (rules->script, "Hira");
  if (script == USCRIPT_KATAKANA)
    return g_str_equal (rules->script, "Hira");
  /* Serbian is at home in two. */
  if (g_str_equal (rules->script, "Cyrl") && g_str_equal (rules->language, "sr") && script == USCRIPT_LATIN)
    return TRUE;
  return g_str_equal (rules->script, name);
}

/* What a word that so many languages have says for each of them. */
static guint
get_weight (guint64 languages)
{
  return 120 / ((guint) __builtin_popcountll (languages) + 1);
}

/* Counts for each of the languages: above, the weight of the words that speak for it; in the last byte, their number. */
static void
cast (guint counts[MAX_LANGUAGES],
      guint64 languages,
      guint weight,
      guint n_words)
{
  for (; languages != 0; languages &= languages - 1)
    counts[__builtin_ctzll (languages)] += weight << 8 | n_words;
}

/* The language with the most votes, and how many, and how many @previous (nullable) has; words that many
 * languages have count for less. */
static const DpSentenceRules *
elect (const Index *index,
       const Sample *sample,
       const DpSentenceRules *previous,
       guint *n_votes,
       guint *n_of_previous)
{
  guint counts[MAX_LANGUAGES] = { 0 };
  guint best = 0;

  for (guint i = 0; i < sample->n_words; i++)
    {
      guint64 common = dp_word_table_get (index->common, sample->hashes[i]);
      guint64 short_for = is_stopped (sample, i) ? dp_word_table_get (index->abbreviations, sample->hashes[i]) : 0;
      guint64 letters = sample->letters[i];

      if (common != 0)
        cast (counts, common, get_weight (common), 1);
      if (short_for != 0)
        cast (counts, short_for, get_weight (short_for) / 2, (common & short_for) != short_for);
      if (letters != 0)
        cast (counts, letters, get_weight (letters) / 2, (common & letters) != letters);
    }
  for (guint j = 1; j < MIN (index->rules->len, MAX_LANGUAGES); j++)
    if (counts[j] > counts[best])
      best = j;
  *n_votes = counts[best] & 0xFF;
  *n_of_previous = previous != NULL ? counts[previous->number] & 0xFF : 0;
  return *n_votes > 0 ? g_ptr_array_index (index->rules, best) : NULL;
}

static const DpSentenceRules *
find_by_script (const Index *index,
                const Sample *sample)
{
  UScriptCode script = sample->has_kana ? USCRIPT_HIRAGANA : sample->script;
  const DpSentenceRules *found = NULL;

  if (script <= USCRIPT_INHERITED || script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC)
    return NULL;
  for (guint i = 0; i < index->rules->len; i++)
    {
      const DpSentenceRules *rules = g_ptr_array_index (index->rules, i);

      if (*rules->script == '\0' || !has_script (rules, script))
        continue;
      /* Without a word of Japanese, Han is Chinese. */
      if (found == NULL || (script == USCRIPT_HAN && g_str_equal (rules->script, "Hani")))
        found = rules;
    }
  return found;
}

/* Whether words that hardly another language has outnumber those that this one does not have; then it is
 * not worth while to look at the others. */
static gboolean
speaks_for (const Index *index,
            const Sample *sample,
            const DpSentenceRules *rules)
{
  guint64 bit = get_bit (rules->number);
  guint n_own = 0, n_foreign = 0;

  for (guint i = 0; i < sample->n_words; i++)
    {
      guint64 common = dp_word_table_get (index->common, sample->hashes[i]);

      if ((common & bit) != 0)
        n_own += __builtin_popcountll (common) <= RARE;
      else if (common != 0 || (sample->letters[i] != 0 && (sample->letters[i] & bit) == 0))
        n_foreign++;
    }
  return n_own > n_foreign;
}

static gboolean
is_enough (const Sample *sample,
           guint n_votes)
{
  return n_votes >= 2 || sample->n_words < MIN_WORDS;
}

/* For a paragraph of which nobody said what it is. */
static const DpSentenceRules *
guess_unstated (const Index *index,
                const DpSentenceRules *previous,
                const char *from,
                const char *to)
{
  const DpSentenceRules *elected, *by_script;
  Sample sample;
  guint n_votes, n_of_previous;
  gboolean is_expected;

  begin_sample (&sample, from, to);
  take_words (&sample, FIRST_WORDS);
  if (sample.n_words == 0)
    return previous;
  is_expected = *previous->script != '\0' && has_script (previous, sample.script) && !sample.has_kana;
  if (is_expected)
    {
      /* A headline is in the language of what is around it. */
      if (sample.n_words < MIN_WORDS)
        return previous;
      read_words (&sample, index);
      if (speaks_for (index, &sample, previous))
        return previous;
    }
  take_words (&sample, MAX_WORDS);
  read_words (&sample, index);
  elected = elect (index, &sample, is_expected ? previous : NULL, &n_votes, &n_of_previous);
  if (is_expected && n_votes < n_of_previous + CLEAR_LEAD)
    return previous;
  if (elected != NULL && is_enough (&sample, n_votes) && has_script (elected, sample.has_kana ? USCRIPT_HIRAGANA : sample.script))
    return elected;
  by_script = find_by_script (index, &sample);
  return by_script != NULL ? by_script : previous;
}

/* For one that is clearly in another language than @given, though it was said to be in that. */
static const DpSentenceRules *
guess_stated (const Index *index,
              const DpSentenceRules *given,
              const char *from,
              const char *to)
{
  const DpSentenceRules *elected;
  Sample sample;
  guint n_votes, n_common;

  begin_sample (&sample, from, to);
  take_words (&sample, FIRST_WORDS);
  if (sample.n_words > 0 && !has_script (given, sample.script))
    return guess_unstated (index, given, from, to);
  if (sample.n_words < MIN_WORDS)
    return given;
  read_words (&sample, index);
  if (count_common (&sample, given) * 5 >= sample.n_words)
    return given;
  take_words (&sample, MAX_WORDS);
  read_words (&sample, index);
  elected = elect (index, &sample, NULL, &n_votes, &n_common);
  n_common = count_common (&sample, given);
  if (elected != NULL && n_votes >= 3 && n_votes * 5 >= sample.n_words && n_votes >= 2 * n_common + CLEAR_LEAD)
    return elected;
  return given;
}

const DpSentenceRules *
dp_sentences_guess (const DpSentenceRules *given,
                    gboolean is_stated,
                    const char *from,
                    const char *to)
{
  const Index *index = get_index ();

  return is_stated ? guess_stated (index, given, from, to) : guess_unstated (index, given, from, to);
}
