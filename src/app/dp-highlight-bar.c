/* dp-highlight-bar.c: what can be done with a highlight, beside it, for the mouse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-highlight-bar.h"

#include <glib/gi18n.h>

#include "app/dp-narrative-chip.h"

#define MOST_RECENT 6 /* more would be wider than a narrow window */

struct _DpHighlightBar
{
  GtkPopover parent_instance;

  GtkBox *recent;
  GtkWidget *root;          /* (unowned) (nullable): while shown */
  GtkEventController *away; /* (unowned) (nullable): on it */
};

G_DEFINE_FINAL_TYPE (DpHighlightBar, dp_highlight_bar, GTK_TYPE_POPOVER)

static GtkWidget *
recent_button_new (DpNarrative *narrative,
                   guint number,
                   gboolean is_there)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *initials = dp_narrative_dup_initials (narrative);
  g_autofree char *css_class = dp_narrative_dup_css_class (narrative);
  GtkWidget *badge = gtk_label_new (initials);
  /* Translators: the tooltip of a button: the name of a narrative (the key that tags with it) */
  g_autofree char *hint = g_strdup_printf (_ ("%s (%u)"), dp_narrative_get_label (narrative), number);

  gtk_widget_add_css_class (badge, "narrative-badge");
  gtk_widget_add_css_class (badge, css_class);
  gtk_button_set_child (GTK_BUTTON (button), badge);
  gtk_widget_add_css_class (button, "flat");
  if (is_there)
    gtk_widget_add_css_class (button, "tagged");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, dp_narrative_get_label (narrative), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "highlight.tag-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) number);
  return button;
}

static void
list_recent (DpHighlightBar *self,
             DpSession *session,
             DpHighlight *highlight)
{
  GListModel *recent = dp_workbench_list_recent_narratives (dp_session_get_workbench (session));
  guint n = MIN (g_list_model_get_n_items (recent), MOST_RECENT);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_box_remove (self->recent, child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpNarrative) narrative = g_list_model_get_item (recent, i);
      gboolean is_there = highlight != NULL && dp_highlight_has_narrative (highlight, dp_narrative_get_id (narrative));

      gtk_box_append (self->recent, recent_button_new (narrative, i + 1, is_there));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), n > 0);
}

/* A press in the bar, which has a surface of its own, comes by here as well. */
static void
pressed_away_cb (DpHighlightBar *self,
                 int n_press,
                 double x,
                 double y,
                 GtkGesture *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (event != NULL && gdk_event_get_surface (event) != gtk_native_get_surface (GTK_NATIVE (self)))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
focus_moved_cb (DpHighlightBar *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->root));
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (focus != NULL && parent != NULL && !gtk_widget_is_ancestor (focus, parent))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
let_go (DpHighlightBar *self)
{
  if (self->root == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->root, focus_moved_cb, self);
  gtk_widget_remove_controller (self->root, self->away);
  g_object_remove_weak_pointer (G_OBJECT (self->root), (gpointer *) &self->root);
  self->root = NULL;
}

static void
dp_highlight_bar_map (GtkWidget *widget)
{
  DpHighlightBar *self = DP_HIGHLIGHT_BAR (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  GTK_WIDGET_CLASS (dp_highlight_bar_parent_class)->map (widget);

  let_go (self);
  self->root = root;
  g_object_add_weak_pointer (G_OBJECT (root), (gpointer *) &self->root);
  self->away = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_event_controller_set_propagation_phase (self->away, GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->away), 0);
  g_signal_connect_object (self->away, "pressed", G_CALLBACK (pressed_away_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (root, self->away);
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self, G_CONNECT_SWAPPED);
}

static void
dp_highlight_bar_unmap (GtkWidget *widget)
{
  let_go (DP_HIGHLIGHT_BAR (widget));

  GTK_WIDGET_CLASS (dp_highlight_bar_parent_class)->unmap (widget);
}

static void
dp_highlight_bar_class_init (DpHighlightBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = dp_highlight_bar_map;
  widget_class->unmap = dp_highlight_bar_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-highlight-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DpHighlightBar, recent);
}

static void
dp_highlight_bar_init (DpHighlightBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_highlight_bar_new (void)
{
  return g_object_new (DP_TYPE_HIGHLIGHT_BAR, NULL);
}

void
dp_highlight_bar_show (DpHighlightBar *self,
                       DpSession *session,
                       DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_HIGHLIGHT_BAR (self));
  g_return_if_fail (DP_IS_SESSION (session));

  list_recent (self, session, highlight);
  gtk_popover_popup (GTK_POPOVER (self));
}
