/* dp-library-step.h: one undoable change over many cases and files of a library
 *
 * A step is written down before anything is touched, in ".steps" of the library: what changes in which of
 * its files and cases, by whom and when. So it can be taken back, and made again; and what a crash left
 * half done is brought to its end by the next scan. The steps of a library are one history, in which the
 * last one is taken back first, whatever it was about.
 *
 * A file of the library is JSON, and only the difference is carried over to what stands in it by then, see
 * base/dp-json-change.h; of a case single properties are, see model/dp-case-edit.h. So what others changed
 * elsewhere in them stays, also when the step is taken back much later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include "library/dp-library.h"
#include "model/dp-case-edit.h"

G_BEGIN_DECLS

/* Properties, read only, notified: label (translated when it was made, "Merge “A” into “B”"), kind ("narrative-merge"),
 * who (the name of a person), when (RFC 3339), is-undone, undone-by, undone-when ("" when it is not), n-cases
 * (that it changed). */
#define DP_TYPE_LIBRARY_STEP (dp_library_step_get_type ())
G_DECLARE_FINAL_TYPE (DpLibraryStep, dp_library_step, DP, LIBRARY_STEP, GObject)

#define DP_LIBRARY_STEP_ERROR (dp_library_step_error_quark ())
GQuark dp_library_step_error_quark (void);

typedef enum
{
  DP_LIBRARY_STEP_ERROR_CHANGED, /* somebody else changed the same thing since */
  DP_LIBRARY_STEP_ERROR_BUSY,    /* somebody else is changing this library just now */
  DP_LIBRARY_STEP_ERROR_NOTHING, /* nothing to undo, or to redo */
} DpLibraryStepError;

/**
 * DpCasePlan:
 * @dp_case: not to be changed here
 * @edits: (element-type DpCaseEdit): to be added to
 *
 * Finds out what the step changes in one case. For cases that are not open it runs in a thread.
 */
typedef void (*DpCasePlan) (DpCase *dp_case,
                            GPtrArray *edits,
                            gpointer user_data);

/* Called for each case after it was changed (or changed back) and before it is saved: to note in its own
 * history who did it. In a thread for cases that are not open. */
typedef void (*DpCaseSign) (DpCase *dp_case,
                            gpointer user_data);

/* (transfer full): a new step, with nothing in it */
DpLibraryStep *dp_library_step_new (const char *kind,
                                    const char *label,
                                    const char *who);

/**
 * dp_library_step_set_file:
 * @name: of a file in the library's folder
 * @before: (nullable): its content, as read, an object; %NULL when there is no such file yet
 * @after: as it should be
 */
void dp_library_step_set_file (DpLibraryStep *self,
                               const char *name,
                               JsonNode *before,
                               JsonNode *after);

/* @folder: of a case of the library, which @plan is to see */
void dp_library_step_add_case (DpLibraryStep *self,
                               GFile *folder);
void dp_library_step_set_plan (DpLibraryStep *self,
                               DpCasePlan plan,
                               gpointer user_data,
                               GDestroyNotify destroy);

const char *dp_library_step_get_kind (DpLibraryStep *self);
const char *dp_library_step_get_label (DpLibraryStep *self);
const char *dp_library_step_get_who (DpLibraryStep *self);
const char *dp_library_step_get_when (DpLibraryStep *self);
gboolean dp_library_step_is_undone (DpLibraryStep *self);
guint dp_library_step_get_n_cases (DpLibraryStep *self);
/* How many of its edits could not be made or taken back the last time it ran, since somebody had changed
 * the same thing since, or the case is gone or cannot be read. */
guint dp_library_step_get_n_left (DpLibraryStep *self);

/* Who signs; @user_data and @sign must outlive the library, or be replaced by %NULL. */
void dp_library_set_sign (DpLibrary *self,
                          DpCaseSign sign,
                          gpointer user_data);

/* Tell the library of a case that was opened, so that a step changes it there: undoable there as well, and
 * shown at once. Held weakly. */
void dp_library_add_open (DpLibrary *self,
                          DpCaseFile *file);
gboolean dp_library_is_stepping (DpLibrary *self);
/* (transfer full) (nullable) */
DpCaseFile *dp_library_find_open (DpLibrary *self,
                                  GFile *folder);

/* Signal "stepped" (DpLibraryStep) of the library: it was made, undone or redone; read again what of the
 * library's files you hold. Its list of cases follows by itself. */

/**
 * dp_library_run_async:
 *
 * Makes the step: all of it or nothing. One at a time; not while cases are being read in for another.
 */
void dp_library_run_async (DpLibrary *self,
                           DpLibraryStep *step,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean dp_library_run_finish (DpLibrary *self,
                                GAsyncResult *result,
                                GError **error);

/* The same, and waits: for the command line, and for steps without cases, which are quick. */
gboolean dp_library_run (DpLibrary *self,
                         DpLibraryStep *step,
                         GError **error);

/* Takes back the last step that stands; makes the one again that was taken back last. */
void dp_library_undo_async (DpLibrary *self,
                            const char *who,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
void dp_library_redo_async (DpLibrary *self,
                            const char *who,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
/* (transfer full): the step */
DpLibraryStep *dp_library_undo_finish (DpLibrary *self,
                                       GAsyncResult *result,
                                       GError **error);
#define dp_library_redo_finish dp_library_undo_finish
/* (transfer full) */
DpLibraryStep *dp_library_undo (DpLibrary *self,
                                const char *who,
                                GError **error);
DpLibraryStep *dp_library_redo (DpLibrary *self,
                                const char *who,
                                GError **error);

/* (transfer none) (element-type DpLibraryStep): the last ones, the latest first; kept up to date. Reads the
 * folder of steps when first called. */
GListModel *dp_library_list_steps (DpLibrary *self);

/* (transfer none) (nullable): what the next undo, or redo, is of */
DpLibraryStep *dp_library_get_undo_step (DpLibrary *self);
DpLibraryStep *dp_library_get_redo_step (DpLibrary *self);

/* What a crash left half done, brought to its end. May run in any thread; a scan does it first. Whatever
 * another program is doing just now is left to it. */
void dp_library_step_recover (GFile *library);

G_END_DECLS
