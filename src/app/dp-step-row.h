/* dp-step-row.h: one change of the whole library, in the list of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "library/dp-library-step.h"

G_BEGIN_DECLS

/* @item: a DpLibraryStep; for gtk_list_box_bind_model(). What it is, who made it, when, and whether it was undone since. */
GtkWidget *dp_step_row_new (gpointer item,
                            gpointer user_data);

G_END_DECLS
