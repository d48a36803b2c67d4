/* dp-intake-job.h: a case on its way in: fetched or read, then made, or failed and tried again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-workbench.h"

G_BEGIN_DECLS

typedef enum
{
  DP_INTAKE_JOB_RUNNING,
  DP_INTAKE_JOB_FAILED,
  DP_INTAKE_JOB_DONE,
  DP_INTAKE_JOB_CANCELLED,
} DpIntakeJobState;

/**
 * DpIntakeJob:
 *
 * Properties: state, received and total (bytes; total 0 when not known), problem ("" or what went
 * wrong, for people).
 *
 * Signal "case-made" (DpCaseFile): it is in the library, with its article.
 */
#define DP_TYPE_INTAKE_JOB (dp_intake_job_get_type ())
G_DECLARE_FINAL_TYPE (DpIntakeJob, dp_intake_job, DP, INTAKE_JOB, GObject)

DpIntakeJob *dp_intake_job_new (DpWorkbench *workbench);

/* Each begins at once; a job that has failed can be given something else to read, and keeps the link
 * it was first given as the link of its article. */
void dp_intake_job_take_link (DpIntakeJob *self,
                              const char *link);
/* @origin: "file" or "drop" */
void dp_intake_job_take_file (DpIntakeJob *self,
                              GFile *file,
                              const char *origin);
/* @source: (nullable): the page it was copied from; @origin: "clipboard" or "drop" */
void dp_intake_job_take_data (DpIntakeJob *self,
                              GBytes *data,
                              const char *media_type,
                              const char *source,
                              const char *origin);

/* The same again. */
void dp_intake_job_retry (DpIntakeJob *self);
void dp_intake_job_cancel (DpIntakeJob *self);

DpIntakeJobState dp_intake_job_get_state (DpIntakeJob *self);
const char *dp_intake_job_get_problem (DpIntakeJob *self);
guint64 dp_intake_job_get_received (DpIntakeJob *self);
guint64 dp_intake_job_get_total (DpIntakeJob *self);

/* "" when there is none */
const char *dp_intake_job_get_link (DpIntakeJob *self);

/* (transfer full): the host, the file's name, or "the clipboard", for people */
char *dp_intake_job_dup_name (DpIntakeJob *self);

G_END_DECLS
