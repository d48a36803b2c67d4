/* test-block.c: links, sources and tables in the blocks of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-article.h"

static DpBlock *
new_linked (const char *text,
            guint start,
            guint end)
{
  DpBlock *block = dp_block_new (DP_BLOCK_PARAGRAPH, 0, text);

  g_assert_nonnull (dp_block_add_link (block, start, end, "https://example.org/"));
  return block;
}

static GPtrArray *
list (DpBlock *first,
      ...)
{
  GPtrArray *blocks = dp_blocks_new ();
  va_list args;

  va_start (args, first);
  for (DpBlock *block = first; block != NULL; block = va_arg (args, DpBlock *))
    g_ptr_array_add (blocks, block);
  va_end (args);
  return blocks;
}

static void
assert_link (GPtrArray *blocks,
             guint block,
             guint link,
             guint start,
             guint end)
{
  const DpBlock *b = g_ptr_array_index (blocks, block);
  const DpBlockLink *l;

  g_assert_nonnull (b->links);
  g_assert_cmpuint (b->links->len, >, link);
  l = g_ptr_array_index (b->links, link);
  g_assert_cmpuint (l->start, ==, start);
  g_assert_cmpuint (l->end, ==, end);
}

/* In order, not over each other, within the text; in code points. */
static void
test_add_link (void)
{
  g_autoptr (DpBlock) block = dp_block_new (DP_BLOCK_PARAGRAPH, 0, "Цена 𝄞 выросла");
  g_autoptr (DpBlock) copy = NULL;

  g_assert_cmpuint (block->length, ==, 14);
  g_assert_null (dp_block_add_link (block, 3, 3, "https://example.org/"));
  g_assert_null (dp_block_add_link (block, 3, 5, ""));
  g_assert_nonnull (dp_block_add_link (block, 0, 4, "https://example.org/a"));
  g_assert_null (dp_block_add_link (block, 3, 6, "https://example.org/b"));
  g_assert_null (dp_block_add_link (block, 7, 15, "https://example.org/b"));
  g_assert_nonnull (dp_block_add_link (block, 4, 14, "https://example.org/b"));

  copy = dp_block_copy (block);
  g_assert_true (dp_block_equal (copy, block));
  g_free (((DpBlockLink *) g_ptr_array_index (copy->links, 1))->href);
  ((DpBlockLink *) g_ptr_array_index (copy->links, 1))->href = g_strdup ("https://example.org/c");
  g_assert_false (dp_block_equal (copy, block));
}

