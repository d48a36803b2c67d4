/* dp-reading-prose.h: the summary or the disproof as it will be published, sentence by sentence, with what changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* J and K, or the arrows, go from one sentence to the next, a click to the one under it; M comments on it. What has
 * open comments is underlined. Tab and Enter follow citations and links, as in DpMarkdownView. Signal
 * "citation-activated" (DpEvidence). */
#define DP_TYPE_READING_PROSE (dp_reading_prose_get_type ())
G_DECLARE_FINAL_TYPE (DpReadingProse, dp_reading_prose, DP, READING_PROSE, AdwBin)

/* @part: "summary" or "disproof" */
GtkWidget *dp_reading_prose_new (DpSession *session,
                                 const char *part);

/* @dp_case: whose prose; comments are on that of the session. @before: (nullable): what it was */
void dp_reading_prose_show (DpReadingProse *self,
                            DpCase *dp_case,
                            DpCase *before);

/* To that place of the Markdown (code points): scrolls there and takes the focus. */
void dp_reading_prose_go (DpReadingProse *self,
                          DpSpan span);

/* To the first word that came or went, if any did. */
gboolean dp_reading_prose_go_to_change (DpReadingProse *self);

G_END_DECLS
