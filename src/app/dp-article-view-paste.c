/* dp-article-view-paste.c: put an article into a case that has none yet, pasted or dropped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-view-private.h"

#include <glib/gi18n.h>

#include "app/dp-transfer.h"

typedef struct
{
  DpArticleView *view;       /* (owned) */
  DpSession *session;        /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GdkDrop *drop;             /* (owned) (nullable): NULL if it was pasted */
} Pasting;

static void
pasting_free (Pasting *pasting)
{
  g_object_unref (pasting->view);
  g_object_unref (pasting->session);
  g_object_unref (pasting->cancellable);
  g_clear_object (&pasting->drop);
  g_free (pasting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasting, pasting_free)

/* Whether it still matters what comes of it: it was not stopped, and the case has not been left. */
static gboolean
is_wanted (Pasting *pasting)
{
  return pasting->view->pasting == pasting->cancellable && pasting->view->session == pasting->session;
}

static void
finish (Pasting *pasting,
        const char *problem)
{
  g_clear_object (&pasting->view->pasting);
  dp_article_view_show_state (pasting->view);
  if (problem != NULL)
    dp_session_toast (pasting->session, problem, NULL, NULL);
}

static void
taken_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (Pasting) pasting = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpIntakeResult) taken = dp_intake_finish (DP_INTAKE (source), result, &error);
  gboolean has_focus;

  if (!is_wanted (pasting))
    return;
  has_focus = gtk_widget_get_focus_child (GTK_WIDGET (pasting->view)) != NULL;
  if (taken == NULL || !dp_session_take_article (pasting->session, taken->article, taken->bytes, &error))
    {
      finish (pasting, error->message);
      return;
    }
  finish (pasting, NULL);
  dp_session_toast (pasting->session, _ ("The article is in the case"), _ ("Undo"), "history.undo");
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (pasting->view));
}

static void
take (Pasting *pasting,
      DpTransfer *transfer)
{
  DpIntake *intake = dp_workbench_get_intake (dp_session_get_workbench (pasting->session));
  GCancellable *cancellable = pasting->cancellable;
  gboolean is_drop = pasting->drop != NULL;

  if (transfer->files != NULL)
    dp_intake_file_async (intake, g_ptr_array_index (transfer->files, 0), is_drop ? "drop" : "file", cancellable, taken_cb, pasting);
  else if (transfer->link != NULL)
    dp_intake_link_async (intake, transfer->link, NULL, NULL, cancellable, taken_cb, pasting);
  else
    dp_intake_data_async (intake, transfer->data, transfer->media_type, transfer->source, is_drop ? "drop" : "clipboard", cancellable, taken_cb, pasting);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (Pasting) pasting = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTransfer) transfer = dp_transfer_read_finish (result, &error);

  if (pasting->drop != NULL)
    gdk_drop_finish (pasting->drop, transfer != NULL ? GDK_ACTION_COPY : 0);
  if (!is_wanted (pasting))
    return;
  if (transfer != NULL)
    take (g_steal_pointer (&pasting), transfer);
  else if (pasting->drop == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    finish (pasting, _ ("The clipboard holds neither text nor a link nor a file"));
  else
    finish (pasting, error->message);
}

/* (transfer full) (nullable): NULL if this is not the time for it */
static Pasting *
begin (DpArticleView *self)
{
  Pasting *pasting;

  if (self->session == NULL || self->pasting != NULL)
    return NULL;

  self->pasting = g_cancellable_new ();
  pasting = g_new0 (Pasting, 1);
  pasting->view = g_object_ref (self);
  pasting->session = g_object_ref (self->session);
  pasting->cancellable = g_object_ref (self->pasting);
  dp_article_view_show_state (self);
  return pasting;
}

static void
paste_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);
  Pasting *pasting = begin (self);

  if (pasting != NULL)
    dp_transfer_read_clipboard_async (gtk_widget_get_clipboard (widget), self->pasting, read_cb, pasting);
}

static gboolean
drop_cb (DpArticleView *self,
         GdkDrop *drop)
{
  Pasting *pasting = begin (self);

  if (pasting == NULL)
    return FALSE;

  pasting->drop = g_object_ref (drop);
  dp_transfer_read_drop_async (drop, self->pasting, read_cb, pasting);
  return TRUE;
}

/* Nothing is dropped over a text. */
static gboolean
accept_cb (DpArticleView *self,
           GdkDrop *drop,
           GtkDropTargetAsync *target)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty") &&
         gdk_content_formats_match (gdk_drop_get_formats (drop), gtk_drop_target_async_get_formats (target));
}

/* On the view and not on the page that says there is no text: GTK does not tell what has gone meanwhile
 * that a drag is over. */
void
dp_article_view_add_drop_target (DpArticleView *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (dp_transfer_dup_formats (), GDK_ACTION_COPY | GDK_ACTION_MOVE | GDK_ACTION_LINK);

  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
stop_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DpArticleView *self = DP_ARTICLE_VIEW (widget);

  if (self->pasting != NULL)
    g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
  dp_article_view_show_state (self);
  gtk_widget_grab_focus (widget);
}

void
dp_article_view_install_paste_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "article.stop", NULL, stop_action);

  /* Only while there is no text: the action is off otherwise. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "article.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "article.paste", NULL);
}
