/* dp-page-clean.h: a page without what must not reach its parser
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-page.h"

G_BEGIN_DECLS

typedef struct
{
  GString *html;
  GPtrArray *json_ld; /* (element-type GBytes) */
  guint64 n_seen_tags;
  guint64 n_cut_tags;
} DpPageClean;

DpPageClean *dp_page_clean (const char *text,
                            gsize length,
                            DpPageMode mode);
void dp_page_clean_free (DpPageClean *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpPageClean, dp_page_clean_free)

G_END_DECLS
