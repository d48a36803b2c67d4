/* dp-library-window-intake.c: the ways in: link, clipboard, drop, file, and the sample
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-library-window-private.h"

#include <glib/gi18n.h>

#include "app/dp-application.h"
#include "app/dp-intake-bar.h"
#include "app/dp-sample.h"
#include "app/dp-transfer.h"
#include "base/dp-paths.h"

/* Who drops a whole folder's files by mistake must not get a hundred cases. */
#define MAX_FILES 10

/* Jobs that are shown at a time. */
#define MOST_BARS 3

/* What is longer is hardly something to search the library for. */
#define MAX_QUERY_LENGTH 100

static void
open_case (DpLibraryWindow *self,
           DpCaseFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (DP_IS_APPLICATION (application))
    dp_application_open_file (DP_APPLICATION (application), file);
}

static void
case_made_cb (DpLibraryWindow *self,
              DpCaseFile *file)
{
  open_case (self, file);
}

static GtkWidget *
find_bar (DpLibraryWindow *self,
          DpIntakeJob *job)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->bars)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (dp_intake_bar_get_job (DP_INTAKE_BAR (child)) == job)
      return child;
  for (guint i = 0; i < self->more_bars->len; i++)
    if (dp_intake_bar_get_job (self->more_bars->pdata[i]) == job)
      return self->more_bars->pdata[i];
  return NULL;
}

static guint
count_bars (DpLibraryWindow *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->bars)); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
add_bar (DpLibraryWindow *self,
         DpIntakeJob *job)
{
  GtkWidget *bar = dp_intake_bar_new (job);

  if (count_bars (self) < MOST_BARS)
    gtk_box_append (self->bars, bar);
  else
    g_ptr_array_add (self->more_bars, g_object_ref_sink (bar));
}

/* Makes room for the next ones. */
static void
remove_bar (DpLibraryWindow *self,
            GtkWidget *bar)
{
  if (!g_ptr_array_remove (self->more_bars, bar))
    gtk_box_remove (self->bars, bar);
  while (self->more_bars->len > 0 && count_bars (self) < MOST_BARS)
    {
      gtk_box_append (self->bars, self->more_bars->pdata[0]);
      g_ptr_array_remove_index (self->more_bars, 0);
    }
}

/* (transfer full) (element-type DpIntakeJob): shown or not */
static GPtrArray *
list_jobs (DpLibraryWindow *self)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func (g_object_unref);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->bars)); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (jobs, g_object_ref (dp_intake_bar_get_job (DP_INTAKE_BAR (child))));
  for (guint i = 0; i < self->more_bars->len; i++)
    g_ptr_array_add (jobs, g_object_ref (dp_intake_bar_get_job (self->more_bars->pdata[i])));
  return jobs;
}

static void
job_state_cb (DpLibraryWindow *self,
              GParamSpec *pspec,
              DpIntakeJob *job)
{
  DpIntakeJobState state = dp_intake_job_get_state (job);
  GtkWidget *bar = find_bar (self, job);

  if ((state == DP_INTAKE_JOB_DONE || state == DP_INTAKE_JOB_CANCELLED) && bar != NULL)
    remove_bar (self, bar);
}

