/* dp-history.c: undo and redo over everything in the case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-history.h"

#include <string.h>
#include "model/dp-history-step.h"
#include "model/dp-shadow.h"

/* A pause as long as this ends a burst of typing. */
#define TYPING_PAUSE G_USEC_PER_SEC

typedef enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} DpHistoryProperty;
static GParamSpec *properties[PROP_REDO_LABEL + 1];
static guint changed_signal;

struct _DpHistory
{
  GObject parent_instance;

  DpClock *clock;
  GHashTable *shadows; /* GObject to DpShadow */
  GPtrArray *undo;     /* (element-type DpStep): the last one is next */
  GPtrArray *redo;     /* (element-type DpStep) */

  /* The group that is open. */
  guint depth;
  DpStep *step; /* (nullable) */

  /* The burst of typing that may go on: where its last change ended up, in bytes of the new text. */
  DpSlot *typed; /* (nullable) */
  gint64 typed_at;
  gsize typed_start;
  gsize typed_end;

  gboolean replaying;

  /* What was last told of the properties. */
  gboolean told_undo;
  gboolean told_redo;
  char *told_undo_label;
  char *told_redo_label;
};

G_DEFINE_FINAL_TYPE (DpHistory, dp_history, G_TYPE_OBJECT)

static void hold (DpHistory *self,
                  GObject *object);
static void release (DpHistory *self,
                     GObject *object);

static DpStep *
peek (GPtrArray *stack)
{
  return stack->len > 0 ? g_ptr_array_index (stack, stack->len - 1) : NULL;
}

