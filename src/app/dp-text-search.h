/* dp-text-search.h: where letters occur in a text, whatever their case and diacritics
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-offsets.h"

G_BEGIN_DECLS

/* A text folded once, to be searched for each letter that somebody types. */
typedef struct _DpTextSearch DpTextSearch;

/* @text: valid UTF-8; not kept */
DpTextSearch *dp_text_search_new (const char *text);
void dp_text_search_free (DpTextSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpTextSearch, dp_text_search_free)

/**
 * dp_text_search_find:
 * @letters: what to look for; nothing is found for ""
 *
 * Case, diacritics and the points of Arabic and Hebrew do not matter, nor the form of letters
 * (ligatures, full width), of white space, quotation marks and dashes; soft hyphens, the kashida and
 * what cannot be seen are passed over. What is found is whole characters with their marks.
 *
 * Returns: (transfer full) (element-type DpSpan): code points, in order, not overlapping
 */
GArray *dp_text_search_find (DpTextSearch *self,
                             const char *letters);

G_END_DECLS
