/* dp-save-status.h: whether a case is saved, in a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "model/dp-case-file.h"

G_BEGIN_DECLS

/* Property: file (DpCaseFile, nullable). */
#define DP_TYPE_SAVE_STATUS (dp_save_status_get_type ())
G_DECLARE_FINAL_TYPE (DpSaveStatus, dp_save_status, DP, SAVE_STATUS, AdwBin)

GtkWidget *dp_save_status_new (void);
void dp_save_status_set_file (DpSaveStatus *self,
                              DpCaseFile *file);

G_END_DECLS
