/* dp-sentences-guess.h: which language's rules a paragraph goes by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "text/dp-sentences-rules.h"

G_BEGIN_DECLS

/* The rules for the paragraph from @from to @to in a text whose language has the rules @given:
 * these, unless script and common words say clearly that it is written in another. @is_stated:
 * somebody said what the language is, so that a weak guess does not do. Looks at the first words only. */
const DpSentenceRules *dp_sentences_guess (const DpSentenceRules *given,
                                           gboolean is_stated,
                                           const char *from,
                                           const char *to);

G_END_DECLS
