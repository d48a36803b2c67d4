/* dp-json-number.h: numbers as ECMAScript prints them, for the two writers of JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole numbers up to here are kept exactly by every reader (2^53-1). */
#define DP_JSON_MAX_SAFE_INTEGER G_GINT64_CONSTANT (9007199254740991)

/**
 * dp_json_append_double:
 * @value: finite
 * @with_exponent: write "1e+20" where ECMAScript writes "100000000000000000000"
 *
 * The shortest digits that read back as @value, set as Number::toString of ECMA-262 (RFC 8785,
 * 3.2.2.3) sets them, in any locale.
 */
void dp_json_append_double (GString *into,
                            double value,
                            gboolean with_exponent);

G_END_DECLS
