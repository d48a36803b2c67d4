/* dp-library.h: a folder of case folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "base/dp-clock.h"
#include "library/dp-case-entry.h"
#include "model/dp-case-file.h"
#include "reference/dp-narratives.h"

G_BEGIN_DECLS

/**
 * DpLibrary:
 *
 * A GListModel of DpCaseEntry. What it lists is kept in an SQLite index in the cache folder, never in
 * the library itself: deleted, it is made again from the folders. Folders that are no case are not
 * listed; a case that cannot be read is, with its problem.
 *
 * Properties: folder (GFile), is-scanning, n-problems, is-stepping (a step is being made, see dp-library-step.h: open no case
 * until it is).
 */
#define DP_TYPE_LIBRARY (dp_library_get_type ())
G_DECLARE_FINAL_TYPE (DpLibrary, dp_library, DP, LIBRARY, GObject)

/**
 * dp_library_new:
 * @folder: made when first written to
 * @cache_folder: for the index
 */
DpLibrary *dp_library_new (GFile *folder,
                           GFile *cache_folder,
                           DpClock *clock);

/* @narratives: (nullable): by whose labels, looked up by id, cases are listed and searched from now on; a case
 * that is tagged with what was merged since is listed with what it was merged into; of narratives that it does
 * not have, by the label in the case. */
void dp_library_set_narratives (DpLibrary *self,
                                DpNarratives *narratives);

GFile *dp_library_get_folder (DpLibrary *self);

/* (transfer full): the file of the library's own narratives */
GFile *dp_library_get_narratives_file (DpLibrary *self);

gboolean dp_library_is_scanning (DpLibrary *self);
/* How many entries have a problem. */
guint dp_library_get_n_problems (DpLibrary *self);

/* Brings the list up to date with the folders; only changed cases are read. Call it at start, on
 * focus and on refresh: file monitors see little in a sandbox. Scans wait for one another. */
void dp_library_scan_async (DpLibrary *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean dp_library_scan_finish (DpLibrary *self,
                                 GAsyncResult *result,
                                 GError **error);

/* (transfer none) (nullable) */
DpCaseEntry *dp_library_find (DpLibrary *self,
                              const char *case_id);

/**
 * dp_library_create_case:
 * @sealed: (nullable): the bytes that the case's article was made of
 *
 * Writes @dp_case into a new folder named by date and title, and lists it.
 *
 * Returns: (transfer full): the open case
 */
DpCaseFile *dp_library_create_case (DpLibrary *self,
                                    DpCase *dp_case,
                                    GBytes *sealed,
                                    GError **error);

void dp_library_open_async (DpLibrary *self,
                            DpCaseEntry *entry,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* (transfer full) */
DpCaseFile *dp_library_open_finish (DpLibrary *self,
                                    GAsyncResult *result,
                                    GError **error);

/* A copy, with sealed copies and attachments, under a new id, as a draft titled "... (copy)". */
void dp_library_duplicate_async (DpLibrary *self,
                                 DpCaseEntry *entry,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* (transfer full) */
DpCaseEntry *dp_library_duplicate_finish (DpLibrary *self,
                                          GAsyncResult *result,
                                          GError **error);

/* Moves the case's folder into ".trash" of the library and takes it off the list. */
gboolean dp_library_trash (DpLibrary *self,
                           DpCaseEntry *entry,
                           GError **error);
/* Takes that back. */
gboolean dp_library_restore (DpLibrary *self,
                             DpCaseEntry *entry,
                             GError **error);
/* Hands what lies in ".trash" to the desktop's trash, as far as there is one; the rest stays there. */
void dp_library_empty_trash_async (DpLibrary *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean dp_library_empty_trash_finish (DpLibrary *self,
                                        GAsyncResult *result,
                                        GError **error);

/* Call after a save of an open case: its line follows at once. */
void dp_library_update (DpLibrary *self,
                        DpCaseFile *file);

/* One link from another case to this one. */
typedef struct
{
  DpCaseEntry *entry;
  DpRelationKind kind;
} DpBacklink;

/* (transfer full) (element-type DpBacklink): which cases link to @case_id */
GPtrArray *dp_library_find_backlinks (DpLibrary *self,
                                      const char *case_id);

G_END_DECLS
