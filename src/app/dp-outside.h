/* dp-outside.h: a case that somebody else changed while it was open here
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-case-window.h"

G_BEGIN_DECLS

/**
 * dp_outside_merge:
 * @ask: whether to show what both changed; else such a case is left as it is, and so is one that further
 *   windows are open on, since they work on @session
 *
 * Makes one of the two and opens that in the place of @session.
 */
void dp_outside_merge (DpCaseWindow *window,
                       DpSession *session,
                       gboolean ask);

G_END_DECLS
