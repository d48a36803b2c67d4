/* dp-reading-window.h: the reviewer's window: the case as it will be published, and all that a decision needs
 *
 * A window and not a page, so that it can stand beside the article and the evidence, which stay as they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Shows what changed since the person here read it last. Actions: reading.mark-read, reading.approve,
 * reading.request-changes, reading.comment, reading.next-change, reading.previous-change, reading.side,
 * reading.words. */
#define DP_TYPE_READING_WINDOW (dp_reading_window_get_type ())
G_DECLARE_FINAL_TYPE (DpReadingWindow, dp_reading_window, DP, READING_WINDOW, AdwWindow)

GtkWindow *dp_reading_window_new (DpSession *session);

/* A version that was published, as the history calls it: only to be read. */
GtkWindow *dp_reading_window_new_for_version (DpSession *session,
                                              const char *version);

G_END_DECLS
