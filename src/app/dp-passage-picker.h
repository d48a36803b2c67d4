/* dp-passage-picker.h: a button that lets one choose among the highlights of the case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Property: session. Signal "picked" (DpHighlight). */
#define DP_TYPE_PASSAGE_PICKER (dp_passage_picker_get_type ())
G_DECLARE_FINAL_TYPE (DpPassagePicker, dp_passage_picker, DP, PASSAGE_PICKER, AdwBin)

void dp_passage_picker_set_session (DpPassagePicker *self,
                                    DpSession *session);

G_END_DECLS
