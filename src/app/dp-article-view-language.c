/* dp-article-view-language.c: the language of a paragraph, found or chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <glib/gi18n.h>

#include "app/dp-picker.h"
#include "text/dp-language.h"
#include "text/dp-sentences.h"

static DpPickerItem *
item_new (const char *title,
          const char *subtitle,
          const char *tag)
{
  const char *tags[] = { tag, NULL };

  return dp_picker_item_new (title, subtitle, G_TYPE_STRV, tags);
}

static const DpBlock *
get_block (DpArticleView *self,
           guint nth)
{
  return g_ptr_array_index (dp_article_get_blocks (self->article), nth);
}

/* What the paragraph is in when nobody chooses; and whether its words were asked, or the article was. */
static DpPickerItem *
item_for_none (DpArticleView *self)
{
  const DpBlock *block = get_block (self, self->language_first);
  const char *of_article = dp_article_get_language (self->article);
  g_autofree char *found = dp_sentences_dup_language (block->text, -1, of_article);
  g_autofree char *name = dp_language_dup_name (found);
  g_autofree char *title = NULL;
  const char *says;

  if (*found == '\0')
    title = g_strdup (_ ("Like the article"));
  else if (g_str_equal (found, of_article))
    /* Translators: of a paragraph; "Like the article: German" */
    title = g_strdup_printf (_ ("Like the article: %s"), name);
  else
    /* Translators: of a paragraph; "By its words: German" */
    title = g_strdup_printf (_ ("By its words: %s"), name);
  if (*block->language != '\0')
    says = g_str_equal (found, of_article) ? _ ("Take the choice back") : _ ("Take the choice back; this is a guess");
  else
    says = g_str_equal (found, of_article) ? _ ("As it is read now") : _ ("As it is read now; this is a guess");
  return item_new (title, says, "");
}

static void
add_language (DpArticleView *self,
              GPtrArray *items,
              GHashTable *known,
              const char *query,
              const char *tag)
{
  g_autofree char *name = dp_language_dup_name (tag);
  gboolean is_chosen = g_str_equal (get_block (self, self->language_first)->language, tag);

  if (*tag == '\0' || !(dp_picker_matches (query, name) || g_ascii_strcasecmp (query, tag) == 0))
    return;
  if (g_hash_table_add (known, g_strdup (tag)))
    g_ptr_array_add (items, item_new (name, is_chosen ? _ ("Chosen for this paragraph") : tag, tag));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (dp_picker_item_get_title (*(DpPickerItem *const *) a), dp_picker_item_get_title (*(DpPickerItem *const *) b));
}

/* Those of the article first, then the others whose sentences are known. */
static GPtrArray *
search_languages (const char *query,
                  gpointer data)
{
  DpArticleView *self = data;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) languages = dp_sentences_list_languages ();
  g_autofree char *tag = dp_language_normalize (query);
  g_autofree char *name = dp_language_dup_name (tag);
  GPtrArray *blocks;

  if (self->session == NULL || self->article == NULL)
    return items;
  blocks = dp_article_get_blocks (self->article);
  if (self->language_first >= blocks->len)
    return items;

  if (*query == '\0')
    g_ptr_array_add (items, item_for_none (self));
  add_language (self, items, known, query, get_block (self, self->language_first)->language);
  add_language (self, items, known, query, dp_article_get_language (self->article));
  for (guint i = 0; i < blocks->len; i++)
    add_language (self, items, known, query, get_block (self, i)->language);
  for (guint i = 0; languages[i] != NULL; i++)
    add_language (self, others, known, query, languages[i]);
  g_ptr_array_sort (others, compare_names);
  g_ptr_array_extend_and_steal (items, g_steal_pointer (&others));
  /* Any other one by its code. */
  if (*tag != '\0' && !g_str_equal (name, tag))
    add_language (self, items, known, "", tag);
  return items;
}

static void
picked_cb (DpArticleView *self,
           DpPickerItem *item)
{
  gtk_popover_popdown (self->language_popover);
  if (self->session == NULL || self->article == NULL || self->language_last >= dp_article_get_blocks (self->article)->len)
    return;
  dp_history_begin (dp_session_get_history (self->session), _ ("Language of a paragraph"));
  dp_article_set_block_languages (self->article, self->language_first, self->language_last, *(char **) dp_picker_item_get_value (item));
  dp_history_end (dp_session_get_history (self->session));
}

/* The paragraphs that are selected or that the keyboard stands in, or else the one that was clicked in. */
static DpSpan
get_span (DpArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  DpSpan span = dp_article_view_get_selection (self);
  GtkTextIter iter;

  if (span.start < span.end)
    return span;
  if (self->shows_cursor)
    return dp_sentence_cursor_get_span (&self->cursor, dp_article_get_sentences (self->article));
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  span.start = (guint) gtk_text_iter_get_offset (&iter);
  span.end = span.start + 1;
  return span;
}

static void
choose_language (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  DpSpan span;

  if (self->session == NULL || self->article == NULL || dp_article_get_blocks (self->article)->len == 0)
    return;
  span = get_span (self);
  self->language_first = dp_article_get_block_at (self->article, span.start);
  self->language_last = dp_article_get_block_at (self->article, span.end - 1);

  gtk_popover_popdown (self->bar);
  dp_article_view_point_at (self, self->language_popover, g_array_index (dp_article_get_block_spans (self->article), DpSpan, self->language_first));
  gtk_popover_popup (self->language_popover);
  dp_picker_restart (DP_PICKER (self->language_picker));
  gtk_widget_grab_focus (self->language_picker);
}

void
dp_article_view_install_language_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.paragraph-language", NULL, choose_language);
}

void
dp_article_view_add_language_popover (DpArticleView *self)
{
  self->language_picker = g_object_new (DP_TYPE_PICKER, "placeholder", _ ("Language of the paragraph"), "nothing-found", _ ("Not a language. Write its code: en, de, ru, uk, ar."), NULL);
  self->language_popover = dp_article_view_add_popover (self, self->language_picker, 320);
  dp_picker_set_search (DP_PICKER (self->language_picker), search_languages, self);
  g_signal_connect_swapped (self->language_picker, "picked", G_CALLBACK (picked_cb), self);
}

void
dp_article_view_remove_language_popover (DpArticleView *self)
{
  if (self->language_picker != NULL)
    dp_picker_set_search (DP_PICKER (self->language_picker), NULL, NULL);
  self->language_picker = NULL;
  if (self->language_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->language_popover));
  self->language_popover = NULL;
}
