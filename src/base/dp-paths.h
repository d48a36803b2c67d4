/* dp-paths.h: where data and programs lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A program that runs from a build folder finds what belongs to it there and in the source beside it;
 * an installed one where it was installed to. The variables named below go before both. */

/* (transfer full): "rankings", "narratives.json" ... under the data folder; DP_DATA_PATH */
char *dp_paths_data (const char *name);

/* (transfer full): the folder of the translations; DP_LOCALE_PATH */
char *dp_paths_locale (void);

/* (transfer full): "disproof-reader", a program of ours that is run by another */
char *dp_paths_program (const char *name);

/* (nullable): the build folder that this program runs from */
const char *dp_paths_build_folder (void);

G_END_DECLS
