/* dp-case-chooser.h: a button that lets one choose another case of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Offers all cases of the library but the session's own and those it is related to already. Signal "chosen" (DpCaseEntry). */
#define DP_TYPE_CASE_CHOOSER (dp_case_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DpCaseChooser, dp_case_chooser, DP, CASE_CHOOSER, AdwBin)

void dp_case_chooser_set_session (DpCaseChooser *self,
                                  DpSession *session);

G_END_DECLS
