/* dp-reading-quote.h: a passage that a claim quotes, and one click away, where it stands in the sealed copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "app/dp-session.h"

G_BEGIN_DECLS

/* Opened, it reads the sealed copy, says whether it is still what was sealed and whether the words stand in it,
 * and shows them in their paragraph. Without a copy it shows the text of the article, and says so. */
#define DP_TYPE_READING_QUOTE (dp_reading_quote_get_type ())
G_DECLARE_FINAL_TYPE (DpReadingQuote, dp_reading_quote, DP, READING_QUOTE, AdwBin)

/* @dp_case: that has the highlight and its article */
GtkWidget *dp_reading_quote_new (DpSession *session,
                                 DpCase *dp_case,
                                 DpHighlight *highlight);

G_END_DECLS
