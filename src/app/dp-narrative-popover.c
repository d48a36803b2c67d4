/* dp-narrative-popover.c: choose narratives by typing a few letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narrative-popover.h"

#include <glib/gi18n.h>

#include "app/dp-narrative-choice.h"
#include "app/dp-narrative-row.h"

/* How many techniques are offered behind the narratives. */
#define N_TECHNIQUES 12

struct _DpNarrativePopover
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkListView *view;
  GtkScrolledWindow *scroller;
  GtkSingleSelection *selection;
  GListStore *choices; /* (owned) (element-type DpNarrativeChoice) */

  DpSession *session;     /* (owned) (nullable): while open */
  DpHighlight *highlight; /* (owned) (nullable) */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_TECHNIQUE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpNarrativePopover, dp_narrative_popover, GTK_TYPE_POPOVER)

static DpNarratives *
get_narratives (DpNarrativePopover *self)
{
  return dp_workbench_get_narratives (dp_session_get_workbench (self->session));
}

/* (transfer full): "Parent › Grandparent" without the narrative itself */
static char *
dup_place (DpNarrativePopover *self,
           DpNarrative *narrative)
{
  DpNarrative *parent = dp_narratives_lookup (get_narratives (self), dp_narrative_get_parent_id (narrative));

  return parent != NULL ? dp_narratives_dup_path (get_narratives (self), parent) : g_strdup ("");
}

static gboolean
is_tagged (DpNarrativePopover *self,
           DpNarrative *narrative)
{
  return self->highlight != NULL && dp_highlight_has_narrative (self->highlight, dp_narrative_get_id (narrative));
}

static void
add_choice (DpNarrativePopover *self,
            DpNarrative *narrative,
            guint key)
{
  g_autofree char *place = dup_place (self, narrative);
  g_autoptr (DpNarrativeChoice) choice = NULL;

  choice = dp_narrative_choice_new (narrative,
                                    dp_narrative_get_label (narrative),
                                    place,
                                    key,
                                    is_tagged (self, narrative));
  g_list_store_append (self->choices, choice);
}

/* Those of the number keys first, and then the whole tree. */
static void
list_all (DpNarrativePopover *self)
{
  GListModel *recent = dp_workbench_list_recent_narratives (dp_session_get_workbench (self->session));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = dp_narratives_search (get_narratives (self), "");

  for (guint i = 0; i < g_list_model_get_n_items (recent); i++)
    {
      g_autoptr (DpNarrative) narrative = g_list_model_get_item (recent, i);

      add_choice (self, narrative, i + 1);
      g_hash_table_add (seen, (char *) dp_narrative_get_id (narrative));
    }
  for (guint i = 0; i < all->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (all, i);

      if (!g_hash_table_contains (seen, dp_narrative_get_id (narrative)))
        add_choice (self, narrative, 0);
    }
}

static gboolean
has_technique (DpNarrativePopover *self,
               const char *id)
{
  const char *const *tags = self->highlight != NULL ? dp_highlight_get_techniques (self->highlight) : NULL;

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_autofree char *other = dp_technique_tag_dup_id (tags[i]);

      if (g_str_equal (other, id))
        return TRUE;
    }
  return FALSE;
}

static void
add_technique (DpNarrativePopover *self,
               const DpTechnique *technique)
{
  g_autoptr (DpNarrativeChoice) choice = dp_narrative_choice_new_technique (technique->tag, technique->group, has_technique (self, technique->id));

  g_list_store_append (self->choices, choice);
}

/* Those whose very id is typed, or all others: they come behind the offer to make a narrative. */
static void
add_techniques (DpNarrativePopover *self,
                GPtrArray *techniques,
                const char *letters,
                gboolean by_id)
{
  for (guint i = 0; i < techniques->len; i++)
    {
      const DpTechnique *technique = g_ptr_array_index (techniques, i);

      if ((g_ascii_strncasecmp (technique->id, letters, strlen (letters)) == 0) == by_id)
        add_technique (self, technique);
    }
}