/* (transfer none): kept by its bar */
static DpIntakeJob *
add_job (DpLibraryWindow *self)
{
  DpIntakeJob *job = dp_intake_job_new (self->workbench);

  g_signal_connect_object (job, "case-made", G_CALLBACK (case_made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "notify::state", G_CALLBACK (job_state_cb), self, G_CONNECT_SWAPPED);
  return job;
}

static void
show_job (DpLibraryWindow *self,
          DpIntakeJob *job)
{
  if (dp_intake_job_get_state (job) != DP_INTAKE_JOB_DONE)
    add_bar (self, job);
}

void
dp_library_window_take_link (DpLibraryWindow *self,
                             const char *link)
{
  g_autoptr (DpIntakeJob) job = NULL;

  g_return_if_fail (DP_IS_LIBRARY_WINDOW (self));
  g_return_if_fail (link != NULL);

  job = add_job (self);
  dp_intake_job_take_link (job, link);
  show_job (self, job);
}

/* -- A list of links: its cases are made one after the other, and none is opened -- */

static guint
count_failed (DpLibraryWindow *self)
{
  g_autoptr (GPtrArray) jobs = list_jobs (self);
  guint n = 0;

  for (guint i = 0; i < jobs->len; i++)
    n += dp_intake_job_get_state (jobs->pdata[i]) == DP_INTAKE_JOB_FAILED;
  return n;
}

static void
show_batch (DpLibraryWindow *self)
{
  guint n_failed = count_failed (self);
  g_autofree char *text = NULL;

  /* Translators: %1$u of %2$u links were fetched */
  text = g_strdup_printf (_ ("%1$u of %2$u links fetched"), self->n_links_done, self->n_links);
  if (n_failed > 0)
    {
      g_autofree char *failed = g_strdup_printf (ngettext ("%u failed", "%u failed", n_failed), n_failed);
      char *joined = g_strdup_printf ("%s · %s", text, failed);

      g_free (text);
      text = joined;
    }
  gtk_label_set_label (self->batch_label, text);
  gtk_widget_set_visible (self->batch, self->n_links_done < self->n_links);
}

static void
batch_made_cb (DpLibraryWindow *self)
{
  self->n_cases_made++;
}

static void
batch_state_cb (DpLibraryWindow *self,
                GParamSpec *pspec,
                DpIntakeJob *job)
{
  DpIntakeJobState state = dp_intake_job_get_state (job);

  job_state_cb (self, pspec, job);
  if (state == DP_INTAKE_JOB_DONE || state == DP_INTAKE_JOB_CANCELLED)
    self->n_links_done++;
  show_batch (self);
  if (self->n_links_done == self->n_links)
    {
      /* "case-made" comes after the state. */
      guint n = self->n_cases_made + (state == DP_INTAKE_JOB_DONE);
      g_autofree char *text = g_strdup_printf (ngettext ("%u case was made", "%u cases were made", n), n);

      dp_library_window_toast (self, text);
      self->n_links = self->n_links_done = self->n_cases_made = 0;
    }
}

static void
take_links (DpLibraryWindow *self,
            char **links)
{
  if (g_strv_length (links) > DP_INTAKE_MOST_LINKS)
    {
      g_autofree char *text = g_strdup_printf (_ ("Those are %u links. At most %d at a time are fetched."), g_strv_length (links), DP_INTAKE_MOST_LINKS);

      dp_library_window_toast (self, text);
      return;
    }
  self->n_links += g_strv_length (links);
  for (guint i = 0; links[i] != NULL; i++)
    {
      g_autoptr (DpIntakeJob) job = dp_intake_job_new (self->workbench);

      g_signal_connect_object (job, "case-made", G_CALLBACK (batch_made_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (job, "notify::state", G_CALLBACK (batch_state_cb), self, G_CONNECT_SWAPPED);
      add_bar (self, job);
      dp_intake_job_take_link (job, links[i]);
    }
  show_batch (self);
}

static void
cancel_all_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);
  g_autoptr (GPtrArray) jobs = list_jobs (self);

  for (guint i = 0; i < jobs->len; i++)
    dp_intake_job_cancel (g_ptr_array_index (jobs, i));
}

/* (transfer full) (nullable): the links that @transfer is a list of */
static char **
list_links (DpTransfer *transfer)
{
  g_autofree char *text = NULL;

  if (transfer->data == NULL || !g_str_has_prefix (transfer->media_type, "text/plain"))
    return NULL;
  text = g_strndup (g_bytes_get_data (transfer->data, NULL), g_bytes_get_size (transfer->data));
  return dp_intake_list_links (text);
}

typedef struct
{
  DpLibraryWindow *window; /* (owned) */
  char *origin;            /* (owned) */
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->window);
  g_free (asking->origin);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
type_known_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  DpLibraryWindow *self = asking->window;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GFile *file = G_FILE (source);
  g_autoptr (GFileInfo) info = g_file_query_info_finish (file, result, NULL);
  g_autoptr (DpIntakeJob) job = NULL;

  if (dp_library_window_is_gone (self))
    return;
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && DP_IS_APPLICATION (application))
    {
      dp_application_open_folder (DP_APPLICATION (application), file);
      return;
    }

  job = add_job (self);
  dp_intake_job_take_file (job, file, asking->origin);
  show_job (self, job);
}

