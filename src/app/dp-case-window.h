/* dp-case-window.h: open cases, a tab each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/**
 * DpCaseWindow:
 *
 * Property: workbench. Actions: history.undo, history.redo, case.save, case.save-copy, case.merge,
 * case.open-folder, tab.detach, page.close; and those of DpCasePage, handed on to the case shown.
 */
#define DP_TYPE_CASE_WINDOW (dp_case_window_get_type ())
G_DECLARE_FINAL_TYPE (DpCaseWindow, dp_case_window, DP, CASE_WINDOW, AdwApplicationWindow)

GtkWidget *dp_case_window_new (GtkApplication *application,
                               DpWorkbench *workbench);

/* Opens a tab for it and shows that. */
void dp_case_window_add (DpCaseWindow *self,
                         DpSession *session);

/* Puts a tab for @session in the place of that of @old, which has nothing to save any more. */
void dp_case_window_replace (DpCaseWindow *self,
                             DpSession *old,
                             DpSession *session);

/* (transfer none) (nullable): of the tab shown */
DpSession *dp_case_window_get_session (DpCaseWindow *self);

/* (transfer full) (element-type DpSession): in the order of the tabs */
GPtrArray *dp_case_window_list_sessions (DpCaseWindow *self);

/* Shows the tab of the case in @folder, if there is one. */
gboolean dp_case_window_show_folder (DpCaseWindow *self,
                                     GFile *folder);

/* Closes the tab of a case that has been saved. */
void dp_case_window_remove (DpCaseWindow *self,
                            DpSession *session);

G_END_DECLS
