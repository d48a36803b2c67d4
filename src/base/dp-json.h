/* dp-json.h: JSON, read strictly and written twice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * DP_JSON_ERROR:
 *
 * Every message of the reader gives line, column (both from 1, columns in code points) and the JSON
 * pointer (RFC 6901, long keys shortened) of the place.
 */
#define DP_JSON_ERROR (dp_json_error_quark ())
GQuark dp_json_error_quark (void);

typedef enum
{
  DP_JSON_ERROR_SYNTAX,    /* not RFC 8259, or cut short, or more than one document */
  DP_JSON_ERROR_ENCODING,  /* not UTF-8, a lone surrogate, U+0000, a byte order mark */
  DP_JSON_ERROR_DEPTH,     /* nested deeper than DP_JSON_MAX_DEPTH */
  DP_JSON_ERROR_DUPLICATE, /* a key twice in one object, compared unescaped */
  DP_JSON_ERROR_NUMBER,    /* integer outside plus or minus 2^53-1, or not finite */
  DP_JSON_ERROR_SIZE,      /* longer than DP_JSON_MAX_SIZE */
} DpJsonError;

#define DP_JSON_MAX_DEPTH 64
#define DP_JSON_MAX_SIZE ((gsize) 256 * 1024 * 1024)

/**
 * DpJsonRules:
 * @DP_JSON_STRICT: our own files: RFC 8259 and I-JSON (RFC 7493): no duplicate key, no U+0000,
 *   no lone surrogate, no byte order mark, numbers within double and 2^53-1. Noncharacters pass,
 *   unlike in I-JSON, since an article may hold them and must be kept as it is
 * @DP_JSON_GRAMMAR: exactly the grammar of RFC 8259; the last of duplicate keys counts, U+0000
 *   becomes U+FFFD, integers beyond 2^53-1 become doubles; a number beyond all doubles is refused
 * @DP_JSON_FOREIGN: JSON of a page: like %DP_JSON_GRAMMAR, and a byte order mark, raw control
 *   characters in strings, and lone surrogates (which become U+FFFD) pass as well
 */
typedef enum
{
  DP_JSON_STRICT,
  DP_JSON_GRAMMAR,
  DP_JSON_FOREIGN,
} DpJsonRules;

/**
 * dp_json_read:
 * @data: bytes, need not be NUL-terminated
 * @length: how many bytes
 *
 * The one way JSON comes in. json-glib's own parser is never used: 1.6.6 takes invalid documents,
 * wraps integers and overflows the stack. Only its tree is.
 *
 * Returns: (transfer full): the tree, or %NULL with a %DP_JSON_ERROR
 */
JsonNode *dp_json_read (const char *data,
                        gsize length,
                        DpJsonRules rules,
                        GError **error);

/* (transfer full): a node of @object or @array, which it takes */
JsonNode *dp_json_take_object (JsonObject *object);
JsonNode *dp_json_take_array (JsonArray *array);

/**
 * dp_json_find_line:
 * @data: what dp_json_read() took
 * @pointer: RFC 6901
 *
 * Returns: the line, from 1, where that value begins; of the nearest value about it when it is not there
 */
guint dp_json_find_line (const char *data,
                         gsize length,
                         const char *pointer);

/**
 * dp_json_write:
 *
 * The stable, readable form, for case.json: members in the order of the tree, two spaces of indent,
 * a member or element a line, a final newline. Numbers as in dp_json_write_canonical(), but whole
 * ones beyond 2^53-1 with an exponent, so that %DP_JSON_STRICT reads them back.
 *
 * Returns: (transfer full): UTF-8; never fails on a tree without NaN or infinity, else %NULL
 */
GBytes *dp_json_write (JsonNode *node);

/**
 * dp_json_write_canonical:
 *
 * RFC 8785 (JCS): for all that is hashed or signed. Members sorted by UTF-16 code units, numbers as
 * ECMAScript prints them, no white space.
 *
 * Returns: (transfer full): UTF-8 without a NUL at the end, or %NULL with %DP_JSON_ERROR_NUMBER (NaN,
 *   infinity, an integer beyond 2^53-1) or %DP_JSON_ERROR_ENCODING; the message gives the JSON pointer
 */
GBytes *dp_json_write_canonical (JsonNode *node,
                                 GError **error);

G_END_DECLS
