/* dp-page-names.c: the elements and attributes that a page tree knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-page-names.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_NAME 16

/* Sorted by name, for bsearch. */
static const struct
{
  const char *name;
  DpTag tag;
} tag_names[] = {
  { "a", DP_TAG_A },
  { "abbr", DP_TAG_ABBR },
  { "address", DP_TAG_ADDRESS },
  { "article", DP_TAG_ARTICLE },
  { "aside", DP_TAG_ASIDE },
  { "b", DP_TAG_B },
  { "base", DP_TAG_BASE },
  { "big", DP_TAG_SPAN },
  { "blockquote", DP_TAG_BLOCKQUOTE },
  { "body", DP_TAG_BODY },
  { "br", DP_TAG_BR },
  { "button", DP_TAG_BUTTON },
  { "caption", DP_TAG_CAPTION },
  { "center", DP_TAG_CENTER },
  { "cite", DP_TAG_CITE },
  { "code", DP_TAG_SPAN },
  { "dd", DP_TAG_DD },
  { "details", DP_TAG_DETAILS },
  { "dialog", DP_TAG_DIALOG },
  { "dir", DP_TAG_UL },
  { "div", DP_TAG_DIV },
  { "dl", DP_TAG_DL },
  { "dt", DP_TAG_DT },
  { "em", DP_TAG_EM },
  { "fieldset", DP_TAG_FIELDSET },
  { "figcaption", DP_TAG_FIGCAPTION },
  { "figure", DP_TAG_FIGURE },
  { "font", DP_TAG_SPAN },
  { "footer", DP_TAG_FOOTER },
  { "form", DP_TAG_FORM },
  { "h1", DP_TAG_H1 },
  { "h2", DP_TAG_H2 },
  { "h3", DP_TAG_H3 },
  { "h4", DP_TAG_H4 },
  { "h5", DP_TAG_H5 },
  { "h6", DP_TAG_H6 },
  { "head", DP_TAG_HEAD },
  { "header", DP_TAG_HEADER },
  { "hgroup", DP_TAG_DIV },
  { "hr", DP_TAG_HR },
  { "html", DP_TAG_HTML },
  { "i", DP_TAG_I },
  { "iframe", DP_TAG_IFRAME },
  { "img", DP_TAG_IMG },
  { "input", DP_TAG_INPUT },
  { "ins", DP_TAG_SPAN },
  { "label", DP_TAG_LABEL },
  { "legend", DP_TAG_SPAN },
  { "li", DP_TAG_LI },
  { "link", DP_TAG_LINK },
  { "listing", DP_TAG_PRE },
  { "main", DP_TAG_MAIN },
  { "mark", DP_TAG_SPAN },
  { "menu", DP_TAG_UL },
  { "meta", DP_TAG_META },
  { "nav", DP_TAG_NAV },
  { "nobr", DP_TAG_SPAN },
  { "noembed", DP_TAG_NOEMBED },
  { "noframes", DP_TAG_NOFRAMES },
  { "noscript", DP_TAG_NOSCRIPT },
  { "object", DP_TAG_OBJECT },
  { "ol", DP_TAG_OL },
  { "p", DP_TAG_P },
  { "pre", DP_TAG_PRE },
  { "q", DP_TAG_Q },
  { "s", DP_TAG_SPAN },
  { "script", DP_TAG_SCRIPT },
  { "section", DP_TAG_SECTION },
  { "select", DP_TAG_SELECT },
  { "small", DP_TAG_SPAN },
  { "span", DP_TAG_SPAN },
  { "strike", DP_TAG_SPAN },
  { "strong", DP_TAG_STRONG },
  { "style", DP_TAG_STYLE },
  { "sub", DP_TAG_SUP },
  { "summary", DP_TAG_SUMMARY },
  { "sup", DP_TAG_SUP },
  { "svg", DP_TAG_SVG },
  { "table", DP_TAG_TABLE },
  { "tbody", DP_TAG_TBODY },
  { "td", DP_TAG_TD },
  { "template", DP_TAG_TEMPLATE },
  { "textarea", DP_TAG_TEXTAREA },
  { "tfoot", DP_TAG_TFOOT },
  { "th", DP_TAG_TH },
  { "thead", DP_TAG_THEAD },
  { "time", DP_TAG_TIME },
  { "title", DP_TAG_TITLE },
  { "tr", DP_TAG_TR },
  { "tt", DP_TAG_SPAN },
  { "u", DP_TAG_U },
  { "ul", DP_TAG_UL },
  { "xmp", DP_TAG_PRE },
};

