/* test-offsets.c: code points and bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-offsets.h"

#include <string.h>

static void
test_ascii (void)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new ("plain text, and more", 10);
  g_autofree char *text = dp_offsets_dup_text (offsets, (DpSpan){ 6, 99 });

  g_assert_cmpuint (dp_offsets_get_n_chars (offsets), ==, 10);
  g_assert_cmpuint (dp_offsets_to_byte (offsets, 4), ==, 4);
  g_assert_cmpuint (dp_offsets_to_byte (offsets, 11), ==, 10);
  g_assert_cmpuint (dp_offsets_to_char (offsets, 11), ==, 10);
  g_assert_cmpstr (text, ==, "text");
}

static void
test_empty (void)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new ("", -1);
  g_autofree char *text = dp_offsets_dup_text (offsets, (DpSpan){ 0, 5 });
  g_autofree char *backwards = dp_offsets_dup_text (offsets, (DpSpan){ 5, 0 });

  g_assert_cmpuint (dp_offsets_get_n_chars (offsets), ==, 0);
  g_assert_cmpuint (dp_offsets_to_byte (offsets, 0), ==, 0);
  g_assert_cmpuint (dp_offsets_to_char (offsets, 0), ==, 0);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (backwards, ==, "");
}

static void
test_within_a_character (void)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new ("a😂b", -1);

  g_assert_cmpuint (dp_offsets_get_n_chars (offsets), ==, 3);
  for (gsize byte = 1; byte < 5; byte++)
    g_assert_cmpuint (dp_offsets_to_char (offsets, byte), ==, 1);
  g_assert_cmpuint (dp_offsets_to_char (offsets, 5), ==, 2);
}

static void
test_nul (void)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new ("a\0\xC3\xA9z", 5);

  g_assert_cmpuint (dp_offsets_get_n_chars (offsets), ==, 4);
  g_assert_cmpuint (dp_offsets_to_byte (offsets, 3), ==, 4);
}

/* Against counting from the start, in random texts of all lengths of character. */
static void
test_against_glib (void)
{
  static const char *const pieces[] = { "a", "é", "€", "😂", "\n", "ა" };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DpOffsets) offsets = NULL;
      guint n = (guint) g_test_rand_int_range (0, 1000);
      guint variety = (guint) g_test_rand_int_range (1, G_N_ELEMENTS (pieces) + 1);

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, (gint32) variety)]);
      offsets = dp_offsets_new (text->str, (gssize) text->len);
      g_assert_cmpuint (dp_offsets_get_n_chars (offsets), ==, n);
      for (guint i = 0; i <= n; i++)
        {
          gsize byte = dp_offsets_to_byte (offsets, i);

          g_assert_true (text->str + byte == g_utf8_offset_to_pointer (text->str, i));
          g_assert_cmpuint (dp_offsets_to_char (offsets, byte), ==, i);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offsets/ascii", test_ascii);
  g_test_add_func ("/offsets/empty", test_empty);
  g_test_add_func ("/offsets/within-a-character", test_within_a_character);
  g_test_add_func ("/offsets/nul", test_nul);
  g_test_add_func ("/offsets/against-glib", test_against_glib);
  return g_test_run ();
}
