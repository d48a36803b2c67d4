/* dp-picker.h: choose by typing: an entry, and under it what fits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-picker-item.h"

G_BEGIN_DECLS

/* (transfer full) (element-type DpPickerItem): what fits @query, best first; all for "" */
typedef GPtrArray *(*DpPickerSearch) (const char *query,
                                      gpointer user_data);

/* Up and Down move in the list while one types, Enter takes, a click takes. Properties: placeholder
 * (and accessible name of the entry), nothing-found (what to say when nothing fits). Signals: "picked"
 * (DpPickerItem); "selected" (DpPickerItem, nullable): Enter would take it now. */
#define DP_TYPE_PICKER (dp_picker_get_type ())
G_DECLARE_FINAL_TYPE (DpPicker, dp_picker, DP, PICKER, AdwBin)

void dp_picker_set_search (DpPicker *self,
                           DpPickerSearch search,
                           gpointer user_data);

/* Empties the entry and looks again. */
void dp_picker_restart (DpPicker *self);

/* Looks again for what stands in the entry. */
void dp_picker_refresh (DpPicker *self);

const char *dp_picker_get_query (DpPicker *self);
void dp_picker_set_query (DpPicker *self,
                          const char *query);

/* Whether each word of @query occurs in @text; case and diacritics do not matter. */
gboolean dp_picker_matches (const char *query,
                            const char *text);

G_END_DECLS
