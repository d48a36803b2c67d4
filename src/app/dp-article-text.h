/* dp-article-text.h: the reading column: an article's text, exactly, and what lies on and beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "app/dp-placed-highlights.h"

G_BEGIN_DECLS

/* A GtkTextView over the text of an article: offsets of its iterators are offsets of the article. It
 * knows nothing of keys, clicks and sessions; dp-article-view.h does. */
#define DP_TYPE_ARTICLE_TEXT (dp_article_text_get_type ())
G_DECLARE_FINAL_TYPE (DpArticleText, dp_article_text, DP, ARTICLE_TEXT, GtkTextView)

/* A passage as it stands out of the text. */
typedef enum
{
  DP_MARK_HOVER,  /* the sentence under the pointer */
  DP_MARK_DRAG,   /* what is being dragged over */
  DP_MARK_CURSOR, /* the sentences that the keyboard stands on */
} DpMark;

/* Must be called once, before anything else. */
void dp_article_text_set_passages (DpArticleText *self,
                                   DpPlacedHighlights *passages);

/* (nullable): reads its text anew */
void dp_article_text_set_article (DpArticleText *self,
                                  DpArticle *article);
/* How many paragraphs are so long that only their beginning is shown. */
guint dp_article_text_get_n_cut (DpArticleText *self);

DpArticle *dp_article_text_get_article (DpArticleText *self);

/* The article's language is another one. */
void dp_article_text_update_language (DpArticleText *self);

/* @chars: of a line; @size: of the text, in sizes of the interface's */
void dp_article_text_set_column (DpArticleText *self,
                                 int chars,
                                 double size);

/* (nullable): @header stands above the text and scrolls with it */
void dp_article_text_set_header (DpArticleText *self,
                                 GtkWidget *header);

/* Makes the tags follow the passages. */
void dp_article_text_paint (DpArticleText *self);

/* (nullable): the highlight to emphasise */
void dp_article_text_set_selected (DpArticleText *self,
                                   DpHighlight *highlight);
void dp_article_text_set_pointed (DpArticleText *self,
                                  DpHighlight *highlight);

/* An empty span takes the mark away. */
void dp_article_text_set_mark (DpArticleText *self,
                               DpMark mark,
                               DpSpan span);
/* (nullable) (element-type DpSpan): other places to be marked, in order; a copy is kept */
void dp_article_text_set_found (DpArticleText *self,
                                GArray *spans);
DpSpan dp_article_text_get_mark (DpArticleText *self,
                                 DpMark mark);

/**
 * dp_article_text_get_offset_at:
 * @x, @y: of the widget
 * @offset: (out): of the character there, or of the nearest place between two characters
 *
 * Returns: whether there is a character
 */
gboolean dp_article_text_get_offset_at (DpArticleText *self,
                                        double x,
                                        double y,
                                        guint *offset);
/* The nearest place between two characters. */
guint dp_article_text_get_gap_at (DpArticleText *self,
                                  double x,
                                  double y);

/* The word, and the paragraph (or other block), that the character at @offset is part of; empty where
 * there is none. */
DpSpan dp_article_text_get_word_at (DpArticleText *self,
                                    guint offset);
DpSpan dp_article_text_get_block_at (DpArticleText *self,
                                     guint offset);

/* (transfer none) (nullable): whose bar is there */
DpHighlight *dp_article_text_get_bar_at (DpArticleText *self,
                                         double x,
                                         double y);

/* From the first to the last character in view. */
DpSpan dp_article_text_get_visible_span (DpArticleText *self);

/* Where @span is in the widget, as far as it is in view; empty if it is not. */
GdkRectangle dp_article_text_get_box (DpArticleText *self,
                                      DpSpan span);

/* As little as needed to see @span, or its beginning if it is longer than the view. */
void dp_article_text_scroll_to (DpArticleText *self,
                                DpSpan span);

/* How many bars stand beside each other at most in what was last drawn. */
guint dp_article_text_get_n_lanes (DpArticleText *self);

G_END_DECLS
