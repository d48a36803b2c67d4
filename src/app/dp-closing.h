/* dp-closing.h: a case is closed only when it is saved, or when its writer says otherwise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/**
 * dp_closing_ask_async:
 * @window: over which to ask, if it must be asked
 *
 * Saves what is not saved yet. Only if that fails there is a question: save a copy, close all the
 * same, or go on with the case.
 */
void dp_closing_ask_async (GtkWindow *window,
                           DpSession *session,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* Whether it may be closed. The callback's source is the window. */
gboolean dp_closing_finish (GAsyncResult *result);

G_END_DECLS
