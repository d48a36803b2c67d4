/* dp-narrative-tree.h: the narratives as a tree, to be searched and to be put in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-workbench.h"

G_BEGIN_DECLS

/* Properties: workbench; selected (DpNarrative, nullable); show-retired. A narrative that is dragged onto another
 * gives the signal "dropped" (id, parent_id), parent_id "" below all others; Enter and a click on it "activated". */
#define DP_TYPE_NARRATIVE_TREE (dp_narrative_tree_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativeTree, dp_narrative_tree, DP, NARRATIVE_TREE, AdwBin)

void dp_narrative_tree_set_workbench (DpNarrativeTree *self,
                                      DpWorkbench *workbench);

/* (transfer none) (nullable) */
DpNarrative *dp_narrative_tree_get_selected (DpNarrativeTree *self);
void dp_narrative_tree_select (DpNarrativeTree *self,
                               const char *id);
/* Whether a single click is to lead on, as where the page is not beside the tree. */
void dp_narrative_tree_set_alone (DpNarrativeTree *self,
                                  gboolean is_alone);
void dp_narrative_tree_find (DpNarrativeTree *self);
void dp_narrative_tree_set_show_retired (DpNarrativeTree *self,
                                         gboolean show_retired);

G_END_DECLS
