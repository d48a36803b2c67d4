/* dp-sentences.h: where sentences begin and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-offsets.h"

G_BEGIN_DECLS

/**
 * dp_sentences_find:
 * @text: valid UTF-8
 * @length: in bytes, or -1
 * @language: BCP 47 tag, or "" for the root rules
 *
 * Sentences without the white space around them, in order; a line break may lie within one. What
 * lies between two sentences is white space only: spans and gaps together are the text.
 *
 * Segmentation after Unicode UAX 29, with ICU's rules for the language.
 *
 * Returns: (transfer full) (element-type DpSpan): code points
 */
GArray *dp_sentences_find (const char *text,
                           gssize length,
                           const char *language);

/* The same by the rules of @language alone, as for a paragraph of which a person said what it is in: what
 * looks like another language is not taken for it. */
GArray *dp_sentences_find_in (const char *text,
                              gssize length,
                              const char *language);

/* (transfer full): the language by whose rules dp_sentences_find() goes at the beginning of @text: @language,
 * or another one if its words clearly are in that; "" when nothing tells. */
char *dp_sentences_dup_language (const char *text,
                                 gssize length,
                                 const char *language);

/* (transfer full): the tags of the languages with rules of their own */
GStrv dp_sentences_list_languages (void);

G_END_DECLS
