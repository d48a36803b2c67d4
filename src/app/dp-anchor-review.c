/* dp-anchor-review.c: the highlights that wait for a decision, one after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-anchor-review.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/dp-old-texts.h"
#include "app/dp-passage-placer.h"
#include "app/dp-phrases.h"
#include "app/dp-sides-layout.h"
#include "app/dp-word-marks.h"
#include "app/dp-wrap-layout.h"

/* Code points of the article that are shown around a candidate, on each side. */
#define AROUND 160

/* One highlight as it was when the window opened: what is decided can be decided anew. */
typedef struct
{
  DpHighlight *highlight; /* (owned) */
  DpAnchor *old;          /* (owned) */
  GPtrArray *candidates;  /* (owned) */
  guint nth;              /* candidate shown */
} Question;

struct _DpAnchorReview
{
  AdwWindow parent_instance;

  DpSession *session;    /* (owned) (nullable) */
  GPtrArray *questions;  /* (element-type Question) */
  DpOldTexts *old_texts; /* (owned) (nullable) */
  guint current;
  gboolean is_one;      /* opened for one highlight: it closes when that is decided */
  GSignalGroup *follow; /* (owned): of the history */

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkWidget *steps;
  GtkLabel *state;
  GtkLabel *about;
  GtkWidget *places;
  GtkLabel *place;
  GtkLabel *old_label;
  GtkLabel *new_label;
  GtkLabel *narratives;
  GtkWidget *take_button;
  DpPassagePlacer *placer;
  AdwStatusPage *done;
};

G_DEFINE_FINAL_TYPE (DpAnchorReview, dp_anchor_review, ADW_TYPE_WINDOW)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->highlight);
  dp_anchor_free (question->old);
  g_ptr_array_unref (question->candidates);
  g_free (question);
}

static void
add_question (DpAnchorReview *self,
              DpHighlight *highlight)
{
  Question *question = g_new0 (Question, 1);

  question->highlight = g_object_ref (highlight);
  question->old = dp_anchor_copy (dp_highlight_get_anchor (highlight));
  question->candidates = g_ptr_array_ref (dp_highlight_get_candidates (highlight));
  g_ptr_array_add (self->questions, question);
}

static Question *
get_question (DpAnchorReview *self)
{
  return g_ptr_array_index (self->questions, self->current);
}

static DpArticle *
get_article (DpAnchorReview *self,
             Question *question)
{
  return dp_case_find_article (dp_session_get_case (self->session), dp_highlight_get_article_id (question->highlight));
}

/* (nullable) */
static const DpCandidate *
get_candidate (Question *question)
{
  return question->nth < question->candidates->len ? g_ptr_array_index (question->candidates, question->nth) : NULL;
}

static gboolean
is_open (Question *question)
{
  return dp_highlight_is_waiting (question->highlight);
}

/* What is shown. */

/* The words around, with the passage in the middle: @start and @end are its bytes in what is returned. */
static char *
dup_surroundings (DpOffsets *offsets,
                  const DpAnchor *anchor,
                  gsize *start,
                  gsize *end)
{
  guint from = anchor->start > AROUND ? anchor->start - AROUND : 0;
  guint to = MIN (anchor->end + AROUND, dp_offsets_get_n_chars (offsets));
  g_autofree char *before = dp_offsets_dup_text (offsets, (DpSpan){ from, anchor->start });
  g_autofree char *after = dp_offsets_dup_text (offsets, (DpSpan){ anchor->end, to });
  g_autoptr (GString) text = g_string_new (from > 0 ? "…" : "");

  g_string_append (text, before);
  *start = text->len;
  g_string_append (text, anchor->exact);
  *end = text->len;
  g_string_append (text, after);
  if (to < dp_offsets_get_n_chars (offsets))
    g_string_append (text, "…");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_side (GtkLabel *label,
           const char *text,
           gsize start,
           gsize end,
           const char *passage,
           GArray *changes,
           DpWordSide side)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  dp_word_marks_add_dim (attributes, 0, start);
  dp_word_marks_add_dim (attributes, end, strlen (text));
  if (changes != NULL)
    dp_word_marks_add (attributes, passage, start, changes, side, is_dark);
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
}

