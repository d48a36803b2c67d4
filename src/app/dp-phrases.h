/* dp-phrases.h: how passages, claims and evidence are spoken of beside the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-case.h"

G_BEGIN_DECLS

/* (transfer full): @text in quotation marks, isolated from the direction of what stands around it */
char *dp_phrase_quote (const char *text);

/* (transfer full): a claim's text, or words for one that is still empty */
char *dp_phrase_claim (DpClaim *claim);

/* The relation as seen from the passage: "Undermined by". */
const char *dp_phrase_borne_on (DpStance stance);
const char *dp_phrase_stance_icon (DpStance stance);

/* (transfer full): "Cited twice in the disproof" */
char *dp_phrase_cited (guint n_times);

/* How often @key is cited in @markdown. */
guint dp_phrase_count_citations (const char *markdown,
                                 const char *key);

/* (transfer full): the parts that are not empty, divided by a middle dot; ends with %NULL */
char *dp_phrase_join (const char *part, ...) G_GNUC_NULL_TERMINATED;

/* (transfer full): a date (ISO 8601) as people write it, or as it is when it cannot be read */
char *dp_phrase_date (const char *iso);

/* (transfer full): Pango markup: what was taken away struck through, what was added underlined */
char *dp_phrase_change (const char *old_text,
                        const char *new_text);

/* (transfer full): what a case about @article is called at first: as the article is, so that the
 * library can list it at once; a text without a title is known by its first words */
char *dp_phrase_article_title (DpArticle *article);

G_END_DECLS
