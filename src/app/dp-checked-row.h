/* dp-checked-row.h: an entry of a date, a link or a language, that says whether it is one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Properties: check ("date", "link" or "language"), value (ISO 8601, an address, BCP 47; "" for
 * nothing). A date or language takes its value only when it is one; what people write is left as
 * they wrote it. */
#define DP_TYPE_CHECKED_ROW (dp_checked_row_get_type ())
G_DECLARE_FINAL_TYPE (DpCheckedRow, dp_checked_row, DP, CHECKED_ROW, AdwEntryRow)

const char *dp_checked_row_get_value (DpCheckedRow *self);
void dp_checked_row_set_value (DpCheckedRow *self,
                               const char *value);
gboolean dp_checked_row_is_valid (DpCheckedRow *self);

G_END_DECLS
