/* dp-picker.c: choose by typing: an entry, and under it what fits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-picker.h"

struct _DpPicker
{
  AdwBin parent_instance;

  char *placeholder;   /* (owned) (nullable) */
  char *nothing_found; /* (owned) (nullable) */
  DpPickerSearch search;
  gpointer search_data;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *items;
};

typedef enum
{
  PROP_PLACEHOLDER = 1,
  PROP_NOTHING_FOUND,
} DpPickerProperty;

static GParamSpec *properties[PROP_NOTHING_FOUND + 1];

enum
{
  SIGNAL_PICKED,
  SIGNAL_SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpPicker, dp_picker, ADW_TYPE_BIN)

static void
pick (DpPicker *self,
      guint position)
{
  g_autoptr (DpPickerItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, item);
}

static void
selected_cb (DpPicker *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, gtk_single_selection_get_selected_item (self->selection));
}

static void
changed_cb (DpPicker *self)
{
  dp_picker_refresh (self);
}

static void
entry_activate_cb (DpPicker *self)
{
  pick (self, gtk_single_selection_get_selected (self->selection));
}

static void
list_activate_cb (DpPicker *self,
                  guint position)
{
  pick (self, position);
}

/* The entry takes Escape for itself; in a popover it means the popover. */
static void
stop_search_cb (DpPicker *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
key_cb (DpPicker *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n_items == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    selected = MIN (selected + 1, n_items - 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    selected = selected > 0 ? selected - 1 : 0;
  else
    return GDK_EVENT_PROPAGATE;

  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);
  return GDK_EVENT_STOP;
}

static gboolean
dp_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DP_PICKER (widget)->entry));
}

static void
dp_picker_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DpPicker *self = DP_PICKER (object);

  switch ((DpPickerProperty) prop_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_NOTHING_FOUND:
      g_value_set_string (value, self->nothing_found);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_picker_set_property (GObject *object,
                        guint prop_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  DpPicker *self = DP_PICKER (object);

  switch ((DpPickerProperty) prop_id)
    {
    case PROP_PLACEHOLDER:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      g_object_set (self->entry, "placeholder-text", self->placeholder, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, self->placeholder != NULL ? self->placeholder : "", -1);
      break;
    case PROP_NOTHING_FOUND:
      g_free (self->nothing_found);
      self->nothing_found = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_picker_finalize (GObject *object)
{
  DpPicker *self = DP_PICKER (object);

  g_free (self->placeholder);
  g_free (self->nothing_found);

  G_OBJECT_CLASS (dp_picker_parent_class)->finalize (object);
}

static void
dp_picker_class_init (DpPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_picker_get_property;
  object_class->set_property = dp_picker_set_property;
  object_class->finalize = dp_picker_finalize;
  widget_class->grab_focus = dp_picker_grab_focus;

  properties[PROP_PLACEHOLDER] =
      g_param_spec_string ("placeholder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTHING_FOUND] =
      g_param_spec_string ("nothing-found", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_PICKED] = g_signal_new ("picked",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         DP_TYPE_PICKER_ITEM);

  signals[SIGNAL_SELECTED] = g_signal_new ("selected",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           1,
                                           DP_TYPE_PICKER_ITEM);

  g_type_ensure (DP_TYPE_PICKER_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DpPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, DpPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, DpPicker, list);
  gtk_widget_class_bind_template_child (widget_class, DpPicker, selection);
  gtk_widget_class_bind_template_child (widget_class, DpPicker, items);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
dp_picker_init (DpPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
}

void
dp_picker_set_search (DpPicker *self,
                      DpPickerSearch search,
                      gpointer user_data)
{
  g_return_if_fail (DP_IS_PICKER (self));

  self->search = search;
  self->search_data = user_data;
}

void
dp_picker_restart (DpPicker *self)
{
  dp_picker_set_query (self, "");
}

void
dp_picker_refresh (DpPicker *self)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_if_fail (DP_IS_PICKER (self));

  if (self->search != NULL)
    found = self->search (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->search_data);
  g_list_store_splice (self->items,
                       0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       found != NULL ? found->pdata : NULL,
                       found != NULL ? found->len : 0);
  gtk_stack_set_visible_child_name (self->stack, found != NULL && found->len > 0 ? "list" : "nothing");
  if (found != NULL && found->len > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
    }
}

const char *
dp_picker_get_query (DpPicker *self)
{
  g_return_val_if_fail (DP_IS_PICKER (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
dp_picker_set_query (DpPicker *self,
                     const char *query)
{
  g_return_if_fail (DP_IS_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  dp_picker_refresh (self);
}

static char *
fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (plain, c);
    }
  folded = g_utf8_casefold (plain->str, -1);
  g_string_free (plain, TRUE);
  return g_steal_pointer (&folded);
}

gboolean
dp_picker_matches (const char *query,
                   const char *text)
{
  g_autofree char *folded_query = fold (query);
  g_autofree char *folded_text = fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded_query, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_text, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
