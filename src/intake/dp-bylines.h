/* dp-bylines.h: who and when, as a page says it for all to see
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-metadata.h"

G_BEGIN_DECLS

/**
 * dp_bylines_read:
 * @self: with what the head of the page says already in it: the title is known by that
 *
 * Adds what headings say of the title; and what lines near it, lines whose class says that they are a
 * byline, links to the pages of authors and lines behind a label ("Author", "Published") say of authors
 * and days.
 */
void dp_bylines_read (DpMetadata *self,
                      const DpPage *page,
                      const DpPassages *passages);

G_END_DECLS