static void
list_found (DpNarrativePopover *self,
            const char *letters)
{
  DpTechniques *all = dp_workbench_get_techniques (dp_session_get_workbench (self->session));
  g_autoptr (GPtrArray) techniques = g_utf8_strlen (letters, -1) > 1 ? dp_techniques_search (all, letters, N_TECHNIQUES) : g_ptr_array_new ();
  g_autoptr (GPtrArray) found = dp_narratives_search (get_narratives (self), letters);
  g_autofree char *wanted = g_utf8_casefold (letters, -1);
  gboolean is_there = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (found, i);
      g_autofree char *label = g_utf8_casefold (dp_narrative_get_label (narrative), -1);

      add_choice (self, narrative, 0);
      is_there = is_there || strcmp (label, wanted) == 0;
    }
  add_techniques (self, techniques, letters, TRUE);
  if (!is_there)
    {
      /* Translators: offers to add a narrative named by what was typed */
      g_autofree char *title = g_strdup_printf (_ ("New narrative “%s”"), letters);
      g_autoptr (DpNarrativeChoice) offer = dp_narrative_choice_new (NULL, title, "", 0, FALSE);

      g_list_store_append (self->choices, offer);
    }
  add_techniques (self, techniques, letters, FALSE);
}

static char *
dup_letters (DpNarrativePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
refresh (DpNarrativePopover *self)
{
  g_autofree char *letters = dup_letters (self);

  g_list_store_remove_all (self->choices);
  if (self->session == NULL || get_narratives (self) == NULL)
    return;
  if (*letters == '\0')
    list_all (self);
  else
    list_found (self, letters);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

/* (transfer full) (nullable) */
static DpNarrative *
add_narrative (DpNarrativePopover *self)
{
  g_autofree char *label = dup_letters (self);
  g_autoptr (GError) error = NULL;
  DpNarrativesChange *change = dp_narratives_plan_create (get_narratives (self), label, "", "", &error);
  g_autofree char *id = change != NULL ? g_strdup (change->id) : NULL;
  DpNarrative *narrative = NULL;

  if (dp_workbench_run_change (dp_session_get_workbench (self->session), change, &error))
    narrative = dp_narratives_lookup (get_narratives (self), id);
  if (error != NULL)
    dp_session_toast (self->session, error->message, NULL, NULL);
  return narrative != NULL ? g_object_ref (narrative) : NULL;
}

static void
take (DpNarrativePopover *self,
      DpNarrativeChoice *choice)
{
  g_autoptr (DpNarrative) narrative = NULL;

  if (dp_narrative_choice_get_technique (choice) != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_TECHNIQUE], 0, dp_narrative_choice_get_technique (choice));
      return;
    }
  if (dp_narrative_choice_get_narrative (choice) != NULL)
    narrative = g_object_ref (dp_narrative_choice_get_narrative (choice));
  else
    narrative = add_narrative (self);
  if (narrative != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, narrative);
}

static void
take_selected (DpNarrativePopover *self,
               gboolean keep_open)
{
  g_autoptr (DpNarrativeChoice) choice = NULL;

  if (self->session == NULL)
    return;
  choice = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_single_selection_get_selected (self->selection));
  if (choice == NULL)
    return;

  take (self, choice);
  if (keep_open)
    {
      gtk_editable_set_text (self->entry, "");
      refresh (self);
    }
  else
    {
      gtk_popover_popdown (GTK_POPOVER (self));
    }
}

static void
changed_cb (DpNarrativePopover *self)
{
  refresh (self);
}

static void
activate_entry_cb (DpNarrativePopover *self)
{
  take_selected (self, FALSE);
}

