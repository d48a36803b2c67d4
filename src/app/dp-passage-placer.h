/* dp-passage-placer.h: an article to choose a passage in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "model/dp-article.h"

G_BEGIN_DECLS

/* J and K select the next and the previous sentence, with Shift they extend; the mouse and the arrows with
 * Shift select as in any text. Enter chooses, Escape leaves.
 *
 * Signals: "chosen" (guint start, guint end: code points of the article's text, without white space at
 * the ends), "left" (). */
#define DP_TYPE_PASSAGE_PLACER (dp_passage_placer_get_type ())
G_DECLARE_FINAL_TYPE (DpPassagePlacer, dp_passage_placer, DP, PASSAGE_PLACER, AdwBin)

GtkWidget *dp_passage_placer_new (void);

/* @article: (nullable). @start: the passage to begin with, or an empty span where to begin */
void dp_passage_placer_set_article (DpPassagePlacer *self,
                                    DpArticle *article,
                                    DpSpan start);

/* What is selected, without white space at the ends; may be empty. */
DpSpan dp_passage_placer_get_span (DpPassagePlacer *self);

G_END_DECLS
