/* dp-sample.h: the shipped sample library, put into one's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * dp_sample_copy_async:
 * @from: a folder of case folders
 * @to: a library's folder; made if need be
 *
 * Copies in a thread. A case whose folder is there already stays as it is; each appears only when it is
 * whole.
 */
void dp_sample_copy_async (GFile *from,
                           GFile *to,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean dp_sample_copy_finish (GAsyncResult *result,
                                GError **error);

G_END_DECLS