/* The paragraph in which it stood, from a copy that was kept; without one what the highlight keeps of it. */
static char *
dup_old_text (DpAnchorReview *self,
              Question *question,
              gsize *start,
              gsize *end)
{
  DpArticle *article = get_article (self, question);
  char *paragraph = dp_old_texts_dup_paragraph (self->old_texts, article, question->old, start, end);
  g_autofree char *before = NULL;

  if (paragraph != NULL)
    return paragraph;
  before = g_strconcat (question->old->start > DP_ANCHOR_CONTEXT ? "…" : "", question->old->prefix, NULL);
  *start = strlen (before);
  *end = *start + strlen (question->old->exact);
  return g_strconcat (before, question->old->exact, question->old->suffix, *question->old->suffix != '\0' ? "…" : "", NULL);
}

static void
show_texts (DpAnchorReview *self,
            Question *question)
{
  const DpCandidate *candidate = get_candidate (question);
  DpOffsets *offsets = dp_article_get_offsets (get_article (self, question));
  g_autoptr (GArray) changes = candidate != NULL ? dp_word_diff (question->old->exact, candidate->anchor->exact) : NULL;
  gsize old_start, old_end;
  g_autofree char *old_text = dup_old_text (self, question, &old_start, &old_end);
  g_autofree char *description = candidate != NULL ? dp_word_marks_dup_description (question->old->exact, candidate->anchor->exact, changes) : g_strdup ("");

  show_side (self->old_label, old_text, old_start, old_end, question->old->exact, changes, DP_WORD_SIDE_OLD);
  if (candidate != NULL)
    {
      gsize start, end;
      g_autofree char *text = dup_surroundings (offsets, candidate->anchor, &start, &end);

      show_side (self->new_label, text, start, end, candidate->anchor->exact, changes, DP_WORD_SIDE_NEW);
    }
  else
    {
      gtk_label_set_attributes (self->new_label, NULL);
      gtk_label_set_label (self->new_label, _ ("These words, or words like them, are not in the article any more."));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
show_state (DpAnchorReview *self,
            Question *question)
{
  const DpCandidate *candidate = get_candidate (question);
  g_autofree char *about = NULL;

  if (is_open (question))
    gtk_label_set_label (self->state, _ ("Waits for your decision"));
  else
    gtk_label_set_label (self->state, dp_highlight_is_lost (question->highlight) ? _ ("Left lost") : _ ("Found again"));
  if (candidate == NULL)
    about = g_strdup ("");
  else if (candidate->score == 100)
    about = g_strdup (_ ("The same words, in another place"));
  else
    /* Translators: how much of a passage is still there, in hundredths of its words */
    about = g_strdup_printf (_ ("%u %% of its words are still there"), candidate->score);
  gtk_label_set_label (self->about, about);
}

static void
show_narratives (DpAnchorReview *self,
                 Question *question)
{
  const char *const *ids = dp_highlight_get_narratives (question->highlight);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      DpNarrative *narrative = dp_session_find_narrative (self->session, ids[i]);

      if (narrative != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", dp_narrative_get_label (narrative));
    }
  if (*dp_highlight_get_note (question->highlight) != '\0')
    g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "", dp_highlight_get_note (question->highlight));
  gtk_label_set_label (self->narratives, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->narratives), names->len > 0);
}

static void
show_question (DpAnchorReview *self)
{
  Question *question = get_question (self);
  gboolean is_deciding = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "decide") == 0;
  gboolean is_done = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "done") == 0;
  guint n = question->candidates->len;
  /* Translators: which of the highlights that wait is shown */
  g_autofree char *progress = g_strdup_printf (_ ("%u of %u"), self->current + 1, self->questions->len);
  /* Translators: which of the places that a highlight may be at is shown */
  g_autofree char *place = g_strdup_printf (_ ("Place %u of %u"), question->nth + 1, n);

  adw_window_title_set_subtitle (self->title, self->is_one || is_done ? "" : progress);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (self->places, n > 1);
  gtk_widget_set_visible (self->steps, self->questions->len > 1);
  show_state (self, question);
  show_texts (self, question);
  show_narratives (self, question);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.take", is_deciding && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.leave-lost", is_deciding && dp_highlight_is_lost (question->highlight) && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.pick", is_deciding);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.go", is_deciding && self->questions->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.step", is_deciding && self->questions->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.place", is_deciding && n > 1);
}

static void
show_page (DpAnchorReview *self,
           const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  show_question (self);
  if (g_str_equal (name, "pick"))
    gtk_widget_grab_focus (GTK_WIDGET (self->placer));
  else if (g_str_equal (name, "decide"))
    gtk_widget_grab_focus (self->take_button);
}