void
dp_library_window_take_file (DpLibraryWindow *self,
                             GFile *file,
                             const char *origin)
{
  Asking *asking;

  g_return_if_fail (DP_IS_LIBRARY_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (origin != NULL);

  asking = g_new0 (Asking, 1);
  asking->window = g_object_ref (self);
  asking->origin = g_strdup (origin);
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, type_known_cb, asking);
}

static void
take_files (DpLibraryWindow *self,
            GPtrArray *files,
            const char *origin)
{
  if (files->len > MAX_FILES)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("That is %u file. At most %u at a time are taken in.", "Those are %u files. At most %u at a time are taken in.", files->len), files->len, MAX_FILES);

      dp_library_window_toast (self, text);
      return;
    }
  for (guint i = 0; i < files->len; i++)
    dp_library_window_take_file (self, g_ptr_array_index (files, i), origin);
}

static void
take_transfer (DpLibraryWindow *self,
               DpTransfer *transfer,
               const char *origin)
{
  g_auto (GStrv) links = list_links (transfer);

  if (links != NULL)
    {
      take_links (self, links);
    }
  else if (transfer->files != NULL)
    {
      take_files (self, transfer->files, g_str_equal (origin, "drop") ? "drop" : "file");
    }
  else if (transfer->link != NULL)
    {
      dp_library_window_take_link (self, transfer->link);
    }
  else
    {
      g_autoptr (DpIntakeJob) job = add_job (self);

      dp_intake_job_take_data (job, transfer->data, transfer->media_type, transfer->source, origin);
      show_job (self, job);
    }
}

static void
pasted_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (DpLibraryWindow) self = DP_LIBRARY_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTransfer) transfer = dp_transfer_read_finish (result, &error);

  if (dp_library_window_is_gone (self))
    return;
  if (transfer != NULL)
    take_transfer (self, transfer, "clipboard");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    dp_library_window_toast (self, _ ("The clipboard holds neither text nor a link nor a file"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dp_library_window_toast (self, error->message);
}

static void
paste_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  dp_transfer_read_clipboard_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static gboolean
is_query (DpTransfer *transfer)
{
  g_autofree char *text = NULL;
  gsize size;
  gconstpointer data;

  if (transfer->data == NULL || !g_str_has_prefix (transfer->media_type, "text/plain"))
    return FALSE;

  data = g_bytes_get_data (transfer->data, &size);
  return size <= MAX_QUERY_LENGTH && memchr (data, '\n', size) == NULL && g_utf8_validate (data, size, NULL);
}

static void
pasted_in_search_cb (GObject *source,
                     GAsyncResult *result,
                     gpointer user_data)
{
  g_autoptr (DpLibraryWindow) self = DP_LIBRARY_WINDOW (user_data);
  g_autoptr (DpTransfer) transfer = dp_transfer_read_finish (result, NULL);
  g_autofree char *text = NULL;
  int position;

  if (transfer == NULL || dp_library_window_is_gone (self))
    return;
  if (!is_query (transfer))
    {
      take_transfer (self, transfer, "clipboard");
      return;
    }

  /* Whole, with an end: what GTK 4.8 tells screen readers of it does not look at a length. */
  text = g_strndup (g_bytes_get_data (transfer->data, NULL), g_bytes_get_size (transfer->data));
  gtk_editable_delete_selection (self->search);
  position = gtk_editable_get_position (self->search);
  gtk_editable_insert_text (self->search, text, -1, &position);
  gtk_editable_set_position (self->search, position);
}

/* In the search a few words are pasted to be looked for; a link or an article starts a case there as
 * everywhere else. */
static gboolean
paste_in_search_cb (GtkWidget *widget,
                    GVariant *args,
                    gpointer user_data)
{
  dp_transfer_read_clipboard_async (gtk_widget_get_clipboard (widget), NULL, pasted_in_search_cb, g_object_ref (user_data));
  return GDK_EVENT_STOP;
}

static void
link_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  dp_library_window_take_link (DP_LIBRARY_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
empty_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);
  g_autoptr (DpCase) dp_case = dp_case_new ();
  g_autoptr (DpArticle) article = dp_article_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) file = NULL;

  /* With nothing in it yet, but there to be filled in by hand. */
  dp_case_add_article (dp_case, article);
  file = dp_library_create_case (self->library, dp_case, NULL, &error);
  if (file != NULL)
    open_case (self, file);
  else
    dp_library_window_toast (self, error->message);
}

