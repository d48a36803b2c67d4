/* dp-old-texts.h: the texts that an article had, as far as the copies that were kept tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/dp-session.h"

G_BEGIN_DECLS

/* Reads the copies of the articles that it is asked about, the latest first, one after another. Signal
 * "changed" (): one more has been read. */
#define DP_TYPE_OLD_TEXTS (dp_old_texts_get_type ())
G_DECLARE_FINAL_TYPE (DpOldTexts, dp_old_texts, DP, OLD_TEXTS, GObject)

DpOldTexts *dp_old_texts_new (DpSession *session);

/* Nobody asks any more. */
void dp_old_texts_stop (DpOldTexts *self);

/**
 * dp_old_texts_dup_paragraph:
 * @anchor: a passage of a text that @article had
 * @start: (out): the bytes of the passage in what is returned
 * @end: (out):
 *
 * The paragraph or paragraphs about a passage, cut ("…") where they are very long. Begins to read the
 * article's copies when it is asked about it for the first time.
 *
 * Returns: (transfer full) (nullable): %NULL while no copy that was read has it
 */
char *dp_old_texts_dup_paragraph (DpOldTexts *self,
                                  DpArticle *article,
                                  const DpAnchor *anchor,
                                  gsize *start,
                                  gsize *end);

G_END_DECLS
