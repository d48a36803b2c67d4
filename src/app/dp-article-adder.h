/* dp-article-adder.h: one more article for a case: from a link, or pasted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

#define DP_TYPE_ARTICLE_ADDER (dp_article_adder_get_type ())
G_DECLARE_FINAL_TYPE (DpArticleAdder, dp_article_adder, DP, ARTICLE_ADDER, AdwWindow)

GtkWindow *dp_article_adder_new (DpSession *session);

G_END_DECLS
