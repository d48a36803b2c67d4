/* dp-encoding.h: what a server did to the bytes of an answer, undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What we ask servers for. */
#define DP_ENCODINGS_ACCEPTED "gzip, deflate, br"

/**
 * dp_encoding_undo:
 * @encodings: a Content-Encoding: "gzip", "br", "deflate" (with or without the zlib frame, as servers
 *   understand it both ways), or several with commas, in the order in which they were done
 * @limit: bytes that may come out, after each of them
 *
 * An answer that ends before its encoding does is refused: a page is whole or it is not taken.
 *
 * Returns: (transfer full): or %G_IO_ERROR_INVALID_DATA, %G_IO_ERROR_MESSAGE_TOO_LARGE, and
 *   %G_IO_ERROR_NOT_SUPPORTED for an encoding that nobody asked for; messages are for programmers
 */
GBytes *dp_encoding_undo (GBytes *bytes,
                          const char *encodings,
                          gsize limit,
                          GError **error);

G_END_DECLS
