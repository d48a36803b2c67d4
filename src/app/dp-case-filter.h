/* dp-case-filter.h: the quick filter of the library window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "app/dp-scope.h"

G_BEGIN_DECLS

/* Properties: query (what was typed), scope (DpScope, nullable: all). */
#define DP_TYPE_CASE_FILTER (dp_case_filter_get_type ())
G_DECLARE_FINAL_TYPE (DpCaseFilter, dp_case_filter, DP, CASE_FILTER, GtkFilter)

DpCaseFilter *dp_case_filter_new (void);
const char *dp_case_filter_get_query (DpCaseFilter *self);
void dp_case_filter_set_query (DpCaseFilter *self,
                               const char *query);
DpScope *dp_case_filter_get_scope (DpCaseFilter *self);
void dp_case_filter_set_scope (DpCaseFilter *self,
                               DpScope *scope);

G_END_DECLS
