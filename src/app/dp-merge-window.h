/* dp-merge-window.h: a case that was changed here and elsewhere: what counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/**
 * DpMergeWindow:
 *
 * The places that both changed, mine beside theirs. Signal "merged" (): it is written; the case is to be
 * opened anew.
 */
#define DP_TYPE_MERGE_WINDOW (dp_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (DpMergeWindow, dp_merge_window, DP, MERGE_WINDOW, AdwWindow)

/* @conflicts: (element-type DpMergeConflict) */
DpMergeWindow *dp_merge_window_new (GtkWindow *parent,
                                    DpSession *session,
                                    GPtrArray *conflicts);

G_END_DECLS
