/* test-anchor.c: passages that find their place again, or say that they do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor.h"

#include <string.h>

static DpAnchor *
anchor_of (const char *text,
           const char *quote)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  const char *found = strstr (text, quote);
  guint start;

  g_assert_nonnull (found);
  start = dp_offsets_to_char (offsets, (gsize) (found - text));
  return dp_anchor_new_for_span (offsets, (DpSpan){ start, start + (guint) g_utf8_strlen (quote, -1) });
}

/* Looks for @quote of @old in @changed; @before is what must stand before the place found. */
static void
check (const char *old,
       const char *quote,
       const char *changed,
       DpAnchorStatus status,
       const char *before)
{
  g_autoptr (DpAnchor) anchor = anchor_of (old, quote);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (changed, -1);
  DpSpan span = { 7777, 7777 };

  g_assert_cmpint (dp_anchor_find (anchor, offsets, &span), ==, status);
  if (status == DP_ANCHOR_LOST)
    {
      /* Not written. */
      g_assert_cmpuint (span.start, ==, 7777);
      return;
    }
  g_assert_cmpuint (span.start, ==, g_utf8_strlen (before, -1));
  g_assert_true (g_str_has_prefix (changed, before));
  g_assert_cmpuint (span.end - span.start, ==, g_utf8_strlen (quote, -1));
}

static void
test_make (void)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new ("Ça va: one, two, three.", -1);
  g_autoptr (DpAnchor) anchor = dp_anchor_new_for_span (offsets, (DpSpan){ 7, 10 });
  g_autoptr (DpAnchor) beyond = dp_anchor_new_for_span (offsets, (DpSpan){ 17, 99 });
  g_autoptr (DpAnchor) copy = dp_anchor_copy (anchor);

  g_assert_cmpstr (anchor->exact, ==, "one");
  g_assert_cmpstr (anchor->prefix, ==, "Ça va: ");
  g_assert_cmpstr (anchor->suffix, ==, ", two, three.");
  g_assert_cmpuint (anchor->start, ==, 7);
  g_assert_cmpuint (anchor->end, ==, 10);
  g_assert_cmpstr (beyond->exact, ==, "three.");
  g_assert_cmpuint (beyond->end, ==, 23);
  g_assert_true (dp_anchor_equal (anchor, copy));
  g_assert_false (dp_anchor_equal (anchor, beyond));
}

static void
test_context_length (void)
{
  g_autofree char *left = g_strnfill (100, 'l');
  g_autofree char *right = g_strnfill (100, 'r');
  g_autofree char *text = g_strconcat (left, "é", right, NULL);
  g_autoptr (DpAnchor) anchor = anchor_of (text, "é");

  g_assert_cmpuint (strlen (anchor->prefix), ==, DP_ANCHOR_CONTEXT);
  g_assert_cmpuint (strlen (anchor->suffix), ==, DP_ANCHOR_CONTEXT);
}

/* Neither half of a letter and its accent is kept without the other. */
static void
test_context_keeps_letters_whole (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DpAnchor) anchor = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "xe\u0301");
  g_string_append (text, "Q");
  for (guint i = 0; i < 40; i++)
    g_string_append (text, "e\u0301e\u0301x");
  anchor = anchor_of (text->str, "Q");
  g_assert_false (g_unichar_ismark (g_utf8_get_char (anchor->prefix)));
  g_assert_cmpint (g_utf8_strlen (anchor->prefix, -1), >=, DP_ANCHOR_CONTEXT - 1);
  g_assert_cmpint (g_utf8_strlen (anchor->suffix, -1), ==, DP_ANCHOR_CONTEXT);
}

static void
test_exact (void)
{
  check ("One. Two. Three.", "Two.", "One. Two. Three.", DP_ANCHOR_EXACT, "One. ");
  /* Its surroundings changed, but it stands where it was. */
  check ("It was one day. The minister said so. Nobody believed it.", "The minister said so.",
         "It was one day. The minister said so. Everybody laughed.", DP_ANCHOR_EXACT, "It was one day. ");
}

static void
test_moved (void)
{
  check ("One. Two. Three.", "Two.", "Zero. One. Two. Three.", DP_ANCHOR_MOVED, "Zero. One. ");
  check ("Ça ira. Два. Three.", "Два.", "Ça. Ça ira. Два. Three.", DP_ANCHOR_MOVED, "Ça. Ça ira. ");
}

