/* dp-list-box.h: what the lists of the windows have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes out all rows. (GTK has it from 4.12 on.) */
void dp_list_box_clear (GtkListBox *list);

/**
 * dp_list_box_new_or_nothing:
 * @label: what it lists, for a screen reader
 * @words: what is to be read in its place while it is empty
 * @list: (out) (transfer none): with its rows in a frame
 * @nothing: (out) (transfer none): the words; who fills the list shows the one or the other
 *
 * Returns: (transfer floating): both, one above the other
 */
GtkWidget *dp_list_box_new_or_nothing (const char *label,
                                       const char *words,
                                       GtkListBox **list,
                                       GtkLabel **nothing);

G_END_DECLS
