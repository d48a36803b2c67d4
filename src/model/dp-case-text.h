/* dp-case-text.h: the text of case.json in parts, of which those that did not change are kept
 *
 * A case is saved half a second after each change, and a change touches one object of it. So each
 * object of the model keeps its own text until it notifies of a change, which every property that is
 * in the file does; what is fixed when an object is made needs no notice. An article's blocks keep
 * theirs as long as it is the same array of blocks, since those are never changed in place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

/**
 * dp_case_text_get_parts:
 *
 * One after the other they are exactly what dp_json_write() gives for dp_case_to_json(). Each part
 * stays as it is whatever becomes of the case, so any thread may join them.
 *
 * Returns: (transfer full) (element-type GBytes)
 */
GPtrArray *dp_case_text_get_parts (DpCase *self);

/* (transfer full) */
GBytes *dp_case_text_join (GPtrArray *parts);

/* Drops the text that @object, an object of the model, kept: for what changes without a notice. */
void dp_case_text_forget (gpointer object);

/* The notify of the classes whose objects keep a text. It comes before every handler, so that a
 * handler that saves at once saves the change as well. */
void dp_case_text_notify (GObject *object,
                          GParamSpec *property);

G_END_DECLS
