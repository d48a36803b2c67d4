/* test-anchor-all.c: anchors followed from one text to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor.h"

#include <string.h>

static const char article[] =
    "Harbour to close for the winter\n"
    "The council of the island voted on Tuesday to close its harbour until spring, the mayor said.\n"
    "Fishermen protested in front of the town hall. “Nobody asked us,” one of them told reporters. "
    "They fear that buyers will turn to the mainland for good.\n"
    "An earlier report found no danger to ships. It was paid for by the harbour company, and two of its five authors have since withdrawn their names.\n"
    "The mayor rejects the criticism. She points to three accidents within a year, all of them in bad weather.\n"
    "A final decision is expected next week.";

static DpSpan
find_quote (const char *text,
            const char *quote)
{
  const char *found = strstr (text, quote);
  guint start;

  g_assert_nonnull (found);
  start = (guint) g_utf8_strlen (text, found - text);
  return (DpSpan){ start, start + (guint) g_utf8_strlen (quote, -1) };
}

static DpAnchorMatch
follow (const char *old_text,
        DpSpan span,
        const char *new_text)
{
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (old_text, -1);
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_anchor_free);
  g_autoptr (GArray) matches = NULL;

  g_ptr_array_add (anchors, dp_anchor_new_for_span (old_offsets, span));
  matches = dp_anchor_find_all (old_offsets, new_offsets, anchors);
  g_assert_cmpuint (matches->len, ==, 1);
  return g_array_index (matches, DpAnchorMatch, 0);
}

/* Follows @quote of @old_text; @found is what it must have become, NULL when it must be lost. */
static void
check (const char *old_text,
       const char *quote,
       const char *new_text,
       DpAnchorStatus status,
       const char *found)
{
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);
  DpAnchorMatch match = follow (old_text, find_quote (old_text, quote), new_text);
  g_autofree char *got = dp_offsets_dup_text (new_offsets, match.span);

  g_assert_cmpstr (got, ==, found != NULL ? found : "");
  g_assert_cmpint (match.status, ==, status);
  g_assert_true (status == DP_ANCHOR_LOST ? match.score == 0 : match.score > 0 && match.score <= 1);
}

/* The article with @part turned into @replacement. */
static char *
with (const char *text,
      const char *part,
      const char *replacement)
{
  const char *found = strstr (text, part);

  g_assert_nonnull (found);
  return g_strdup_printf ("%.*s%s%s", (int) (found - text), text, replacement, found + strlen (part));
}

static void
check_change (const char *quote,
              const char *part,
              const char *replacement,
              DpAnchorStatus status,
              const char *found)
{
  g_autofree char *changed = with (article, part, replacement);

  check (article, quote, changed, status, found);
}

static void
test_exact_and_moved (void)
{
  check (article, "Nobody asked us", article, DP_ANCHOR_EXACT, "Nobody asked us");
  check_change ("Nobody asked us", "next week", "in a month", DP_ANCHOR_EXACT, "Nobody asked us");
  check_change ("Nobody asked us", "Harbour", "The harbour", DP_ANCHOR_MOVED, "Nobody asked us");
  /* With what stands about its words, or within one. */
  check_change ("“Nobody asked us,” one", "Harbour", "The harbour", DP_ANCHOR_MOVED, "“Nobody asked us,” one");
  check_change ("body asked u", "Harbour", "The harbour", DP_ANCHOR_MOVED, "body asked u");
  check_change (" “", "Harbour", "The harbour", DP_ANCHOR_MOVED, " “");
}

static void
test_block_that_moved (void)
{
  const char *block = "An earlier report found no danger to ships. It was paid for by the harbour company, and two of its five authors have since withdrawn their names.\n";
  g_autofree char *without = with (article, block, "");
  g_autofree char *moved = with (without, "The council", "An earlier report found no danger to ships. It was paid for by the harbour company, and two of its five authors have since withdrawn their names.\nThe council");

  check (article, "It was paid for by the harbour company", moved, DP_ANCHOR_MOVED, "It was paid for by the harbour company");
  check (article, "no danger", moved, DP_ANCHOR_MOVED, "no danger");
  check (article, "Nobody asked us", moved, DP_ANCHOR_MOVED, "Nobody asked us");
}

