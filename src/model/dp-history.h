/* dp-history.h: undo and redo over everything in the case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>
#include "base/dp-clock.h"

G_BEGIN_DECLS

/**
 * DpHistory:
 *
 * Follows an object, its tracked properties and the items of its tracked lists (see dp-tracked.h),
 * and keeps each change so that it can be taken back. Properties: can-undo, can-redo, undo-label,
 * redo-label ("" or what the step was called).
 *
 * Signal "changed" (): any tracked change happened, by hand, by undo or by redo.
 */
#define DP_TYPE_HISTORY (dp_history_get_type ())
G_DECLARE_FINAL_TYPE (DpHistory, dp_history, DP, HISTORY, GObject)

DpHistory *dp_history_new (GObject *root,
                           DpClock *clock);

/**
 * dp_history_begin:
 * @label: (nullable): what the step is, translated, as in "Undo: highlight"
 *
 * What changes until the matching dp_history_end() is one step. Pairs nest; the outermost label
 * counts. Outside a pair each change is a step of its own, except typing: changes of one string
 * property, one after another with less than a second between them, are one step.
 */
void dp_history_begin (DpHistory *self,
                       const char *label);
void dp_history_end (DpHistory *self);

/* The next change of a string begins a new step even if it follows at once. */
void dp_history_break (DpHistory *self);

/* Whether there was a step to take back. */
gboolean dp_history_undo (DpHistory *self);
gboolean dp_history_redo (DpHistory *self);

gboolean dp_history_can_undo (DpHistory *self);
gboolean dp_history_can_redo (DpHistory *self);
const char *dp_history_get_undo_label (DpHistory *self);
const char *dp_history_get_redo_label (DpHistory *self);

G_END_DECLS
