/* dp-library-step-private.h: a step as it is written down, for what runs it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/dp-library-step.h"

G_BEGIN_DECLS

/* What is on disk: a step that is being made or undone is brought to its end by whoever finds it. */
typedef enum
{
  DP_STEP_DOING,
  DP_STEP_DONE,
  DP_STEP_UNDOING,
  DP_STEP_UNDONE,
} DpStepState;

typedef struct
{
  char *name;
  JsonNode *empty; /* (nullable): the file with its lists empty, when the step made it */
  JsonNode *before;
  JsonNode *after; /* both pruned to what differs */
  gboolean is_written;
} DpStepFile;

typedef struct
{
  char *folder;     /* its name, as the file system has it */
  char *id;         /* of the case; "" until it was read */
  GPtrArray *edits; /* (element-type DpCaseEdit) */
  gboolean is_written;
} DpStepCase;

struct _DpLibraryStep
{
  GObject parent_instance;

  char *kind;
  char *label;
  char *who;
  char *when;
  char *undone_by;
  char *undone_when;
  DpStepState state;
  GPtrArray *files; /* (element-type DpStepFile) */
  GPtrArray *cases; /* (element-type DpStepCase) */
  GFile *journal;   /* (nullable): where it is written down */

  /* Only of a new one. */
  DpCasePlan plan;
  gpointer plan_data;
  GDestroyNotify plan_destroy;

  guint n_left;
};

#define DP_STEPS_FOLDER ".steps"

/* Where it will be written; chosen by the first call. */
GFile *dp_library_step_choose_file (DpLibraryStep *self,
                                    GFile *library);

/* (transfer full): the files of steps, in order */
GPtrArray *dp_library_step_list_files (GFile *library);
/* (transfer full) (nullable) */
DpLibraryStep *dp_library_step_read (GFile *file,
                                     GError **error);
/* Writes it where it belongs. */
gboolean dp_library_step_write (DpLibraryStep *self,
                                GFile *library,
                                GError **error);

void dp_library_step_set_state (DpLibraryStep *self,
                                DpStepState state);
/* Tells of what threads changed. */
void dp_library_step_notify (DpLibraryStep *self);

/* Carries over one file, or one case that is not open. FALSE: it could not be written. What somebody else
 * changed is %DP_LIBRARY_STEP_ERROR_CHANGED in a file, and counted in @n_left in a case. */
gboolean dp_step_file_carry (DpStepFile *self,
                             GFile *library,
                             gboolean backwards,
                             GError **error);
gboolean dp_step_case_carry (DpStepCase *self,
                             DpLibraryStep *step,
                             GFile *library,
                             DpClock *clock,
                             gboolean backwards,
                             DpCaseSign sign,
                             gpointer sign_data,
                             GError **error);

/* Makes the step, or takes it back: here and now, or as @task (transfer full). */
gboolean dp_library_run_here (DpLibrary *library,
                              DpLibraryStep *step,
                              gboolean backwards,
                              const char *who,
                              GError **error);
void dp_library_run_task (DpLibrary *self,
                          DpLibraryStep *step,
                          gboolean backwards,
                          const char *who,
                          GTask *task);

/* The lock that one program at a time has. -1 with an error when another has it. */
int dp_step_lock (GFile *library,
                  GError **error);
/* @name: of the file of the step that is under way */
gboolean dp_step_lock_note (int lock,
                            const char *name,
                            GError **error);
void dp_step_unlock (int lock);

void dp_library_step_recover_locked (GFile *library,
                                     int lock);

G_END_DECLS