static void
test_changed (void)
{
  check_change ("no danger to ships", "no danger to ships", "no great danger to ships", DP_ANCHOR_CHANGED, "no great danger to ships");
  check_change ("no danger to ships", "no danger", "little danger", DP_ANCHOR_CHANGED, "little danger to ships");
  check_change ("no danger to ships", "ships.", "boats.", DP_ANCHOR_CHANGED, "no danger to boats");
  check_change ("three accidents within a year, all of them", "within a year", "(READ MORE: ten tips for a quiet evening) within a year", DP_ANCHOR_CHANGED, "three accidents (READ MORE: ten tips for a quiet evening) within a year, all of them");
  /* What is left of it. */
  check_change ("Fishermen protested in front of the town hall", " in front of the town hall", "", DP_ANCHOR_CHANGED, "Fishermen protested");
  check_change ("withdrawn", "withdrawn", "witdrawn", DP_ANCHOR_CHANGED, "witdrawn");
}

static void
test_equal (void)
{
  DpSpan span = find_quote (article, "“Nobody asked us,” one of them");
  g_autofree char *quotes = with (article, "“Nobody asked us,” one", "\"Nobody\u00A0asked us,\"\n one");
  g_autofree char *letters = with (article, "Nobody", "nobody");
  g_autofree char *point = with (article, "us,”", "us”");
  DpAnchorMatch match = follow (article, span, quotes);

  g_assert_cmpint (match.status, ==, DP_ANCHOR_CHANGED);
  g_assert_cmpfloat (match.score, ==, 1);
  g_assert_cmpuint (match.span.end - match.span.start, ==, span.end - span.start + 1);
  match = follow (article, span, letters);
  g_assert_cmpint (match.status, ==, DP_ANCHOR_CHANGED);
  g_assert_cmpfloat (match.score, <, 1);
  match = follow (article, span, point);
  g_assert_cmpint (match.status, ==, DP_ANCHOR_CHANGED);
  g_assert_cmpfloat (match.score, <, 1);
}

static void
test_lost (void)
{
  const char *quote = "They fear that buyers will turn to the mainland for good.";

  check_change (quote, quote, "", DP_ANCHOR_LOST, NULL);
  check_change (quote, quote, "What will become of the boats is open.", DP_ANCHOR_LOST, NULL);
  check_change ("no danger to ships", "An earlier report found no danger to ships.", "", DP_ANCHOR_LOST, NULL);
  check (article, quote, "", DP_ANCHOR_LOST, NULL);
  check (article, quote, "Something else altogether.", DP_ANCHOR_LOST, NULL);
}

/* What stood in the old text already is not taken for what stood beside it. */
static void
test_look_alikes (void)
{
  const char *old_text = "The minister said so on Monday.\nHe was asked again.\nThe minister said so on Friday.\nNobody believed him.";
  const char *shorter = "The minister said so on Monday.\nHe was asked again.\nNobody believed him.";
  g_autofree char *gone = with (article, "An earlier report found no danger to ships. ", "");
  g_autofree char *decoy = g_strconcat (gone, "\nships report no found earlier to danger An", NULL);
  g_autofree char *short_decoy = g_strconcat (gone, "\nTo ships there is no danger to ships, the company says.", NULL);

  check (old_text, "The minister said so on Friday", shorter, DP_ANCHOR_LOST, NULL);
  check (old_text, "minister said so on Fri", shorter, DP_ANCHOR_LOST, NULL);
  check (article, "An earlier report found no danger to ships", decoy, DP_ANCHOR_LOST, NULL);
  check (article, "danger to ships", short_decoy, DP_ANCHOR_LOST, NULL);
}

/* A copy before the passage, and one at the start of the text. */
static void
test_copies (void)
{
  const char *quote = "It was paid for by the harbour company";
  g_autofree char *copied = g_strconcat (quote, "\n\n", "Harbour to close for the winter\n\n", article, NULL);
  DpSpan span = find_quote (article, quote);
  guint shift = (guint) (g_utf8_strlen (copied, -1) - g_utf8_strlen (article, -1));
  DpAnchorMatch match = follow (article, span, copied);

  g_assert_cmpint (match.status, ==, DP_ANCHOR_MOVED);
  g_assert_cmpuint (match.span.start, ==, span.start + shift);
  match = follow (article, (DpSpan){ 0, 31 }, copied);
  g_assert_cmpint (match.status, ==, DP_ANCHOR_MOVED);
  g_assert_cmpuint (match.span.start, ==, shift);
}