/* Equal quotes: the context decides, though neither has all of it. */
static void
test_context_decides (void)
{
  check ("The first minister lied, they say. The second minister lied, we say.", "minister lied",
         "New: the first minister lied, they say. The second minister lied, we say.", DP_ANCHOR_MOVED, "New: the first ");
}

static void
test_ambiguous (void)
{
  /* Twice with the same surroundings, neither where it was. */
  check ("A refrain of some length. Yes! A refrain of some length. Verse.", "Yes!",
         "x A refrain of some length. Yes! A refrain of some length. Verse. y A refrain of some length. Yes! A refrain of some length. Verse.",
         DP_ANCHOR_LOST, NULL);
  /* Neither has all of its context, and both have nearly as much of it. */
  check ("In the morning he said again: they were paid, all of them.", "they were paid",
         "Yesterday he said again: they were paid, most of them. At night she said again: they were paid, most of them.",
         DP_ANCHOR_LOST, NULL);
}

static void
test_lost (void)
{
  check ("One. Two. Three.", "Two.", "One. Three.", DP_ANCHOR_LOST, NULL);
  check ("One. Two. Three.", "Two.", "", DP_ANCHOR_LOST, NULL);
  /* The sentence is gone; the same two words elsewhere are not it. */
  check ("He said that the gas price doubled overnight. Then protests began.", "gas price",
         "A report from another year, about another country, where the gas price was stable for long.", DP_ANCHOR_LOST, NULL);
  /* A look-alike remains. */
  check ("Officials denied it on Monday. The crowd was paid. On Tuesday they repeated: the crowd was paid.", "The crowd was paid.",
         "Officials denied it on Monday. On Tuesday they repeated: The crowd was paid. And so on.", DP_ANCHOR_LOST, NULL);
}

/* From elsewhere anchors may come without context. */
static void
test_without_context (void)
{
  g_autoptr (DpAnchor) anchor = dp_anchor_new ("two", "", "", 4, 7);
  g_autoptr (DpAnchor) empty = dp_anchor_new ("", "", "", 0, 0);
  g_autoptr (DpOffsets) once = dp_offsets_new ("and one two three", -1);
  g_autoptr (DpOffsets) twice = dp_offsets_new ("one and two and two", -1);
  g_autoptr (DpOffsets) in_place = dp_offsets_new ("one two and two", -1);
  DpSpan span;

  g_assert_cmpint (dp_anchor_find (anchor, once, &span), ==, DP_ANCHOR_MOVED);
  g_assert_cmpuint (span.start, ==, 8);
  g_assert_cmpint (dp_anchor_find (anchor, twice, &span), ==, DP_ANCHOR_LOST);
  g_assert_cmpint (dp_anchor_find (anchor, in_place, &span), ==, DP_ANCHOR_EXACT);
  g_assert_cmpint (dp_anchor_find (empty, once, &span), ==, DP_ANCHOR_LOST);
}

/* Nor is there always room for the context that an anchor claims. */
static void
test_context_beyond_the_text (void)
{
  g_autofree char *text = g_strdup ("two");
  g_autoptr (DpAnchor) before = dp_anchor_new ("two", "a prefix", "", 0, 3);
  g_autoptr (DpAnchor) after = dp_anchor_new ("two", "", "a suffix", 0, 3);
  g_autoptr (DpAnchor) far = dp_anchor_new ("two", "", "", 4000000000u, 4000000003u);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  DpSpan span;

  g_assert_cmpint (dp_anchor_find (before, offsets, &span), ==, DP_ANCHOR_LOST);
  g_assert_cmpint (dp_anchor_find (after, offsets, &span), ==, DP_ANCHOR_LOST);
  g_assert_cmpint (dp_anchor_find (far, offsets, &span), ==, DP_ANCHOR_MOVED);
  g_assert_cmpuint (span.start, ==, 0);
}

static GString *
random_text (guint n)
{
  static const char *const pieces[] = { "a", "b", "ab", " ", ". ", "é", "e\u0301", "😂", "\n", "ა", "the ", "\ufffe", "Ж", "\u200d" };
  GString *text = g_string_new (NULL);
  gint32 variety = g_test_rand_int_range (1, G_N_ELEMENTS (pieces) + 1);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, variety)]);
  return text;
}

