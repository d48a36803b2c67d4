/* dp-text-corrector.h: correct the text of an article, and see what becomes of its highlights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Action: text.apply. */
#define DP_TYPE_TEXT_CORRECTOR (dp_text_corrector_get_type ())
G_DECLARE_FINAL_TYPE (DpTextCorrector, dp_text_corrector, DP, TEXT_CORRECTOR, AdwWindow)

GtkWindow *dp_text_corrector_new (DpSession *session,
                                  DpArticle *article);

G_END_DECLS