static void
show_done (DpAnchorReview *self)
{
  guint n_found = 0;
  g_autofree char *found = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->questions->len; i++)
    n_found += !dp_highlight_is_lost (((Question *) g_ptr_array_index (self->questions, i))->highlight);
  found = g_strdup_printf (ngettext ("%u was found again", "%u were found again", n_found), n_found);
  lost = g_strdup_printf (ngettext ("%u stays lost", "%u stay lost", self->questions->len - n_found), self->questions->len - n_found);
  /* Translators: both are whole phrases: "5 were found again", "2 stay lost" */
  text = g_strdup_printf (_ ("%s, %s. What is lost stays listed with its old words."), found, lost);
  adw_status_page_set_description (self->done, text);
  show_page (self, "done");
  gtk_widget_child_focus (GTK_WIDGET (self->done), GTK_DIR_TAB_FORWARD);
}

/* On to the next that is not decided, from here and then from the first. */
static void
go_on (DpAnchorReview *self)
{
  if (self->is_one)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  for (guint i = 1; i <= self->questions->len; i++)
    {
      guint index = (self->current + i) % self->questions->len;

      if (is_open (g_ptr_array_index (self->questions, index)))
        {
          self->current = index;
          show_page (self, "decide");
          return;
        }
    }
  show_done (self);
}

/* Decisions. */

static void
place (DpAnchorReview *self,
       DpSpan span)
{
  DpHistory *history = dp_session_get_history (self->session);

  dp_history_begin (history, _ ("Find the highlight again"));
  dp_case_place_highlight (dp_session_get_case (self->session), get_question (self)->highlight, span);
  dp_history_end (history);
  go_on (self);
}

static void
take_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpAnchorReview *self = DP_ANCHOR_REVIEW (widget);
  const DpCandidate *candidate = get_candidate (get_question (self));

  place (self, (DpSpan){ candidate->anchor->start, candidate->anchor->end });
}

static void
leave_lost_action (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  DpAnchorReview *self = DP_ANCHOR_REVIEW (widget);
  DpHistory *history = dp_session_get_history (self->session);

  dp_history_begin (history, _ ("Leave the highlight lost"));
  dp_case_leave_lost (dp_session_get_case (self->session), get_question (self)->highlight);
  dp_history_end (history);
  go_on (self);
}

static void
pick_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpAnchorReview *self = DP_ANCHOR_REVIEW (widget);
  Question *question = get_question (self);
  const DpCandidate *candidate = get_candidate (question);
  DpSpan start = { question->old->start, question->old->start };

  if (candidate != NULL)
    start = (DpSpan){ candidate->anchor->start, candidate->anchor->end };
  dp_passage_placer_set_article (self->placer, get_article (self, question), start);
  show_page (self, "pick");
}

static void
chosen_cb (DpAnchorReview *self,
           guint start,
           guint end)
{
  place (self, (DpSpan){ start, end });
}

static void
left_cb (DpAnchorReview *self)
{
  if (self->is_one && get_question (self)->candidates->len == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_page (self, "decide");
}

static void
go_action (GtkWidget *widget,
           const char *action_name,
           GVariant *parameter)
{
  DpAnchorReview *self = DP_ANCHOR_REVIEW (widget);
  int n = g_variant_get_int32 (parameter);

  self->current = (self->current + self->questions->len + (guint) n) % self->questions->len;
  show_page (self, "decide");
}

/* 1 is to the right, -1 to the left: what is next lies where lines end. */
static void
step_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  int n = g_variant_get_int32 (parameter);

  gtk_widget_activate_action (widget, "review.go", "i", gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -n : n);
}

static void
place_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpAnchorReview *self = DP_ANCHOR_REVIEW (widget);
  Question *question = get_question (self);
  guint n = question->candidates->len;

  question->nth = (question->nth + n + (guint) g_variant_get_int32 (parameter)) % n;
  show_question (self);
}

static void
undo_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  dp_history_undo (dp_session_get_history (DP_ANCHOR_REVIEW (widget)->session));
}

static void
redo_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  dp_history_redo (dp_session_get_history (DP_ANCHOR_REVIEW (widget)->session));
}

/* Whether its article's text is still the one that the question was about. */
static gboolean
is_of_now (DpAnchorReview *self,
           Question *question)
{
  DpArticle *article = get_article (self, question);

  if (article == NULL || dp_case_find_highlight (dp_session_get_case (self->session), dp_highlight_get_id (question->highlight)) == NULL)
    return FALSE;
  for (guint i = 0; i < question->candidates->len; i++)
    {
      const DpAnchor *anchor = ((const DpCandidate *) g_ptr_array_index (question->candidates, i))->anchor;
      g_autofree char *there = dp_offsets_dup_text (dp_article_get_offsets (article), (DpSpan){ anchor->start, anchor->end });

      if (!g_str_equal (there, anchor->exact))
        return FALSE;
    }
  return TRUE;
}

