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

/* Whether @href leads to another place of the same article, as that of a footnote does; @span: (out): the
 * words there. Such an address is that of the page with the first words of the place in its fragment
 * (":~:text=", percent-encoded; URL Fragment Text Directives, W3C Community Group), so that it holds when the
 * text is corrected and leads there in a browser too. */
gboolean dp_article_links_find_within (DpArticle *article,
                                       const char *href,
                                       DpSpan *span);

G_END_DECLS
