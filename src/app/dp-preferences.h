/* dp-preferences.h: what people can have their own way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-workbench.h"

G_BEGIN_DECLS

/* Property: workbench. Every change counts at once. */
#define DP_TYPE_PREFERENCES (dp_preferences_get_type ())
G_DECLARE_FINAL_TYPE (DpPreferences, dp_preferences, DP, PREFERENCES, AdwPreferencesWindow)

GtkWidget *dp_preferences_new (DpWorkbench *workbench);

G_END_DECLS
