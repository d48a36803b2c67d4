/* dp-article-style.c: how the blocks of an article look in a text view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-style.h"

#include <math.h>

#define N_LEVELS 6

/* Shares of the text's size. */
#define LINE_HEIGHT 1.5
#define INDENT 1.6
#define BETWEEN_BLOCKS 0.85
#define BETWEEN_ITEMS 0.35

struct _DpArticleStyle
{
  GtkTextTag *headline;
  GtkTextTag *heading[N_LEVELS];
  GtkTextTag *quote;
  GtkTextTag *item[N_LEVELS];
  GtkTextTag *caption;
  GtkTextTag *preformatted;
  GtkTextTag *within; /* all lines of preformatted text but the last */
  GtkTextTag *row;
  double size;
  GtkTextDirection direction;
};

static GtkTextTag *
add_tag (GtkTextTagTable *table,
         const char *name)
{
  g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);

  gtk_text_tag_table_add (table, tag);
  return tag; /* kept by the table */
}

DpArticleStyle *
dp_article_style_new (GtkTextTagTable *tags)
{
  DpArticleStyle *self = g_new0 (DpArticleStyle, 1);

  self->headline = add_tag (tags, "headline");
  self->quote = add_tag (tags, "quote");
  self->caption = add_tag (tags, "caption");
  self->preformatted = add_tag (tags, "preformatted");
  self->within = add_tag (tags, "within");
  self->row = add_tag (tags, "table-row");
  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_autofree char *heading = g_strdup_printf ("heading-%u", i + 1);
      g_autofree char *item = g_strdup_printf ("item-%u", i + 1);

      self->heading[i] = add_tag (tags, heading);
      self->item[i] = add_tag (tags, item);
    }
  self->size = 16;
  self->direction = GTK_TEXT_DIR_LTR;
  return self;
}

void
dp_article_style_free (DpArticleStyle *self)
{
  g_free (self);
}

static int
pixels (DpArticleStyle *self,
        double share)
{
  return (int) round (self->size * share);
}

static void
set_indent (DpArticleStyle *self,
            GtkTextTag *tag,
            double share)
{
  int indent = pixels (self, share);
  gboolean is_rtl = self->direction == GTK_TEXT_DIR_RTL;

  g_object_set (tag,
                "accumulative-margin",
                TRUE,
                "left-margin",
                is_rtl ? 0 : indent,
                "right-margin",
                is_rtl ? indent : 0,
                NULL);
}

static void
update_indents (DpArticleStyle *self)
{
  set_indent (self, self->quote, INDENT);
  set_indent (self, self->preformatted, 0.6);
  for (guint i = 0; i < N_LEVELS; i++)
    set_indent (self, self->item[i], INDENT * (i + 1));
}

static void
update_headings (DpArticleStyle *self,
                 double natural)
{
  static const double scales[N_LEVELS] = { 1.35, 1.25, 1.15, 1.08, 1.0, 1.0 };
  const double leading = MAX (1.25 * self->size - natural, 0);

  g_object_set (self->headline,
                "scale",
                1.75,
                "weight",
                PANGO_WEIGHT_BOLD,
                "pixels-inside-wrap",
                (int) round (leading),
                "pixels-below-lines",
                pixels (self, 1.0),
                NULL);
  for (guint i = 0; i < N_LEVELS; i++)
    g_object_set (self->heading[i],
                  "scale",
                  scales[i],
                  "weight",
                  PANGO_WEIGHT_BOLD,
                  "pixels-inside-wrap",
                  (int) round (leading),
                  "pixels-above-lines",
                  pixels (self, 0.7),
                  "pixels-below-lines",
                  pixels (self, 0.5),
                  NULL);
}

static void
update_others (DpArticleStyle *self,
               double natural)
{
  g_object_set (self->caption,
                "scale",
                0.88,
                "style",
                PANGO_STYLE_ITALIC,
                NULL);
  g_object_set (self->preformatted,
                "family",
                "monospace",
                "scale",
                0.9,
                "wrap-mode",
                GTK_WRAP_WORD_CHAR,
                "pixels-inside-wrap",
                (int) round (MAX (1.3 * self->size - natural, 0)),
                NULL);
  g_object_set (self->within,
                "pixels-below-lines",
                (int) round (MAX (1.3 * self->size - natural, 0)),
                NULL);
  g_object_set (self->row, "pixels-below-lines", pixels (self, BETWEEN_ITEMS), NULL);
  for (guint i = 0; i < N_LEVELS; i++)
    g_object_set (self->item[i], "pixels-below-lines", pixels (self, BETWEEN_ITEMS), NULL);
}

