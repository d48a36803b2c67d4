/* dp-history-step.c: one step of the history, as a list of changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-history-step.h"

/* Of a value: before and after. Of a list: position, removed and added. */
typedef struct
{
  DpSlot *slot;
  GValue before;
  GValue after;
  guint position;
  GPtrArray *removed;
  GPtrArray *added;
} DpChange;

static void
change_free (gpointer data)
{
  DpChange *change = data;

  if (G_IS_VALUE (&change->before))
    {
      g_value_unset (&change->before);
      g_value_unset (&change->after);
    }
  g_clear_pointer (&change->removed, g_ptr_array_unref);
  g_clear_pointer (&change->added, g_ptr_array_unref);
  g_free (change);
}

DpStep *
dp_step_new (const char *label)
{
  DpStep *self = g_new0 (DpStep, 1);

  self->label = g_strdup (label != NULL ? label : "");
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->by_slot = g_hash_table_new (NULL, NULL);
  return self;
}

void
dp_step_free (DpStep *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->by_slot);
  g_free (self);
}

void
dp_step_add_value (DpStep *self,
                   DpSlot *slot,
                   const GValue *before,
                   const GValue *after)
{
  DpChange *change = g_hash_table_lookup (self->by_slot, slot);

  if (change != NULL)
    {
      g_value_copy (after, &change->after);
      return;
    }

  change = g_new0 (DpChange, 1);
  change->slot = slot;
  g_value_init (&change->before, G_VALUE_TYPE (before));
  g_value_copy (before, &change->before);
  g_value_init (&change->after, G_VALUE_TYPE (after));
  g_value_copy (after, &change->after);
  g_ptr_array_add (self->changes, change);
  g_hash_table_insert (self->by_slot, slot, change);
}

void
dp_step_add_items (DpStep *self,
                   DpSlot *slot,
                   guint position,
                   GPtrArray *removed,
                   GPtrArray *added)
{
  DpChange *change = g_new0 (DpChange, 1);

  change->slot = slot;
  change->position = position;
  change->removed = g_ptr_array_ref (removed);
  change->added = g_ptr_array_ref (added);
  g_ptr_array_add (self->changes, change);
}

gboolean
dp_step_settle (DpStep *self)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      DpChange *change = g_ptr_array_index (self->changes, i - 1);

      if (change->added != NULL || !dp_slot_values_equal (change->slot, &change->before, &change->after))
        continue;
      g_hash_table_remove (self->by_slot, change->slot);
      g_ptr_array_remove_index (self->changes, i - 1);
    }
  return self->changes->len > 0;
}

DpSlot *
dp_step_get_typed_slot (DpStep *self)
{
  DpChange *change = self->changes->len == 1 ? g_ptr_array_index (self->changes, 0) : NULL;

  if (change == NULL || change->added != NULL || !G_VALUE_HOLDS_STRING (&change->before))
    return NULL;
  return change->slot;
}

static void
put (DpChange *change,
     const GValue *value,
     GPtrArray *old_items,
     GPtrArray *new_items)
{
  if (change->added != NULL)
    g_list_store_splice (change->slot->list, change->position, old_items->len, new_items->pdata, new_items->len);
  else
    g_object_set_property (change->slot->shadow->object, change->slot->property->name, value);
}

void
dp_step_undo (DpStep *self)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      DpChange *change = g_ptr_array_index (self->changes, i - 1);

      put (change, &change->before, change->added, change->removed);
    }
}

void
dp_step_redo (DpStep *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      DpChange *change = g_ptr_array_index (self->changes, i);

      put (change, &change->after, change->removed, change->added);
    }
}
