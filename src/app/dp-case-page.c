/* dp-case-page.c: one case: the article, and beside it what is made of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-case-page.h"

#include <math.h>

#include <glib/gi18n.h>

#include "app/dp-anchor-banner.h"
#include "app/dp-anchor-review.h"
#include "app/dp-article-adder.h"
#include "app/dp-article-switch.h"
#include "app/dp-article-view.h"
#include "app/dp-claims-page.h"
#include "app/dp-compare-window.h"
#include "app/dp-cross-check-window.h"
#include "app/dp-details-page.h"
#include "app/dp-evidence-page.h"
#include "app/dp-fetch-again.h"
#include "app/dp-palette.h"
#include "app/dp-text-corrector.h"
#include "app/dp-translation-window.h"
#include "app/dp-review-page.h"
#include "app/dp-reading-window.h"
#include "app/dp-write-page.h"

/* Below this, in pixels, one side is shown at a time. */
#define NARROW_WIDTH 720
#define SMALLEST_WIDTH 320

/* From here on the names of the pages stand beside their icons. */
#define WIDE_SWITCHER_WIDTH 760

struct _DpCasePage
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */

  gboolean is_narrow;
  gboolean has_article; /* shown, when there is room for both */
  gboolean has_work;
  gboolean is_at_work; /* when there is room for one: the right side is shown */
  gboolean is_arranging;
  gboolean is_showing;
  double split;    /* the article's share of the width */
  int split_width; /* the width that it was last put to; -1 for never */
  guint split_id;
  guint arrange_id;

  GtkPaned *paned;
  AdwBin *article;
  GtkWidget *show_work;
  GtkWidget *work;
  GtkWidget *switcher_bar;
  AdwViewSwitcher *switcher;
  GtkToggleButton *article_toggle;
  GtkToggleButton *work_toggle;
  AdwViewStack *pages;
  DpEvidencePage *evidence_page;
  GtkWidget *sides;
  GtkToggleButton *article_side;
  GtkToggleButton *work_side;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_IS_NARROW,
} DpCasePageProperty;

static GParamSpec *properties[PROP_IS_NARROW + 1];

G_DEFINE_FINAL_TYPE (DpCasePage, dp_case_page, ADW_TYPE_BIN)

/* The two sides. */

static void
show_sides (DpCasePage *self)
{
  gboolean has_article = self->is_narrow ? !self->is_at_work : self->has_article;
  gboolean has_work = self->is_narrow ? self->is_at_work : self->has_work;

  self->is_showing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (gtk_paned_get_start_child (self->paned)), has_article);
  gtk_widget_set_visible (self->work, has_work);
  gtk_widget_set_visible (self->show_work, !self->is_narrow && !has_work);
  gtk_widget_set_visible (GTK_WIDGET (self->article_toggle), !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->work_toggle), !self->is_narrow);
  gtk_widget_set_visible (self->sides, self->is_narrow);
  gtk_toggle_button_set_active (self->article_toggle, self->has_article);
  gtk_toggle_button_set_active (self->work_toggle, self->has_work);
  gtk_toggle_button_set_active (self->is_at_work ? self->work_side : self->article_side, TRUE);
  self->is_showing = FALSE;
}

static void
set_narrow (DpCasePage *self,
            gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  show_sides (self);
  self->split_width = -1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_NARROW]);
}

