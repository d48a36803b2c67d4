/* dp-narrative-tree.c: the narratives as a tree, to be searched and to be put in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-narrative-tree.h"

#include <glib/gi18n.h>

#include "app/dp-narrative-mark.h"
#include "library/dp-case-entry.h"

struct _DpNarrativeTree
{
  AdwBin parent_instance;

  DpWorkbench *workbench;   /* (owned) (nullable) */
  DpNarratives *narratives; /* (owned) (nullable): those followed */
  GHashTable *children;     /* (owned) (element-type utf8 GListStore): those shown, by their parent */
  GHashTable *n_cases;      /* (owned) (element-type utf8 guint): by narrative */
  DpNarrative *selected;    /* (owned) (nullable) */
  gboolean show_retired;
  gboolean is_filling;
  guint refresh_id;

  GtkEditable *entry;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  GtkSingleSelection *selection;
};

typedef enum
{
  PROP_SELECTED = 1,
} DpNarrativeTreeProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

enum
{
  SIGNAL_DROPPED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpNarrativeTree, dp_narrative_tree, ADW_TYPE_BIN)

/* What is shown. */

static void
count_cases (DpNarrativeTree *self)
{
  GListModel *library = G_LIST_MODEL (dp_workbench_get_library (self->workbench));

  g_hash_table_remove_all (self->n_cases);
  for (guint i = 0; i < g_list_model_get_n_items (library); i++)
    {
      g_autoptr (DpCaseEntry) entry = g_list_model_get_item (library, i);
      const char *const *ids = dp_case_entry_get_narrative_ids (entry);

      for (guint k = 0; ids[k] != NULL; k++)
        g_hash_table_replace (self->n_cases, g_strdup (ids[k]), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->n_cases, ids[k])) + 1));
    }
}

/* (transfer full): the ids of what fits, and of all that it stands under */
static GHashTable *
find_shown (DpNarrativeTree *self)
{
  const char *letters = gtk_editable_get_text (self->entry);
  gboolean is_search = *letters != '\0';
  g_autoptr (GPtrArray) found = dp_narratives_search_all (self->narratives, letters, self->show_retired || is_search);
  GHashTable *shown = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < found->len; i++)
    {
      for (DpNarrative *above = g_ptr_array_index (found, i); above != NULL; above = dp_narratives_lookup (self->narratives, dp_narrative_get_parent_id (above)))
        if (!g_hash_table_add (shown, (char *) dp_narrative_get_id (above)))
          break;
    }
  return shown;
}

static void
collect_children (DpNarrativeTree *self)
{
  g_autoptr (GHashTable) shown = find_shown (self);
  GListModel *all = G_LIST_MODEL (self->narratives);

  g_hash_table_remove_all (self->children);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (DpNarrative) narrative = g_list_model_get_item (all, i);
      const char *parent_id = dp_narrative_get_parent_id (narrative);
      GListStore *list;

      if (!g_hash_table_contains (shown, dp_narrative_get_id (narrative)))
        continue;
      if (dp_narratives_lookup (self->narratives, parent_id) == NULL)
        parent_id = "";
      list = g_hash_table_lookup (self->children, parent_id);
      if (list == NULL)
        {
          list = g_list_store_new (DP_TYPE_NARRATIVE);
          g_hash_table_insert (self->children, g_strdup (parent_id), list);
        }
      g_list_store_append (list, narrative);
    }
}

/* (transfer full) (nullable) */
static GListModel *
list_children (gpointer item,
               gpointer user_data)
{
  DpNarrativeTree *self = user_data;
  GListModel *list = g_hash_table_lookup (self->children, dp_narrative_get_id (item));

  return list != NULL ? g_object_ref (list) : NULL;
}

