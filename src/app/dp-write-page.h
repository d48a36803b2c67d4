/* dp-write-page.h: summary and disproof, and how they will read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Properties: session, is-preview. Actions: write.cite, write.preview. */
#define DP_TYPE_WRITE_PAGE (dp_write_page_get_type ())
G_DECLARE_FINAL_TYPE (DpWritePage, dp_write_page, DP, WRITE_PAGE, AdwBin)

void dp_write_page_set_session (DpWritePage *self,
                                DpSession *session);

G_END_DECLS
