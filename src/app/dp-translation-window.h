/* dp-translation-window.h: an article and its translation side by side, sentence by sentence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* A highlight shows on both sides, wherever it was made. Of the row that is selected: Enter highlights the
 * sentence of the original, Delete takes the highlight away; M puts the row together with the next, S
 * divides it, Alt with an arrow up or down hands its first or last sentence of the translation to its
 * neighbour. What a person put together stays so. All of it can be undone. */
#define DP_TYPE_TRANSLATION_WINDOW (dp_translation_window_get_type ())
G_DECLARE_FINAL_TYPE (DpTranslationWindow, dp_translation_window, DP, TRANSLATION_WINDOW, AdwWindow)

GtkWindow *dp_translation_window_new (DpSession *session,
                                      DpArticle *article);

G_END_DECLS