/* Of a first paragraph that was copied into what came in before it, the one before what follows is it. */
static void
test_copied_teaser (void)
{
  const char *first = "The council of the island voted on Tuesday to close its harbour until spring, the mayor said.";
  const char *rest = "\nFishermen protested in front of the town hall, and nobody knows yet how long they will stay.";
  g_autofree char *old_text = g_strconcat (first, rest, NULL);
  g_autofree char *before = g_strconcat ("Most read\n", first, "\nBread is dearer again\nHome | News | Sport\n", NULL);
  g_autofree char *new_text = g_strconcat (before, first, "\nAdvertisement", rest, NULL);
  guint shift = (guint) g_utf8_strlen (before, -1);
  DpAnchorMatch match = follow (old_text, find_quote (old_text, first), new_text);

  g_assert_cmpint (match.status, ==, DP_ANCHOR_MOVED);
  g_assert_cmpuint (match.span.start, ==, shift);
  match = follow (old_text, find_quote (old_text, "close its harbour"), new_text);
  g_assert_cmpint (match.status, ==, DP_ANCHOR_MOVED);
  g_assert_cmpuint (match.span.start, ==, shift + find_quote (first, "close its harbour").start);
}

/* What was put in capitals is changed, but found: a line, and a text that is too long for a table. */
static void
test_capitals (void)
{
  static const char line[] = "The council of the island voted on Tuesday to close its harbour until spring, the mayor said.";
  g_autofree char *capitals = g_ascii_strup (line, -1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shouted = NULL;
  DpAnchorMatch match;
  DpSpan span;

  check_change (line, line, capitals, DP_ANCHOR_CHANGED, capitals);
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "The office counted %u votes in district number %u. ", i * 7 + 1000, i);
  shouted = g_ascii_strup (text->str, -1);
  span = find_quote (text->str, "counted 3100 votes in district number 300");
  match = follow (text->str, span, shouted);
  g_assert_cmpint (match.status, ==, DP_ANCHOR_CHANGED);
  g_assert_cmpfloat (match.score, >, 0.8);
  g_assert_cmpuint (match.span.start, ==, span.start);
  g_assert_cmpuint (match.span.end, ==, span.end);
}

/* Clauses that changed places are still the passage; what was put in their place begins where they began. */
static void
test_turned (void)
{
  const char *quote = "She points to three accidents within a year, all of them in bad weather.";
  const char *report = "An earlier report found no danger to ships.";

  check_change (quote, "She points to three accidents within a year, all of them in bad weather", "All of them in bad weather, she points to three accidents within a year", DP_ANCHOR_CHANGED, "All of them in bad weather, she points to three accidents within a year.");
  check_change ("A final decision is expected next week", "A final decision is expected next week", "Next week a final decision is expected", DP_ANCHOR_CHANGED, "Next week a final decision is expected");
  check_change (report, "An earlier report found", "Experts of the mainland, who were asked last year, saw", DP_ANCHOR_CHANGED, "Experts of the mainland, who were asked last year, saw no danger to ships.");
}

/* Within a block that moved a short passage may change as it may in its place. */
static void
test_changed_in_moved_block (void)
{
  const char *block = "The mayor rejects the criticism. She points to three accidents within a year, all of them in bad weather.\n";
  g_autofree char *without = with (article, block, "");
  g_autofree char *changed = with (block, "three accidents within", "nine accidents in");
  g_autofree char *put_in = g_strconcat (changed, "Fishermen", NULL);
  g_autofree char *moved = with (without, "Fishermen", put_in);

  check (article, "three accidents within", moved, DP_ANCHOR_CHANGED, "nine accidents in");
}

