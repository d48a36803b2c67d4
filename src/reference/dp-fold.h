/* dp-fold.h: text folded for looking things up by a few typed letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dp_fold_words:
 * @text: UTF-8
 *
 * The words of @text (runs of letters and digits), without case and diacritics, in any script:
 * "Côte d’Ivoire" gives "cote", "d", "ivoire", and "Россия" gives "россия".
 *
 * Returns: (transfer full) (array zero-terminated=1)
 */
char **dp_fold_words (const char *text);

/* (transfer full): the folded words with one space between; equal for texts that people hold for the
 * same */
char *dp_fold_text (const char *text);

/* Whether the folded @typed begins the folded @word. */
gboolean dp_fold_begins (const char *word,
                         const char *typed);

G_END_DECLS
