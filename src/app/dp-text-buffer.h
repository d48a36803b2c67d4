/* dp-text-buffer.h: a text buffer whose content can be bound to a string of the case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Property: content (the whole text). Setting it changes only what differs, so that the cursor and
 * the scrolled place stay where they are; undo is the case's own, not the buffer's. */
#define DP_TYPE_TEXT_BUFFER (dp_text_buffer_get_type ())
G_DECLARE_FINAL_TYPE (DpTextBuffer, dp_text_buffer, DP, TEXT_BUFFER, GtkTextBuffer)

char *dp_text_buffer_dup_content (DpTextBuffer *self);
void dp_text_buffer_set_content (DpTextBuffer *self,
                                 const char *content);

/* Whether the change under way comes from dp_text_buffer_set_content(), not from a person. */
gboolean dp_text_buffer_is_setting (DpTextBuffer *self);

G_END_DECLS