void
dp_article_style_set_size (DpArticleStyle *self,
                           GtkTextView *view,
                           double size,
                           double natural)
{
  self->size = size;
  gtk_text_view_set_pixels_inside_wrap (view, (int) round (MAX (LINE_HEIGHT * size - natural, 0)));
  gtk_text_view_set_pixels_below_lines (view, pixels (self, BETWEEN_BLOCKS));
  update_headings (self, natural);
  update_indents (self);
  update_others (self, natural);
}

void
dp_article_style_set_direction (DpArticleStyle *self,
                                GtkTextDirection direction)
{
  if (self->direction == direction)
    return;
  self->direction = direction;
  update_indents (self);
}

static guint
get_level (const DpBlock *block)
{
  return CLAMP (block->level, 1, N_LEVELS) - 1;
}

static GtkTextTag *
get_tag (DpArticleStyle *self,
         const DpBlock *block)
{
  switch (block->kind)
    {
    case DP_BLOCK_HEADLINE:
      return self->headline;
    case DP_BLOCK_HEADING:
      return self->heading[get_level (block)];
    case DP_BLOCK_QUOTE:
      return self->quote;
    case DP_BLOCK_LIST_ITEM:
      return self->item[get_level (block)];
    case DP_BLOCK_CAPTION:
      return self->caption;
    case DP_BLOCK_PREFORMATTED:
      return self->preformatted;
    case DP_BLOCK_TABLE_ROW:
      return self->row;
    case DP_BLOCK_PARAGRAPH:
    default:
      return NULL;
    }
}

/* A tag begins and ends within each line that it is on, and leaves the line break out: GTK 4.8 keeps the
 * look of one line for the next that it lays out unless a tag ends there. */
static void
apply_to_lines (GtkTextBuffer *buffer,
                GtkTextTag *tag,
                DpSpan span,
                guint n_last_left_out)
{
  GtkTextIter line, end;
  int last;

  gtk_text_buffer_get_iter_at_offset (buffer, &line, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span.end);
  last = gtk_text_iter_get_line (&end) - (int) n_last_left_out;
  for (; gtk_text_iter_get_line (&line) <= last; gtk_text_iter_forward_line (&line))
    {
      GtkTextIter line_end = line;

      if (!gtk_text_iter_ends_line (&line_end))
        gtk_text_iter_forward_to_line_end (&line_end);
      gtk_text_buffer_apply_tag (buffer, tag, &line, &line_end);
      if (gtk_text_iter_is_end (&line_end))
        break;
    }
}

static gboolean
is_row (GPtrArray *blocks,
        guint index)
{
  const DpBlock *block = index < blocks->len ? g_ptr_array_index (blocks, index) : NULL;

  return block != NULL && block->kind == DP_BLOCK_TABLE_ROW;
}

void
dp_article_style_apply (DpArticleStyle *self,
                        GtkTextBuffer *buffer,
                        DpArticle *article)
{
  GPtrArray *blocks = dp_article_get_blocks (article);
  GArray *spans = dp_article_get_block_spans (article);

  for (guint i = 0; i < blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (blocks, i);
      GtkTextTag *tag = get_tag (self, block);
      DpSpan span = g_array_index (spans, DpSpan, i);

      /* Behind the last row of a table there is as much room as behind a paragraph. */
      if (tag == NULL || (tag == self->row && !is_row (blocks, i + 1)))
        continue;
      apply_to_lines (buffer, tag, span, 0);
      if (block->kind == DP_BLOCK_PREFORMATTED)
        apply_to_lines (buffer, self->within, span, 1);
    }
}

/* The first block that ends behind @offset. */
static guint
find_block (GArray *spans,
            guint offset)
{
  guint low = 0;
  guint high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (spans, DpSpan, middle).end >= offset)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

