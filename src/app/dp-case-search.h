/* dp-case-search.h: the cases of the library that a case can be related to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-session.h"

G_BEGIN_DECLS

/* (transfer full) (element-type DpPickerItem): a DpPickerSearch; the values are DpCaseEntry: all of the
 * library but the case of the DpSession @session and those that it is related to already */
GPtrArray *dp_case_search (const char *query,
                           gpointer session);

G_END_DECLS
