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

/* (transfer full) (nullable): names in a line that may say more: without days, offices and degrees, and up
 * to what is none, such as "on" or "in" */
char *dp_authors_from_line (const char *text);

/* Whether each of @names, a line each, looks like a person's: two to five words with capitals, where a
 * script has them. */
gboolean dp_authors_are_people (const char *names);

/* Whether the whole text is a label of authors ("Author", "Written by:"); and (nullable) what follows one
 * that is set apart from it */
gboolean dp_authors_is_label (const char *text);
const char *dp_authors_skip_label (const char *text);

/* (nullable): what follows "By" somewhere in a line with other things in it: "10 January 2026 by Ada
 * Example" */
const char *dp_authors_find_lead (const char *text);

/* (nullable): what follows "By", "Von", "Par" ...; %NULL when @text does not begin so */
const char *dp_authors_skip_lead (const char *text);

/* (transfer full): the lines of both, each once */
char *dp_authors_join (const char *a,
                       const char *b);

/* (transfer full): "" when there are none */
char *dp_authors_choose (DpMetadata *metadata);

G_END_DECLS
