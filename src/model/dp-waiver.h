/* dp-waiver.h: why a check does not apply to a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* check (the id of the check) is fixed; tracked: reason, author (a name for people). */
#define DP_TYPE_WAIVER (dp_waiver_get_type ())
G_DECLARE_FINAL_TYPE (DpWaiver, dp_waiver, DP, WAIVER, GObject)

DpWaiver *dp_waiver_new (const char *check,
                         const char *reason,
                         const char *author);

const char *dp_waiver_get_check (DpWaiver *self);
const char *dp_waiver_get_reason (DpWaiver *self);
void dp_waiver_set_reason (DpWaiver *self, const char *reason);
const char *dp_waiver_get_author (DpWaiver *self);
void dp_waiver_set_author (DpWaiver *self, const char *author);

G_END_DECLS
