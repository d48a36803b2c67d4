/* dp-inquiry-row.c: somebody who is asked about the claims, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-inquiry-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/dp-checked-row.h"
#include "app/dp-text-field.h"

struct _DpInquiryRow
{
  AdwExpanderRow parent_instance;

  DpSession *session; /* (owned) (nullable) */
  DpInquiry *inquiry; /* (owned) (nullable) */
  GtkWidget *late;
  GtkWidget *answered;
  GtkWidget *answer;
  GtkWidget *reason;
  GtkLabel *sentence;
  GtkWidget *insert;
};

G_DEFINE_FINAL_TYPE (DpInquiryRow, dp_inquiry_row, ADW_TYPE_EXPANDER_ROW)

/* A deadline of a month or a year is over when that is. */
static gboolean
is_overdue (DpInquiry *inquiry)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char *deadline = dp_inquiry_get_deadline (inquiry);

  return *deadline != '\0' && dp_inquiry_get_outcome (inquiry) <= DP_INQUIRY_ASKED && strncmp (deadline, today, strlen (deadline)) < 0;
}

static void
show (DpInquiryRow *self)
{
  DpInquiryOutcome outcome = dp_inquiry_get_outcome (self->inquiry);
  const char *contact = dp_inquiry_get_contact (self->inquiry);
  const char *label = dp_inquiry_outcome_get_label (outcome);
  g_autofree char *sentence = dp_inquiry_dup_sentence (self->inquiry);
  gboolean overdue = is_overdue (self->inquiry);
  /* Translators: the outcome of an inquiry, as "Asked" */
  g_autofree char *late = g_strdup_printf (_ ("%s – the deadline is over"), label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *contact != '\0' ? contact : _ ("Nobody named yet"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), overdue ? late : label);
  gtk_widget_set_visible (self->late, overdue);
  gtk_widget_set_visible (self->answered, outcome == DP_INQUIRY_ANSWERED);
  gtk_widget_set_visible (self->answer, outcome == DP_INQUIRY_ANSWERED);
  gtk_widget_set_visible (self->reason, outcome == DP_INQUIRY_NOT_APPLICABLE);
  gtk_label_set_label (self->sentence, *sentence != '\0' ? sentence : _ ("Its sentence is ready once there is an outcome"));
  gtk_widget_set_sensitive (self->insert, *sentence != '\0');
}

static void
insert_cb (DpInquiryRow *self)
{
  g_autofree char *sentence = dp_inquiry_dup_sentence (self->inquiry);

  gtk_widget_activate_action (GTK_WIDGET (self), "write.append", "s", sentence);
}

static void
remove_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpInquiryRow *self = DP_INQUIRY_ROW (widget);
  g_autoptr (DpSession) session = g_object_ref (self->session);
  g_autoptr (DpInquiry) inquiry = g_object_ref (self->inquiry);
  DpHistory *history = dp_session_get_history (session);

  dp_history_begin (history, _ ("Remove inquiry"));
  dp_case_remove_inquiry (dp_session_get_case (session), inquiry);
  dp_history_end (history);
  dp_session_toast (session, _ ("Inquiry removed"), _ ("Undo"), "history.undo");
}

static GtkWidget *
add_field (DpInquiryRow *self,
           GtkWidget *row,
           GtkWidget *field,
           const char *property,
           const char *field_property)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_object_bind_property (self->inquiry, property, field, field_property, G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return row;
}

static GtkWidget *
add_line (DpInquiryRow *self,
          const char *property,
          const char *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL);

  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  return add_field (self, row, row, property, "text");
}

static GtkWidget *
add_date (DpInquiryRow *self,
          const char *property,
          const char *title)
{
  GtkWidget *row = g_object_new (DP_TYPE_CHECKED_ROW, "check", "date", "title", title, NULL);

  return add_field (self, row, row, property, "value");
}

static GtkWidget *
add_text (DpInquiryRow *self,
          const char *property,
          const char *title)
{
  GtkWidget *field = g_object_new (DP_TYPE_TEXT_FIELD, "title", title, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "child", field, NULL);

  return add_field (self, row, field, property, "text");
}

static void
add_outcome (DpInquiryRow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Outcome"), NULL);

  for (DpInquiryOutcome outcome = DP_INQUIRY_TO_ASK; outcome <= DP_INQUIRY_NOT_APPLICABLE; outcome++)
    gtk_string_list_append (labels, dp_inquiry_outcome_get_label (outcome));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  add_field (self, row, row, "outcome", "selected");
}

static void
add_sentence (DpInquiryRow *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "margin-top", 12, "margin-bottom", 12,
                                 "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = g_object_new (GTK_TYPE_BUTTON, "icon-name", "user-trash-symbolic", "action-name", "inquiry.remove", "hexpand", TRUE, "halign",
                                    GTK_ALIGN_END, "tooltip-text", _ ("Remove the inquiry"), NULL);

  self->sentence = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);
  self->insert = gtk_button_new_with_label (_ ("Add to the disproof"));
  g_signal_connect_object (self->insert, "clicked", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove the inquiry"), -1);
  gtk_widget_add_css_class (remove, "flat");
  gtk_box_append (GTK_BOX (buttons), self->insert);
  gtk_box_append (GTK_BOX (buttons), remove);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
dp_inquiry_row_dispose (GObject *object)
{
  DpInquiryRow *self = DP_INQUIRY_ROW (object);

  g_clear_object (&self->inquiry);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_inquiry_row_parent_class)->dispose (object);
}

static void
dp_inquiry_row_class_init (DpInquiryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dp_inquiry_row_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "inquiry.remove", NULL, remove_action);
}

static void
dp_inquiry_row_init (DpInquiryRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->late = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->late, "warning");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->late);
}

GtkWidget *
dp_inquiry_row_new (DpSession *session,
                    DpInquiry *inquiry)
{
  DpInquiryRow *self = g_object_new (DP_TYPE_INQUIRY_ROW, NULL);

  self->session = g_object_ref (session);
  self->inquiry = g_object_ref (inquiry);
  add_line (self, "contact", _ ("Who is asked"));
  add_line (self, "channel", _ ("Address or other channel"));
  add_text (self, "question", _ ("Question"));
  add_date (self, "asked", _ ("Asked on"));
  add_date (self, "deadline", _ ("Deadline"));
  add_outcome (self);
  self->answered = add_date (self, "answered", _ ("Answered on"));
  self->answer = add_text (self, "answer", _ ("Answer"));
  self->reason = add_text (self, "reason", _ ("Why nobody need be asked"));
  add_sentence (self);
  g_signal_connect_object (inquiry, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
