/* dp-page-names.h: the elements and attributes that a page tree knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DP_TAG_NONE, /* the document, and what has no meaning of its own */
  DP_TAG_TEXT,
  DP_TAG_A,
  DP_TAG_ABBR,
  DP_TAG_ADDRESS,
  DP_TAG_ARTICLE,
  DP_TAG_ASIDE,
  DP_TAG_B,
  DP_TAG_BASE,
  DP_TAG_BLOCKQUOTE,
  DP_TAG_BODY,
  DP_TAG_BR,
  DP_TAG_BUTTON,
  DP_TAG_CAPTION,
  DP_TAG_CENTER,
  DP_TAG_CITE,
  DP_TAG_DD,
  DP_TAG_DETAILS,
  DP_TAG_DIALOG,
  DP_TAG_DIV,
  DP_TAG_DL,
  DP_TAG_DT,
  DP_TAG_EM,
  DP_TAG_FIELDSET,
  DP_TAG_FIGCAPTION,
  DP_TAG_FIGURE,
  DP_TAG_FOOTER,
  DP_TAG_FORM,
  DP_TAG_H1,
  DP_TAG_H2,
  DP_TAG_H3,
  DP_TAG_H4,
  DP_TAG_H5,
  DP_TAG_H6,
  DP_TAG_HEAD,
  DP_TAG_HEADER,
  DP_TAG_HR,
  DP_TAG_HTML,
  DP_TAG_I,
  DP_TAG_IMG,
  DP_TAG_INPUT,
  DP_TAG_LABEL,
  DP_TAG_LI,
  DP_TAG_LINK,
  DP_TAG_MAIN,
  DP_TAG_META,
  DP_TAG_NAV,
  DP_TAG_OL,
  DP_TAG_P,
  DP_TAG_PRE,
  DP_TAG_Q,
  DP_TAG_SECTION,
  DP_TAG_SPAN,
  DP_TAG_STRONG,
  DP_TAG_SUMMARY,
  DP_TAG_SUP,
  DP_TAG_TABLE,
  DP_TAG_TBODY,
  DP_TAG_TD,
  DP_TAG_TFOOT,
  DP_TAG_TH,
  DP_TAG_THEAD,
  DP_TAG_TIME,
  DP_TAG_TITLE,
  DP_TAG_TR,
  DP_TAG_U,
  DP_TAG_UL,
  /* Whose content is no text; they never reach the tree. */
  DP_TAG_IFRAME,
  DP_TAG_NOEMBED,
  DP_TAG_NOFRAMES,
  DP_TAG_NOSCRIPT,
  DP_TAG_OBJECT,
  DP_TAG_SCRIPT,
  DP_TAG_SELECT,
  DP_TAG_STYLE,
  DP_TAG_SVG,
  DP_TAG_TEMPLATE,
  DP_TAG_TEXTAREA,
  DP_N_TAGS
} DpTag;

typedef enum
{
  DP_TAG_IS_BLOCK = 1 << 0,      /* text before and after it is not one paragraph */
  DP_TAG_IS_VOID = 1 << 1,       /* has no content and no end tag */
  DP_TAG_IS_RAW = 1 << 2,        /* content is not markup, and is not wanted */
  DP_TAG_IS_UNWANTED = 1 << 3,   /* content is markup, and is not wanted */
  DP_TAG_IS_FORMATTING = 1 << 4, /* says nothing but how letters look */
  DP_TAG_IS_HTML5 = 1 << 5,      /* ends a paragraph, which libxml2 2.9 does not know */
} DpTagFlags;

typedef enum
{
  DP_ATTR_NONE,
  DP_ATTR_ARIA_HIDDEN,
  DP_ATTR_CITE,
  DP_ATTR_CLASS,
  DP_ATTR_COLSPAN,
  DP_ATTR_CONTENT,
  DP_ATTR_DATETIME,
  DP_ATTR_DIR,
  DP_ATTR_EQUIV, /* http-equiv */
  DP_ATTR_HIDDEN,
  DP_ATTR_HREF,
  DP_ATTR_ID,
  DP_ATTR_ITEMPROP,
  DP_ATTR_ITEMTYPE,
  DP_ATTR_LANG,
  DP_ATTR_NAME,
  DP_ATTR_PROPERTY,
  DP_ATTR_REL,
  DP_ATTR_ROLE,
  DP_ATTR_STYLE,
  DP_ATTR_TITLE,
  DP_ATTR_TYPE,
  DP_N_ATTRS
} DpAttr;

/* %DP_TAG_NONE for what is not in the list; upper or lower case */
DpTag dp_tag_lookup (const char *name,
                     gsize length);
const char *dp_tag_get_name (DpTag tag);
guint dp_tag_get_flags (DpTag tag);

DpAttr dp_attr_lookup (const char *name,
                       gsize length);
/* As it is written for the parser: never a name that libxml2 acts upon. */
const char *dp_attr_get_name (DpAttr attr);

G_END_DECLS
