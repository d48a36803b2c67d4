/* dp-save-job.h: one writing of a case, which a thread does and anybody can wait for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DpSaveJob DpSaveJob;

/* @parts: (element-type GBytes): what to write, joined when it runs
 * @expected: as for dp_file_replace() */
DpSaveJob *dp_save_job_new (GFile *folder,
                            GPtrArray *parts,
                            const char *expected);
DpSaveJob *dp_save_job_ref (DpSaveJob *self);
void dp_save_job_unref (DpSaveJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpSaveJob, dp_save_job_unref)

/* Writes; once, in any thread. */
void dp_save_job_run (DpSaveJob *self);
void dp_save_job_wait (DpSaveJob *self);

/* After it ran. (transfer none) (nullable) */
const GError *dp_save_job_get_error (DpSaveJob *self);
const char *dp_save_job_get_digest (DpSaveJob *self);

G_END_DECLS
