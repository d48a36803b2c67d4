/* dp-network-group.h: how links are fetched, among the preferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is typed counts when it is applied; a proxy that is none stays in its row with what is wrong. */
#define DP_TYPE_NETWORK_GROUP (dp_network_group_get_type ())
G_DECLARE_FINAL_TYPE (DpNetworkGroup, dp_network_group, DP, NETWORK_GROUP, AdwPreferencesGroup)

void dp_network_group_set_settings (DpNetworkGroup *self,
                                    GSettings *settings);

G_END_DECLS
