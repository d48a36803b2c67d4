/* dp-inquiry-row.h: somebody who is asked about the claims, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Its subtitle says the outcome, and whether the deadline is over. Action: inquiry.remove. It uses
 * write.append (s): the sentence for the disproof. */
#define DP_TYPE_INQUIRY_ROW (dp_inquiry_row_get_type ())
G_DECLARE_FINAL_TYPE (DpInquiryRow, dp_inquiry_row, DP, INQUIRY_ROW, AdwExpanderRow)

GtkWidget *dp_inquiry_row_new (DpSession *session,
                               DpInquiry *inquiry);

G_END_DECLS
