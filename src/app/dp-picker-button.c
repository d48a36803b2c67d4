/* dp-picker-button.c: a button that opens a picker of objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-picker-button.h"

struct _DpPickerButton
{
  AdwBin parent_instance;

  char *label;         /* (owned) (nullable) */
  char *placeholder;   /* (owned) (nullable) */
  char *nothing_found; /* (owned) (nullable) */
  GObject *object;     /* (owned) (nullable): what the search is handed */

  GtkMenuButton *button;
  GtkPopover *popover;
  DpPicker *picker;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_PLACEHOLDER,
  PROP_NOTHING_FOUND,
} DpPickerButtonProperty;

static GParamSpec *properties[PROP_NOTHING_FOUND + 1];

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpPickerButton, dp_picker_button, ADW_TYPE_BIN)

static void
picked_cb (DpPickerButton *self,
           DpPickerItem *item)
{
  g_autoptr (GObject) value = g_object_ref (dp_picker_item_get_value (item));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, value);
}

static void
popover_shown_cb (DpPickerButton *self)
{
  dp_picker_restart (self->picker);
  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static char **
get_field (DpPickerButton *self,
           guint prop_id)
{
  switch ((DpPickerButtonProperty) prop_id)
    {
    case PROP_LABEL:
      return &self->label;
    case PROP_PLACEHOLDER:
      return &self->placeholder;
    case PROP_NOTHING_FOUND:
      return &self->nothing_found;
    default:
      return NULL;
    }
}

static void
dp_picker_button_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  char **field = get_field (DP_PICKER_BUTTON (object), prop_id);

  if (field != NULL)
    g_value_set_string (value, *field);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
dp_picker_button_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  char **field = get_field (DP_PICKER_BUTTON (object), prop_id);

  if (field == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_free (*field);
  *field = g_value_dup_string (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
dp_picker_button_dispose (GObject *object)
{
  DpPickerButton *self = DP_PICKER_BUTTON (object);

  if (self->picker != NULL)
    dp_picker_set_search (self->picker, NULL, NULL);
  g_clear_object (&self->object);

  G_OBJECT_CLASS (dp_picker_button_parent_class)->dispose (object);
}

static void
dp_picker_button_finalize (GObject *object)
{
  DpPickerButton *self = DP_PICKER_BUTTON (object);

  g_free (self->label);
  g_free (self->placeholder);
  g_free (self->nothing_found);

  G_OBJECT_CLASS (dp_picker_button_parent_class)->finalize (object);
}

static void
dp_picker_button_class_init (DpPickerButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_picker_button_get_property;
  object_class->set_property = dp_picker_button_set_property;
  object_class->dispose = dp_picker_button_dispose;
  object_class->finalize = dp_picker_button_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_NOTHING_FOUND] = g_param_spec_string ("nothing-found", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_PICKED] =
      g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);

  g_type_ensure (DP_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-picker-button.ui");
  gtk_widget_class_bind_template_child (widget_class, DpPickerButton, button);
  gtk_widget_class_bind_template_child (widget_class, DpPickerButton, popover);
  gtk_widget_class_bind_template_child (widget_class, DpPickerButton, picker);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
label_changed_cb (DpPickerButton *self)
{
  gtk_menu_button_set_label (self->button, self->label != NULL ? self->label : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label != NULL ? self->label : "", -1);
}

static void
dp_picker_button_init (DpPickerButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::label", G_CALLBACK (label_changed_cb), NULL);
}

void
dp_picker_button_set_search (DpPickerButton *self,
                             DpPickerSearch search,
                             gpointer object)
{
  g_return_if_fail (DP_IS_PICKER_BUTTON (self));
  g_return_if_fail (object == NULL || G_IS_OBJECT (object));

  g_set_object (&self->object, object);
  dp_picker_set_search (self->picker, object != NULL ? search : NULL, object);
}
