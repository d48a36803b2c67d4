/* dp-case-window.c: open cases, a tab each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-case-window.h"

#include <glib/gi18n.h>

#include "app/dp-case-page.h"
#include "app/dp-closing.h"
#include "app/dp-outside.h"
#include "app/dp-save-status.h"
#include "app/dp-shortcuts.h"
#include "app/dp-state-pill.h"

struct _DpCaseWindow
{
  AdwApplicationWindow parent_instance;

  GtkLabel *title;
  DpStatePill *state;
  DpSaveStatus *save_status;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *problem_bar;
  GtkWidget *merge_button;
  GtkWidget *retry_button;
  AdwTabPage *replaced; /* (nullable): about to go */
  GtkLabel *problem;
  AdwTabView *tab_view;

  DpWorkbench *workbench; /* (owned) */
  /* Of the case shown. */
  GSignalGroup *file_signals;
  GSignalGroup *desk_signals; /* (owned) */
  GSignalGroup *case_signals;
  GSignalGroup *history_signals;
};

typedef enum
{
  PROP_WORKBENCH = 1,
} DpCaseWindowProperty;

static GParamSpec *properties[PROP_WORKBENCH + 1];

G_DEFINE_FINAL_TYPE (DpCaseWindow, dp_case_window, ADW_TYPE_APPLICATION_WINDOW)

/* The child of a tab is a toast overlay around the case's page, so that what is said of a case stays
 * with it. */
static DpCasePage *
get_case_page (AdwTabPage *page)
{
  GtkWidget *overlay = adw_tab_page_get_child (page);

  return DP_CASE_PAGE (adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)));
}

static DpSession *
get_page_session (AdwTabPage *page)
{
  return dp_case_page_get_session (get_case_page (page));
}

/* (nullable): the one shown */
static DpSession *
get_session (DpCaseWindow *self)
{
  AdwTabPage *page = adw_tab_view_get_selected_page (self->tab_view);

  return page != NULL ? get_page_session (page) : NULL;
}

static char *
dup_title (DpCase *dp_case)
{
  const char *title = dp_case_get_title (dp_case);

  return g_strdup (*title != '\0' ? title : _ ("Untitled Case"));
}

/* The header. */

static void
show_case (DpCaseWindow *self)
{
  DpCase *dp_case = dp_session_get_case (get_session (self));
  g_autofree char *title = dup_title (dp_case);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  dp_state_pill_set_state (self->state, dp_case_get_state (dp_case));
  dp_state_pill_set_void (self->state, dp_review_desk_get_approval (dp_session_get_desk (get_session (self))) == DP_APPROVAL_VOID);
}

static void
show_file (DpCaseWindow *self)
{
  DpCaseFile *file = dp_session_get_file (get_session (self));
  gboolean is_failed = dp_case_file_get_save_state (file) == DP_SAVE_STATE_FAILED;

  gtk_label_set_label (self->problem, dp_case_file_get_problem (file));
  gtk_widget_set_visible (self->problem_bar, is_failed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.save-copy", is_failed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.merge", dp_case_file_is_changed_outside (file));
  gtk_widget_set_visible (self->merge_button, dp_case_file_is_changed_outside (file));
  gtk_widget_set_visible (self->retry_button, !dp_case_file_is_changed_outside (file));
}

static void
show_step (GtkWidget *button,
           const char *action,
           const char *plain,
           const char *step)
{
  /* Translators: first "Undo" or "Redo", then what is undone or redone, as in "Undo: Highlight" */
  g_autofree char *text = *step != '\0' ? g_strdup_printf (_ ("%s: %s"), plain, step) : g_strdup (plain);
  g_autofree char *hint = dp_shortcuts_dup_hint (action, text);

  gtk_widget_set_tooltip_text (button, hint);
}

