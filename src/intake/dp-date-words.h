/* dp-date-words.h: dates as pages write them, with the names of months
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dp_date_from_page:
 * @text: "2026-01-10T08:00:00+02:00", "10 January 2026", "10. Januar 2026, 8:00", "10 января 2026 г.",
 *   "2026年1月10日" ..., perhaps with words around it
 *
 * Returns: (transfer full) (nullable): ISO 8601 to its own precision, at least a day; %NULL when there
 *   is no date in it, or not one between 1995 and 2100. Never guesses between day and month.
 */
char *dp_date_from_page (const char *text);

/* Whether a line begins with a word for publication or for a date ("Published", "Datum:"); whether it says
 * when something was changed, and not when it was published. */
gboolean dp_date_is_labelled (const char *text);
gboolean dp_date_is_change (const char *text);

/* (transfer full) (nullable): the day in an address, as in "/2026/01/10/" */
char *dp_date_from_link (const char *link);

G_END_DECLS
