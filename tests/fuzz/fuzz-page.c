/* fuzz-page.c: any bytes as a page and as plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>
#include "base/dp-json.h"
#include "intake/dp-extraction.h"
#include "intake/dp-charset.h"
#include "intake/dp-page.h"
#include "intake/dp-passages.h"

/* What is counted while they are written is what they are: links lie where their words do. */
static void
check_passages (const DpPage *page)
{
  g_autoptr (DpPassages) passages = dp_passages_new (page);
  guint n_links = 0;

  for (guint i = 0; i < passages->list->len; i++)
    {
      const DpPassage *p = dp_passages_at (passages, i);
      guint last = 0;

      g_assert_true (g_utf8_validate (passages->text->str + p->start, p->length, NULL));
      g_assert_cmpint (g_utf8_strlen (passages->text->str + p->start, p->length), ==, p->n_chars);
      g_assert_cmpuint (p->first_link, ==, n_links);
      n_links += p->n_links;
      g_assert_cmpuint (n_links, <=, passages->links->len);
      for (guint k = p->first_link; k < n_links; k++)
        {
          const DpPassageLink *link = &g_array_index (passages->links, DpPassageLink, k);

          g_assert_cmpuint (link->start, >=, last);
          g_assert_cmpuint (link->end, >, link->start);
          g_assert_cmpuint (link->end, <=, p->n_chars);
          g_assert_cmpint (dp_page_node (page, link->node)->tag, ==, DP_TAG_A);
          last = link->end;
        }
    }
}

/* Every node inside its parent, every text inside the buffer. */
static void
check_tree (GBytes *bytes)
{
  g_autoptr (GString) html = dp_charset_decode (bytes, NULL, TRUE);
  g_autoptr (DpPage) page = NULL;
  g_autofree char *exact = NULL;

  g_assert_true (g_utf8_validate (html->str, html->len, NULL));
  g_assert_cmpuint (strlen (html->str), ==, html->len);
  /* A copy that ends where the text does, so that a step beyond is seen. */
  exact = g_memdup2 (html->str, html->len);
  page = dp_page_parse (exact != NULL ? exact : "", html->len, NULL);
  g_assert_nonnull (page);
  for (guint i = 1; i < page->nodes->len; i++)
    {
      const DpPageNode *node = dp_page_node (page, i);

      g_assert_cmpuint (node->parent, <, i);
      g_assert_cmpuint (node->end, >, i);
      g_assert_cmpuint (node->end, <=, dp_page_node (page, node->parent)->end);
      g_assert_cmpuint (node->depth, <=, DP_PAGE_MAX_DEPTH);
      if (node->tag == DP_TAG_TEXT)
        g_assert_true (g_utf8_validate (page->text->str + node->start, node->length, NULL));
    }
  check_passages (page);
}

static void
check_extraction (DpExtraction *extraction)
{
  g_autoptr (JsonNode) node = dp_extraction_to_json (extraction);
  g_autoptr (GBytes) json = dp_json_write (node);
  g_autoptr (JsonNode) again = dp_json_read (g_bytes_get_data (json, NULL), g_bytes_get_size (json), DP_JSON_STRICT, NULL);

  /* All of it is text that a case may hold. */
  g_assert_nonnull (again);
  for (guint i = 0; i < extraction->blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (extraction->blocks, i);

      g_assert_true (block->text[0] != '\0');
      g_assert_true (block->kind == DP_BLOCK_PREFORMATTED || strchr (block->text, '\n') == NULL);
      for (guint k = 0; block->links != NULL && k < block->links->len; k++)
        g_assert_true (dp_block_link_may_open (((DpBlockLink *) g_ptr_array_index (block->links, k))->href));
      g_assert_true (block->kind != DP_BLOCK_HEADING || (block->level >= 1 && block->level <= 6));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (DpExtraction) page = dp_extract_html (bytes, NULL, "https://example.org/2026/01/10/a", NULL);
  g_autoptr (DpExtraction) plain = dp_extract_plain (bytes, NULL, NULL);

  check_tree (bytes);
  check_extraction (page);
  check_extraction (plain);
  return 0;
}
