/* dp-translation-rows.h: the sentences of an article and of its translation beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "model/dp-article.h"

G_BEGIN_DECLS

/* One or more sentences of each side; either may be empty (its start is then where it would be). */
typedef struct
{
  DpSpan source;
  DpSpan target;
  gboolean opens_paragraph; /* on either side */
  gboolean is_fixed;        /* a person said so */
} DpTranslationRow;

/**
 * dp_translation_rows:
 * @source: an article
 * @target: its translation, as an article of its own
 * @pairs: (nullable) (element-type DpTranslationPair): what a person said; each is a row as it is
 *
 * What lies between two pairs is aligned by itself: first the paragraphs, then the sentences within what
 * became of each; see dp_bitext_align().
 *
 * Returns: (transfer full) (element-type DpTranslationRow): all sentences of both, each once, in order
 */
GArray *dp_translation_rows (DpArticle *source,
                             DpArticle *target,
                             GArray *pairs);

/* The same in a thread, for texts of any length, from what the two are now. */
void dp_translation_rows_async (DpArticle *source,
                                const DpTranslation *translation,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* (transfer full): the rows; @target: (out) (transfer full): the translation as an article, whose sentences
 * have been found. Fails only when it was cancelled. */
GArray *dp_translation_rows_finish (GAsyncResult *result,
                                    DpArticle **target,
                                    GError **error);

/* (transfer full): the translation as an article of its own, in no case */
DpArticle *dp_translation_to_article (const DpTranslation *self);

G_END_DECLS
