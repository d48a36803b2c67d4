/* dp-passage-picker.c: a button that lets one choose among the highlights of the case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-passage-picker.h"

#include "app/dp-narrative-chip.h"
#include "app/dp-phrases.h"
#include "app/dp-picker.h"

#define MAX_SHOWN 100

struct _DpPassagePicker
{
  AdwBin parent_instance;

  DpSession *session; /* (owned) (nullable) */
  GtkPopover *popover;
  DpPicker *picker;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpPassagePicker, dp_passage_picker, ADW_TYPE_BIN)

static DpPickerItem *
item_for_highlight (DpSession *session,
                    DpHighlight *highlight)
{
  const char *const *ids = dp_highlight_get_narratives (highlight);
  DpNarrative *narrative = ids[0] != NULL ? dp_session_find_narrative (session, ids[0]) : NULL;
  g_autofree char *quote = dp_phrase_quote (dp_highlight_get_quote (highlight));
  DpPickerItem *item = dp_picker_item_new (quote, dp_highlight_get_note (highlight), DP_TYPE_HIGHLIGHT, highlight);

  if (narrative != NULL)
    {
      g_autofree char *initials = dp_narrative_dup_initials (narrative);
      g_autofree char *css_class = dp_narrative_dup_css_class (narrative);

      dp_picker_item_set_badge (item, initials, css_class);
    }
  return item;
}

static GPtrArray *
search_highlights (const char *query,
                   gpointer user_data)
{
  DpPassagePicker *self = user_data;
  DpCase *dp_case = dp_session_get_case (self->session);
  GListModel *highlights = dp_case_list_highlights (dp_case);
  guint n_highlights = g_list_model_get_n_items (highlights);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_highlights && items->len < MAX_SHOWN; i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (dp_picker_matches (query, dp_highlight_get_quote (highlight)))
        g_ptr_array_add (items, item_for_highlight (self->session, highlight));
    }
  return items;
}

static void
picked_cb (DpPassagePicker *self,
           DpPickerItem *item)
{
  g_autoptr (DpHighlight) highlight = g_object_ref (dp_picker_item_get_value (item));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, highlight);
}

static void
popover_shown_cb (DpPassagePicker *self)
{
  dp_picker_restart (self->picker);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
dp_passage_picker_dispose (GObject *object)
{
  DpPassagePicker *self = DP_PASSAGE_PICKER (object);

  if (self->picker != NULL)
    dp_picker_set_search (self->picker, NULL, NULL);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dp_passage_picker_parent_class)->dispose (object);
}

static void
dp_passage_picker_class_init (DpPassagePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dp_passage_picker_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         DP_TYPE_HIGHLIGHT);

  g_type_ensure (DP_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-passage-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DpPassagePicker, popover);
  gtk_widget_class_bind_template_child (widget_class, DpPassagePicker, picker);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
dp_passage_picker_init (DpPassagePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dp_passage_picker_set_session (DpPassagePicker *self,
                               DpSession *session)
{
  g_return_if_fail (DP_IS_PASSAGE_PICKER (self));

  g_set_object (&self->session, session);
  dp_picker_set_search (self->picker, session != NULL ? search_highlights : NULL, self);
}