static void
show_history (DpCaseWindow *self)
{
  DpHistory *history = dp_session_get_history (get_session (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.undo", dp_history_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.redo", dp_history_can_redo (history));
  show_step (self->undo_button, "history.undo", _ ("Undo"), dp_history_get_undo_label (history));
  show_step (self->redo_button, "history.redo", _ ("Redo"), dp_history_get_redo_label (history));
}

static void
show_session (DpCaseWindow *self)
{
  DpSession *session = get_session (self);

  if (session == NULL)
    return;

  g_signal_group_set_target (self->file_signals, dp_session_get_file (session));
  g_signal_group_set_target (self->case_signals, dp_session_get_case (session));
  g_signal_group_set_target (self->desk_signals, dp_session_get_desk (session));
  g_signal_group_set_target (self->history_signals, dp_session_get_history (session));
  dp_save_status_set_file (self->save_status, dp_session_get_file (session));
  show_case (self);
  show_file (self);
  show_history (self);
}

/* Actions. */

static void
undo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DpSession *session = get_session (DP_CASE_WINDOW (widget));

  if (session != NULL)
    dp_history_undo (dp_session_get_history (session));
}

static void
redo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DpSession *session = get_session (DP_CASE_WINDOW (widget));

  if (session != NULL)
    dp_history_redo (dp_session_get_history (session));
}

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DpSession *session = get_session (DP_CASE_WINDOW (widget));

  /* The state and the bar say what comes of it. */
  if (session != NULL)
    dp_case_file_save_async (dp_session_get_file (session), NULL, NULL, NULL);
}

static void
merge_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DpCaseWindow *self = DP_CASE_WINDOW (widget);
  DpSession *session = get_session (self);

  if (session != NULL)
    dp_outside_merge (self, session, TRUE);
}

static void
save_copy_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DpSession *session = get_session (DP_CASE_WINDOW (widget));
  g_autoptr (GError) error = NULL;

  if (session == NULL)
    return;
  if (dp_case_file_save_as_copy (dp_session_get_file (session), &error))
    dp_session_toast (session, _ ("Saved as a new case beside the old one"), NULL, NULL);
  else
    dp_session_toast (session, error->message, NULL, NULL);
}

static void
open_folder_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  DpSession *session = get_session (DP_CASE_WINDOW (widget));
  g_autofree char *uri = NULL;

  if (session == NULL)
    return;
  uri = g_file_get_uri (dp_case_file_get_folder (dp_session_get_file (session)));
  gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
detach_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  DpCaseWindow *self = DP_CASE_WINDOW (widget);
  AdwTabPage *page = adw_tab_view_get_selected_page (self->tab_view);
  GtkWidget *other;

  if (page == NULL || adw_tab_view_get_n_pages (self->tab_view) < 2)
    return;
  other = dp_case_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->workbench);
  adw_tab_view_transfer_page (self->tab_view, page, DP_CASE_WINDOW (other)->tab_view, 0);
  gtk_window_present (GTK_WINDOW (other));
}

static void
close_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DpCaseWindow *self = DP_CASE_WINDOW (widget);
  AdwTabPage *page = adw_tab_view_get_selected_page (self->tab_view);

  if (page != NULL)
    adw_tab_view_close_page (self->tab_view, page);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

/* The page's own actions are seen below it only; keys and menus of the window reach them through this.
 * A page without such an action sends it up again, which must end here. */
static void
page_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  static gboolean is_under_way = FALSE;
  AdwTabPage *page = adw_tab_view_get_selected_page (DP_CASE_WINDOW (widget)->tab_view);

  if (page == NULL || is_under_way)
    return;

  is_under_way = TRUE;
  gtk_widget_activate_action_variant (GTK_WIDGET (get_case_page (page)), name, parameter);
  is_under_way = FALSE;
}

/* Tabs. */

static gboolean
title_to_tab (GBinding *binding,
              const GValue *from,
              GValue *to,
              gpointer user_data)
{
  const char *title = g_value_get_string (from);

  g_value_set_string (to, title != NULL && *title != '\0' ? title : _ ("Untitled Case"));
  return TRUE;
}

