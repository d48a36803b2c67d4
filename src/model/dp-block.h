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
  DP_BLOCK_TABLE_ROW,    /* cells divided by a tab, empty ones too; rows that follow each other are one table */
} DpBlockKind;

#define DP_TYPE_BLOCK_KIND (dp_block_kind_get_type ())
GType dp_block_kind_get_type (void);

/* "headline", "heading", "paragraph", "quote", "list-item", "caption", "preformatted", "table-row" */
const char *dp_block_kind_to_nick (DpBlockKind kind);
gboolean dp_block_kind_from_nick (const char *nick,
                                  DpBlockKind *kind);

/* A link in the text of a block. */
typedef struct
{
  guint start; /* in code points of the block's text */
  guint end;   /* not included; greater than start */
  char *href;  /* absolute; whoever opens it asks dp_block_link_may_open() first */

  DpUnknown *unknown; /* (nullable) (owned) */
} DpBlockLink;

/* A boxed value, immutable once in an article. */
typedef struct
{
  DpBlockKind kind;
  guint level;       /* headings 1 to 6, list items their depth from 1, a table's head row 1; else 0 */
  char *text;        /* UTF-8; no line break but in preformatted text; never empty */
  guint length;      /* of text, in code points */
  char *language;    /* a tag, and then no guess goes against it; "" for the article's */
  char *source;      /* of a quote: who said it, in the page's words; else "" */
  char *source_link; /* of a quote: where it was said; of an embedded post its address; else "" */
  GPtrArray *links;  /* (nullable) (element-type DpBlockLink): in order, none over another */

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
/* In all but the language. */
gboolean dp_block_same_content (const DpBlock *a,
                                const DpBlock *b);

/* While the block is made: links come in order. One that is empty, before the end of the last one or
 * beyond the text is left out, and %NULL returned; (transfer none) (nullable). */
DpBlockLink *dp_block_add_link (DpBlock *self,
                                guint start,
                                guint end,
                                const char *href);

/* Copies both; %NULL is "". */
void dp_block_set_source (DpBlock *self,
                          const char *source,
                          const char *source_link);

/* Whether it is http or https with a host, or mailto with an address, and nothing in it can be taken
 * for something else: what a click may hand to the browser. */
gboolean dp_block_link_may_open (const char *href);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpBlock, dp_block_free)

/* (transfer full) (element-type DpBlock): an empty array that frees its blocks */
GPtrArray *dp_blocks_new (void);

/* (element-type DpBlock): whether they are the same in all but their languages */
gboolean dp_blocks_same_content (GPtrArray *a,
                                 GPtrArray *b);

/**
 * dp_blocks_from_plain_text:
 *
 * Paragraphs are divided by blank lines; where there is none, each line is one. Line breaks within a
 * paragraph become spaces; a word broken by a hyphen at the end of a line is left as it is.
 *
 * Returns: (transfer full) (element-type DpBlock)
 */
GPtrArray *dp_blocks_from_plain_text (const char *text);

/**
 * dp_blocks_carry:
 * @from: (element-type DpBlock): a text as it was
 * @to: (element-type DpBlock): the same text corrected by hand, its blocks just made
 *
 * Gives the blocks of @to what a correction in plain words cannot write: language, source and links. A
 * block whose words are the same gets all of it. One that was changed gets the links that stand wholly
 * before or behind the change.
 */
void dp_blocks_carry (GPtrArray *from,
                      GPtrArray *to);

G_END_DECLS
