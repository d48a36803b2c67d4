/* dp-article-limits.c: paragraphs that no window could lay out whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-limits.h"

/* Code points without a space that are broken at any letter. Scripts without spaces lose nothing by it: there
 * lines break at any letter anyway, but for signs that must not begin one. */
#define LONGEST_WORD 400
/* Marks on one letter that are drawn. */
#define MOST_MARKS 64

static GtkTextTag *
get_tag (GtkTextBuffer *buffer,
         const char *name)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);

  if (tag != NULL)
    return tag;
  tag = gtk_text_tag_new (name);
  gtk_text_tag_table_add (table, tag);
  g_object_unref (tag);
  return tag; /* kept by the table */
}

static gboolean
has_long_word (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n = g_unichar_isspace (g_utf8_get_char (p)) ? 0 : n + 1;
      if (n > LONGEST_WORD)
        return TRUE;
    }
  return FALSE;
}

static void
apply (GtkTextBuffer *buffer,
       GtkTextTag *tag,
       guint from,
       guint to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) to);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}

static GtkTextTag *
get_hiding_tag (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = get_tag (buffer, "too-long");

  g_object_set (tag, "invisible", TRUE, NULL);
  return tag;
}

/* Of marks by the thousand on one letter those that nobody could tell apart. */
static gboolean
hide_marks (GtkTextBuffer *buffer,
            const char *text,
            guint start)
{
  gboolean has_hidden = FALSE;
  guint at = 0;
  guint n = 0;

  for (const char *p = text;; p = g_utf8_next_char (p), at++)
    {
      if (*p != '\0' && g_unichar_ismark (g_utf8_get_char (p)))
        {
          n++;
          continue;
        }
      if (n > MOST_MARKS)
        {
          apply (buffer, get_hiding_tag (buffer), start + at - n + MOST_MARKS, start + at);
          has_hidden = TRUE;
        }
      n = 0;
      if (*p == '\0')
        return has_hidden;
    }
}

guint
dp_article_limits_apply (GtkTextBuffer *buffer,
                         DpArticle *article)
{
  GPtrArray *blocks;
  GArray *spans;
  guint n = 0;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), 0);
  g_return_val_if_fail (DP_IS_ARTICLE (article), 0);

  blocks = dp_article_get_blocks (article);
  spans = dp_article_get_block_spans (article);
  for (guint i = 0; i < blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (blocks, i);
      DpSpan span = g_array_index (spans, DpSpan, i);
      gboolean is_cut = block->length > MOST_MARKS && hide_marks (buffer, block->text, span.start);

      if (block->length > LONGEST_WORD && has_long_word (block->text))
        {
          GtkTextTag *tag = get_tag (buffer, "long-word");

          g_object_set (tag, "wrap-mode", GTK_WRAP_CHAR, NULL);
          apply (buffer, tag, span.start, span.end);
        }
      if (block->length > DP_ARTICLE_LONGEST_SHOWN)
        {
          apply (buffer, get_hiding_tag (buffer), span.start + DP_ARTICLE_LONGEST_SHOWN, span.end);
          is_cut = TRUE;
        }
      n += is_cut;
    }
  return n;
}
