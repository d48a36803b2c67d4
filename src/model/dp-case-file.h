/* dp-case-file.h: a case and its folder: loading, saving as one goes, sealed copies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dp-clock.h"
#include "model/dp-case.h"
#include "model/dp-history.h"
#include "model/dp-merge.h"

G_BEGIN_DECLS

/* The name of the file that is the case, in its folder. */
#define DP_CASE_FILE_NAME "case.json"

typedef enum
{
  DP_SAVE_STATE_SAVED,
  DP_SAVE_STATE_PENDING, /* changed, will be saved in a moment */
  DP_SAVE_STATE_SAVING,
  DP_SAVE_STATE_FAILED, /* see problem; the next change or dp_case_file_save_async() tries again */
} DpSaveState;

#define DP_TYPE_SAVE_STATE (dp_save_state_get_type ())
GType dp_save_state_get_type (void);

/**
 * DpCaseFile:
 *
 * Properties: case, folder (GFile), history, save-state, problem ("" or what stands in the way of
 * saving, for people), is-changed-outside (somebody else wrote the file since it was read or written
 * here; nothing is saved until dp_case_file_merge() or dp_case_file_save_as_copy()).
 *
 * Each change is saved by itself half a second later, atomically, in a thread. If somebody else
 * wrote the file meanwhile, nothing is overwritten: the state is failed, with a problem that says so.
 */
#define DP_TYPE_CASE_FILE (dp_case_file_get_type ())
G_DECLARE_FINAL_TYPE (DpCaseFile, dp_case_file, DP, CASE_FILE, GObject)

/* Makes the folder (its parent must exist, itself must not) with sealed/ in it, and writes case.json. */
DpCaseFile *dp_case_file_create (GFile *folder,
                                 DpCase *dp_case,
                                 DpClock *clock,
                                 GError **error);

/* The same, with @sealed (nullable) kept in sealed/ before case.json speaks of it. */
DpCaseFile *dp_case_file_create_sealed (GFile *folder,
                                        DpCase *dp_case,
                                        GBytes *sealed,
                                        DpClock *clock,
                                        GError **error);

/* A file that is no case, broken, or from the future: the error names the place, nothing is touched. */
DpCaseFile *dp_case_file_load (GFile *folder,
                               DpClock *clock,
                               GError **error);
void dp_case_file_load_async (GFile *folder,
                              DpClock *clock,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
DpCaseFile *dp_case_file_load_finish (GAsyncResult *result,
                                      GError **error);

DpCase *dp_case_file_get_case (DpCaseFile *self);
GFile *dp_case_file_get_folder (DpCaseFile *self);
DpHistory *dp_case_file_get_history (DpCaseFile *self);
DpSaveState dp_case_file_get_save_state (DpCaseFile *self);
const char *dp_case_file_get_problem (DpCaseFile *self);

/* Saves now what is not saved yet; waits for a save under way. */
gboolean dp_case_file_save (DpCaseFile *self,
                            GError **error);
void dp_case_file_save_async (DpCaseFile *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean dp_case_file_save_finish (DpCaseFile *self,
                                   GAsyncResult *result,
                                   GError **error);

/* Writes the case, under a new id, into a new folder beside its own, and goes on there. */
gboolean dp_case_file_save_as_copy (DpCaseFile *self,
                                    GError **error);

/* Begins to look whether somebody else writes the file; what it finds is is-changed-outside. */
void dp_case_file_watch (DpCaseFile *self);
gboolean dp_case_file_is_changed_outside (DpCaseFile *self);

/**
 * dp_case_file_merge:
 * @choices: (nullable): as for dp_merge()
 * @conflicts: (out) (transfer full) (element-type DpMergeConflict): all, decided or not
 * @error: what is in the file now cannot be read, or what comes of it not written
 *
 * Makes one of the case as it is here and of what somebody else wrote, both of which come from what was last
 * read or written here. Where each conflict has its choice, that is written; then this object is over: load
 * the folder anew, and let go of this one, which saves no more.
 *
 * Returns: whether it was written; %FALSE without an error where a choice is missing, and nothing happened
 */
gboolean dp_case_file_merge (DpCaseFile *self,
                             GHashTable *choices,
                             GPtrArray **conflicts,
                             GError **error);

/* Keeps @bytes in sealed/ under their digest. */
gboolean dp_case_file_seal (DpCaseFile *self,
                            GBytes *bytes,
                            GError **error);

/* Reads and checks a case.json without keeping it open; for lists. (transfer full) */
DpCase *dp_case_read (GFile *folder,
                      GError **error);

G_END_DECLS
