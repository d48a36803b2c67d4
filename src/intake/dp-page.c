/* dp-page.c: a page as a compact tree, built by libxml2's SAX parser behind guards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-page.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include "intake/dp-intake.h"
#include "intake/dp-page-clean.h"

typedef struct
{
  DpPage *page;
  htmlParserCtxtPtr parser;
  guint32 open[DP_PAGE_MAX_DEPTH]; /* indices of nodes, from the document */
  guint n_open;
  guint n_deeper; /* open elements beyond that, which have no node */
  gboolean is_too_deep;
  gboolean is_too_large;
} Builder;

static void
stop (Builder *self)
{
  xmlStopParser (self->parser);
}

static guint
add_node (Builder *self,
          DpTag tag)
{
  GArray *nodes = self->page->nodes;
  DpPageNode node = {
    .tag = tag,
    .depth = self->n_open,
    .parent = self->n_open > 0 ? self->open[self->n_open - 1] : 0,
    .end = nodes->len + 1,
  };

  g_array_append_val (nodes, node);
  if (nodes->len > DP_PAGE_MAX_NODES)
    {
      self->is_too_large = TRUE;
      stop (self);
    }
  return nodes->len - 1;
}

static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar **atts)
{
  Builder *self = data;
  DpPage *page = self->page;
  guint index, first = page->attrs->len;
  DpTag tag;

  if (self->is_too_deep || self->is_too_large)
    return;
  if (self->n_deeper > 0 || self->n_open == DP_PAGE_MAX_DEPTH)
    {
      self->n_deeper++;
      page->n_cut_tags++;
      if (self->n_open + self->n_deeper > DP_PAGE_MAX_OPEN)
        {
          self->is_too_deep = TRUE;
          stop (self);
        }
      return;
    }

  tag = dp_tag_lookup ((const char *) name, strlen ((const char *) name));
  index = add_node (self, tag);
  for (guint i = 0; atts != NULL && atts[i] != NULL; i += 2)
    {
      const char *value = atts[i + 1] != NULL ? (const char *) atts[i + 1] : "";
      DpPageAttr attr = {
        .attr = dp_attr_lookup ((const char *) atts[i], strlen ((const char *) atts[i])),
        .start = page->text->len,
      };

      /* dp_attr_get_name() writes http-equiv as "equiv". */
      if (attr.attr == DP_ATTR_NONE && g_str_equal ((const char *) atts[i], "equiv"))
        attr.attr = DP_ATTR_EQUIV;
      if (attr.attr == DP_ATTR_NONE)
        continue;
      g_string_append (page->text, value);
      g_string_append_c (page->text, '\0');
      g_array_append_val (page->attrs, attr);
    }
  g_array_index (page->nodes, DpPageNode, index).start = first;
  g_array_index (page->nodes, DpPageNode, index).length = page->attrs->len - first;
  self->open[self->n_open++] = index;
}

static void
end_element_cb (void *data,
                const xmlChar *name)
{
  Builder *self = data;

  if (self->n_deeper > 0)
    self->n_deeper--;
  else if (self->n_open > 1)
    {
      self->n_open--;
      g_array_index (self->page->nodes, DpPageNode, self->open[self->n_open]).end = self->page->nodes->len;
    }
}

static void
characters_cb (void *data,
               const xmlChar *text,
               int length)
{
  Builder *self = data;
  DpPage *page = self->page;
  DpPageNode *last;

  if (length <= 0 || self->is_too_deep || self->is_too_large)
    return;
  last = &g_array_index (page->nodes, DpPageNode, page->nodes->len - 1);
  /* libxml2 hands over a text in pieces. */
  if (last->tag != DP_TAG_TEXT || last->parent != self->open[self->n_open - 1])
    {
      guint index = add_node (self, DP_TAG_TEXT);

      last = &g_array_index (page->nodes, DpPageNode, index);
      last->start = page->text->len;
    }
  g_string_append_len (page->text, (const char *) text, length);
  last->length = page->text->len - last->start;
}

