/* dp-evidence-page.c: what speaks for and against, and where it is used
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-evidence-page.h"

#include "app/dp-evidence-editor.h"
#include "app/dp-evidence-row.h"
#include "app/dp-ranking-finder.h"

struct _DpEvidencePage
{
  AdwBin parent_instance;

  DpSession *session;    /* (owned) (nullable) */
  GSignalGroup *follow;  /* (owned): of the session */
  GSignalGroup *changes; /* (owned): of the history */
  GSignalGroup *items;   /* (owned): of the list of evidence */
  guint refresh_id;
  gboolean is_following;

  GtkStack *pages;
  GtkStack *stack;
  GtkWidget *scroller;
  GtkListBox *list;
  DpEvidenceEditor *editor;
  DpRankingFinder *finder;
};

typedef enum
{
  PROP_SESSION = 1,
} DpEvidencePageProperty;

static GParamSpec *properties[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (DpEvidencePage, dp_evidence_page, ADW_TYPE_BIN)

static DpEvidenceRow *
find_row (DpEvidencePage *self,
          DpEvidence *evidence)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (DP_IS_EVIDENCE_ROW (row) && dp_evidence_row_get_evidence (DP_EVIDENCE_ROW (row)) == evidence)
      return DP_EVIDENCE_ROW (row);
  return NULL;
}

static gboolean
reveal_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  DpEvidencePage *self = DP_EVIDENCE_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  /* A row that has just come is not laid out before the next frame. */
  if (row != NULL && gtk_widget_get_height (GTK_WIDGET (row)) == 0 && gtk_widget_get_mapped (GTK_WIDGET (row)))
    return G_SOURCE_CONTINUE;
  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height + 24);
  return G_SOURCE_REMOVE;
}

static void
show_list (DpEvidencePage *self)
{
  gtk_stack_set_visible_child_name (self->pages, "list");
}

