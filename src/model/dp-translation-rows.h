/* dp-translation-rows.h: the sentences of an article and of its translation beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

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

/* (transfer full): the translation as an article of its own, in no case */
DpArticle *dp_translation_to_article (const DpTranslation *self);

G_END_DECLS
