/* dp-narrative-page.h: all that is known of one narrative
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-workbench.h"

G_BEGIN_DECLS

/* What it says, what is held against it, its names, and the passages of the library that are tagged with it, read
 * in a thread. Passages can be ticked: signal "ticked" (). */
#define DP_TYPE_NARRATIVE_PAGE (dp_narrative_page_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativePage, dp_narrative_page, DP, NARRATIVE_PAGE, AdwBin)

/* @narrative: (nullable) */
void dp_narrative_page_show (DpNarrativePage *self,
                             DpWorkbench *workbench,
                             DpNarrative *narrative);

/* (transfer full) (element-type DpQuote) */
GPtrArray *dp_narrative_page_list_ticked (DpNarrativePage *self);

G_END_DECLS
