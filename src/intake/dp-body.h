/* dp-body.h: which passages of a page are the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-passages.h"

G_BEGIN_DECLS

/* What is known about the article before its body is looked for. */
typedef struct
{
  const char *const *titles;  /* (nullable): all candidates */
  const char *const *authors; /* (nullable) */
  const char *description;    /* (nullable) */
  const char *site;           /* (nullable): the name of the outlet */
  const char *body;           /* (nullable): the text as JSON-LD gives it */
} DpBodyHints;

/* Sets is_kept of each passage, and drop of those that are not. A pure function of its arguments. */
void dp_body_choose (const DpPage *page,
                     DpPassages *passages,
                     const DpBodyHints *hints);

G_END_DECLS
