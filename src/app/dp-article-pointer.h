/* dp-article-pointer.h: what the pointer does on an article's text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-article-text.h"

G_BEGIN_DECLS

/**
 * DpArticlePointer:
 *
 * Shows the sentence under the pointer, and the passage being dragged over. With Ctrl held the text
 * view is left to itself: it selects plain text for copying.
 *
 * Signals: "pressed" (): before anything else happens; "clicked" (offset: uint, is_over: boolean,
 * n_clicks: uint, x, y): on the text or beside it, in widget coordinates, the n-th in quick succession;
 * "dragged" (start, end: uint, x, y): a span with more than blanks in it; "picked" (highlight, x, y): its bar was clicked;
 * "pointed" (highlight, nullable, y): what the pointer is over.
 */
#define DP_TYPE_ARTICLE_POINTER (dp_article_pointer_get_type ())
G_DECLARE_FINAL_TYPE (DpArticlePointer, dp_article_pointer, DP, ARTICLE_POINTER, GObject)

/* @text is borrowed and must outlive it; @passages are those of the text. */
DpArticlePointer *dp_article_pointer_new (DpArticleText *text,
                                          DpPlacedHighlights *passages);

/* (nullable): whose sentences are shown */
void dp_article_pointer_set_article (DpArticlePointer *self,
                                     DpArticle *article);

G_END_DECLS
