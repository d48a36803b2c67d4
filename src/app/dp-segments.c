/* dp-segments.c: overlapping highlights as pieces of text that do not overlap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-segments.h"

gboolean
dp_segment_looks_equal (const DpSegment *a,
                        const DpSegment *b)
{
  return a->tint == b->tint && a->under == b->under && a->third == b->third && a->has_more == b->has_more &&
         a->is_selected == b->is_selected;
}

gboolean
dp_segment_equal (const DpSegment *a,
                  const DpSegment *b)
{
  return a->start == b->start && a->end == b->end && dp_segment_looks_equal (a, b);
}

static void
add_colours (DpSegment *segment,
             const DpPlacedHighlight *passage)
{
  guint n = dp_placed_highlight_get_n_colours (passage);

  for (guint i = 0; i < n; i++)
    {
      guint8 colour = (guint8) dp_placed_highlight_get_colour (passage, i);

      if (segment->tint == DP_SEGMENT_NONE)
        segment->tint = colour;
      else if (segment->under == DP_SEGMENT_NONE)
        segment->under = colour;
      else if (segment->third == DP_SEGMENT_NONE)
        segment->third = colour;
      else
        segment->has_more = TRUE;
    }
}

/* Of those that are selected or not, and have narratives or not. */
static void
add_all (DpSegment *segment,
         GPtrArray *active,
         DpHighlight *selected,
         gboolean is_selected,
         gboolean has_narratives)
{
  for (guint i = 0; i < active->len && !segment->has_more; i++)
    {
      const DpPlacedHighlight *placed = g_ptr_array_index (active, i);

      if ((placed->highlight == selected) != is_selected)
        continue;
      if (!is_selected && (placed->narratives->len > 0) != has_narratives)
        continue;
      segment->is_selected = segment->is_selected || is_selected;
      add_colours (segment, placed);
    }
}

static void
append (GArray *segments,
        GPtrArray *active,
        DpHighlight *selected,
        guint start,
        guint end)
{
  DpSegment segment = { start, end, DP_SEGMENT_NONE, DP_SEGMENT_NONE, DP_SEGMENT_NONE, FALSE, FALSE };
  DpSegment *last = segments->len > 0 ? &g_array_index (segments, DpSegment, segments->len - 1) : NULL;

  add_all (&segment, active, selected, TRUE, TRUE);
  add_all (&segment, active, selected, FALSE, TRUE);
  add_all (&segment, active, selected, FALSE, FALSE);

  if (last != NULL && last->end == start && dp_segment_looks_equal (last, &segment))
    last->end = end;
  else
    g_array_append_val (segments, segment);
}

/* The segments from @from on until @until, or until nothing is active any more. */
static guint
sweep_to (GArray *segments,
          GPtrArray *active,
          DpHighlight *selected,
          guint from,
          guint until)
{
  while (from < until && active->len > 0)
    {
      guint end = until;

      for (guint i = 0; i < active->len; i++)
        end = MIN (end, ((DpPlacedHighlight *) g_ptr_array_index (active, i))->end);
      append (segments, active, selected, from, end);
      for (guint i = 0; i < active->len;)
        {
          if (((DpPlacedHighlight *) g_ptr_array_index (active, i))->end <= end)
            g_ptr_array_remove_index (active, i);
          else
            i++;
        }
      from = end;
    }
  return until;
}

GArray *
dp_segments_compute (GPtrArray *passages,
                     DpHighlight *selected)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (DpSegment));
  g_autoptr (GPtrArray) active = g_ptr_array_new ();
  guint at = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      DpPlacedHighlight *passage = g_ptr_array_index (passages, i);

      at = sweep_to (segments, active, selected, at, passage->start);
      g_ptr_array_add (active, passage);
    }
  sweep_to (segments, active, selected, at, G_MAXUINT);
  return segments;
}
