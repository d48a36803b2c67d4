/* dp-translation-editor.h: paste or correct the translation of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Its language, who made it, and its text; an empty text takes the translation away. Ctrl+Enter applies. */
#define DP_TYPE_TRANSLATION_EDITOR (dp_translation_editor_get_type ())
G_DECLARE_FINAL_TYPE (DpTranslationEditor, dp_translation_editor, DP, TRANSLATION_EDITOR, AdwWindow)

GtkWindow *dp_translation_editor_new (DpSession *session,
                                      DpArticle *article);

G_END_DECLS
