/* dp-index.h: what was read from the cases of one library, kept for the next start
 *
 * A cache and nothing else: whatever is wrong with it, it is made anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "library/dp-case-facts.h"

G_BEGIN_DECLS

/* Raise it with every change of the tables or of what stands in them, and leave a sample of the old
 * one in tests/library/indices. */
#define DP_INDEX_VERSION 1

typedef struct _DpIndex DpIndex;

/* (transfer full): where the index of @library lies in @cache_folder */
GFile *dp_index_get_file (GFile *cache_folder,
                          GFile *library);

/**
 * dp_index_open:
 * @file: made, with its folders, when missing; emptied when it is of another version or broken
 * @known: (out) (transfer full) (element-type filename DpCaseFacts): what stands in it, by name of
 *   folder
 *
 * Returns: %NULL with an error when there can be no index there: a folder that cannot be written, a
 *   full disk
 */
DpIndex *dp_index_open (GFile *file,
                        GHashTable **known,
                        GError **error);
void dp_index_close (DpIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpIndex, dp_index_close)

/**
 * dp_index_store:
 * @changed: (element-type DpCaseFacts): to put in, or in place of what is there
 * @gone: (element-type filename): names to take out
 *
 * All or nothing. A case that cannot be read is only taken out: whether it can be is found out anew
 * each time, since a later version, or other rights, may read what did not change.
 */
gboolean dp_index_store (DpIndex *self,
                         GPtrArray *changed,
                         GPtrArray *gone,
                         GError **error);

G_END_DECLS
