/* dp-narratives-window.c: the narratives of a library: looking at them, and putting them in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narratives-window.h"

#include <glib/gi18n.h>

#include "app/dp-narrative-asking.h"
#include "app/dp-narrative-page.h"
#include "app/dp-narrative-tree.h"
#include "app/dp-shortcuts.h"
#include "app/dp-step-row.h"
#include "library/dp-quotes.h"

struct _DpNarrativesWindow
{
  AdwApplicationWindow parent_instance;

  DpWorkbench *workbench; /* (owned) */
  gboolean show_retired;

  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  DpNarrativeTree *tree;
  DpNarrativePage *page;
  GtkListBox *steps;
  GtkSpinner *busy;
  GtkNativeDialog *chooser; /* (owned) (nullable) */
};

typedef enum
{
  PROP_SHOW_RETIRED = 1,
} DpNarrativesWindowProperty;

static GParamSpec *properties[PROP_SHOW_RETIRED + 1];

G_DEFINE_FINAL_TYPE (DpNarrativesWindow, dp_narratives_window, ADW_TYPE_APPLICATION_WINDOW)

static DpNarratives *
get_narratives (DpNarrativesWindow *self)
{
  return dp_workbench_get_narratives (self->workbench);
}

static DpLibrary *
get_library (DpNarrativesWindow *self)
{
  return dp_workbench_get_library (self->workbench);
}

static char *
dup_today (DpNarrativesWindow *self)
{
  g_autoptr (GDateTime) now = dp_clock_now (dp_workbench_get_clock (self->workbench));

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
toast (DpNarrativesWindow *self,
       const char *text,
       gboolean with_undo)
{
  AdwToast *toast = adw_toast_new (text);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, markup);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "history.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
update_actions (DpNarrativesWindow *self)
{
  DpNarrative *narrative = dp_narrative_tree_get_selected (self->tree);
  g_autoptr (GPtrArray) ticked = dp_narrative_page_list_ticked (self->page);
  gboolean is_used = narrative != NULL && !dp_narrative_is_retired (narrative);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.rename", narrative != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.describe", narrative != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.move", is_used);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.merge", is_used);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.retire", is_used);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.restore", narrative != NULL && !is_used);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.split", narrative != NULL && ticked->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.undo", dp_library_get_undo_step (get_library (self)) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.redo", dp_library_get_redo_step (get_library (self)) != NULL);
}

static void
show_selected (DpNarrativesWindow *self)
{
  dp_narrative_page_show (self->page, self->workbench, dp_narrative_tree_get_selected (self->tree));
  update_actions (self);
}

static void
selected_cb (DpNarrativesWindow *self)
{
  if (self->workbench != NULL)
    show_selected (self);
}

static void
activated_cb (DpNarrativesWindow *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "page");
}

static void
folded_cb (DpNarrativesWindow *self)
{
  dp_narrative_tree_set_alone (self->tree, adw_leaflet_get_folded (self->leaflet));
}

static void
ticked_cb (DpNarrativesWindow *self)
{
  if (self->workbench != NULL)
    update_actions (self);
}

/* Changes. */

/* @change: (transfer full) (nullable): with @error why not */
static void
run (DpNarrativesWindow *self,
     DpNarrativesChange *change,
     GError *error)
{
  g_autoptr (GError) own = error;
  g_autofree char *label = change != NULL ? g_strdup (change->label) : NULL;
  g_autofree char *id = change != NULL ? g_strdup (change->id) : NULL;

  if (dp_workbench_run_change (self->workbench, change, own == NULL ? &own : NULL))
    {
      dp_narrative_tree_select (self->tree, id);
      toast (self, label, TRUE);
    }
  else
    toast (self, own->message, FALSE);
}

static void
split_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DpNarrativesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  DpLibraryStep *step;

  if (!dp_library_run_finish (DP_LIBRARY (source), result, &error))
    {
      toast (self, error->message, FALSE);
      return;
    }
  step = dp_library_get_undo_step (DP_LIBRARY (source));
  if (step != NULL && dp_library_step_get_n_left (step) > 0)
    toast (self, _ ("What somebody had changed since stays as it is"), TRUE);
  else if (step != NULL)
    toast (self, dp_library_step_get_label (step), TRUE);
}

static void
split (DpNarrativesWindow *self,
       const char *id,
       const char *label)
{
  g_autoptr (GPtrArray) ticked = dp_narrative_page_list_ticked (self->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpNarrativesChange) change = dp_narratives_plan_split (get_narratives (self), id, label, &error);
  g_autoptr (DpLibraryStep) step = NULL;
  g_autofree char *who = dp_workbench_dup_who (self->workbench);

  if (change == NULL)
    {
      toast (self, error->message, FALSE);
      return;
    }
  step = dp_library_step_new_for_narratives (change, who);
  dp_library_step_move_quotes (step, ticked, change->narrative);
  dp_library_run_async (get_library (self), step, NULL, split_cb, g_object_ref (self));
}

