/* dp-narratives-window.h: the narratives of a library: looking at them, and putting them in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-workbench.h"

G_BEGIN_DECLS

/* What is changed here is a step of the library, see library/dp-library-step.h. Actions: narrative.new, .rename, techniques.import,
 * .describe, .move, .merge, .split, .retire, .restore, .find, .show-retired; history.undo, history.redo; page.close. */
#define DP_TYPE_NARRATIVES_WINDOW (dp_narratives_window_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativesWindow, dp_narratives_window, DP, NARRATIVES_WINDOW, AdwApplicationWindow)

/* @application: (nullable) */
GtkWidget *dp_narratives_window_new (GtkApplication *application,
                                     DpWorkbench *workbench);

G_END_DECLS
