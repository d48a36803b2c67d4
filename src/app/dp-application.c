/* dp-application.c: the program: its windows, and what is open in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-application.h"

#include <stdlib.h>

#include <glib/gi18n.h>
#include <glib-unix.h>

#include "app/dp-case-window.h"
#include "app/dp-library-window.h"
#include "app/dp-narratives-window.h"
#include "app/dp-palette.h"
#include "app/dp-preferences.h"
#include "app/dp-shortcuts.h"
#include "dp-config.h"
#include "library/dp-library-step.h"

struct _DpApplication
{
  AdwApplication parent_instance;

  DpWorkbench *workbench; /* (owned) */
  char *library_option;   /* (owned) (nullable): --library */
  GPtrArray *loading;     /* (owned) (element-type GFile): folders on their way to a tab */
  GQueue reopening;       /* (element-type GFile): one after another, so that the tabs keep their order */
  guint term_id;
  guint int_id;
  guint settled_id;
};

G_DEFINE_FINAL_TYPE (DpApplication, dp_application, ADW_TYPE_APPLICATION)

static GSettings *
get_settings (DpApplication *self)
{
  return dp_workbench_get_settings (self->workbench);
}

/* Windows. */

/* (nullable): the one used last */
static GtkWindow *
find_window (DpApplication *self,
             GType type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;
  return NULL;
}

static DpLibraryWindow *
ensure_library_window (DpApplication *self)
{
  GtkWindow *window = find_window (self, DP_TYPE_LIBRARY_WINDOW);

  if (window == NULL)
    window = GTK_WINDOW (dp_library_window_new (GTK_APPLICATION (self), self->workbench));
  return DP_LIBRARY_WINDOW (window);
}

static DpCaseWindow *
ensure_case_window (DpApplication *self)
{
  GtkWindow *window = find_window (self, DP_TYPE_CASE_WINDOW);

  if (window == NULL)
    window = GTK_WINDOW (dp_case_window_new (GTK_APPLICATION (self), self->workbench));
  return DP_CASE_WINDOW (window);
}

void
dp_application_show_library (DpApplication *self)
{
  g_return_if_fail (DP_IS_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (ensure_library_window (self)));
}

/* (transfer full) (element-type DpSession): all that are open */
static GPtrArray *
list_sessions (DpApplication *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DP_IS_CASE_WINDOW (l->data))
      g_ptr_array_extend_and_steal (all, dp_case_window_list_sessions (l->data));
  return all;
}

static gboolean
present_folder (DpApplication *self,
                GFile *folder)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DP_IS_CASE_WINDOW (l->data) && dp_case_window_show_folder (l->data, folder))
      {
        gtk_window_present (l->data);
        return TRUE;
      }
  return FALSE;
}

/* Cases. */

static gboolean
is_in_library (DpApplication *self,
               GFile *folder)
{
  return g_file_has_parent (folder, dp_library_get_folder (dp_workbench_get_library (self->workbench)));
}

/* The library's line of a case follows each save. */
static void
save_state_cb (DpApplication *self,
               GParamSpec *pspec,
               DpCaseFile *file)
{
  if (dp_case_file_get_save_state (file) == DP_SAVE_STATE_SAVED && is_in_library (self, dp_case_file_get_folder (file)))
    dp_library_update (dp_workbench_get_library (self->workbench), file);
}

void
dp_application_open_file (DpApplication *self,
                          DpCaseFile *file)
{
  g_autoptr (DpSession) session = NULL;
  DpCaseWindow *window;

  g_return_if_fail (DP_IS_APPLICATION (self));
  g_return_if_fail (DP_IS_CASE_FILE (file));

  if (present_folder (self, dp_case_file_get_folder (file)))
    return;

  g_signal_connect_object (file, "notify::save-state", G_CALLBACK (save_state_cb), self, G_CONNECT_SWAPPED);
  dp_library_add_open (dp_workbench_get_library (self->workbench), file);
  session = dp_session_new (self->workbench, file);
  window = ensure_case_window (self);
  dp_case_window_add (window, session);
  gtk_window_present (GTK_WINDOW (window));
}

