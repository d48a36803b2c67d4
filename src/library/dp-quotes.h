/* dp-quotes.h: the passages of a library's cases that are tagged with a narrative
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/dp-library-step.h"
#include "reference/dp-narratives-change.h"

G_BEGIN_DECLS

/**
 * DpQuote:
 *
 * Properties, fixed: text (the words), language (of the article), case-title, date (ISO, of the article, or
 * ""), label (what the narrative was called when it was tagged, in the language of who tagged it), folder (GFile), claims (GStrv: the
 * claims that stand on the passage).
 */
#define DP_TYPE_QUOTE (dp_quote_get_type ())
G_DECLARE_FINAL_TYPE (DpQuote, dp_quote, DP, QUOTE, GObject)

const char *dp_quote_get_text (DpQuote *self);
const char *dp_quote_get_language (DpQuote *self);
const char *dp_quote_get_case_title (DpQuote *self);
const char *dp_quote_get_date (DpQuote *self);
const char *dp_quote_get_label (DpQuote *self);
const char *dp_quote_get_narrative_id (DpQuote *self);
const char *dp_quote_get_highlight_id (DpQuote *self);
const char *dp_quote_get_case_id (DpQuote *self);
GFile *dp_quote_get_folder (DpQuote *self);
const char *const *dp_quote_get_claims (DpQuote *self);
DpCaseState dp_quote_get_state (DpQuote *self);

/* Whether its case may be changed by a step: it is written at, not submitted, approved or published. */
gboolean dp_quote_is_movable (DpQuote *self);

/**
 * dp_quotes_find_async:
 * @id: of a narrative; passages tagged with what was merged into it count as well
 *
 * Reads the cases that are tagged with it, in a thread; open ones as they are saved.
 */
void dp_quotes_find_async (DpLibrary *library,
                           DpNarratives *narratives,
                           const char *id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
/* (transfer full) (element-type DpQuote): by date, those without one last */
GPtrArray *dp_quotes_find_finish (DpLibrary *library,
                                  GAsyncResult *result,
                                  GError **error);
/* The same, and waits. */
GPtrArray *dp_quotes_find (DpLibrary *library,
                           DpNarratives *narratives,
                           const char *id);

/* (transfer full): a step of the library that makes @change */
DpLibraryStep *dp_library_step_new_for_narratives (DpNarrativesChange *change,
                                                   const char *who);
/* @quotes: (element-type DpQuote): that also move to the change's new narrative, as far as they may */
void dp_library_step_move_quotes (DpLibraryStep *self,
                                  GPtrArray *quotes,
                                  DpNarrative *to);

G_END_DECLS