/* An anchor that is not of the old text, or of none, is looked for as without it. */
static void
test_without_old_text (void)
{
  g_autoptr (DpOffsets) other = dp_offsets_new ("Something else.", -1);
  g_autoptr (DpOffsets) offsets = dp_offsets_new (article, -1);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_anchor_free);

  g_ptr_array_add (anchors, dp_anchor_new_for_span (offsets, find_quote (article, "Nobody asked us")));
  g_ptr_array_add (anchors, dp_anchor_new ("", "", "", 0, 0));
  g_ptr_array_add (anchors, dp_anchor_new ("quite absent", "", "", 4000000000u, 4000000012u));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GArray) matches = dp_anchor_find_all (i == 0 ? NULL : i == 1 ? other
                                                                              : offsets,
                                                       offsets,
                                                       anchors);

      g_assert_cmpuint (matches->len, ==, 3);
      g_assert_cmpint (g_array_index (matches, DpAnchorMatch, 0).status, ==, DP_ANCHOR_EXACT);
      g_assert_cmpint (g_array_index (matches, DpAnchorMatch, 1).status, ==, DP_ANCHOR_LOST);
      g_assert_cmpint (g_array_index (matches, DpAnchorMatch, 2).status, ==, DP_ANCHOR_LOST);
    }
}

static DpAnchorMatch
find_alone (const char *quote,
            const char *new_text)
{
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (article, -1);
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_anchor_free);
  g_autoptr (GArray) matches = NULL;

  /* Two that lap over, so that what they keep of the old text is put together. */
  g_ptr_array_add (anchors, dp_anchor_new_for_span (old_offsets, find_quote (article, quote)));
  g_ptr_array_add (anchors, dp_anchor_new_for_span (old_offsets, find_quote (article, "protested in front of the town hall")));
  matches = dp_anchor_find_all (NULL, new_offsets, anchors);
  return g_array_index (matches, DpAnchorMatch, 0);
}

/* What is known of an anchor is its quote and context alone: less is found, but nothing else. */
static void
test_changed_without_old_text (void)
{
  const char *quote = "Fishermen protested in front of the town hall. “Nobody asked us,” one of them told reporters.";
  g_autofree char *changed = with (article, "Nobody asked us", "Nobody ever asked us");
  g_autofree char *gone = with (article, quote, "");
  g_autofree char *twice = with (article, "spring, the mayor", "next week. All of them, next week, the mayor");
  DpSpan span = find_quote (changed, "Fishermen protested in front of the town hall. “Nobody ever asked us,” one of them told reporters.");
  DpAnchorMatch match = find_alone (quote, changed);

  g_assert_cmpint (match.status, ==, DP_ANCHOR_CHANGED);
  g_assert_cmpuint (match.span.start, ==, span.start);
  g_assert_cmpuint (match.span.end, ==, span.end);
  g_assert_cmpint (find_alone (quote, gone).status, ==, DP_ANCHOR_LOST);
  g_assert_cmpint (find_alone ("all of them in bad weather", twice).status, ==, DP_ANCHOR_MOVED);
  g_assert_cmpint (find_alone ("all of them in bad weather", "All of them are here, in fog and in bad company.").status, ==, DP_ANCHOR_LOST);
}

static const char *const pieces[] = { "a", "b", "the", "ab", "c", "é", "e\u0301", "😂", "\n", "ა", "Ж", "\u200d", "走", ",", "\u0301", "\u202e", "\ufffe", "\ue000" };

static GString *
random_text (guint n)
{
  GString *text = g_string_new (NULL);
  gint32 variety = g_test_rand_int_range (1, G_N_ELEMENTS (pieces) + 1);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, pieces[g_test_rand_int_range (0, variety)]);
      if (g_test_rand_int_range (0, 3) > 0)
        g_string_append_c (text, ' ');
    }
  return text;
}

static GPtrArray *
random_anchors (DpOffsets *offsets,
                guint n)
{
  GPtrArray *anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_anchor_free);
  gint32 n_chars = (gint32) dp_offsets_get_n_chars (offsets);

  for (guint i = 0; i < n; i++)
    {
      guint start = (guint) g_test_rand_int_range (0, n_chars);
      guint end = (guint) g_test_rand_int_range ((gint32) start + 1, MIN (n_chars, (gint32) start + 60) + 1);

      g_ptr_array_add (anchors, dp_anchor_new_for_span (offsets, (DpSpan){ start, end }));
    }
  return anchors;
}

