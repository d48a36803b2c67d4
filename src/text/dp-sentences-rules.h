/* dp-sentences-rules.h: what a language does at the ends of its sentences, read from data/sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-word-table.h"

G_BEGIN_DECLS

/* What a word is; one may be several. data/sentences/README.md says what each means. */
typedef enum
{
  DP_WORD_TITLE = 1 << 0,
  DP_WORD_NEVER = 1 << 1,
  DP_WORD_NUMBER = 1 << 2,
  DP_WORD_NAME = 1 << 3,
  DP_WORD_END = 1 << 4,
  DP_WORD_MONTH = 1 << 5,
  DP_WORD_COMMON = 1 << 6,
  DP_WORD_PARTICLE = 1 << 7,
  DP_WORD_BRAND = 1 << 8,
  DP_WORD_POLITE = 1 << 9,
} DpWordKind;

#define DP_WORD_ABBREVIATION (DP_WORD_TITLE | DP_WORD_NEVER | DP_WORD_NUMBER | DP_WORD_NAME | DP_WORD_END)

typedef enum
{
  DP_ORDINAL_NONE,
  DP_ORDINAL_MONTH, /* "3. Oktober" */
  DP_ORDINAL_NOUN,  /* and any noun, which has a capital: "3. Klasse" */
} DpOrdinal;

/* Beyond, there are only the vowels of Vietnamese. */
#define DP_VOWEL_LIMIT 0x600

/* What all words are that end so. */
typedef struct
{
  char *text;
  gsize length;
  DpWordKind kind;
} DpWordEnding;

typedef struct _DpSentenceRules DpSentenceRules;

struct _DpSentenceRules
{
  char *language;
  char *script;                      /* "Latn" */
  guint number;                      /* its place in dp_sentence_rules_list() */
  DpWordTable *words;                /* (owned): for a word DpWordKind, and << 16 for the capitalised only */
  GArray *word_list;                 /* (element-type guint64): the hashes of all of them */
  GPtrArray *endings;                /* (element-type DpWordEnding): "-str" */
  GArray *letters;                   /* (element-type gunichar): that tell the language */
  char **continuations;              /* what goes on with the sentence after a closing mark */
  GArray *stops;                     /* (element-type gunichar): signs that end a sentence here, and nowhere else */
  guint8 vowels[DP_VOWEL_LIMIT / 8]; /* a bit for each letter that carries a syllable */
  DpOrdinal ordinal;
  gboolean has_roman;    /* "IV. Karel" */
  gboolean is_strict;    /* no sentence begins with a small letter */
  gboolean has_run_ons;  /* a heading without a stop may run on into the next sentence */
  DpSentenceRules *base; /* (nullable): the rules of all languages */
};

/* The rules for a BCP 47 tag; those of all languages for a language without a file. NULL when not
 * even these can be read. Each file is read once, and what was read stays; from any thread. */
const DpSentenceRules *dp_sentence_rules_get (const char *language);

/* (element-type DpSentenceRules): one for each file, the rules of all languages left out */
GPtrArray *dp_sentence_rules_list (void);

/* What is not in the format of data/sentences/README.md is refused, with its line; dp_sentence_rules_get()
 * goes on without the file then, and warns. */
DpSentenceRules *dp_sentence_rules_parse (const char *language,
                                          const char *text,
                                          gsize length,
                                          GError **error);
void dp_sentence_rules_free (DpSentenceRules *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpSentenceRules, dp_sentence_rules_free)

/* @word: the hash of a word in small letters, without the stop after it */
DpWordKind dp_sentence_rules_find (const DpSentenceRules *self,
                                   guint64 word,
                                   gboolean is_capitalised);

/* What the word (in small letters) is by its end. */
DpWordKind dp_sentence_rules_find_ending (const DpSentenceRules *self,
                                          const char *word);

G_END_DECLS
