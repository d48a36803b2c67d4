/* dp-reading-window.c: the reviewer's window: the case as it will be published, and all that a decision needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-reading-window.h"

#include <glib/gi18n.h>

#include "app/dp-check-list.h"
#include "app/dp-comments.h"
#include "app/dp-list-box.h"
#include "app/dp-open-comments.h"
#include "app/dp-phrases.h"
#include "app/dp-reading-document.h"
#include "app/dp-shortcuts.h"

struct _DpReadingWindow
{
  AdwWindow parent_instance;

  DpSession *session; /* (owned) (nullable) */
  GSignalGroup *desk_signals;
  GCancellable *comparing; /* (owned) (nullable) */
  char *shown;             /* (owned) (nullable): the digest of what is shown, and of what it is compared with */
  GtkWidget *document;
  int at_change; /* the row that was gone to last; -1: none */

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *side_toggle;
  GtkWidget *alarm_bar;
  GtkLabel *alarm;
  AdwFlap *flap;
  GtkStack *stack;
  GtkScrolledWindow *scroll;
  AdwClamp *clamp;
  AdwStatusPage *problem;
  GtkLabel *read_state;
  GtkListBox *changes;
  GtkWidget *mark_read;
  GtkMenuButton *whole_button;
  GtkPopover *whole_popover;
  DpComments *whole;
  DpOpenComments *comments;
  DpCheckList *checks;
  GtkTextView *words;
  GtkLabel *refusal;
};

G_DEFINE_FINAL_TYPE (DpReadingWindow, dp_reading_window, ADW_TYPE_WINDOW)

static DpReviewDesk *
get_desk (DpReadingWindow *self)
{
  return dp_session_get_desk (self->session);
}

static void
tell (DpReadingWindow *self,
      const char *text)
{
  AdwToast *toast = adw_toast_new (text);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, markup);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What changed. */

static void
add_change (DpReadingWindow *self,
            const DpChange *change)
{
  static const char *const icons[] = {
    [DP_CHANGE_ADDED] = "list-add-symbolic",
    [DP_CHANGE_REMOVED] = "list-remove-symbolic",
    [DP_CHANGE_CHANGED] = "document-edit-symbolic",
  };
  const char *words[] = {
    [DP_CHANGE_ADDED] = _ ("Added"),
    [DP_CHANGE_REMOVED] = _ ("Removed"),
    [DP_CHANGE_CHANGED] = _ ("Changed"),
  };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[change->kind]);
  g_autofree char *heading = g_markup_escape_text (change->heading, -1);
  g_autofree char *text = dp_phrase_change (change->old_text, change->new_text);
  gboolean is_prose = g_str_equal (change->place, "/disproof") || g_str_equal (change->place, "/summary");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, words[change->kind], -1);
  gtk_widget_set_tooltip_text (icon, words[change->kind]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), heading);
  /* Prose shows its changes in their places. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_prose && change->kind == DP_CHANGE_CHANGED ? _ ("Words came or went") : text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 5);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "place", g_strdup (change->place), g_free);
  gtk_list_box_append (self->changes, row);
}

static void
show_changes (DpReadingWindow *self,
              GPtrArray *changes)
{
  DpEntry *read = dp_review_desk_get_read (get_desk (self));
  g_autofree char *day = read != NULL ? dp_phrase_date (dp_entry_get_when (read)) : NULL;
  g_autofree char *text = NULL;

  dp_list_box_clear (self->changes);
  self->at_change = -1;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    add_change (self, g_ptr_array_index (changes, i));
  gtk_widget_set_visible (GTK_WIDGET (self->changes), changes != NULL && changes->len > 0);
  if (read == NULL)
    text = g_strdup (_ ("You have not read this case yet."));
  else if (changes == NULL)
    text = g_strdup (_ ("What you read then is not kept any more: read all of it."));
  else if (changes->len == 0)
    /* Translators: a date */
    text = g_strdup_printf (_ ("Nothing: you read it as it is now, on %s."), day);
  else
    text = g_strdup_printf (_ ("You read it on %s. Words that went are struck through, words that came are underlined."), day);
  gtk_label_set_label (self->read_state, text);
}

static void
show_document (DpReadingWindow *self,
               DpCase *dp_case,
               DpCase *before)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroll);
  double at = gtk_adjustment_get_value (adjustment);
  gboolean is_first = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "document") != 0;

  dp_reading_document_show (DP_READING_DOCUMENT (self->document), dp_case, before);
  gtk_stack_set_visible_child_name (self->stack, "document");
  gtk_adjustment_set_value (adjustment, at);
  if (is_first)
    gtk_widget_grab_focus (self->document);
}

static void
compared_cb (GObject *source_object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (DpReadingWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpDeskComparison) comparison = dp_review_desk_compare_finish (DP_REVIEW_DESK (source_object), result, &error);

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_changes (self, comparison != NULL ? comparison->changes : NULL);
  show_document (self, dp_session_get_case (self->session), comparison != NULL && comparison->changes->len > 0 ? comparison->before : NULL);
}

