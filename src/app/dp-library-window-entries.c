/* dp-library-window-entries.c: what can be done with a case of the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-library-window-private.h"

#include <glib/gi18n.h>

#include "app/dp-application.h"
#include "app/dp-case-row.h"

DpCaseEntry *
dp_library_window_dup_selected (DpLibraryWindow *self)
{
  DpCaseEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  return entry != NULL ? g_object_ref (entry) : NULL;
}

void
dp_library_window_select (DpLibraryWindow *self,
                          DpCaseEntry *entry)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (DpCaseEntry) item = g_list_model_get_item (model, i);

      if (item == entry)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

void
dp_library_window_update_entry_actions (DpLibraryWindow *self)
{
  g_autoptr (DpCaseEntry) entry = dp_library_window_dup_selected (self);
  gboolean is_readable = entry != NULL && *dp_case_entry_get_problem (entry) == '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.open", is_readable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.duplicate", is_readable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.trash", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.open-folder", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.menu", entry != NULL);
}

static void
open_folder_of (DpLibraryWindow *self,
                DpCaseEntry *entry)
{
  g_autofree char *uri = g_file_get_uri (dp_case_entry_get_folder (entry));

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* A case that cannot be read is looked at in its folder instead. */
void
dp_library_window_open_entry (DpLibraryWindow *self,
                              DpCaseEntry *entry)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (*dp_case_entry_get_problem (entry) != '\0')
    open_folder_of (self, entry);
  else if (DP_IS_APPLICATION (application))
    dp_application_open_folder (DP_APPLICATION (application), dp_case_entry_get_folder (entry));
}

static void
open_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);
  g_autoptr (DpCaseEntry) entry = dp_library_window_dup_selected (self);

  if (entry != NULL)
    dp_library_window_open_entry (self, entry);
}

static void
open_folder_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);
  g_autoptr (DpCaseEntry) entry = dp_library_window_dup_selected (self);

  if (entry != NULL)
    open_folder_of (self, entry);
}

static void
duplicated_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (DpLibraryWindow) self = DP_LIBRARY_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpCaseEntry) copy = dp_library_duplicate_finish (DP_LIBRARY (source), result, &error);

  if (dp_library_window_is_gone (self))
    return;
  if (copy != NULL)
    dp_library_window_select (self, copy);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    dp_library_window_toast (self, error->message);
}

static void
duplicate_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);
  g_autoptr (DpCaseEntry) entry = dp_library_window_dup_selected (self);

  if (entry != NULL)
    dp_library_duplicate_async (self->library, entry, self->cancellable, duplicated_cb, g_object_ref (self));
}

typedef struct
{
  DpLibraryWindow *window; /* lives as long as its toast */
  DpLibrary *library;      /* (owned) */
  DpCaseEntry *entry;      /* (owned) */
} Trashed;

static void
trashed_free (gpointer data,
              GClosure *closure)
{
  Trashed *trashed = data;

  g_object_unref (trashed->library);
  g_object_unref (trashed->entry);
  g_free (trashed);
}

static void
restore_cb (AdwToast *toast,
            gpointer user_data)
{
  Trashed *trashed = user_data;
  g_autoptr (GError) error = NULL;

  if (dp_library_restore (trashed->library, trashed->entry, &error))
    dp_library_window_select (trashed->window, trashed->entry);
  else
    dp_library_window_toast (trashed->window, error->message);
}

static void
show_trashed (DpLibraryWindow *self,
              DpCaseEntry *entry)
{
  g_autofree char *title = dp_case_row_dup_title (entry);
  /* Translators: \u2068 and \u2069 keep the direction of the title apart; leave them in place. */
  g_autofree char *text = g_strdup_printf (_ ("“\u2068%s\u2069” moved to the trash"), title);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);
  Trashed *trashed = g_new0 (Trashed, 1);

  trashed->window = self;
  trashed->library = g_object_ref (self->library);
  trashed->entry = g_object_ref (entry);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (restore_cb), trashed, trashed_free, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
