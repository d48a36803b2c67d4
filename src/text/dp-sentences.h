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

G_END_DECLS
