/* dp-article-adder.c: one more article for a case: from a link, or pasted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-article-adder.h"

#include <string.h>

#include <glib/gi18n.h>

#include "intake/dp-intake.h"

struct _DpArticleAdder
{
  AdwWindow parent_instance;

  DpSession *session;        /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): while something is on its way */

  GtkTextBuffer *buffer;
  GtkWidget *view;
  GtkWidget *spinner;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (DpArticleAdder, dp_article_adder, ADW_TYPE_WINDOW)

static void
show_state (DpArticleAdder *self,
            const char *problem)
{
  gboolean is_busy = self->cancellable != NULL;

  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_label_set_label (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *problem != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "adder.add", !is_busy);
}

static gboolean
add (DpArticleAdder *self,
     DpIntakeResult *result,
     GError **error)
{
  if (!dp_case_file_seal (dp_session_get_file (self->session), result->bytes, error))
    return FALSE;

  dp_history_begin (dp_session_get_history (self->session), _ ("Add an article"));
  dp_case_add_article (dp_session_get_case (self->session), result->article);
  dp_history_end (dp_session_get_history (self->session));
  dp_session_set_article (self->session, result->article);
  return TRUE;
}

static void
taken_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DpArticleAdder) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpIntakeResult) intake_result = dp_intake_finish (DP_INTAKE (source), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (intake_result != NULL && add (self, intake_result, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_state (self, error->message);
}

static void
add_action (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  DpArticleAdder *self = DP_ARTICLE_ADDER (widget);
  DpIntake *intake = dp_workbench_get_intake (dp_session_get_workbench (self->session));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE));
  if (*text == '\0')
    return;
  self->cancellable = g_cancellable_new ();
  show_state (self, "");
  /* One line without a space is an address. */
  if (strpbrk (text, " \t\n") == NULL)
    {
      dp_intake_link_async (intake, text, NULL, NULL, self->cancellable, taken_cb, g_object_ref (self));
    }
  else
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      dp_intake_data_async (intake, bytes, "text/plain; charset=utf-8", NULL, "clipboard", self->cancellable, taken_cb, g_object_ref (self));
    }
}

static gboolean
dp_article_adder_close_request (GtkWindow *window)
{
  g_cancellable_cancel (DP_ARTICLE_ADDER (window)->cancellable);

  return GTK_WINDOW_CLASS (dp_article_adder_parent_class)->close_request (window);
}

static void
dp_article_adder_dispose (GObject *object)
{
  DpArticleAdder *self = DP_ARTICLE_ADDER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_article_adder_parent_class)->dispose (object);
}

static void
dp_article_adder_class_init (DpArticleAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_article_adder_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dp_article_adder_close_request;

  gtk_widget_class_install_action (widget_class, "adder.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-article-adder.ui");
  gtk_widget_class_bind_template_child (widget_class, DpArticleAdder, buffer);
  gtk_widget_class_bind_template_child (widget_class, DpArticleAdder, view);
  gtk_widget_class_bind_template_child (widget_class, DpArticleAdder, spinner);
  gtk_widget_class_bind_template_child (widget_class, DpArticleAdder, problem);
}

static void
dp_article_adder_init (DpArticleAdder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_state (self, "");
}

GtkWindow *
dp_article_adder_new (DpSession *session)
{
  DpArticleAdder *self = g_object_new (DP_TYPE_ARTICLE_ADDER, NULL);

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  gtk_widget_grab_focus (self->view);
  return GTK_WINDOW (self);
}
