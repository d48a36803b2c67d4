/* dp-intake-bar.h: a case on its way in, as a bar in the library window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-intake-job.h"

G_BEGIN_DECLS

/* Property: job. Actions: job.cancel, job.retry, job.paste, job.open. Who puts it up takes it down when
 * the job is done or cancelled. */
#define DP_TYPE_INTAKE_BAR (dp_intake_bar_get_type ())
G_DECLARE_FINAL_TYPE (DpIntakeBar, dp_intake_bar, DP, INTAKE_BAR, AdwBin)

GtkWidget *dp_intake_bar_new (DpIntakeJob *job);
DpIntakeJob *dp_intake_bar_get_job (DpIntakeBar *self);

G_END_DECLS
