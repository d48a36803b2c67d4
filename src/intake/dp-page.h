/* dp-page.h: a page as a compact tree, built by libxml2's SAX parser behind guards
 *
 * Nothing of a page is run, loaded or looked up. Before libxml2 sees a byte, the page is cleaned
 * (dp-page-clean.c): what remains are known elements with known attributes, each at most a few
 * kilobytes long, and end tags that have something to end. Scripts, styles, comments, forms' choices
 * and drawings are gone; JSON-LD is put aside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "intake/dp-page-names.h"

G_BEGIN_DECLS

#define DP_PAGE_MAX_DEPTH 256       /* deeper elements are left out, their text is not */
#define DP_PAGE_MAX_OPEN 1024       /* libxml2 itself is stopped here, see DpPage.mode */
#define DP_PAGE_MAX_NODES 1000000   /* more is refused as hostile */
#define DP_PAGE_MAX_TAG (64 * 1024) /* bytes of one tag; of a longer one only the name is taken */
#define DP_PAGE_MAX_ATTRIBUTES 512  /* of one tag; what comes after is not looked at */
#define DP_PAGE_MAX_VALUE 8192      /* bytes of an attribute's value */
#define DP_PAGE_MAX_JSON (4 * 1024 * 1024)

/* How much of the markup was given to the parser. A page too deep in one mode is read in the next. */
typedef enum
{
  DP_PAGE_FULL,
  DP_PAGE_WITHOUT_FORMATTING, /* b, i, font, span ... left out: they are the ones left open */
  DP_PAGE_FLAT,               /* only paragraphs and what stands in the head */
} DpPageMode;

/* A node; its subtree is [index, end). Index 0 is the document. */
typedef struct
{
  guint16 tag; /* DpTag */
  guint16 depth;
  guint32 parent;
  guint32 end;
  guint32 start;  /* text: bytes into DpPage.text; element: first of its attributes */
  guint32 length; /* text: bytes; element: number of attributes */
} DpPageNode;

typedef struct
{
  guint32 attr;  /* DpAttr */
  guint32 start; /* bytes into DpPage.text, which has a NUL at the end of each value */
} DpPageAttr;

typedef struct
{
  GArray *nodes;      /* (element-type DpPageNode) */
  GArray *attrs;      /* (element-type DpPageAttr) */
  GString *text;      /* all text and all values */
  GPtrArray *json_ld; /* (element-type GBytes): content of each such script */
  DpPageMode mode;
  guint64 n_seen_tags; /* start tags in the source */
  guint64 n_cut_tags;  /* of which too long, too many attributes or too deep */
} DpPage;

/**
 * dp_page_parse:
 * @text: UTF-8, without NUL
 *
 * Returns: (transfer full): never %NULL but for a page with more than DP_PAGE_MAX_NODES nodes
 *   (%DP_INTAKE_ERROR_HOSTILE)
 */
DpPage *dp_page_parse (const char *text,
                       gsize length,
                       GError **error);
void dp_page_free (DpPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpPage, dp_page_free)

static inline const DpPageNode *
dp_page_node (const DpPage *self,
              guint index)
{
  return &g_array_index (self->nodes, DpPageNode, index);
}

/* (nullable): valid as long as the page */
const char *dp_page_get_attr (const DpPage *self,
                              guint index,
                              DpAttr attr);

/* (transfer full): all text of a subtree, white space collapsed */
char *dp_page_dup_text (const DpPage *self,
                        guint index);

G_END_DECLS
