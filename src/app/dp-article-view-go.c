/* dp-article-view-go.c: from sentence to sentence, and on to the next highlight, gap or claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <glib/gi18n.h>

static GArray *
get_sentences (DpArticleView *self)
{
  return dp_article_get_sentences (self->article);
}

static guint
get_index (DpArticleView *self,
           guint offset)
{
  return (guint) MAX (dp_sentences_index_at (get_sentences (self), offset), 0);
}

/* The first whole sentence in view. */
static guint
get_first (DpArticleView *self)
{
  DpSpan visible = dp_article_text_get_visible_span (self->text);
  int index = dp_sentences_index_at (get_sentences (self), visible.start);

  if (index < 0)
    return 0;
  return (guint) index + (g_array_index (get_sentences (self), DpSpan, index).start < visible.start ? 1 : 0);
}

/* Where the keyboard comes from when it was not used last: the highlight that is selected and in view, so
 * that a step leads on from it. */
static void
begin (DpArticleView *self,
       int step)
{
  DpPlacedHighlight *selected = dp_article_view_get_selected (self);
  DpSpan visible = dp_article_text_get_visible_span (self->text);
  guint first, last;

  dp_sentence_cursor_clear (&self->cursor);
  if (selected == NULL || selected->start >= visible.end || selected->end <= visible.start)
    return;
  first = get_index (self, selected->start);
  last = get_index (self, selected->end - 1);
  dp_sentence_cursor_set (&self->cursor, get_sentences (self), step > 0 ? first : last, FALSE);
  dp_sentence_cursor_set (&self->cursor, get_sentences (self), step > 0 ? last : first, TRUE);
}

void
dp_article_view_move (DpArticleView *self,
                      int step,
                      gboolean extend)
{
  if (self->session == NULL || self->article == NULL)
    return;

  if (!self->shows_cursor)
    begin (self, step);
  dp_sentence_cursor_move (&self->cursor, get_sentences (self), step, extend, get_first (self));
  dp_article_view_cursor_moved (self);
}

/* Farther on. */

/* Where it goes on from, in code points: from what the keyboard or the selection stands on; -1 before
 * all when that is what is in view. */
static gint64
get_place (DpArticleView *self,
           int step)
{
  DpTarget target;

  if (dp_article_view_get_target (self, &target))
    return target.span.start;
  return (gint64) dp_article_text_get_visible_span (self->text).start - (step > 0 ? 1 : 0);
}

static void
show_highlight (DpArticleView *self,
                DpPlacedHighlight *passage)
{
  dp_article_view_clear_selection (self);
  dp_article_view_hide_cursor (self);
  dp_article_view_select (self, passage->highlight);
  dp_article_text_scroll_to (self->text, (DpSpan){ passage->start, passage->end });
  dp_article_view_describe (self);
}

typedef gboolean (*DpPassageTest) (DpPlacedHighlight *passage,
                                   gpointer data);

static gboolean
is_any (DpPlacedHighlight *passage,
        gpointer data)
{
  return TRUE;
}

static gboolean
has_claim (DpPlacedHighlight *passage,
           gpointer claimed)
{
  return g_hash_table_contains (claimed, dp_highlight_get_id (passage->highlight));
}

/* Beginning behind the one that is selected, round the article, and to that one itself at last. */
static DpPlacedHighlight *
find_passage (DpArticleView *self,
              int step,
              DpPassageTest test,
              gpointer data)
{
  GPtrArray *all = dp_placed_highlights_get_all (self->passages);
  DpPlacedHighlight *selected = dp_article_view_get_selected (self);
  gint64 place = get_place (self, step);
  guint at = 0;
  guint n = all->len;

  if (n == 0)
    return NULL;
  /* @at: the one before which, or behind which, the search begins. */
  if (selected == NULL || !g_ptr_array_find (all, selected, &at))
    {
      while (at < n && ((DpPlacedHighlight *) g_ptr_array_index (all, at))->start <= place)
        at++;
      at = step > 0 ? at + n - 1 : at;
    }
  for (guint i = 1; i <= n; i++)
    {
      DpPlacedHighlight *passage = g_ptr_array_index (all, (step > 0 ? at + i : at + 2 * n - i) % n);

      if (test (passage, data))
        return passage;
    }
  return NULL;
}

static gboolean
has_narrative (DpPlacedHighlight *passage,
               gpointer id)
{
  if (*(const char *) id == '\0')
    return passage->narratives->len == 0;
  return dp_highlight_has_narrative (passage->highlight, id);
}