static gboolean
state_to_attention (GBinding *binding,
                    const GValue *from,
                    GValue *to,
                    gpointer user_data)
{
  g_value_set_boolean (to, dp_case_file_get_save_state (user_data) == DP_SAVE_STATE_FAILED);
  return TRUE;
}

static void
toast_cb (AdwToastOverlay *overlay,
          const char *text,
          const char *action_label,
          const char *action_name)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (action_label != NULL && action_name != NULL)
    {
      adw_toast_set_button_label (toast, action_label);
      adw_toast_set_action_name (toast, action_name);
    }
  adw_toast_overlay_add_toast (overlay, toast);
}

static void
outside_cb (DpCaseFile *file,
            GParamSpec *pspec,
            DpCaseWindow *self)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tab_view); i++)
    {
      DpSession *session = get_page_session (adw_tab_view_get_nth_page (self->tab_view, i));

      if (dp_session_get_file (session) == file)
        dp_outside_merge (self, session, FALSE);
    }
}

void
dp_case_window_add (DpCaseWindow *self,
                    DpSession *session)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  AdwTabPage *page;

  g_return_if_fail (DP_IS_CASE_WINDOW (self));
  g_return_if_fail (DP_IS_SESSION (session));

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), dp_case_page_new (session));
  g_signal_connect_object (session, "toast", G_CALLBACK (toast_cb), overlay, G_CONNECT_SWAPPED);

  page = adw_tab_view_append (self->tab_view, overlay);
  g_object_bind_property_full (dp_session_get_case (session), "title", page, "title", G_BINDING_SYNC_CREATE, title_to_tab, NULL, NULL, NULL);
  g_object_bind_property_full (dp_session_get_file (session), "save-state", page, "needs-attention", G_BINDING_SYNC_CREATE, state_to_attention, NULL, dp_session_get_file (session), NULL);
  g_signal_connect_object (dp_session_get_file (session), "notify::is-changed-outside", G_CALLBACK (outside_cb), self, G_CONNECT_AFTER);
  dp_case_file_watch (dp_session_get_file (session));
  adw_tab_view_set_selected_page (self->tab_view, page);
  gtk_widget_grab_focus (adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)));
}

void
dp_case_window_replace (DpCaseWindow *self,
                        DpSession *old,
                        DpSession *session)
{
  AdwTabPage *shown, *page = NULL;

  g_return_if_fail (DP_IS_CASE_WINDOW (self));
  g_return_if_fail (DP_IS_SESSION (old) && DP_IS_SESSION (session));

  shown = adw_tab_view_get_selected_page (self->tab_view);
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tab_view); i++)
    if (get_page_session (adw_tab_view_get_nth_page (self->tab_view, i)) == old)
      page = adw_tab_view_get_nth_page (self->tab_view, i);
  /* It was closed meanwhile. */
  if (page == NULL)
    return;
  dp_case_window_add (self, session);
  adw_tab_view_reorder_page (self->tab_view, adw_tab_view_get_selected_page (self->tab_view), adw_tab_view_get_page_position (self->tab_view, page));
  if (shown != page)
    adw_tab_view_set_selected_page (self->tab_view, shown);
  self->replaced = page;
  adw_tab_view_close_page (self->tab_view, page);
}

static AdwTabPage *
find_tab (DpCaseWindow *self,
          GFile *folder)
{
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tab_view); i++)
    {
      AdwTabPage *page = adw_tab_view_get_nth_page (self->tab_view, i);
      DpCaseFile *file = dp_session_get_file (get_page_session (page));

      if (g_file_equal (dp_case_file_get_folder (file), folder))
        return page;
    }
  return NULL;
}