static void
stop_search_cb (DpNarrativePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
is_control_held (DpNarrativePopover *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0;
}

/* As with Enter: one click tags, and the next goes to the window again; with Ctrl the popover stays, and
 * its lines stay where they are under the pointer. */
static void
activate_row_cb (DpNarrativePopover *self,
                 guint position)
{
  g_autoptr (DpNarrativeChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), position);
  g_autoptr (DpNarrativeChoice) changed = NULL;
  DpNarrative *narrative;

  if (choice == NULL || self->session == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  narrative = dp_narrative_choice_get_narrative (choice);
  if (narrative == NULL || !is_control_held (self))
    {
      take_selected (self, is_control_held (self));
      return;
    }

  take (self, choice);
  changed = dp_narrative_choice_new (narrative,
                                     dp_narrative_choice_get_title (choice),
                                     dp_narrative_choice_get_place (choice),
                                     dp_narrative_choice_get_key (choice),
                                     is_tagged (self, narrative));
  g_list_store_splice (self->choices, position, 1, (gpointer *) &changed, 1);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
move_selection (DpNarrativePopover *self,
                int step)
{
  gint64 n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gint64 position = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  position = CLAMP (position + step, 0, n - 1);
  gtk_single_selection_set_selected (self->selection, (guint) position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", (guint) position);
}

static gboolean
take_key (DpNarrativePopover *self,
          guint key)
{
  GListModel *recent = dp_workbench_list_recent_narratives (dp_session_get_workbench (self->session));

  if (*gtk_editable_get_text (self->entry) != '\0' || key > g_list_model_get_n_items (recent))
    return FALSE;
  gtk_single_selection_set_selected (self->selection, key - 1);
  take_selected (self, FALSE);
  return TRUE;
}

static gboolean
key_pressed_cb (DpNarrativePopover *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  gboolean is_plain = (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0;

  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9 && is_plain)
    return take_key (self, keyval - GDK_KEY_0);
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      take_selected (self, (state & GDK_CONTROL_MASK) != 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
setup_row_cb (DpNarrativePopover *self,
              GtkListItem *item)
{
  gtk_list_item_set_child (item, dp_narrative_row_new ());
}

static void
bind_row_cb (DpNarrativePopover *self,
             GtkListItem *item)
{
  dp_narrative_row_set_choice (DP_NARRATIVE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
closed_cb (DpNarrativePopover *self)
{
  g_clear_object (&self->highlight);
  g_clear_object (&self->session);
  g_list_store_remove_all (self->choices);
}

void
dp_narrative_popover_start (DpNarrativePopover *self,
                            DpSession *session,
                            DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_NARRATIVE_POPOVER (self));
  g_return_if_fail (DP_IS_SESSION (session));
  g_return_if_fail (highlight == NULL || DP_IS_HIGHLIGHT (highlight));

  g_set_object (&self->session, session);
  g_set_object (&self->highlight, highlight);
  gtk_editable_set_text (self->entry, "");
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
dp_narrative_popover_open (DpNarrativePopover *self,
                           DpSession *session,
                           DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_NARRATIVE_POPOVER (self));

  gtk_popover_popup (GTK_POPOVER (self));
  dp_narrative_popover_start (self, session, highlight);
}

void
dp_narrative_popover_set_highlight (DpNarrativePopover *self,
                                    DpHighlight *highlight)
{
  g_return_if_fail (DP_IS_NARRATIVE_POPOVER (self));
  g_return_if_fail (highlight == NULL || DP_IS_HIGHLIGHT (highlight));

  g_set_object (&self->highlight, highlight);
}

static void
dp_narrative_popover_dispose (GObject *object)
{
  DpNarrativePopover *self = DP_NARRATIVE_POPOVER (object);

  g_clear_object (&self->highlight);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_narrative_popover_parent_class)->dispose (object);
}

static void
dp_narrative_popover_class_init (DpNarrativePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_narrative_popover_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         DP_TYPE_NARRATIVE);

  signals[SIGNAL_TECHNIQUE] = g_signal_new ("technique",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            1,
                                            G_TYPE_STRING);

  g_type_ensure (DP_TYPE_NARRATIVE_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-narrative-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePopover, view);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePopover, selection);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativePopover, choices);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
dp_narrative_popover_init (DpNarrativePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
dp_narrative_popover_new (void)
{
  return g_object_new (DP_TYPE_NARRATIVE_POPOVER, NULL);
}