/* An anchor made in a text is exact in it, however repetitive the text is. */
static void
test_always_exact_in_its_text (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = random_text ((guint) g_test_rand_int_range (1, 300));
      g_autoptr (DpOffsets) offsets = dp_offsets_new (text->str, -1);
      guint n = dp_offsets_get_n_chars (offsets);
      guint start = (guint) g_test_rand_int_range (0, (gint32) n);
      guint end = (guint) g_test_rand_int_range ((gint32) start + 1, (gint32) n + 1);
      g_autoptr (DpAnchor) anchor = dp_anchor_new_for_span (offsets, (DpSpan){ start, end });
      DpSpan span;

      g_assert_cmpint (dp_anchor_find (anchor, offsets, &span), ==, DP_ANCHOR_EXACT);
      g_assert_cmpuint (span.start, ==, start);
      g_assert_cmpuint (span.end, ==, end);
    }
}

/* Whatever the text became: what is found is the quote, and found where nothing tells against it. */
static void
test_found_is_the_quote (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = random_text ((guint) g_test_rand_int_range (1, 120));
      g_autoptr (GString) other = random_text ((guint) g_test_rand_int_range (1, 120));
      g_autofree char *changed = g_test_rand_bit () ? g_strconcat (other->str, text->str, NULL) : g_strdup (other->str);
      g_autoptr (DpOffsets) offsets = dp_offsets_new (text->str, -1);
      g_autoptr (DpOffsets) new_offsets = dp_offsets_new (changed, -1);
      guint start = (guint) g_test_rand_int_range (0, (gint32) dp_offsets_get_n_chars (offsets));
      g_autoptr (DpAnchor) anchor = dp_anchor_new_for_span (offsets, (DpSpan){ start, start + (guint) g_test_rand_int_range (1, 8) });
      g_autofree char *found = NULL;
      DpSpan span;

      if (dp_anchor_find (anchor, new_offsets, &span) == DP_ANCHOR_LOST)
        continue;
      found = dp_offsets_dup_text (new_offsets, span);
      g_assert_cmpstr (found, ==, anchor->exact);
    }
}

/* A search that grows with the square of the text would not end. */
static void
test_hostile_text (void)
{
  g_autofree char *quote = g_strnfill (50000, 'a');
  g_autofree char *text = g_strnfill (4 * 1024 * 1024, 'a');
  g_autoptr (DpAnchor) anchor = dp_anchor_new (quote, "b", "b", 5, 50005);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  DpSpan span;

  g_assert_cmpint (dp_anchor_find (anchor, offsets, &span), ==, DP_ANCHOR_LOST);
}

/* All places of the very words, the best surroundings first; never one of other words. */
static void
test_places (void)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new ("ä no. ö yes, no. ü he said no. No.", -1);
  g_autoptr (DpAnchor) anchor = dp_anchor_new ("no.", "he said ", " No", 0, 3);
  g_autoptr (DpAnchor) nowhere = dp_anchor_new ("nö.", "", "", 0, 3);
  g_autoptr (GArray) places = dp_anchor_list_places (anchor, offsets, 5);
  g_autoptr (GArray) two = dp_anchor_list_places (anchor, offsets, 2);
  g_autoptr (GArray) none = dp_anchor_list_places (nowhere, offsets, 5);

  g_assert_cmpuint (places->len, ==, 3);
  g_assert_cmpuint (g_array_index (places, DpSpan, 0).start, ==, 27);
  g_assert_cmpuint (g_array_index (places, DpSpan, 0).end, ==, 30);
  g_assert_cmpuint (g_array_index (places, DpSpan, 1).start, ==, 2);
  g_assert_cmpuint (g_array_index (places, DpSpan, 2).start, ==, 13);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/anchor/make", test_make);
  g_test_add_func ("/anchor/context-length", test_context_length);
  g_test_add_func ("/anchor/context-keeps-letters-whole", test_context_keeps_letters_whole);
  g_test_add_func ("/anchor/exact", test_exact);
  g_test_add_func ("/anchor/moved", test_moved);
  g_test_add_func ("/anchor/context-decides", test_context_decides);
  g_test_add_func ("/anchor/ambiguous", test_ambiguous);
  g_test_add_func ("/anchor/lost", test_lost);
  g_test_add_func ("/anchor/without-context", test_without_context);
  g_test_add_func ("/anchor/context-beyond-the-text", test_context_beyond_the_text);
  g_test_add_func ("/anchor/always-exact-in-its-text", test_always_exact_in_its_text);
  g_test_add_func ("/anchor/found-is-the-quote", test_found_is_the_quote);
  g_test_add_func ("/anchor/hostile-text", test_hostile_text);
  g_test_add_func ("/anchor/places", test_places);
  return g_test_run ();
}
