/* dp-metadata.h: what a page says about its article, with where each was said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "intake/dp-passages.h"

G_BEGIN_DECLS

typedef enum
{
  DP_FIELD_TITLE,
  DP_FIELD_AUTHORS, /* several names joined by a line feed */
  DP_FIELD_PUBLISHED,
  DP_FIELD_MODIFIED,
  DP_FIELD_SITE,
  DP_FIELD_LANGUAGE,
  DP_FIELD_CANONICAL,
  DP_FIELD_DESCRIPTION,
  DP_FIELD_SECTION,
  DP_FIELD_IMAGE, /* the address of the lead image, absolute */
  DP_FIELD_BODY,  /* the text as JSON-LD has it */
  DP_N_FIELDS
} DpField;

/* Where a value was found, the best first. */
typedef enum
{
  DP_ORIGIN_JSON_LD,
  DP_ORIGIN_OPEN_GRAPH, /* og: and article: properties */
  DP_ORIGIN_META,       /* other meta elements */
  DP_ORIGIN_MICRODATA,  /* itemprop, rel */
  DP_ORIGIN_HEADING,    /* h1 */
  DP_ORIGIN_LABEL,      /* behind a word such as "Author" or "Published" */
  DP_ORIGIN_PROFILE,    /* the words of a link to the page about an author */
  DP_ORIGIN_CLASS,      /* an element whose class says so, or a line beside the title */
  DP_ORIGIN_TIME,       /* time elements */
  DP_ORIGIN_TITLE,      /* the title element */
  DP_ORIGIN_LINK,       /* the address */
  DP_ORIGIN_ELEMENT,    /* html lang, link rel */
} DpOrigin;

typedef struct
{
  DpField field;
  DpOrigin origin;
  char *value; /* cleaned; dates are ISO 8601 */
} DpFieldValue;

typedef struct
{
  GPtrArray *candidates;     /* (element-type DpFieldValue): all, in the order they were found */
  char *chosen[DP_N_FIELDS]; /* never NULL */
  char *direction;           /* "ltr", "rtl" or "" */
  char *base;                /* (nullable): what relative addresses are relative to */
  char *meta_label;          /* (nullable): what the next twitter:data is */
  guint n_times;             /* time elements looked at */
} DpMetadata;

/* For those who look for values: what is empty or holds none is left out. */
void dp_metadata_add (DpMetadata *self,
                      DpField field,
                      DpOrigin origin,
                      const char *text);
/* (nullable): the first value of that origin */
const char *dp_metadata_get_first (DpMetadata *self,
                                   DpField field,
                                   DpOrigin origin);

const char *dp_field_to_nick (DpField field);
const char *dp_origin_to_nick (DpOrigin origin);

DpMetadata *dp_metadata_new (const DpPage *page,
                             const DpPassages *passages,
                             const char *link);
void dp_metadata_free (DpMetadata *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DpMetadata, dp_metadata_free)

G_END_DECLS
