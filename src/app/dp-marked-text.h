/* dp-marked-text.h: an article's blocks as plain text with marks, to be corrected by hand
 *
 * Blocks are divided by blank lines. A mark at the beginning says what a block is:
 *
 *   #  the headline; ## to ####### a heading of level 1 to 6
 *   >  a quote
 *   -  an item of a list; two spaces before it for each level below the first
 *   ^  a caption
 *   |  a row of a table, its cells divided by " | "
 *   ``` alone on a line before and after: preformatted text, line breaks and blank lines as they are
 *
 * Everything else is a paragraph, in which a line break is a space. A backslash before a mark makes
 * it an ordinary sign.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-block.h"

G_BEGIN_DECLS

/* (transfer full) */
char *dp_marked_text_from_blocks (GPtrArray *blocks);

/* (transfer full) (element-type DpBlock). @old: (nullable): the blocks as they were, for what these
 * marks cannot write: see dp_blocks_carry(). */
GPtrArray *dp_marked_text_to_blocks (const char *text,
                                     GPtrArray *old);

G_END_DECLS