static void
report (DpApplication *self,
        GFile *folder,
        const char *problem)
{
  g_autofree char *name = g_file_get_basename (folder);
  g_autofree char *display_name = g_filename_display_name (name);
  GtkWidget *dialog;

  dp_application_show_library (self);
  dialog = adw_message_dialog_new (GTK_WINDOW (ensure_library_window (self)), NULL, NULL);
  /* Translators: %s is the name of a folder; \u2068 and \u2069 keep its direction apart, leave them. */
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("“\u2068%s\u2069” Cannot Be Opened"), display_name);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), problem);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  DpApplication *application; /* (owned) */
  GFile *folder;              /* (owned) */
} Loading;

static void
reopen_next (DpApplication *self)
{
  g_autoptr (GFile) folder = g_queue_pop_head (&self->reopening);

  if (folder != NULL)
    dp_application_open_folder (self, folder);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autofree Loading *loading = user_data;
  g_autoptr (DpApplication) self = loading->application;
  g_autoptr (GFile) folder = loading->folder;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseFile) file = dp_case_file_load_finish (result, &error);

  g_ptr_array_remove (self->loading, folder);
  if (file != NULL)
    dp_application_open_file (self, file);
  else
    report (self, folder, error->message);
  reopen_next (self);
  g_application_release (G_APPLICATION (self));
}

static gboolean
is_loading (DpApplication *self,
            GFile *folder)
{
  return g_ptr_array_find_with_equal_func (self->loading, folder, (GEqualFunc) g_file_equal, NULL);
}

static void
stepping_cb (DpApplication *self,
             GParamSpec *pspec,
             DpLibrary *library)
{
  if (dp_library_is_stepping (library))
    return;
  g_signal_handlers_disconnect_by_func (library, stepping_cb, self);
  reopen_next (self);
}

void
dp_application_open_folder (DpApplication *self,
                            GFile *folder)
{
  Loading *loading;

  g_return_if_fail (DP_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (folder));

  if (present_folder (self, folder) || is_loading (self, folder))
    return;
  /* What is read now would be old in a moment. */
  if (dp_library_is_stepping (dp_workbench_get_library (self->workbench)))
    {
      g_queue_push_tail (&self->reopening, g_object_ref (folder));
      g_signal_connect_object (dp_workbench_get_library (self->workbench), "notify::is-stepping", G_CALLBACK (stepping_cb), self, G_CONNECT_SWAPPED);
      return;
    }

  loading = g_new0 (Loading, 1);
  loading->application = g_object_ref (self);
  loading->folder = g_object_ref (folder);
  g_ptr_array_add (self->loading, folder);
  /* The last window may be closed before this one is there. */
  g_application_hold (G_APPLICATION (self));
  dp_case_file_load_async (folder, dp_workbench_get_clock (self->workbench), NULL, loaded_cb, loading);
}

gboolean
dp_application_close_folder (DpApplication *self,
                             GFile *folder)
{
  g_return_val_if_fail (DP_IS_APPLICATION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      g_autoptr (GPtrArray) sessions = NULL;

      if (!DP_IS_CASE_WINDOW (l->data))
        continue;
      sessions = dp_case_window_list_sessions (l->data);
      for (guint i = 0; i < sessions->len; i++)
        {
          DpSession *session = g_ptr_array_index (sessions, i);

          if (!g_file_equal (dp_case_file_get_folder (dp_session_get_file (session)), folder))
            continue;
          if (!dp_case_file_save (dp_session_get_file (session), NULL))
            return FALSE;
          dp_case_window_remove (l->data, session);
          return TRUE;
        }
    }
  return TRUE;
}

/* What was open when the program was quit is open again. */

static void
add_folder (GStrvBuilder *folders,
            DpSession *session)
{
  g_autofree char *uri = g_file_get_uri (dp_case_file_get_folder (dp_session_get_file (session)));

  g_strv_builder_add (folders, uri);
}

