/* dp-blocks.h: passages of a page as blocks of an article: their links, whose quotations they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-extraction.h"
#include "intake/dp-passages.h"

G_BEGIN_DECLS

/**
 * dp_blocks_from_passages:
 * @base: (nullable): what relative addresses are relative to
 * @dropped: (element-type DpDropped): takes the passages that are not kept
 *
 * A post of elsewhere becomes a quote, with its address; the line of a quotation that says whose it is
 * stays a block, and is the source of the quotation's other blocks.
 *
 * Returns: (transfer full) (element-type DpBlock)
 */
GPtrArray *dp_blocks_from_passages (const DpPage *page,
                                    const DpPassages *passages,
                                    const char *base,
                                    GPtrArray *dropped);

G_END_DECLS
