/* dp-claims-page.c: what is claimed, and the passages that carry it
 *
 * One list shows both: a heading, the claims, a heading, the highlights. It is one list so that a
 * case with thousands of highlights needs no more widgets than fit on the screen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-claims-page.h"

#include <glib/gi18n.h>

#include "app/dp-claim-row.h"
#include "app/dp-highlight-row.h"
#include "app/dp-list-heading.h"

#define CLAIMS "claims"
#define PASSAGES "passages"

struct _DpClaimsPage
{
  AdwBin parent_instance;

  DpSession *session;    /* (owned) (nullable) */
  GSignalGroup *follow;  /* (owned): of the session */
  GSignalGroup *changes; /* (owned): of the history */
  GPtrArray *rows;       /* (element-type GtkWidget): those shown now */
  guint refresh_id;
  gboolean is_following;

  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
};

typedef enum
{
  PROP_SESSION = 1,
} DpClaimsPageProperty;

static GParamSpec *properties[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (DpClaimsPage, dp_claims_page, ADW_TYPE_BIN)

static GListModel *
heading_new (const char *name)
{
  return G_LIST_MODEL (gtk_string_list_new ((const char *[]){ name, NULL }));
}

static GListModel *
list_everything (DpCase *dp_case)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) claims_heading = heading_new (CLAIMS);
  g_autoptr (GListModel) passages_heading = heading_new (PASSAGES);

  g_list_store_append (parts, claims_heading);
  g_list_store_append (parts, dp_case_list_claims (dp_case));
  g_list_store_append (parts, passages_heading);
  g_list_store_append (parts, dp_case_list_highlights (dp_case));
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

/* GTK_INVALID_LIST_POSITION when it is not there. */
static guint
find_position (DpClaimsPage *self,
               gpointer item)
{
  DpCase *dp_case = dp_session_get_case (self->session);
  GListModel *claims = dp_case_list_claims (dp_case);
  guint position;

  if (DP_IS_CLAIM (item) && g_list_store_find (G_LIST_STORE (claims), item, &position))
    return 1 + position;
  if (DP_IS_HIGHLIGHT (item) && g_list_store_find (G_LIST_STORE (dp_case_list_highlights (dp_case)), item, &position))
    return 1 + g_list_model_get_n_items (claims) + 1 + position;
  return GTK_INVALID_LIST_POSITION;
}

static void
select_item (DpClaimsPage *self,
             gpointer item)
{
  guint position = find_position (self, item);

  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
highlight_cb (DpClaimsPage *self)
{
  DpHighlight *highlight = dp_session_get_highlight (self->session);
  gpointer selected = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_following || selected == (gpointer) highlight || (highlight == NULL && DP_IS_CLAIM (selected)))
    return;

  self->is_following = TRUE;
  select_item (self, highlight);
  self->is_following = FALSE;
}

static void
selected_cb (DpClaimsPage *self)
{
  gpointer selected = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_following || self->session == NULL || !DP_IS_HIGHLIGHT (selected))
    return;

  self->is_following = TRUE;
  dp_session_set_highlight (self->session, selected);
  self->is_following = FALSE;
}

static void
show_emptiness (DpClaimsPage *self)
{
  DpCase *dp_case = self->session != NULL ? dp_session_get_case (self->session) : NULL;
  gboolean is_empty = dp_case == NULL || (g_list_model_get_n_items (dp_case_list_claims (dp_case)) == 0 &&
                                          g_list_model_get_n_items (dp_case_list_highlights (dp_case)) == 0);

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
}

static gboolean
refresh_cb (gpointer user_data)
{
  DpClaimsPage *self = user_data;

  self->refresh_id = 0;
  for (guint i = 0; i < self->rows->len; i++)
    if (DP_IS_HIGHLIGHT_ROW (g_ptr_array_index (self->rows, i)))
      dp_highlight_row_refresh (g_ptr_array_index (self->rows, i));
  return G_SOURCE_REMOVE;
}

/* Many changes can come at once; the rows follow once, before the next frame. */
static void
changed_cb (DpClaimsPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, refresh_cb, self, NULL);
}

/* The rows. */

static GtkWidget *
heading_row_new (const char *name)
{
  if (g_str_equal (name, CLAIMS))
    return dp_list_heading_new (_ ("Claims"), "claim.add", _ ("Add a claim"));
  return dp_list_heading_new (_ ("Highlights"), NULL, NULL);
}

static void
item_selected_cb (DpClaimsPage *self,
                  GParamSpec *pspec,
                  GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  gboolean is_selected = gtk_list_item_get_selected (list_item);

  if (DP_IS_HIGHLIGHT_ROW (row))
    dp_highlight_row_set_selected (DP_HIGHLIGHT_ROW (row), is_selected);
  else if (DP_IS_CLAIM_ROW (row))
    dp_claim_row_set_selected (DP_CLAIM_ROW (row), is_selected);
}

