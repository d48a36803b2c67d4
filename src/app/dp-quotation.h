/* dp-quotation.h: the words of an article with where they are from, for other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "model/dp-article.h"

G_BEGIN_DECLS

/* (transfer full): “Words” — Author, Title, Outlet, 8 January 2022, https://example.org/news; what is
 * not known is left out */
char *dp_quotation_dup_text (DpArticle *article,
                             DpSpan span);

/* (transfer full): a fragment of HTML: a blockquote with its language and address, and where it is from */
char *dp_quotation_dup_html (DpArticle *article,
                             DpSpan span);

/* Both, so that whoever pastes takes what fits. */
void dp_quotation_copy (GdkClipboard *clipboard,
                        DpArticle *article,
                        DpSpan span);

G_END_DECLS
