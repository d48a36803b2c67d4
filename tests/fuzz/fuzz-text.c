/* fuzz-text.c: sentences, anchors, directions and names of any text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "base/dp-id.h"
#include "text/dp-anchor.h"
#include "text/dp-language.h"
#include "text/dp-sentences.h"

#include <string.h>

/* Each sentence an anchor, which must be exact here, and true wherever it is found in @other. */
static void
check_anchor (DpOffsets *offsets,
              DpOffsets *other,
              DpSpan sentence)
{
  g_autoptr (DpAnchor) anchor = dp_anchor_new_for_span (offsets, sentence);
  g_autofree char *found = NULL;
  DpSpan span;

  g_assert_cmpint (dp_anchor_find (anchor, offsets, &span), ==, DP_ANCHOR_EXACT);
  g_assert_true (span.start == sentence.start && span.end == sentence.end);
  if (dp_anchor_find (anchor, other, &span) == DP_ANCHOR_LOST)
    return;
  found = dp_offsets_dup_text (other, span);
  g_assert_cmpstr (found, ==, anchor->exact);
}

static void
check_text (const char *text,
            const char *language)
{
  g_autoptr (DpOffsets) offsets = dp_offsets_new (text, -1);
  g_autoptr (DpOffsets) second_half = NULL;
  g_autoptr (GArray) sentences = dp_sentences_find (text, -1, language);
  guint n_chars = dp_offsets_get_n_chars (offsets);
  guint position = 0;

  second_half = dp_offsets_new (text + dp_offsets_to_byte (offsets, n_chars / 2), -1);
  for (guint i = 0; i < sentences->len; i++)
    {
      DpSpan span = g_array_index (sentences, DpSpan, i);

      g_assert_true (position <= span.start && span.start < span.end && span.end <= n_chars);
      position = span.end;
      if (i < 50)
        check_anchor (offsets, second_half, span);
    }
  dp_text_get_direction (text, -1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  /* The first line is the language. */
  g_autofree char *input = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (input, -1);
  char *text = strchr (valid, '\n');
  g_autofree char *tag = NULL;
  g_autofree char *normalized = NULL;
  g_autofree char *again = NULL;
  g_autofree char *name = NULL;
  g_autofree char *slug = dp_slug (valid, 40);

  tag = text != NULL ? g_strndup (valid, (gsize) (text - valid)) : g_strdup ("");
  normalized = dp_language_normalize (tag);
  again = dp_language_normalize (normalized);
  g_assert_cmpstr (normalized, ==, again);
  name = dp_language_dup_name (tag);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  dp_language_get_direction (tag);
  g_assert_true (strlen (slug) <= 40);
  check_text (text != NULL ? text + 1 : valid, tag);
  return 0;
}
