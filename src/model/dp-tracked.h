/* dp-tracked.h: how an object of the case says what belongs to the case
 *
 * A property with DP_PARAM_TRACKED is part of the case: DpHistory undoes and redoes it, and a change
 * of it makes the case unsaved. A tracked property of type GListModel is a GListStore whose items are
 * followed in turn. Whoever sets a property gets undo and autosave with it; there is nothing to
 * remember at the place of the change.
 *
 * Strings of the model are never NULL: "" is "not given".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DP_PARAM_TRACKED (1 << G_PARAM_USER_SHIFT)

/* What every read-write property of the model has. */
#define DP_PARAM_MODEL (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS | DP_PARAM_TRACKED)

/* What every tracked list property has. */
#define DP_PARAM_MODEL_LIST (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | DP_PARAM_TRACKED)

/* What is fixed when an object is made, and what follows from other properties. */
#define DP_PARAM_FIXED (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS)
#define DP_PARAM_DERIVED (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

G_END_DECLS
