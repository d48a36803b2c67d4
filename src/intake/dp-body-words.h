/* dp-body-words.h: what the words of a line say about its place in a page
 *
 * Phrases of many languages, which say the same on every page. They are asked where the place of the line
 * makes it likely, never of each line of a page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* About the outlet: copyright, subscription, where to read on. */
gboolean dp_body_words_are_colophon (const char *text,
                                     gsize length);

/* "From here on, other articles." @site: (nullable): its name */
gboolean dp_body_words_are_signpost (const char *text,
                                     gsize length,
                                     const char *site);

/* That this is no advice, and what it is paid by. */
gboolean dp_body_words_are_disclaimer (const char *text,
                                       gsize length);

/* What comments are allowed. */
gboolean dp_body_words_are_about_comments (const char *text,
                                           gsize length);

/* Who looked over it. */
gboolean dp_body_words_are_review (const char *text,
                                   gsize length);

/* Who @author is. */
gboolean dp_body_words_are_about_author (const char *text,
                                         gsize length,
                                         const char *author);

G_END_DECLS
