/* dp-article-view-target.c: what a key or a button of the article view is meant for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

/* Also among those whose narratives are hidden: one passage is not highlighted twice. */
static DpHighlight *
find_exact (DpArticleView *self,
            DpSpan span)
{
  DpPlacedHighlight *passage = dp_placed_highlights_find_span (self->passages, span);

  return passage != NULL ? passage->highlight : NULL;
}

DpHighlight *
dp_article_view_highlight_span (DpArticleView *self,
                                DpSpan span)
{
  DpHighlight *highlight = find_exact (self, span);

  if (highlight == NULL)
    {
      self->is_selecting = TRUE;
      highlight = dp_session_add_highlight (self->session, span);
      self->is_selecting = FALSE;
    }
  dp_article_view_select (self, highlight);
  return highlight;
}

DpHighlight *
dp_article_view_pick (DpArticleView *self,
                      guint offset)
{
  g_autoptr (GPtrArray) there = dp_placed_highlights_list_at (self->passages, (DpSpan){ offset, offset + 1 });
  DpHighlight *selected = dp_session_get_highlight (self->session);

  if (there->len == 0)
    return NULL;
  /* Again on the same place takes the next of those that lie over each other. */
  for (guint i = 0; i < there->len; i++)
    if (((DpPlacedHighlight *) g_ptr_array_index (there, i))->highlight == selected)
      return ((DpPlacedHighlight *) g_ptr_array_index (there, (i + 1) % there->len))->highlight;
  return ((DpPlacedHighlight *) g_ptr_array_index (there, 0))->highlight;
}

DpSpan
dp_article_view_get_selection (DpArticleView *self)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), &start, &end))
    return (DpSpan){ 0, 0 };
  return (DpSpan){ (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
}

void
dp_article_view_clear_selection (DpArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

DpPlacedHighlight *
dp_article_view_get_selected (DpArticleView *self)
{
  DpHighlight *highlight = self->session != NULL ? dp_session_get_highlight (self->session) : NULL;

  return highlight != NULL ? dp_placed_highlights_find (self->passages, highlight) : NULL;
}

/* What is selected as text; else the sentences of the keyboard, or the highlight that is selected there;
 * else the highlight that is selected. */
gboolean
dp_article_view_get_target (DpArticleView *self,
                            DpTarget *target)
{
  DpPlacedHighlight *selected = dp_article_view_get_selected (self);

  *target = (DpTarget){ NULL, { 0, 0 } };
  if (self->session == NULL || self->article == NULL)
    return FALSE;

  target->span = dp_article_view_get_selection (self);
  if (target->span.start >= target->span.end)
    {
      if (self->shows_cursor)
        target->span = dp_sentence_cursor_get_span (&self->cursor, dp_article_get_sentences (self->article));
      if (selected != NULL && (!self->shows_cursor || (selected->start < target->span.end && selected->end > target->span.start)))
        {
          target->span = (DpSpan){ selected->start, selected->end };
          target->highlight = selected->highlight;
        }
    }
  if (target->highlight == NULL && target->span.start < target->span.end)
    target->highlight = find_exact (self, target->span);
  return target->span.start < target->span.end;
}

DpHighlight *
dp_article_view_take_target (DpArticleView *self,
                             const DpTarget *target)
{
  DpSpan selection = dp_article_view_get_selection (self);

  if (selection.start < selection.end)
    dp_article_view_clear_selection (self);
  /* It may be gone since. */
  if (target->highlight != NULL && dp_placed_highlights_find (self->passages, target->highlight) != NULL)
    {
      dp_article_view_select (self, target->highlight);
      return target->highlight;
    }
  if (target->span.end > dp_offsets_get_n_chars (dp_article_get_offsets (self->article)))
    return NULL;
  return dp_article_view_highlight_span (self, target->span);
}
