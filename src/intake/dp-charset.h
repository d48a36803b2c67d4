/* dp-charset.h: bytes of a page or a text to UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dp_charset_detect:
 * @declared: (nullable): the charset that came with the bytes (HTTP header, clipboard)
 * @is_html: whether a meta element may name one
 *
 * In this order: a byte order mark, NUL bytes where UTF-16 has them, valid UTF-8 that is more than
 * ASCII, @declared, meta within the first 4096 bytes, a guess by content. A declaration that the
 * bytes contradict is not followed.
 *
 * Returns: a name that iconv knows
 */
const char *dp_charset_detect (GBytes *bytes,
                               const char *declared,
                               gboolean is_html);

/**
 * dp_charset_decode:
 *
 * Never fails: what cannot be decoded becomes U+FFFD. A byte order mark and all NULs are left out.
 *
 * Returns: (transfer full): valid UTF-8
 */
GString *dp_charset_decode (GBytes *bytes,
                            const char *declared,
                            gboolean is_html);

/* Loads the converters of all encodings of the web and keeps them, for a process that will not be able to
 * load any later. */
void dp_charset_load_all (void);

/* (transfer full) (nullable): the charset parameter of a media type, as it stands there */
char *dp_charset_dup_from_media_type (const char *media_type);

G_END_DECLS
