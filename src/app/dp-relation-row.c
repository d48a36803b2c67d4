/* dp-relation-row.c: a related case: how it is related, open it, let go of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-relation-row.h"

#include <glib/gi18n.h>

struct _DpRelationRow
{
  AdwPreferencesRow parent_instance;

  DpSession *session;   /* (owned) (nullable) */
  DpRelation *relation; /* (owned) (nullable) */
  GtkLabel *title;
  GtkWidget *missing;
  GtkDropDown *kind;
  GtkStringList *kinds;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (DpRelationRow, dp_relation_row, ADW_TYPE_PREFERENCES_ROW)

static void
open_cb (DpRelationRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-case", "s", dp_relation_get_case_id (self->relation));
}

static void
remove_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  DpRelationRow *self = DP_RELATION_ROW (widget);
  g_autoptr (DpSession) session = g_object_ref (self->session);
  g_autoptr (DpRelation) relation = g_object_ref (self->relation);
  DpHistory *history = dp_session_get_history (session);

  dp_history_begin (history, _ ("Remove related case"));
  dp_case_remove_relation (dp_session_get_case (session), relation);
  dp_history_end (history);
  dp_session_toast (session, _ ("Related case removed"), _ ("Undo"), "history.undo");
}

static void
dp_relation_row_dispose (GObject *object)
{
  DpRelationRow *self = DP_RELATION_ROW (object);

  g_clear_object (&self->relation);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_relation_row_parent_class)->dispose (object);
}

static void
dp_relation_row_class_init (DpRelationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_relation_row_dispose;

  gtk_widget_class_install_action (widget_class, "relation.remove", NULL, remove_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-relation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DpRelationRow, title);
  gtk_widget_class_bind_template_child (widget_class, DpRelationRow, missing);
  gtk_widget_class_bind_template_child (widget_class, DpRelationRow, kind);
  gtk_widget_class_bind_template_child (widget_class, DpRelationRow, kinds);
  gtk_widget_class_bind_template_child (widget_class, DpRelationRow, open);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
dp_relation_row_init (DpRelationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (DpRelationKind kind = DP_RELATION_SEE_ALSO; kind <= DP_RELATION_SUPERSEDES; kind++)
    gtk_string_list_append (self->kinds, dp_relation_kind_get_label (kind));
}

GtkWidget *
dp_relation_row_new (DpSession *session,
                     DpRelation *relation)
{
  DpRelationRow *self = g_object_new (DP_TYPE_RELATION_ROW, NULL);
  DpCaseEntry *entry = dp_library_find (dp_workbench_get_library (dp_session_get_workbench (session)), dp_relation_get_case_id (relation));
  const char *title = entry != NULL ? dp_case_entry_get_title (entry) : dp_relation_get_title (relation);

  self->session = g_object_ref (session);
  self->relation = g_object_ref (relation);
  gtk_label_set_label (self->title, *title != '\0' ? title : _ ("Untitled Case"));
  gtk_widget_set_visible (self->missing, entry == NULL);
  gtk_widget_set_sensitive (self->open, entry != NULL);
  g_object_bind_property (relation, "kind", self->kind, "selected", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return GTK_WIDGET (self);
}