static const struct
{
  const char *name;
  guint flags;
} tags[DP_N_TAGS] = {
  [DP_TAG_NONE] = { "span", 0 },
  [DP_TAG_TEXT] = { "", 0 },
  [DP_TAG_A] = { "a", 0 },
  [DP_TAG_ABBR] = { "abbr", DP_TAG_IS_FORMATTING },
  [DP_TAG_ADDRESS] = { "address", DP_TAG_IS_BLOCK },
  [DP_TAG_ARTICLE] = { "article", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_ASIDE] = { "aside", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_B] = { "b", DP_TAG_IS_FORMATTING },
  [DP_TAG_BASE] = { "base", DP_TAG_IS_VOID },
  [DP_TAG_BLOCKQUOTE] = { "blockquote", DP_TAG_IS_BLOCK },
  [DP_TAG_BODY] = { "body", DP_TAG_IS_BLOCK },
  [DP_TAG_BR] = { "br", DP_TAG_IS_VOID },
  [DP_TAG_BUTTON] = { "button", 0 },
  [DP_TAG_CAPTION] = { "caption", DP_TAG_IS_BLOCK },
  [DP_TAG_CENTER] = { "center", DP_TAG_IS_BLOCK },
  [DP_TAG_CITE] = { "cite", DP_TAG_IS_FORMATTING },
  [DP_TAG_DD] = { "dd", DP_TAG_IS_BLOCK },
  [DP_TAG_DETAILS] = { "details", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_DIALOG] = { "dialog", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_DIV] = { "div", DP_TAG_IS_BLOCK },
  [DP_TAG_DL] = { "dl", DP_TAG_IS_BLOCK },
  [DP_TAG_DT] = { "dt", DP_TAG_IS_BLOCK },
  [DP_TAG_EM] = { "em", DP_TAG_IS_FORMATTING },
  [DP_TAG_FIELDSET] = { "fieldset", DP_TAG_IS_BLOCK },
  [DP_TAG_FIGCAPTION] = { "figcaption", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_FIGURE] = { "figure", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_FOOTER] = { "footer", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_FORM] = { "form", DP_TAG_IS_BLOCK },
  [DP_TAG_H1] = { "h1", DP_TAG_IS_BLOCK },
  [DP_TAG_H2] = { "h2", DP_TAG_IS_BLOCK },
  [DP_TAG_H3] = { "h3", DP_TAG_IS_BLOCK },
  [DP_TAG_H4] = { "h4", DP_TAG_IS_BLOCK },
  [DP_TAG_H5] = { "h5", DP_TAG_IS_BLOCK },
  [DP_TAG_H6] = { "h6", DP_TAG_IS_BLOCK },
  [DP_TAG_HEAD] = { "head", DP_TAG_IS_BLOCK },
  [DP_TAG_HEADER] = { "header", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_HR] = { "hr", DP_TAG_IS_BLOCK | DP_TAG_IS_VOID },
  [DP_TAG_HTML] = { "html", DP_TAG_IS_BLOCK },
  [DP_TAG_I] = { "i", DP_TAG_IS_FORMATTING },
  [DP_TAG_IMG] = { "img", DP_TAG_IS_VOID },
  [DP_TAG_INPUT] = { "input", DP_TAG_IS_VOID },
  [DP_TAG_LABEL] = { "label", 0 },
  [DP_TAG_LI] = { "li", DP_TAG_IS_BLOCK },
  [DP_TAG_LINK] = { "link", DP_TAG_IS_VOID },
  [DP_TAG_MAIN] = { "main", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_META] = { "meta", DP_TAG_IS_VOID },
  [DP_TAG_NAV] = { "nav", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_OL] = { "ol", DP_TAG_IS_BLOCK },
  [DP_TAG_P] = { "p", DP_TAG_IS_BLOCK },
  [DP_TAG_PRE] = { "pre", DP_TAG_IS_BLOCK },
  [DP_TAG_Q] = { "q", DP_TAG_IS_FORMATTING },
  [DP_TAG_SECTION] = { "section", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_SPAN] = { "span", 0 },
  [DP_TAG_STRONG] = { "strong", DP_TAG_IS_FORMATTING },
  [DP_TAG_SUMMARY] = { "summary", DP_TAG_IS_BLOCK | DP_TAG_IS_HTML5 },
  [DP_TAG_SUP] = { "sup", DP_TAG_IS_FORMATTING },
  [DP_TAG_TABLE] = { "table", DP_TAG_IS_BLOCK },
  [DP_TAG_TBODY] = { "tbody", DP_TAG_IS_BLOCK },
  [DP_TAG_TD] = { "td", DP_TAG_IS_BLOCK },
  [DP_TAG_TFOOT] = { "tfoot", DP_TAG_IS_BLOCK },
  [DP_TAG_TH] = { "th", DP_TAG_IS_BLOCK },
  [DP_TAG_THEAD] = { "thead", DP_TAG_IS_BLOCK },
  [DP_TAG_TIME] = { "time", 0 },
  [DP_TAG_TITLE] = { "title", DP_TAG_IS_BLOCK },
  [DP_TAG_TR] = { "tr", DP_TAG_IS_BLOCK },
  [DP_TAG_U] = { "u", DP_TAG_IS_FORMATTING },
  [DP_TAG_UL] = { "ul", DP_TAG_IS_BLOCK },
  [DP_TAG_IFRAME] = { "iframe", DP_TAG_IS_RAW },
  [DP_TAG_NOEMBED] = { "noembed", DP_TAG_IS_RAW },
  [DP_TAG_NOFRAMES] = { "noframes", DP_TAG_IS_RAW },
  [DP_TAG_NOSCRIPT] = { "noscript", DP_TAG_IS_RAW },
  [DP_TAG_OBJECT] = { "object", DP_TAG_IS_UNWANTED },
  [DP_TAG_SCRIPT] = { "script", DP_TAG_IS_RAW },
  [DP_TAG_SELECT] = { "select", DP_TAG_IS_UNWANTED },
  [DP_TAG_STYLE] = { "style", DP_TAG_IS_RAW },
  [DP_TAG_SVG] = { "svg", DP_TAG_IS_UNWANTED },
  [DP_TAG_TEMPLATE] = { "template", DP_TAG_IS_UNWANTED },
  [DP_TAG_TEXTAREA] = { "textarea", DP_TAG_IS_RAW },
};

