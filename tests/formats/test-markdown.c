/* test-markdown.c: Markdown with citations, as runs of text for a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/dp-markdown.h"

#include <string.h>

static const char *const block_names[] = { "p", "h", "q", "l", "c", "r" };

/* "p0:text|s" and so on: block, level, text, style, link. Line feeds show as "$". */
static char *
describe (GPtrArray *runs)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const DpRun *run = runs->pdata[i];

      g_assert_true (g_utf8_validate (run->text, -1, NULL));
      g_assert_cmpstr (run->text, !=, "");
      g_assert_nonnull (run->link);
      g_assert_nonnull (run->evidence);
      g_string_append_printf (all, "%s%u:%s", block_names[run->block], run->level, run->text);
      if (run->style & DP_RUN_STRONG)
        g_string_append (all, "|strong");
      if (run->style & DP_RUN_EMPHASIS)
        g_string_append (all, "|emphasis");
      if (run->style & DP_RUN_CODE)
        g_string_append (all, "|code");
      if (run->style & DP_RUN_LINK)
        g_string_append_printf (all, "|%s", run->link);
      else
        g_assert_cmpstr (run->link, ==, "");
      if (run->style & DP_RUN_CITATION)
        g_string_append (all, "|cite");
      if (run->style & DP_RUN_BROKEN)
        g_string_append (all, "|broken");
      g_string_append_c (all, ';');
    }
  g_string_replace (all, "\n", "$", 0);
  g_string_replace (all, "\xe2\x80\xa8", "%", 0);

  return g_string_free (all, FALSE);
}

static void
assert_runs (const char *markdown,
             DpCase *dp_case,
             const char *wanted)
{
  g_autoptr (GPtrArray) runs = dp_markdown_to_runs (markdown, dp_case);
  g_autofree char *described = describe (runs);

  g_assert_cmpstr (described, ==, wanted);
}

static void
test_blocks (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "\n \n", "" },
    { "one\ntwo", "p0:one two$;" },
    { "one  \ntwo\n\nthree", "p0:one%two$;p0:three$;" },
    { "# Title\ntext", "h1:Title$;p0:text$;" },
    { "#\n\n###### Six", "h6:Six$;" },
    { "- a\n- b", "l1:• a$;l1:• b$;" },
    { "3. a\n4. b\n   - c", "l1:3. a$;l1:4. b$;l2:• c$;" },
    { "- a\n\n  b", "l1:• a$;l1:b$;" },
    { "-\n- b", "l1:• $;l1:• b$;" },
    { "> a\n> > b", "q1:a$;q2:b$;" },
    { "> - a\n\n- > b", "l1:• a$;l1:• ;q1:b$;" },
    { "```c\nint x;\n\nint y;\n```", "c0:int x;$$int y;$|code;" },
    { "    a\n\nb", "c0:a$|code;p0:b$;" },
    { "```\n```", "" },
    { "a\n\n---\n\nb", "p0:a$;p0:* * *$;p0:b$;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_runs (cases[i][0], NULL, cases[i][1]);
}

