/* dp-authors.h: names of authors in what a page writes where authors stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-metadata.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): names, a line each; %NULL when @text holds none (an address, a whole
 * sentence, a date) */
char *dp_authors_from_text (const char *text);

/* (nullable): what follows "By", "Von", "Par" ...; %NULL when @text does not begin so */
const char *dp_authors_skip_lead (const char *text);

/* (transfer full): the lines of both, each once */
char *dp_authors_join (const char *a,
                       const char *b);

/* (transfer full): "" when there are none */
char *dp_authors_choose (DpMetadata *metadata);

G_END_DECLS
