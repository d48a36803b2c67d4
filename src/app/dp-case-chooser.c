/* dp-case-chooser.c: a button that lets one choose another case of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-case-chooser.h"

#include "app/dp-phrases.h"
#include "app/dp-picker.h"

#define MAX_SHOWN 100

struct _DpCaseChooser
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */
  GtkPopover *popover;
  DpPicker *picker;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpCaseChooser, dp_case_chooser, ADW_TYPE_BIN)

static DpPickerItem *
item_for_entry (DpCaseEntry *entry)
{
  g_autofree char *date = dp_phrase_date (dp_case_entry_get_date (entry));
  g_autofree char *details = dp_phrase_join (dp_case_entry_get_outlet (entry),
                                             date,
                                             dp_case_state_get_label (dp_case_entry_get_state (entry)),
                                             NULL);

  return dp_picker_item_new (dp_case_entry_get_title (entry), details, DP_TYPE_CASE_ENTRY, entry);
}

static gboolean
is_related (DpCase *dp_case,
            const char *id)
{
  GListModel *relations = dp_case_list_relations (dp_case);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (DpRelation) relation = g_list_model_get_item (relations, i);

      if (g_str_equal (dp_relation_get_case_id (relation), id))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
search_cases (const char *query,
              gpointer user_data)
{
  DpCaseChooser *self = user_data;
  GListModel *library = G_LIST_MODEL (dp_workbench_get_library (dp_session_get_workbench (self->session)));
  DpCase *dp_case = dp_session_get_case (self->session);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_entries = g_list_model_get_n_items (library);

  for (guint i = 0; i < n_entries && items->len < MAX_SHOWN; i++)
    {
      g_autoptr (DpCaseEntry) entry = g_list_model_get_item (library, i);

      if (*dp_case_entry_get_problem (entry) == '\0' && !g_str_equal (dp_case_entry_get_id (entry), dp_case_get_id (dp_case)) &&
          !is_related (dp_case, dp_case_entry_get_id (entry)) && dp_case_entry_matches (entry, query))
        g_ptr_array_add (items, item_for_entry (entry));
    }
  return items;
}

static void
picked_cb (DpCaseChooser *self,
           DpPickerItem *item)
{
  g_autoptr (DpCaseEntry) entry = g_object_ref (dp_picker_item_get_value (item));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, entry);
}

static void
popover_shown_cb (DpCaseChooser *self)
{
  dp_picker_restart (self->picker);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
dp_case_chooser_dispose (GObject *object)
{
  DpCaseChooser *self = DP_CASE_CHOOSER (object);

  if (self->picker != NULL)
    dp_picker_set_search (self->picker, NULL, NULL);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_case_chooser_parent_class)->dispose (object);
}

static void
dp_case_chooser_class_init (DpCaseChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_case_chooser_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         DP_TYPE_CASE_ENTRY);

  g_type_ensure (DP_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-case-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, DpCaseChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, DpCaseChooser, picker);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
dp_case_chooser_init (DpCaseChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dp_case_chooser_set_session (DpCaseChooser *self,
                             DpSession *session)
{
  g_return_if_fail (DP_IS_CASE_CHOOSER (self));

  g_set_object (&self->session, session);
  dp_picker_set_search (self->picker, session != NULL ? search_cases : NULL, self);
}
