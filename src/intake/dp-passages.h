/* dp-passages.h: the text of a page as a flat list of passages with what they look like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-page.h"
#include "model/dp-block.h"

G_BEGIN_DECLS

/* Why a passage is not part of the article; the first reason that was found. */
typedef enum
{
  DP_DROP_NOT,
  DP_DROP_OUTSIDE,    /* not in the element that holds the article */
  DP_DROP_NAVIGATION, /* menus, footers, what is about the page */
  DP_DROP_RELATED,    /* other articles, promotion of them */
  DP_DROP_SHARING,    /* buttons, forms, invitations to share or subscribe */
  DP_DROP_COMMENTS,
  DP_DROP_ADVERT,
  DP_DROP_AUTHOR, /* about the author, not the subject */
  DP_DROP_HIDDEN, /* the page itself does not show it, or only in a dialog */
  DP_DROP_MEDIA,  /* players, galleries and what belongs to them */
  DP_DROP_TITLE,  /* the headline once more */
  DP_DROP_BYLINE, /* who wrote it and when, which have fields of their own */
  DP_DROP_LINKS,  /* hardly anything but links */
  DP_DROP_REPEATED,
  DP_DROP_OUTLET, /* about the outlet: copyright, newsletter, legal notes */
  DP_DROP_EDGE,   /* short lines before the text begins, a heading after it ends */
  DP_N_DROPS
} DpDrop;

/* "outside", "navigation", "related", "sharing" ... */
const char *dp_drop_to_nick (DpDrop drop);

/* A link in a passage. */
typedef struct
{
  guint node;  /* the a element */
  guint start; /* code points of the passage's text */
  guint end;
} DpPassageLink;

/* One paragraph, heading, item, row ... of the page, wanted or not. */
typedef struct
{
  guint node; /* the block element that it belongs to */
  DpBlockKind kind;
  guint level;
  gsize start; /* bytes into DpPassages.text */
  gsize length;
  guint n_chars;    /* the same in code points */
  guint first_link; /* index into DpPassages.links */
  guint n_links;
  guint quote;        /* the outermost element of the quotation it is in, or 0 */
  gboolean is_source; /* of a quotation: says whose it is */
  guint marks;        /* DpMark of the element and those around it */
  guint size;         /* code points; a character of a script without spaces counts 3 */
  guint link_size;    /* of which inside links */
  guint bold_size;    /* of which inside b or strong */
  guint n_sentences;  /* sentence ends, also within */
  gboolean ends_sentence;
  gboolean is_paragraph; /* inside <p> */
  gboolean is_direct;    /* text of a div without a paragraph of its own */
  guint path;            /* hash of tag and class of the element and its parent */
  guint fold;            /* hash of letters and digits only, in lower case */
  gint value;            /* what it speaks for the article: see dp-body.c */
  gboolean is_kept;
  DpDrop drop; /* while it is not kept */
} DpPassage;

typedef struct
{
  GArray *list; /* (element-type DpPassage) */
  GString *text;
  guint *marks;  /* of each node, with those around it */
  GArray *links; /* (element-type DpPassageLink): of all passages, in their order */
} DpPassages;

DpPassages *dp_passages_new (const DpPage *page);
void dp_passages_free (DpPassages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpPassages, dp_passages_free)

static inline DpPassage *
dp_passages_at (const DpPassages *self,
                guint index)
{
  return &g_array_index (self->list, DpPassage, index);
}

G_END_DECLS