gboolean
dp_case_window_show_folder (DpCaseWindow *self,
                            GFile *folder)
{
  AdwTabPage *page;

  g_return_val_if_fail (DP_IS_CASE_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  page = find_tab (self, folder);
  if (page != NULL)
    adw_tab_view_set_selected_page (self->tab_view, page);
  return page != NULL;
}

DpSession *
dp_case_window_get_session (DpCaseWindow *self)
{
  g_return_val_if_fail (DP_IS_CASE_WINDOW (self), NULL);

  return get_session (self);
}

GPtrArray *
dp_case_window_list_sessions (DpCaseWindow *self)
{
  GPtrArray *sessions;

  g_return_val_if_fail (DP_IS_CASE_WINDOW (self), NULL);

  sessions = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tab_view); i++)
    g_ptr_array_add (sessions, g_object_ref (get_page_session (adw_tab_view_get_nth_page (self->tab_view, i))));
  return sessions;
}

void
dp_case_window_remove (DpCaseWindow *self,
                       DpSession *session)
{
  AdwTabPage *page;

  g_return_if_fail (DP_IS_CASE_WINDOW (self));
  g_return_if_fail (DP_IS_SESSION (session));

  page = find_tab (self, dp_case_file_get_folder (dp_session_get_file (session)));
  if (page != NULL)
    adw_tab_view_close_page (self->tab_view, page);
}

static void
may_close_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (AdwTabPage) page = ADW_TAB_PAGE (user_data);
  DpCaseWindow *self = DP_CASE_WINDOW (source);

  adw_tab_view_close_page_finish (self->tab_view, page, dp_closing_finish (result));
}

static gboolean
close_page_cb (DpCaseWindow *self,
               AdwTabPage *page)
{
  DpSession *session = get_page_session (page);

  if (page == self->replaced)
    {
      self->replaced = NULL;
      adw_tab_view_close_page_finish (self->tab_view, page, TRUE);
      return GDK_EVENT_STOP;
    }
  adw_tab_view_set_selected_page (self->tab_view, page);
  /* A field that is being typed in gives what it holds when it is left. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  dp_closing_ask_async (GTK_WINDOW (self), session, may_close_cb, g_object_ref (page));
  return GDK_EVENT_STOP;
}

static void
page_detached_cb (DpCaseWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tab.detach", adw_tab_view_get_n_pages (self->tab_view) > 1);
  if (adw_tab_view_get_n_pages (self->tab_view) == 0)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
page_attached_cb (DpCaseWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tab.detach", adw_tab_view_get_n_pages (self->tab_view) > 1);
}

static AdwTabView *
create_window_cb (DpCaseWindow *self)
{
  GtkWidget *other = dp_case_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->workbench);

  gtk_window_present (GTK_WINDOW (other));
  return DP_CASE_WINDOW (other)->tab_view;
}

/* The window. */

static void
keep_size (DpCaseWindow *self)
{
  GSettings *settings = dp_workbench_get_settings (self->workbench);
  gboolean is_maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (settings, "case-maximized", is_maximized);
  if (is_maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "case-width", width);
  g_settings_set_int (settings, "case-height", height);
}

/* The tabs close one by one, each when it is saved; with the last one goes the window. */
static gboolean
dp_case_window_close_request (GtkWindow *window)
{
  DpCaseWindow *self = DP_CASE_WINDOW (window);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);

  keep_size (self);
  for (int i = 0; i < adw_tab_view_get_n_pages (self->tab_view); i++)
    g_ptr_array_add (pages, g_object_ref (adw_tab_view_get_nth_page (self->tab_view, i)));
  for (guint i = 0; i < pages->len; i++)
    adw_tab_view_close_page (self->tab_view, g_ptr_array_index (pages, i));

  return pages->len > 0 ? GDK_EVENT_STOP : GTK_WINDOW_CLASS (dp_case_window_parent_class)->close_request (window);
}

