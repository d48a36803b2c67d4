/* bench-anchor.c: how long it takes to find 10,000 anchors again in a changed text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor.h"

#include <string.h>

#define N_BYTES (1 << 20)
#define N_CHANGES 1000
#define N_ANCHORS 10000
#define N_WORDS 8000
#define N_ROUNDS 5

/* A made-up word; few of them are frequent, as in a language. */
static void
append_word (GString *text,
             GRand *rand)
{
  static const char *const syllables[] = { "ka", "lo", "mi", "ren", "tu", "sa", "vel", "ni", "dor", "e", "pas", "chi" };
  double share = g_rand_double (rand);
  guint word = (guint) (N_WORDS * share * share * share);

  for (word++; word > 0; word /= G_N_ELEMENTS (syllables))
    g_string_append (text, syllables[word % G_N_ELEMENTS (syllables)]);
}

static void
append_sentence (GString *text,
                 GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 5, 30);

  for (guint i = 0; i < n; i++)
    {
      append_word (text, rand);
      g_string_append (text, i + 1 < n ? " " : g_rand_int_range (rand, 0, 5) == 0 ? ".\n"
                                                                                  : ". ");
    }
}

static GString *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);

  while (text->len < N_BYTES)
    append_sentence (text, rand);
  return text;
}

/* The text with words and sentences put in, taken out and replaced all over. */
static GString *
change (const GString *text,
        GRand *rand)
{
  GString *changed = g_string_new (NULL);
  const char *from = text->str;
  gsize step = text->len / N_CHANGES;

  for (guint i = 0; i < N_CHANGES; i++)
    {
      const char *to = strchr (text->str + i * step, ' ');

      if (to == NULL || to < from)
        continue;
      g_string_append_len (changed, from, to + 1 - from);
      from = to + 1;
      if (i % 3 > 0)
        from = MAX (from, strchr (from, ' ') + 1);
      if (i % 3 < 2)
        append_word (changed, rand);
      if (i % 3 < 2)
        g_string_append_c (changed, ' ');
      if (i % 20 == 0)
        append_sentence (changed, rand);
    }
  g_string_append (changed, from);
  return changed;
}

static GPtrArray *
make_anchors (DpOffsets *offsets,
              GRand *rand)
{
  GPtrArray *anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_anchor_free);
  guint n = dp_offsets_get_n_chars (offsets);

  for (guint i = 0; i < N_ANCHORS; i++)
    {
      guint start = (guint) g_rand_int_range (rand, 0, (gint32) n - 400);

      g_ptr_array_add (anchors, dp_anchor_new_for_span (offsets, (DpSpan){ start, start + (guint) g_rand_int_range (rand, 10, 300) }));
    }
  return anchors;
}

static void
run (const char *what,
     DpOffsets *old_offsets,
     DpOffsets *new_offsets,
     GPtrArray *anchors)
{
  gint64 best = G_MAXINT64;
  guint counts[DP_ANCHOR_LOST + 1] = { 0 };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) matches = dp_anchor_find_all (old_offsets, new_offsets, anchors);

      best = MIN (best, g_get_monotonic_time () - start);
      for (guint i = 0; i < matches->len && round == 0; i++)
        counts[g_array_index (matches, DpAnchorMatch, i).status]++;
    }
  g_print ("%-24s %6.0f ms; %u exact, %u moved, %u changed, %u lost\n", what, (double) best / 1000, counts[DP_ANCHOR_EXACT], counts[DP_ANCHOR_MOVED], counts[DP_ANCHOR_CHANGED], counts[DP_ANCHOR_LOST]);
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GString) text = make_text (rand);
  g_autoptr (GString) changed = change (text, rand);
  g_autofree char *turned = g_strconcat (text->str + text->len / 2, text->str, NULL);
  g_autoptr (GString) other = make_text (rand);
  g_autoptr (DpOffsets) old_offsets = dp_offsets_new (text->str, -1);
  g_autoptr (DpOffsets) new_offsets = dp_offsets_new (changed->str, -1);
  g_autoptr (DpOffsets) other_offsets = dp_offsets_new (other->str, -1);
  g_autoptr (DpOffsets) turned_offsets = NULL;
  g_autoptr (GPtrArray) anchors = make_anchors (old_offsets, rand);

  turned[text->len] = '\0';
  turned_offsets = dp_offsets_new (turned, -1);
  run ("1000 changes", old_offsets, new_offsets, anchors);
  run ("halves exchanged", old_offsets, turned_offsets, anchors);
  run ("another text", old_offsets, other_offsets, anchors);
  return 0;
}
