/* dp-merge-window.c: a case that was changed here and elsewhere: what counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-merge-window.h"

#include <glib/gi18n.h>

#include "app/dp-list-box.h"
#include "app/dp-merge-row.h"

struct _DpMergeWindow
{
  AdwWindow parent_instance;

  DpSession *session;   /* (owned) */
  GPtrArray *conflicts; /* (owned) (element-type DpMergeConflict) */
  GtkListBox *list;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (DpMergeWindow, dp_merge_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_MERGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* (transfer full) (nullable): place to side; %NULL while a row waits */
static GHashTable *
collect (DpMergeWindow *self)
{
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      int choice = dp_merge_row_get_choice (DP_MERGE_ROW (row));

      if (choice < 0)
        return NULL;
      g_hash_table_insert (choices, dp_merge_row_get_conflict (DP_MERGE_ROW (row))->place, GINT_TO_POINTER (choice));
    }
  return g_steal_pointer (&choices);
}

static void
chosen_cb (DpMergeWindow *self)
{
  g_autoptr (GHashTable) choices = collect (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", choices != NULL);
}

static void
show_conflicts (DpMergeWindow *self,
                GPtrArray *conflicts)
{
  GtkListBoxRow *row;

  dp_list_box_clear (self->list);
  if (self->conflicts != NULL)
    g_ptr_array_unref (self->conflicts);
  self->conflicts = g_ptr_array_ref (conflicts);
  for (guint i = 0; i < conflicts->len; i++)
    {
      GtkWidget *made = dp_merge_row_new (g_ptr_array_index (conflicts, i));

      g_signal_connect_object (made, "notify::choice", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, made);
    }
  chosen_cb (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
apply_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DpMergeWindow *self = DP_MERGE_WINDOW (widget);
  g_autoptr (GHashTable) choices = collect (self);
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;

  if (choices == NULL)
    return;
  if (dp_case_file_merge (dp_session_get_file (self->session), choices, &conflicts, &error))
    {
      g_signal_emit (self, signals[SIGNAL_MERGED], 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  if (error != NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      return;
    }
  gtk_label_set_label (self->problem, _ ("Meanwhile the case was changed again: please look once more."));
  show_conflicts (self, conflicts);
}

static void
dp_merge_window_dispose (GObject *object)
{
  DpMergeWindow *self = DP_MERGE_WINDOW (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_merge_window_parent_class)->dispose (object);
}

static void
dp_merge_window_finalize (GObject *object)
{
  DpMergeWindow *self = DP_MERGE_WINDOW (object);

  g_clear_pointer (&self->conflicts, g_ptr_array_unref);

  G_OBJECT_CLASS (dp_merge_window_parent_class)->finalize (object);
}

static void
dp_merge_window_class_init (DpMergeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_merge_window_dispose;
  object_class->finalize = dp_merge_window_finalize;

  signals[SIGNAL_MERGED] = g_signal_new ("merged", DP_TYPE_MERGE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DpMergeWindow, list);
  gtk_widget_class_bind_template_child (widget_class, DpMergeWindow, problem);
  gtk_widget_class_install_action (widget_class, "merge.apply", NULL, apply_action);
}

static void
dp_merge_window_init (DpMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DpMergeWindow *
dp_merge_window_new (GtkWindow *parent,
                     DpSession *session,
                     GPtrArray *conflicts)
{
  DpMergeWindow *self;

  g_return_val_if_fail (DP_IS_SESSION (session), NULL);
  g_return_val_if_fail (conflicts != NULL, NULL);

  self = g_object_new (DP_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  show_conflicts (self, conflicts);
  return self;
}
