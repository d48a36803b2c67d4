/* dp-picker-item.c: one of the things that a picker offers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-picker-item.h"

struct _DpPickerItem
{
  GObject parent_instance;

  char *title;          /* (owned) */
  char *subtitle;       /* (owned) */
  char *badge;          /* (owned) */
  char **badge_classes; /* (owned) */
  GValue value;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_BADGE,
  PROP_BADGE_CLASSES,
} DpPickerItemProperty;

static GParamSpec *properties[PROP_BADGE_CLASSES + 1];

G_DEFINE_FINAL_TYPE (DpPickerItem, dp_picker_item, G_TYPE_OBJECT)

static void
dp_picker_item_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  DpPickerItem *self = DP_PICKER_ITEM (object);

  switch ((DpPickerItemProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_BADGE:
      g_value_set_string (value, self->badge);
      break;
    case PROP_BADGE_CLASSES:
      g_value_set_boxed (value, self->badge_classes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_picker_item_finalize (GObject *object)
{
  DpPickerItem *self = DP_PICKER_ITEM (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->badge);
  g_strfreev (self->badge_classes);
  if (G_IS_VALUE (&self->value))
    g_value_unset (&self->value);

  G_OBJECT_CLASS (dp_picker_item_parent_class)->finalize (object);
}

static void
dp_picker_item_class_init (DpPickerItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_picker_item_get_property;
  object_class->finalize = dp_picker_item_finalize;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BADGE] =
      g_param_spec_string ("badge", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BADGE_CLASSES] =
      g_param_spec_boxed ("badge-classes", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_picker_item_init (DpPickerItem *self)
{
  self->badge = g_strdup ("");
  self->badge_classes = g_new0 (char *, 1);
}

DpPickerItem *
dp_picker_item_new (const char *title,
                    const char *subtitle,
                    GType type,
                    gconstpointer value)
{
  DpPickerItem *self = g_object_new (DP_TYPE_PICKER_ITEM, NULL);

  self->title = g_strdup (title != NULL ? title : "");
  self->subtitle = g_strdup (subtitle != NULL ? subtitle : "");
  g_value_init (&self->value, type);
  if (g_type_is_a (type, G_TYPE_OBJECT))
    g_value_set_object (&self->value, (gpointer) value);
  else
    g_value_set_boxed (&self->value, value);
  return self;
}

void
dp_picker_item_set_badge (DpPickerItem *self,
                          const char *letters,
                          const char *css_class)
{
  const char *classes[] = { "narrative-badge", css_class, NULL };

  g_return_if_fail (DP_IS_PICKER_ITEM (self));

  g_free (self->badge);
  self->badge = g_strdup (letters);
  g_strfreev (self->badge_classes);
  self->badge_classes = g_strdupv ((char **) classes);
}

const char *
dp_picker_item_get_title (DpPickerItem *self)
{
  g_return_val_if_fail (DP_IS_PICKER_ITEM (self), NULL);

  return self->title;
}

gboolean
dp_picker_item_holds (DpPickerItem *self,
                      GType type)
{
  g_return_val_if_fail (DP_IS_PICKER_ITEM (self), FALSE);

  return G_VALUE_HOLDS (&self->value, type);
}

gpointer
dp_picker_item_get_value (DpPickerItem *self)
{
  g_return_val_if_fail (DP_IS_PICKER_ITEM (self), NULL);

  return g_value_peek_pointer (&self->value);
}
