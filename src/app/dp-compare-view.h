/* dp-compare-view.h: two texts side by side, scrolled together, with what changed marked by words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Paragraphs that belong together stand beside each other, so that both sides scroll as one; in a narrow
 * window one stands above the other. Actions: compare.next, compare.previous: to where something changed
 * (N and P while the list has the keys).
 *
 * Signal "compared" (): what was set is shown now. */
#define DP_TYPE_COMPARE_VIEW (dp_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (DpCompareView, dp_compare_view, DP, COMPARE_VIEW, AdwBin)

GtkWidget *dp_compare_view_new (void);

/* Compares them in a thread; what was under way is dropped. */
void dp_compare_view_set_texts (DpCompareView *self,
                                const char *old_heading,
                                const char *old_text,
                                const char *new_heading,
                                const char *new_text);

/* How many rows differ, of what is shown. */
guint dp_compare_view_get_n_changed (DpCompareView *self);

G_END_DECLS
