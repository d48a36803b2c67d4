/* test-citation.c: citations of evidence in Markdown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-citation.h"

/* @wanted: each citation's text and keys: "[@a; @b]=a,b " */
static void
check (const char *markdown,
       const char *wanted)
{
  g_autoptr (GPtrArray) found = dp_citations_find (markdown);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const DpCitation *citation = g_ptr_array_index (found, i);
      g_autofree char *keys = g_strjoinv (",", citation->keys);

      g_string_append_len (got, markdown + citation->start, citation->end - citation->start);
      g_string_append_printf (got, "=%s ", keys);
    }
  g_assert_cmpstr (got->str, ==, wanted);
}

static void
test_plain (void)
{
  check ("", "");
  check ("No citation, mail@example.org, [a link](https://example.org).", "");
  check ("As shown [@eeas-2022].", "[@eeas-2022]=eeas-2022 ");
  check ("[@a][@b]", "[@a]=a [@b]=b ");
  check ("Zweifel „[@a]“ и [@b]", "[@a]=a [@b]=b ");
  check ("[@a; @b;@c-3]", "[@a; @b;@c-3]=a,b,c-3 ");
  check ("[[@a]]", "[@a]=a ");
  check ("Over a line [@a;\n@b]", "[@a;\n@b]=a,b ");
}

static void
test_broken (void)
{
  check ("[@]", "");
  check ("[@a", "");
  check ("[@a;]", "");
  check ("[@a;@]", "");
  check ("[@a_b]", "");
  check ("[@ключ]", "");
  check ("[a]", "");
  check ("[@a;@b [@c]", "[@c]=c ");
  check ("\\[@a] [@b]", "[@b]=b ");
  check ("\\", "");
}

static void
test_code (void)
{
  check ("`[@a]` [@b]", "[@b]=b ");
  check ("``x ` [@a]`` [@b]", "[@b]=b ");
  check ("a ` alone [@a]", "[@a]=a ");
  check ("\\`[@a]\\`", "[@a]=a ");
  check ("```\n[@a]\n```\n[@b]", "[@b]=b ");
  check ("text\n~~~ c\n[@a]\n~~~\n[@b]", "[@b]=b ");
  check ("```\n[@a]", "");
  check ("```\n[@a]\n``\n[@b]", "");
  check ("````\n[@a]\n```\n[@b]\n````\n[@c]", "[@c]=c ");
  check ("~~struck [@a]~~", "[@a]=a ");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/plain", test_plain);
  g_test_add_func ("/citation/broken", test_broken);
  g_test_add_func ("/citation/code", test_code);
  return g_test_run ();
}
