/* dp-anchor-banner.h: how many highlights wait for a decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* To be seen only while some wait. Property: session. Its button is the action anchors.review. */
#define DP_TYPE_ANCHOR_BANNER (dp_anchor_banner_get_type ())
G_DECLARE_FINAL_TYPE (DpAnchorBanner, dp_anchor_banner, DP, ANCHOR_BANNER, AdwBin)

G_END_DECLS