static void
test_may_open (void)
{
  static const char *const good[] = {
    "http://example.org", "https://example.org/a?b=c&d=%20#e", "HTTPS://EXAMPLE.ORG/", "https://пример.example/текст",
    "http://[2001:db8::1]/", "mailto:someone@example.org"
  };
  static const char *const bad[] = {
    "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.org/", "//example.org/",
    "example.org", "https://", "https:///path", "http:example.org", "https://example.org/a b", "https://example.org/\n",
    "https://example.org/\xE2\x80\xAE", "https://example.org/\xFF", "mailto:", "mailto:?subject=x", " https://example.org/",
    "https://-option", "x-https://example.org/", "https://example.org/\"onclick"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (dp_block_link_may_open (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      if (dp_block_link_may_open (bad[i]))
        g_error ("it would open “%s”", bad[i]);
    }
}

static void
test_link_at (void)
{
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = list (dp_block_new (DP_BLOCK_HEADLINE, 0, "Über"), new_linked ("One two.", 4, 7), new_linked ("Three", 0, 5), NULL);
  DpSpan span;

  g_assert_null (dp_article_get_link_at (article, 0, NULL));
  g_assert_cmpuint (dp_article_get_block_at (article, 0), ==, G_MAXUINT);
  dp_article_set_blocks (article, blocks);
  g_assert_cmpuint (dp_article_get_block_at (article, 4), ==, 0);
  g_assert_cmpuint (dp_article_get_block_at (article, 5), ==, 1);
  g_assert_cmpuint (dp_article_get_block_at (article, 999), ==, 2);
  g_assert_null (dp_article_get_link_at (article, 8, NULL));
  g_assert_nonnull (dp_article_get_link_at (article, 9, &span));
  g_assert_cmpuint (span.start, ==, 9);
  g_assert_cmpuint (span.end, ==, 12);
  g_assert_nonnull (dp_article_get_link_at (article, 11, NULL));
  g_assert_null (dp_article_get_link_at (article, 12, NULL));
  g_assert_nonnull (dp_article_get_link_at (article, 14, &span));
  g_assert_cmpuint (span.start, ==, 14);
  g_assert_null (dp_article_get_link_at (article, 999, NULL));
}

/* What a correction by hand cannot write stays with the words that it belongs to. */
static void
test_carry (void)
{
  DpBlock *quote = dp_block_new (DP_BLOCK_QUOTE, 0, "We never said so.");
  g_autoptr (GPtrArray) old = list (new_linked ("One two three.", 4, 7), quote, new_linked ("Four five.", 5, 9), NULL);
  g_autoptr (GPtrArray) corrected = dp_blocks_from_plain_text ("One two, as it were, three.\nWe never said so.\nFourteen five.");
  g_autoptr (GPtrArray) moved = dp_blocks_from_plain_text ("Four five.\nNew.\nOne two three.\nThis.");
  g_autoptr (GPtrArray) gone = dp_blocks_from_plain_text ("One too three.\nOne.\nTwo.");

  dp_block_set_source (quote, "A minister", "https://example.org/said");
  ((DpBlock *) g_ptr_array_index (corrected, 1))->kind = DP_BLOCK_QUOTE;
  dp_blocks_carry (old, corrected);
  assert_link (corrected, 0, 0, 4, 7);
  g_assert_cmpstr (((DpBlock *) g_ptr_array_index (corrected, 1))->source, ==, "A minister");
  g_assert_cmpstr (((DpBlock *) g_ptr_array_index (corrected, 1))->source_link, ==, "https://example.org/said");
  assert_link (corrected, 2, 0, 9, 13);

  dp_blocks_carry (old, moved);
  assert_link (moved, 0, 0, 5, 9);
  g_assert_null (((DpBlock *) g_ptr_array_index (moved, 1))->links);
  assert_link (moved, 2, 0, 4, 7);

  /* The linked word itself was changed. */
  dp_blocks_carry (old, gone);
  for (guint i = 0; i < gone->len; i++)
    g_assert_null (((DpBlock *) g_ptr_array_index (gone, i))->links);
}

static void
assert_same_sentences (DpArticle *article)
{
  g_autoptr (DpArticle) fresh = dp_article_new ();
  GArray *expected, *sentences = dp_article_get_sentences (article);

  dp_article_set_language (fresh, dp_article_get_language (article));
  dp_article_set_blocks (fresh, dp_article_get_blocks (article));
  expected = dp_article_get_sentences (fresh);
  g_assert_cmpmem (sentences->data, sentences->len * sizeof (DpSpan), expected->data, expected->len * sizeof (DpSpan));
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* One block's language: its sentences are found again, the others are left, and the text is the same. */
static void
test_languages (void)
{
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GPtrArray) blocks = list (dp_block_new (DP_BLOCK_PARAGRAPH, 0, "It rained. We stayed."),
                                       dp_block_new (DP_BLOCK_PARAGRAPH, 0, "Am 3. Oktober war es so weit. Ja."),
                                       dp_block_new (DP_BLOCK_PARAGRAPH, 0, "Nobody came. Nobody."),
                                       NULL);
  guint n_texts = 0, n_before;

  dp_article_set_language (article, "en");
  dp_article_set_blocks (article, blocks);
  g_signal_connect_swapped (article, "notify::text", G_CALLBACK (count_cb), &n_texts);
  dp_article_set_block_languages (article, 1, 1, "en");
  n_before = dp_article_get_sentences (article)->len;
  dp_article_set_block_languages (article, 1, 1, "de");
  g_assert_cmpuint (dp_article_get_sentences (article)->len, <, n_before);
  assert_same_sentences (article);
  g_assert_cmpstr (((DpBlock *) g_ptr_array_index (blocks, 1))->language, ==, "");

  dp_article_set_block_languages (article, 0, 2, "");
  assert_same_sentences (article);
  g_assert_cmpuint (n_texts, ==, 0);
  dp_article_set_blocks (article, NULL);
  g_assert_cmpuint (n_texts, ==, 1);
  g_assert_cmpuint (dp_article_get_sentences (article)->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block/add-link", test_add_link);
  g_test_add_func ("/block/may-open", test_may_open);
  g_test_add_func ("/block/link-at", test_link_at);
  g_test_add_func ("/block/carry", test_carry);
  g_test_add_func ("/block/languages", test_languages);
  return g_test_run ();
}
