/* dp-application.h: the program: its windows, and what is open in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-workbench.h"

G_BEGIN_DECLS

/**
 * DpApplication:
 *
 * Actions, usable from everywhere: app.open-case (s: id of a case of the library), app.library,
 * app.new-case, app.new-from-link, app.new-from-file, app.search, app.preferences, app.shortcuts,
 * app.about, app.quit.
 */
#define DP_TYPE_APPLICATION (dp_application_get_type ())
G_DECLARE_FINAL_TYPE (DpApplication, dp_application, DP, APPLICATION, AdwApplication)

DpApplication *dp_application_new (void);

DpWorkbench *dp_application_get_workbench (DpApplication *self);

/* Shows the case in a tab of the case window used last; one that is open already is brought forward. */
void dp_application_open_file (DpApplication *self,
                               DpCaseFile *file);

/* Loads it first, unless it is open already. What stands in the way is said in a dialog. */
void dp_application_open_folder (DpApplication *self,
                                 GFile *folder);

/* Saves and closes the case in @folder if it is open. Returns whether nothing is open there now. */
gboolean dp_application_close_folder (DpApplication *self,
                                      GFile *folder);

/* Shows the library window. */
void dp_application_show_library (DpApplication *self);

G_END_DECLS
