/* dp-edition.h: what readers had: every published version of a case, kept in its folder
 *
 * "versions/1.json", "versions/2.json" ... hold the case as it was then, without comments and history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "model/dp-case.h"

G_BEGIN_DECLS

/* Writes the case as version @number, which no entry of its history names yet. */
gboolean dp_edition_write (GFile *folder,
                           DpCase *dp_case,
                           guint number,
                           GError **error);

/**
 * dp_edition_read:
 * @version: as the history calls it
 *
 * Returns: (transfer full): the case as JSON; or %NULL with %DP_REVIEW_ERROR_VERSION: no such version,
 *   its file is gone, or is not what was published
 */
JsonNode *dp_edition_read (GFile *folder,
                           DpCase *dp_case,
                           const char *version,
                           GError **error);

/* (transfer full) (element-type utf8): what is wrong with the versions that the history names */
GPtrArray *dp_editions_verify (GFile *folder,
                               DpCase *dp_case);

G_END_DECLS