static void
change_activated_cb (DpReadingWindow *self,
                     GtkListBoxRow *row)
{
  self->at_change = gtk_list_box_row_get_index (row);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  dp_reading_document_go (DP_READING_DOCUMENT (self->document), g_object_get_data (G_OBJECT (row), "place"));
}

static void
go_to_change (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpReadingWindow *self = DP_READING_WINDOW (widget);
  int step = g_str_equal (action_name, "reading.next-change") ? 1 : -1;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->changes, MAX (self->at_change + step, 0));

  if (row != NULL)
    change_activated_cb (self, row);
}

static void
finding_activated_cb (DpReadingWindow *self,
                      const char *place,
                      const char *object_id,
                      guint start,
                      guint end)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  if (end > start)
    dp_reading_document_go_to_passage (DP_READING_DOCUMENT (self->document), g_str_has_prefix (place, "/summary") ? "summary" : "disproof", (DpSpan){ start, end });
  else
    dp_reading_document_go (DP_READING_DOCUMENT (self->document), place);
}

/* Comments. */

static void
whole_done_cb (DpReadingWindow *self)
{
  gtk_popover_popdown (self->whole_popover);
}

static void
open_whole (DpReadingWindow *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_menu_button_popup (self->whole_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->whole));
}

static void
comment_action (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  open_whole (DP_READING_WINDOW (widget));
}

static void
comment_activated_cb (DpReadingWindow *self,
                      DpComment *comment)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  DpHighlight *highlight = dp_case_find_highlight (dp_case, dp_comment_get_highlight_id (comment));
  DpAnchorMatch match = dp_case_place_comment (dp_case, comment);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (dp_comment_get_anchor (comment) != NULL && match.status == DP_ANCHOR_LOST)
    {
      tell (self, _ ("The words that this comment is about are gone"));
    }
  else if (dp_comment_get_anchor (comment) != NULL)
    {
      dp_reading_document_go_to_passage (DP_READING_DOCUMENT (self->document), dp_comment_get_part (comment), match.span);
    }
  else if (*dp_comment_get_evidence_id (comment) != '\0')
    {
      dp_reading_document_go_to_evidence (DP_READING_DOCUMENT (self->document), dp_comment_get_evidence_id (comment), TRUE);
    }
  else if (highlight != NULL)
    {
      dp_session_set_article (self->session, dp_case_find_article (dp_case, dp_highlight_get_article_id (highlight)));
      dp_session_set_highlight (self->session, highlight);
      if (parent != NULL)
        gtk_window_present (parent);
    }
  else
    {
      open_whole (self);
    }
}

/* The decision. */

/* (transfer full) */
static char *
dup_words (DpReadingWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strdup (g_strstrip (text));
}

static void
moved_cb (GObject *source_object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DpReadingWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!dp_review_desk_move_finish (DP_REVIEW_DESK (source_object), result, &error))
    tell (self, error->message);
  else if (g_object_get_data (G_OBJECT (self), "takes-words") != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), "", 0);
}

static void
move_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpReadingWindow *self = DP_READING_WINDOW (widget);
  DpMove move = g_str_equal (action_name, "reading.approve") ? DP_MOVE_APPROVE : g_str_equal (action_name, "reading.mark-read") ? DP_MOVE_READ
                                                                                                                                : DP_MOVE_REQUEST_CHANGES;
  g_autofree char *words = move != DP_MOVE_READ ? dup_words (self) : NULL;

  if (move == DP_MOVE_REQUEST_CHANGES && *words == '\0')
    {
      tell (self, _ ("Say what should be another"));
      adw_flap_set_reveal_flap (self->flap, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->words));
      return;
    }
  g_object_set_data (G_OBJECT (self), "takes-words", GINT_TO_POINTER (move != DP_MOVE_READ));
  dp_review_desk_move_async (get_desk (self), move, words, NULL, NULL, moved_cb, g_object_ref (self));
}

static void
words_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpReadingWindow *self = DP_READING_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
side_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpReadingWindow *self = DP_READING_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
show_moves (DpReadingWindow *self)
{
  DpReviewDesk *desk = get_desk (self);
  g_autoptr (GError) error = NULL;
  gboolean can = dp_review_desk_can (desk, DP_MOVE_APPROVE, &error);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.mark-read", !dp_review_desk_is_read (desk));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.approve", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.request-changes", dp_review_desk_can (desk, DP_MOVE_REQUEST_CHANGES, NULL));
  gtk_label_set_label (self->refusal, can ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), !can);
}

/* All of it. */

