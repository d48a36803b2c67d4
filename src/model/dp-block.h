/* dp-block.h: one block of an article: a paragraph, a heading, a quote, an item of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>
#include "model/dp-unknown.h"

G_BEGIN_DECLS

typedef enum
{
  DP_BLOCK_HEADLINE, /* the article's own title, as read */
  DP_BLOCK_HEADING,
  DP_BLOCK_PARAGRAPH,
  DP_BLOCK_QUOTE,
  DP_BLOCK_LIST_ITEM,
  DP_BLOCK_CAPTION,
  DP_BLOCK_PREFORMATTED, /* line breaks within count */
  DP_BLOCK_TABLE_ROW,    /* cells divided by a tab */
} DpBlockKind;

#define DP_TYPE_BLOCK_KIND (dp_block_kind_get_type ())
GType dp_block_kind_get_type (void);

/* "headline", "heading", "paragraph", "quote", "list-item", "caption", "preformatted", "table-row" */
const char *dp_block_kind_to_nick (DpBlockKind kind);
gboolean dp_block_kind_from_nick (const char *nick,
                                  DpBlockKind *kind);

/* A boxed value, immutable once in an article. */
typedef struct
{
  DpBlockKind kind;
  guint level;    /* headings 1 to 6, list items their depth from 1; else 0 */
  char *text;     /* UTF-8; no line break but in preformatted text; never empty */
  char *language; /* "" for the article's */

  DpUnknown *unknown; /* (nullable) (owned) */
} DpBlock;

#define DP_TYPE_BLOCK (dp_block_get_type ())
GType dp_block_get_type (void);

DpBlock *dp_block_new (DpBlockKind kind,
                       guint level,
                       const char *text);
DpBlock *dp_block_copy (const DpBlock *self);
void dp_block_free (DpBlock *self);
gboolean dp_block_equal (const DpBlock *a,
                         const DpBlock *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpBlock, dp_block_free)

/* (transfer full) (element-type DpBlock): an empty array that frees its blocks */
GPtrArray *dp_blocks_new (void);

/**
 * dp_blocks_from_plain_text:
 *
 * Paragraphs are divided by blank lines; where there is none, each line is one. Line breaks within a
 * paragraph become spaces; a word broken by a hyphen at the end of a line is left as it is.
 *
 * Returns: (transfer full) (element-type DpBlock)
 */
GPtrArray *dp_blocks_from_plain_text (const char *text);

G_END_DECLS
