/* dp-extraction.h: what was found in a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include "intake/dp-metadata.h"
#include "model/dp-article.h"

G_BEGIN_DECLS

/* A block of the page that is not part of the article. */
typedef struct
{
  DpBlock *block;
  const char *reason; /* a word: see DpDrop in dp-passages.h */
  guint before;       /* the index of the block of the article that it stood before */
} DpDropped;

/* Strings are "" where nothing was found. */
typedef struct
{
  char *title;
  char **authors;
  char *published; /* ISO 8601, to its own precision */
  char *modified;
  char *site;
  char *language;  /* BCP 47 */
  char *direction; /* "ltr", "rtl" */
  char *canonical;
  char *description;
  char *section;
  char *image;           /* the lead image's address; nothing loads it by itself */
  GPtrArray *blocks;     /* (element-type DpBlock): the body, without headline, byline and date */
  GPtrArray *dropped;    /* (element-type DpDropped): the rest of the page, in its order */
  GPtrArray *candidates; /* (element-type DpFieldValue): all values of all fields */
} DpExtraction;

DpExtraction *dp_extraction_new (void);
void dp_extraction_free (DpExtraction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpExtraction, dp_extraction_free)

/**
 * dp_extract_html:
 * @bytes: the page as received
 * @charset: (nullable): what the HTTP header said
 * @link: (nullable): where it came from, for relative links and the date in the address
 *
 * A pure function; may run in any thread. Never fails on a page however broken; a page whose sheer
 * shape is hostile (see dp-page.h) gives an error that says so.
 */
DpExtraction *dp_extract_html (GBytes *bytes,
                               const char *charset,
                               const char *link,
                               GError **error);

/* Plain text: the first line is the title if it looks like one. */
DpExtraction *dp_extract_plain (GBytes *bytes,
                                const char *charset,
                                GError **error);

/* (transfer full): blocks, a line each; without captions, which belong to their pictures */
char *dp_extraction_dup_text (DpExtraction *self);

/* (transfer full): {title, byline, published, modified, site, lang, dir, canonical, description, section,
 * image, text, blocks, headings, quotes, links, candidates, dropped}; null for what was not found. A block
 * of blocks has its links as a case has them; "links" are all addresses in their order, once each;
 * "candidates" has a list for each field, of {value, from, chosen}, and "dropped" one of {kind, text,
 * reason, before}. */
JsonNode *dp_extraction_to_json (DpExtraction *self);

/* (transfer full): with the title as its headline block */
DpArticle *dp_extraction_to_article (DpExtraction *self);

G_END_DECLS
