/* dp-readable.h: bytes from somewhere, and what they are taken for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-extraction.h"

G_BEGIN_DECLS

/* What is to be read. It owns nothing. */
typedef struct
{
  GBytes *bytes;
  const char *media_type; /* as the server or the clipboard named it; "" when nobody said */
  const char *link;       /* where it came from, for relative links and the date in the address; "" for none */
  const char *origin;     /* "link", "file", "drop", "clipboard" */
} DpReadable;

/**
 * dp_readable_extract:
 *
 * HTML or text, told apart by content. A pure function, but not one for the process that shows windows
 * or writes cases: foreign bytes are read by a DpReader.
 *
 * Returns: (transfer full): what was found, or %NULL with a DP_INTAKE_ERROR for what is neither
 */
DpExtraction *dp_readable_extract (const DpReadable *self,
                                   GError **error);

/**
 * dp_readable_make_article:
 *
 * Returns: (transfer full): the same as an article, not sealed, or %NULL with %DP_INTAKE_ERROR_EMPTY too
 */
DpArticle *dp_readable_make_article (const DpReadable *self,
                                     GError **error);

G_END_DECLS
