/* dp-text-buffer.c: a text buffer whose content can be bound to a string of the case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-text-buffer.h"

struct _DpTextBuffer
{
  GtkTextBuffer parent_instance;

  gboolean is_setting;
};

typedef enum
{
  PROP_CONTENT = 1,
} DpTextBufferProperty;

static GParamSpec *properties[PROP_CONTENT + 1];

G_DEFINE_FINAL_TYPE (DpTextBuffer, dp_text_buffer, GTK_TYPE_TEXT_BUFFER)

static void
dp_text_buffer_changed (GtkTextBuffer *buffer)
{
  DpTextBuffer *self = DP_TEXT_BUFFER (buffer);

  GTK_TEXT_BUFFER_CLASS (dp_text_buffer_parent_class)->changed (buffer);

  if (!self->is_setting)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

static void
dp_text_buffer_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpTextBuffer *self = DP_TEXT_BUFFER (object);

  switch ((DpTextBufferProperty) prop_id)
    {
    case PROP_CONTENT:
      g_value_take_string (value, dp_text_buffer_dup_content (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_text_buffer_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  DpTextBuffer *self = DP_TEXT_BUFFER (object);

  switch ((DpTextBufferProperty) prop_id)
    {
    case PROP_CONTENT:
      dp_text_buffer_set_content (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_text_buffer_class_init (DpTextBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->get_property = dp_text_buffer_get_property;
  object_class->set_property = dp_text_buffer_set_property;
  buffer_class->changed = dp_text_buffer_changed;

  properties[PROP_CONTENT] =
      g_param_spec_string ("content", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_text_buffer_init (DpTextBuffer *self)
{
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
}

char *
dp_text_buffer_dup_content (DpTextBuffer *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (DP_IS_TEXT_BUFFER (self), NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
}

void
dp_text_buffer_set_content (DpTextBuffer *self,
                            const char *content)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *old = NULL;
  const char *old_start, *old_end;
  const char *new_start, *new_end;
  GtkTextIter start, end;

  g_return_if_fail (DP_IS_TEXT_BUFFER (self));

  if (content == NULL)
    content = "";
  old = dp_text_buffer_dup_content (self);
  if (g_str_equal (old, content))
    return;

  old_start = old;
  new_start = content;
  while (*old_start != '\0' && g_utf8_get_char (old_start) == g_utf8_get_char (new_start))
    {
      old_start = g_utf8_next_char (old_start);
      new_start = g_utf8_next_char (new_start);
    }

  old_end = old_start + strlen (old_start);
  new_end = new_start + strlen (new_start);
  while (old_end > old_start && new_end > new_start)
    {
      const char *old_previous = g_utf8_prev_char (old_end);
      const char *new_previous = g_utf8_prev_char (new_end);

      if (g_utf8_get_char (old_previous) != g_utf8_get_char (new_previous))
        break;
      old_end = old_previous;
      new_end = new_previous;
    }

  self->is_setting = TRUE;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_pointer_to_offset (old, old_start));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_pointer_to_offset (old, old_end));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, new_start, (int) (new_end - new_start));
  gtk_text_buffer_place_cursor (buffer, &start);
  self->is_setting = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

gboolean
dp_text_buffer_is_setting (DpTextBuffer *self)
{
  g_return_val_if_fail (DP_IS_TEXT_BUFFER (self), FALSE);

  return self->is_setting;
}
