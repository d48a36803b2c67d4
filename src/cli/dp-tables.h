/* dp-tables.h: narratives and rankings for the verbs that look something up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "reference/dp-narratives.h"
#include "reference/dp-rankings.h"

G_BEGIN_DECLS

/* (transfer full); @library: (nullable): the folder that has narratives of its own */
DpNarratives *dp_tables_load_narratives (GFile *library,
                                         GError **error);

/**
 * dp_tables_load_rankings:
 * @folders: (nullable) (array zero-terminated=1): more folders of tables
 *
 * What is wrong with a table is said on standard error; the others are usable.
 *
 * Returns: (transfer full)
 */
DpRankings *dp_tables_load_rankings (char **folders);

G_END_DECLS
