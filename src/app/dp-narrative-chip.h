/* dp-narrative-chip.h: the name of a narrative with its colour and letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "reference/dp-narrative.h"

G_BEGIN_DECLS

/* Property: is-removable (shows the button). Signal "remove" (). */
#define DP_TYPE_NARRATIVE_CHIP (dp_narrative_chip_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativeChip, dp_narrative_chip, DP, NARRATIVE_CHIP, AdwBin)

GtkWidget *dp_narrative_chip_new (DpNarrative *narrative);
DpNarrative *dp_narrative_chip_get_narrative (DpNarrativeChip *self);
void dp_narrative_chip_set_removable (DpNarrativeChip *self,
                                      gboolean is_removable);

/* (transfer full): the CSS class of its colour, "narrative-3" */
char *dp_narrative_dup_css_class (DpNarrative *narrative);

G_END_DECLS
