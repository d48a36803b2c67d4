/* dp-copy.h: a second case out of a first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "library/dp-case-facts.h"

G_BEGIN_DECLS

/* (transfer full): a name for the folder of a case, as "2026-01-10-title-of-the-case"; @attempt counts
 * from 1 and is added from 2 on */
char *dp_copy_name_folder (DpCase *dp_case,
                           GDateTime *now,
                           guint attempt);

/**
 * dp_copy_case:
 * @library: where the copy goes
 * @source: the folder of the case
 *
 * Copies the case with all that lies beside it, under a new id, as a draft; it appears in @library
 * whole or not at all. Links and hidden files stay behind. May run in any thread.
 *
 * Returns: (transfer full): what the list shows of the copy
 */
DpCaseFacts *dp_copy_case (GFile *library,
                           GFile *source,
                           GDateTime *now,
                           GCancellable *cancellable,
                           GError **error);

/* Removes a folder with all in it, as far as that works. */
void dp_copy_discard (GFile *folder);

G_END_DECLS
