/* fuzz-anchor.c: anchors of any text in any other one, what changed between two, and what of both goes together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "text/dp-anchor.h"
#include "text/dp-bitext.h"
#include "text/dp-paragraph-rows.h"
#include "text/dp-word-diff.h"

#include <string.h>

#define N_ANCHORS 40

/* Anchors all over the text, of many lengths. */
static GPtrArray *
make_anchors (DpOffsets *offsets)
{
  GPtrArray *anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_anchor_free);
  guint n_chars = dp_offsets_get_n_chars (offsets);

  for (guint i = 0; i < N_ANCHORS && n_chars > 0; i++)
    {
      guint start = (guint) ((guint64) n_chars * i / N_ANCHORS);

      g_ptr_array_add (anchors, dp_anchor_new_for_span (offsets, (DpSpan){ start, start + 1 + i * i % 97 }));
    }
  return anchors;
}

/* Exact and moved are the quote, changed is not, lost is nothing. */
static void
check_match (const DpAnchor *anchor,
             const DpAnchorMatch *match,
             DpOffsets *offsets)
{
  g_autofree char *found = dp_offsets_dup_text (offsets, match->span);

  g_assert_true (match->score >= 0 && match->score <= 1);
  g_assert_true ((match->status == DP_ANCHOR_LOST) == (match->span.start == match->span.end));
  g_assert_true (match->span.end <= dp_offsets_get_n_chars (offsets));
  if (match->status != DP_ANCHOR_LOST)
    g_assert_true ((match->status == DP_ANCHOR_CHANGED) == !g_str_equal (found, anchor->exact));
  if (match->status == DP_ANCHOR_EXACT)
    g_assert_cmpuint (match->span.start, ==, anchor->start);
}

static void
check_all (DpOffsets *old_offsets,
           DpOffsets *new_offsets,
           GPtrArray *anchors)
{
  g_autoptr (GArray) matches = dp_anchor_find_all (old_offsets, new_offsets, anchors);

  g_assert_cmpuint (matches->len, ==, anchors->len);
  for (guint i = 0; i < matches->len; i++)
    {
      check_match (g_ptr_array_index (anchors, i), &g_array_index (matches, DpAnchorMatch, i), new_offsets);
      if (old_offsets == new_offsets)
        g_assert_cmpint (g_array_index (matches, DpAnchorMatch, i).status, ==, DP_ANCHOR_EXACT);
    }
}

/* Rows are in order in both texts. */
static void
check_rows (const char *old_text,
            const char *new_text,
            GArray *changes)
{
  g_autoptr (GArray) rows = dp_paragraph_rows (old_text, new_text, changes);
  guint old_end = 0;
  guint new_end = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const DpParagraphRow *row = &g_array_index (rows, DpParagraphRow, i);

      g_assert_true (row->old_span.start == row->old_span.end || row->old_span.start >= old_end);
      g_assert_true (row->new_span.start == row->new_span.end || row->new_span.start >= new_end);
      old_end = MAX (old_end, row->old_span.end);
      new_end = MAX (new_end, row->new_span.end);
    }
  g_assert_true (old_end <= g_utf8_strlen (old_text, -1) && new_end <= g_utf8_strlen (new_text, -1));
}

/* Places are of the very words, and no more than were asked for. */
static void
check_places (GPtrArray *anchors,
              DpOffsets *offsets)
{
  for (guint i = 0; i < anchors->len; i++)
    {
      const DpAnchor *anchor = g_ptr_array_index (anchors, i);
      g_autoptr (GArray) places = dp_anchor_list_places (anchor, offsets, 3);

      g_assert_cmpuint (places->len, <=, 3);
      for (guint j = 0; j < places->len; j++)
        {
          g_autofree char *there = dp_offsets_dup_text (offsets, g_array_index (places, DpSpan, j));

          g_assert_cmpstr (there, ==, anchor->exact);
        }
    }
}

/* Lines as the sentences of a text and its translation: each is in one bead. */
static void
check_bitext (const char *source,
              const char *target)
{
  g_auto (GStrv) lines = g_strsplit (source, "\n", 200);
  g_auto (GStrv) others = g_strsplit (target, "\n", 200);
  guint n_lines = g_strv_length (lines);
  guint n_others = g_strv_length (others);
  g_autofree DpBitextUnit *left = g_new0 (DpBitextUnit, n_lines + 1);
  g_autofree DpBitextUnit *right = g_new0 (DpBitextUnit, n_others + 1);
  g_autoptr (GArray) beads = NULL;
  guint n_left = 0;
  guint n_right = 0;

  for (guint i = 0; i < n_lines; i++)
    left[i] = dp_bitext_unit (lines[i], strlen (lines[i]));
  for (guint i = 0; i < n_others; i++)
    right[i] = dp_bitext_unit (others[i], strlen (others[i]));
  beads = dp_bitext_align (left, n_lines, right, n_others);
  for (guint i = 0; i < beads->len; i++)
    {
      const DpBead *bead = &g_array_index (beads, DpBead, i);

      g_assert_true (bead->source_from == n_left && bead->target_from == n_right);
      n_left = bead->source_to;
      n_right = bead->target_to;
    }
  g_assert_true (n_left == n_lines && n_right == n_others);
}

static void
check_diff (const char *old_text,
            const char *new_text)
{
  g_autoptr (GArray) changes = dp_word_diff (old_text, new_text);
  guint old_end = 0;
  guint new_end = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const DpWordChange *change = &g_array_index (changes, DpWordChange, i);

      g_assert_true (change->old_span.start == old_end && change->new_span.start == new_end);
      old_end = change->old_span.end;
      new_end = change->new_span.end;
    }
  g_assert_true (old_end == g_utf8_strlen (old_text, -1) && new_end == g_utf8_strlen (new_text, -1));
  check_rows (old_text, new_text, changes);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  /* The old text is what comes before a vertical tab, the new one what comes behind it. */
  g_autofree char *input = g_strndup ((const char *) data, size);
  g_autofree char *old_text = g_utf8_make_valid (input, -1);
  char *new_text = strchr (old_text, '\v');
  g_autoptr (DpOffsets) old_offsets = NULL;
  g_autoptr (DpOffsets) new_offsets = NULL;
  g_autoptr (GPtrArray) anchors = NULL;

  if (new_text == NULL)
    return 0;
  *new_text++ = '\0';
  old_offsets = dp_offsets_new (old_text, -1);
  new_offsets = dp_offsets_new (new_text, -1);
  anchors = make_anchors (old_offsets);
  check_all (old_offsets, old_offsets, anchors);
  check_all (old_offsets, new_offsets, anchors);
  check_all (new_offsets, old_offsets, anchors);
  check_all (NULL, new_offsets, anchors);
  check_places (anchors, new_offsets);
  check_diff (old_text, new_text);
  check_bitext (old_text, new_text);
  return 0;
}
