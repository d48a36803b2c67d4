/* dp-narrative-asking.c: the questions that putting narratives in order takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narrative-asking.h"

#include <glib/gi18n.h>

#include "app/dp-picker.h"
#include "app/dp-text-field.h"

typedef struct
{
  char *action;
  char *id;
  DpNarratives *narratives; /* (owned) */
  DpNarrativeAnswer answer;
  DpNarrativeDescribed described;
  GObject *object; /* (owned) */
  GtkWidget *entry;
  GtkWidget *under; /* (nullable) */
  GtkWidget *fields[3];
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->action);
  g_free (self->id);
  g_object_unref (self->narratives);
  g_object_unref (self->object);
  g_free (self);
}

static Question *
question_new (DpNarratives *narratives,
              const char *action,
              DpNarrative *narrative,
              gpointer object)
{
  Question *self = g_new0 (Question, 1);

  self->action = g_strdup (action);
  self->id = g_strdup (narrative != NULL ? dp_narrative_get_id (narrative) : "");
  self->narratives = g_object_ref (narratives);
  self->object = g_object_ref (object);
  return self;
}

/* For a name. */

static void
name_response_cb (GtkWidget *dialog,
                  const char *response,
                  Question *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gboolean at_top = self->under != NULL && !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->under));

  if (g_str_equal (response, "take"))
    self->answer (self->object, self->action, at_top ? "" : self->id, name);
}

static void
name_changed_cb (GtkEditable *entry,
                 AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "take", *name != '\0');
}

static void
ask_name (GtkWindow *over,
          Question *self,
          DpNarrative *narrative)
{
  GtkWidget *dialog = adw_message_dialog_new (over, NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gboolean is_rename = g_str_equal (self->action, "narrative.rename");
  gboolean is_split = g_str_equal (self->action, "narrative.split");

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), is_rename ? _ ("Rename the Narrative") : is_split ? _ ("Split the Narrative")
                                                                                                                 : _ ("New Narrative"));
  if (is_rename)
    adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), _ ("Cases keep the name that they were tagged with, and show this one beside it."));
  if (is_split)
    adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), _ ("The passages that are ticked move to a new narrative."));
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("What it claims, as one sentence"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of the narrative"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 34);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_box_append (GTK_BOX (box), self->entry);
  if (narrative != NULL && !is_rename && !is_split)
    {
      /* Translators: %s is the name of a narrative */
      g_autofree char *text = g_strdup_printf (_ ("Under “%s”"), dp_narrative_get_label (narrative));

      self->under = gtk_check_button_new_with_label (text);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->under), TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (self->under)), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), self->under);
    }
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "take", is_rename ? _ ("Rename") : is_split ? _ ("Split")
                                                                                                                                     : _ ("Create"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "take");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "take", FALSE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  if (is_rename)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), dp_narrative_get_label (narrative));
  g_signal_connect_data (dialog, "response", G_CALLBACK (name_response_cb), self, (GClosureNotify) (void (*) (void)) question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->entry);
}

/* For another narrative. */

/* (transfer full) */
static DpPickerItem *
make_item (Question *self,
           DpNarrative *narrative)
{
  DpNarrative *parent = dp_narratives_lookup (self->narratives, dp_narrative_get_parent_id (narrative));
  g_autofree char *place = parent != NULL ? dp_narratives_dup_path (self->narratives, parent) : NULL;
  g_autofree char *initials = dp_narrative_dup_initials (narrative);
  g_autofree char *css_class = g_strdup_printf ("narrative-%u", dp_narrative_get_colour (narrative));
  DpPickerItem *item = dp_picker_item_new (dp_narrative_get_label (narrative), place != NULL ? place : dp_narrative_get_definition (narrative), DP_TYPE_NARRATIVE, narrative);

  dp_picker_item_set_badge (item, initials, css_class);
  return item;
}

static GPtrArray *
search (const char *query,
        gpointer user_data)
{
  Question *self = user_data;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) found = dp_narratives_search (self->narratives, query);
  /* Translators: where a narrative is moved to when it stands under no other */
  const char *top = _ ("To the Top");

  if (g_str_equal (self->action, "narrative.move") && dp_picker_matches (query, top))
    g_ptr_array_add (items, dp_picker_item_new (top, _ ("Under no other narrative"), G_TYPE_STRV, (const char *[]){ "", NULL }));
  for (guint i = 0; i < found->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (found, i);

      if (!dp_narratives_is_under (self->narratives, dp_narrative_get_id (narrative), self->id))
        g_ptr_array_add (items, make_item (self, narrative));
    }
  return items;
}

