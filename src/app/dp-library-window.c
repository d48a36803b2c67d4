/* dp-library-window.c: the folder of cases, and the ways into it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-library-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/dp-application.h"
#include "app/dp-case-row.h"
#include "app/dp-new-case-popover.h"
#include "app/dp-shortcuts.h"

typedef enum
{
  PROP_WORKBENCH = 1,
} DpLibraryWindowProperty;

static GParamSpec *properties[PROP_WORKBENCH + 1];

G_DEFINE_FINAL_TYPE (DpLibraryWindow, dp_library_window, ADW_TYPE_APPLICATION_WINDOW)

/* Which page of the stack fits. */
static const char *
choose_page (DpLibraryWindow *self)
{
  if (self->library != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->library)) > 0)
    return g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0 ? "list" : "nothing";
  if (self->problem != NULL)
    return "failed";
  return self->is_scanning ? "loading" : "empty";
}

static void
describe_nothing (DpLibraryWindow *self)
{
  const char *query = gtk_editable_get_text (self->search);
  DpScope *scope = dp_case_filter_get_scope (self->filter);
  gboolean is_all = scope == NULL || dp_scope_get_kind (scope) == DP_SCOPE_ALL;
  g_autofree char *text = NULL;

  if (*query == '\0')
    text = g_strdup (_ ("None of the cases is in this state."));
  else if (is_all)
    /* Translators: \u2068 and \u2069 keep the direction of the words apart; leave them in place. */
    text = g_strdup_printf (_ ("No case has \u2068%s\u2069 in its title, outlet, narratives, state or date."), query);
  else
    text = g_strdup_printf (_ ("No case in “%s” has \u2068%s\u2069 in its title, outlet, narratives, state or date."), dp_scope_get_title (scope), query);
  adw_status_page_set_description (self->nothing_page, text);
}

static void
update_page (DpLibraryWindow *self)
{
  const char *page = choose_page (self);
  gboolean is_first_list;

  if (strcmp (page, "nothing") == 0)
    describe_nothing (self);
  if (strcmp (page, "failed") == 0)
    adw_status_page_set_description (self->failed_page, self->problem);
  is_first_list = strcmp (page, "list") == 0 && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") == 0;
  gtk_stack_set_visible_child_name (self->stack, page);
  if (is_first_list)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "library.show-all", strcmp (page, "nothing") == 0);
}

static void
entries_changed_cb (DpLibraryWindow *self)
{
  /* Neither follows what changes within an entry. */
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  update_page (self);
}

gboolean
dp_library_window_is_gone (DpLibraryWindow *self)
{
  return self->scopes == NULL;
}

static void
scanned_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (DpLibraryWindow) self = DP_LIBRARY_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  /* The window is gone, or another library has been opened meanwhile. */
  if (dp_library_window_is_gone (self) || self->library != DP_LIBRARY (source))
    return;

  self->is_scanning = FALSE;
  g_clear_pointer (&self->problem, g_free);
  if (!dp_library_scan_finish (self->library, result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->problem = g_strdup (error->message);
  dp_scopes_update (self->scopes);
}

void
dp_library_window_scan (DpLibraryWindow *self)
{
  if (self->library == NULL || self->is_scanning)
    return;

  self->is_scanning = TRUE;
  update_page (self);
  dp_library_scan_async (self->library, self->cancellable, scanned_cb, g_object_ref (self));
}

static void
show_library (DpLibraryWindow *self)
{
  DpLibrary *library = dp_workbench_get_library (self->workbench);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->problem, g_free);
  self->is_scanning = FALSE;

  g_set_object (&self->library, library);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (library));
  dp_scopes_set_entries (self->scopes, G_LIST_MODEL (library));
  dp_library_window_scan (self);
}

static void
show_notice (DpLibraryWindow *self)
{
  gtk_widget_set_visible (self->notice, *dp_workbench_get_problem (self->workbench) != '\0');
}

static int
compare_modified (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  DpCaseEntry *entry_a = DP_CASE_ENTRY ((gpointer) a);
  DpCaseEntry *entry_b = DP_CASE_ENTRY ((gpointer) b);
  int order = strcmp (dp_case_entry_get_modified (entry_b), dp_case_entry_get_modified (entry_a));

  return order != 0 ? order : g_utf8_collate (dp_case_entry_get_title (entry_a), dp_case_entry_get_title (entry_b));
}

/* The side bar. */