static void
menu_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  gtk_menu_button_popup (self->new_button);
}

static void
file_chosen_cb (DpLibraryWindow *self,
                int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser));
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      take_files (self, files, "file");
    }
  g_clear_object (&self->chooser);
}

static void
add_filter (DpLibraryWindow *self,
            const char *name,
            const char *const *media_types)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; media_types != NULL && media_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, media_types[i]);
  if (media_types == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

static void
file_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);
  const char *const media_types[] = { "text/html", "application/xhtml+xml", "text/plain", NULL };

  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (_ ("Start a Case From a File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel")));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  add_filter (self, _ ("Pages and Texts"), media_types);
  add_filter (self, _ ("All Files"), NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

static void
sample_copied_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (DpLibraryWindow) self = DP_LIBRARY_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (dp_library_window_is_gone (self))
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.add-sample", TRUE);
  if (!dp_sample_copy_finish (result, &error))
    {
      /* Translators: %s is what the system says about it. */
      g_autofree char *text = g_strdup_printf (_ ("The sample could not be copied: %s"), error->message);

      dp_library_window_toast (self, text);
    }
  dp_library_window_scan (self);
}

static void
add_sample_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);
  g_autofree char *path = dp_paths_data ("sample-library");
  g_autoptr (GFile) sample = g_file_new_for_path (path);

  gtk_widget_action_set_enabled (widget, "library.add-sample", FALSE);
  dp_sample_copy_async (sample, dp_library_get_folder (self->library), NULL, sample_copied_cb, g_object_ref (self));
}

/* Drops. */

typedef struct
{
  DpLibraryWindow *window; /* (owned) */
  GdkDrop *drop;           /* (owned) */
} Dropping;

static void
dropped_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Dropping *dropping = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTransfer) transfer = dp_transfer_read_finish (result, &error);

  gdk_drop_finish (dropping->drop, transfer != NULL ? GDK_ACTION_COPY : 0);
  if (transfer != NULL && !dp_library_window_is_gone (dropping->window))
    take_transfer (dropping->window, transfer, "drop");
  else if (transfer == NULL)
    dp_library_window_toast (dropping->window, error->message);
  g_object_unref (dropping->window);
  g_object_unref (dropping->drop);
  g_free (dropping);
}

static gboolean
drop_cb (DpLibraryWindow *self,
         GdkDrop *drop)
{
  Dropping *dropping = g_new0 (Dropping, 1);

  dropping->window = g_object_ref (self);
  dropping->drop = g_object_ref (drop);
  gtk_widget_set_visible (self->drop_hint, FALSE);
  dp_transfer_read_drop_async (drop, NULL, dropped_cb, dropping);
  return TRUE;
}

static GdkDragAction
drag_enter_cb (DpLibraryWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
drag_leave_cb (DpLibraryWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

void
dp_library_window_intake_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "intake.link", "s", link_action);
  gtk_widget_class_install_action (widget_class, "intake.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "intake.cancel-all", NULL, cancel_all_action);
  gtk_widget_class_install_action (widget_class, "intake.file", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "intake.empty", NULL, empty_action);
  gtk_widget_class_install_action (widget_class, "intake.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "library.add-sample", NULL, add_sample_action);

  /* Not an accelerator: those come before the text fields, where Ctrl+V pastes. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "intake.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "intake.paste", NULL);
}

static void
add_search_shortcut (DpLibraryWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v|<Shift>Insert"),
                                            gtk_callback_action_new (paste_in_search_cb, self, NULL));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->search), controller);
}

void
dp_library_window_intake_init (DpLibraryWindow *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (dp_transfer_dup_formats (), GDK_ACTION_COPY | GDK_ACTION_MOVE | GDK_ACTION_LINK);

  self->more_bars = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (drag_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (drag_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  add_search_shortcut (self);
}
