/* dp-list-heading.h: the heading of a part of a list, with what one can add to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DP_TYPE_LIST_HEADING (dp_list_heading_get_type ())
G_DECLARE_FINAL_TYPE (DpListHeading, dp_list_heading, DP, LIST_HEADING, AdwBin)

/* @action_name: (nullable): of the button, which says @action_label */
GtkWidget *dp_list_heading_new (const char *title,
                                const char *action_name,
                                const char *action_label);

G_END_DECLS