/* One side is always there. */
static void
set_sides (DpCasePage *self,
           gboolean has_article,
           gboolean has_work)
{
  self->has_article = has_article || !has_work;
  self->has_work = has_work;
  self->split_width = -1;
  show_sides (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
show_article (DpCasePage *self)
{
  if (self->is_narrow)
    {
      self->is_at_work = FALSE;
      show_sides (self);
    }
  else if (!self->has_article)
    {
      set_sides (self, TRUE, self->has_work);
    }
}

static void
show_work (DpCasePage *self)
{
  if (self->is_narrow)
    {
      self->is_at_work = TRUE;
      show_sides (self);
    }
  else if (!self->has_work)
    {
      set_sides (self, self->has_article, TRUE);
    }
}

static void
article_toggled_cb (DpCasePage *self)
{
  if (!self->is_showing)
    set_sides (self, !self->has_article, TRUE);
}

static void
work_toggled_cb (DpCasePage *self)
{
  if (!self->is_showing)
    set_sides (self, TRUE, !self->has_work);
}

static void
side_toggled_cb (DpCasePage *self,
                 GtkToggleButton *button)
{
  if (self->is_showing || !gtk_toggle_button_get_active (button))
    return;

  self->is_at_work = button == self->work_side;
  show_sides (self);
}

/* The place of the division. */

static gboolean
remember_split_cb (gpointer user_data)
{
  DpCasePage *self = user_data;

  self->split_id = 0;
  if (self->session != NULL)
    g_settings_set_double (dp_workbench_get_settings (dp_session_get_workbench (self->session)), "case-split", CLAMP (self->split, 0.2, 0.8));
  return G_SOURCE_REMOVE;
}

static void
position_cb (DpCasePage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->is_arranging || self->is_narrow || width <= 0 || !self->has_article || !self->has_work)
    return;

  self->split = CLAMP ((double) gtk_paned_get_position (self->paned) / width, 0.2, 0.8);
  g_clear_handle_id (&self->split_id, g_source_remove);
  self->split_id = g_timeout_add (400, remember_split_cb, self);
}

/* By the width that the pages should have, not the one they have: the wide switcher would hold on to it. */
static AdwViewSwitcherPolicy
get_policy (DpCasePage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (!self->is_narrow && self->has_article)
    width -= (int) lround (width * self->split);
  return width >= WIDE_SWITCHER_WIDTH ? ADW_VIEW_SWITCHER_POLICY_WIDE : ADW_VIEW_SWITCHER_POLICY_NARROW;
}

/* A page can be as narrow as its narrower side; how it divides the width is decided when it gets one. */
static void
dp_case_page_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int child_minimum, child_natural;

  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int work_minimum;

      gtk_widget_measure (self->work, orientation, -1, &work_minimum, NULL, NULL, NULL);
      *minimum = MAX (work_minimum, SMALLEST_WIDTH);
      *natural = MAX (child_natural, *minimum);
    }
  else
    {
      gtk_widget_measure (child, orientation, for_size < 0 ? -1 : MAX (for_size, child_minimum), minimum, natural, NULL, NULL);
    }
}

/* Puts the sides, the handle between them and the switcher as the width wants them. */
static gboolean
arrange_cb (gpointer data)
{
  DpCasePage *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->arrange_id = 0;
  self->is_arranging = TRUE;
  set_narrow (self, width < NARROW_WIDTH);
  adw_view_switcher_set_policy (self->switcher, get_policy (self));
  if (!self->is_narrow && self->split_width != width)
    {
      gtk_paned_set_position (self->paned, (int) lround (width * self->split));
      self->split_width = width;
    }
  self->is_arranging = FALSE;
  return G_SOURCE_REMOVE;
}

/* One opens a case to read. */
static gboolean
dp_case_page_grab_focus (GtkWidget *widget)
{
  DpCasePage *self = DP_CASE_PAGE (widget);

  return gtk_widget_grab_focus (adw_bin_get_child (self->article));
}

static void
dp_case_page_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  /* What the paned makes of its size is not where somebody moved it. */
  self->is_arranging = TRUE;
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, MAX (width, minimum), height }, baseline);
  self->is_arranging = FALSE;

  /* Whatever asks for another size while sizes are being given is never given one: GTK then draws
   * nothing at all. So the arrangement follows in a moment of its own, before the next frame. */
  if (self->arrange_id == 0 &&
      (self->is_narrow != (width < NARROW_WIDTH) ||
       (!self->is_narrow && self->split_width != width) ||
       adw_view_switcher_get_policy (self->switcher) != get_policy (self)))
    self->arrange_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, self, NULL);
}

/* Actions. */

static void
undo_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  dp_history_undo (dp_session_get_history (DP_CASE_PAGE (widget)->session));
}

static void
redo_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  dp_history_redo (dp_session_get_history (DP_CASE_PAGE (widget)->session));
}

static void
page_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, name);

  if (page == NULL)
    return;
  if (!adw_view_stack_page_get_visible (adw_view_stack_get_page (self->pages, page)))
    {
      dp_session_toast (self->session, _ ("What was written is not shown to who can still give a verdict of their own: cross-check the case, or read it, first"), NULL, NULL);
      return;
    }
  show_work (self);
  adw_view_stack_set_visible_child (self->pages, page);
  if (!gtk_widget_get_focus_child (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
article_action (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);

  show_article (self);
  gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
}

static void
toggle_article_action (GtkWidget *widget,
                       const char *action_name,
                       GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);

  if (!self->is_narrow)
    set_sides (self, !self->has_article, TRUE);
}

static void
toggle_pages_action (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);

  if (self->is_narrow)
    {
      self->is_at_work = !self->is_at_work;
      show_sides (self);
    }
  else
    {
      set_sides (self, TRUE, !self->has_work);
    }
}

