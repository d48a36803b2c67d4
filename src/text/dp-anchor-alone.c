/* dp-anchor-alone.c: finding anchors again of which nothing is known but themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/dp-anchor-private.h"

#include <string.h>

/* An anchor with its context, as code points. */
typedef struct
{
  guint index;    /* among all anchors */
  gunichar *text; /* (owned) */
  guint n;
  gint64 start;   /* in the text that it was made in */
  DpSpan exact;   /* within @text */
  gint64 rebuilt; /* where @text stands in the rebuilt text */
} Piece;

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->text);
}

static gboolean
stands_anywhere (const DpAnchor *anchor,
                 DpOffsets *offsets)
{
  gsize length;
  const char *text = dp_offsets_get_text (offsets, &length);

  return memmem (text, length, anchor->exact, strlen (anchor->exact)) != NULL;
}

static void
add_piece (GArray *pieces,
           const DpAnchor *anchor,
           guint index)
{
  g_autofree char *text = g_strconcat (anchor->prefix, anchor->exact, anchor->suffix, NULL);
  guint n_prefix = (guint) g_utf8_strlen (anchor->prefix, -1);
  Piece piece = { .index = index, .start = (gint64) anchor->start - n_prefix };
  glong n;

  piece.text = g_utf8_to_ucs4_fast (text, -1, &n);
  piece.n = (guint) n;
  piece.exact.start = n_prefix;
  piece.exact.end = n_prefix + (guint) g_utf8_strlen (anchor->exact, -1);
  g_array_append_val (pieces, piece);
}

static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const Piece *left = a;
  const Piece *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

/* Puts the piece where it laps over what is there already; FALSE when the two say different things. */
static gboolean
lap_over (GArray *text,
          gint64 start, /* of the text, in that of the anchors */
          gint64 from,  /* within the text */
          Piece *piece)
{
  gint64 n_before = piece->start - start;
  gint64 n_text = (gint64) text->len - from;
  gint64 n_common = MIN (n_text - n_before, (gint64) piece->n);

  if (n_common <= 0)
    return FALSE;
  piece->rebuilt = from + n_before;
  if (memcmp (&g_array_index (text, gunichar, piece->rebuilt), piece->text, (gsize) n_common * sizeof (gunichar)) != 0)
    return FALSE;
  g_array_append_vals (text, piece->text + n_common, piece->n - (guint) n_common);
  return TRUE;
}

/* (transfer full): what is known of the text that the anchors were made in, in its order */
static char *
rebuild (GArray *pieces)
{
  g_autoptr (GArray) text = g_array_new (FALSE, FALSE, sizeof (gunichar));
  gint64 start = 0;
  gint64 from = 0;

  g_array_sort (pieces, compare_pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      if (i > 0 && lap_over (text, start, from, piece))
        continue;
      if (i > 0)
        g_array_append_val (text, (gunichar){ '\n' });
      start = piece->start;
      from = piece->rebuilt = text->len;
      g_array_append_vals (text, piece->text, piece->n);
    }
  return g_ucs4_to_utf8 ((const gunichar *) (gpointer) text->data, text->len, NULL, NULL, NULL);
}

static void
follow_pieces (GArray *pieces,
               DpOffsets *offsets,
               GPtrArray *anchors,
               GArray *matches)
{
  g_autofree char *text = rebuild (pieces);
  g_autoptr (DpOffsets) rebuilt = dp_offsets_new (text, -1);
  g_autoptr (DpAnchorFollower) follower = dp_anchor_follower_new (rebuilt, offsets);

  follower->is_rebuilt = TRUE;
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      DpSpan span = { (guint) piece->rebuilt + piece->exact.start, (guint) piece->rebuilt + piece->exact.end };

      dp_anchor_follow (follower, g_ptr_array_index (anchors, piece->index), span, &g_array_index (matches, DpAnchorMatch, piece->index));
    }
}

void
dp_anchor_find_alone (DpOffsets *offsets,
                      GPtrArray *anchors,
                      GArray *indices,
                      GArray *matches)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  g_array_set_clear_func (pieces, clear_piece);
  for (guint i = 0; i < indices->len; i++)
    {
      guint index = g_array_index (indices, guint, i);
      const DpAnchor *anchor = g_ptr_array_index (anchors, index);
      DpAnchorMatch *match = &g_array_index (matches, DpAnchorMatch, index);

      match->status = dp_anchor_find (anchor, offsets, &match->span);
      match->score = match->status == DP_ANCHOR_LOST ? 0 : 1;
      /* The same words without the context that tells them apart are no better when they are changed. */
      if (match->status == DP_ANCHOR_LOST && *anchor->exact != '\0' && !stands_anywhere (anchor, offsets))
        add_piece (pieces, anchor, index);
    }
  if (pieces->len > 0)
    follow_pieces (pieces, offsets, anchors, matches);
}
