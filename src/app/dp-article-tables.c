/* dp-article-tables.c: tables in an article's text, their columns below each other by tab stops
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-tables.h"

#include <math.h>
#include <string.h>

#define MOST_COLUMNS 64
/* Of one table; the others are as wide as these. */
#define MOST_MEASURED_ROWS 300

/* Shares of the text's size. */
#define GAP 1.2
#define LEAST_CELL 3.0

struct _DpArticleTables
{
  GtkTextTagTable *table; /* (unowned) */
  GtkTextTag *head;
  GPtrArray *tags; /* (element-type GtkTextTag): one for each table */

  /* What they were made for. */
  GtkTextBuffer *buffer; /* (owned) (nullable) */
  GPtrArray *blocks;     /* (owned) (nullable) */
  int width;
  int size;
};

typedef struct
{
  guint n;
  int widths[MOST_COLUMNS];
} Columns;

DpArticleTables *
dp_article_tables_new (GtkTextTagTable *tags)
{
  DpArticleTables *self = g_new0 (DpArticleTables, 1);
  g_autoptr (GtkTextTag) head = gtk_text_tag_new ("table-head");

  g_object_set (head, "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_tag_table_add (tags, head);
  self->head = head; /* kept by the table */
  self->table = tags;
  self->tags = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static void
forget (DpArticleTables *self)
{
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  for (guint i = 0; i < self->tags->len; i++)
    gtk_text_tag_table_remove (self->table, g_ptr_array_index (self->tags, i));
  g_ptr_array_set_size (self->tags, 0);
}

void
dp_article_tables_free (DpArticleTables *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->buffer);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_ptr_array_unref (self->tags);
  g_free (self);
}

static const DpBlock *
get_block (GPtrArray *blocks,
           guint index)
{
  return g_ptr_array_index (blocks, index);
}

/* The first block behind the table that begins with @start. */
static guint
find_end (GPtrArray *blocks,
          guint start)
{
  guint end = start + 1;

  while (end < blocks->len && get_block (blocks, end)->kind == DP_BLOCK_TABLE_ROW &&
         !(get_block (blocks, end)->level > 0 && get_block (blocks, end - 1)->level == 0))
    end++;
  return end;
}

static void
measure_row (Columns *columns,
             PangoLayout *layout,
             const DpBlock *row)
{
  g_auto (GStrv) cells = g_strsplit (row->text, "\t", MOST_COLUMNS);
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();

  if (row->level > 0)
    pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, bold);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      int width = 0;

      if (*cells[i] != '\0')
        {
          pango_layout_set_text (layout, cells[i], -1);
          pango_layout_get_pixel_size (layout, &width, NULL);
        }
      columns->widths[i] = MAX (columns->widths[i], width);
      columns->n = MAX (columns->n, i + 1);
    }
}

static int
get_total (const Columns *columns,
           int most,
           int gap)
{
  int total = 0;

  for (guint i = 0; i < columns->n; i++)
    total += MIN (columns->widths[i], most) + (i + 1 < columns->n ? gap : 0);
  return total;
}

/* As much as fits for each column; FALSE if that is less than one of them needs. */
static gboolean
fit (Columns *columns,
     int width,
     int gap,
     int least)
{
  int low = least, high = width;

  if (get_total (columns, G_MAXINT, gap) <= width)
    return TRUE;
  while (low < high)
    {
      int middle = low + (high - low + 1) / 2;

      if (get_total (columns, middle, gap) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  for (guint i = 0; i < columns->n; i++)
    columns->widths[i] = MIN (columns->widths[i], low);
  return FALSE;
}

static GtkTextTag *
make_tag (DpArticleTables *self,
          Columns *columns)
{
  int gap = (int) round (self->size * GAP);
  gboolean fits = fit (columns, self->width, gap, (int) round (self->size * LEAST_CELL));
  g_autoptr (PangoTabArray) stops = pango_tab_array_new ((int) columns->n, TRUE);
  GtkTextTag *tag = gtk_text_tag_new (NULL);
  int stop = 0;

  for (guint i = 0; i < columns->n; i++)
    {
      stop += columns->widths[i] + gap;
      pango_tab_array_set_tab (stops, (int) i, PANGO_TAB_LEFT, stop);
    }
  g_object_set (tag, "tabs", stops, NULL);
  if (!fits)
    g_object_set (tag, "indent", -gap, NULL);
  gtk_text_tag_table_add (self->table, tag);
  g_ptr_array_add (self->tags, tag);
  return tag;
}

static void
apply_to_row (GtkTextBuffer *buffer,
              GtkTextTag *tag,
              DpSpan span)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span.end);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}

static void
add_table (DpArticleTables *self,
           PangoLayout *layout,
           GArray *spans,
           guint start,
           guint end)
{
  Columns columns = { 0 };
  GtkTextTag *tag;

  for (guint i = start; i < end && i < start + MOST_MEASURED_ROWS; i++)
    measure_row (&columns, layout, get_block (self->blocks, i));
  tag = make_tag (self, &columns);
  for (guint i = start; i < end; i++)
    {
      apply_to_row (self->buffer, tag, g_array_index (spans, DpSpan, i));
      if (get_block (self->blocks, i)->level > 0)
        apply_to_row (self->buffer, self->head, g_array_index (spans, DpSpan, i));
    }
}

void
dp_article_tables_update (DpArticleTables *self,
                          GtkTextView *view,
                          GtkTextBuffer *buffer,
                          DpArticle *article,
                          int width,
                          int size)
{
  GPtrArray *blocks = article != NULL ? dp_article_get_blocks (article) : NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (self->buffer == buffer && self->blocks == blocks && self->width == width && self->size == size)
    return;
  forget (self);
  if (blocks == NULL)
    return;

  self->buffer = g_object_ref (buffer);
  self->blocks = g_ptr_array_ref (blocks);
  self->width = width;
  self->size = size;
  for (guint i = 0, end; i < blocks->len; i = end)
    {
      end = i + 1;
      if (get_block (blocks, i)->kind != DP_BLOCK_TABLE_ROW)
        continue;
      end = find_end (blocks, i);
      if (layout == NULL)
        layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
      add_table (self, layout, dp_article_get_block_spans (article), i, end);
    }
}