static void
evidence_cb (DpEvidencePage *self)
{
  DpEvidence *evidence = dp_session_get_evidence (self->session);
  DpEvidenceRow *row;

  if (self->is_following)
    return;

  row = evidence != NULL ? find_row (self, evidence) : NULL;
  self->is_following = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->is_following = FALSE;
  if (evidence != NULL && dp_evidence_editor_get_evidence (self->editor) != evidence)
    show_list (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
row_selected_cb (DpEvidencePage *self,
                 GtkListBoxRow *row)
{
  if (self->is_following || self->session == NULL || row == NULL)
    return;

  self->is_following = TRUE;
  dp_session_set_evidence (self->session, dp_evidence_row_get_evidence (DP_EVIDENCE_ROW (row)));
  self->is_following = FALSE;
}

static void
edit (DpEvidencePage *self,
      DpEvidence *evidence)
{
  dp_evidence_editor_edit (self->editor, self->session, evidence);
  gtk_stack_set_visible_child_name (self->pages, "editor");
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
edit_cb (DpEvidencePage *self,
         DpEvidenceRow *row)
{
  edit (self, dp_evidence_row_get_evidence (row));
}

static void
row_activated_cb (DpEvidencePage *self,
                  GtkListBoxRow *row)
{
  edit_cb (self, DP_EVIDENCE_ROW (row));
}

static void
edited_cb (DpEvidencePage *self)
{
  GtkListBoxRow *row;

  show_list (self);
  dp_evidence_editor_edit (self->editor, self->session, NULL);
  row = gtk_list_box_get_selected_row (self->list);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
found_cb (DpEvidencePage *self,
          DpRanking *ranking)
{
  g_autoptr (DpEvidence) evidence = dp_evidence_new_for_ranking (ranking);

  dp_session_add_evidence (self->session, evidence);
  edit (self, evidence);
}

static void
by_hand_cb (DpEvidencePage *self)
{
  g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_RANKING);

  edit (self, evidence);
}

static void
add_source_action (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  DpEvidencePage *self = DP_EVIDENCE_PAGE (widget);
  g_autoptr (DpEvidence) evidence = dp_evidence_new (DP_EVIDENCE_SOURCE);

  dp_evidence_editor_commit (self->editor);
  edit (self, evidence);
}

static void
add_ranking_action (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  DpEvidencePage *self = DP_EVIDENCE_PAGE (widget);

  dp_evidence_editor_commit (self->editor);
  gtk_stack_set_visible_child_name (self->pages, "finder");
  dp_ranking_finder_start (self->finder, dp_session_get_workbench (self->session), dp_case_get_language (dp_session_get_case (self->session)));
}

static gboolean
refresh_cb (gpointer user_data)
{
  DpEvidencePage *self = user_data;

  self->refresh_id = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (DP_IS_EVIDENCE_ROW (row))
      dp_evidence_row_refresh (DP_EVIDENCE_ROW (row));
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DpEvidencePage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, refresh_cb, self, NULL);
}

static void
items_changed_cb (DpEvidencePage *self)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  gboolean is_empty = g_list_model_get_n_items (dp_case_list_evidence (dp_case)) == 0;
  DpEvidence *edited = dp_evidence_editor_get_evidence (self->editor);

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  if (edited != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->pages), "editor") &&
      *dp_evidence_get_key (edited) != '\0' && dp_case_find_evidence (dp_case, dp_evidence_get_id (edited)) == NULL)
    {
      /* It was undone, or removed from elsewhere. */
      dp_evidence_editor_edit (self->editor, self->session, NULL);
      show_list (self);
    }
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  DpEvidencePage *self = user_data;
  GtkWidget *row = dp_evidence_row_new (self->session, item);

  g_signal_connect_object (row, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
dp_evidence_page_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  DpEvidencePage *self = DP_EVIDENCE_PAGE (object);

  switch ((DpEvidencePageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_evidence_page_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  DpEvidencePage *self = DP_EVIDENCE_PAGE (object);

  switch ((DpEvidencePageProperty) prop_id)
    {
    case PROP_SESSION:
      dp_evidence_page_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_evidence_page_dispose (GObject *object)
{
  DpEvidencePage *self = DP_EVIDENCE_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->editor != NULL)
    dp_evidence_editor_commit (self->editor);
  g_clear_object (&self->follow);
  g_clear_object (&self->changes);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_evidence_page_parent_class)->dispose (object);
}

static void
dp_evidence_page_class_init (DpEvidencePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_evidence_page_get_property;
  object_class->set_property = dp_evidence_page_set_property;
  object_class->dispose = dp_evidence_page_dispose;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, DP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "evidence.add-source", NULL, add_source_action);
  gtk_widget_class_install_action (widget_class, "evidence.add-ranking", NULL, add_ranking_action);

  g_type_ensure (DP_TYPE_EVIDENCE_EDITOR);
  g_type_ensure (DP_TYPE_RANKING_FINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DpEvidencePage, pages);
  gtk_widget_class_bind_template_child (widget_class, DpEvidencePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DpEvidencePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DpEvidencePage, list);
  gtk_widget_class_bind_template_child (widget_class, DpEvidencePage, editor);
  gtk_widget_class_bind_template_child (widget_class, DpEvidencePage, finder);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
  gtk_widget_class_bind_template_callback (widget_class, by_hand_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list);
}

static void
dp_evidence_page_init (DpEvidencePage *self)
{
  self->follow = g_signal_group_new (DP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->follow, "notify::evidence", G_CALLBACK (evidence_cb), self);
  self->changes = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (changed_cb), self);
  self->items = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->items, "items-changed", G_CALLBACK (items_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dp_evidence_page_set_session (DpEvidencePage *self,
                              DpSession *session)
{
  GListModel *evidence = session != NULL ? dp_case_list_evidence (dp_session_get_case (session)) : NULL;

  g_return_if_fail (DP_IS_EVIDENCE_PAGE (self));

  if (!g_set_object (&self->session, session))
    return;

  gtk_list_box_bind_model (self->list, evidence, evidence != NULL ? create_row : NULL, self, NULL);
  g_signal_group_set_target (self->follow, session);
  g_signal_group_set_target (self->changes, session != NULL ? dp_session_get_history (session) : NULL);
  g_signal_group_set_target (self->items, evidence);
  if (session != NULL)
    {
      items_changed_cb (self);
      evidence_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
