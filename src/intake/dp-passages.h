/* dp-passages.h: the text of a page as a flat list of passages with what they look like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-page.h"
#include "model/dp-block.h"

G_BEGIN_DECLS

/* One paragraph, heading, item, row ... of the page, wanted or not. */
typedef struct
{
  guint node; /* the block element that it belongs to */
  DpBlockKind kind;
  guint level;
  gsize start; /* bytes into DpPassages.text */
  gsize length;
  guint marks;       /* DpMark of the element and those around it */
  guint size;        /* code points; a character of a script without spaces counts 3 */
  guint link_size;   /* of which inside links */
  guint bold_size;   /* of which inside b or strong */
  guint n_sentences; /* sentence ends, also within */
  gboolean ends_sentence;
  gboolean is_paragraph; /* inside <p> */
  gboolean is_direct;    /* text of a div without a paragraph of its own */
  guint path;            /* hash of tag and class of the element and its parent */
  guint fold;            /* hash of letters and digits only, in lower case */
  gint value;            /* what it speaks for the article: see dp-body.c */
  gboolean is_kept;
} DpPassage;

typedef struct
{
  GArray *list; /* (element-type DpPassage) */
  GString *text;
  guint *marks; /* of each node, with those around it */
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
