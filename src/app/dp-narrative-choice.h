/* dp-narrative-choice.h: one line to choose from when tagging
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "reference/dp-narrative.h"

G_BEGIN_DECLS

/* A narrative, the offer to make one of what was typed, or a technique. Immutable. */
#define DP_TYPE_NARRATIVE_CHOICE (dp_narrative_choice_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrativeChoice, dp_narrative_choice, DP, NARRATIVE_CHOICE, GObject)

/* @narrative: (nullable): for the offer, whose label is @title; @place: "Parent › " or "";
 * @key: its number key, 0 for none. */
DpNarrativeChoice *dp_narrative_choice_new (DpNarrative *narrative,
                                            const char *title,
                                            const char *place,
                                            guint key,
                                            gboolean is_checked);

/* @tag: as in reference/dp-techniques.h */
DpNarrativeChoice *dp_narrative_choice_new_technique (const char *tag,
                                                      const char *group,
                                                      gboolean is_checked);
/* (nullable): the tag, when it is a technique */
const char *dp_narrative_choice_get_technique (DpNarrativeChoice *self);

/* (transfer none) (nullable) */
DpNarrative *dp_narrative_choice_get_narrative (DpNarrativeChoice *self);
const char *dp_narrative_choice_get_title (DpNarrativeChoice *self);
const char *dp_narrative_choice_get_place (DpNarrativeChoice *self);
guint dp_narrative_choice_get_key (DpNarrativeChoice *self);
gboolean dp_narrative_choice_is_checked (DpNarrativeChoice *self);

G_END_DECLS
