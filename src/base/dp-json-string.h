/* dp-json-string.h: texts in JSON, for the two writers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text in quotes, with the escapes that RFC 8785 (3.2.2.2) allows and no others. */
void dp_json_append_string (GString *into,
                            const char *text);

G_END_DECLS