static void
next_pane_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_in_work = focus != NULL && (focus == self->work || gtk_widget_is_ancestor (focus, self->work));

  if (is_in_work)
    {
      show_article (self);
      gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
    }
  else
    {
      GtkWidget *page = adw_view_stack_get_visible_child (self->pages);

      show_work (self);
      if (!gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
        gtk_widget_child_focus (self->work, GTK_DIR_TAB_FORWARD);
    }
}

/* From wherever the keyboard is. */
static void
find_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);

  show_article (self);
  gtk_widget_activate_action (adw_bin_get_child (self->article), action_name, NULL);
}

static void
present (DpCasePage *self,
         GtkWindow *window)
{
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_window_present (window);
}

static void
correct_text_action (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);

  present (self, dp_text_corrector_new (self->session, dp_session_get_article (self->session)));
}

static void
fetch_again_action (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  DpArticle *article = dp_session_get_article (self->session);

  if (article != NULL && *dp_article_get_link (article) != '\0')
    present (self, dp_fetch_again_new (self->session, article));
  else
    dp_session_toast (self->session, _ ("The article has no link that it could be fetched from"), NULL, NULL);
}

static void
add_article_action (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);

  present (self, dp_article_adder_new (self->session));
}

/* Beside another text, or beside its translation. */
static void
beside_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  DpArticle *article = dp_session_get_article (self->session);

  if (article == NULL || *dp_article_get_text (article) == '\0')
    dp_session_toast (self->session, _ ("There is no article yet"), NULL, NULL);
  else if (g_str_equal (action_name, "article.compare"))
    present (self, dp_compare_window_new (self->session, article));
  else
    present (self, dp_translation_window_new (self->session, article));
}

static void
read_anyway_cb (DpCasePage *self,
                const char *response)
{
  if (g_str_equal (response, "read") && self->session != NULL)
    present (self, dp_reading_window_new (self->session));
}

static void
read_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  GtkWidget *dialog;

  if (!dp_review_desk_is_blind (dp_session_get_desk (self->session)))
    {
      present (self, dp_reading_window_new (self->session));
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Read It Before You Cross-Check?"),
                                   _ ("The house asks for a second verdict. Who has read the case cannot give it any more."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "read", _ ("_Read"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (read_anyway_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the case says is kept from who is asked for a verdict of their own first. */
static void
show_blind (DpCasePage *self)
{
  GtkWidget *page = adw_view_stack_get_child_by_name (self->pages, "write");

  adw_view_stack_page_set_visible (adw_view_stack_get_page (self->pages, page), !dp_review_desk_is_blind (dp_session_get_desk (self->session)));
}

/* Who still can gives a verdict before they see that of the case. */
static void
cross_check_action (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (dp_review_desk_can (dp_session_get_desk (self->session), DP_MOVE_CROSS_CHECK, &error))
    present (self, dp_cross_check_window_new (self->session));
  else
    dp_session_toast (self->session, error->message, NULL, NULL);
}

static void
read_version_action (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);

  present (self, dp_reading_window_new_for_version (self->session, g_variant_get_string (parameter, NULL)));
}

static void
review_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  g_autoptr (GPtrArray) waiting = dp_case_list_waiting (dp_session_get_case (self->session));

  if (waiting->len > 0)
    present (self, dp_anchor_review_new (self->session));
  else
    dp_session_toast (self->session, _ ("No highlight waits for a decision"), NULL, NULL);
}

/* One that is lost, by its id. */
static void
place_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);
  DpHighlight *highlight = dp_case_find_highlight (dp_session_get_case (self->session), g_variant_get_string (parameter, NULL));

  if (highlight != NULL)
    present (self, dp_anchor_review_new_for (self->session, highlight));
}

/* Goes to the evidence, and on to what it says there. */
static void
add_evidence_action (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  DpCasePage *self = DP_CASE_PAGE (widget);

  show_work (self);
  adw_view_stack_set_visible_child_name (self->pages, "evidence");
  gtk_widget_activate_action (GTK_WIDGET (self->evidence_page), g_str_equal (action_name, "case.add-source") ? "evidence.add-source" : "evidence.add-ranking", NULL);
}

/* The session. */

static void
show_history (DpCasePage *self)
{
  DpHistory *history = dp_session_get_history (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.undo", dp_history_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.redo", dp_history_can_redo (history));
}

