/* dp-cross-check-window.c: a second verdict, by somebody who sees the claims and the evidence alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-cross-check-window.h"

#include <glib/gi18n.h>

#include "app/dp-reading-document.h"
#include "app/dp-shortcuts.h"
#include "review/dp-confidence.h"

struct _DpCrossCheckWindow
{
  AdwWindow parent_instance;

  DpSession *session; /* (owned) (nullable) */
  gboolean is_given;

  AdwToastOverlay *toasts;
  AdwBin *document;
  GtkWidget *form;
  AdwComboRow *verdict;
  GtkStringList *verdicts;
  AdwComboRow *confidence;
  GtkStringList *confidences;
  AdwEntryRow *words;
  GtkWidget *button;
  GtkWidget *both;
  GtkLabel *outcome;
  GtkLabel *theirs;
  GtkLabel *ours;
};

G_DEFINE_FINAL_TYPE (DpCrossCheckWindow, dp_cross_check_window, ADW_TYPE_WINDOW)

static DpReviewDesk *
get_desk (DpCrossCheckWindow *self)
{
  return dp_session_get_desk (self->session);
}

static DpRatings *
get_ratings (DpCrossCheckWindow *self)
{
  return dp_review_desk_get_house (get_desk (self))->ratings;
}

/* (nullable): the one that is chosen; the first line of the list is none */
static const DpRating *
get_chosen (DpCrossCheckWindow *self)
{
  GPtrArray *all = get_ratings (self) != NULL ? dp_ratings_get_all (get_ratings (self)) : NULL;
  guint selected = adw_combo_row_get_selected (self->verdict);

  return selected > 0 && selected <= all->len ? g_ptr_array_index (all, selected - 1) : NULL;
}

static gboolean
is_complete (DpCrossCheckWindow *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words))));

  return !self->is_given && get_chosen (self) != NULL && adw_combo_row_get_selected (self->confidence) > 0 && *words != '\0';
}

static void
chosen_cb (DpCrossCheckWindow *self)
{
  const DpRating *rating;

  if (self->session == NULL)
    return;
  rating = get_chosen (self);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->verdict), rating != NULL ? rating->definition : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cross-check.give", is_complete (self));
}

/* (transfer full): a verdict with what it means */
static char *
dup_verdict (DpCrossCheckWindow *self,
             const char *whose,
             const char *id)
{
  const DpRating *rating = dp_ratings_find (get_ratings (self), id);

  if (rating == NULL)
    return g_strdup_printf (_ ("%s: %s"), whose, *id != '\0' ? id : C_ ("verdict", "None yet"));
  /* Translators: whose verdict, the verdict, and what it means */
  return g_strdup_printf (_ ("%s: %s – %s"), whose, rating->label, rating->definition);
}

static void
show_both (DpCrossCheckWindow *self)
{
  GListModel *entries = dp_case_list_entries (dp_session_get_case (self->session));
  g_autoptr (DpEntry) given = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;
  gboolean is_same;

  for (guint i = g_list_model_get_n_items (entries); i > 0 && given == NULL; i--)
    {
      g_autoptr (DpEntry) entry = g_list_model_get_item (entries, i - 1);

      if (g_str_equal (dp_entry_get_what (entry), dp_move_to_nick (DP_MOVE_CROSS_CHECK)))
        given = g_steal_pointer (&entry);
    }
  if (given == NULL)
    return;
  is_same = g_str_equal (dp_entry_get_verdict (given), dp_entry_get_case_verdict (given));
  theirs = dup_verdict (self, _ ("Your verdict"), dp_entry_get_verdict (given));
  ours = dup_verdict (self, _ ("The case’s verdict"), dp_entry_get_case_verdict (given));
  gtk_label_set_label (self->outcome, is_same ? _ ("Both verdicts are the same") : _ ("The verdicts differ: the case went back to who wrote it"));
  gtk_label_set_label (self->theirs, theirs);
  gtk_label_set_label (self->ours, ours);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (self->both, TRUE);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_set_visible (self->form, FALSE);
}

static void
given_cb (GObject *source_object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DpCrossCheckWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *markup = NULL;

  if (dp_review_desk_move_finish (DP_REVIEW_DESK (source_object), result, &error))
    {
      if (self->session != NULL)
        show_both (self);
      return;
    }
  self->is_given = FALSE;
  markup = g_markup_escape_text (error->message, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
  if (self->session != NULL)
    chosen_cb (self);
}

static void
give (DpCrossCheckWindow *self)
{
  DpConfidence confidence = adw_combo_row_get_selected (self->confidence) - 1;

  if (self->session == NULL || !is_complete (self))
    return;
  self->is_given = TRUE;
  chosen_cb (self);
  dp_review_desk_move_async (get_desk (self), DP_MOVE_CROSS_CHECK, gtk_editable_get_text (GTK_EDITABLE (self->words)), get_chosen (self)->id, dp_confidence_to_nick (confidence), given_cb, g_object_ref (self));
}

static void
give_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  give (DP_CROSS_CHECK_WINDOW (widget));
}

static void
dp_cross_check_window_dispose (GObject *object)
{
  g_clear_object (&DP_CROSS_CHECK_WINDOW (object)->session);

  G_OBJECT_CLASS (dp_cross_check_window_parent_class)->dispose (object);
}

static void
dp_cross_check_window_class_init (DpCrossCheckWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dp_cross_check_window_dispose;

  gtk_widget_class_install_action (widget_class, "cross-check.give", NULL, give_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "cross-check.give", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-cross-check-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, document);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, form);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, verdict);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, verdicts);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, confidence);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, confidences);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, words);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, button);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, both);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, outcome);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, theirs);
  gtk_widget_class_bind_template_child (widget_class, DpCrossCheckWindow, ours);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, give);
}

static void
dp_cross_check_window_init (DpCrossCheckWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dp_shortcuts_add_hints (GTK_WIDGET (self));
}

static void
fill_choices (DpCrossCheckWindow *self)
{
  GPtrArray *all = dp_ratings_get_all (get_ratings (self));

  gtk_string_list_append (self->verdicts, C_ ("verdict", "None yet"));
  for (guint i = 0; i < all->len; i++)
    gtk_string_list_append (self->verdicts, ((const DpRating *) g_ptr_array_index (all, i))->label);
  /* Translators: nothing is chosen yet */
  gtk_string_list_append (self->confidences, C_ ("confidence", "Choose"));
  for (DpConfidence confidence = DP_CONFIDENCE_LOW; confidence <= DP_CONFIDENCE_HIGH; confidence++)
    gtk_string_list_append (self->confidences, dp_confidence_get_label (confidence));
}

GtkWindow *
dp_cross_check_window_new (DpSession *session)
{
  DpCrossCheckWindow *self;
  GtkWidget *document;

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);

  self = g_object_new (DP_TYPE_CROSS_CHECK_WINDOW, NULL);
  self->session = g_object_ref (session);
  document = dp_reading_document_new (session, DP_READING_BLIND);
  dp_reading_document_show (DP_READING_DOCUMENT (document), dp_session_get_case (session), NULL);
  adw_bin_set_child (self->document, document);
  fill_choices (self);
  chosen_cb (self);
  gtk_widget_grab_focus (document);
  return GTK_WINDOW (self);
}