static void
go_to_narrative (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  DpPlacedHighlight *passage;

  if (self->session == NULL || self->article == NULL)
    return;
  dp_placed_highlights_set_hidden (self->passages, id, FALSE);
  passage = find_passage (self, 1, has_narrative, (gpointer) id);
  if (passage != NULL)
    show_highlight (self, passage);
}

static gboolean
go_to_highlight (DpArticleView *self,
                 int step)
{
  DpPlacedHighlight *passage = find_passage (self, step, is_any, NULL);

  if (passage == NULL)
    return FALSE;
  show_highlight (self, passage);
  return TRUE;
}

static gboolean
go_to_claim (DpArticleView *self,
             int step)
{
  GListModel *claims = dp_case_list_claims (dp_session_get_case (self->session));
  g_autoptr (GHashTable) claimed = g_hash_table_new (g_str_hash, g_str_equal);
  DpPlacedHighlight *passage;

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (DpClaim) claim = g_list_model_get_item (claims, i);

      for (const char *const *id = dp_claim_get_highlights (claim); *id != NULL; id++)
        g_hash_table_add (claimed, (gpointer) *id);
    }
  passage = find_passage (self, step, has_claim, claimed);
  if (passage == NULL)
    return FALSE;
  show_highlight (self, passage);
  return TRUE;
}

/* (transfer full): for each sentence whether a highlight touches it */
static GArray *
list_coded (DpArticleView *self)
{
  GArray *sentences = get_sentences (self);
  GPtrArray *all = dp_placed_highlights_get_all (self->passages);
  GArray *coded = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), sentences->len);

  g_array_set_size (coded, sentences->len);
  for (guint i = 0; i < all->len; i++)
    {
      DpPlacedHighlight *passage = g_ptr_array_index (all, i);

      for (guint n = get_index (self, passage->start); n < sentences->len && g_array_index (sentences, DpSpan, n).start < passage->end; n++)
        if (g_array_index (sentences, DpSpan, n).end > passage->start)
          g_array_index (coded, gboolean, n) = TRUE;
    }
  return coded;
}

/* The first sentence of the next run that nothing is highlighted in. */
static gboolean
go_to_gap (DpArticleView *self,
           int step)
{
  GArray *sentences = get_sentences (self);
  g_autoptr (GArray) coded = list_coded (self);
  gint64 n = sentences->len;
  gint64 at;

  if (n == 0)
    return FALSE;
  at = dp_sentences_index_at (sentences, (guint) MAX (get_place (self, step), 0));
  if (self->shows_cursor)
    at = self->cursor.head;
  else if (dp_article_view_get_selected (self) == NULL)
    at -= step;
  for (gint64 i = 1; i <= n; i++)
    {
      gint64 index = (at + step * i + 2 * n) % n;
      gboolean begins = !g_array_index (coded, gboolean, index) && (index == 0 || g_array_index (coded, gboolean, index - 1));

      if (!begins)
        continue;
      dp_article_view_clear_selection (self);
      dp_sentence_cursor_set (&self->cursor, sentences, (guint) index, FALSE);
      dp_article_view_cursor_moved (self);
      return TRUE;
    }
  return FALSE;
}

static void
go (GtkWidget *widget,
    const char *name,
    GVariant *parameter)
{
  static const struct
  {
    const char *where;
    gboolean (*func) (DpArticleView *self,
                      int step);
    int step;
    const char *none;
  } ways[] = {
    { "next-highlight", go_to_highlight, 1, N_ ("Nothing is highlighted yet") },
    { "previous-highlight", go_to_highlight, -1, N_ ("Nothing is highlighted yet") },
    { "next-gap", go_to_gap, 1, N_ ("Something is highlighted in every sentence") },
    { "previous-gap", go_to_gap, -1, N_ ("Something is highlighted in every sentence") },
    { "next-claim", go_to_claim, 1, N_ ("No highlight carries a claim yet") },
    { "previous-claim", go_to_claim, -1, N_ ("No highlight carries a claim yet") },
  };
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  const char *where = g_variant_get_string (parameter, NULL);

  if (self->session == NULL || self->article == NULL)
    return;
  gtk_popover_popdown (self->bar);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].where, where) && !ways[i].func (self, ways[i].step))
      dp_session_toast (self->session, _ (ways[i].none), NULL, NULL);
}

void
dp_article_view_install_go_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.go", "s", go);
  gtk_widget_class_install_action (widget_class, "article.go-narrative", "s", go_to_narrative);
}