static void
setup_cb (DpClaimsPage *self,
          GtkListItem *list_item)
{
  g_signal_connect_object (list_item, "notify::selected", G_CALLBACK (item_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
bind_cb (DpClaimsPage *self,
         GtkListItem *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  gboolean is_heading = GTK_IS_STRING_OBJECT (item);
  GtkWidget *row;

  if (is_heading)
    {
      row = heading_row_new (gtk_string_object_get_string (item));
    }
  else if (DP_IS_CLAIM (item))
    {
      row = dp_claim_row_new (self->session, item);
    }
  else
    {
      row = dp_highlight_row_new (self->session, item);
    }
  g_ptr_array_add (self->rows, row);
  gtk_list_item_set_selectable (list_item, !is_heading);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
  item_selected_cb (self, NULL, list_item);
}

static void
unbind_cb (DpClaimsPage *self,
           GtkListItem *list_item)
{
  if (self->rows != NULL)
    g_ptr_array_remove (self->rows, gtk_list_item_get_child (list_item));
  gtk_list_item_set_child (list_item, NULL);
}

/* Actions. */

/* The row of a claim that has just come is made when the list is next laid out. */
static gboolean
focus_claim_cb (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer claim)
{
  DpClaimsPage *self = DP_CLAIMS_PAGE (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (DP_IS_CLAIM_ROW (row) && dp_claim_row_get_claim (DP_CLAIM_ROW (row)) == claim)
        {
          gtk_widget_grab_focus (row);
          return G_SOURCE_REMOVE;
        }
    }
  return self->session != NULL && find_position (self, claim) != GTK_INVALID_LIST_POSITION ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
edit_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  DpClaimsPage *self = DP_CLAIMS_PAGE (widget);
  GListModel *claims = dp_case_list_claims (dp_session_get_case (self->session));
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (DpClaim) claim = g_list_model_get_item (claims, i);

      if (g_str_equal (dp_claim_get_id (claim), id))
        {
          select_item (self, claim);
          gtk_widget_add_tick_callback (widget, focus_claim_cb, g_object_ref (claim), g_object_unref);
        }
    }
}

static void
add_action (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  DpClaimsPage *self = DP_CLAIMS_PAGE (widget);
  DpClaim *claim = dp_session_add_claim (self->session, NULL);

  gtk_widget_activate_action (widget, "claim.edit", "s", dp_claim_get_id (claim));
}

static void
dp_claims_page_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpClaimsPage *self = DP_CLAIMS_PAGE (object);

  switch ((DpClaimsPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_claims_page_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DpClaimsPage *self = DP_CLAIMS_PAGE (object);

  switch ((DpClaimsPageProperty) prop_id)
    {
    case PROP_SESSION:
      dp_claims_page_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_claims_page_dispose (GObject *object)
{
  DpClaimsPage *self = DP_CLAIMS_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  dp_claims_page_set_session (self, NULL);

  G_OBJECT_CLASS (dp_claims_page_parent_class)->dispose (object);
}

static void
dp_claims_page_finalize (GObject *object)
{
  DpClaimsPage *self = DP_CLAIMS_PAGE (object);

  g_clear_object (&self->follow);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (dp_claims_page_parent_class)->finalize (object);
}

static void
dp_claims_page_class_init (DpClaimsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_claims_page_get_property;
  object_class->set_property = dp_claims_page_set_property;
  object_class->dispose = dp_claims_page_dispose;
  object_class->finalize = dp_claims_page_finalize;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, DP_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "claim.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "claim.edit", "s", edit_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-claims-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DpClaimsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DpClaimsPage, list);
  gtk_widget_class_bind_template_child (widget_class, DpClaimsPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
dp_claims_page_init (DpClaimsPage *self)
{
  self->rows = g_ptr_array_new ();
  self->follow = g_signal_group_new (DP_TYPE_SESSION);
  g_signal_group_connect_swapped (self->follow, "notify::highlight", G_CALLBACK (highlight_cb), self);
  self->changes = g_signal_group_new (DP_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->changes, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dp_claims_page_set_session (DpClaimsPage *self,
                            DpSession *session)
{
  g_autoptr (GListModel) everything = NULL;

  g_return_if_fail (DP_IS_CLAIMS_PAGE (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_func (dp_case_list_claims (dp_session_get_case (self->session)), show_emptiness, self);
      g_signal_handlers_disconnect_by_func (dp_case_list_highlights (dp_session_get_case (self->session)), show_emptiness, self);
      g_signal_handlers_disconnect_by_func (dp_session_get_workbench (self->session), changed_cb, self);
    }
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->follow, session);
  g_signal_group_set_target (self->changes, session != NULL ? dp_session_get_history (session) : NULL);
  if (session != NULL)
    {
      DpCase *dp_case = dp_session_get_case (session);

      everything = list_everything (dp_case);
      gtk_single_selection_set_model (self->selection, everything);
      g_signal_connect_object (dp_case_list_claims (dp_case), "items-changed", G_CALLBACK (show_emptiness), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dp_case_list_highlights (dp_case), "items-changed", G_CALLBACK (show_emptiness), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dp_session_get_workbench (session), "notify::narratives", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      show_emptiness (self);
      highlight_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
