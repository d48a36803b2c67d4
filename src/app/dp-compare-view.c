/* dp-compare-view.c: two texts side by side, scrolled together, with what changed marked by words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-compare-view.h"

#include <glib/gi18n.h>

#include "app/dp-compare-row.h"
#include "app/dp-comparison.h"
#include "app/dp-sides-layout.h"
#include "app/dp-wrap-layout.h"

struct _DpCompareView
{
  AdwBin parent_instance;

  DpComparison *comparison;  /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of what is under way */
  gboolean only_changes;

  GtkStack *stack;
  GtkLabel *old_heading;
  GtkLabel *new_heading;
  GtkLabel *summary;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *rows;
};

enum
{
  SIGNAL_COMPARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpCompareView, dp_compare_view, ADW_TYPE_BIN)

typedef struct
{
  char *old_text;
  char *new_text;
} Texts;

static void
texts_free (gpointer data)
{
  Texts *texts = data;

  g_free (texts->old_text);
  g_free (texts->new_text);
  g_free (texts);
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  return !DP_COMPARE_VIEW (user_data)->only_changes || dp_compared_is_changed (item);
}

static void
filter (DpCompareView *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->rows), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show (DpCompareView *self)
{
  DpComparison *comparison = self->comparison;
  g_autofree char *removed = g_strdup_printf (ngettext ("%u passage removed", "%u passages removed", comparison->n_removed), comparison->n_removed);
  g_autofree char *added = g_strdup_printf (ngettext ("%u added", "%u added", comparison->n_added), comparison->n_added);
  /* Translators: both are whole phrases: "3 passages removed", "2 added" */
  g_autofree char *summary = g_strdup_printf (_ ("%s, %s"), removed, added);
  gboolean is_changed = comparison->n_changed > 0;

  gtk_label_set_label (self->summary, is_changed ? summary : _ ("Both texts are the same"));
  gtk_filter_list_model_set_model (self->rows, G_LIST_MODEL (comparison->rows));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.next", is_changed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.previous", is_changed);
  gtk_stack_set_visible_child_name (self->stack, "rows");
}

static void
compare_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  const Texts *texts = task_data;

  g_task_return_pointer (task, dp_comparison_new (texts->old_text, texts->new_text), (GDestroyNotify) dp_comparison_free);
}

static void
compared_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  DpCompareView *self = DP_COMPARE_VIEW (source);
  DpComparison *comparison = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: something else is to be shown by now. */
  if (comparison == NULL)
    return;
  g_clear_pointer (&self->comparison, dp_comparison_free);
  self->comparison = comparison;
  g_clear_object (&self->cancellable);
  show (self);
  g_signal_emit (self, signals[SIGNAL_COMPARED], 0);
}

/* Rows. */

static void
setup_cb (DpCompareView *self,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, dp_compare_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (DpCompareView *self,
         GtkListItem *item)
{
  dp_compare_row_set_compared (DP_COMPARE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

/* Actions. */

static void
go (DpCompareView *self,
    int step)
{
  GListModel *model = G_LIST_MODEL (self->rows);
  guint n = g_list_model_get_n_items (model);
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint position;

  if (n == 0)
    return;
  position = selected != GTK_INVALID_LIST_POSITION ? selected : (step > 0 ? n - 1 : 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DpCompared) compared = NULL;

      position = (position + n + (guint) step) % n;
      compared = g_list_model_get_item (model, position);
      if (dp_compared_is_changed (compared))
        break;
    }
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
go_action (GtkWidget *widget,
           const char *action_name,
           GVariant *parameter)
{
  go (DP_COMPARE_VIEW (widget), g_str_equal (action_name, "compare.next") ? 1 : -1);
}

static void
only_toggled_cb (DpCompareView *self,
                 GtkToggleButton *button)
{
  self->only_changes = gtk_toggle_button_get_active (button);
  filter (self);
}

static gboolean
dp_compare_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DP_COMPARE_VIEW (widget)->list));
}

static void
dp_compare_view_dispose (GObject *object)
{
  DpCompareView *self = DP_COMPARE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->rows != NULL)
    gtk_filter_list_model_set_filter (self->rows, NULL);
  g_clear_pointer (&self->comparison, dp_comparison_free);

  G_OBJECT_CLASS (dp_compare_view_parent_class)->dispose (object);
}

static void
dp_compare_view_class_init (DpCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_compare_view_dispose;
  widget_class->grab_focus = dp_compare_view_grab_focus;

  signals[SIGNAL_COMPARED] =
      g_signal_new ("compared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "compare.next", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "compare.previous", NULL, go_action);

  g_type_ensure (DP_TYPE_SIDES_LAYOUT);
  g_type_ensure (DP_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DpCompareView, stack);
  gtk_widget_class_bind_template_child (widget_class, DpCompareView, old_heading);
  gtk_widget_class_bind_template_child (widget_class, DpCompareView, new_heading);
  gtk_widget_class_bind_template_child (widget_class, DpCompareView, summary);
  gtk_widget_class_bind_template_child (widget_class, DpCompareView, list);
  gtk_widget_class_bind_template_child (widget_class, DpCompareView, selection);
  gtk_widget_class_bind_template_child (widget_class, DpCompareView, rows);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_toggled_cb);
}

static void
dp_compare_view_init (DpCompareView *self)
{
  g_autoptr (GtkCustomFilter) custom = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  custom = gtk_custom_filter_new (filter_cb, self, NULL);
  gtk_filter_list_model_set_filter (self->rows, GTK_FILTER (custom));
}

GtkWidget *
dp_compare_view_new (void)
{
  return g_object_new (DP_TYPE_COMPARE_VIEW, NULL);
}

void
dp_compare_view_set_texts (DpCompareView *self,
                           const char *old_heading,
                           const char *old_text,
                           const char *new_heading,
                           const char *new_text)
{
  g_autoptr (GTask) task = NULL;
  Texts *texts;

  g_return_if_fail (DP_IS_COMPARE_VIEW (self));
  g_return_if_fail (old_heading != NULL && old_text != NULL && new_heading != NULL && new_text != NULL);

  gtk_label_set_label (self->old_heading, old_heading);
  gtk_label_set_label (self->new_heading, new_heading);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  texts = g_new0 (Texts, 1);
  texts->old_text = g_strdup (old_text);
  texts->new_text = g_strdup (new_text);
  task = g_task_new (self, self->cancellable, compared_cb, NULL);
  g_task_set_source_tag (task, dp_compare_view_set_texts);
  g_task_set_task_data (task, texts, texts_free);
  g_task_run_in_thread (task, compare_thread);
}

guint
dp_compare_view_get_n_changed (DpCompareView *self)
{
  g_return_val_if_fail (DP_IS_COMPARE_VIEW (self), 0);

  return self->comparison != NULL ? self->comparison->n_changed : 0;
}
