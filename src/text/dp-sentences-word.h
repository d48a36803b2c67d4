/* dp-sentences-word.h: the word before a full stop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-sentences-stop.h"

G_BEGIN_DECLS

#define DP_STOP_WORD_SIZE 96

typedef struct
{
  const char *start;
  char lower[DP_STOP_WORD_SIZE]; /* "z. B" is "z.b" */
  const char *last;              /* within @lower, behind the last inner stop, hyphen or apostrophe */
  guint n_letters, n_upper, n_lower, n_digits, n_inner;
  guint n_last; /* letters of @last */
  gboolean is_capitalised;
  gboolean has_case;
  gboolean is_roman;
  gboolean is_dotted; /* single letters with stops between them: "U.S" */
  gboolean is_spaced; /* several, with spaces: "z. B" */
  gboolean is_plain;  /* nothing but letters */
  gboolean is_ratio;  /* "3:2", "2,5", "1-0": no ordinal */
} DpStopWord;

void dp_stop_word_read (DpStopWord *self,
                        const DpReading *reading,
                        const char *stop);

/* What the rules know about it. */
DpWordKind dp_stop_word_find (const DpStopWord *self,
                              const DpSentenceRules *rules);

/* Without a vowel it is no word that one can say: "hrs", "bldg" */
gboolean dp_stop_word_is_mute (const DpStopWord *self,
                               const DpSentenceRules *rules);

/* As abbreviations hardly ever do. */
gboolean dp_stop_word_ends_with_vowel (const DpStopWord *self,
                                       const DpSentenceRules *rules);

/* What the rules know about the word that begins at @word. */
DpWordKind dp_stop_word_find_next (const DpReading *reading,
                                   const char *word);

G_END_DECLS
