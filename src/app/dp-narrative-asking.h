/* dp-narrative-asking.h: the questions that putting narratives in order takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "reference/dp-narratives-change.h"

G_BEGIN_DECLS

/* @id: of the narrative that was asked about; of a new one what it is to stand under
 * @answer: a name, or the id of another narrative ("" for the top) */
typedef void (*DpNarrativeAnswer) (gpointer user_data,
                                   const char *action,
                                   const char *id,
                                   const char *answer);

/* @action: "narrative.new", "narrative.rename", "narrative.split" ask for a name, "narrative.move",
 *   "narrative.merge" for another narrative
 * @narrative: (nullable): the one selected
 * @user_data: an object, kept until there is an answer */
void dp_narrative_ask (GtkWindow *over,
                       DpNarratives *narratives,
                       const char *action,
                       DpNarrative *narrative,
                       DpNarrativeAnswer answer,
                       gpointer user_data);

/* Called for each text that was changed. */
typedef void (*DpNarrativeDescribed) (gpointer user_data,
                                      const char *id,
                                      DpNarrativeField field,
                                      const char *text);

void dp_narrative_ask_description (GtkWindow *over,
                                   DpNarratives *narratives,
                                   DpNarrative *narrative,
                                   DpNarrativeDescribed described,
                                   gpointer user_data);

G_END_DECLS
