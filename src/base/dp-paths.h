/* dp-paths.h: where installed data lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): "rankings", "narratives.json" ... under the data folder: the one that
 * DP_DATA_PATH names (for runs from the build folder), else the installed one. */
char *dp_paths_data (const char *name);

G_END_DECLS
