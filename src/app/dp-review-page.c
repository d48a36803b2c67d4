/* dp-review-page.c: what a case still lacks, what can be done with it now, and what was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-review-page.h"

#include <glib/gi18n.h>

#include "app/dp-check-list.h"
#include "app/dp-list-box.h"
#include "app/dp-open-comments.h"
#include "app/dp-phrases.h"
#include "app/dp-shortcuts.h"
#include "app/dp-review-words.h"
#include "review/dp-confidence.h"

struct _DpReviewPage
{
  AdwBin parent_instance;

  DpSession *session;         /* (owned) (nullable) */
  GSignalGroup *desk_changes; /* (owned) */
  GCancellable *comparing;    /* (owned) (nullable): of what voids the approval */
  gboolean is_filling;

  GtkWidget *alarm_bar;
  GtkLabel *alarm;
  DpOpenComments *comments;
  GtkWidget *void_part;
  GtkListBox *changes;
  GtkLabel *state;
  GtkListBox *moves;
  GtkLabel *problems;
  GtkWidget *blind;
  GtkWidget *verdict_list;
  AdwComboRow *verdict;
  GtkStringList *verdicts;
  GtkLevelBar *meter;
  GtkLabel *coverage;
  DpCheckList *checks;
  AdwEntryRow *name;
  AdwEntryRow *email;
  AdwEntryRow *organisation;
  GtkWidget *history_part;
  GtkListBox *history;
};

typedef enum
{
  PROP_SESSION = 1,
} DpReviewPageProperty;

static GParamSpec *properties[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (DpReviewPage, dp_review_page, ADW_TYPE_BIN)

static DpReviewDesk *
get_desk (DpReviewPage *self)
{
  return dp_session_get_desk (self->session);
}

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

/* The moves. */

static void
moved_cb (GObject *source_object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DpSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!dp_review_desk_move_finish (DP_REVIEW_DESK (source_object), result, &error))
    dp_session_toast (session, error->message, NULL, NULL);
}

static void
do_move (DpReviewPage *self,
         DpMove move,
         const char *words)
{
  dp_review_desk_move_async (get_desk (self), move, words, NULL, NULL, moved_cb, g_object_ref (self->session));
}

typedef struct
{
  DpReviewPage *page;
  DpMove move;
} DpAsked;

static void
asked_free (gpointer data)
{
  g_object_unref (((DpAsked *) data)->page);
  g_free (data);
}

static void
words_cb (const char *words,
          gpointer user_data)
{
  DpAsked *asked = user_data;

  if (asked->page->session != NULL)
    do_move (asked->page, asked->move, words);
}

static const char *
get_question (DpMove move)
{
  switch (move)
    {
    case DP_MOVE_CORRECT:
      return _ ("What was wrong, and what is right now? Readers see these words and the date.");
    case DP_MOVE_WITHDRAW:
      return _ ("Why is it withdrawn? Readers see these words and the date.");
    case DP_MOVE_REQUEST_CHANGES:
      return _ ("What should be another? These words go to whoever wrote the case.");
    case DP_MOVE_SUBMIT:
    case DP_MOVE_RECALL:
    case DP_MOVE_COMMENT:
    case DP_MOVE_CROSS_CHECK:
    case DP_MOVE_APPROVE:
    case DP_MOVE_PUBLISH:
    case DP_MOVE_DECLINE:
    case DP_MOVE_REOPEN:
    default:
      return _ ("These words are kept in the history of the case.");
    }
}

static void
move_activated_cb (DpReviewPage *self,
                   AdwActionRow *row)
{
  DpMove move = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "move"));
  DpAsked *asked;

  if (move == DP_MOVE_CROSS_CHECK)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "case.cross-check", NULL);
      return;
    }
  if (!dp_review_desk_needs_words (get_desk (self), move))
    {
      do_move (self, move, NULL);
      return;
    }
  asked = g_new0 (DpAsked, 1);
  asked->page = g_object_ref (self);
  asked->move = move;
  dp_review_words_ask (GTK_WIDGET (self), dp_move_get_label (move), get_question (move), dp_move_get_label (move), words_cb, asked, asked_free);
}

/* Refusals are told where the move would be. */
static void
add_move (DpReviewPage *self,
          DpMove move)
{
  g_autoptr (GError) error = NULL;
  gboolean can = dp_review_desk_can (get_desk (self), move, &error);
  GtkWidget *row = make_row (dp_move_get_label (move), can ? "" : error->message);

  g_object_set_data (G_OBJECT (row), "move", GINT_TO_POINTER (move));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can);
  if (can)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  else
    gtk_widget_add_css_class (row, "dim-label");
  gtk_list_box_append (self->moves, row);
}