static void
named_cb (DpNarrativesWindow *self,
          const char *action,
          const char *id,
          const char *answer)
{
  GError *error = NULL;
  g_autofree char *today = dup_today (self);

  if (g_str_equal (action, "narrative.new"))
    run (self, dp_narratives_plan_create (get_narratives (self), answer, "", id, &error), error);
  else if (g_str_equal (action, "narrative.rename"))
    run (self, dp_narratives_plan_rename (get_narratives (self), id, answer, today, &error), error);
  else if (g_str_equal (action, "narrative.move"))
    run (self, dp_narratives_plan_move (get_narratives (self), id, answer, &error), error);
  else if (g_str_equal (action, "narrative.merge"))
    run (self, dp_narratives_plan_merge (get_narratives (self), id, answer, today, &error), error);
  else if (g_str_equal (action, "narrative.split"))
    split (self, id, answer);
}

static void
described_cb (DpNarrativesWindow *self,
              const char *id,
              DpNarrativeField field,
              const char *text)
{
  GError *error = NULL;

  run (self, dp_narratives_plan_edit (get_narratives (self), id, field, text, &error), error);
}

static void
ask_action (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  DpNarrativesWindow *self = DP_NARRATIVES_WINDOW (widget);
  DpNarrative *narrative = dp_narrative_tree_get_selected (self->tree);

  dp_narrative_ask (GTK_WINDOW (self), get_narratives (self), action, narrative, (DpNarrativeAnswer) named_cb, self);
}

static void
describe_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  DpNarrativesWindow *self = DP_NARRATIVES_WINDOW (widget);
  DpNarrative *narrative = dp_narrative_tree_get_selected (self->tree);

  if (narrative != NULL)
    dp_narrative_ask_description (GTK_WINDOW (self), get_narratives (self), narrative, (DpNarrativeDescribed) described_cb, self);
}

static void
retire_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  DpNarrativesWindow *self = DP_NARRATIVES_WINDOW (widget);
  DpNarrative *narrative = dp_narrative_tree_get_selected (self->tree);
  g_autofree char *today = dup_today (self);
  GError *error = NULL;

  if (narrative == NULL)
    return;
  if (g_str_equal (action, "narrative.retire"))
    run (self, dp_narratives_plan_retire (get_narratives (self), dp_narrative_get_id (narrative), today, &error), error);
  else
    run (self, dp_narratives_plan_restore (get_narratives (self), dp_narrative_get_id (narrative), &error), error);
}

static void
dropped_cb (DpNarrativesWindow *self,
            const char *id,
            const char *parent_id)
{
  GError *error = NULL;

  run (self, dp_narratives_plan_move (get_narratives (self), id, parent_id, &error), error);
}

/* Techniques. */

static void
import_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  GFile **files = task_data;
  GError *error = NULL;
  DpTechniqueSet *set = dp_techniques_import (files[0], files[1], &error);

  if (set != NULL)
    g_task_return_pointer (task, set, (GDestroyNotify) dp_technique_set_free);
  else
    g_task_return_error (task, error);
}

static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (DpNarrativesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpTechniqueSet) set = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (self->workbench == NULL)
    return;
  if (set == NULL)
    {
      toast (self, error->message, FALSE);
      return;
    }
  dp_workbench_forget_techniques (self->workbench);
  /* Translators: first the name of a set of techniques, then how many it has */
  text = g_strdup_printf (ngettext ("“%s”: %u technique taken in", "“%s”: %u techniques taken in", set->techniques->len), set->name, set->techniques->len);
  toast (self, text, FALSE);
}

static void
files_free (gpointer data)
{
  GFile **files = data;

  g_object_unref (files[0]);
  g_object_unref (files[1]);
  g_free (files);
}

static void
set_chosen_cb (DpNarrativesWindow *self,
               int response)
{
  g_autoptr (GTask) task = NULL;
  GFile **files;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = g_new0 (GFile *, 2);
      files[0] = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      files[1] = g_file_get_child (dp_library_get_folder (get_library (self)), "techniques");
      task = g_task_new (NULL, NULL, imported_cb, g_object_ref (self));
      g_task_set_source_tag (task, set_chosen_cb);
      g_task_set_task_data (task, files, files_free);
      g_task_run_in_thread (task, import_thread);
    }
  g_clear_object (&self->chooser);
}