static void
tell_label (DpHistory *self,
            DpHistoryProperty property,
            char **told,
            const char *label)
{
  if (g_str_equal (*told, label))
    return;

  g_free (*told);
  *told = g_strdup (label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
tell_properties (DpHistory *self)
{
  gboolean can_undo = self->undo->len > 0;
  gboolean can_redo = self->redo->len > 0;
  gboolean undo_differs = can_undo != self->told_undo;
  gboolean redo_differs = can_redo != self->told_redo;

  g_object_freeze_notify (G_OBJECT (self));
  self->told_undo = can_undo;
  self->told_redo = can_redo;
  if (undo_differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (redo_differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  tell_label (self, PROP_UNDO_LABEL, &self->told_undo_label, dp_history_get_undo_label (self));
  tell_label (self, PROP_REDO_LABEL, &self->told_redo_label, dp_history_get_redo_label (self));
  g_object_thaw_notify (G_OBJECT (self));
}

static void
tell_changed (DpHistory *self)
{
  tell_properties (self);
  g_signal_emit (self, changed_signal, 0);
}

/* Takes @step; one that came to nothing is no step. */
static void
push (DpHistory *self,
      DpStep *step)
{
  if (!dp_step_settle (step))
    {
      dp_step_free (step);
      return;
    }
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, step);
}

/* Where @before and @after differ, in bytes: the same start, and an end in each. */
static void
find_difference (const char *before,
                 const char *after,
                 gsize *start,
                 gsize *before_end,
                 gsize *after_end)
{
  gsize before_length = strlen (before);
  gsize after_length = strlen (after);
  gsize prefix = 0;
  gsize suffix = 0;

  while (before[prefix] != '\0' && before[prefix] == after[prefix])
    prefix++;
  while (suffix < before_length - prefix && suffix < after_length - prefix &&
         before[before_length - suffix - 1] == after[after_length - suffix - 1])
    suffix++;
  *start = prefix;
  *before_end = before_length - suffix;
  *after_end = after_length - suffix;
}

/* Whether the change of a string goes on with the burst before it; keeps its place for the next one. */
static gboolean
goes_on_typing (DpHistory *self,
                DpSlot *slot,
                const GValue *before,
                const GValue *after)
{
  const char *text = g_value_get_string (after);
  gint64 now = dp_clock_monotonic (self->clock);
  DpStep *last = peek (self->undo);
  gsize start, before_end, after_end;
  gboolean goes_on;

  find_difference (g_value_get_string (before), text, &start, &before_end, &after_end);
  goes_on = self->typed == slot &&
            last != NULL && dp_step_get_typed_slot (last) == slot &&
            now - self->typed_at < TYPING_PAUSE &&
            start <= self->typed_end && before_end >= self->typed_start;

  /* A line is enough for one step. */
  self->typed = memchr (text + start, '\n', after_end - start) == NULL ? slot : NULL;
  self->typed_at = now;
  self->typed_start = start;
  self->typed_end = after_end;
  return goes_on;
}

static void
record_value (DpHistory *self,
              DpSlot *slot,
              const GValue *before,
              const GValue *after)
{
  DpStep *step;

  if (self->depth > 0)
    {
      dp_step_add_value (self->step, slot, before, after);
      return;
    }

  if (!G_VALUE_HOLDS_STRING (before))
    self->typed = NULL;
  else if (goes_on_typing (self, slot, before, after))
    {
      step = peek (self->undo);
      dp_step_add_value (step, slot, before, after);
      if (!dp_step_settle (step))
        {
          g_ptr_array_remove_index (self->undo, self->undo->len - 1);
          self->typed = NULL;
        }
      return;
    }

  step = dp_step_new (NULL);
  dp_step_add_value (step, slot, before, after);
  push (self, step);
}

static void
notify_cb (GObject *object,
           GParamSpec *property,
           DpShadow *shadow)
{
  DpHistory *self = shadow->owner;
  DpSlot *slot = dp_shadow_find (shadow, property);
  GValue value = G_VALUE_INIT;

  if (slot == NULL || slot->list != NULL)
    return;
  /* It left the case: what happens to it there is nobody's business until it comes back. */
  if (shadow->n_holders == 0 && !self->replaying)
    return;

  g_value_init (&value, G_VALUE_TYPE (&slot->value));
  g_object_get_property (object, property->name, &value);
  if (!dp_slot_values_equal (slot, &slot->value, &value))
    {
      if (!self->replaying)
        record_value (self, slot, &slot->value, &value);
      g_value_copy (&value, &slot->value);
      if (!self->replaying && self->depth == 0)
        tell_changed (self);
    }
  g_value_unset (&value);
}

static void
items_changed_cb (GListModel *list,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  DpSlot *slot)
{
  DpHistory *self = slot->shadow->owner;
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean recording = !self->replaying && slot->shadow->n_holders > 0;

  for (guint i = 0; i < n_removed; i++)
    g_ptr_array_add (removed, g_object_ref (g_ptr_array_index (slot->items, position + i)));
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (added, g_list_model_get_item (list, position + i));

  /* An item that comes back may bring changes of its own: those go into the same step, before it. */
  if (recording)
    dp_history_begin (self, NULL);
  dp_slot_splice (slot, position, n_removed, added);
  for (guint i = 0; i < added->len; i++)
    hold (self, g_ptr_array_index (added, i));
  for (guint i = 0; i < removed->len; i++)
    release (self, g_ptr_array_index (removed, i));
  if (recording)
    {
      dp_step_add_items (self->step, slot, position, removed, added);
      dp_history_end (self);
    }
}

/* What changed while it was away: undo brings back what it was when it left, a person what it is now. */
static void
catch_up (DpHistory *self,
          DpShadow *shadow)
{
  for (guint i = 0; i < shadow->n_slots; i++)
    {
      DpSlot *slot = &shadow->slots[i];

      if (slot->list != NULL)
        continue;
      if (self->replaying)
        g_object_set_property (shadow->object, slot->property->name, &slot->value);
      else
        notify_cb (shadow->object, slot->property, shadow);
    }
}

static void
hold (DpHistory *self,
      GObject *object)
{
  DpShadow *shadow = g_hash_table_lookup (self->shadows, object);

  if (shadow != NULL)
    {
      if (shadow->n_holders++ == 0)
        catch_up (self, shadow);
      return;
    }

  shadow = dp_shadow_new (self, object);
  shadow->n_holders = 1;
  if (shadow->n_slots > 0)
    shadow->handler = g_signal_connect (object, "notify", G_CALLBACK (notify_cb), shadow);
  g_hash_table_insert (self->shadows, object, shadow);
  for (guint i = 0; i < shadow->n_slots; i++)
    {
      DpSlot *slot = &shadow->slots[i];

      if (slot->list == NULL)
        continue;
      slot->handler = g_signal_connect (slot->list, "items-changed", G_CALLBACK (items_changed_cb), slot);
      for (guint j = 0; j < slot->items->len; j++)
        hold (self, g_ptr_array_index (slot->items, j));
    }
}

static void
release (DpHistory *self,
         GObject *object)
{
  DpShadow *shadow = g_hash_table_lookup (self->shadows, object);

  /* It stays, with what it last knew: undo may bring the object back. */
  shadow->n_holders--;
}

static void
dp_history_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  DpHistory *self = DP_HISTORY (object);

  switch ((DpHistoryProperty) prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, dp_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, dp_history_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, dp_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, dp_history_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_history_finalize (GObject *object)
{
  DpHistory *self = DP_HISTORY (object);

  g_clear_pointer (&self->step, dp_step_free);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_hash_table_unref (self->shadows);
  g_clear_object (&self->clock);
  g_free (self->told_undo_label);
  g_free (self->told_redo_label);

  G_OBJECT_CLASS (dp_history_parent_class)->finalize (object);
}

static void
dp_history_class_init (DpHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_history_get_property;
  object_class->finalize = dp_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  changed_signal = g_signal_new ("changed", DP_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dp_history_init (DpHistory *self)
{
  self->shadows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) dp_shadow_free);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) dp_step_free);
  self->told_undo_label = g_strdup ("");
  self->told_redo_label = g_strdup ("");
}

DpHistory *
dp_history_new (GObject *root,
                DpClock *clock)
{
  DpHistory *self;

  g_return_val_if_fail (G_IS_OBJECT (root), NULL);
  g_return_val_if_fail (DP_IS_CLOCK (clock), NULL);

  self = g_object_new (DP_TYPE_HISTORY, NULL);
  self->clock = g_object_ref (clock);
  hold (self, root);
  return self;
}

void
dp_history_begin (DpHistory *self,
                  const char *label)
{
  g_return_if_fail (DP_IS_HISTORY (self));

  if (self->depth++ > 0)
    return;

  self->typed = NULL;
  self->step = dp_step_new (label);
}

void
dp_history_end (DpHistory *self)
{
  gboolean changed;

  g_return_if_fail (DP_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;

  changed = self->step->changes->len > 0;
  push (self, g_steal_pointer (&self->step));
  if (changed)
    tell_changed (self);
}

void
dp_history_break (DpHistory *self)
{
  g_return_if_fail (DP_IS_HISTORY (self));

  self->typed = NULL;
}

static gboolean
replay (DpHistory *self,
        GPtrArray *from,
        GPtrArray *to,
        void (*play) (DpStep *step))
{
  DpStep *step;

  /* Half a step cannot be taken back. */
  if (from->len == 0 || self->depth > 0 || self->replaying)
    return FALSE;

  step = g_ptr_array_steal_index (from, from->len - 1);
  self->typed = NULL;
  self->replaying = TRUE;
  play (step);
  self->replaying = FALSE;
  g_ptr_array_add (to, step);
  tell_changed (self);
  return TRUE;
}

gboolean
dp_history_undo (DpHistory *self)
{
  g_return_val_if_fail (DP_IS_HISTORY (self), FALSE);

  return replay (self, self->undo, self->redo, dp_step_undo);
}

gboolean
dp_history_redo (DpHistory *self)
{
  g_return_val_if_fail (DP_IS_HISTORY (self), FALSE);

  return replay (self, self->redo, self->undo, dp_step_redo);
}

gboolean
dp_history_can_undo (DpHistory *self)
{
  g_return_val_if_fail (DP_IS_HISTORY (self), FALSE);

  return self->undo->len > 0;
}

gboolean
dp_history_can_redo (DpHistory *self)
{
  g_return_val_if_fail (DP_IS_HISTORY (self), FALSE);

  return self->redo->len > 0;
}

const char *
dp_history_get_undo_label (DpHistory *self)
{
  DpStep *step;

  g_return_val_if_fail (DP_IS_HISTORY (self), NULL);

  step = peek (self->undo);
  return step != NULL ? step->label : "";
}

const char *
dp_history_get_redo_label (DpHistory *self)
{
  DpStep *step;

  g_return_val_if_fail (DP_IS_HISTORY (self), NULL);

  step = peek (self->redo);
  return step != NULL ? step->label : "";
}
