/* dp-merge-references.h: what one side names and the other took out, or calls the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * dp_merge_part_keys:
 *
 * Two people may give the same key to different evidence, each without the other's. Theirs gets another one,
 * and their citations with it.
 *
 * Returns: (transfer full): @theirs, changed where that is so
 */
JsonNode *dp_merge_part_keys (JsonNode *base,
                              JsonNode *ours,
                              JsonNode *theirs);

/**
 * dp_merge_restore_named:
 * @merged: the case that came of it; changed
 *
 * Puts back the articles, narratives, highlights and comments that one side took out while something that
 * stays names them, as the other side has them: without them nobody could open the case.
 */
void dp_merge_restore_named (JsonObject *merged,
                             JsonObject *ours,
                             JsonObject *theirs);

G_END_DECLS
