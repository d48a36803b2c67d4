/* dp-page-text.h: short texts of a page made comparable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): entities resolved (twice encoded ones too), tags and control characters out, white
 * space collapsed and trimmed; "" when nothing is left */
char *dp_page_text_clean (const char *text);

/* A hash that is the same for texts which differ in case, punctuation and spaces only; 0 when there
 * is no letter or digit. */
guint dp_page_text_fold_hash (const char *text,
                              gsize length);

/* (transfer full): letters and digits only, in lower case, one space for all else */
char *dp_page_text_fold (const char *text,
                         gssize length);

/* g_str_has_prefix(), for long lists of which hardly any begins as the text does; @start has at least two bytes */
static inline gboolean
dp_page_text_begins (const char *text,
                     const char *start)
{
  return text[0] == start[0] && text[1] == start[1] && g_str_has_prefix (text, start);
}

G_END_DECLS