static void
test_styles (void)
{
  static const char *const cases[][2] = {
    { "a **b** c", "p0:a ;p0:b|strong;p0: c$;" },
    { "*a **b***", "p0:a |emphasis;p0:b|strong|emphasis;p0:$;" },
    { "`a*b*`", "p0:a*b*|code;p0:$;" },
    { "1 < 2 & 3 [x] \\*y\\*", "p0:1 < 2 & 3 [x] *y*$;" },
    { "&lt;b&gt;&#10;c", "p0:<b> c$;" },
    { "\"q\" -- ...", "p0:\"q\" -- ...$;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_runs (cases[i][0], NULL, cases[i][1]);
}

static void
test_links (void)
{
  static const char *const cases[][2] = {
    { "[a *b*](https://example.org/x)", "p0:a |https://example.org/x;p0:b|emphasis|https://example.org/x;p0:$;" },
    { "<http://example.org/>", "p0:http://example.org/|http://example.org/;p0:$;" },
    { "[a](HTTPS://EXAMPLE.ORG)", "p0:a|HTTPS://EXAMPLE.ORG;p0:$;" },
    { "[a](javascript:alert(1))", "p0:a$;" },
    { "[a](data:text/html,x)", "p0:a$;" },
    { "[a](file:///etc/passwd)", "p0:a$;" },
    { "[a](/relative)", "p0:a$;" },
    { "[a](https:///x)", "p0:a$;" },
    { "[a](https:x)", "p0:a$;" },
    { "[a](https&#58;//x&#10;y)", "p0:a$;" },
    { "![alt](https://example.org/i.png)", "p0:alt|https://example.org/i.png;p0:$;" },
    { "[![alt](https://example.org/i.png)](https://example.org/)", "p0:alt|https://example.org/;p0:$;" },
    { "<mailto:a@example.org>", "p0:mailto:a@example.org$;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_runs (cases[i][0], NULL, cases[i][1]);
}

static void
test_html (void)
{
  assert_runs ("<script>\nalert(1)\n</script>", NULL, "p0:<script>%alert(1)%</script>$;");
  assert_runs ("a <b onclick=\"x\">c</b>", NULL, "p0:a <b onclick=\"x\">c</b>$;");
  assert_runs ("> <div>\n> x", NULL, "q1:<div>%x$;");
}

static DpCase *
make_case (void)
{
  static const char *const keys[] = { "gas", "cpi-2020", "eu" };
  DpCase *dp_case = dp_case_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (DpEvidence) evidence = dp_evidence_new_with_id (keys[i], DP_EVIDENCE_SOURCE);
      g_autofree char *title = g_strdup_printf ("Title of %s", keys[i]);

      dp_evidence_set_key (evidence, keys[i]);
      dp_evidence_set_title (evidence, title);
      if (i == 1)
        dp_evidence_set_link (evidence, "https://example.org/cpi");
      if (i == 2)
        dp_evidence_set_link (evidence, "javascript:alert(1)");
      dp_case_add_evidence (dp_case, evidence);
    }

  return dp_case;
}

/* What stands before the list of references. */
static void
assert_text (const char *markdown,
             const char *wanted)
{
  g_autoptr (DpCase) dp_case = make_case ();
  g_autoptr (GPtrArray) runs = dp_markdown_to_runs (markdown, dp_case);
  g_autofree char *described = describe (runs);
  char *references = strstr (described, "h2:References");

  if (references != NULL)
    *references = '\0';
  g_assert_cmpstr (described, ==, wanted);
}

static void
test_citations (void)
{
  static const char *const cases[][2] = {
    { "It began [@eu]. Then [@gas].", "p0:It began ;p0:[1]|cite;p0:. Then ;p0:[2]|cite;p0:.$;" },
    { "a [@gas] b [@eu] c [@gas]", "p0:a ;p0:[1]|cite;p0: b ;p0:[2]|cite;p0: c ;p0:[1]|cite;p0:$;" },
    { "x [@gas; @cpi-2020]", "p0:x ;p0:[1]|cite;p0:[2]|cite;p0:$;" },
    { "x [@gas;\n@cpi-2020] y", "p0:x ;p0:[1]|cite;p0:[2]|cite;p0: y$;" },
    { "x [@none] y", "p0:x ;p0:[@none]|cite|broken;p0: y$;" },
    { "x [@gas; @none]", "p0:x ;p0:[1]|cite;p0:[@none]|cite|broken;p0:$;" },
    { "**x [@gas]**", "p0:x |strong;p0:[1]|strong|cite;p0:$;" },
    { "- [@gas]", "l1:• ;l1:[1]|cite;l1:$;" },
    { "# A [@gas]", "h1:A ;h1:[1]|cite;h1:$;" },
    { "`[@gas]`", "p0:[@gas]|code;p0:$;" },
    { "```\n[@gas]\n```", "c0:[@gas]$|code;" },
    { "    [@gas]", "c0:[@gas]$|code;" },
    { "<i>[@gas]</i>", "p0:<i>;p0:[1]|cite;p0:</i>$;" },
    { "[@gas]: https://example.org/", "p0:[1]|cite;p0:: https://example.org/$;" },
    { "[a [@gas]](https://example.org/)", "p0:a |https://example.org/;p0:[1]|cite;p0:$;" },
    { "[a](https://example.org/[@gas])", "p0:a|https://example.org/[@gas];p0:$;" },
    { "no [@] or [gas] or @gas", "p0:no [@] or [gas] or @gas$;" },
    { "&#xFDD0;7&#xFDD1; x [@gas]", "p0:\xef\xbf\xbd"
                                    "7\xef\xbf\xbd x ;p0:[1]|cite;p0:$;" },
    { "\xef\xb7\x90"
      "0\xef\xb7\x91 [@gas]",
      "p0:\xef\xbf\xbd"
      "0\xef\xbf\xbd ;p0:[1]|cite;p0:$;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (cases[i][0], cases[i][1]);
}

static void
test_references (void)
{
  g_autoptr (DpCase) dp_case = make_case ();
  g_autoptr (GPtrArray) runs = dp_markdown_to_runs ("a [@eu; @cpi-2020] b [@eu]", dp_case);
  DpEvidence *eu = dp_case_find_evidence_by_key (dp_case, "eu");
  DpEvidence *cpi = dp_case_find_evidence_by_key (dp_case, "cpi-2020");
  g_autofree char *first_text = dp_evidence_dup_reference (eu);
  g_autofree char *first_wanted = g_strdup_printf ("1. %s\n", first_text);
  g_autofree char *second_text = dp_evidence_dup_reference (cpi);
  g_autofree char *second_wanted = g_strdup_printf ("2. %s\n", second_text);
  const DpRun *heading = runs->pdata[runs->len - 3];
  const DpRun *first = runs->pdata[runs->len - 2];
  const DpRun *second = runs->pdata[runs->len - 1];

  g_assert_cmpstr (((DpRun *) runs->pdata[1])->evidence, ==, dp_evidence_get_id (eu));
  g_assert_cmpstr (heading->text, ==, "References\n");
  g_assert_cmpint (heading->block, ==, DP_RUN_IN_HEADING);
  g_assert_cmpstr (first->text, ==, first_wanted);
  g_assert_cmpstr (first->evidence, ==, dp_evidence_get_id (eu));
  g_assert_cmpint (first->block, ==, DP_RUN_IN_REFERENCES);
  /* Not a link that may be followed. */
  g_assert_cmpstr (first->link, ==, "");
  g_assert_cmpstr (second->text, ==, second_wanted);
  g_assert_cmpstr (second->link, ==, "https://example.org/cpi");
  g_assert_true ((second->style & DP_RUN_LINK) != 0);
}

static void
test_no_case (void)
{
  assert_runs ("a [@gas]", NULL, "p0:a ;p0:[@gas]|cite|broken;p0:$;");
}

static char *
repeat (const char *piece,
        guint n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, piece);

  return g_string_free (all, FALSE);
}

/* Nothing that is thrown at it takes long, or a stack that is not there. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "> ", ">", "[", "![", "]", "*a ", "**a *a ", "_", "- ", "1. ", "* + ", "![[]()", "[a](", "[a](<b", "<", "<!--", "`", "`a``", "&", "\\", "[@gas] ", "[@a; ", "\t", "#", "\n>", "a\n", "- a\n", "\n", "~~~\n", "\xff" };
  g_autoptr (DpCase) dp_case = make_case ();

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autofree char *nested = repeat (pieces[i], 100000);
      g_autofree char *lines = repeat ("\n", 100000);
      g_autofree char *both = g_strconcat (nested, "a [@gas]", lines, NULL);
      g_autoptr (GPtrArray) first = dp_markdown_to_runs (nested, dp_case);
      g_autoptr (GPtrArray) second = dp_markdown_to_runs (both, dp_case);

      g_assert_nonnull (first);
      g_assert_cmpuint (second->len, >, 0);
      for (guint k = 0; k < second->len; k++)
        g_assert_cmpuint (((DpRun *) second->pdata[k])->level, <=, DP_MARKDOWN_MAX_INDENT);
      g_autofree char *shown = g_strescape (pieces[i], NULL);

      g_test_message ("%s: %.3f s", shown, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
    }
}

/* Too much for cmark is still shown, with its citations. */
static void
test_plain (void)
{
  g_autofree char *deep = repeat (">", DP_MARKDOWN_MAX_INDENT + 1);
  g_autofree char *markdown = g_strconcat ("*a*\n", deep, " [@gas]", NULL);
  g_autofree char *wanted = g_strconcat ("p0:*a*%", deep, " ;p0:[1]|cite;p0:$;", NULL);
  g_autofree char *allowed = g_strndup (deep, DP_MARKDOWN_MAX_INDENT - 10);
  g_autofree char *fine = g_strconcat (allowed, "*a*", NULL);
  g_autoptr (GPtrArray) runs = dp_markdown_to_runs (fine, NULL);

  assert_text (markdown, wanted);
  g_assert_cmpuint (((DpRun *) runs->pdata[0])->level, ==, DP_MARKDOWN_MAX_INDENT - 10);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/blocks", test_blocks);
  g_test_add_func ("/markdown/styles", test_styles);
  g_test_add_func ("/markdown/links", test_links);
  g_test_add_func ("/markdown/html", test_html);
  g_test_add_func ("/markdown/citations", test_citations);
  g_test_add_func ("/markdown/references", test_references);
  g_test_add_func ("/markdown/no-case", test_no_case);
  g_test_add_func ("/markdown/hostile", test_hostile);
  g_test_add_func ("/markdown/plain", test_plain);

  return g_test_run ();
}
