/* dp-words.h: the words of a text as numbers, so that two texts can be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * What is the same word, and the same text:
 *
 * - white space: any run of it is the same as any other (line breaks, no-break and thin spaces);
 * - quotation marks: all double ones, guillemets and the double prime; all single ones, apostrophes
 *   (U+2019, U+02BC) and the prime;
 * - dashes: hyphens, dashes of every length, the minus sign;
 * - three full stops and the ellipsis;
 * - what cannot be seen: soft hyphens, zero width spaces and joiners, word joiners, byte order marks,
 *   bidi controls, variation selectors do not count;
 * - ligatures and the presentation forms of Arabic are their letters;
 * - letters composed and decomposed (canonical decomposition, without ordering of marks).
 *
 * Nothing else is: case never, digits, accents, full-width letters neither.
 */

/* Where a text is more likely to have been changed than in other places. */
typedef enum
{
  DP_WORD_OPENS_NOTHING,
  DP_WORD_OPENS_PART,     /* what comes after a comma, a bracket ... */
  DP_WORD_OPENS_SENTENCE, /* what comes after a full stop, roughly */
  DP_WORD_OPENS_LINE,     /* the text, or what comes after a line break */
} DpWordOpens;

/* One word: letters, marks and digits in a row. Each letter is one in scripts written without
 * spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese), and so is each symbol. Punctuation is
 * none. */
typedef struct
{
  guint id : 30;   /* the same for the same word, from 0 */
  guint opens : 2; /* what it is the first word of: a DpWordOpens */
  guint folded;    /* the same for words that differ in nothing but case: the id in small letters */
  guint start;     /* code points, end excluded */
  guint end;
} DpWord;

/* The words met so far in one or more texts. Told apart by a 64-bit hash: good enough to find a
 * place, not to swear to it. */
typedef struct _DpVocabulary DpVocabulary;

DpVocabulary *dp_vocabulary_new (void);
void dp_vocabulary_free (DpVocabulary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpVocabulary, dp_vocabulary_free)

/* How many there are: all ids are below. */
guint dp_vocabulary_get_n_words (DpVocabulary *self);

/* (transfer full) (element-type DpWord): the words of valid UTF-8, in order; @length in bytes */
GArray *dp_words_find (DpVocabulary *self,
                       const char *text,
                       gsize length);

/* Whether two texts (valid UTF-8, lengths in bytes) are the same in the sense above; white space at
 * their ends does not count. */
gboolean dp_words_is_same_text (const char *a,
                                gsize a_length,
                                const char *b,
                                gsize b_length);

/* (transfer full): a text in the form that is compared: two are the same if these are */
char *dp_words_fold (const char *text,
                     gsize length);

/* The same for two characters that are no letters: white space, quotation marks, dashes. */
gboolean dp_words_is_same_point (gunichar a,
                                 gunichar b);

G_END_DECLS
