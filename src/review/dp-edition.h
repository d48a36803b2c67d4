/* dp-edition.h: what a case was: every published version, and what was last submitted, reviewed, approved
 *
 * In the folder of the case, "versions/1.json", "versions/2.json" ... and "versions/submitted.json",
 * "reviewed.json", "approved.json" hold the case as it was then, without comments and history; "readDIGEST.json"
 * is what somebody read last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "model/dp-case.h"

G_BEGIN_DECLS

/* Writes the case as @version: a number that no entry of its history names yet, or one of the words,
 * which is written over. */
gboolean dp_edition_write (GFile *folder,
                           DpCase *dp_case,
                           const char *version,
                           GError **error);

/* The same of the JSON of a case, in any thread; takes out of @node what no edition has. */
gboolean dp_edition_write_json (GFile *folder,
                                JsonNode *node,
                                const char *version,
                                GError **error);

/* (transfer full): what that is called which somebody read, by the digest of its content */
char *dp_edition_dup_read_name (const char *content);

/* (nullable) (transfer none): the digest of the content that the history has for @version */
const char *dp_edition_find_digest (DpCase *dp_case,
                                    const char *version);

/* (transfer full): the same as dp_edition_read(), in any thread. @digest: of its content, as the history has
 * it; (nullable) for a version that there is not */
JsonNode *dp_edition_read_digest (GFile *folder,
                                  const char *version,
                                  const char *digest,
                                  GError **error);

/* Lets go of what nobody read last any more. */
void dp_edition_forget_read (GFile *folder,
                             const char *content);

/**
 * dp_edition_read:
 * @version: as the history calls it, or "submitted", "reviewed" (approved, or sent back), "approved"
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
