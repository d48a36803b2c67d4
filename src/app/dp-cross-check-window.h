/* dp-cross-check-window.h: a second verdict, by somebody who sees the claims and the evidence and nothing of what was
 * made of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* When the verdict is given, and not before, it shows both. Action: cross-check.give. */
#define DP_TYPE_CROSS_CHECK_WINDOW (dp_cross_check_window_get_type ())
G_DECLARE_FINAL_TYPE (DpCrossCheckWindow, dp_cross_check_window, DP, CROSS_CHECK_WINDOW, AdwWindow)

GtkWindow *dp_cross_check_window_new (DpSession *session);

G_END_DECLS
