/* dp-article-view.h: the article to read and to highlight in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* The left side of a case: the reading column with its margin bars. Property: session. Follows the
 * session's article and highlight, and sets the latter. Actions: highlight.add, highlight.remove,
 * highlight.tag, highlight.tag-recent (i: 1 to 9), highlight.claim, highlight.evidence, highlight.next
 * and highlight.previous (sentences). */
#define DP_TYPE_ARTICLE_VIEW (dp_article_view_get_type ())
G_DECLARE_FINAL_TYPE (DpArticleView, dp_article_view, DP, ARTICLE_VIEW, AdwBin)

GtkWidget *dp_article_view_new (DpSession *session);
void dp_article_view_set_session (DpArticleView *self, DpSession *session);

/* Scrolls there and shows it. */
void dp_article_view_reveal (DpArticleView *self, DpHighlight *highlight);

G_END_DECLS