/* The one shown comes again at the end: opening what is open shows it. */
static void
keep_open_cases (DpApplication *self)
{
  g_autoptr (GPtrArray) sessions = list_sessions (self);
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  GtkWindow *window = find_window (self, DP_TYPE_CASE_WINDOW);
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < sessions->len; i++)
    add_folder (folders, g_ptr_array_index (sessions, i));
  if (window != NULL && sessions->len > 1)
    add_folder (folders, dp_case_window_get_session (DP_CASE_WINDOW (window)));
  strv = g_strv_builder_end (folders);
  g_settings_set_strv (get_settings (self), "open-cases", (const char *const *) strv);
}

/* Those of another library are left alone, and those that are gone are no news. */
static void
reopen_cases (DpApplication *self)
{
  g_auto (GStrv) uris = g_settings_get_strv (get_settings (self), "open-cases");

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uris[i]);

      if (is_in_library (self, folder) && g_file_query_exists (folder, NULL))
        g_queue_push_tail (&self->reopening, g_object_ref (folder));
    }
  g_settings_reset (get_settings (self), "open-cases");
  reopen_next (self);
}

/* (nullable) (transfer full): the first case that could not be saved */
static DpSession *
save_all (DpApplication *self)
{
  g_autoptr (GPtrArray) sessions = list_sessions (self);
  DpSession *failed = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      DpSession *session = g_ptr_array_index (sessions, i);

      if (!dp_case_file_save (dp_session_get_file (session), NULL) && failed == NULL)
        failed = g_object_ref (session);
    }
  return failed;
}

/* Actions. */

static void
quit_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  DpApplication *self = DP_APPLICATION (user_data);
  g_autoptr (DpSession) failed = NULL;

  /* A field that is being typed in gives what it holds when it is left. */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    gtk_window_set_focus (l->data, NULL);
  failed = save_all (self);
  if (failed == NULL)
    {
      keep_open_cases (self);
      g_application_quit (G_APPLICATION (self));
      return;
    }
  /* Closing it asks what is to become of it. */
  present_folder (self, dp_case_file_get_folder (dp_session_get_file (failed)));
  gtk_window_close (find_window (self, DP_TYPE_CASE_WINDOW));
}

/* The end of a session does not wait for answers. */
static gboolean
signal_cb (gpointer user_data)
{
  DpApplication *self = DP_APPLICATION (user_data);
  g_autoptr (DpSession) failed = save_all (self);

  keep_open_cases (self);
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

static void
library_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  dp_application_show_library (DP_APPLICATION (user_data));
}

/* Shows the library and does there what the action's name stands for. */
static void
in_library_action (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  static const struct
  {
    const char *name;
    const char *does;
  } actions[] = {
    { "new-case", "intake.menu" },
    { "new-from-link", "intake.menu" },
    { "new-from-file", "intake.file" },
    { "search", "library.search" },
  };
  DpApplication *self = DP_APPLICATION (user_data);

  dp_application_show_library (self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), actions[i].name))
      gtk_widget_activate_action (GTK_WIDGET (ensure_library_window (self)), actions[i].does, NULL);
}

static void
open_case_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  DpApplication *self = DP_APPLICATION (user_data);
  DpCaseEntry *entry = dp_library_find (dp_workbench_get_library (self->workbench), g_variant_get_string (parameter, NULL));

  if (entry != NULL)
    {
      dp_application_open_folder (self, dp_case_entry_get_folder (entry));
      return;
    }
  dp_application_show_library (self);
  dp_library_window_toast (ensure_library_window (self), _ ("That case is not in this library"));
}

