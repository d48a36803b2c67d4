/* dp-reader.h: foreign bytes read by a process of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-readable.h"

G_BEGIN_DECLS

/**
 * DpReader:
 *
 * Pages are parsed in small processes (disproof-reader) that have no network, no files and little
 * memory, and are known to die: one that does, or that takes too long, is ended, and its page is named
 * as one that cannot be read. A few are kept waiting for the next page.
 *
 * May be used from any thread; what reads, blocks.
 *
 * Properties: program (construct only; %NULL: disproof-reader), time-limit (seconds for one page, 20).
 */
#define DP_TYPE_READER (dp_reader_get_type ())
G_DECLARE_FINAL_TYPE (DpReader, dp_reader, DP, READER, GObject)

DpReader *dp_reader_new (void);

/**
 * dp_reader_read_article:
 *
 * What dp_readable_extract() gives, as an article.
 *
 * Returns: (transfer full): in no case, not sealed; or %NULL with %DP_INTAKE_ERROR_TYPE,
 *   %DP_INTAKE_ERROR_EMPTY, %DP_INTAKE_ERROR_HOSTILE or %DP_INTAKE_ERROR_READER
 */
DpArticle *dp_reader_read_article (DpReader *self,
                                   const DpReadable *readable,
                                   GCancellable *cancellable,
                                   GError **error);

/* (transfer full): the same as dp_extraction_to_json() prints it */
JsonNode *dp_reader_read_extraction (DpReader *self,
                                     const DpReadable *readable,
                                     GCancellable *cancellable,
                                     GError **error);

/* (transfer full): {files, network, processes}: which of them a reader could use */
JsonNode *dp_reader_read_confinement (DpReader *self,
                                      GError **error);

G_END_DECLS