static guint
find_position (DpNarrativeTree *self,
               const char *id)
{
  GListModel *rows = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (DpNarrative) narrative = gtk_tree_list_row_get_item (row);

      if (g_str_equal (dp_narrative_get_id (narrative), id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
set_selected (DpNarrativeTree *self,
              DpNarrative *narrative)
{
  if (g_set_object (&self->selected, narrative))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* The row of the narrative that was selected is another object now, and the narrative too when it changed. */
static void
refresh (DpNarrativeTree *self)
{
  g_autofree char *id = self->selected != NULL ? g_strdup (dp_narrative_get_id (self->selected)) : NULL;
  GListModel *top;
  guint position;

  if (self->narratives == NULL)
    return;

  count_cases (self);
  collect_children (self);
  top = g_hash_table_lookup (self->children, "");
  self->is_filling = TRUE;
  if (top != NULL)
    {
      g_autoptr (GtkTreeListModel) tree = gtk_tree_list_model_new (g_object_ref (top), FALSE, TRUE, list_children, self, NULL);

      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
    }
  else
    gtk_single_selection_set_model (self->selection, NULL);
  gtk_stack_set_visible_child_name (self->stack, top != NULL ? "tree" : "nothing");

  position = id != NULL ? find_position (self, id) : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_filling = FALSE;
  /* What is searched away stays the one that is looked at. */
  set_selected (self, id != NULL ? dp_narratives_lookup (self->narratives, id) : NULL);
}

static gboolean
refresh_cb (gpointer user_data)
{
  DpNarrativeTree *self = user_data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (DpNarrativeTree *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, refresh_cb, self, NULL);
}

static void
scroll_to (DpNarrativeTree *self,
           guint position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* The entry. */

static void
search_cb (DpNarrativeTree *self)
{
  refresh (self);
}

/* The best answer, not the first line. */
static void
search_activate_cb (DpNarrativeTree *self)
{
  g_autoptr (GPtrArray) found = NULL;

  if (self->narratives == NULL)
    return;
  refresh (self);
  found = dp_narratives_search_all (self->narratives, gtk_editable_get_text (self->entry), TRUE);
  if (found->len == 0)
    return;
  dp_narrative_tree_select (self, dp_narrative_get_id (g_ptr_array_index (found, 0)));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_stop_cb (DpNarrativeTree *self)
{
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The rows. */

typedef struct
{
  GtkWidget *mark;
  GtkLabel *label;
  GtkLabel *count;
} Parts;

/* (nullable) (transfer full) */
static DpNarrative *
dup_of_row (GtkWidget *expander)
{
  GtkTreeListRow *row = gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander));

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double x,
                 double y,
                 GtkWidget *expander)
{
  g_autoptr (DpNarrative) narrative = dup_of_row (expander);

  return narrative != NULL ? gdk_content_provider_new_typed (DP_TYPE_NARRATIVE, narrative) : NULL;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         GtkWidget *widget)
{
  GtkWidget *ancestor = gtk_widget_get_ancestor (widget, DP_TYPE_NARRATIVE_TREE);
  g_autoptr (DpNarrative) onto = GTK_IS_TREE_EXPANDER (widget) ? dup_of_row (widget) : NULL;
  DpNarrative *narrative = g_value_get_object (value);

  if (narrative == NULL || narrative == onto)
    return FALSE;
  g_signal_emit (ancestor, signals[SIGNAL_DROPPED], 0, dp_narrative_get_id (narrative), onto != NULL ? dp_narrative_get_id (onto) : "");
  return TRUE;
}

static void
add_drop_target (GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (DP_TYPE_NARRATIVE, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), widget, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static void
setup_cb (DpNarrativeTree *self,
          GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkDragSource *source = gtk_drag_source_new ();
  Parts *parts = g_new0 (Parts, 1);

  parts->mark = dp_narrative_mark_new (0);
  parts->label = GTK_LABEL (gtk_label_new (NULL));
  parts->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (parts->mark, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (parts->label, 0);
  gtk_label_set_ellipsize (parts->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (parts->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (parts->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (parts->count), "numeric");
  gtk_box_append (GTK_BOX (box), parts->mark);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (parts->count));
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), expander, 0);
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (source));
  add_drop_target (expander);

  g_object_set_data_full (G_OBJECT (expander), "parts", parts, g_free);
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (DpNarrativeTree *self,
         GtkListItem *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  GtkWidget *expander = gtk_list_item_get_child (item);
  Parts *parts = g_object_get_data (G_OBJECT (expander), "parts");
  g_autoptr (DpNarrative) narrative = gtk_tree_list_row_get_item (row);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_cases, dp_narrative_get_id (narrative)));
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
  g_autofree char *tooltip = n > 0 ? g_strdup_printf (ngettext ("%u case", "%u cases", n), n) : NULL;

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), row);
  dp_narrative_mark_set_colour (DP_NARRATIVE_MARK (parts->mark), dp_narrative_get_colour (narrative));
  gtk_label_set_text (parts->label, dp_narrative_get_label (narrative));
  gtk_widget_set_tooltip_text (GTK_WIDGET (parts->label), dp_narrative_get_label (narrative));
  gtk_label_set_text (parts->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (parts->count), tooltip);
  gtk_widget_set_opacity (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)), dp_narrative_is_retired (narrative) ? 0.5 : 1);
}

