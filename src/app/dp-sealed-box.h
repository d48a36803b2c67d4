/* dp-sealed-box.h: what is known of the sealed copy of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Actions: sealed.copy-digest, sealed.check. */
#define DP_TYPE_SEALED_BOX (dp_sealed_box_get_type ())
G_DECLARE_FINAL_TYPE (DpSealedBox, dp_sealed_box, DP, SEALED_BOX, AdwBin)

/* @article: (nullable) */
void dp_sealed_box_set_article (DpSealedBox *self,
                                DpSession *session,
                                DpArticle *article);

G_END_DECLS
