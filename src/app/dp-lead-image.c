/* dp-lead-image.c: the lead image of an article, which is loaded only when somebody asks for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-lead-image.h"

#include <glib/gi18n.h>

#include "base/dp-file.h"
#include "intake/dp-intake.h"
#include "intake/dp-link.h"

/* As many pixels as no photograph in an article has: a small file can say that it is as large as a town. */
#define MOST_PIXELS (100 * 1000 * 1000)
/* The longest sides that are of use in a reading column. */
#define MOST_WIDTH 1400
#define MOST_HEIGHT 900
#define CHUNK (64 * 1024)

struct _DpLeadImage
{
  AdwBin parent_instance;

  DpSession *session;    /* (owned) (nullable) */
  GSignalGroup *follow;  /* (owned): of the article */
  GCancellable *loading; /* (owned) (nullable): while it comes from the web, or is read and decoded */
  char *shown;           /* (owned) (nullable): the digest of the image in the picture */

  GtkStack *stack;
  GtkLabel *place;
  GtkLabel *problem;
  GtkPicture *picture;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (DpLeadImage, dp_lead_image, ADW_TYPE_BIN)

static DpArticle *
get_article (DpLeadImage *self)
{
  g_autoptr (DpArticle) article = g_signal_group_dup_target (self->follow);

  return article; /* kept by the session */
}

static void
stop (DpLeadImage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
show_page (DpLeadImage *self,
           const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lead-image.load", g_str_equal (name, "offer"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lead-image.stop", g_str_equal (name, "loading"));
}

static void
show_problem (DpLeadImage *self,
              const char *problem)
{
  gtk_label_set_text (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *problem != '\0');
}

/* -- From the sealed copy to the screen -- */

typedef struct
{
  DpSealed *sealed;
  GFile *folder;
} Kept;

static void
kept_free (Kept *self)
{
  dp_sealed_free (self->sealed);
  g_object_unref (self->folder);
  g_free (self);
}

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int width,
                  int height,
                  gboolean *is_too_large)
{
  double share = MIN (MIN ((double) MOST_WIDTH / MAX (width, 1), (double) MOST_HEIGHT / MAX (height, 1)), 1);

  *is_too_large = (gint64) width * height > MOST_PIXELS;
  if (*is_too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * share), 1), MAX ((int) (height * share), 1));
}

static GdkTexture *
decode (GBytes *bytes,
        GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean is_too_large = FALSE, is_ok = TRUE;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &is_too_large);
  for (gsize at = 0; at < size && is_ok && !is_too_large; at += CHUNK)
    is_ok = gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), error);
  if (!gdk_pixbuf_loader_close (loader, is_ok && !is_too_large ? error : NULL))
    is_ok = FALSE;
  if (is_too_large)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("This image is larger than can be shown here."));
      return NULL;
    }
  pixbuf = is_ok ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (pixbuf == NULL)
    {
      g_clear_error (error);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The image is kept with the case, and cannot be shown here."));
      return NULL;
    }
  return gdk_texture_new_for_pixbuf (pixbuf);
}

static void
read_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  Kept *kept = task_data;
  g_autoptr (GFile) file = dp_sealed_get_file (kept->sealed, kept->folder);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture = NULL;
  GError *error = NULL;

  if (dp_sealed_check (kept->sealed, kept->folder, &error))
    bytes = dp_file_read (file, DP_INTAKE_MAX_SIZE, cancellable, &error);
  if (bytes != NULL)
    texture = decode (bytes, &error);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  DpLeadImage *self = DP_LEAD_IMAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);
  Kept *kept = g_task_get_task_data (G_TASK (result));

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->loading);
  gtk_picture_set_paintable (self->picture, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_label_set_text (self->caption, error != NULL ? error->message : gtk_label_get_text (self->place));
  g_free (self->shown);
  self->shown = g_strdup (kept->sealed->sha256);
  show_page (self, "picture");
}

static void
read_kept (DpLeadImage *self,
           const DpSealed *sealed)
{
  Kept *kept = g_new0 (Kept, 1);
  g_autoptr (GTask) task = NULL;

  kept->sealed = dp_sealed_copy (sealed);
  kept->folder = g_object_ref (dp_case_file_get_folder (dp_session_get_file (self->session)));
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, read_cb, NULL);
  g_task_set_source_tag (task, read_kept);
  g_task_set_task_data (task, kept, (GDestroyNotify) kept_free);
  g_task_run_in_thread (task, read_thread);
}

/* -- What is to be seen -- */

