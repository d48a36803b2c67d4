/* dp-sentences-guess.h: which language's rules a paragraph goes by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-sentences-rules.h"

G_BEGIN_DECLS

/* The rules for the paragraph from @from to @to. @is_stated: somebody said what the language is, and
 * @given are its rules, which go for all that is not clearly in another by its script and its common
 * words; else @given are those of the paragraph before. Looks at the first words only. */
const DpSentenceRules *dp_sentences_guess (const DpSentenceRules *given,
                                           gboolean is_stated,
                                           const char *from,
                                           const char *to);

G_END_DECLS