static gboolean
count_to_label (GBinding *binding,
                const GValue *from,
                GValue *to,
                gpointer user_data)
{
  guint count = g_value_get_uint (from);

  g_value_take_string (to, count > 0 ? g_strdup_printf ("%u", count) : g_strdup (""));
  return TRUE;
}

static GtkWidget *
make_scope_mark (DpLibraryWindow *self,
                 DpScope *scope)
{
  GtkWidget *mark;
  g_autofree char *colour_class = NULL;

  if (dp_scope_get_kind (scope) != DP_SCOPE_NARRATIVE)
    {
      mark = gtk_image_new_from_icon_name (dp_scope_get_icon_name (scope));
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
      return mark;
    }

  colour_class = g_strdup_printf ("narrative-%u", dp_case_row_get_colour (dp_workbench_get_narratives (self->workbench), dp_scope_get_narrative_id (scope)));
  mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (mark, "narrative-mark");
  gtk_widget_add_css_class (mark, colour_class);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
  return mark;
}

static GtkWidget *
make_scope_row_cb (gpointer item,
                   gpointer user_data)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (user_data);
  DpScope *scope = DP_SCOPE (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = gtk_label_new (dp_scope_get_title (scope));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  g_object_bind_property_full (scope, "count", count, "label", G_BINDING_SYNC_CREATE, count_to_label, NULL, NULL, NULL);

  gtk_box_append (GTK_BOX (box), make_scope_mark (self, scope));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, dp_scope_get_kind (scope) == DP_SCOPE_NARRATIVE ? dp_scope_get_title (scope) : NULL);
  g_object_set_data_full (G_OBJECT (row), "dp-scope", g_object_ref (scope), g_object_unref);
  return row;
}

static DpScope *
get_row_scope (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "dp-scope") : NULL;
}

static gboolean
is_narrative_row (GtkListBoxRow *row)
{
  DpScope *scope = get_row_scope (row);

  return scope != NULL && dp_scope_get_kind (scope) == DP_SCOPE_NARRATIVE;
}

static void
scope_header_cb (GtkListBoxRow *row,
                 GtkListBoxRow *before,
                 gpointer user_data)
{
  GtkWidget *heading;

  if (!is_narrative_row (row) || is_narrative_row (before))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;

  heading = gtk_label_new (_ ("Narratives"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "sidebar-heading");
  gtk_list_box_row_set_header (row, heading);
}

static void
scope_selected_cb (DpLibraryWindow *self,
                   GtkListBoxRow *row)
{
  DpScope *scope = get_row_scope (row);

  /* The last case of a narrative is gone, and its line with it. */
  if (scope == NULL)
    scope = dp_scopes_get_all (self->scopes);
  dp_case_filter_set_scope (self->filter, scope);
  update_page (self);
}

static void
scope_activated_cb (DpLibraryWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* The list. */

static void
row_setup_cb (DpLibraryWindow *self,
              GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, dp_case_row_new ());
}

static void
row_bind_cb (DpLibraryWindow *self,
             GtkListItem *list_item)
{
  dp_case_row_set_entry (DP_CASE_ROW (gtk_list_item_get_child (list_item)),
                         gtk_list_item_get_item (list_item),
                         dp_workbench_get_narratives (self->workbench));
}

static void
row_unbind_cb (DpLibraryWindow *self,
               GtkListItem *list_item)
{
  dp_case_row_set_entry (DP_CASE_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

static void
row_activated_cb (DpLibraryWindow *self,
                  guint position)
{
  g_autoptr (DpCaseEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (entry != NULL)
    dp_library_window_open_entry (self, entry);
}

/* Enter in the search takes the first of what is found, as one who typed a title expects. */
static void
search_activated_cb (DpLibraryWindow *self)
{
  row_activated_cb (self, 0);
}

static void
search_changed_cb (DpLibraryWindow *self)
{
  dp_case_filter_set_query (self->filter, gtk_editable_get_text (self->search));
  update_page (self);
}

/* Letters typed anywhere are taken by the search, and from then on it has the focus: the row that had
 * it may be the first to go. */
static void
search_started_cb (DpLibraryWindow *self)
{
  GtkEditable *text = gtk_editable_get_delegate (self->search);

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static void
search_stopped_cb (DpLibraryWindow *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
refresh_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  dp_library_window_scan (DP_LIBRARY_WINDOW (widget));
}

static void
show_all_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);

  gtk_editable_set_text (self->search, "");
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, 0));
}

static void
search_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);

  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