static void
update (DpLeadImage *self)
{
  DpArticle *article = get_article (self);
  const DpSealed *sealed = article != NULL ? dp_article_get_sealed_image (article) : NULL;
  const char *link = article != NULL ? dp_article_get_image (article) : "";
  g_autofree char *host = *link != '\0' ? dp_link_dup_display_host (link) : NULL;

  if (sealed != NULL && g_strcmp0 (self->shown, sealed->sha256) == 0)
    return;
  stop (self);
  g_clear_pointer (&self->shown, g_free);
  gtk_picture_set_paintable (self->picture, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), sealed != NULL || *link != '\0');
  gtk_label_set_text (self->place, host != NULL ? host : "");
  gtk_label_set_text (self->caption, "");
  show_problem (self, "");
  show_page (self, sealed != NULL ? "picture" : "offer");
  if (sealed != NULL)
    read_kept (self, sealed);
}

/* -- Asking for it -- */

static void
keep (DpLeadImage *self,
      DpArticle *article,
      DpIntakeImage *image)
{
  DpHistory *history = dp_session_get_history (self->session);
  g_autoptr (GError) error = NULL;

  if (!dp_case_file_seal (dp_session_get_file (self->session), image->bytes, &error))
    {
      show_problem (self, error->message);
      show_page (self, "offer");
      return;
    }
  dp_history_begin (history, _ ("Keep the lead image"));
  dp_article_set_sealed_image (article, image->sealed);
  dp_history_end (history);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (DpLeadImage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpIntakeImage) image = dp_intake_image_finish (DP_INTAKE (source), result, &error);
  DpArticle *article = get_article (self);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->loading);
  if (image == NULL)
    {
      show_problem (self, error->message);
      show_page (self, "offer");
    }
  else if (article != NULL)
    keep (self, article, image);
}

static void
load_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpLeadImage *self = DP_LEAD_IMAGE (widget);
  DpArticle *article = get_article (self);

  if (article == NULL || self->loading != NULL)
    return;
  self->loading = g_cancellable_new ();
  show_problem (self, "");
  show_page (self, "loading");
  dp_intake_image_async (dp_workbench_get_intake (dp_session_get_workbench (self->session)),
                         dp_article_get_image (article),
                         dp_article_get_link (article),
                         self->loading,
                         loaded_cb,
                         g_object_ref (self));
}

static void
stop_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpLeadImage *self = DP_LEAD_IMAGE (widget);

  stop (self);
  show_page (self, "offer");
}

static void
remove_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpLeadImage *self = DP_LEAD_IMAGE (widget);
  DpArticle *article = get_article (self);

  if (article == NULL)
    return;
  dp_history_begin (dp_session_get_history (self->session), _ ("Take the lead image away"));
  dp_article_set_sealed_image (article, NULL);
  dp_history_end (dp_session_get_history (self->session));
}

static void
dp_lead_image_dispose (GObject *object)
{
  DpLeadImage *self = DP_LEAD_IMAGE (object);

  stop (self);
  g_clear_object (&self->follow);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (dp_lead_image_parent_class)->dispose (object);
}

static void
dp_lead_image_class_init (DpLeadImageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_lead_image_dispose;

  gtk_widget_class_install_action (widget_class, "lead-image.load", NULL, load_action);
  gtk_widget_class_install_action (widget_class, "lead-image.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "lead-image.remove", NULL, remove_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-lead-image.ui");
  gtk_widget_class_bind_template_child (widget_class, DpLeadImage, stack);
  gtk_widget_class_bind_template_child (widget_class, DpLeadImage, place);
  gtk_widget_class_bind_template_child (widget_class, DpLeadImage, problem);
  gtk_widget_class_bind_template_child (widget_class, DpLeadImage, picture);
  gtk_widget_class_bind_template_child (widget_class, DpLeadImage, caption);
}

static void
dp_lead_image_init (DpLeadImage *self)
{
  self->follow = g_signal_group_new (DP_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->follow, "notify::image", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->follow, "notify::sealed-image", G_CALLBACK (update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
dp_lead_image_set_article (DpLeadImage *self,
                           DpSession *session,
                           DpArticle *article)
{
  g_return_if_fail (DP_IS_LEAD_IMAGE (self));
  g_return_if_fail (session == NULL || DP_IS_SESSION (session));
  g_return_if_fail (article == NULL || DP_IS_ARTICLE (article));

  if (self->session == session && get_article (self) == article)
    return;
  g_clear_pointer (&self->shown, g_free);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->follow, article);
  update (self);
}
