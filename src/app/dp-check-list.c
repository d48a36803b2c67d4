/* dp-check-list.c: what a case still lacks, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-check-list.h"

#include <glib/gi18n.h>

#include "app/dp-list-box.h"
#include "app/dp-phrases.h"
#include "app/dp-review-words.h"

struct _DpCheckList
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */
  gboolean has_answers;
  GSignalGroup *desk_signals;

  GtkListBox *list;
  GtkLabel *nothing;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpCheckList, dp_check_list, ADW_TYPE_BIN)

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
  return row;
}

static void
waived_cb (const char *words,
           gpointer user_data)
{
  GObject *row = user_data;
  DpCheckList *self = g_object_get_data (row, "page");
  DpHistory *history;
  const DpPerson *person;

  if (self->session == NULL)
    return;
  history = dp_session_get_history (self->session);
  person = dp_review_desk_get_person (dp_session_get_desk (self->session));
  dp_history_begin (history, _ ("Say that a check does not apply"));
  dp_case_waive (dp_session_get_case (self->session), g_object_get_data (row, "check"), words, person != NULL ? person->name : "");
  dp_history_end (history);
}

static void
waive_cb (GtkWidget *row)
{
  DpCheckList *self = g_object_get_data (G_OBJECT (row), "page");

  dp_review_words_ask (GTK_WIDGET (self), _ ("It Does Not Apply"), _ ("Why does this check not apply to this case? The reason is kept with it."),
                       _ ("Does Not Apply"), waived_cb, g_object_ref (row), g_object_unref);
}

static void
take_back_cb (GtkWidget *row)
{
  DpCheckList *self = g_object_get_data (G_OBJECT (row), "page");
  DpHistory *history = dp_session_get_history (self->session);

  dp_history_begin (history, _ ("Let a check apply again"));
  dp_case_waive (dp_session_get_case (self->session), g_object_get_data (G_OBJECT (row), "check"), NULL, NULL);
  dp_history_end (history);
}

static void
reasoning_cb (GtkWidget *row)
{
  DpCheckList *self = g_object_get_data (G_OBJECT (row), "page");
  DpHistory *history = dp_session_get_history (self->session);

  dp_history_begin (history, _ ("Mark as reasoning"));
  dp_ledger_set_reasoning (dp_session_get_case (self->session), g_object_get_data (G_OBJECT (row), "sentence"), TRUE);
  dp_history_end (history);
}

static const char *
get_icon (const DpFinding *finding)
{
  if (finding->waiver != NULL)
    return "action-unavailable-symbolic";
  switch (finding->severity)
    {
    case DP_SEVERITY_BLOCKS:
      return "dialog-error-symbolic";
    case DP_SEVERITY_ASKS:
      return "dialog-warning-symbolic";
    case DP_SEVERITY_HINTS:
    case DP_SEVERITY_OFF:
    default:
      return "dialog-information-symbolic";
    }
}

/* (transfer full): which one, why and what to do */
static char *
dup_explanation (const DpFinding *finding)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *quote = dp_phrase_quote (finding->detail);

  if (*finding->detail != '\0')
    g_string_append (text, quote);
  if (finding->waiver != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", finding->waiver);
  else
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", _ (finding->check->mend));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A sentence that nothing carries may be one that needs nothing. */
static void
add_reasoning_button (GtkWidget *row,
                      const DpFinding *finding)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Reasoning"));

  gtk_widget_set_tooltip_text (button, _ ("Mark the sentence as reasoning, which needs no evidence"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), "sentence", g_strdup (finding->detail), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reasoning_cb), row, G_CONNECT_SWAPPED);
}

/* That it does not apply, or does after all; and of a sentence, that it is reasoning. */
static void
add_answers (GtkWidget *row,
             const DpFinding *finding)
{
  GtkWidget *button = gtk_button_new_from_icon_name (finding->waiver != NULL ? "edit-undo-symbolic" : "edit-clear-symbolic");
  const char *label = finding->waiver != NULL ? _ ("It applies after all") : _ ("It does not apply to this case…");

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  if (g_str_equal (finding->check->id, "disproof-uncovered") && finding->waiver == NULL)
    add_reasoning_button (row, finding);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (finding->waiver != NULL ? take_back_cb : waive_cb), row, G_CONNECT_SWAPPED);
}

static void
add_finding (DpCheckList *self,
             const DpFinding *finding)
{
  g_autofree char *explanation = dup_explanation (finding);
  GtkWidget *row = make_row (_ (finding->check->title), explanation);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (finding));
  const char *severity = finding->waiver != NULL ? _ ("Does not apply") : dp_severity_get_label (finding->severity);
  g_autofree char *why = g_strdup_printf ("%s\n%s (%s)", severity, _ (finding->check->why), finding->check->authority);

  gtk_widget_set_tooltip_text (row, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, severity, -1);
  gtk_widget_add_css_class (icon, finding->waiver != NULL ? "dim-label" : dp_severity_to_nick (finding->severity));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "page", self);
  g_object_set_data (G_OBJECT (row), "check", (gpointer) finding->check->id);
  g_object_set_data_full (G_OBJECT (row), "place", g_strdup (finding->place), g_free);
  g_object_set_data_full (G_OBJECT (row), "object", g_strdup (finding->object_id), g_free);
  g_object_set_data (G_OBJECT (row), "start", GUINT_TO_POINTER (finding->span.start));
  g_object_set_data (G_OBJECT (row), "end", GUINT_TO_POINTER (finding->span.end));
  if (self->has_answers)
    add_answers (row, finding);
  gtk_list_box_append (self->list, row);
}

static void
fill (DpCheckList *self)
{
  GPtrArray *findings = self->session != NULL ? dp_review_desk_get_findings (dp_session_get_desk (self->session)) : NULL;
  guint n = findings != NULL ? findings->len : 0;

  dp_list_box_clear (self->list);
  for (guint i = 0; i < n; i++)
    add_finding (self, g_ptr_array_index (findings, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n == 0);
}

/* A list that nobody sees is filled when somebody does. */
static void
changed_cb (DpCheckList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
row_activated_cb (DpCheckList *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0,
                 g_object_get_data (G_OBJECT (row), "place"),
                 g_object_get_data (G_OBJECT (row), "object"),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "start")),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "end")));
}

static void
dp_check_list_map (GtkWidget *widget)
{
  fill (DP_CHECK_LIST (widget));
  GTK_WIDGET_CLASS (dp_check_list_parent_class)->map (widget);
}

static void
dp_check_list_dispose (GObject *object)
{
  DpCheckList *self = DP_CHECK_LIST (object);

  g_clear_object (&self->desk_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_check_list_parent_class)->dispose (object);
}

static void
dp_check_list_class_init (DpCheckListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dp_check_list_dispose;
  GTK_WIDGET_CLASS (klass)->map = dp_check_list_map;

  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
}

static void
dp_check_list_init (DpCheckList *self)
{
  GtkWidget *box = dp_list_box_new_or_nothing (_ ("What is still missing"), _ ("Nothing is missing."), &self->list, &self->nothing);

  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), box);
  self->desk_signals = g_signal_group_new (DP_TYPE_REVIEW_DESK);
  g_signal_group_connect_swapped (self->desk_signals, "changed", G_CALLBACK (changed_cb), self);
}

void
dp_check_list_set_session (DpCheckList *self,
                           DpSession *session,
                           gboolean has_answers)
{
  g_return_if_fail (DP_IS_CHECK_LIST (self));

  self->has_answers = has_answers;
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->desk_signals, session != NULL ? dp_session_get_desk (session) : NULL);
  changed_cb (self);
}
