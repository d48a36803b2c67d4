/* dp-new-case-popover.h: the ways to start a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Activates intake.link (s), intake.paste, intake.file and intake.empty of the widgets above it. */
#define DP_TYPE_NEW_CASE_POPOVER (dp_new_case_popover_get_type ())
G_DECLARE_FINAL_TYPE (DpNewCasePopover, dp_new_case_popover, DP, NEW_CASE_POPOVER, GtkPopover)

GtkWidget *dp_new_case_popover_new (void);

G_END_DECLS
