/* dp-article-view-attach.c: comments on, and evidence for, what stands in the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <glib/gi18n.h>

#include "app/dp-comments.h"
#include "app/dp-phrases.h"
#include "app/dp-picker.h"

/* Comments. */

static void
first_comment_cb (DpArticleView *self,
                  const char *text)
{
  DpHighlight *highlight;

  if (self->session == NULL || self->article == NULL)
    return;
  dp_history_begin (dp_session_get_history (self->session), _ ("Comment"));
  highlight = dp_article_view_take_target (self, &self->target);
  if (highlight != NULL)
    dp_session_add_comment (self->session, highlight, text);
  dp_history_end (dp_session_get_history (self->session));
}

static void
comments_closed_cb (DpArticleView *self)
{
  dp_comments_set_target (DP_COMMENTS (self->comments), NULL, NULL);
}

static void
comment (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);

  if (!dp_article_view_get_target (self, &self->target))
    return;
  gtk_popover_popdown (self->bar);
  dp_comments_set_target (DP_COMMENTS (self->comments), self->session, self->target.highlight);
  dp_article_view_point_at (self, self->comments_popover, self->target.span);
  gtk_popover_popup (self->comments_popover);
  gtk_widget_grab_focus (self->comments);
}

/* Evidence. What bears on the passage already is gone to; the rest of what the case has is attached. */

static DpPickerItem *
item_for_evidence (DpEvidence *evidence,
                   const char *highlight_id)
{
  DpStance stance = highlight_id != NULL ? dp_evidence_get_stance (evidence, highlight_id) : DP_STANCE_NONE;
  g_autofree char *heading = dp_evidence_dup_heading (evidence);
  const char *says = stance == DP_STANCE_NONE ? _ ("Attach it: it undermines the passage") : dp_stance_get_label (stance);

  return dp_picker_item_new (heading, says, DP_TYPE_EVIDENCE, evidence);
}

static void
add_offer (GPtrArray *items,
           const char *query,
           const char *title,
           const char *action)
{
  const char *actions[] = { action, NULL };

  if (dp_picker_matches (query, title))
    g_ptr_array_add (items, dp_picker_item_new (title, NULL, G_TYPE_STRV, actions));
}

static GPtrArray *
search_evidence (const char *query,
                 gpointer data)
{
  DpArticleView *self = data;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *id = self->target.highlight != NULL ? dp_highlight_get_id (self->target.highlight) : NULL;
  GListModel *list;
  guint n;

  if (self->session == NULL)
    return items;
  list = dp_case_list_evidence (dp_session_get_case (self->session));
  n = g_list_model_get_n_items (list);
  for (guint there = 0; there < 2; there++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (DpEvidence) evidence = g_list_model_get_item (list, i);
        g_autofree char *heading = dp_evidence_dup_heading (evidence);
        gboolean bears = id != NULL && dp_evidence_get_stance (evidence, id) != DP_STANCE_NONE;

        if (bears == (there == 0) && dp_picker_matches (query, heading))
          g_ptr_array_add (items, item_for_evidence (evidence, id));
      }
  add_offer (items, query, _ ("New source"), "case.add-source");
  add_offer (items, query, _ ("New ranking"), "case.add-ranking");
  return items;
}

static void
attach (DpArticleView *self,
        DpEvidence *evidence)
{
  DpHighlight *highlight;

  dp_history_begin (dp_session_get_history (self->session), _ ("Attach evidence"));
  highlight = dp_article_view_take_target (self, &self->target);
  if (highlight != NULL && dp_evidence_get_stance (evidence, dp_highlight_get_id (highlight)) == DP_STANCE_NONE)
    {
      dp_evidence_set_stance (evidence, dp_highlight_get_id (highlight), DP_STANCE_UNDERMINES);
      dp_session_toast (self->session, _ ("Attached: it undermines the passage"), _ ("Undo"), "history.undo");
    }
  dp_history_end (dp_session_get_history (self->session));
  dp_session_set_evidence (self->session, evidence);
  gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "evidence");
}

static void
evidence_picked_cb (DpArticleView *self,
                    DpPickerItem *item)
{
  gpointer value = dp_picker_item_get_value (item);

  gtk_popover_popdown (self->evidence_popover);
  if (self->session == NULL || self->article == NULL)
    return;
  if (dp_picker_item_holds (item, DP_TYPE_EVIDENCE))
    attach (self, value);
  else if (dp_article_view_take_target (self, &self->target) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), *(char **) value, NULL);
}

static void
evidence (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);

  if (!dp_article_view_get_target (self, &self->target))
    return;
  gtk_popover_popdown (self->bar);
  if (g_list_model_get_n_items (dp_case_list_evidence (dp_session_get_case (self->session))) == 0)
    {
      if (dp_article_view_take_target (self, &self->target) != NULL)
        gtk_widget_activate_action (widget, "case.add-source", NULL);
      return;
    }
  dp_article_view_point_at (self, self->evidence_popover, self->target.span);
  gtk_popover_popup (self->evidence_popover);
  dp_picker_restart (DP_PICKER (self->evidence_picker));
  gtk_widget_grab_focus (self->evidence_picker);
}

void
dp_article_view_install_attach_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "highlight.comment", NULL, comment);
  gtk_widget_class_install_action (widget_class, "highlight.evidence", NULL, evidence);
}

GtkPopover *
dp_article_view_add_popover (DpArticleView *self,
                             GtkWidget *child,
                             int width)
{
  GtkPopover *popover = GTK_POPOVER (gtk_popover_new ());

  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  gtk_popover_set_child (popover, child);
  gtk_widget_set_size_request (GTK_WIDGET (popover), width, -1);
  gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (self));
  return popover;
}

void
dp_article_view_add_popovers (DpArticleView *self)
{
  self->comments = dp_comments_new ();
  self->comments_popover = dp_article_view_add_popover (self, self->comments, 320);
  g_signal_connect_swapped (self->comments, "first", G_CALLBACK (first_comment_cb), self);
  g_signal_connect_swapped (self->comments, "done", G_CALLBACK (gtk_popover_popdown), self->comments_popover);
  g_signal_connect_swapped (self->comments_popover, "closed", G_CALLBACK (comments_closed_cb), self);

  self->evidence_picker = g_object_new (DP_TYPE_PICKER, "placeholder", _ ("Evidence to attach or to go to"), "nothing-found", _ ("No evidence of this case fits"), NULL);
  self->evidence_popover = dp_article_view_add_popover (self, self->evidence_picker, 320);
  dp_picker_set_search (DP_PICKER (self->evidence_picker), search_evidence, self);
  g_signal_connect_swapped (self->evidence_picker, "picked", G_CALLBACK (evidence_picked_cb), self);
}

void
dp_article_view_remove_popovers (DpArticleView *self)
{
  if (self->evidence_picker != NULL)
    dp_picker_set_search (DP_PICKER (self->evidence_picker), NULL, NULL);
  self->evidence_picker = NULL;
  self->comments = NULL;
  if (self->comments_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->comments_popover));
  if (self->evidence_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->evidence_popover));
  self->comments_popover = NULL;
  self->evidence_popover = NULL;
}
