/* dp-lead-image.h: the lead image of an article, which is loaded only when somebody asks for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/**
 * DpLeadImage:
 *
 * A button as long as nobody asked; then the image, which is sealed with the case and shown from there from
 * then on. Keeping it and taking it away again are steps of the history. Not to be seen where the article
 * names no image.
 */
#define DP_TYPE_LEAD_IMAGE (dp_lead_image_get_type ())
G_DECLARE_FINAL_TYPE (DpLeadImage, dp_lead_image, DP, LEAD_IMAGE, AdwBin)

/* @session, @article: (nullable) */
void dp_lead_image_set_article (DpLeadImage *self,
                                DpSession *session,
                                DpArticle *article);

G_END_DECLS
