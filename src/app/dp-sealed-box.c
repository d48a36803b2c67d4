/* dp-sealed-box.c: what is known of the sealed copy of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-sealed-box.h"

#include <glib/gi18n.h>

#include "app/dp-phrases.h"

struct _DpSealedBox
{
  AdwBin parent_instance;

  DpSession *session;   /* (owned) (nullable) */
  GSignalGroup *follow; /* (owned): of the article */
  GtkWidget *none;
  GtkWidget *facts;
  AdwActionRow *when;
  AdwActionRow *where;
  AdwActionRow *what;
  AdwActionRow *digest;
  GtkWidget *headers_row;
  GtkLabel *headers;
};

G_DEFINE_FINAL_TYPE (DpSealedBox, dp_sealed_box, ADW_TYPE_BIN)

static const DpSealed *
get_sealed (DpSealedBox *self)
{
  g_autoptr (DpArticle) article = g_signal_group_dup_target (self->follow);

  return article != NULL ? dp_article_get_sealed (article) : NULL;
}

static char *
dup_where (const DpSealed *sealed)
{
  if (g_str_equal (sealed->origin, "clipboard"))
    return g_strdup (_ ("The clipboard"));
  if (*sealed->final_link != '\0')
    /* Translators: a page that was asked for at one address and came from another */
    return g_strdup_printf (_ ("%s, which led to %s"), sealed->link, sealed->final_link);
  return g_strdup (sealed->link);
}

static void
show_headers (DpSealedBox *self,
              const DpSealed *sealed)
{
  GString *headers = g_string_new (NULL);

  if (sealed->status != 0)
    g_string_append_printf (headers, "HTTP %u", sealed->status);
  for (guint i = 0; sealed->headers != NULL && sealed->headers[i] != NULL && sealed->headers[i + 1] != NULL; i += 2)
    g_string_append_printf (headers, "%s%s: %s", headers->len > 0 ? "\n" : "", sealed->headers[i], sealed->headers[i + 1]);
  gtk_label_set_label (self->headers, headers->str);
  gtk_widget_set_visible (self->headers_row, headers->len > 0);
  g_string_free (headers, TRUE);
}

static void
set_subtitle (AdwActionRow *row,
              const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (row, markup);
}

static void
show (DpSealedBox *self)
{
  const DpSealed *sealed = get_sealed (self);
  g_autoptr (GDateTime) retrieved = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *when = NULL;
  g_autofree char *where = NULL;
  g_autofree char *size = NULL;
  g_autofree char *what = NULL;
  g_autofree char *digest = NULL;

  gtk_widget_set_visible (self->none, sealed == NULL);
  gtk_widget_set_visible (self->facts, sealed != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sealed.copy-digest", sealed != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sealed.check", sealed != NULL);
  if (sealed == NULL)
    return;

  retrieved = g_date_time_new_from_iso8601 (sealed->retrieved, NULL);
  local = retrieved != NULL ? g_date_time_to_local (retrieved) : NULL;
  when = local != NULL ? g_date_time_format (local, "%x, %X") : g_strdup (sealed->retrieved);
  set_subtitle (self->when, when);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->when), sealed->retrieved);
  where = dup_where (sealed);
  set_subtitle (self->where, where);
  size = g_format_size (sealed->size);
  what = dp_phrase_join (size, sealed->media_type, NULL);
  set_subtitle (self->what, what);
  digest = g_strdup_printf ("%.16s…", sealed->sha256);
  set_subtitle (self->digest, digest);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->digest), sealed->sha256);
  show_headers (self, sealed);
}

static void
copy_digest_action (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  DpSealedBox *self = DP_SEALED_BOX (widget);
  const DpSealed *sealed = get_sealed (self);

  if (sealed == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), sealed->sha256);
  dp_session_toast (self->session, _ ("SHA-256 copied"), NULL, NULL);
}

static void
check_thread (GTask *task,
              gpointer source,
              gpointer task_data,
              GCancellable *cancellable)
{
  GFile *folder = g_object_get_data (G_OBJECT (task), "folder");
  GError *error = NULL;

  if (dp_sealed_check (task_data, folder, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  DpSealedBox *self = DP_SEALED_BOX (source);
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    dp_session_toast (self->session, _ ("The sealed copy is as it was received"), NULL, NULL);
  else
    dp_session_toast (self->session, error->message, NULL, NULL);
}

static void
check_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpSealedBox *self = DP_SEALED_BOX (widget);
  const DpSealed *sealed = get_sealed (self);
  g_autoptr (GTask) task = NULL;

  if (sealed == NULL)
    return;
  task = g_task_new (self, NULL, checked_cb, NULL);
  g_task_set_source_tag (task, check_action);
  g_task_set_task_data (task, dp_sealed_copy (sealed), (GDestroyNotify) dp_sealed_free);
  g_object_set_data_full (G_OBJECT (task), "folder", g_object_ref (dp_case_file_get_folder (dp_session_get_file (self->session))), g_object_unref);
  g_task_run_in_thread (task, check_thread);
}

static void
dp_sealed_box_dispose (GObject *object)
{
  DpSealedBox *self = DP_SEALED_BOX (object);

  g_clear_object (&self->follow);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_sealed_box_parent_class)->dispose (object);
}

static void
dp_sealed_box_class_init (DpSealedBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_sealed_box_dispose;

  gtk_widget_class_install_action (widget_class, "sealed.copy-digest", NULL, copy_digest_action);
  gtk_widget_class_install_action (widget_class, "sealed.check", NULL, check_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-sealed-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DpSealedBox, none);
  gtk_widget_class_bind_template_child (widget_class, DpSealedBox, facts);
  gtk_widget_class_bind_template_child (widget_class, DpSealedBox, when);
  gtk_widget_class_bind_template_child (widget_class, DpSealedBox, where);
  gtk_widget_class_bind_template_child (widget_class, DpSealedBox, what);
  gtk_widget_class_bind_template_child (widget_class, DpSealedBox, digest);
  gtk_widget_class_bind_template_child (widget_class, DpSealedBox, headers_row);
  gtk_widget_class_bind_template_child (widget_class, DpSealedBox, headers);
}

static void
dp_sealed_box_init (DpSealedBox *self)
{
  self->follow = g_signal_group_new (DP_TYPE_ARTICLE);
  g_signal_group_connect_swapped (self->follow, "notify::sealed", G_CALLBACK (show), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dp_sealed_box_set_article (DpSealedBox *self,
                           DpSession *session,
                           DpArticle *article)
{
  g_return_if_fail (DP_IS_SEALED_BOX (self));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->follow, article);
  show (self);
}
