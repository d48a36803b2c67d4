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

/* (transfer full): up to two letters that stand for it in narrow places */
char *dp_narrative_dup_initials (DpNarrative *self);

G_END_DECLS
