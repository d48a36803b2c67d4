/* dp-article.h: the text a claim appeared in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dp-block.h"
#include "model/dp-sealed.h"
#include "model/dp-translation.h"
#include "text/dp-offsets.h"

G_BEGIN_DECLS

/**
 * DpArticle:
 *
 * Properties, all tracked: link, canonical, archive-link, outlet, title, authors (GStrv), published
 * and modified (ISO 8601 as far as known), language (BCP 47), image (the address of the lead image),
 * blocks (GPtrArray of DpBlock, never changed in place), sealed and sealed-image (DpSealed, nullable:
 * the page, and the image once somebody asked for it), versions (GPtrArray of DpSealed: other copies of the
 * page, never changed in place), translation (DpTranslation, nullable). "text" follows from the blocks.
 *
 * The text of an article is its blocks joined by one line feed each. All offsets of highlights are
 * code points of that text, and the view shows exactly that text, so that an offset there is an
 * offset here.
 */
#define DP_TYPE_ARTICLE (dp_article_get_type ())
G_DECLARE_FINAL_TYPE (DpArticle, dp_article, DP, ARTICLE, GObject)

DpArticle *dp_article_new (void);
DpArticle *dp_article_new_with_id (const char *id);

const char *dp_article_get_id (DpArticle *self);

const char *dp_article_get_link (DpArticle *self);
void dp_article_set_link (DpArticle *self, const char *link);
const char *dp_article_get_canonical (DpArticle *self);
void dp_article_set_canonical (DpArticle *self, const char *canonical);
const char *dp_article_get_archive_link (DpArticle *self);
void dp_article_set_archive_link (DpArticle *self, const char *archive_link);
const char *dp_article_get_outlet (DpArticle *self);
void dp_article_set_outlet (DpArticle *self, const char *outlet);
const char *dp_article_get_title (DpArticle *self);
void dp_article_set_title (DpArticle *self, const char *title);
const char *const *dp_article_get_authors (DpArticle *self);
void dp_article_set_authors (DpArticle *self, const char *const *authors);
const char *dp_article_get_published (DpArticle *self);
void dp_article_set_published (DpArticle *self, const char *published);
const char *dp_article_get_modified (DpArticle *self);
void dp_article_set_modified (DpArticle *self, const char *modified);
const char *dp_article_get_language (DpArticle *self);
void dp_article_set_language (DpArticle *self, const char *language);
const char *dp_article_get_image (DpArticle *self);
void dp_article_set_image (DpArticle *self, const char *image);

/* (transfer none) (element-type DpBlock) */
GPtrArray *dp_article_get_blocks (DpArticle *self);
void dp_article_set_blocks (DpArticle *self, GPtrArray *blocks);

/* Corrects the language of the blocks from @first to @last, both included; "": that of the article. */
void dp_article_set_block_languages (DpArticle *self,
                                     guint first,
                                     guint last,
                                     const char *language);

/* (transfer none) (nullable) */
const DpSealed *dp_article_get_sealed (DpArticle *self);
void dp_article_set_sealed (DpArticle *self, const DpSealed *sealed);
const DpSealed *dp_article_get_sealed_image (DpArticle *self);
void dp_article_set_sealed_image (DpArticle *self, const DpSealed *sealed);

/* (transfer none) (nullable) */
const DpTranslation *dp_article_get_translation (DpArticle *self);
/* @translation: (nullable) */
void dp_article_set_translation (DpArticle *self, const DpTranslation *translation);

/* (transfer none) (element-type DpSealed): other copies that were received of it, in that order; the array
 * is never changed in place */
GPtrArray *dp_article_get_versions (DpArticle *self);
/* @versions: (nullable) */
void dp_article_set_versions (DpArticle *self, GPtrArray *versions);

/* Keeps @sealed among the versions; bytes that the article has already are not kept twice. */
void dp_article_add_version (DpArticle *self, const DpSealed *sealed);
/* The text is read from @sealed from now on: what it was read from before goes among the versions. */
void dp_article_replace_sealed (DpArticle *self, const DpSealed *sealed);

/* The whole text, and its table of offsets; both valid until the blocks change. */
const char *dp_article_get_text (DpArticle *self);
DpOffsets *dp_article_get_offsets (DpArticle *self);

/* (transfer none) (element-type DpSpan): where each block lies, in the order of the blocks */
GArray *dp_article_get_block_spans (DpArticle *self);

/* The index of the block that @offset, a code point of the text, is in or at the end of; of the last one
 * for what is beyond. G_MAXUINT when there is none. */
guint dp_article_get_block_at (DpArticle *self,
                               guint offset);

/* (transfer none) (nullable): the link that covers the character at @offset; @span: (out) (optional):
 * where it lies in the text */
const DpBlockLink *dp_article_get_link_at (DpArticle *self,
                                           guint offset,
                                           DpSpan *span);

/* (transfer none) (element-type DpSpan): sentences of all blocks, none across two blocks; found when
 * first asked for, valid until the blocks or the language change */
GArray *dp_article_get_sentences (DpArticle *self);

G_END_DECLS
