/* dp-id.h: identifiers and file names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A random UUID (version 4), lower case. (transfer full) */
char *dp_id_new (void);

/* Whether @id is a UUID in lower case, as written by dp_id_new(). */
gboolean dp_id_is_valid (const char *id);

/**
 * dp_slug:
 * @text: UTF-8
 * @max_length: in bytes
 *
 * A file or citation name out of free text: ASCII letters, digits and single hyphens, lower case,
 * cut at a hyphen; Latin diacritics folded, Cyrillic, Greek, Georgian and Armenian transliterated.
 *
 * Returns: (transfer full): may be "" when nothing of @text can be written in ASCII
 */
char *dp_slug (const char *text,
               gsize max_length);

G_END_DECLS
