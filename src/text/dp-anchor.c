/* dp-anchor.c: a passage with its context, as a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor.h"

/* Immutable, so a copy is one more reference. */
G_DEFINE_BOXED_TYPE (DpAnchor, dp_anchor, dp_anchor_copy, dp_anchor_free)

DpAnchor *
dp_anchor_new (const char *exact,
               const char *prefix,
               const char *suffix,
               guint start,
               guint end)
{
  DpAnchor *self;

  g_return_val_if_fail (exact != NULL && prefix != NULL && suffix != NULL, NULL);

  self = g_atomic_rc_box_new0 (DpAnchor);
  self->exact = g_strdup (exact);
  self->prefix = g_strdup (prefix);
  self->suffix = g_strdup (suffix);
  self->start = start;
  self->end = end;
  return self;
}

/* Belongs to the character before it. */
static gboolean
is_extending (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

/* The nearest place at or after @offset, before @limit, where no letter is cut from its marks. */
static guint
skip_to_letter (DpOffsets *offsets,
                guint offset,
                guint limit)
{
  const char *p = dp_offsets_get_text (offsets, NULL) + dp_offsets_to_byte (offsets, offset);

  for (guint i = offset; i < limit; i++, p = g_utf8_next_char (p))
    if (!is_extending (g_utf8_get_char (p)))
      return i;
  return offset;
}

/* The nearest place at or before @offset, after @limit. */
static guint
skip_back_to_letter (DpOffsets *offsets,
                     guint offset,
                     guint limit)
{
  const char *p = dp_offsets_get_text (offsets, NULL) + dp_offsets_to_byte (offsets, offset);

  for (guint i = offset; i > limit; i--, p = g_utf8_prev_char (p))
    if (!is_extending (g_utf8_get_char (p)))
      return i;
  return offset;
}

DpAnchor *
dp_anchor_new_for_span (DpOffsets *offsets,
                        DpSpan span)
{
  g_autofree char *exact = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  guint n_chars, from, to;

  g_return_val_if_fail (offsets != NULL, NULL);

  n_chars = dp_offsets_get_n_chars (offsets);
  span.start = MIN (span.start, n_chars);
  span.end = CLAMP (span.end, span.start, n_chars);

  from = span.start > DP_ANCHOR_CONTEXT ? span.start - DP_ANCHOR_CONTEXT : 0;
  if (from > 0)
    from = skip_to_letter (offsets, from, span.start);
  to = n_chars - span.end > DP_ANCHOR_CONTEXT ? span.end + DP_ANCHOR_CONTEXT : n_chars;
  if (to < n_chars)
    to = skip_back_to_letter (offsets, to, span.end);

  exact = dp_offsets_dup_text (offsets, span);
  prefix = dp_offsets_dup_text (offsets, (DpSpan){ from, span.start });
  suffix = dp_offsets_dup_text (offsets, (DpSpan){ span.end, to });
  return dp_anchor_new (exact, prefix, suffix, span.start, span.end);
}

DpAnchor *
dp_anchor_copy (const DpAnchor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear (gpointer data)
{
  DpAnchor *self = data;

  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
}

void
dp_anchor_free (DpAnchor *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

gboolean
dp_anchor_equal (const DpAnchor *a,
                 const DpAnchor *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b ||
         (a->start == b->start && a->end == b->end &&
          g_str_equal (a->exact, b->exact) &&
          g_str_equal (a->prefix, b->prefix) &&
          g_str_equal (a->suffix, b->suffix));
}
