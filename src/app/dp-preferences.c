/* dp-preferences.c: what people can have their own way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-preferences.h"

#include <glib/gi18n.h>

#include "app/dp-agreement-row.h"
#include "app/dp-network-group.h"

struct _DpPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwActionRow *library_row;
  GtkWidget *reset_library_button;
  AdwComboRow *scheme_row;
  GtkAdjustment *text_size;
  GtkAdjustment *column_width;
  AdwPreferencesGroup *rankings_group;
  DpNetworkGroup *network_group;

  DpAgreementRow *agreement;
  DpWorkbench *workbench;   /* (owned) */
  GPtrArray *ranking_rows;  /* (owned) (element-type GtkWidget) */
  GtkNativeDialog *chooser; /* (owned) (nullable) */
  gboolean is_for_rankings; /* what the chooser is for */
};

typedef enum
{
  PROP_WORKBENCH = 1,
} DpPreferencesProperty;

static GParamSpec *properties[PROP_WORKBENCH + 1];

G_DEFINE_FINAL_TYPE (DpPreferences, dp_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static GSettings *
get_settings (DpPreferences *self)
{
  return dp_workbench_get_settings (self->workbench);
}

/* "~/Documents" is easier to read than the whole path. */
static char *
dup_path_label (const char *path)
{
  const char *home = g_get_home_dir ();
  g_autofree char *prefix = g_strconcat (home, "/", NULL);

  if (g_str_has_prefix (path, prefix))
    {
      g_autofree char *short_path = g_strconcat ("~/", path + strlen (prefix), NULL);

      return g_filename_display_name (short_path);
    }
  return g_filename_display_name (path);
}

static void
show_library (DpPreferences *self)
{
  GFile *folder = dp_library_get_folder (dp_workbench_get_library (self->workbench));
  g_autofree char *path = g_file_get_path (folder);
  g_autofree char *setting = g_settings_get_string (get_settings (self), "library-folder");
  g_autofree char *label = path != NULL ? dup_path_label (path) : g_file_get_parse_name (folder);
  g_autofree char *markup = g_markup_escape_text (label, -1);

  adw_action_row_set_subtitle (self->library_row, markup);
  gtk_widget_set_visible (self->reset_library_button, *setting != '\0');
  dp_agreement_row_set_library (self->agreement, dp_library_get_folder (dp_workbench_get_library (self->workbench)));
}

/* Folders of ranking tables. */

static void
set_ranking_folder (DpPreferences *self,
                    const char *path,
                    gboolean is_wanted)
{
  g_auto (GStrv) folders = g_settings_get_strv (get_settings (self), "ranking-folders");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  for (guint i = 0; folders[i] != NULL; i++)
    if (!g_str_equal (folders[i], path))
      g_strv_builder_add (builder, folders[i]);
  if (is_wanted)
    g_strv_builder_add (builder, path);
  changed = g_strv_builder_end (builder);
  g_settings_set_strv (get_settings (self), "ranking-folders", (const char *const *) changed);
}

static void
remove_rankings_action (GtkWidget *widget,
                        const char *name,
                        GVariant *parameter)
{
  set_ranking_folder (DP_PREFERENCES (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static GtkWidget *
make_ranking_row (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = g_filename_display_name (name);
  g_autofree char *subtitle = dup_path_label (path);
  /* Translators: %s is the name of a folder. */
  g_autofree char *label = g_strdup_printf (_ ("Leave out “%s”"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rankings.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_rankings (DpPreferences *self)
{
  g_auto (GStrv) folders = g_settings_get_strv (get_settings (self), "ranking-folders");

  for (guint i = 0; i < self->ranking_rows->len; i++)
    adw_preferences_group_remove (self->rankings_group, g_ptr_array_index (self->ranking_rows, i));
  g_ptr_array_set_size (self->ranking_rows, 0);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      GtkWidget *row = make_ranking_row (folders[i]);

      adw_preferences_group_add (self->rankings_group, row);
      g_ptr_array_add (self->ranking_rows, row);
    }
}

/* What is wrong with a table is said where its folder was added. */
static void
show_ranking_problems (DpPreferences *self)
{
  DpRankings *rankings = dp_workbench_get_rankings (self->workbench);
  const char *const *problems = rankings != NULL ? dp_rankings_get_problems (rankings) : NULL;
  g_autofree char *text = problems != NULL && problems[0] != NULL ? g_strjoinv ("\n", (char **) problems) : NULL;
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  adw_preferences_group_set_description (self->rankings_group,
                                         markup != NULL ? markup : _ ("Folders of tables of your own, with a catalogue.json, beside those that come with Disproof"));
}

/* Choosing folders. */

static void
chosen_cb (DpPreferences *self,
           int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      g_autofree char *path = g_file_get_path (folder);

      if (path == NULL)
        adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (_ ("Choose a folder on this computer")));
      else if (self->is_for_rankings)
        set_ranking_folder (self, path, TRUE);
      else
        g_settings_set_string (get_settings (self), "library-folder", path);
    }
  g_clear_object (&self->chooser);
}

static void
choose_folder (DpPreferences *self,
               const char *title,
               gboolean is_for_rankings)
{
  g_clear_object (&self->chooser);
  self->is_for_rankings = is_for_rankings;
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (title, GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel")));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

static void
choose_library_action (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  choose_folder (DP_PREFERENCES (widget), _ ("Folder of the Library"), FALSE);
}

static void
reset_library_action (GtkWidget *widget,
                      const char *name,
                      GVariant *parameter)
{
  g_settings_reset (get_settings (DP_PREFERENCES (widget)), "library-folder");
}

static void
add_rankings_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  choose_folder (DP_PREFERENCES (widget), _ ("Folder of Ranking Tables"), TRUE);
}

/* The colour scheme: the places of the combo row, and the setting's nicks. */

static const char *const schemes[] = { "default", "force-light", "force-dark" };

static gboolean
scheme_to_row (GValue *value,
               GVariant *variant,
               gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), schemes[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
scheme_from_row (const GValue *value,
                 const GVariantType *type,
                 gpointer user_data)
{
  return g_variant_new_string (schemes[MIN (g_value_get_uint (value), G_N_ELEMENTS (schemes) - 1)]);
}

static void
dp_preferences_constructed (GObject *object)
{
  DpPreferences *self = DP_PREFERENCES (object);
  GSettings *settings;

  G_OBJECT_CLASS (dp_preferences_parent_class)->constructed (object);

  /* A template alone, as a test makes it. */
  if (self->workbench == NULL)
    return;

  settings = get_settings (self);
  g_settings_bind_with_mapping (settings, "colour-scheme", self->scheme_row, "selected", G_SETTINGS_BIND_DEFAULT, scheme_to_row, scheme_from_row, NULL, NULL);
  dp_network_group_set_settings (self->network_group, settings);
  g_settings_bind (settings, "article-text-size", self->text_size, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "article-column-width", self->column_width, "value", G_SETTINGS_BIND_DEFAULT);

  g_signal_connect_object (settings, "changed::ranking-folders", G_CALLBACK (show_rankings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::library-folder", G_CALLBACK (show_library), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workbench, "notify::library", G_CALLBACK (show_library), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workbench, "notify::rankings", G_CALLBACK (show_ranking_problems), self, G_CONNECT_SWAPPED);
  show_library (self);
  show_rankings (self);
  show_ranking_problems (self);
}

static void
dp_preferences_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpPreferences *self = DP_PREFERENCES (object);

  switch ((DpPreferencesProperty) prop_id)
    {
    case PROP_WORKBENCH:
      g_value_set_object (value, self->workbench);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_preferences_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DpPreferences *self = DP_PREFERENCES (object);

  switch ((DpPreferencesProperty) prop_id)
    {
    case PROP_WORKBENCH:
      self->workbench = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_preferences_dispose (GObject *object)
{
  DpPreferences *self = DP_PREFERENCES (object);

  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (dp_preferences_parent_class)->dispose (object);
}

static void
dp_preferences_finalize (GObject *object)
{
  DpPreferences *self = DP_PREFERENCES (object);

  g_clear_object (&self->workbench);
  g_ptr_array_unref (self->ranking_rows);

  G_OBJECT_CLASS (dp_preferences_parent_class)->finalize (object);
}

static void
dp_preferences_class_init (DpPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dp_preferences_constructed;
  object_class->get_property = dp_preferences_get_property;
  object_class->set_property = dp_preferences_set_property;
  object_class->dispose = dp_preferences_dispose;
  object_class->finalize = dp_preferences_finalize;

  properties[PROP_WORKBENCH] =
      g_param_spec_object ("workbench", NULL, NULL, DP_TYPE_WORKBENCH, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DP_TYPE_AGREEMENT_ROW);
  g_type_ensure (DP_TYPE_NETWORK_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DpPreferences, agreement);
  gtk_widget_class_bind_template_child (widget_class, DpPreferences, library_row);
  gtk_widget_class_bind_template_child (widget_class, DpPreferences, reset_library_button);
  gtk_widget_class_bind_template_child (widget_class, DpPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, DpPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, DpPreferences, column_width);
  gtk_widget_class_bind_template_child (widget_class, DpPreferences, rankings_group);
  gtk_widget_class_bind_template_child (widget_class, DpPreferences, network_group);

  gtk_widget_class_install_action (widget_class, "library.choose", NULL, choose_library_action);
  gtk_widget_class_install_action (widget_class, "library.reset", NULL, reset_library_action);
  gtk_widget_class_install_action (widget_class, "rankings.add", NULL, add_rankings_action);
  gtk_widget_class_install_action (widget_class, "rankings.remove", "s", remove_rankings_action);
}

static void
dp_preferences_init (DpPreferences *self)
{
  self->ranking_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_preferences_new (DpWorkbench *workbench)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (workbench), NULL);

  return g_object_new (DP_TYPE_PREFERENCES, "workbench", workbench, NULL);
}