static void
append_rounded (GtkSnapshot *snapshot,
                const GdkRGBA *colour,
                float x,
                float y,
                float width,
                float height,
                float radius)
{
  GskRoundedRect box;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, width, height);

  gsk_rounded_rect_init_from_rect (&box, &bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_item (DpArticleStyle *self,
               GtkTextView *view,
               const GtkTextIter *start,
               const GdkRGBA *colour,
               GtkSnapshot *snapshot)
{
  GdkRectangle box;
  const float size = (float) MAX (pixels (self, 0.3), 4);
  const float away = (float) pixels (self, 0.75);
  float x;

  gtk_text_view_get_iter_location (view, start, &box);
  if (self->direction == GTK_TEXT_DIR_RTL)
    x = (float) MAX (box.x, box.x + box.width) + away - size;
  else
    x = (float) MIN (box.x, box.x + box.width) - away;
  append_rounded (snapshot, colour, x, (float) box.y + ((float) box.height - size) / 2, size, size, size / 2);
}

static void
snapshot_quote (DpArticleStyle *self,
                GtkTextView *view,
                int top,
                int height,
                const GdkRGBA *colour,
                GtkSnapshot *snapshot)
{
  int edge = gtk_text_view_get_left_margin (view);

  if (self->direction == GTK_TEXT_DIR_RTL)
    edge = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view) - 3;
  append_rounded (snapshot, colour, (float) edge, (float) top, 3, (float) height, 1.5f);
}

/* The line below a row, whose text ends at @bottom; the next row is as far from it. */
static void
snapshot_row (DpArticleStyle *self,
              GtkTextView *view,
              int bottom,
              const GdkRGBA *colour,
              GtkSnapshot *snapshot)
{
  int left = gtk_text_view_get_left_margin (view);
  int right = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view);
  graphene_rect_t line = GRAPHENE_RECT_INIT ((float) left, (float) (bottom + pixels (self, BETWEEN_ITEMS) / 2), (float) (right - left), 1);

  gtk_snapshot_append_color (snapshot, colour, &line);
}

static void
snapshot_block (DpArticleStyle *self,
                GtkTextView *view,
                const DpBlock *block,
                DpSpan span,
                gboolean is_last,
                GtkSnapshot *snapshot)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  GdkRGBA colour;
  int top, bottom, height;

  if (block->kind != DP_BLOCK_QUOTE && block->kind != DP_BLOCK_LIST_ITEM && block->kind != DP_BLOCK_PREFORMATTED &&
      block->kind != DP_BLOCK_TABLE_ROW)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &colour);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span.end);
  gtk_text_view_get_line_yrange (view, &start, &top, NULL);
  gtk_text_view_get_line_yrange (view, &end, &bottom, &height);
  bottom += height - pixels (self, BETWEEN_BLOCKS);

  if (block->kind == DP_BLOCK_LIST_ITEM)
    {
      colour.alpha *= 0.6f;
      snapshot_item (self, view, &start, &colour, snapshot);
    }
  else if (block->kind == DP_BLOCK_QUOTE)
    {
      colour.alpha *= 0.25f;
      snapshot_quote (self, view, top, bottom - top, &colour, snapshot);
    }
  else if (block->kind == DP_BLOCK_TABLE_ROW)
    {
      colour.alpha *= block->level > 0 ? 0.4f : 0.12f;
      snapshot_row (self, view, bottom + pixels (self, is_last ? 0 : BETWEEN_BLOCKS - BETWEEN_ITEMS), &colour, snapshot);
    }
  else
    {
      int left = gtk_text_view_get_left_margin (view);
      int right = gtk_widget_get_width (GTK_WIDGET (view)) - gtk_text_view_get_right_margin (view);

      colour.alpha *= 0.05f;
      append_rounded (snapshot, &colour, (float) left, (float) top - 6, (float) (right - left), (float) (bottom - top) + 12, 6);
    }
}

void
dp_article_style_snapshot (DpArticleStyle *self,
                           GtkTextView *view,
                           DpArticle *article,
                           GtkSnapshot *snapshot)
{
  GPtrArray *blocks = dp_article_get_blocks (article);
  GArray *spans = dp_article_get_block_spans (article);
  GdkRectangle visible;
  GtkTextIter top, bottom;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &top, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &bottom, visible.y + visible.height, NULL);
  for (guint i = find_block (spans, (guint) gtk_text_iter_get_offset (&top)); i < blocks->len; i++)
    {
      DpSpan span = g_array_index (spans, DpSpan, i);

      if (span.start > (guint) gtk_text_iter_get_offset (&bottom))
        break;
      snapshot_block (self, view, g_ptr_array_index (blocks, i), span, !is_row (blocks, i + 1), snapshot);
    }
}
