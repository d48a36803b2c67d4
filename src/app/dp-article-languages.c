/* dp-article-languages.c: the languages of an article's blocks, for the choice of its letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-languages.h"

#define PREFIX "language-"

/* Arabic letters have small bodies and long strokes: at the size of Latin ones they tire the eye. */
#define ARABIC_SCALE 1.15

static double
get_scale (const char *language)
{
  static const char *const arabic[] = { "ar", "fa", "ur", "ps", "ckb", "ug", "sd", NULL };
  g_auto (GStrv) parts = g_strsplit (language, "-", 2);

  return parts[0] != NULL && g_strv_contains (arabic, parts[0]) ? ARABIC_SCALE : 1;
}

static GtkTextTag *
get_tag (GtkTextBuffer *buffer,
         const char *language)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  g_autofree char *name = g_strconcat (PREFIX, language, NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);

  if (tag != NULL)
    return tag;
  tag = gtk_text_tag_new (name);
  g_object_set (tag, "insert-hyphens", FALSE, NULL);
  if (*language != '\0')
    g_object_set (tag, "language", language, NULL);
  if (get_scale (language) != 1)
    g_object_set (tag, "scale", get_scale (language), NULL);
  gtk_text_tag_table_add (table, tag);
  g_object_unref (tag);
  return tag; /* kept by the table */
}

static void
remove_tag (GtkTextTag *tag,
            gpointer buffer)
{
  g_autofree char *name = NULL;
  GtkTextIter start, end;

  g_object_get (tag, "name", &name, NULL);
  if (name == NULL || !g_str_has_prefix (name, PREFIX))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
}

/* Line by line, without the line breaks: see dp-article-style.c. */
static void
apply (GtkTextBuffer *buffer,
       GtkTextTag *tag,
       DpSpan span)
{
  GtkTextIter line, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &line, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span.end);
  while (gtk_text_iter_compare (&line, &end) < 0)
    {
      GtkTextIter line_end = line;

      if (!gtk_text_iter_ends_line (&line_end))
        gtk_text_iter_forward_to_line_end (&line_end);
      gtk_text_buffer_apply_tag (buffer, tag, &line, &line_end);
      if (!gtk_text_iter_forward_line (&line))
        return;
    }
}

void
dp_article_languages_apply (GtkTextBuffer *buffer,
                            DpArticle *article)
{
  GPtrArray *blocks;
  GArray *spans;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (DP_IS_ARTICLE (article));

  blocks = dp_article_get_blocks (article);
  spans = dp_article_get_block_spans (article);
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer), remove_tag, buffer);
  for (guint i = 0; i < blocks->len; i++)
    {
      const DpBlock *block = g_ptr_array_index (blocks, i);
      const char *language = block->language != NULL && *block->language != '\0' ? block->language : dp_article_get_language (article);

      apply (buffer, get_tag (buffer, language), g_array_index (spans, DpSpan, i));
    }
}