static void
picked_cb (GtkWidget *picker,
           DpPickerItem *item,
           Question *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (picker));
  g_autofree char *id = NULL;

  if (dp_picker_item_holds (item, DP_TYPE_NARRATIVE))
    id = g_strdup (dp_narrative_get_id (dp_picker_item_get_value (item)));
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  self->answer (self->object, self->action, self->id, id != NULL ? id : "");
  gtk_window_destroy (window);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* A window that Escape closes. */
static GtkWidget *
make_window (GtkWindow *over,
             const char *title,
             GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), over);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 460, 480);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), child);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  return window;
}

static void
ask_other (GtkWindow *over,
           Question *self)
{
  gboolean is_merge = g_str_equal (self->action, "narrative.merge");
  GtkWidget *picker = g_object_new (DP_TYPE_PICKER, "placeholder", _ ("Find a narrative"), "nothing-found", _ ("No narrative fits"), NULL);
  GtkWidget *window = make_window (over, is_merge ? _ ("Merge Into") : _ ("Move Under"), picker);

  gtk_widget_set_margin_top (picker, 6);
  gtk_widget_set_margin_start (picker, 12);
  gtk_widget_set_margin_end (picker, 12);
  gtk_widget_set_margin_bottom (picker, 12);
  dp_picker_set_search (DP_PICKER (picker), search, self);
  g_signal_connect (picker, "picked", G_CALLBACK (picked_cb), self);
  g_object_set_data_full (G_OBJECT (window), "question", self, question_free);
  gtk_window_present (GTK_WINDOW (window));
  dp_picker_restart (DP_PICKER (picker));
  gtk_widget_grab_focus (picker);
}

void
dp_narrative_ask (GtkWindow *over,
                  DpNarratives *narratives,
                  const char *action,
                  DpNarrative *narrative,
                  DpNarrativeAnswer answer,
                  gpointer user_data)
{
  Question *question;
  gboolean is_about = !g_str_equal (action, "narrative.new");

  g_return_if_fail (DP_IS_NARRATIVES (narratives));

  if (narrative == NULL && is_about)
    return;
  question = question_new (narratives, action, narrative, user_data);
  question->answer = answer;
  if (g_str_equal (action, "narrative.move") || g_str_equal (action, "narrative.merge"))
    ask_other (over, question);
  else
    ask_name (over, question, narrative);
}

/* For what it says. */

static void
take_cb (GtkButton *button,
         Question *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));

  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (self->fields); i++)
    {
      g_autofree char *text = dp_text_field_dup_text (DP_TEXT_FIELD (self->fields[i]));
      g_autofree char *old = dp_narratives_dup_field (self->narratives, self->id, i);

      g_strstrip (text);
      if (!g_str_equal (text, old))
        self->described (self->object, self->id, i, text);
    }
  gtk_window_destroy (window);
}

void
dp_narrative_ask_description (GtkWindow *over,
                              DpNarratives *narratives,
                              DpNarrative *narrative,
                              DpNarrativeDescribed described,
                              gpointer user_data)
{
  Question *self = question_new (narratives, "narrative.describe", narrative, user_data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Apply"));
  GtkWidget *window;
  const char *titles[] = { _ ("Definition"), _ ("What is held against it, a line for each"), _ ("Other names, a line for each") };

  self->described = described;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *text = dp_narratives_dup_field (narratives, self->id, i);
      GtkWidget *row;

      self->fields[i] = g_object_new (DP_TYPE_TEXT_FIELD, "title", titles[i], NULL);
      dp_text_field_set_text (DP_TEXT_FIELD (self->fields[i]), text);
      row = adw_preferences_row_new ();
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->fields[i]);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  window = make_window (over, dp_narrative_get_label (narrative), scroller);
  g_signal_connect (button, "clicked", G_CALLBACK (take_cb), self);
  g_object_set_data_full (G_OBJECT (window), "question", self, question_free);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (self->fields[0]);
}
