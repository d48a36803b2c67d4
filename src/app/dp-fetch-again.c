/* dp-fetch-again.c: fetch the page of an article anew, and see what changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-fetch-again.h"

#include <glib/gi18n.h>

#include "app/dp-compare-view.h"
#include "app/dp-versions.h"
#include "app/dp-wrap-layout.h"

struct _DpFetchAgain
{
  AdwWindow parent_instance;

  /* Input. */
  DpSession *session; /* (owned) (nullable) */
  DpArticle *article; /* (owned) (nullable) */
  /* In progress. */
  GCancellable *cancellable; /* (owned) (nullable) */
  /* Results. */
  DpArticle *taken; /* (owned) (nullable) */

  GtkStack *stack;
  AdwStatusPage *busy;
  AdwStatusPage *failed;
  AdwStatusPage *same;
  DpCompareView *compare;
  GtkWidget *take_button;
};

G_DEFINE_FINAL_TYPE (DpFetchAgain, dp_fetch_again, ADW_TYPE_WINDOW)

static void
show_page (DpFetchAgain *self,
           const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "again.take", g_str_equal (name, "changed"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "again.retry", g_str_equal (name, "failed"));
}

static void
show_problem (DpFetchAgain *self,
              const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed, markup);
  show_page (self, "failed");
}

static void
show_same (DpFetchAgain *self,
           gboolean is_same_bytes)
{
  adw_status_page_set_description (self->same, is_same_bytes ? _ ("The page is the very same, byte for byte.") : _ ("The text is the same; the page around it changed. The new copy is kept beside the old one."));
  show_page (self, "same");
}

static char *
dup_old_heading (DpFetchAgain *self)
{
  const DpSealed *sealed = dp_article_get_sealed (self->article);
  g_autofree char *when = sealed != NULL ? dp_versions_dup_when (sealed) : g_strdup ("");

  if (*when == '\0')
    return g_strdup (_ ("As it is in the case"));
  /* Translators: a date and a time */
  return g_strdup_printf (_ ("As it is in the case, received %s"), when);
}

static void
show_changes (DpFetchAgain *self)
{
  g_autofree char *when = dp_versions_dup_when (dp_article_get_sealed (self->taken));
  g_autofree char *old_heading = dup_old_heading (self);
  /* Translators: a date and a time */
  g_autofree char *new_heading = g_strdup_printf (_ ("As it is now, received %s"), when);

  dp_compare_view_set_texts (self->compare, old_heading, dp_article_get_text (self->article), new_heading, dp_article_get_text (self->taken));
  show_page (self, "changed");
  gtk_widget_grab_focus (self->take_button);
}

static void
received (DpFetchAgain *self,
          DpIntakeResult *result)
{
  const DpSealed *old = dp_article_get_sealed (self->article);
  const DpSealed *sealed = dp_article_get_sealed (result->article);
  gboolean is_same_bytes = old != NULL && g_str_equal (old->sha256, sealed->sha256);
  g_autoptr (GError) error = NULL;

  if (!is_same_bytes && !dp_versions_keep (self->session, self->article, result, &error))
    {
      show_problem (self, error->message);
      return;
    }
  g_set_object (&self->taken, result->article);
  if (g_str_equal (dp_article_get_text (self->article), dp_article_get_text (self->taken)))
    show_same (self, is_same_bytes);
  else
    show_changes (self);
}

static void
fetched_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (DpFetchAgain) self = DP_FETCH_AGAIN (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpIntakeResult) intake_result = dp_intake_finish (DP_INTAKE (source), result, &error);

  /* The window may be gone. */
  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (intake_result == NULL)
    show_problem (self, error->message);
  else
    received (self, intake_result);
}

static void
fetch (DpFetchAgain *self)
{
  DpIntake *intake = dp_workbench_get_intake (dp_session_get_workbench (self->session));
  const char *link = dp_article_get_link (self->article);
  g_autofree char *markup = g_markup_escape_text (link, -1);

  adw_status_page_set_description (self->busy, markup);
  show_page (self, "busy");
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  dp_intake_link_async (intake, link, NULL, NULL, self->cancellable, fetched_cb, g_object_ref (self));
}

static void
retry_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  fetch (DP_FETCH_AGAIN (widget));
}

static void
take_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpFetchAgain *self = DP_FETCH_AGAIN (widget);

  dp_versions_take (self->session, self->article, self->taken);
  gtk_window_close (GTK_WINDOW (self));
}

static void
dp_fetch_again_dispose (GObject *object)
{
  DpFetchAgain *self = DP_FETCH_AGAIN (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->taken);
  g_clear_object (&self->article);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_fetch_again_parent_class)->dispose (object);
}

/* What is under way holds the window: it is let go when the window is closed, not when it ends. */
static gboolean
dp_fetch_again_close_request (GtkWindow *window)
{
  g_cancellable_cancel (DP_FETCH_AGAIN (window)->cancellable);

  return GTK_WINDOW_CLASS (dp_fetch_again_parent_class)->close_request (window);
}

static void
dp_fetch_again_class_init (DpFetchAgainClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_fetch_again_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dp_fetch_again_close_request;

  gtk_widget_class_install_action (widget_class, "again.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "again.take", NULL, take_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (DP_TYPE_COMPARE_VIEW);
  g_type_ensure (DP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-fetch-again.ui");
  gtk_widget_class_bind_template_child (widget_class, DpFetchAgain, stack);
  gtk_widget_class_bind_template_child (widget_class, DpFetchAgain, busy);
  gtk_widget_class_bind_template_child (widget_class, DpFetchAgain, failed);
  gtk_widget_class_bind_template_child (widget_class, DpFetchAgain, same);
  gtk_widget_class_bind_template_child (widget_class, DpFetchAgain, compare);
  gtk_widget_class_bind_template_child (widget_class, DpFetchAgain, take_button);
}

static void
dp_fetch_again_init (DpFetchAgain *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
dp_fetch_again_new (DpSession *session,
                    DpArticle *article)
{
  DpFetchAgain *self = g_object_new (DP_TYPE_FETCH_AGAIN, NULL);

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);
  g_return_val_if_fail (DP_IS_ARTICLE (article), NULL);

  self->session = g_object_ref (session);
  self->article = g_object_ref (article);
  fetch (self);
  return GTK_WINDOW (self);
}
