/* dp-line-button.h: one line that leads somewhere: to a passage, a claim, a piece of evidence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A flat button with an icon and one line of text, cut off where there is no room. @prefix, if not
 * %NULL, stands before the text in weaker type. */
GtkWidget *dp_line_button_new (const char *icon_name,
                               const char *prefix,
                               const char *text);

G_END_DECLS
