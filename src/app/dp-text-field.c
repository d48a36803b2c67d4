/* dp-text-field.c: a titled field for some lines of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-text-field.h"

#include "app/dp-growing-text.h"
#include "app/dp-text-buffer.h"

struct _DpTextField
{
  AdwBin parent_instance;

  char *title;       /* (owned) (nullable) */
  char *placeholder; /* (owned) (nullable) */
  GtkTextView *view;
  DpTextBuffer *buffer;
  GtkWidget *hint;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_PLACEHOLDER,
  PROP_TEXT,
} DpTextFieldProperty;

static GParamSpec *properties[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (DpTextField, dp_text_field, ADW_TYPE_BIN)

static void
content_cb (DpTextField *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self->buffer)) == 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
pressed_cb (DpTextField *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
dp_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DP_TEXT_FIELD (widget)->view));
}

static void
dp_text_field_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DpTextField *self = DP_TEXT_FIELD (object);

  switch ((DpTextFieldProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_TEXT:
      g_value_take_string (value, dp_text_field_dup_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_text_field_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  DpTextField *self = DP_TEXT_FIELD (object);

  switch ((DpTextFieldProperty) prop_id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title != NULL ? self->title : "", -1);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PLACEHOLDER:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_TEXT:
      dp_text_field_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_text_field_finalize (GObject *object)
{
  DpTextField *self = DP_TEXT_FIELD (object);

  g_free (self->title);
  g_free (self->placeholder);

  G_OBJECT_CLASS (dp_text_field_parent_class)->finalize (object);
}

static void
dp_text_field_class_init (DpTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dp_text_field_get_property;
  object_class->set_property = dp_text_field_set_property;
  object_class->finalize = dp_text_field_finalize;
  widget_class->grab_focus = dp_text_field_grab_focus;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
      g_param_spec_string ("placeholder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (DP_TYPE_GROWING_TEXT);
  g_type_ensure (DP_TYPE_TEXT_BUFFER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/disproof/Disproof/dp-text-field.ui");
  gtk_widget_class_bind_template_child (widget_class, DpTextField, view);
  gtk_widget_class_bind_template_child (widget_class, DpTextField, buffer);
  gtk_widget_class_bind_template_child (widget_class, DpTextField, hint);
  gtk_widget_class_bind_template_callback (widget_class, content_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
dp_text_field_init (DpTextField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dp_text_field_new (void)
{
  return g_object_new (DP_TYPE_TEXT_FIELD, NULL);
}

char *
dp_text_field_dup_text (DpTextField *self)
{
  g_return_val_if_fail (DP_IS_TEXT_FIELD (self), NULL);

  return dp_text_buffer_dup_content (self->buffer);
}

void
dp_text_field_set_text (DpTextField *self,
                        const char *text)
{
  g_return_if_fail (DP_IS_TEXT_FIELD (self));

  dp_text_buffer_set_content (self->buffer, text);
}