static void
narratives_action (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  DpApplication *self = DP_APPLICATION (user_data);
  GtkWindow *window = find_window (self, DP_TYPE_NARRATIVES_WINDOW);

  if (window == NULL)
    window = GTK_WINDOW (dp_narratives_window_new (GTK_APPLICATION (self), self->workbench));
  gtk_window_present (window);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  DpApplication *self = DP_APPLICATION (user_data);
  GtkWidget *window = dp_preferences_new (self->workbench);

  gtk_window_set_transient_for (GTK_WINDOW (window), gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  GtkWidget *window = dp_shortcuts_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), gtk_application_get_active_window (GTK_APPLICATION (user_data)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  GtkWidget *window = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                                    "transient-for", gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                                    "application-name", "Disproof",
                                    "application-icon", DP_APPLICATION_ID,
                                    "version", DP_VERSION,
                                    "developer-name", _ ("The Disproof contributors"),
                                    "comments", _ ("A workbench for those who check facts: from an article to a disproof that stands on evidence."),
                                    "license-type", GTK_LICENSE_GPL_3_0,
                                    NULL);

  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (window), "DISARM Red Framework", "DISARM Foundation", GTK_LICENSE_CUSTOM,
                                      /* Translators: of the list of techniques; leave the name of the licence and the links */
                                      _ ("The identifiers, names and tactics of techniques are those of the <a href=\"https://github.com/DISARMFoundation/DISARMframeworks\">DISARM Foundation</a>, "
                                         "under <a href=\"https://creativecommons.org/licenses/by-sa/4.0/\">CC BY-SA 4.0</a>."));
  gtk_window_present (GTK_WINDOW (window));
}

/* The command line. */

static gboolean
is_link_argument (const char *argument)
{
  return dp_intake_is_link (argument) && !g_file_test (argument, G_FILE_TEST_EXISTS);
}

static void
take_file (DpApplication *self,
           GFile *file)
{
  /* In the library window one sees how far it is, and what to do if it fails. */
  dp_application_show_library (self);
  dp_library_window_take_file (ensure_library_window (self), file, "file");
}

static void
take_link (DpApplication *self,
           const char *link)
{
  dp_application_show_library (self);
  dp_library_window_take_link (ensure_library_window (self), link);
}

static int
dp_application_command_line (GApplication *application,
                             GApplicationCommandLine *command_line)
{
  DpApplication *self = DP_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GVariant) rest = g_variant_dict_lookup_value (options, G_OPTION_REMAINING, G_VARIANT_TYPE_BYTESTRING_ARRAY);
  g_autofree const char **arguments = rest != NULL ? g_variant_get_bytestring_array (rest, NULL) : NULL;

  if (arguments == NULL)
    g_application_activate (application);
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = NULL;

      if (is_link_argument (arguments[i]))
        {
          take_link (self, arguments[i]);
          continue;
        }
      file = g_application_command_line_create_file_for_arg (command_line, arguments[i]);
      take_file (self, file);
    }
  return EXIT_SUCCESS;
}

/* From the desktop, which hands over files and links alike. */
static void
dp_application_open (GApplication *application,
                     GFile **files,
                     int n_files,
                     const char *hint)
{
  DpApplication *self = DP_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (dp_intake_is_link (uri))
        take_link (self, uri);
      else
        take_file (self, files[i]);
    }
}

static int
dp_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  DpApplication *self = DP_APPLICATION (application);
  GApplicationFlags flags = g_application_get_flags (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("disproof %s\n", DP_VERSION);
      return EXIT_SUCCESS;
    }
  /* Another library is another program: it must not end up in the windows of the first. */
  if (g_variant_dict_lookup (options, "library", "^ay", &self->library_option))
    g_application_set_flags (application, flags | G_APPLICATION_NON_UNIQUE);
  return -1;
}

/* Starting. */

static GFile *
choose_library_folder (DpApplication *self)
{
  g_autofree char *folder = g_settings_get_string (get_settings (self), "library-folder");

  if (self->library_option != NULL)
    return g_file_new_for_commandline_arg (self->library_option);
  if (*folder != '\0')
    return g_file_new_for_path (folder);
  return g_file_new_build_filename (g_get_user_data_dir (), "disproof", "library", NULL);
}

static void
library_folder_cb (DpApplication *self)
{
  g_autoptr (GFile) folder = NULL;

  /* Who chose another folder for all times also wants to see it now. */
  g_clear_pointer (&self->library_option, g_free);
  folder = choose_library_folder (self);
  dp_workbench_open_library (self->workbench, folder);
}

static void
colour_scheme_cb (DpApplication *self)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), g_settings_get_enum (get_settings (self), "colour-scheme"));
}

