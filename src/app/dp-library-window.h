/* dp-library-window.h: the folder of cases, and the ways into it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-workbench.h"

G_BEGIN_DECLS

/**
 * DpLibraryWindow:
 *
 * Property: workbench. Actions: intake.link (s), intake.paste, intake.file, intake.empty, intake.menu;
 * entry.open, entry.duplicate, entry.trash, entry.open-folder and entry.menu for the selected case;
 * library.refresh, library.add-sample, library.show-all, library.search, page.close.
 */
#define DP_TYPE_LIBRARY_WINDOW (dp_library_window_get_type ())
G_DECLARE_FINAL_TYPE (DpLibraryWindow, dp_library_window, DP, LIBRARY_WINDOW, AdwApplicationWindow)

GtkWidget *dp_library_window_new (GtkApplication *application,
                                  DpWorkbench *workbench);

/* Starts a case; the window shows how far it is. A folder is opened as the case that it is. */
void dp_library_window_take_link (DpLibraryWindow *self,
                                  const char *link);
void dp_library_window_take_file (DpLibraryWindow *self,
                                  GFile *file,
                                  const char *origin);

/* Says something in passing. */
void dp_library_window_toast (DpLibraryWindow *self,
                              const char *text);

G_END_DECLS
