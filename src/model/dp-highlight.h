/* dp-highlight.h: a passage of an article, with what was said of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-candidate.h"

G_BEGIN_DECLS

/* Tracked properties: anchor (DpAnchor), narratives (GStrv of ids), techniques (GStrv, each "T0023.001 Reframe Context": its id and its
 * name as it was then), note, lost (its passage is no
 * longer in the article: it stays listed with its old words), candidates (GPtrArray of DpCandidate, the
 * likeliest first, never changed in place: where it may be now; one that is lost and has any waits for
 * a person's decision). */
#define DP_TYPE_HIGHLIGHT (dp_highlight_get_type ())
G_DECLARE_FINAL_TYPE (DpHighlight, dp_highlight, DP, HIGHLIGHT, GObject)

DpHighlight *dp_highlight_new (const char *article_id,
                               const DpAnchor *anchor);
DpHighlight *dp_highlight_new_with_id (const char *id,
                                       const char *article_id,
                                       const DpAnchor *anchor);

const char *dp_highlight_get_id (DpHighlight *self);
const char *dp_highlight_get_article_id (DpHighlight *self);
const DpAnchor *dp_highlight_get_anchor (DpHighlight *self);
void dp_highlight_set_anchor (DpHighlight *self, const DpAnchor *anchor);
const char *const *dp_highlight_get_narratives (DpHighlight *self);
void dp_highlight_set_narratives (DpHighlight *self, const char *const *ids);
gboolean dp_highlight_has_narrative (DpHighlight *self, const char *id);
const char *const *dp_highlight_get_techniques (DpHighlight *self);
void dp_highlight_set_techniques (DpHighlight *self, const char *const *tags);
const char *dp_highlight_get_note (DpHighlight *self);
void dp_highlight_set_note (DpHighlight *self, const char *note);
gboolean dp_highlight_is_lost (DpHighlight *self);
void dp_highlight_set_lost (DpHighlight *self, gboolean lost);

/* (transfer none) (element-type DpCandidate) */
GPtrArray *dp_highlight_get_candidates (DpHighlight *self);
/* @candidates: (nullable) */
void dp_highlight_set_candidates (DpHighlight *self, GPtrArray *candidates);
gboolean dp_highlight_is_waiting (DpHighlight *self);

/* The words; the same as the anchor's exact. */
const char *dp_highlight_get_quote (DpHighlight *self);

G_END_DECLS
