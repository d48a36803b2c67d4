/* dp-case-folder.h: the folder of a case: reading and writing what lies in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

/* @digest: (out) (transfer full) (nullable): SHA-256 of what was read */
DpCase *dp_case_folder_load (GFile *folder,
                             char **digest,
                             GCancellable *cancellable,
                             GError **error);

/* (transfer full): the bytes of case.json */
GBytes *dp_case_folder_make_bytes (DpCase *dp_case);

/* @expected: as for dp_file_replace() */
gboolean dp_case_folder_write (GFile *folder,
                               GBytes *bytes,
                               const char *expected,
                               GError **error);

/* Makes @folder, which must not exist, with a folder for sealed copies, @sealed (nullable) in it, and then
 * @bytes as its case.json: where there is a case, there is what it speaks of. On an error nothing of it is
 * left. */
gboolean dp_case_folder_create (GFile *folder,
                                GBytes *bytes,
                                GBytes *sealed,
                                GError **error);

/* (transfer full): a folder beside @folder that does not exist yet */
GFile *dp_case_folder_get_neighbour (GFile *folder);

/* Sealed copies, attachments and published versions; what is not there is no error. */
gboolean dp_case_folder_copy_files (GFile *from,
                                    GFile *to,
                                    GError **error);

gboolean dp_case_folder_seal (GFile *folder,
                              GBytes *bytes,
                              GError **error);

G_END_DECLS