static gboolean
settled_cb (gpointer user_data)
{
  DpApplication *self = DP_APPLICATION (user_data);

  self->settled_id = 0;
  dp_workbench_load_rankings (self->workbench);
  return G_SOURCE_REMOVE;
}

static void
add_actions (DpApplication *self)
{
  static const GActionEntry entries[] = {
    { "about", about_action },
    { "library", library_action },
    { "narratives", narratives_action },
    { "new-case", in_library_action },
    { "new-from-file", in_library_action },
    { "new-from-link", in_library_action },
    { "open-case", open_case_action, "s" },
    { "preferences", preferences_action },
    { "quit", quit_action },
    { "search", in_library_action },
    { "shortcuts", shortcuts_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  dp_shortcuts_apply (GTK_APPLICATION (self));
}

static void
dp_application_startup (GApplication *application)
{
  DpApplication *self = DP_APPLICATION (application);
  g_autoptr (GSettings) settings = g_settings_new (DP_APPLICATION_ID);
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (GFile) folder = NULL;

  G_APPLICATION_CLASS (dp_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (DP_APPLICATION_ID);
  dp_palette_install (gdk_display_get_default ());
  self->workbench = dp_workbench_new (settings, clock);
  folder = choose_library_folder (self);
  dp_workbench_open_library (self->workbench, folder);
  g_signal_connect_object (settings, "changed::library-folder", G_CALLBACK (library_folder_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::colour-scheme", G_CALLBACK (colour_scheme_cb), self, G_CONNECT_SWAPPED);
  colour_scheme_cb (self);
  add_actions (self);

  self->term_id = g_unix_signal_add (SIGTERM, signal_cb, self);
  self->int_id = g_unix_signal_add (SIGINT, signal_cb, self);
  /* Thousands of lines of tables wait until there is a window to look at. */
  self->settled_id = g_timeout_add_full (G_PRIORITY_LOW, 300, settled_cb, self, NULL);
}

static void
dp_application_activate (GApplication *application)
{
  DpApplication *self = DP_APPLICATION (application);
  gboolean is_first = gtk_application_get_windows (GTK_APPLICATION (self)) == NULL;

  dp_application_show_library (self);
  if (is_first)
    reopen_cases (self);
}

static void
dp_application_shutdown (GApplication *application)
{
  DpApplication *self = DP_APPLICATION (application);

  g_clear_handle_id (&self->term_id, g_source_remove);
  g_clear_handle_id (&self->int_id, g_source_remove);
  g_clear_handle_id (&self->settled_id, g_source_remove);

  G_APPLICATION_CLASS (dp_application_parent_class)->shutdown (application);
}

static void
dp_application_finalize (GObject *object)
{
  DpApplication *self = DP_APPLICATION (object);

  g_clear_object (&self->workbench);
  g_free (self->library_option);
  g_ptr_array_unref (self->loading);
  g_queue_clear_full (&self->reopening, g_object_unref);

  G_OBJECT_CLASS (dp_application_parent_class)->finalize (object);
}

static void
dp_application_class_init (DpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dp_application_finalize;
  application_class->startup = dp_application_startup;
  application_class->activate = dp_application_activate;
  application_class->open = dp_application_open;
  application_class->command_line = dp_application_command_line;
  application_class->handle_local_options = dp_application_handle_local_options;
  application_class->shutdown = dp_application_shutdown;
}

static void
dp_application_init (DpApplication *self)
{
  const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use the library in FOLDER this time"), N_ ("FOLDER") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[LINK-OR-FILE…]") },
    { NULL },
  };

  self->loading = g_ptr_array_new ();
  g_queue_init (&self->reopening);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), _ ("Starts a case from a link or a file, or opens the case in a folder."));
}

DpApplication *
dp_application_new (void)
{
  return g_object_new (DP_TYPE_APPLICATION,
                       "application-id", DP_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/io/github/disproof/Disproof",
                       NULL);
}

DpWorkbench *
dp_application_get_workbench (DpApplication *self)
{
  g_return_val_if_fail (DP_IS_APPLICATION (self), NULL);

  return self->workbench;
}
