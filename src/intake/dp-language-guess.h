/* dp-language-guess.h: the language of a text by its letters and small words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A language tag, or "" when the text is too short or does not tell. For pages that do not say it. */
const char *dp_language_guess (const char *text);

G_END_DECLS
