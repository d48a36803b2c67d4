/* dp-shadow.c: what the tracked properties of an object were last known to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-shadow.h"

#include "model/dp-tracked.h"

static void
slot_init (DpSlot *slot,
           DpShadow *shadow,
           GParamSpec *property)
{
  slot->shadow = shadow;
  slot->property = property;
  g_value_init (&slot->value, property->value_type);
  g_object_get_property (shadow->object, property->name, &slot->value);
  if (!g_type_is_a (property->value_type, G_TYPE_LIST_MODEL))
    return;

  slot->list = G_LIST_STORE (g_value_dup_object (&slot->value));
  slot->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (slot->list)); i++)
    g_ptr_array_add (slot->items, g_list_model_get_item (G_LIST_MODEL (slot->list), i));
}

DpShadow *
dp_shadow_new (gpointer owner,
               GObject *object)
{
  DpShadow *self = g_new0 (DpShadow, 1);
  guint n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_properties);

  self->owner = owner;
  self->object = g_object_ref (object);
  self->slots = g_new0 (DpSlot, n_properties);
  for (guint i = 0; i < n_properties; i++)
    if (properties[i]->flags & DP_PARAM_TRACKED)
      slot_init (&self->slots[self->n_slots++], self, properties[i]);
  return self;
}

void
dp_shadow_free (DpShadow *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      DpSlot *slot = &self->slots[i];

      if (slot->handler != 0)
        g_signal_handler_disconnect (slot->list, slot->handler);
      g_clear_object (&slot->list);
      g_clear_pointer (&slot->items, g_ptr_array_unref);
      g_value_unset (&slot->value);
    }
  if (self->handler != 0)
    g_signal_handler_disconnect (self->object, self->handler);
  g_object_unref (self->object);
  g_free (self->slots);
  g_free (self);
}

DpSlot *
dp_shadow_find (DpShadow *self,
                GParamSpec *property)
{
  for (guint i = 0; i < self->n_slots; i++)
    if (self->slots[i].property == property)
      return &self->slots[i];
  return NULL;
}

gboolean
dp_slot_values_equal (DpSlot *self,
                      const GValue *a,
                      const GValue *b)
{
  if (G_VALUE_HOLDS (a, G_TYPE_STRV))
    {
      const char *const *left = g_value_get_boxed (a);
      const char *const *right = g_value_get_boxed (b);

      if (left == NULL || right == NULL)
        return left == right;
      return g_strv_equal (left, right);
    }
  return g_param_values_cmp (self->property, a, b) == 0;
}

void
dp_slot_splice (DpSlot *self,
                guint position,
                guint n_removed,
                GPtrArray *added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, position, n_removed);
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_insert (self->items, position + i, g_object_ref (g_ptr_array_index (added, i)));
}