static void
import_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  DpNarrativesWindow *self = DP_NARRATIVES_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser = GTK_NATIVE_DIALOG (gtk_file_chooser_native_new (_ ("Take In a Set of Techniques"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel")));
  gtk_native_dialog_set_modal (self->chooser, TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (set_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (self->chooser);
}

/* Undo and redo. */

static void
undone_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (DpNarrativesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpLibraryStep) step = dp_library_undo_finish (DP_LIBRARY (source), result, &error);
  g_autofree char *text = NULL;

  if (step == NULL)
    {
      toast (self, error->message, FALSE);
      return;
    }
  if (dp_library_step_get_n_left (step) > 0)
    text = g_strdup (_ ("What somebody had changed since stays as it is"));
  else if (dp_library_step_is_undone (step))
    /* Translators: %s is a step, as “Merge “A” into “B”” */
    text = g_strdup_printf (_ ("Undone: %s"), dp_library_step_get_label (step));
  else
    text = g_strdup (dp_library_step_get_label (step));
  toast (self, text, FALSE);
}

static void
history_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  DpNarrativesWindow *self = DP_NARRATIVES_WINDOW (widget);
  g_autofree char *who = dp_workbench_dup_who (self->workbench);

  if (g_str_equal (action, "history.undo"))
    dp_library_undo_async (get_library (self), who, NULL, undone_cb, g_object_ref (self));
  else
    dp_library_redo_async (get_library (self), who, NULL, undone_cb, g_object_ref (self));
}

/* The window. */

static void
find_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  DpNarrativesWindow *self = DP_NARRATIVES_WINDOW (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "tree");
  dp_narrative_tree_find (self->tree);
}

static void
back_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  adw_leaflet_set_visible_child_name (DP_NARRATIVES_WINDOW (widget)->leaflet, "tree");
}

static void
close_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* What is shown is another object when it was changed. */
static void
stepped_cb (DpNarrativesWindow *self)
{
  update_actions (self);
}

static void
stepping_cb (DpNarrativesWindow *self)
{
  gtk_spinner_set_spinning (self->busy, dp_library_is_stepping (get_library (self)));
  update_actions (self);
}

static void
library_cb (DpNarrativesWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
dp_narratives_window_get_property (GObject *object,
                                   guint property_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  DpNarrativesWindow *self = DP_NARRATIVES_WINDOW (object);

  switch ((DpNarrativesWindowProperty) property_id)
    {
    case PROP_SHOW_RETIRED:
      g_value_set_boolean (value, self->show_retired);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dp_narratives_window_set_property (GObject *object,
                                   guint property_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  DpNarrativesWindow *self = DP_NARRATIVES_WINDOW (object);

  switch ((DpNarrativesWindowProperty) property_id)
    {
    case PROP_SHOW_RETIRED:
      if (self->show_retired == g_value_get_boolean (value))
        return;
      self->show_retired = g_value_get_boolean (value);
      dp_narrative_tree_set_show_retired (self->tree, self->show_retired);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dp_narratives_window_dispose (GObject *object)
{
  g_clear_object (&DP_NARRATIVES_WINDOW (object)->chooser);
  g_clear_object (&DP_NARRATIVES_WINDOW (object)->workbench);

  G_OBJECT_CLASS (dp_narratives_window_parent_class)->dispose (object);
}

static void
dp_narratives_window_class_init (DpNarrativesWindowClass *klass)
{
  static const char *const asked[] = { "narrative.new", "narrative.rename", "narrative.move", "narrative.merge", "narrative.split" };
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Insert, 0, "narrative.new" },
    { GDK_KEY_F2, 0, "narrative.rename" },
    { GDK_KEY_F4, 0, "narrative.describe" },
    { GDK_KEY_m, GDK_CONTROL_MASK, "narrative.move" },
    { GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "narrative.merge" },
    { GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "narrative.split" },
    { GDK_KEY_Delete, GDK_CONTROL_MASK, "narrative.retire" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "narrative.find" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_narratives_window_get_property;
  object_class->set_property = dp_narratives_window_set_property;
  object_class->dispose = dp_narratives_window_dispose;
  properties[PROP_SHOW_RETIRED] = g_param_spec_boolean ("show-retired", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    gtk_widget_class_install_action (widget_class, asked[i], NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "narrative.describe", NULL, describe_action);
  gtk_widget_class_install_action (widget_class, "narrative.retire", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "narrative.restore", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "narrative.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "narrative.back", NULL, back_action);
  gtk_widget_class_install_property_action (widget_class, "narrative.show-retired", "show-retired");
  gtk_widget_class_install_action (widget_class, "techniques.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "history.redo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "page.close", NULL, close_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);

  g_type_ensure (DP_TYPE_NARRATIVE_PAGE);
  g_type_ensure (DP_TYPE_NARRATIVE_TREE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-narratives-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DpNarrativesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativesWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativesWindow, tree);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativesWindow, page);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativesWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativesWindow, busy);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
}

static void
dp_narratives_window_init (DpNarrativesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dp_shortcuts_add_hints (GTK_WIDGET (self));
}

GtkWidget *
dp_narratives_window_new (GtkApplication *application,
                          DpWorkbench *workbench)
{
  DpNarrativesWindow *self;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (DP_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (DP_TYPE_NARRATIVES_WINDOW, "application", application, NULL);
  self->workbench = g_object_ref (workbench);
  gtk_list_box_bind_model (self->steps, dp_library_list_steps (get_library (self)), dp_step_row_new, NULL, NULL);
  dp_narrative_tree_set_workbench (self->tree, workbench);
  g_signal_connect_object (get_library (self), "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (get_library (self), "notify::is-stepping", G_CALLBACK (stepping_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_library (self), "items-changed", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::library", G_CALLBACK (library_cb), self, G_CONNECT_SWAPPED);
  show_selected (self);
  return GTK_WIDGET (self);
}