static void
unbind_cb (DpNarrativeTree *self,
           GtkListItem *item)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static void
selected_cb (DpNarrativeTree *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (DpNarrative) narrative = NULL;

  if (self->is_filling || row == NULL)
    return;
  narrative = gtk_tree_list_row_get_item (row);
  set_selected (self, narrative);
}

static void
activate_cb (DpNarrativeTree *self,
             guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
dp_narrative_tree_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  DpNarrativeTree *self = DP_NARRATIVE_TREE (object);

  switch ((DpNarrativeTreeProperty) property_id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dp_narrative_tree_dispose (GObject *object)
{
  DpNarrativeTree *self = DP_NARRATIVE_TREE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->selected);
  g_clear_object (&self->narratives);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->children, g_hash_table_unref);
  g_clear_pointer (&self->n_cases, g_hash_table_unref);

  G_OBJECT_CLASS (dp_narrative_tree_parent_class)->dispose (object);
}

static void
dp_narrative_tree_class_init (DpNarrativeTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_narrative_tree_get_property;
  object_class->dispose = dp_narrative_tree_dispose;

  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, DP_TYPE_NARRATIVE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", DP_TYPE_NARRATIVE_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", DP_TYPE_NARRATIVE_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-narrative-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeTree, entry);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeTree, stack);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeTree, scroller);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeTree, view);
  gtk_widget_class_bind_template_child (widget_class, DpNarrativeTree, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
dp_narrative_tree_init (DpNarrativeTree *self)
{
  self->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->n_cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drop_target (GTK_WIDGET (self->scroller));
}

static void
narratives_cb (DpNarrativeTree *self)
{
  g_set_object (&self->narratives, dp_workbench_get_narratives (self->workbench));
  queue_refresh (self);
}

void
dp_narrative_tree_set_workbench (DpNarrativeTree *self,
                                 DpWorkbench *workbench)
{
  g_return_if_fail (DP_IS_NARRATIVE_TREE (self));
  g_return_if_fail (DP_IS_WORKBENCH (workbench));
  g_return_if_fail (self->workbench == NULL);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "notify::narratives", G_CALLBACK (narratives_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dp_workbench_get_library (workbench), "items-changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_set_object (&self->narratives, dp_workbench_get_narratives (workbench));
  refresh (self);
}

DpNarrative *
dp_narrative_tree_get_selected (DpNarrativeTree *self)
{
  g_return_val_if_fail (DP_IS_NARRATIVE_TREE (self), NULL);

  return self->selected;
}

void
dp_narrative_tree_select (DpNarrativeTree *self,
                          const char *id)
{
  guint position;

  g_return_if_fail (DP_IS_NARRATIVE_TREE (self));
  g_return_if_fail (id != NULL);

  if (self->narratives == NULL)
    return;
  refresh (self);
  position = find_position (self, id);
  if (position == GTK_INVALID_LIST_POSITION && *gtk_editable_get_text (self->entry) != '\0')
    {
      gtk_editable_set_text (self->entry, "");
      refresh (self);
      position = find_position (self, id);
    }
  gtk_single_selection_set_selected (self->selection, position);
  set_selected (self, dp_narratives_lookup (self->narratives, id));
  scroll_to (self, position);
}

void
dp_narrative_tree_set_alone (DpNarrativeTree *self,
                             gboolean is_alone)
{
  g_return_if_fail (DP_IS_NARRATIVE_TREE (self));

  gtk_list_view_set_single_click_activate (self->view, is_alone);
}

void
dp_narrative_tree_find (DpNarrativeTree *self)
{
  g_return_if_fail (DP_IS_NARRATIVE_TREE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
dp_narrative_tree_set_show_retired (DpNarrativeTree *self,
                                    gboolean show_retired)
{
  g_return_if_fail (DP_IS_NARRATIVE_TREE (self));

  self->show_retired = show_retired;
  refresh (self);
}
