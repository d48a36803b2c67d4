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
/* With a stated language, these will mostly do. */
#define FIRST_WORDS 8
/* Fewer say little. */
#define MIN_WORDS 6
#define MAX_BYTES 600
#define MAX_WORD 32

typedef struct
{
  GPtrArray *rules;   /* (element-type DpSentenceRules) */
  GHashTable *voters; /* (element-type utf8 guint64): a bit for each language in which the word is common */
} Index;

/* The first words of a paragraph, in lower case. */
typedef struct
{
  char words[MAX_WORDS][MAX_WORD];
  guint n_words;
  UScriptCode script; /* that most of them are in */
} Sample;

static void
add_voter (Index *index,
           guint language)
{
  const DpSentenceRules *rules = g_ptr_array_index (index->rules, language);
  GHashTableIter iter;
  gpointer word, kinds;

  g_hash_table_iter_init (&iter, rules->words);
  while (g_hash_table_iter_next (&iter, &word, &kinds))
    if ((GPOINTER_TO_UINT (kinds) & DP_WORD_COMMON) != 0)
      {
        guint64 *votes = g_hash_table_lookup (index->voters, word);

        if (votes == NULL)
          {
            votes = g_new0 (guint64, 1);
            g_hash_table_insert (index->voters, word, votes);
          }
        *votes |= G_GUINT64_CONSTANT (1) << language;
      }
}

static const Index *
get_index (void)
{
  static Index *index = NULL;

  if (g_once_init_enter (&index))
    {
      Index *built = g_new0 (Index, 1);

      built->rules = dp_sentence_rules_list ();
      built->voters = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < MIN (built->rules->len, MAX_LANGUAGES); i++)
        add_voter (built, i);
      g_once_init_leave (&index, built);
    }
  return index;
}

/* FALSE for what is too long to be a common word. */
static gboolean
copy_word (const char *from,
           const char *to,
           char word[MAX_WORD])
{
  gsize n = 0;

  while (from < to)
    {
      gunichar c = dp_char_read (from, to, &from);

      if (c < 0x80)
        {
          word[n++] = g_ascii_tolower ((char) c);
          if (n + 7 > MAX_WORD)
            return FALSE;
          continue;
        }
      c = g_unichar_tolower (c);

      if (n + 7 > MAX_WORD)
        return FALSE;
      n += (gsize) g_unichar_to_utf8 (c, word + n);
    }
  word[n] = '\0';
  return TRUE;
}

static UScriptCode
find_script (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;

  return c < 0x80 ? USCRIPT_LATIN : uscript_getScript ((UChar32) c, &status);
}

static void
add_to_sample (Sample *sample,
               const char *from,
               const char *to,
               guint *n_of_script)
{
  const char *next;
  UScriptCode script = find_script (dp_char_read (from, to, &next));

  /* Boyer and Moore's vote for the majority. */
  if (script == sample->script)
    *n_of_script += 1;
  else if (*n_of_script == 0)
    {
      sample->script = script;
      *n_of_script = 1;
    }
  else
    *n_of_script -= 1;
  if (copy_word (from, to, sample->words[sample->n_words]))
    sample->n_words++;
}

static void
take_sample (Sample *sample,
             guint max_words,
             const char *from,
             const char *to)
{
  const guint8 *classes = dp_char_get_classes ();
  const char *word = NULL;
  guint n_of_script = 0;

  sample->n_words = 0;
  sample->script = USCRIPT_INVALID_CODE;
  to = from + MIN (to - from, MAX_BYTES);
  for (const char *p = from; p < to && sample->n_words < max_words;)
    {
      const char *next;
      DpCharClass class = dp_char_class (classes, dp_char_read (p, to, &next));

      if (dp_char_is_letter (class) || (class == DP_CHAR_MARK && word != NULL))
        word = word != NULL ? word : p;
      else if (word != NULL)
        {
          add_to_sample (sample, word, p, &n_of_script);
          word = NULL;
        }
      p = next;
    }
  if (word != NULL && sample->n_words < max_words)
    add_to_sample (sample, word, to, &n_of_script);
}

static guint
count_common (const Sample *sample,
              const DpSentenceRules *rules)
{
  guint n = 0;

  for (guint i = 0; i < sample->n_words; i++)
    if ((GPOINTER_TO_UINT (g_hash_table_lookup (rules->words, sample->words[i])) & DP_WORD_COMMON) != 0)
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

/* The language with the most votes, and how many; words that many languages have count for less. */
static const DpSentenceRules *
elect (const Index *index,
       const Sample *sample,
       guint *n_votes)
{
  guint votes[MAX_LANGUAGES] = { 0 };
  guint weights[MAX_LANGUAGES] = { 0 };
  guint best = 0;

  for (guint i = 0; i < sample->n_words; i++)
    {
      const guint64 *voters = g_hash_table_lookup (index->voters, sample->words[i]);
      guint64 bits = voters != NULL ? *voters : 0;
      guint weight = 0;

      for (guint64 rest = bits; rest != 0; rest &= rest - 1)
        weight++;
      weight = weight > 0 ? MAX (120 / (weight + 1), 1) : 0;
      for (guint j = 0; bits != 0; j++, bits >>= 1)
        if ((bits & 1) != 0)
          {
            votes[j]++;
            weights[j] += weight;
          }
    }
  for (guint j = 1; j < MAX_LANGUAGES; j++)
    if (weights[j] > weights[best])
      best = j;
  *n_votes = votes[best];
  return votes[best] > 0 ? g_ptr_array_index (index->rules, best) : NULL;
}

static const DpSentenceRules *
find_by_script (const Index *index,
                UScriptCode script)
{
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

/* For a paragraph of which nobody said what it is. */
static const DpSentenceRules *
guess_unstated (const DpSentenceRules *previous,
                const Sample *sample)
{
  const Index *index = get_index ();
  const DpSentenceRules *elected, *by_script;
  guint n_votes;

  /* A headline is in the language of what is around it. */
  if (sample->n_words < MIN_WORDS && *previous->script != '\0' && has_script (previous, sample->script))
    return previous;
  elected = elect (index, sample, &n_votes);
  if (elected != NULL && (n_votes >= 2 || sample->n_words < MIN_WORDS) && has_script (elected, sample->script))
    return elected;
  by_script = find_by_script (index, sample->script);
  return by_script != NULL ? by_script : previous;
}

static const DpSentenceRules *
guess_stated (const DpSentenceRules *given,
              const Sample *sample,
              guint n_common)
{
  const Index *index = get_index ();
  guint n_votes;
  const DpSentenceRules *elected = elect (index, sample, &n_votes);

  if (elected != NULL && n_votes >= 3 && n_votes * 5 >= sample->n_words && n_votes >= 2 * n_common + 2)
    return elected;
  return given;
}

const DpSentenceRules *
dp_sentences_guess (const DpSentenceRules *given,
                    gboolean is_stated,
                    const char *from,
                    const char *to)
{
  Sample sample;

  take_sample (&sample, is_stated ? FIRST_WORDS : MAX_WORDS, from, to);
  if (sample.n_words == 0)
    return given;
  if (!is_stated || !has_script (given, sample.script))
    return guess_unstated (given, &sample);
  if (sample.n_words < MIN_WORDS || count_common (&sample, given) * 5 >= sample.n_words)
    return given;
  take_sample (&sample, MAX_WORDS, from, to);
  return guess_stated (given, &sample, count_common (&sample, given));
}
