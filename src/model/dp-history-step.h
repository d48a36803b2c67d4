/* dp-history-step.h: one step of the history, as a list of changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-shadow.h"

G_BEGIN_DECLS

typedef struct
{
  char *label;
  GPtrArray *changes;  /* (element-type DpChange) */
  GHashTable *by_slot; /* where a property's change stands already */
} DpStep;

DpStep *dp_step_new (const char *label);
void dp_step_free (DpStep *self);

/* The step remembers that the property of @slot went from @before to @after. A second change of the
 * same property only moves the end. */
void dp_step_add_value (DpStep *self,
                        DpSlot *slot,
                        const GValue *before,
                        const GValue *after);
/* @removed and @added: (element-type GObject): at @position */
void dp_step_add_items (DpStep *self,
                        DpSlot *slot,
                        guint position,
                        GPtrArray *removed,
                        GPtrArray *added);

/* Drops what came to nothing; whether anything is left. */
gboolean dp_step_settle (DpStep *self);

/* (nullable): the slot, when the step is the change of one string only */
DpSlot *dp_step_get_typed_slot (DpStep *self);

void dp_step_undo (DpStep *self);
void dp_step_redo (DpStep *self);

G_END_DECLS
