/* dp-narrative.h: one narrative: a recurring story that claims serve
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Narratives are told apart by colour and mark; there are this many of either. */
#define DP_NARRATIVE_N_COLOURS 9

#define DP_TYPE_NARRATIVE (dp_narrative_get_type ())
G_DECLARE_FINAL_TYPE (DpNarrative, dp_narrative, DP, NARRATIVE, GObject)

/* Properties, all constructed once: id, label, definition, parent-id ("" at the top), colour (0 to
 * DP_NARRATIVE_N_COLOURS - 1), is-own (added by the researchers of this library). */
DpNarrative *dp_narrative_new (const char *id,
                               const char *label,
                               const char *definition,
                               const char *parent_id,
                               guint colour,
                               gboolean is_own);
const char *dp_narrative_get_id (DpNarrative *self);
const char *dp_narrative_get_label (DpNarrative *self);
const char *dp_narrative_get_definition (DpNarrative *self);
const char *dp_narrative_get_parent_id (DpNarrative *self);
guint dp_narrative_get_colour (DpNarrative *self);
gboolean dp_narrative_is_own (DpNarrative *self);

/* A text and what it is in, or a former label and until when it was one. */
typedef struct
{
  char *text;
  char *note; /* a BCP 47 tag; of a former label the date, "2026-01-10" */
} DpNarrativeText;

/* What the page of a narrative shows beyond label and definition; never changed once it has been read. */
typedef struct
{
  GPtrArray *labels;    /* (element-type DpNarrativeText): in all languages */
  GPtrArray *aliases;   /* (element-type DpNarrativeText): likewise */
  GPtrArray *former;    /* (element-type DpNarrativeText): what it was called, the latest last */
  char **counter_facts; /* in the best language */
  char *replaced_by;    /* the id of another, or "" */
  char *split_from;     /* likewise */
  char *retired;        /* the date, or "" */
} DpNarrativeDetails;

DpNarrativeDetails *dp_narrative_details_new (void);
void dp_narrative_details_free (DpNarrativeDetails *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpNarrativeDetails, dp_narrative_details_free)

/* (transfer none): empty when it was made without any */
const DpNarrativeDetails *dp_narrative_get_details (DpNarrative *self);
/* @details: (transfer full): at once after it was made */
void dp_narrative_take_details (DpNarrative *self,
                                DpNarrativeDetails *details);

/* Retired, or merged into another: no longer used for tagging. */
gboolean dp_narrative_is_retired (DpNarrative *self);

/* Whether it is, or was said, by that label in any language. */
gboolean dp_narrative_has_label (DpNarrative *self,
                                 const char *label);

/* (transfer full): up to two letters that stand for it in narrow places */
char *dp_narrative_dup_initials (DpNarrative *self);

G_END_DECLS