static void
fill_moves (DpReviewPage *self)
{
  gboolean asks_second = dp_policy_asks_second (dp_review_desk_get_house (get_desk (self))->policy);

  /* Comments have their own place beside the text; reading has its window. */
  dp_list_box_clear (self->moves);
  for (DpMove move = 0; move < DP_N_MOVES; move++)
    if (move != DP_MOVE_COMMENT && move != DP_MOVE_READ && (move != DP_MOVE_CROSS_CHECK || asks_second) && dp_review_desk_has (get_desk (self), move))
      add_move (self, move);
  gtk_label_set_label (self->state, dp_case_state_get_label (dp_case_get_state (dp_session_get_case (self->session))));
}

/* What voids the approval. */

static void
show_changes (DpReviewPage *self,
              GPtrArray *changes)
{
  dp_list_box_clear (self->changes);
  for (guint i = 0; i < changes->len; i++)
    {
      const DpChange *change = g_ptr_array_index (changes, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *title = g_markup_escape_text (change->heading, -1);
      g_autofree char *subtitle = dp_phrase_change (change->old_text, change->new_text);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
      gtk_list_box_append (self->changes, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->changes), changes->len > 0);
}

static void
compared_cb (GObject *source_object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (DpReviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DpDeskComparison) comparison = dp_review_desk_compare_finish (DP_REVIEW_DESK (source_object), result, &error);

  if (comparison != NULL)
    show_changes (self, comparison->changes);
}

static void
fill_void (DpReviewPage *self)
{
  gboolean is_void = dp_review_desk_get_approval (get_desk (self)) == DP_APPROVAL_VOID;

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  gtk_widget_set_visible (self->void_part, is_void);
  if (!is_void)
    return;
  self->comparing = g_cancellable_new ();
  dp_review_desk_compare_async (get_desk (self), "approved", self->comparing, compared_cb, g_object_ref (self));
}

/* What is missing. */

static void
fill_coverage (DpReviewPage *self)
{
  DpLedger *ledger = dp_review_desk_get_ledger (get_desk (self));
  guint n = dp_ledger_get_sentences (ledger)->len;
  guint n_open = dp_ledger_count (ledger, DP_LEDGER_UNCOVERED);
  /* Translators: of the sentences of the disproof: how many have evidence or are marked as reasoning */
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u sentence is carried by evidence or reasoning", "%u of %u sentences are carried by evidence or reasoning", n), n - n_open, n);

  gtk_level_bar_set_max_value (self->meter, MAX (n, 1));
  gtk_level_bar_set_value (self->meter, n - n_open);
  gtk_label_set_label (self->coverage, text);
}

/* To the place that a line is about. */
static void
finding_activated_cb (DpReviewPage *self,
                      const char *place,
                      const char *object_id,
                      guint start,
                      guint end)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  DpSpan span = { start, end };

  if (g_str_equal (place, "/verdict"))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->verdict));
    }
  else if (g_str_has_prefix (place, "/disproof") || g_str_has_prefix (place, "/reasoning") || g_str_has_prefix (place, "/summary"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "write");
      dp_session_show_passage (self->session, g_str_has_prefix (place, "/summary"), span);
    }
  else if (g_str_has_prefix (place, "/inquiries"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "write");
      dp_session_show_inquiry (self->session, object_id);
    }
  else if (g_str_has_prefix (place, "/evidence"))
    {
      dp_session_set_evidence (self->session, dp_case_find_evidence (dp_case, object_id));
      gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "evidence");
    }
  else if (g_str_has_prefix (place, "/claims") || g_str_has_prefix (place, "/highlights"))
    {
      if (g_str_has_prefix (place, "/highlights"))
        dp_session_set_highlight (self->session, dp_case_find_highlight (dp_case, object_id));
      gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "claims");
    }
  else
    {
      DpArticle *article = dp_case_find_article (dp_case, object_id);

      if (article != NULL)
        dp_session_set_article (self->session, article);
      gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "details");
    }
}

/* To what a comment is about. */
static void
comment_activated_cb (DpReviewPage *self,
                      DpComment *comment)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  DpHighlight *highlight = dp_case_find_highlight (dp_case, dp_comment_get_highlight_id (comment));
  DpEvidence *evidence = dp_case_find_evidence (dp_case, dp_comment_get_evidence_id (comment));
  DpAnchorMatch match = dp_case_place_comment (dp_case, comment);

  if (match.status != DP_ANCHOR_LOST)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "write");
      dp_session_show_passage (self->session, g_str_equal (dp_comment_get_part (comment), "summary"), match.span);
    }
  else if (dp_comment_get_anchor (comment) != NULL)
    {
      dp_session_toast (self->session, _ ("The words that this comment is about are gone"), NULL, NULL);
    }
  else if (evidence != NULL)
    {
      dp_session_set_evidence (self->session, evidence);
      gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "evidence");
    }
  else if (highlight != NULL)
    {
      dp_session_set_article (self->session, dp_case_find_article (dp_case, dp_highlight_get_article_id (highlight)));
      dp_session_set_highlight (self->session, highlight);
      gtk_widget_activate_action (GTK_WIDGET (self), "case.page", "s", "claims");
    }
  else
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "case.read", NULL);
    }
}

