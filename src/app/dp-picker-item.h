/* dp-picker-item.h: one of the things that a picker offers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Properties, constructed once: title, subtitle, badge (up to two letters), badge-classes (GStrv of
 * CSS classes). What it stands for is a boxed value. */
#define DP_TYPE_PICKER_ITEM (dp_picker_item_get_type ())
G_DECLARE_FINAL_TYPE (DpPickerItem, dp_picker_item, DP, PICKER_ITEM, GObject)

/* @type: of @value, an object or a boxed type; the item keeps a reference or copy. */
DpPickerItem *dp_picker_item_new (const char *title,
                                  const char *subtitle,
                                  GType type,
                                  gconstpointer value);

/* A coloured mark with letters in front of the title. */
void dp_picker_item_set_badge (DpPickerItem *self,
                               const char *letters,
                               const char *css_class);

const char *dp_picker_item_get_title (DpPickerItem *self);

/* Whether its value is of @type. */
gboolean dp_picker_item_holds (DpPickerItem *self,
                               GType type);

/* (transfer none) */
gpointer dp_picker_item_get_value (DpPickerItem *self);

G_END_DECLS
