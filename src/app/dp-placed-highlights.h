/* dp-placed-highlights.h: the highlights of the article shown, in its order, as its view needs them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-session.h"

G_BEGIN_DECLS

/* One highlight that is found in the text. */
typedef struct
{
  DpHighlight *highlight; /* (owned) */
  GPtrArray *narratives;  /* (owned) (element-type DpNarrative): without those that are hidden */
  GPtrArray *hidden;      /* (owned) (nullable) (element-type DpNarrative): those */
  guint start;            /* code points */
  guint end;

  /* What the margin remembers of it; see dp-margin.c. */
  guint layout; /* of which layout the next three are; 0 for none */
  int top;      /* within its first paragraph */
  int bottom;   /* within its last paragraph */
  int lane;     /* -1: not given yet */
} DpPlacedHighlight;

/* The colour of its @nth narrative, or neutral. */
guint dp_placed_highlight_get_colour (const DpPlacedHighlight *self,
                                      guint nth);
/* How many colours stand for it: at least one. */
guint dp_placed_highlight_get_n_colours (const DpPlacedHighlight *self);

/* (transfer full): its narratives for people, hidden or not, a line each */
char *dp_placed_highlight_dup_label (const DpPlacedHighlight *self,
                                     DpNarratives *narratives);

/**
 * DpPlacedHighlights:
 *
 * Follows a session: its article, the case's highlights, and the narratives. Signal "changed" (): the
 * passages or their colours may be others now.
 */
#define DP_TYPE_PLACED_HIGHLIGHTS (dp_placed_highlights_get_type ())
G_DECLARE_FINAL_TYPE (DpPlacedHighlights, dp_placed_highlights, DP, PLACED_HIGHLIGHTS, GObject)

DpPlacedHighlights *dp_placed_highlights_new (void);

void dp_placed_highlights_set_session (DpPlacedHighlights *self,
                                       DpSession *session);

/* What is tagged with nothing, for the functions below. */
#define DP_NO_NARRATIVE ""

/* A highlight of hidden narratives alone is not listed, and in no place; dp_placed_highlights_find()
 * and find_span() still know it. Hidden ones stay so until shown again, for this view only. */
void dp_placed_highlights_set_hidden (DpPlacedHighlights *self,
                                      const char *narrative_id,
                                      gboolean is_hidden);
gboolean dp_placed_highlights_is_hidden (DpPlacedHighlights *self,
                                         const char *narrative_id);
void dp_placed_highlights_show_all (DpPlacedHighlights *self);

/* A line of the legend. */
typedef struct
{
  DpNarrative *narrative; /* (owned) (nullable): none */
  guint n_highlights;
} DpLegendEntry;

/* (transfer full) (element-type DpLegendEntry): the narratives of the article, hidden or not, the most
 * frequent first; none at last */
GPtrArray *dp_placed_highlights_list_narratives (DpPlacedHighlights *self);

/* (transfer none) (element-type DpPlacedHighlight): by start, the longer one first; valid until the next
 * change */
GPtrArray *dp_placed_highlights_get_all (DpPlacedHighlights *self);

/* (nullable) */
DpPlacedHighlight *dp_placed_highlights_find (DpPlacedHighlights *self,
                                              DpHighlight *highlight);

/* (nullable): the one of exactly @span */
DpPlacedHighlight *dp_placed_highlights_find_span (DpPlacedHighlights *self,
                                                   DpSpan span);

/* The index of the first passage that may reach beyond @offset: none before it does. */
guint dp_placed_highlights_first_reaching (DpPlacedHighlights *self,
                                           guint offset);

/* (transfer container) (element-type DpPlacedHighlight): those that overlap @span, the shortest first */
GPtrArray *dp_placed_highlights_list_at (DpPlacedHighlights *self,
                                         DpSpan span);

G_END_DECLS
