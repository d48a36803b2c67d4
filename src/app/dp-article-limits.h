/* dp-article-limits.h: paragraphs that no window could lay out whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "model/dp-article.h"

G_BEGIN_DECLS

/* Code points of one paragraph that are laid out. */
#define DP_ARTICLE_LONGEST_SHOWN 20000

/**
 * dp_article_limits_apply:
 * @buffer: holds the article's text
 *
 * Lines are found in time that grows faster than a paragraph does, and much faster where it has nothing to
 * break at. So long words are broken at any letter, and of a paragraph only so much is visible as is laid
 * out in a moment; the buffer keeps the rest, so that offsets stay what they are.
 *
 * Returns: how many paragraphs are not shown whole
 */
guint dp_article_limits_apply (GtkTextBuffer *buffer,
                               DpArticle *article);

G_END_DECLS
