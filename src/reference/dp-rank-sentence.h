/* dp-rank-sentence.h: a sentence with all that the word lists know of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference/dp-rank-lexicon.h"

G_BEGIN_DECLS

#define DP_RANK_NO_TOKEN G_MAXUINT

/* A number, in digits or words. */
typedef struct
{
  guint first; /* tokens, both included; with its ordinal suffix */
  guint last;
  guint whole;
  guint n_decimals;
  double value;
  gboolean is_ordinal;
  gboolean is_word;
} DpRankNumber;

typedef struct
{
  DpRankLexicon *lexicon;
  guint language;
  DpRankTokens tokens;
  GArray *matches; /* DpRankMatch, by their first token; of the sentence's language and of all */
  GArray *starts;  /* guint64 a token: the categories of which something begins there */
  GArray *clauses; /* guint a token */
  GArray *numbers; /* DpRankNumber */
  GArray *known;   /* guint8 a token: whether any list has it, or it is a number or a sign */
  gboolean is_question;
} DpRankSentence;

void dp_rank_sentence_init (DpRankSentence *self,
                            DpRankLexicon *lexicon);
void dp_rank_sentence_clear (DpRankSentence *self);

/* @language: (nullable): its code, or to be guessed when that is not known */
void dp_rank_sentence_read (DpRankSentence *self,
                            const char *text,
                            gsize length,
                            const char *language);

guint dp_rank_sentence_get_n_tokens (const DpRankSentence *self);
const DpRankToken *dp_rank_sentence_get_token (const DpRankSentence *self,
                                               guint i);
guint dp_rank_sentence_get_clause (const DpRankSentence *self,
                                   guint i);
gboolean dp_rank_sentence_is_sign (const DpRankSentence *self,
                                   guint i,
                                   gunichar sign);

/* (nullable): the longest of a category that begins, or ends, at a token */
const DpRankMatch *dp_rank_sentence_at (const DpRankSentence *self,
                                        guint i,
                                        DpRankCategory category);
const DpRankMatch *dp_rank_sentence_ending_at (const DpRankSentence *self,
                                               guint i,
                                               DpRankCategory category);
/* (nullable): the first in the sentence */
const DpRankMatch *dp_rank_sentence_find (const DpRankSentence *self,
                                          DpRankCategory category);

/**
 * dp_rank_sentence_before:
 * @i: what is asked for must end before this token
 * @max_words: how many other words may stand between, besides skip words and signs that divide nothing
 */
const DpRankMatch *dp_rank_sentence_before (const DpRankSentence *self,
                                            guint i,
                                            DpRankCategory category,
                                            guint max_words);
/* The same behind a token. */
const DpRankMatch *dp_rank_sentence_after (const DpRankSentence *self,
                                           guint i,
                                           DpRankCategory category,
                                           guint max_words);

/* (nullable): the number that holds a token */
const DpRankNumber *dp_rank_sentence_number_at (const DpRankSentence *self,
                                                guint i);

/* Whether all words of the clauses from one token to another are known. */
gboolean dp_rank_sentence_is_clear (const DpRankSentence *self,
                                    guint first,
                                    guint last);

/* In dp-rank-numbers.c: fills the list of numbers. */
void dp_rank_sentence_read_numbers (DpRankSentence *self);

G_END_DECLS
