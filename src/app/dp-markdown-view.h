/* dp-markdown-view.h: Markdown as its readers will see it, with its citations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-growing-text.h"
#include "model/dp-case.h"

G_BEGIN_DECLS

/* A text view to read in. Links open in the browser; citations tell on hover what they cite. Tab moves
 * from one to the next, Enter follows it. Signal "citation-activated" (DpEvidence). */
#define DP_TYPE_MARKDOWN_VIEW (dp_markdown_view_get_type ())
G_DECLARE_FINAL_TYPE (DpMarkdownView, dp_markdown_view, DP, MARKDOWN_VIEW, DpGrowingText)

/* @dp_case: (nullable): whose evidence is cited */
void dp_markdown_view_show (DpMarkdownView *self,
                            const char *markdown,
                            DpCase *dp_case);

/* Puts into what is shown, in their places, the words that are gone since @old_markdown, which cites the
 * evidence of @old_case (nullable), and marks both them and those that came: tags "removed" and "added".
 * Returns: how many there are of both */
guint dp_markdown_view_mark_changes (DpMarkdownView *self,
                                     const char *old_markdown,
                                     DpCase *old_case);

G_END_DECLS
