/* dp-file.h: reading whole files within a limit, and replacing them safely
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * dp_file_read:
 * @max_size: refuse anything longer, in bytes, with %G_IO_ERROR_MESSAGE_TOO_LARGE
 *
 * Returns: (transfer full): the content
 */
GBytes *dp_file_read (GFile *file,
                      gsize max_size,
                      GCancellable *cancellable,
                      GError **error);

/**
 * dp_file_replace:
 * @expected: (nullable): SHA-256 (hex) of what the file is believed to hold; "" for "no file yet";
 *   %NULL to write in any case
 *
 * Atomic and durable: a temporary file in the same folder, fsync, rename, fsync of the folder. At no
 * moment is there half a file; on any error the old file stands as it was and nothing is left beside
 * it. If the file now holds something else than @expected, %G_IO_ERROR_WRONG_ETAG and nothing is
 * written.
 */
gboolean dp_file_replace (GFile *file,
                          GBytes *contents,
                          const char *expected,
                          GCancellable *cancellable,
                          GError **error);

/**
 * dp_sha256:
 *
 * Returns: (transfer full): 64 lower-case hex digits
 */
char *dp_sha256 (GBytes *bytes);

G_END_DECLS
