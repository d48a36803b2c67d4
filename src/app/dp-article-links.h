/* dp-article-links.h: the links in an article's text: seen, named, and opened on wish
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-article-text.h"

G_BEGIN_DECLS

/**
 * DpArticleLinks:
 *
 * A link has the colour of links, and its address as a tooltip. Ctrl and a click open it, and so does
 * Ctrl+Enter for the sentence where the keyboard is; if there are several links in it, a menu asks which.
 * Nothing but http, https and mailto is ever opened.
 */
typedef struct _DpArticleLinks DpArticleLinks;

/* @text: borrowed, must outlive it. @tags: the link's tag is added now, so that all added later come
 * before it. */
DpArticleLinks *dp_article_links_new (DpArticleText *text,
                                      GtkTextTagTable *tags);
void dp_article_links_free (DpArticleLinks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpArticleLinks, dp_article_links_free)

/* Signal "open-link" (href) of DpArticleText, whose default opens it in the browser and whose handlers may
 * return %TRUE to keep it from that; actions "link.open" and "link.follow" (href); their key. */
void dp_article_links_install (GtkWidgetClass *widget_class);

/* @article: (nullable): whose text is in @buffer */
void dp_article_links_set_article (DpArticleLinks *self,
                                   GtkTextBuffer *buffer,
                                   DpArticle *article);

/* After the colours of the display changed. */
void dp_article_links_update_colour (DpArticleLinks *self);

G_END_DECLS