/* The verdict. */

static void
fill_verdict (DpReviewPage *self)
{
  GPtrArray *ratings = dp_ratings_get_all (dp_review_desk_get_house (get_desk (self))->ratings);
  const char *verdict = dp_case_get_verdict (dp_session_get_case (self->session));
  const char *definition = "";
  guint selected = 0;

  self->is_filling = TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->verdicts)) != ratings->len + 1)
    {
      gtk_string_list_splice (self->verdicts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->verdicts)), NULL);
      gtk_string_list_append (self->verdicts, C_ ("verdict", "None yet"));
      for (guint i = 0; i < ratings->len; i++)
        gtk_string_list_append (self->verdicts, ((DpRating *) g_ptr_array_index (ratings, i))->label);
    }
  for (guint i = 0; i < ratings->len; i++)
    {
      const DpRating *rating = g_ptr_array_index (ratings, i);

      if (g_str_equal (rating->id, verdict))
        {
          selected = i + 1;
          definition = rating->definition;
        }
    }
  gtk_widget_set_visible (self->verdict_list, !dp_review_desk_is_blind (get_desk (self)));
  gtk_widget_set_visible (self->blind, dp_review_desk_is_blind (get_desk (self)));
  adw_combo_row_set_selected (self->verdict, selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->verdict), definition);
  self->is_filling = FALSE;
}

static void
verdict_cb (DpReviewPage *self)
{
  guint selected = adw_combo_row_get_selected (self->verdict);
  GPtrArray *ratings;
  const char *id;

  if (self->is_filling || self->session == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  ratings = dp_ratings_get_all (dp_review_desk_get_house (get_desk (self))->ratings);
  id = selected > 0 && selected <= ratings->len ? ((DpRating *) g_ptr_array_index (ratings, selected - 1))->id : "";
  dp_history_begin (dp_session_get_history (self->session), _ ("Choose the verdict"));
  dp_case_set_verdict (dp_session_get_case (self->session), id);
  dp_history_end (dp_session_get_history (self->session));
}

/* The history, the last first. */
/* What readers had can be read again. */
static void
add_version_button (GtkWidget *row,
                    const char *version)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Read"));
  g_autofree char *tooltip = g_strdup_printf (_ ("Version %s, as it was published"), version);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.read-version");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", version);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* (transfer full) (nullable): of a cross-check: what both said */
static char *
dup_verdicts (DpReviewPage *self,
              DpEntry *entry)
{
  DpRatings *ratings = dp_review_desk_get_house (get_desk (self))->ratings;
  const DpRating *theirs = dp_ratings_find (ratings, dp_entry_get_verdict (entry));
  const DpRating *ours = dp_ratings_find (ratings, dp_entry_get_case_verdict (entry));
  DpConfidence confidence;
  g_autofree char *given = NULL;

  if (*dp_entry_get_verdict (entry) == '\0')
    return NULL;
  given = g_strdup (theirs != NULL ? theirs->label : dp_entry_get_verdict (entry));
  if (dp_confidence_from_nick (dp_entry_get_confidence (entry), &confidence))
    {
      /* Translators: a verdict, and how sure somebody is of it */
      char *sure = g_strdup_printf (_ ("%s (%s)"), given, dp_confidence_get_label (confidence));

      g_free (given);
      given = sure;
    }
  /* Translators: two verdicts */
  return g_strdup_printf (_ ("Theirs: %s. The case’s: %s."), given, ours != NULL ? ours->label : dp_entry_get_case_verdict (entry));
}

static void
fill_history (DpReviewPage *self)
{
  GListModel *entries = dp_case_list_entries (dp_session_get_case (self->session));
  guint n = g_list_model_get_n_items (entries);

  dp_list_box_clear (self->history);
  for (guint i = n; i > 0; i--)
    {
      g_autoptr (DpEntry) entry = g_list_model_get_item (entries, i - 1);
      g_autofree char *sentence = dp_entry_dup_sentence (entry);
      g_autofree char *day = dp_phrase_date (dp_entry_get_when (entry));
      g_autofree char *verdicts = dup_verdicts (self, entry);
      g_autoptr (GString) subtitle = g_string_new (day);
      GtkWidget *row;

      if (verdicts != NULL)
        g_string_append_printf (subtitle, "\n%s", verdicts);
      if (*dp_entry_get_words (entry) != '\0')
        g_string_append_printf (subtitle, "\n%s", dp_entry_get_words (entry));
      row = make_row (sentence, subtitle->str);
      if (*dp_entry_get_version (entry) != '\0')
        add_version_button (row, dp_entry_get_version (entry));
      gtk_list_box_append (self->history, row);
    }
  gtk_widget_set_visible (self->history_part, n > 0);
}

