/* dp-scan.h: which cases lie in a folder, and what they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "library/dp-case-facts.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *found;   /* (element-type DpCaseFacts): all */
  GPtrArray *changed; /* (element-type DpCaseFacts): those of them that had to be read */
  GPtrArray *gone;    /* (element-type filename): what was known and is no longer there */
} DpScan;

void dp_scan_free (DpScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpScan, dp_scan_free)

/**
 * dp_scan_folder:
 * @folder: need not exist: then nothing is in it
 * @known: (element-type filename DpCaseFacts): from the last time; a case whose file has the size and
 *   time that it had then is not read again
 *
 * Takes folders that have a case.json; links to folders, and folders whose name begins with a dot, are
 * passed over. May run in any thread.
 *
 * Returns: %NULL with an error when the folder itself cannot be read, or when cancelled
 */
DpScan *dp_scan_folder (GFile *folder,
                        GHashTable *known,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
