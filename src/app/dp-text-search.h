/* dp-text-search.h: where letters occur in a text, whatever their case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-offsets.h"

G_BEGIN_DECLS

/**
 * dp_text_search:
 * @text: valid UTF-8
 * @letters: what to look for; nothing is found for ""
 *
 * Compares character by character, each in its small form, so that offsets stay what they are.
 *
 * Returns: (transfer full) (element-type DpSpan): code points, in order, not overlapping
 */
GArray *dp_text_search (const char *text,
                        const char *letters);

G_END_DECLS
