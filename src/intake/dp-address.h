/* dp-address.h: addresses in a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-page.h"

G_BEGIN_DECLS

/**
 * dp_address_resolve:
 * @address: as an attribute has it: with white space around and line breaks within
 * @base: (nullable): absolute, what a relative one is relative to
 *
 * Spaces within become "%20", as browsers do.
 *
 * Returns: (transfer full) (nullable): absolute, and one that dp_block_link_may_open(); %NULL for what
 *   is neither http, https nor mailto, for a relative one without @base, and for a mere place in the page
 */
char *dp_address_resolve (const char *address,
                          const char *base);

/* (transfer full) (nullable): what the page's base element says, resolved against @link, or @link */
char *dp_address_dup_base (const DpPage *page,
                           const char *link);

/* (transfer full) (nullable): its host in lower case, without "www." */
char *dp_address_dup_host (const char *address);

G_END_DECLS
