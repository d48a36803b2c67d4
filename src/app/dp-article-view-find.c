/* dp-article-view-find.c: find words in the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <glib/gi18n.h>

static guint
get_caret (DpArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return (guint) gtk_text_iter_get_offset (&start);
}

/* Folding takes a while with a long text, so it is done once. */
static DpTextSearch *
get_search (DpArticleView *self)
{
  if (self->search == NULL)
    self->search = dp_text_search_new (dp_article_get_text (self->article));
  return self->search;
}

void
dp_article_view_forget_search (DpArticleView *self)
{
  g_clear_pointer (&self->search, dp_text_search_free);
  dp_article_text_set_found (self->text, NULL);
  gtk_label_set_text (self->find_label, "");
}

/* Selected as plain text: Enter in the article highlights it then. */
static void
show_match (DpArticleView *self,
            GArray *found,
            guint index)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  DpSpan span = g_array_index (found, DpSpan, index);
  GtkTextIter start, end;
  g_autofree char *label = NULL;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span.end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  dp_article_view_hide_cursor (self);
  dp_article_text_scroll_to (self->text, span);

  /* Translators: which of the places found is shown */
  label = g_strdup_printf (_ ("%u of %u"), index + 1, found->len);
  gtk_label_set_text (self->find_label, label);
}

static void
find_from (DpArticleView *self,
           guint offset,
           gboolean backwards)
{
  const char *letters = gtk_editable_get_text (GTK_EDITABLE (self->find_entry));
  g_autoptr (GArray) found = NULL;
  guint index = 0;

  if (self->article == NULL)
    return;
  found = dp_text_search_find (get_search (self), letters);
  dp_article_text_set_found (self->text, found);
  if (found->len == 0)
    {
      gtk_label_set_text (self->find_label, *letters != '\0' ? _ ("Not found") : "");
      return;
    }

  while (index < found->len && g_array_index (found, DpSpan, index).start < offset)
    index++;
  if (backwards)
    index = index > 0 ? index - 1 : found->len - 1;
  show_match (self, found, index % found->len);
}

void
dp_article_view_find_changed_cb (DpArticleView *self)
{
  find_from (self, get_caret (self), FALSE);
}

void
dp_article_view_find_next_cb (DpArticleView *self)
{
  find_from (self, get_caret (self) + 1, FALSE);
}

void
dp_article_view_find_previous_cb (DpArticleView *self)
{
  find_from (self, get_caret (self), TRUE);
}

void
dp_article_view_find_stop_cb (DpArticleView *self)
{
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  dp_article_view_forget_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
dp_article_view_find (DpArticleView *self)
{
  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (self->find_entry);
}