trash_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (DpCaseEntry) entry = dp_library_window_dup_selected (self);
  g_autoptr (GError) error = NULL;

  if (entry == NULL)
    return;
  if (DP_IS_APPLICATION (application) &&
      !dp_application_close_folder (DP_APPLICATION (application), dp_case_entry_get_folder (entry)))
    {
      dp_library_window_toast (self, _ ("The case is open and cannot be saved. Close it first."));
      return;
    }

  if (dp_library_trash (self->library, entry, &error))
    show_trashed (self, entry);
  else
    dp_library_window_toast (self, error->message);
}

/* The menu. */

static void
popup_menu_at (DpLibraryWindow *self,
               double list_x,
               double list_y)
{
  double x, y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), self->content, list_x, list_y, &x, &y))
    return;
  gtk_popover_set_pointing_to (self->entry_popover, &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (self->entry_popover);
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  if (DP_IS_CASE_ROW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static void
menu_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DpLibraryWindow *self = DP_LIBRARY_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *list = GTK_WIDGET (self->list_view);
  graphene_rect_t bounds;

  if (focus == NULL || focus == list || !gtk_widget_is_ancestor (focus, list) || !gtk_widget_compute_bounds (focus, list, &bounds))
    return;

  popup_menu_at (self, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
}

/* The pressed row is the one meant, whichever was selected before. */
static void
pressed_cb (DpLibraryWindow *self,
            double x,
            double y)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  GtkWidget *row = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);

  /* Beside the row's content it is the list item that is hit. */
  while (row != NULL && row != list && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  row = row != NULL && row != list ? find_row (row) : NULL;
  if (row == NULL || dp_case_row_get_entry (DP_CASE_ROW (row)) == NULL)
    return;

  dp_library_window_select (self, dp_case_row_get_entry (DP_CASE_ROW (row)));
  /* The line, not its content, takes the focus; it comes back there when the menu is closed. */
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  popup_menu_at (self, x, y);
}

/* Left alone, GTK would give the focus to the first widget of the window. */
static void
menu_closed_cb (DpLibraryWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
right_pressed_cb (DpLibraryWindow *self,
                  int n_press,
                  double x,
                  double y,
                  GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pressed_cb (self, x, y);
}

static void
long_pressed_cb (DpLibraryWindow *self,
                 double x,
                 double y)
{
  pressed_cb (self, x, y);
}

static void
add_gestures (DpLibraryWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (right_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_object (long_press, "pressed", G_CALLBACK (long_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (long_press));
}

/* Keys of the list, not of the window: Delete belongs to the search while one types there. */
static void
add_keys (DpLibraryWindow *self)
{
  const struct
  {
    const char *keys;
    const char *action;
  } bindings[] = {
    { "Delete|KP_Delete", "entry.trash" },
    { "Menu|<Shift>F10", "entry.menu" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (bindings[i].keys),
                                                            gtk_named_action_new (bindings[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), controller);
}

void
dp_library_window_entries_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "entry.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "entry.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "entry.trash", NULL, trash_action);
  gtk_widget_class_install_action (widget_class, "entry.open-folder", NULL, open_folder_action);
  gtk_widget_class_install_action (widget_class, "entry.menu", NULL, menu_action);
}

void
dp_library_window_entries_init (DpLibraryWindow *self)
{
  self->entry_popover = GTK_POPOVER (gtk_popover_menu_new_from_model (self->entry_menu));
  gtk_popover_set_has_arrow (self->entry_popover, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->entry_popover), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->entry_popover), self->content);
  g_signal_connect_object (self->entry_popover, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);

  add_gestures (self);
  add_keys (self);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (dp_library_window_update_entry_actions), self, G_CONNECT_SWAPPED);
  dp_library_window_update_entry_actions (self);
}