/* Undo can go back beyond what is decided here, to another text. */
static void
changed_cb (DpAnchorReview *self)
{
  DpHistory *history = dp_session_get_history (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.undo", dp_history_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.redo", dp_history_can_redo (history));
  for (guint i = 0; i < self->questions->len; i++)
    if (!is_of_now (self, g_ptr_array_index (self->questions, i)))
      {
        gtk_window_close (GTK_WINDOW (self));
        return;
      }
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "done") == 0)
    for (guint i = 0; i < self->questions->len; i++)
      if (is_open (g_ptr_array_index (self->questions, i)))
        {
          self->current = i;
          show_page (self, "decide");
          return;
        }
  show_question (self);
}

static void
dp_anchor_review_dispose (GObject *object)
{
  DpAnchorReview *self = DP_ANCHOR_REVIEW (object);

  g_clear_object (&self->follow);
  if (self->old_texts != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->old_texts, self);
      dp_old_texts_stop (self->old_texts);
    }
  g_clear_object (&self->old_texts);
  g_ptr_array_set_size (self->questions, 0);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_anchor_review_parent_class)->dispose (object);
}

static void
dp_anchor_review_finalize (GObject *object)
{
  g_ptr_array_unref (DP_ANCHOR_REVIEW (object)->questions);

  G_OBJECT_CLASS (dp_anchor_review_parent_class)->finalize (object);
}

static void
dp_anchor_review_class_init (DpAnchorReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_anchor_review_dispose;
  object_class->finalize = dp_anchor_review_finalize;

  gtk_widget_class_install_action (widget_class, "review.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "review.leave-lost", NULL, leave_lost_action);
  gtk_widget_class_install_action (widget_class, "review.pick", NULL, pick_action);
  gtk_widget_class_install_action (widget_class, "review.go", "i", go_action);
  gtk_widget_class_install_action (widget_class, "review.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "review.place", "i", place_action);
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "history.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (DP_TYPE_PASSAGE_PLACER);
  g_type_ensure (DP_TYPE_SIDES_LAYOUT);
  g_type_ensure (DP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-anchor-review.ui");
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, title);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, stack);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, steps);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, state);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, about);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, places);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, place);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, old_label);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, new_label);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, narratives);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, take_button);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, placer);
  gtk_widget_class_bind_template_child (widget_class, DpAnchorReview, done);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
show_again_cb (DpAnchorReview *self)
{
  if (self->questions->len > 0)
    show_question (self);
}

static void
dp_anchor_review_init (DpAnchorReview *self)
{
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->follow = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->follow, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (show_again_cb), self, G_CONNECT_SWAPPED);
}

static void
set_session (DpAnchorReview *self,
             DpSession *session)
{
  self->session = g_object_ref (session);
  self->old_texts = dp_old_texts_new (session);
  g_signal_connect_object (self->old_texts, "changed", G_CALLBACK (show_again_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_set_target (self->follow, dp_session_get_history (session));
}

GtkWindow *
dp_anchor_review_new (DpSession *session)
{
  DpAnchorReview *self = g_object_new (DP_TYPE_ANCHOR_REVIEW, NULL);
  g_autoptr (GPtrArray) waiting = NULL;

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);

  waiting = dp_case_list_waiting (dp_session_get_case (session));
  set_session (self, session);
  for (guint i = 0; i < waiting->len; i++)
    add_question (self, g_ptr_array_index (waiting, i));
  if (self->questions->len > 0)
    show_page (self, "decide");
  return GTK_WINDOW (self);
}

GtkWindow *
dp_anchor_review_new_for (DpSession *session,
                          DpHighlight *highlight)
{
  DpAnchorReview *self = g_object_new (DP_TYPE_ANCHOR_REVIEW, NULL);

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);
  g_return_val_if_fail (DP_IS_HIGHLIGHT (highlight), NULL);

  set_session (self, session);
  self->is_one = TRUE;
  add_question (self, highlight);
  show_page (self, "decide");
  if (!dp_highlight_is_waiting (highlight))
    gtk_widget_activate_action (GTK_WIDGET (self), "review.pick", NULL);
  return GTK_WINDOW (self);
}