static void
set_session (DpCasePage *self,
             DpSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_func (dp_session_get_history (self->session), show_history, self);
      g_signal_handlers_disconnect_by_func (dp_session_get_desk (self->session), show_blind, self);
    }
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      DpHistory *history = dp_session_get_history (session);

      self->split = g_settings_get_double (dp_workbench_get_settings (dp_session_get_workbench (session)), "case-split");
      self->split_width = -1;
      g_signal_connect_object (history, "notify::can-undo", G_CALLBACK (show_history), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (history, "notify::can-redo", G_CALLBACK (show_history), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dp_session_get_desk (session), "changed", G_CALLBACK (show_blind), self, G_CONNECT_SWAPPED);
      show_history (self);
      show_blind (self);
      adw_bin_set_child (self->article, dp_article_view_new (session));
    }
  else
    {
      adw_bin_set_child (self->article, NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
dp_case_page_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DpCasePage *self = DP_CASE_PAGE (object);

  switch ((DpCasePageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_IS_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_case_page_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  DpCasePage *self = DP_CASE_PAGE (object);

  switch ((DpCasePageProperty) prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_IS_NARROW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_case_page_dispose (GObject *object)
{
  DpCasePage *self = DP_CASE_PAGE (object);

  g_clear_handle_id (&self->arrange_id, g_source_remove);
  if (self->split_id != 0)
    {
      g_source_remove (self->split_id);
      remember_split_cb (self);
    }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_case_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "history.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "case.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "case.article", NULL, article_action);
  gtk_widget_class_install_action (widget_class, "case.toggle-article", NULL, toggle_article_action);
  gtk_widget_class_install_action (widget_class, "case.toggle-pages", NULL, toggle_pages_action);
  gtk_widget_class_install_action (widget_class, "case.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "article.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "article.correct-text", NULL, correct_text_action);
  gtk_widget_class_install_action (widget_class, "article.fetch-again", NULL, fetch_again_action);
  gtk_widget_class_install_action (widget_class, "article.add-another", NULL, add_article_action);
  gtk_widget_class_install_action (widget_class, "article.compare", NULL, beside_action);
  gtk_widget_class_install_action (widget_class, "article.translation", NULL, beside_action);
  gtk_widget_class_install_action (widget_class, "case.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "case.cross-check", NULL, cross_check_action);
  gtk_widget_class_install_action (widget_class, "case.read-version", "s", read_version_action);
  gtk_widget_class_install_action (widget_class, "anchors.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "anchors.place", "s", place_action);
  gtk_widget_class_install_action (widget_class, "case.add-source", NULL, add_evidence_action);
  gtk_widget_class_install_action (widget_class, "case.add-ranking", NULL, add_evidence_action);
}

static void
dp_case_page_class_init (DpCasePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_case_page_get_property;
  object_class->set_property = dp_case_page_set_property;
  object_class->dispose = dp_case_page_dispose;
  widget_class->grab_focus = dp_case_page_grab_focus;
  widget_class->measure = dp_case_page_measure;
  widget_class->size_allocate = dp_case_page_size_allocate;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, DP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_NARROW] =
      g_param_spec_boolean ("is-narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  install_actions (widget_class);

  g_type_ensure (DP_TYPE_ANCHOR_BANNER);
  g_type_ensure (DP_TYPE_ARTICLE_SWITCH);
  g_type_ensure (DP_TYPE_CLAIMS_PAGE);
  g_type_ensure (DP_TYPE_DETAILS_PAGE);
  g_type_ensure (DP_TYPE_EVIDENCE_PAGE);
  g_type_ensure (DP_TYPE_REVIEW_PAGE);
  g_type_ensure (DP_TYPE_WRITE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, paned);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, article);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, show_work);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, work);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, article_toggle);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, work_toggle);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, pages);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, evidence_page);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, sides);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, article_side);
  gtk_widget_class_bind_template_child (widget_class, DpCasePage, work_side);
  gtk_widget_class_bind_template_callback (widget_class, position_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, work_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_toggled_cb);
}

static void
install_style (GdkDisplay *display)
{
  static const char key[] = "dp-case-page";
  g_autoptr (GtkCssProvider) provider = NULL;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;

  provider = gtk_css_provider_new ();
  g_object_set_data_full (G_OBJECT (display), key, g_object_ref (provider), g_object_unref);
  gtk_css_provider_load_from_resource (provider, "/io/github/disproof/Disproof/case-page.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
dp_case_page_init (DpCasePage *self)
{
  self->has_article = TRUE;
  self->has_work = TRUE;
  self->split = 0.58;
  self->split_width = -1;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  dp_palette_install (gtk_widget_get_display (GTK_WIDGET (self)));
  install_style (gtk_widget_get_display (GTK_WIDGET (self)));
  show_sides (self);
}

GtkWidget *
dp_case_page_new (DpSession *session)
{
  g_return_val_if_fail (DP_IS_SESSION (session), NULL);

  return g_object_new (DP_TYPE_CASE_PAGE, "session", session, NULL);
}

DpSession *
dp_case_page_get_session (DpCasePage *self)
{
  g_return_val_if_fail (DP_IS_CASE_PAGE (self), NULL);

  return self->session;
}
