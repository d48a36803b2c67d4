/* dp-picker-button.h: a button that opens a picker of objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-picker.h"

G_BEGIN_DECLS

/* Properties: label (of the button), placeholder and nothing-found (of the picker). Signal "picked"
 * (GObject): the value of the item. */
#define DP_TYPE_PICKER_BUTTON (dp_picker_button_get_type ())
G_DECLARE_FINAL_TYPE (DpPickerButton, dp_picker_button, DP, PICKER_BUTTON, AdwBin)

/* @search: (nullable): gets @object, which the button keeps */
void dp_picker_button_set_search (DpPickerButton *self,
                                  DpPickerSearch search,
                                  gpointer object);

G_END_DECLS
