/* dp-article-switch.h: which of a case's articles is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* To be seen only while the case has more than one. Property: session. */
#define DP_TYPE_ARTICLE_SWITCH (dp_article_switch_get_type ())
G_DECLARE_FINAL_TYPE (DpArticleSwitch, dp_article_switch, DP, ARTICLE_SWITCH, AdwBin)

G_END_DECLS
