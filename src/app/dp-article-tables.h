/* dp-article-tables.h: tables in an article's text, their columns below each other by tab stops
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "model/dp-article.h"

G_BEGIN_DECLS

/* The text stays as it is, a row a line and a tab between cells. Each table gets stops of its own, as far
 * apart as its cells are wide. Where all of it is wider than the column, the widest cells get less room
 * than they need: what does not fit goes on to the next stop or, behind an indent, to the next line. */
typedef struct _DpArticleTables DpArticleTables;

/* @tags: borrowed, must outlive it */
DpArticleTables *dp_article_tables_new (GtkTextTagTable *tags);
void dp_article_tables_free (DpArticleTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpArticleTables, dp_article_tables_free)

/* Does nothing if all of it is as it was. @view: whose font it is, not yet with @buffer perhaps; @article:
 * (nullable): whose text is in @buffer; @width and @size: of the column and of the text, in pixels */
void dp_article_tables_update (DpArticleTables *self,
                               GtkTextView *view,
                               GtkTextBuffer *buffer,
                               DpArticle *article,
                               int width,
                               int size);

G_END_DECLS
