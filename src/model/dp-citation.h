/* dp-citation.h: citations of evidence in Markdown
 *
 * A citation is "[@key]", or "[@key; @other]" for several at one place. A key is ASCII letters,
 * digits and hyphens. Within code (between backticks) it is no citation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gsize start; /* bytes: of the opening bracket */
  gsize end;   /* bytes: behind the closing bracket */
  char **keys;
} DpCitation;

/* (transfer full) (element-type DpCitation): in order; freed with the array */
GPtrArray *dp_citations_find (const char *markdown);

G_END_DECLS