/* Sorted by name, for bsearch. */
static const struct
{
  const char *name;
  DpAttr attr;
} attr_names[] = {
  { "aria-hidden", DP_ATTR_ARIA_HIDDEN },
  { "cite", DP_ATTR_CITE },
  { "class", DP_ATTR_CLASS },
  { "colspan", DP_ATTR_COLSPAN },
  { "content", DP_ATTR_CONTENT },
  { "datetime", DP_ATTR_DATETIME },
  { "dir", DP_ATTR_DIR },
  { "hidden", DP_ATTR_HIDDEN },
  { "href", DP_ATTR_HREF },
  { "http-equiv", DP_ATTR_EQUIV },
  { "id", DP_ATTR_ID },
  { "itemprop", DP_ATTR_ITEMPROP },
  { "itemtype", DP_ATTR_ITEMTYPE },
  { "lang", DP_ATTR_LANG },
  { "name", DP_ATTR_NAME },
  { "property", DP_ATTR_PROPERTY },
  { "rel", DP_ATTR_REL },
  { "role", DP_ATTR_ROLE },
  { "style", DP_ATTR_STYLE },
  { "title", DP_ATTR_TITLE },
  { "type", DP_ATTR_TYPE },
  { "xml:lang", DP_ATTR_LANG },
};

static const char *const attrs[DP_N_ATTRS] = {
  [DP_ATTR_ARIA_HIDDEN] = "aria-hidden",
  [DP_ATTR_CITE] = "cite",
  [DP_ATTR_CLASS] = "class",
  [DP_ATTR_COLSPAN] = "colspan",
  [DP_ATTR_CONTENT] = "content",
  [DP_ATTR_DATETIME] = "datetime",
  [DP_ATTR_DIR] = "dir",
  [DP_ATTR_EQUIV] = "equiv",
  [DP_ATTR_HIDDEN] = "hidden",
  [DP_ATTR_HREF] = "href",
  [DP_ATTR_ID] = "id",
  [DP_ATTR_ITEMPROP] = "itemprop",
  [DP_ATTR_ITEMTYPE] = "itemtype",
  [DP_ATTR_LANG] = "lang",
  [DP_ATTR_NAME] = "name",
  [DP_ATTR_PROPERTY] = "property",
  [DP_ATTR_REL] = "rel",
  [DP_ATTR_ROLE] = "role",
  [DP_ATTR_STYLE] = "style",
  [DP_ATTR_TITLE] = "title",
  [DP_ATTR_TYPE] = "type",
};

static int
compare_name (const void *key,
              const void *row)
{
  return strcmp (key, *(const char *const *) row);
}

/* Lower case and short, or "". */
static void
fold_name (const char *name,
           gsize length,
           char folded[LONGEST_NAME])
{
  if (length >= LONGEST_NAME)
    length = 0;
  for (gsize i = 0; i < length; i++)
    folded[i] = g_ascii_tolower (name[i]);
  folded[length] = '\0';
}

DpTag
dp_tag_lookup (const char *name,
               gsize length)
{
  char folded[LONGEST_NAME];
  const typeof (tag_names[0]) *row;

  fold_name (name, length, folded);
  row = bsearch (folded, tag_names, G_N_ELEMENTS (tag_names), sizeof tag_names[0], compare_name);
  return row != NULL ? row->tag : DP_TAG_NONE;
}

const char *
dp_tag_get_name (DpTag tag)
{
  g_return_val_if_fail (tag < DP_N_TAGS, "");

  return tags[tag].name;
}

guint
dp_tag_get_flags (DpTag tag)
{
  g_return_val_if_fail (tag < DP_N_TAGS, 0);

  return tags[tag].flags;
}

DpAttr
dp_attr_lookup (const char *name,
                gsize length)
{
  char folded[LONGEST_NAME];
  const typeof (attr_names[0]) *row;

  fold_name (name, length, folded);
  row = bsearch (folded, attr_names, G_N_ELEMENTS (attr_names), sizeof attr_names[0], compare_name);
  return row != NULL ? row->attr : DP_ATTR_NONE;
}

const char *
dp_attr_get_name (DpAttr attr)
{
  g_return_val_if_fail (attr > DP_ATTR_NONE && attr < DP_N_ATTRS, "");

  return attrs[attr];
}
