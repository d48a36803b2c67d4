/* dp-state-pill.h: the state of a case, in words and a colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "model/dp-case.h"

G_BEGIN_DECLS

/* Property: state (int, a DpCaseState). */
#define DP_TYPE_STATE_PILL (dp_state_pill_get_type ())
G_DECLARE_FINAL_TYPE (DpStatePill, dp_state_pill, DP, STATE_PILL, AdwBin)

GtkWidget *dp_state_pill_new (void);
void dp_state_pill_set_state (DpStatePill *self,
                              DpCaseState state);

/* An approval that does not hold any more is no approval. */
void dp_state_pill_set_void (DpStatePill *self,
                             gboolean is_void);

G_END_DECLS