static void
show_title (DpReadingWindow *self)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  gboolean is_void = dp_review_desk_get_approval (get_desk (self)) == DP_APPROVAL_VOID;
  const char *alarm = dp_review_desk_get_alarm (get_desk (self));

  adw_window_title_set_subtitle (self->title, is_void ? _ ("Approval Void") : dp_case_state_get_label (dp_case_get_state (dp_case)));
  gtk_label_set_label (self->alarm, alarm != NULL ? alarm : "");
  gtk_widget_set_visible (self->alarm_bar, alarm != NULL);
}

static void
changed_cb (DpReadingWindow *self)
{
  DpReviewDesk *desk = get_desk (self);
  DpEntry *read = dp_review_desk_get_read (desk);
  g_autofree char *now = g_strdup_printf ("%s %s", dp_review_desk_get_digest (desk), read != NULL ? dp_entry_get_content (read) : "");

  show_title (self);
  show_moves (self);
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  self->comparing = g_cancellable_new ();
  dp_review_desk_compare_async (desk, "read", self->comparing, compared_cb, g_object_ref (self));
}

static void
version_cb (GObject *source_object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (DpReadingWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpDeskComparison) comparison = dp_review_desk_compare_finish (DP_REVIEW_DESK (source_object), result, &error);
  g_autofree char *markup = NULL;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (comparison != NULL)
    {
      show_document (self, comparison->before, NULL);
      return;
    }
  markup = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
dp_reading_window_dispose (GObject *object)
{
  DpReadingWindow *self = DP_READING_WINDOW (object);

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_reading_window_parent_class)->dispose (object);
}

static void
dp_reading_window_finalize (GObject *object)
{
  g_free (DP_READING_WINDOW (object)->shown);

  G_OBJECT_CLASS (dp_reading_window_parent_class)->finalize (object);
}

static const struct
{
  const char *action;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "reading.mark-read", move_action },
  { "reading.approve", move_action },
  { "reading.request-changes", move_action },
  { "reading.comment", comment_action },
  { "reading.next-change", go_to_change },
  { "reading.previous-change", go_to_change },
  { "reading.side", side_action },
  { "reading.words", words_action },
};

static void
install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].action, NULL, actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Before the field that has the focus, which takes Enter with whatever is held down with it. */
static void
add_keys (DpReadingWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const DpShortcut *shortcut = dp_shortcuts_find (actions[i].action);

      if (shortcut != NULL)
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                              gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcut->accels), gtk_named_action_new (actions[i].action)));
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
dp_reading_window_class_init (DpReadingWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_reading_window_dispose;
  object_class->finalize = dp_reading_window_finalize;

  install_actions (widget_class);
  g_type_ensure (DP_TYPE_CHECK_LIST);
  g_type_ensure (DP_TYPE_COMMENTS);
  g_type_ensure (DP_TYPE_OPEN_COMMENTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-reading-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, side_toggle);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, alarm_bar);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, alarm);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, scroll);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, clamp);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, read_state);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, mark_read);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, whole_button);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, whole_popover);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, whole);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, comments);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, checks);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, words);
  gtk_widget_class_bind_template_child (widget_class, DpReadingWindow, refusal);
  gtk_widget_class_bind_template_callback (widget_class, change_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, whole_done_cb);
}

static void
dp_reading_window_init (DpReadingWindow *self)
{
  self->at_change = -1;
  self->desk_signals = g_signal_group_new (DP_TYPE_REVIEW_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  dp_shortcuts_add_hints (GTK_WIDGET (self));
}

static DpReadingWindow *
make (DpSession *session,
      DpReadingKind kind)
{
  DpReadingWindow *self = g_object_new (DP_TYPE_READING_WINDOW, NULL);
  const char *title = dp_case_get_title (dp_session_get_case (session));

  self->session = g_object_ref (session);
  self->document = dp_reading_document_new (session, kind);
  adw_clamp_set_child (self->clamp, self->document);
  if (*title != '\0')
    adw_window_title_set_title (self->title, title);
  return self;
}

GtkWindow *
dp_reading_window_new (DpSession *session)
{
  DpReadingWindow *self;

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);

  self = make (session, DP_READING_WORK);
  dp_comments_set_whole (self->whole, session);
  dp_check_list_set_session (self->checks, session, FALSE);
  dp_open_comments_set_session (self->comments, session);
  g_signal_group_set_target (self->desk_signals, get_desk (self));
  changed_cb (self);
  return GTK_WINDOW (self);
}

GtkWindow *
dp_reading_window_new_for_version (DpSession *session,
                                   const char *version)
{
  DpReadingWindow *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);

  self = make (session, DP_READING_PUBLISHED);
  /* Translators: a number */
  label = g_strdup_printf (_ ("Version %s, as it was published"), version);
  adw_window_title_set_subtitle (self->title, label);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  adw_flap_set_locked (self->flap, TRUE);
  gtk_widget_set_visible (self->side_toggle, FALSE);
  self->comparing = g_cancellable_new ();
  dp_review_desk_compare_async (get_desk (self), version, self->comparing, version_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}