static void
dp_case_window_constructed (GObject *object)
{
  DpCaseWindow *self = DP_CASE_WINDOW (object);
  GSettings *settings;

  G_OBJECT_CLASS (dp_case_window_parent_class)->constructed (object);

  /* A template alone, as a test makes it. */
  if (self->workbench == NULL)
    return;

  settings = dp_workbench_get_settings (self->workbench);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "case-width"), g_settings_get_int (settings, "case-height"));
  if (g_settings_get_boolean (settings, "case-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
dp_case_window_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpCaseWindow *self = DP_CASE_WINDOW (object);

  switch ((DpCaseWindowProperty) prop_id)
    {
    case PROP_WORKBENCH:
      g_value_set_object (value, self->workbench);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_case_window_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DpCaseWindow *self = DP_CASE_WINDOW (object);

  switch ((DpCaseWindowProperty) prop_id)
    {
    case PROP_WORKBENCH:
      self->workbench = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_case_window_dispose (GObject *object)
{
  DpCaseWindow *self = DP_CASE_WINDOW (object);

  if (self->file_signals != NULL)
    {
      g_signal_group_set_target (self->file_signals, NULL);
      g_signal_group_set_target (self->case_signals, NULL);
      g_signal_group_set_target (self->desk_signals, NULL);
      g_signal_group_set_target (self->history_signals, NULL);
    }
  g_clear_object (&self->file_signals);
  g_clear_object (&self->case_signals);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->history_signals);

  G_OBJECT_CLASS (dp_case_window_parent_class)->dispose (object);
}

static void
dp_case_window_finalize (GObject *object)
{
  DpCaseWindow *self = DP_CASE_WINDOW (object);

  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (dp_case_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "history.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "case.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "case.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "case.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "case.open-folder", NULL, open_folder_action);
  gtk_widget_class_install_action (widget_class, "tab.detach", NULL, detach_action);
  gtk_widget_class_install_action (widget_class, "page.close", NULL, close_action);

  gtk_widget_class_install_action (widget_class, "case.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "case.article", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "article.find", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "case.next-pane", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "case.read", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "case.cross-check", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "anchors.review", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "article.fetch-again", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "article.add-another", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "article.compare", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "article.translation", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "case.add-source", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "case.add-ranking", NULL, page_action);
}

static void
dp_case_window_class_init (DpCaseWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dp_case_window_constructed;
  object_class->get_property = dp_case_window_get_property;
  object_class->set_property = dp_case_window_set_property;
  object_class->dispose = dp_case_window_dispose;
  object_class->finalize = dp_case_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = dp_case_window_close_request;

  properties[PROP_WORKBENCH] =
      g_param_spec_object ("workbench", NULL, NULL, DP_TYPE_WORKBENCH, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DP_TYPE_SAVE_STATUS);
  g_type_ensure (DP_TYPE_STATE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-case-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, state);
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, save_status);
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, merge_button);
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, DpCaseWindow, tab_view);
  gtk_widget_class_bind_template_callback (widget_class, close_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_window_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_attached_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_detached_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_session);

  install_actions (widget_class);
}

static void
dp_case_window_init (DpCaseWindow *self)
{
  self->file_signals = g_signal_group_new (DP_TYPE_CASE_FILE);
  g_signal_group_connect_swapped (self->file_signals, "notify", G_CALLBACK (show_file), self);
  self->desk_signals = g_signal_group_new (DP_TYPE_REVIEW_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "changed", G_CALLBACK (show_case), self);
  self->case_signals = g_signal_group_new (DP_TYPE_CASE);
  g_signal_group_connect_swapped (self->case_signals, "notify::title", G_CALLBACK (show_case), self);
  g_signal_group_connect_swapped (self->case_signals, "notify::state", G_CALLBACK (show_case), self);
  self->history_signals = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "notify", G_CALLBACK (show_history), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  dp_shortcuts_add_hints (GTK_WIDGET (self));
}

GtkWidget *
dp_case_window_new (GtkApplication *application,
                    DpWorkbench *workbench)
{
  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (DP_IS_WORKBENCH (workbench), NULL);

  return g_object_new (DP_TYPE_CASE_WINDOW,
                       "application", application,
                       "workbench", workbench,
                       NULL);
}
