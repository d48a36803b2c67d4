/* dp-review-words.c: asking for the words that a decision needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-review-words.h"

#include <glib/gi18n.h>

typedef struct
{
  DpReviewWordsFunc answer;
  gpointer user_data;
  GDestroyNotify destroy;
  GtkTextBuffer *buffer;
} DpQuestion;

static void
question_free (gpointer data,
               GClosure *closure)
{
  DpQuestion *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_object_unref (question->buffer);
  g_free (question);
}

/* (transfer full) */
static char *
dup_words (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strdup (g_strstrip (text));
}

static void
changed_cb (GtkTextBuffer *buffer,
            AdwMessageDialog *dialog)
{
  g_autofree char *words = dup_words (buffer);

  adw_message_dialog_set_response_enabled (dialog, "do", *words != '\0');
}

static void
response_cb (AdwMessageDialog *dialog,
             const char *response,
             DpQuestion *question)
{
  g_autofree char *words = dup_words (question->buffer);

  if (g_str_equal (response, "do") && *words != '\0')
    question->answer (words, question->user_data);
}

static GtkWidget *
make_field (GtkTextBuffer *buffer,
            const char *label)
{
  GtkWidget *view = gtk_text_view_new_with_buffer (buffer);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroll), 96);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), view);
  gtk_widget_add_css_class (scroll, "writing");
  return scroll;
}

void
dp_review_words_ask (GtkWidget *parent,
                     const char *heading,
                     const char *body,
                     const char *label,
                     DpReviewWordsFunc answer,
                     gpointer user_data,
                     GDestroyNotify destroy)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  DpQuestion *question = g_new0 (DpQuestion, 1);
  GtkWidget *field;

  question->answer = answer;
  question->user_data = user_data;
  question->destroy = destroy;
  question->buffer = gtk_text_buffer_new (NULL);
  field = make_field (question->buffer, heading);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "do", label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "do", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "do", FALSE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), field);
  g_signal_connect_object (question->buffer, "changed", G_CALLBACK (changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (field)));
}
