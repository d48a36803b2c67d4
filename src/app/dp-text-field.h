/* dp-text-field.h: a titled field for some lines of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Grows with its text; Tab leaves it. Properties: title (above the text, and its accessible name),
 * placeholder (shown while it is empty), text. */
#define DP_TYPE_TEXT_FIELD (dp_text_field_get_type ())
G_DECLARE_FINAL_TYPE (DpTextField, dp_text_field, DP, TEXT_FIELD, AdwBin)

GtkWidget *dp_text_field_new (void);

/* (transfer full) */
char *dp_text_field_dup_text (DpTextField *self);
void dp_text_field_set_text (DpTextField *self,
                             const char *text);

G_END_DECLS
