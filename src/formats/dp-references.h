/* dp-references.h: sources from references that other programs keep: CSL-JSON and RIS
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-evidence.h"

G_BEGIN_DECLS

/**
 * DP_REFERENCES_ERROR:
 *
 * Every message says where: the line (from 1), and for CSL-JSON the JSON pointer too.
 */
#define DP_REFERENCES_ERROR (dp_references_error_quark ())
GQuark dp_references_error_quark (void);

typedef enum
{
  DP_REFERENCES_ERROR_SYNTAX,  /* neither format, or not as the format has it */
  DP_REFERENCES_ERROR_INVALID, /* a value of the wrong type, a day that does not exist, a reference without title and link */
  DP_REFERENCES_ERROR_SIZE,    /* longer than DP_REFERENCES_MAX_SIZE, or more than DP_REFERENCES_MAX */
} DpReferencesError;

#define DP_REFERENCES_MAX_SIZE ((gsize) 8 * 1024 * 1024)
#define DP_REFERENCES_MAX 1000

/**
 * dp_references_read:
 * @text: bytes as pasted; a byte order mark may stand first
 * @length: how many bytes
 *
 * Reads one or several references: CSL-JSON when the text begins with "[" or "{", else RIS. All or
 * none: one that is wrong refuses the whole text.
 *
 * Taken are title, link (a DOI is made one), publisher (the container, else the publisher), author
 * ("Given Family", several with commas between), date, kind and note. Keys are left to the case. A
 * date in words ("in press") goes to the note, since a date here is ISO 8601.
 *
 * Returns: (transfer full) (element-type DpEvidence): sources of no case yet, at least one, in the
 *   order of the text; %NULL with a %DP_REFERENCES_ERROR or, for what is no JSON, a %DP_JSON_ERROR
 */
GPtrArray *dp_references_read (const char *text,
                               gsize length,
                               GError **error);

G_END_DECLS
