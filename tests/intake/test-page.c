/* test-page.c: the page tree, and pages made to hurt it
 *
 * Bounds are counted (nodes, bytes, tags), not timed: a count is the same on every machine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>
#include "intake/dp-extraction.h"
#include "intake/dp-intake.h"
#include "intake/dp-page-clean.h"

/* 50 MB of them: what is fetched may have 32 at most, but a reader must not rely on it. */
#ifdef __SANITIZE_ADDRESS__
#define N_DIVS (1000 * 1000) /* each step costs ten times as much there */
#else
#define N_DIVS (10 * 1000 * 1000)
#endif

/* "(html (body (p text)))" and so on */
static void
write_node (GString *out,
            const DpPage *page,
            guint index)
{
  const DpPageNode *node = dp_page_node (page, index);

  if (node->tag == DP_TAG_TEXT)
    {
      g_string_append_len (out, page->text->str + node->start, node->length);
      return;
    }
  g_string_append_printf (out, "(%s", index == 0 ? "" : dp_tag_get_name (node->tag));
  for (guint i = index + 1; i < node->end; i = dp_page_node (page, i)->end)
    {
      g_string_append_c (out, ' ');
      write_node (out, page, i);
    }
  g_string_append_c (out, ')');
}

static void
check_tree (const char *html,
            const char *expected)
{
  g_autoptr (DpPage) page = dp_page_parse (html, strlen (html), NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  write_node (out, page, 0);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_tree (void)
{
  check_tree ("<div><p>one<p>two</div>", "( (div (p one) (p two)))");
  check_tree ("<ul><li>a<li>b</ul>", "( (ul (li a) (li b)))");
  check_tree ("<p>a<section>b</section>", "( (p a) (section b))");
  check_tree ("<p>a &amp; b &#8211; &bogus; c</p>", "( (p a & b – &bogus; c))");
  check_tree ("<p>1 < 2 </ p></p>", "( (p 1 < 2 </ p>))");
  check_tree ("<p>a</b></i></p>", "( (p a))");
  check_tree ("<script>if (a</b) '<p>'</script><p>x", "( (p x))");
  check_tree ("<style>p{}</style><!-- <p> --><p>x<!--", "( (p x))");
  check_tree ("<svg><p>drawing</p></svg><template><div>t</div></template><p>x", "( (p x))");
  /* Never closed: then it is not what it says it is. */
  check_tree ("<svg><p>x", "( (p x))");
  check_tree ("<title>a <b>c</title><p>x", "( (title a <b>c) (p x))");
  check_tree ("", "()");
  check_tree ("<p>x</p><script/", "( (p x))");
  check_tree ("<p>x</p><a/", "( (p x))");
  check_tree ("<p>x</p><script>y</script", "( (p x))");
  check_tree ("text", "( (p text))");
}

static void
test_attributes (void)
{
  const char *html = "<p CLASS='a \"b\"' class=second onclick=x() style='color: red' id=\"c&amp;d\">x</p><my-box class=big>y</my-box>";
  g_autoptr (DpPage) page = dp_page_parse (html, strlen (html), NULL);

  g_assert_cmpstr (dp_page_get_attr (page, 1, DP_ATTR_CLASS), ==, "a \"b\"");
  g_assert_cmpstr (dp_page_get_attr (page, 1, DP_ATTR_ID), ==, "c&d");
  g_assert_null (dp_page_get_attr (page, 1, DP_ATTR_STYLE));
  g_assert_cmpstr (dp_page_get_attr (page, 3, DP_ATTR_CLASS), ==, "my-box big");
}

static char *
repeat (const char *head,
        const char *piece,
        gsize n,
        const char *tail)
{
  gsize length = strlen (piece);
  GString *out = g_string_sized_new (strlen (head) + n * length + strlen (tail) + 1);

  g_string_append (out, head);
  for (gsize i = 0; i < n; i++)
    g_string_append_len (out, piece, length);
  g_string_append (out, tail);
  return g_string_free (out, FALSE);
}

static DpPage *
parse (const char *html)
{
  gsize length = strlen (html);
  g_autoptr (GError) error = NULL;
  DpPage *page = dp_page_parse (html, length, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (page->nodes->len, <=, length + 2);
  for (guint i = 0; i < page->nodes->len; i++)
    g_assert_cmpuint (dp_page_node (page, i)->depth, <=, DP_PAGE_MAX_DEPTH);
  return page;
}

static void
test_deep (void)
{
  g_autofree char *deep = repeat ("", "<div>", 100000, "in the depth");
  g_autofree char *fonts = repeat ("", "<font size=1>", 100000, "<p>in the depth</p>");
  g_autoptr (DpPage) page = parse (deep);
  g_autoptr (DpPage) page2 = parse (fonts);
  g_autofree char *text = dp_page_dup_text (page, 0);
  g_autofree char *text2 = dp_page_dup_text (page2, 0);

  g_assert_cmpint (page->mode, ==, DP_PAGE_FLAT);
  g_assert_cmpstr (text, ==, "in the depth");
  g_assert_cmpuint (page->nodes->len, <, 16);
  g_assert_cmpint (page2->mode, ==, DP_PAGE_WITHOUT_FORMATTING);
  g_assert_cmpstr (text2, ==, "in the depth");
}

/* Deeper than a page is, not as deep as an attack: read as it is, its text kept. */
static void
test_somewhat_deep (void)
{
  g_autofree char *html = repeat ("", "<div>", 400, "in the depth<p>and after");
  g_autoptr (DpPage) page = parse (html);
  g_autofree char *text = dp_page_dup_text (page, 0);

  g_assert_cmpint (page->mode, ==, DP_PAGE_FULL);
  g_assert_true (g_str_has_prefix (text, "in the depth"));
  g_assert_true (strstr (text, "and after") != NULL);
}

static void
test_many_divs (void)
{
  g_autofree char *html = repeat ("", "<div>", N_DIVS, "");
  g_autoptr (DpPage) page = parse (html);

  g_assert_cmpuint (page->n_seen_tags, ==, N_DIVS);
  g_assert_cmpuint (page->nodes->len, <, 16);
}

static void
test_many_nodes (void)
{
  g_autofree char *html = repeat ("", "<p>x</p>", DP_PAGE_MAX_NODES, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (DpPage) page = dp_page_parse (html, strlen (html), &error);

  g_assert_null (page);
  g_assert_error (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_HOSTILE);
}

static void
test_attribute_flood (void)
{
  g_autofree char *million = repeat ("<p ", "a=1 ", 1000000, "class=late>text</p>");
  g_autofree char *known = repeat ("<p class=first ", "class=x ", 600, "id=late>text</p>");
  g_autofree char *value = repeat ("<p class=\"", "y", 40000, "\">text</p>");
  g_autoptr (DpPage) page = parse (million);
  g_autoptr (DpPage) page2 = parse (known);
  g_autoptr (DpPage) page3 = parse (value);

  g_assert_cmpuint (page->n_cut_tags, ==, 1);
  g_assert_cmpuint (page->attrs->len, ==, 0);
  g_assert_cmpuint (page2->n_cut_tags, ==, 1);
  g_assert_cmpuint (page2->attrs->len, ==, 1);
  g_assert_cmpstr (dp_page_get_attr (page2, 1, DP_ATTR_CLASS), ==, "first");
  g_assert_cmpuint (strlen (dp_page_get_attr (page3, 1, DP_ATTR_CLASS)), ==, DP_PAGE_MAX_VALUE);
}

/* What libxml2 gets is never much more than what came, and holds no end tag without a start. */
static void
test_clean_is_linear (void)
{
  static const char *const pieces[] = { "<p>x</p>", "</b>", "<a \"", "<a b='", "<a b=\"", "<!--", "<!-- x", "<![CDATA[", "<", "&",
                                        "&#x41", "<script>", "<svg>", "<template>", "<title>", "</", "<a b=<", "<x-y z=\"<\">",
                                        "<p><section>", "<table><tr><td>", "<select><option>", "<br></br>", "\xef\xbf\xbd" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *html = repeat ("", pieces[i], 20000, "");
      gsize length = strlen (html);

      for (DpPageMode mode = DP_PAGE_FULL; mode <= DP_PAGE_FLAT; mode++)
        {
          g_autoptr (DpPageClean) clean = dp_page_clean (html, length, mode);

          g_assert_cmpuint (clean->html->len, <=, length * 6);
        }
    }
}

static void
test_unmatched_ends (void)
{
  g_autofree char *ends = repeat ("<div><b>", "</i></p></table>", 300000, "x</b></div>");
  g_autoptr (DpPageClean) clean = dp_page_clean (ends, strlen (ends), DP_PAGE_FULL);

  g_assert_cmpstr (clean->html->str, ==, "<div><b>x</b></div>");
}

static void
test_hostile_extraction (void)
{
  static const char *const heads[] = { "<table><tr><td>", "<h1>", "<ul>", "<p>", "<pre>" };
  static const char *const pieces[] = { "<table><tr><td>x", "&amp;&#x10FFFF;&lt;", "<a href=x>y</a> ", "<li>a", "<tr><td>x<td>y",
                                        "<p>A sentence of some length, said again.</p>", "<time>1 January 2026</time>",
                                        "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"a\"}</script>",
                                        "<meta name=author content=\"A, B and C\">", "<h1>Title</h1>", "<br>", "<blockquote>" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *html = repeat (heads[i % G_N_ELEMENTS (heads)], pieces[i], 20000, "");
      gsize length = strlen (html);
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&html), length);
      g_autoptr (GError) error = NULL;
      g_autoptr (DpExtraction) extraction = dp_extract_html (bytes, NULL, NULL, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = dp_extraction_dup_text (extraction);
      g_assert_cmpuint (strlen (text), <=, length * 2);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/tree", test_tree);
  g_test_add_func ("/page/attributes", test_attributes);
  g_test_add_func ("/page/deep", test_deep);
  g_test_add_func ("/page/somewhat-deep", test_somewhat_deep);
  g_test_add_func ("/page/many-divs", test_many_divs);
  g_test_add_func ("/page/many-nodes", test_many_nodes);
  g_test_add_func ("/page/attribute-flood", test_attribute_flood);
  g_test_add_func ("/page/clean-is-linear", test_clean_is_linear);
  g_test_add_func ("/page/unmatched-ends", test_unmatched_ends);
  g_test_add_func ("/page/hostile-extraction", test_hostile_extraction);
  return g_test_run ();
}
