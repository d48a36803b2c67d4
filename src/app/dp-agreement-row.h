/* dp-agreement-row.h: how far the cross-checks of a library agree, in one row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* It counts in a thread, anew each time that it comes to be seen. */
#define DP_TYPE_AGREEMENT_ROW (dp_agreement_row_get_type ())
G_DECLARE_FINAL_TYPE (DpAgreementRow, dp_agreement_row, DP, AGREEMENT_ROW, AdwActionRow)

/* @library: its folder */
void dp_agreement_row_set_library (DpAgreementRow *self,
                                   GFile *library);

G_END_DECLS