/* A mistake in the rules of the house is told where the rules work. */
static void
fill_problems (DpReviewPage *self)
{
  GPtrArray *problems = dp_review_desk_get_house (get_desk (self))->problems;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (problems, i));
  gtk_label_set_label (self->problems, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), problems->len > 0);
}

static void
fill_alarm (DpReviewPage *self)
{
  const char *alarm = dp_review_desk_get_alarm (get_desk (self));

  gtk_label_set_label (self->alarm, alarm != NULL ? alarm : "");
  gtk_widget_set_visible (self->alarm_bar, alarm != NULL);
}

static void
changed_cb (DpReviewPage *self)
{
  if (self->session == NULL)
    return;

  fill_problems (self);
  fill_alarm (self);
  fill_void (self);
  fill_moves (self);
  fill_verdict (self);
  fill_coverage (self);
  /* They quote what was made of the evidence. */
  gtk_widget_set_visible (GTK_WIDGET (self->checks), !dp_review_desk_is_blind (get_desk (self)));
  fill_history (self);
}

/* Lists that nobody sees are filled when somebody does. */
static void
desk_changed_cb (DpReviewPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    changed_cb (self);
}

/* The one thing here that may be said in so many words each time. */
static void
alarm_cb (DpReviewPage *self,
          const char *text)
{
  dp_session_toast (self->session, text, NULL, NULL);
}

static void
voided_cb (DpReviewPage *self)
{
  dp_session_toast (self->session, _ ("The approval is void: the case is another now"), NULL, NULL);
}

static void
dp_review_page_map (GtkWidget *widget)
{
  changed_cb (DP_REVIEW_PAGE (widget));
  GTK_WIDGET_CLASS (dp_review_page_parent_class)->map (widget);
}

static void
dp_review_page_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpReviewPage *self = DP_REVIEW_PAGE (object);

  switch ((DpReviewPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_review_page_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DpReviewPage *self = DP_REVIEW_PAGE (object);

  switch ((DpReviewPageProperty) prop_id)
    {
    case PROP_SESSION:
      dp_review_page_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_review_page_dispose (GObject *object)
{
  DpReviewPage *self = DP_REVIEW_PAGE (object);

  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_object (&self->desk_changes);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_review_page_parent_class)->dispose (object);
}

static void
dp_review_page_class_init (DpReviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_review_page_get_property;
  object_class->set_property = dp_review_page_set_property;
  object_class->dispose = dp_review_page_dispose;
  widget_class->map = dp_review_page_map;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, DP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DP_TYPE_CHECK_LIST);
  g_type_ensure (DP_TYPE_OPEN_COMMENTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, alarm_bar);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, alarm);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, comments);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, void_part);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, changes);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, state);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, moves);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, problems);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, blind);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, verdict_list);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, verdicts);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, meter);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, checks);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, name);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, email);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, organisation);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, history_part);
  gtk_widget_class_bind_template_child (widget_class, DpReviewPage, history);
  gtk_widget_class_bind_template_callback (widget_class, move_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, verdict_cb);
}

static void
dp_review_page_init (DpReviewPage *self)
{
  self->desk_changes = g_signal_group_new (DP_TYPE_REVIEW_DESK);
  g_signal_group_connect_swapped (self->desk_changes, "changed", G_CALLBACK (desk_changed_cb), self);
  g_signal_group_connect_swapped (self->desk_changes, "voided", G_CALLBACK (voided_cb), self);
  g_signal_group_connect_swapped (self->desk_changes, "alarm", G_CALLBACK (alarm_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  dp_shortcuts_add_hints (GTK_WIDGET (self));
}

static void
bind_profile (DpReviewPage *self)
{
  GSettings *settings = dp_workbench_get_settings (dp_session_get_workbench (self->session));

  g_settings_bind (settings, "profile-name", self->name, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "profile-email", self->email, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "profile-organisation", self->organisation, "text", G_SETTINGS_BIND_DEFAULT);
}

void
dp_review_page_set_session (DpReviewPage *self,
                            DpSession *session)
{
  g_return_if_fail (DP_IS_REVIEW_PAGE (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->desk_changes, session != NULL ? get_desk (self) : NULL);
  if (session != NULL)
    {
      bind_profile (self);
      dp_check_list_set_session (self->checks, session, TRUE);
      dp_open_comments_set_session (self->comments, session);
      desk_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