/* @text after some random edits: parts taken out, put in, or put elsewhere. */
static char *
edit (DpOffsets *offsets,
      guint n_edits)
{
  char *text = dp_offsets_dup_text (offsets, (DpSpan){ 0, G_MAXUINT });

  for (guint i = 0; i < n_edits; i++)
    {
      g_autoptr (DpOffsets) now = dp_offsets_new (text, -1);
      guint n = dp_offsets_get_n_chars (now);
      guint from = (guint) g_test_rand_int_range (0, (gint32) n + 1);
      guint to = MIN (n, from + (guint) g_test_rand_int_range (0, 30));
      guint place = (guint) g_test_rand_int_range (0, (gint32) from + 1);
      g_autofree char *before = dp_offsets_dup_text (now, (DpSpan){ 0, place });
      g_autofree char *between = dp_offsets_dup_text (now, (DpSpan){ place, from });
      g_autofree char *part = dp_offsets_dup_text (now, (DpSpan){ from, to });
      g_autofree char *behind = dp_offsets_dup_text (now, (DpSpan){ to, n });
      g_autoptr (GString) other = random_text (4);
      g_autofree char *edited = NULL;

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          edited = g_strconcat (before, between, behind, NULL);
          break;
        case 1:
          edited = g_strconcat (before, part, between, behind, NULL);
          break;
        default:
          edited = g_strconcat (before, between, part, other->str, behind, NULL);
          break;
        }
      g_free (text);
      text = g_steal_pointer (&edited);
    }
  return text;
}

/* Whatever the text became: exact and moved are the quote, the others are not. */
static void
check_matches (GPtrArray *anchors,
               GArray *matches,
               DpOffsets *offsets)
{
  g_assert_cmpuint (matches->len, ==, anchors->len);
  for (guint i = 0; i < matches->len; i++)
    {
      const DpAnchor *anchor = g_ptr_array_index (anchors, i);
      const DpAnchorMatch *match = &g_array_index (matches, DpAnchorMatch, i);
      g_autofree char *found = dp_offsets_dup_text (offsets, match->span);

      if (match->status == DP_ANCHOR_LOST)
        {
          g_assert_cmpuint (match->span.start, ==, match->span.end);
          continue;
        }
      g_assert_cmpuint (match->span.start, <, match->span.end);
      g_assert_cmpuint (match->span.end, <=, dp_offsets_get_n_chars (offsets));
      if (match->status == DP_ANCHOR_CHANGED)
        g_assert_cmpstr (found, !=, anchor->exact);
      else
        g_assert_cmpstr (found, ==, anchor->exact);
      if (match->status == DP_ANCHOR_EXACT)
        g_assert_cmpuint (match->span.start, ==, anchor->start);
    }
}

static void
test_properties (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = random_text ((guint) g_test_rand_int_range (1, 300));
      g_autoptr (DpOffsets) offsets = dp_offsets_new (text->str, -1);
      g_autofree char *edited = edit (offsets, (guint) g_test_rand_int_range (0, 8));
      g_autoptr (DpOffsets) new_offsets = dp_offsets_new (edited, -1);
      g_autoptr (GPtrArray) anchors = random_anchors (offsets, 20);
      g_autoptr (GArray) same = dp_anchor_find_all (offsets, offsets, anchors);
      g_autoptr (GArray) matches = dp_anchor_find_all (offsets, new_offsets, anchors);
      g_autoptr (GArray) alone = dp_anchor_find_all (NULL, new_offsets, anchors);

      for (guint i = 0; i < same->len; i++)
        g_assert_cmpint (g_array_index (same, DpAnchorMatch, i).status, ==, DP_ANCHOR_EXACT);
      check_matches (anchors, same, offsets);
      check_matches (anchors, matches, new_offsets);
      check_matches (anchors, alone, new_offsets);
    }
}

/* @n sentences of which no two are the same, but all alike. */
static char *
make_sentences (guint n,
                guint without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (i != without)
      g_string_append_printf (text, "The office counted %u votes in district %u, and none of them was doubted.%s", i * 7 + 1000, i, i % 5 == 4 ? "\n" : " ");
  return g_string_free (text, FALSE);
}

