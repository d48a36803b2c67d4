/* dp-passages.h: the highlights of the article shown, in its order, as its view needs them
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
  GPtrArray *narratives;  /* (owned) (element-type DpNarrative) */
  guint start;            /* code points */
  guint end;

  /* What the margin remembers of it; see dp-margin.c. */
  guint layout; /* of which layout the next three are; 0 for none */
  int top;      /* within its first paragraph */
  int bottom;   /* within its last paragraph */
  int lane;     /* -1: not given yet */
} DpPassage;

/* The colour of its @nth narrative, or neutral. */
guint dp_passage_get_colour (const DpPassage *self,
                             guint nth);
/* How many colours stand for it: at least one. */
guint dp_passage_get_n_colours (const DpPassage *self);

/* (transfer full): its narratives for people, a line each */
char *dp_passage_dup_label (const DpPassage *self,
                            DpNarratives *narratives);

/**
 * DpPassages:
 *
 * Follows a session: its article, the case's highlights, and the narratives. Signal "changed" (): the
 * passages or their colours may be others now.
 */
#define DP_TYPE_PASSAGES (dp_passages_get_type ())
G_DECLARE_FINAL_TYPE (DpPassages, dp_passages, DP, PASSAGES, GObject)

DpPassages *dp_passages_new (void);

void dp_passages_set_session (DpPassages *self,
                              DpSession *session);

/* (transfer none) (element-type DpPassage): by start, the longer one first; valid until the next
 * change */
GPtrArray *dp_passages_get_all (DpPassages *self);

/* (nullable) */
DpPassage *dp_passages_find (DpPassages *self,
                             DpHighlight *highlight);

/* The index of the first passage that may reach beyond @offset: none before it does. */
guint dp_passages_first_reaching (DpPassages *self,
                                  guint offset);

/* (transfer container) (element-type DpPassage): those that overlap @span, the shortest first */
GPtrArray *dp_passages_list_at (DpPassages *self,
                                DpSpan span);

G_END_DECLS
