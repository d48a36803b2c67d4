/* test-id.c: identifiers and file names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-id.h"

#include <string.h>

static void
test_new (void)
{
  g_autofree char *first = dp_id_new ();
  g_autofree char *second = dp_id_new ();

  g_assert_true (dp_id_is_valid (first));
  g_assert_true (dp_id_is_valid (second));
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (first[14], ==, '4');
}

static void
test_is_valid (void)
{
  g_assert_true (dp_id_is_valid ("0b5f29ae-6b0a-4b8a-9a55-1f2e3d4c5b6a"));
  g_assert_false (dp_id_is_valid (NULL));
  g_assert_false (dp_id_is_valid (""));
  g_assert_false (dp_id_is_valid ("0B5F29AE-6B0A-4B8A-9A55-1F2E3D4C5B6A"));
  g_assert_false (dp_id_is_valid ("0b5f29ae-6b0a-4b8a-9a55-1f2e3d4c5b6"));
  g_assert_false (dp_id_is_valid ("0b5f29ae-6b0a-4b8a-9a55-1f2e3d4c5b6a0"));
  g_assert_false (dp_id_is_valid ("0b5f29ae-6b0a-4b8a-9a55-1f2e3d4c5b6g"));
  g_assert_false (dp_id_is_valid ("0b5f29ae6b0a-4b8a-9a55-1f2e3d4c5b6a-"));
  g_assert_false (dp_id_is_valid ("../../../../etc/passwd"));
}

static void
test_slug (void)
{
  static const char *const pairs[][2] = {
    { "Hello, World!", "hello-world" },
    { "  --  a  --  b  -- ", "a-b" },
    { "Don’t panic; don't", "dont-panic-dont" },
    { "100 % of 2021/22", "100-of-2021-22" },
    { "Čeština, Polska i Żółw", "cestina-polska-i-zolw" },
    { "Straße, Æsop, Œuvre, Þór, Đorđe, Øre", "strasse-aesop-oeuvre-thor-dorde-ore" },
    { "e\u0301te\u0301", "ete" },
    { "İstanbul ışık", "istanbul-isik" },
    { "Đắk Lắk", "dak-lak" },
    { "Жанаозен: протесты в Казахстане", "zhanaozen-protesty-v-kazakhstane" },
    { "Ещё объезд, Хрущёв, Юрий", "eshche-obezd-khrushchev-yurii" },
    { "Київ, Григорій, ґанок", "kyiv-hryhorii-ganok" },
    { "Қазақстан Ә Ө Ұ Ү Ң Ғ Һ", "qazaqstan-a-o-u-u-ng-gh-h" },
    { "Београд, Љубљана, Ђорђе", "beograd-ljubljana-djordje" },
    { "Αθήνα, Ευρώπη, ουρανός, αύριο, του", "athina-evropi-ouranos-avrio-tou" },
    { "თბილისი, ჭიათურა", "tbilisi-chiatura" },
    { "Երևան, Հայաստանի ժողովուրդ", "erevan-hayastani-zhoghovurd" },
    { "東京 2020", "2020" },
    { "مرحبا", "" },
    { "😂", "" },
    { "", "" },
    { "../etc/passwd", "etc-passwd" },
    { "a\xFF"
      "b",
      "a-b" },
    { "ﬁn", "fin" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *slug = dp_slug (pairs[i][0], 80);

      g_autofree char *shown = g_strescape (pairs[i][0], NULL);

      g_test_message ("“%s”: %s", shown, slug);
      g_assert_cmpstr (slug, ==, pairs[i][1]);
    }
}

static void
assert_cut (const char *text,
            gsize max_length,
            const char *expected)
{
  g_autofree char *slug = dp_slug (text, max_length);

  g_assert_cmpstr (slug, ==, expected);
}

static void
test_slug_length (void)
{
  assert_cut ("one two three", 13, "one-two-three");
  assert_cut ("one two three", 12, "one-two");
  assert_cut ("one two three", 8, "one-two");
  assert_cut ("one two three", 7, "one-two");
  assert_cut ("one two three", 6, "one");
  assert_cut ("one two three", 2, "on");
  assert_cut ("one two three", 0, "");
}

static void
test_slug_of_anything (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *slug = NULL;
      gsize max_length = (gsize) g_test_rand_int_range (0, 40);

      for (guint i = 0; i < 20; i++)
        {
          gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x600 : 0x30000);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      slug = dp_slug (text->str, max_length);
      g_assert_cmpuint (strlen (slug), <=, max_length);
      g_assert_cmpuint (strspn (slug, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (slug));
      g_assert_null (strstr (slug, "--"));
      g_assert_false (g_str_has_prefix (slug, "-") || g_str_has_suffix (slug, "-"));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/new", test_new);
  g_test_add_func ("/id/is-valid", test_is_valid);
  g_test_add_func ("/slug/examples", test_slug);
  g_test_add_func ("/slug/length", test_slug_length);
  g_test_add_func ("/slug/of-anything", test_slug_of_anything);
  return g_test_run ();
}