/* Each sentence taken out in turn: it alone is lost, and the others stay what they are. */
static void
test_taken_out (void)
{
  g_autofree char *old_text = make_sentences (60, G_MAXUINT);
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (old_text, -1);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_anchor_free);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *quote = g_strdup_printf ("The office counted %u votes in district %u, and none of them was doubted.", i * 7 + 1000, i);

      g_ptr_array_add (anchors, dp_anchor_new_for_span (old_offsets, find_quote (old_text, quote)));
    }
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *new_text = make_sentences (60, i);
      g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);
      g_autoptr (GArray) matches = dp_anchor_find_all (old_offsets, new_offsets, anchors);

      check_matches (anchors, matches, new_offsets);
      for (guint j = 0; j < 60; j++)
        g_assert_cmpint (g_array_index (matches, DpAnchorMatch, j).status, ==, i == j ? DP_ANCHOR_LOST : j < i ? DP_ANCHOR_EXACT
                                                                                                               : DP_ANCHOR_MOVED);
    }
}

static void
check_hostile (const char *old_text,
               const char *new_text)
{
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (old_text, -1);
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (new_text, -1);
  g_autoptr (GPtrArray) anchors = random_anchors (old_offsets, 50);
  g_autoptr (GArray) matches = dp_anchor_find_all (old_offsets, new_offsets, anchors);

  check_matches (anchors, matches, new_offsets);
}

static char *
repeat (const char *piece,
        gsize n)
{
  GString *text = g_string_sized_new (n * strlen (piece) + 1);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

/* Steps that grow with the square of a text would not end here. */
static void
test_hostile (void)
{
  g_autofree char *letters = repeat ("a", 3 << 20);
  g_autofree char *words = repeat ("a b ", 1 << 18);
  g_autofree char *more_words = repeat ("b a a ", 1 << 18);
  g_autofree char *lines = repeat ("x\n", 1 << 18);
  g_autofree char *other_lines = repeat ("x\ny\n", 1 << 17);
  g_autofree char *marks = repeat ("\u0301\u0323", 1 << 18);
  g_autofree char *more_marks = g_strconcat ("a", marks, " b", NULL);
  g_autofree char *signs = repeat ("走", 1 << 18);
  g_autofree char *more_signs = repeat ("走了", 1 << 17);
  g_autofree char *line = repeat ("word ", 2 << 20);
  g_autofree char *other_line = repeat ("words word ", 2 << 20);
  g_autofree char *controls = repeat ("\u202ea \u2066b\u2069 ", 1 << 18);
  g_autofree char *no_letters = repeat ("\ue000\ufffe \U0010ffff", 1 << 18);

  check_hostile (letters, words);
  check_hostile (words, more_words);
  check_hostile (lines, other_lines);
  check_hostile (marks, more_marks);
  check_hostile (signs, more_signs);
  check_hostile (line, other_line);
  check_hostile (controls, no_letters);
  check_hostile (no_letters, controls);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/anchor-all/exact-and-moved", test_exact_and_moved);
  g_test_add_func ("/anchor-all/block-that-moved", test_block_that_moved);
  g_test_add_func ("/anchor-all/changed", test_changed);
  g_test_add_func ("/anchor-all/equal", test_equal);
  g_test_add_func ("/anchor-all/lost", test_lost);
  g_test_add_func ("/anchor-all/look-alikes", test_look_alikes);
  g_test_add_func ("/anchor-all/copies", test_copies);
  g_test_add_func ("/anchor-all/copied-teaser", test_copied_teaser);
  g_test_add_func ("/anchor-all/capitals", test_capitals);
  g_test_add_func ("/anchor-all/turned", test_turned);
  g_test_add_func ("/anchor-all/changed-in-moved-block", test_changed_in_moved_block);
  g_test_add_func ("/anchor-all/without-old-text", test_without_old_text);
  g_test_add_func ("/anchor-all/changed-without-old-text", test_changed_without_old_text);
  g_test_add_func ("/anchor-all/properties", test_properties);
  g_test_add_func ("/anchor-all/taken-out", test_taken_out);
  g_test_add_func ("/anchor-all/hostile", test_hostile);
  return g_test_run ();
}
