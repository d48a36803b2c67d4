/* dp-translation.h: an article in another language, beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-block.h"
#include "text/dp-offsets.h"

G_BEGIN_DECLS

/* Passages that a person said belong together: code points of the article's text and of the
 * translation's. Neither is empty. */
typedef struct
{
  DpSpan source;
  DpSpan target;
} DpTranslationPair;

/* A boxed value, immutable once with an article. The text is the blocks joined by one line feed each. */
typedef struct
{
  char *language;    /* BCP 47; "" for not known */
  char *translator;  /* a person, or what made it; "" for not known */
  GPtrArray *blocks; /* (element-type DpBlock) */
  GArray *pairs;     /* (element-type DpTranslationPair): in order in both texts, not overlapping */

  DpUnknown *unknown; /* (nullable) (owned) */
} DpTranslation;

#define DP_TYPE_TRANSLATION (dp_translation_get_type ())
GType dp_translation_get_type (void);

DpTranslation *dp_translation_new (const char *language,
                                   const char *translator,
                                   GPtrArray *blocks);
DpTranslation *dp_translation_copy (const DpTranslation *self);
void dp_translation_free (DpTranslation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpTranslation, dp_translation_free)

/* Adds a pair; those that it overlaps in either text or that would cross it go. */
void dp_translation_add_pair (DpTranslation *self,
                              DpTranslationPair pair);

G_END_DECLS
