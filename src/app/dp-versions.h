/* dp-versions.h: the copies that a case keeps of an article: fetched anew, read again, taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-session.h"
#include "intake/dp-intake.h"

G_BEGIN_DECLS

/* Seals what was received and keeps it among the article's versions, as a step that can be undone (the
 * bytes stay). */
gboolean dp_versions_keep (DpSession *session,
                           DpArticle *article,
                           DpIntakeResult *received,
                           GError **error);

/* Makes the text of @taken, which was kept before, the article's; its highlights are found again, and a
 * toast says what became of them. One step. */
void dp_versions_take (DpSession *session,
                       DpArticle *article,
                       DpArticle *taken);

/* Reads the text out of a sealed copy. (transfer full): an article that is in no case. */
void dp_versions_read_async (DpSession *session,
                             const DpSealed *sealed,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
DpArticle *dp_versions_read_finish (DpSession *session,
                                    GAsyncResult *result,
                                    GError **error);

/* (transfer full): when a copy was received, for people */
char *dp_versions_dup_when (const DpSealed *sealed);

G_END_DECLS
