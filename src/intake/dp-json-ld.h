/* dp-json-ld.h: what a page's JSON-LD says about its article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of the one article that the page is about; NULL where nothing was said. */
typedef struct
{
  char *headline;
  char *alternative_headline;
  char *description;
  char *body;
  char *published; /* as written */
  char *modified;
  char *language;
  char *publisher;
  char *site; /* name of the WebSite */
  char *url;
  char *section;
  char *image;              /* an address, as written */
  GPtrArray *people;        /* (element-type utf8): authors that are persons, or not said to be else */
  GPtrArray *organizations; /* (element-type utf8): authors that are not */
  gboolean is_article;
} DpJsonLd;

/**
 * dp_json_ld_read:
 * @scripts: (element-type GBytes)
 * @title: (nullable): the page's own title, to tell several articles apart
 *
 * Arrays, @graph, references by @id, types in arrays; comments and CDATA around; what is no JSON is
 * searched for the few members that matter.
 */
DpJsonLd *dp_json_ld_read (GPtrArray *scripts,
                           const char *title);
void dp_json_ld_free (DpJsonLd *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpJsonLd, dp_json_ld_free)

G_END_DECLS
