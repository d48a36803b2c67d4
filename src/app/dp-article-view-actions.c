/* dp-article-view-actions.c: what keys and buttons do in the article view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <glib/gi18n.h>

/* What the bar and the popovers point at, in coordinates of the view; FALSE when it is not in view. */
static gboolean
get_target_box (DpArticleView *self,
                DpSpan span,
                GdkRectangle *box)
{
  double x, y;

  *box = dp_article_text_get_box (self->text, span);
  if (box->width <= 0)
    return FALSE;
  gtk_widget_translate_coordinates (GTK_WIDGET (self->text), GTK_WIDGET (self), box->x, box->y, &x, &y);
  box->x = (int) x;
  box->y = (int) y;
  return TRUE;
}

void
dp_article_view_point_at (DpArticleView *self,
                          GtkPopover *popover,
                          DpSpan span)
{
  GdkRectangle box;

  gtk_popover_set_pointing_to (popover, get_target_box (self, span, &box) ? &box : NULL);
}

static void
add (GtkWidget *widget,
     const char *name,
     GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  DpSpan span;

  if (self->session == NULL || self->article == NULL)
    return;

  span = dp_article_view_get_selection (self);
  if (span.start < span.end)
    dp_article_view_clear_selection (self);
  else if (self->shows_cursor)
    span = dp_sentence_cursor_get_span (&self->cursor, dp_article_get_sentences (self->article));
  if (span.start < span.end)
    dp_article_view_highlight_span (self, span);
}

static void
remove_highlight (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  DpHighlight *highlight = self->session != NULL ? dp_session_get_highlight (self->session) : NULL;

  if (highlight != NULL)
    dp_session_remove_highlight (self->session, highlight);
}

/* A highlight comes to be only when a narrative is chosen: who thinks better of it leaves nothing. */
static void
tag (GtkWidget *widget,
     const char *name,
     GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);

  if (!dp_article_view_get_target (self, &self->target))
    return;
  gtk_popover_popdown (self->bar);
  dp_article_view_point_at (self, GTK_POPOVER (self->narratives), self->target.span);
  dp_narrative_popover_open (self->narratives, self->session, self->target.highlight);
}

static void
tag_or_untag (DpArticleView *self,
              const DpTarget *target,
              DpNarrative *narrative)
{
  DpHighlight *highlight;

  dp_history_begin (dp_session_get_history (self->session), _ ("Tag with a narrative"));
  highlight = dp_article_view_take_target (self, target);
  if (highlight != NULL && dp_highlight_has_narrative (highlight, dp_narrative_get_id (narrative)))
    dp_session_untag (self->session, highlight, dp_narrative_get_id (narrative));
  else if (highlight != NULL)
    dp_session_tag (self->session, highlight, narrative);
  dp_history_end (dp_session_get_history (self->session));
}

void
dp_article_view_narrative_chosen_cb (DpArticleView *self,
                                     DpNarrative *narrative)
{
  if (self->session == NULL || self->article == NULL)
    return;
  tag_or_untag (self, &self->target, narrative);
  self->target.highlight = dp_session_get_highlight (self->session);
  dp_narrative_popover_set_highlight (self->narratives, self->target.highlight);
}

void
dp_article_view_technique_chosen_cb (DpArticleView *self,
                                     const char *tag)
{
  DpHighlight *highlight;

  if (self->session == NULL || self->article == NULL)
    return;
  dp_history_begin (dp_session_get_history (self->session), _ ("Tag with a technique"));
  highlight = dp_article_view_take_target (self, &self->target);
  if (highlight != NULL)
    dp_session_toggle_technique (self->session, highlight, tag);
  dp_history_end (dp_session_get_history (self->session));
  self->target.highlight = dp_session_get_highlight (self->session);
  dp_narrative_popover_set_highlight (self->narratives, self->target.highlight);
}

/* The same key again takes it away. */
static void
tag_recent (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  int key = g_variant_get_int32 (parameter);
  g_autoptr (DpNarrative) narrative = NULL;
  DpTarget target;

  if (key < 1 || !dp_article_view_get_target (self, &target))
    return;
  narrative = g_list_model_get_item (dp_workbench_list_recent_narratives (dp_session_get_workbench (self->session)), (guint) key - 1);
  if (narrative != NULL)
    tag_or_untag (self, &target, narrative);
}

static void
claim (GtkWidget *widget,
       const char *name,
       GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  DpHighlight *highlight;
  DpTarget target;

  if (!dp_article_view_get_target (self, &target))
    return;
  dp_history_begin (dp_session_get_history (self->session), _ ("Add claim"));
  highlight = dp_article_view_take_target (self, &target);
  if (highlight != NULL)
    dp_session_add_claim (self->session, highlight);
  dp_history_end (dp_session_get_history (self->session));
  if (highlight != NULL)
    gtk_widget_activate_action (widget, "case.page", "s", "claims");
}

static void
next (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  dp_article_view_move (DP_ARTICLE_VIEW (widget), 1, FALSE);
}

static void
previous (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  dp_article_view_move (DP_ARTICLE_VIEW (widget), -1, FALSE);
}

static void
find (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  dp_article_view_find (DP_ARTICLE_VIEW (widget));
}

static void
copy_quotation (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  DpTarget target;

  if (!dp_article_view_get_target (self, &target))
    return;
  dp_quotation_copy (gtk_widget_get_clipboard (widget), self->article, target.span);
  dp_session_toast (self->session, _ ("Copied with its source"), NULL, NULL);
}

void
dp_article_view_update_actions (DpArticleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_text = self->article != NULL && *dp_article_get_text (self->article) != '\0';
  gboolean has_selected = self->session != NULL && dp_session_get_highlight (self->session) != NULL;
  gboolean has_selection = gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));
  const struct
  {
    const char *name;
    gboolean is_enabled;
  } actions[] = {
    { "highlight.add", has_text && (has_selection || self->shows_cursor) },
    { "highlight.remove", has_selected },
    { "highlight.tag", has_text && (has_selection || self->shows_cursor || has_selected) },
    { "highlight.tag-recent", has_text && (has_selection || self->shows_cursor || has_selected) },
    { "highlight.claim", has_text && (has_selection || self->shows_cursor || has_selected) },
    { "highlight.comment", has_text && (has_selection || self->shows_cursor || has_selected) },
    { "highlight.evidence", has_text && (has_selection || self->shows_cursor || has_selected) },
    { "article.copy-quotation", has_text && (has_selection || self->shows_cursor || has_selected) },
    { "article.paragraph-language", has_text },
    { "highlight.next", has_text },
    { "highlight.previous", has_text },
    { "article.find", has_text },
    { "article.go", has_text },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, actions[i].is_enabled);
}

void
dp_article_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "highlight.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "highlight.remove", NULL, remove_highlight);
  gtk_widget_class_install_action (widget_class, "highlight.tag", NULL, tag);
  gtk_widget_class_install_action (widget_class, "highlight.tag-recent", "i", tag_recent);
  gtk_widget_class_install_action (widget_class, "highlight.claim", NULL, claim);
  gtk_widget_class_install_action (widget_class, "highlight.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "highlight.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "article.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "article.copy-quotation", NULL, copy_quotation);
}
