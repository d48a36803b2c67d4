/* dp-article-languages.h: the languages of an article's blocks, for the choice of its letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "model/dp-article.h"

G_BEGIN_DECLS

/**
 * dp_article_languages_apply:
 * @buffer: holds the article's text
 *
 * Tags each block with "language-XX". The language picks the fonts and forms of letters where several
 * share a character (Chinese and Japanese, Serbian and Russian); scripts whose letters are small for
 * their size are set larger; and words are never hyphenated, since what is read is what was written.
 * Called again, it replaces what it did before.
 */
void dp_article_languages_apply (GtkTextBuffer *buffer,
                                 DpArticle *article);

G_END_DECLS
