/* dp-narratives-change.h: what a change of the narratives makes of the library's file
 *
 * Each of these reads the library's file again, finds out whether the change can be made, and gives what
 * the file would be; whoever makes it hands both sides to a step of the library (library/dp-library-step.h),
 * so that it can be undone. Nothing is written here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include "reference/dp-narratives.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind;       /* "narrative-create" ... */
  char *label;            /* translated, with the names of the narratives: "Merge “A” into “B”" */
  char *id;               /* the narrative it is about: of a new one its own */
  JsonNode *before;       /* (nullable): the file as it is, or %NULL when there is none */
  JsonNode *after;        /* as it should be */
  DpNarrative *narrative; /* of a new one */
} DpNarrativesChange;

void dp_narratives_change_free (DpNarrativesChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpNarrativesChange, dp_narratives_change_free)

/* A text of a narrative that can be changed; of a list each line is one item. */
typedef enum
{
  DP_NARRATIVE_DEFINITION,
  DP_NARRATIVE_COUNTER_FACTS,
  DP_NARRATIVE_ALIASES,
} DpNarrativeField;

/* @parent_id: (nullable): "" or %NULL for the top. All are (transfer full), or %NULL with an error, mostly a
 * %DP_NARRATIVES_ERROR; @today is an ISO date. */
DpNarrativesChange *dp_narratives_plan_create (DpNarratives *self,
                                               const char *label,
                                               const char *definition,
                                               const char *parent_id,
                                               GError **error);
/* A new one beside @from, that takes over some of its passages. */
DpNarrativesChange *dp_narratives_plan_split (DpNarratives *self,
                                              const char *from,
                                              const char *label,
                                              GError **error);
/* Keeps the old label with its date, and finds the narrative by it. */
DpNarrativesChange *dp_narratives_plan_rename (DpNarratives *self,
                                               const char *id,
                                               const char *label,
                                               const char *today,
                                               GError **error);
DpNarrativesChange *dp_narratives_plan_edit (DpNarratives *self,
                                             const char *id,
                                             DpNarrativeField field,
                                             const char *text,
                                             GError **error);
DpNarrativesChange *dp_narratives_plan_move (DpNarratives *self,
                                             const char *id,
                                             const char *parent_id,
                                             GError **error);
/* @id stays, retired and replaced by @into, which takes its names as aliases and what stood under it. */
DpNarrativesChange *dp_narratives_plan_merge (DpNarratives *self,
                                              const char *id,
                                              const char *into,
                                              const char *today,
                                              GError **error);
/* Refused while others that are in use stand under it. */
DpNarrativesChange *dp_narratives_plan_retire (DpNarratives *self,
                                               const char *id,
                                               const char *today,
                                               GError **error);
/* Takes it into use again. */
DpNarrativesChange *dp_narratives_plan_restore (DpNarratives *self,
                                                const char *id,
                                                GError **error);

/* (transfer full): as dp_narratives_plan_edit() takes it */
char *dp_narratives_dup_field (DpNarratives *self,
                               const char *id,
                               DpNarrativeField field);

G_END_DECLS