back_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  adw_leaflet_navigate (DP_LIBRARY_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
close_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
folded_cb (DpLibraryWindow *self)
{
  gtk_widget_set_visible (self->new_label, !adw_leaflet_get_folded (self->leaflet));
}

/* File monitors see little in a sandbox and nothing on a network: one looks when one comes back. */
static void
active_cb (DpLibraryWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    dp_library_window_scan (self);
}

static void
dp_library_window_constructed (GObject *object)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (object);
  GSettings *settings;

  G_OBJECT_CLASS (dp_library_window_parent_class)->constructed (object);

  /* A template alone, as a test makes it. */
  if (self->workbench == NULL)
    return;

  settings = dp_workbench_get_settings (self->workbench);
  g_settings_bind (settings, "library-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "library-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "library-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  gtk_list_box_bind_model (self->sidebar, G_LIST_MODEL (self->scopes), make_scope_row_cb, self, NULL);
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, 0));

  g_signal_connect_object (self->workbench, "notify::library", G_CALLBACK (show_library), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workbench, "notify::problem", G_CALLBACK (show_notice), self, G_CONNECT_SWAPPED);
  show_library (self);
  show_notice (self);
}

static void
dp_library_window_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (object);

  switch ((DpLibraryWindowProperty) prop_id)
    {
    case PROP_WORKBENCH:
      g_value_set_object (value, self->workbench);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_library_window_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (object);

  switch ((DpLibraryWindowProperty) prop_id)
    {
    case PROP_WORKBENCH:
      self->workbench = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_library_window_dispose (GObject *object)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (object);

  /* Lists that empty while the window goes have nothing to say any more. */
  if (self->scopes != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->scopes, self);
      g_signal_handlers_disconnect_by_data (self->sidebar, self);
      gtk_list_box_bind_model (self->sidebar, NULL, NULL, NULL, NULL);
    }
  g_clear_object (&self->scopes);
  g_clear_pointer (&self->more_bars, g_ptr_array_unref);
  g_cancellable_cancel (self->cancellable);
  if (self->entry_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->entry_popover)));
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (dp_library_window_parent_class)->dispose (object);
}

static void
dp_library_window_finalize (GObject *object)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->workbench);
  g_free (self->problem);

  G_OBJECT_CLASS (dp_library_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, search);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, new_label);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, bars);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, batch);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, batch_label);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, content);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, filtered);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, filter);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, sorter);
  gtk_widget_class_bind_template_child (widget_class, DpLibraryWindow, entry_menu);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
dp_library_window_class_init (DpLibraryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dp_library_window_constructed;
  object_class->get_property = dp_library_window_get_property;
  object_class->set_property = dp_library_window_set_property;
  object_class->dispose = dp_library_window_dispose;
  object_class->finalize = dp_library_window_finalize;

  properties[PROP_WORKBENCH] =
      g_param_spec_object ("workbench", NULL, NULL, DP_TYPE_WORKBENCH, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DP_TYPE_CASE_FILTER);
  g_type_ensure (DP_TYPE_NEW_CASE_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-library-window.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);

  gtk_widget_class_install_action (widget_class, "library.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "library.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "library.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "library.search", NULL);
  gtk_widget_class_install_action (widget_class, "library.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "page.close", NULL, close_action);
  dp_library_window_intake_class_init (widget_class);
  dp_library_window_entries_class_init (widget_class);
}

static void
dp_library_window_init (DpLibraryWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->scopes = dp_scopes_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  gtk_custom_sorter_set_sort_func (self->sorter, compare_modified, NULL, NULL);
  gtk_list_box_set_header_func (self->sidebar, scope_header_cb, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  g_signal_connect_object (self->scopes, "entries-changed", G_CALLBACK (entries_changed_cb), self, G_CONNECT_SWAPPED);

  dp_library_window_intake_init (self);
  dp_library_window_entries_init (self);
  dp_shortcuts_add_hints (GTK_WIDGET (self));
}

GtkWidget *
dp_library_window_new (GtkApplication *application,
                       DpWorkbench *workbench)
{
  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (DP_IS_WORKBENCH (workbench), NULL);

  return g_object_new (DP_TYPE_LIBRARY_WINDOW,
                       "application", application,
                       "workbench", workbench,
                       NULL);
}

void
dp_library_window_toast (DpLibraryWindow *self,
                         const char *text)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (DP_IS_LIBRARY_WINDOW (self));
  g_return_if_fail (text != NULL);

  if (dp_library_window_is_gone (self))
    return;

  /* Toasts take markup. */
  markup = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}