static void
parse_clean (Builder *self,
             const GString *html)
{
  xmlSAXHandler *sax;

  if (html->len == 0 || html->len > G_MAXINT)
    return;
  self->parser = htmlCreateMemoryParserCtxt (html->str, html->len);
  if (self->parser == NULL)
    return;
  sax = self->parser->sax;
  memset (sax, 0, sizeof *sax);
  sax->startElement = start_element_cb;
  sax->endElement = end_element_cb;
  sax->characters = characters_cb;
  sax->ignorableWhitespace = characters_cb;
  sax->cdataBlock = characters_cb;
  self->parser->userData = self;
  htmlCtxtUseOptions (self->parser,
                      HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NODEFDTD | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
  xmlSwitchEncoding (self->parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (self->parser);
  /* With handlers of our own there is no tree; libxml2 makes an empty one at most. */
  if (self->parser->myDoc != NULL)
    xmlFreeDoc (self->parser->myDoc);
  self->parser->myDoc = NULL;
  htmlFreeParserCtxt (self->parser);
}

static DpPage *
page_new (void)
{
  DpPage *self = g_new0 (DpPage, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (DpPageNode));
  self->attrs = g_array_new (FALSE, FALSE, sizeof (DpPageAttr));
  self->text = g_string_new (NULL);
  return self;
}

DpPage *
dp_page_parse (const char *text,
               gsize length,
               GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  for (DpPageMode mode = DP_PAGE_FULL;; mode++)
    {
      g_autoptr (DpPageClean) clean = dp_page_clean (text, length, mode);
      g_autoptr (DpPage) page = page_new ();
      g_autofree Builder *builder = g_new0 (Builder, 1);

      page->mode = mode;
      page->json_ld = g_ptr_array_ref (clean->json_ld);
      page->n_seen_tags = clean->n_seen_tags;
      page->n_cut_tags = clean->n_cut_tags;
      builder->page = page;
      builder->open[0] = add_node (builder, DP_TAG_NONE);
      builder->n_open = 1;
      parse_clean (builder, clean->html);
      if (builder->is_too_deep && mode < DP_PAGE_FLAT)
        continue;
      if (builder->is_too_large)
        {
          g_set_error (error,
                       DP_INTAKE_ERROR,
                       DP_INTAKE_ERROR_HOSTILE,
                       _ ("This page has more than %d elements and was not read. Paste the text instead."),
                       DP_PAGE_MAX_NODES);
          return NULL;
        }
      while (builder->n_open > 0)
        {
          builder->n_open--;
          g_array_index (page->nodes, DpPageNode, builder->open[builder->n_open]).end = page->nodes->len;
        }
      return g_steal_pointer (&page);
    }
}

void
dp_page_free (DpPage *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_array_unref (self->attrs);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->json_ld, g_ptr_array_unref);
  g_free (self);
}

const char *
dp_page_get_attr (const DpPage *self,
                  guint index,
                  DpAttr attr)
{
  const DpPageNode *node = dp_page_node (self, index);

  if (node->tag == DP_TAG_TEXT)
    return NULL;
  for (guint i = node->start; i < node->start + node->length; i++)
    {
      const DpPageAttr *a = &g_array_index (self->attrs, DpPageAttr, i);

      if (a->attr == attr)
        return self->text->str + a->start;
    }
  return NULL;
}

char *
dp_page_dup_text (const DpPage *self,
                  guint index)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint end = dp_page_node (self, index)->end;
  gboolean space = FALSE;

  for (guint i = index; i < end; i++)
    {
      const DpPageNode *node = dp_page_node (self, i);
      const char *p = self->text->str + node->start;

      if (node->tag != DP_TAG_TEXT)
        {
          space |= node->tag == DP_TAG_BR || (dp_tag_get_flags (node->tag) & DP_TAG_IS_BLOCK) != 0;
          continue;
        }
      for (const char *stop_at = p + node->length; p < stop_at; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_isspace (c) || c == 0xa0)
            {
              space = TRUE;
              continue;
            }
          if (space && out->len > 0)
            g_string_append_c (out, ' ');
          space = FALSE;
          g_string_append_unichar (out, c);
        }
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
