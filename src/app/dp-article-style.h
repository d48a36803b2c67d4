/* dp-article-style.h: how the blocks of an article look in a text view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "model/dp-article.h"

G_BEGIN_DECLS

/* The tags for headlines, headings, quotes, items, captions, preformatted text and rows of tables. A
 * paragraph has none: it is as the view is. */
typedef struct _DpArticleStyle DpArticleStyle;

DpArticleStyle *dp_article_style_new (GtkTextTagTable *tags);
void dp_article_style_free (DpArticleStyle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpArticleStyle, dp_article_style_free)

/* @size: of the text, in pixels; @natural: what a line of it takes by itself. The view's own spacing
 * is set for lines of one and a half times the size. */
void dp_article_style_set_size (DpArticleStyle *self,
                                GtkTextView *view,
                                double size,
                                double natural);

/* Indents stand at the side where lines begin. */
void dp_article_style_set_direction (DpArticleStyle *self,
                                     GtkTextDirection direction);

/* @buffer holds the article's text, and none of these tags. */
void dp_article_style_apply (DpArticleStyle *self,
                             GtkTextBuffer *buffer,
                             DpArticle *article);

/* What a block has beside its text: the dot of an item, the line of a quote, the line below a
 * row, the ground of preformatted text; for what is in view, in buffer coordinates. */
void dp_article_style_snapshot (DpArticleStyle *self,
                                GtkTextView *view,
                                DpArticle *article,
                                GtkSnapshot *snapshot);

G_END_DECLS
