/* dp-shadow.h: what the tracked properties of an object were last known to be
 *
 * A change is only told after it happened, so whoever wants to take it back must have kept what was
 * there before. For each object of the case that is a shadow: one slot for each tracked property, with
 * its value, or with its items when it is a list. Kept for as long as the history, also for objects
 * that left the case, which undo may bring back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DpShadow DpShadow;

typedef struct
{
  DpShadow *shadow; /* whose slot it is */
  GParamSpec *property;
  GValue value;
  GListStore *list; /* (owned) (nullable): when it is one */
  GPtrArray *items; /* (element-type GObject) (nullable) */
  gulong handler;   /* of the list's items-changed */
} DpSlot;

struct _DpShadow
{
  gpointer owner;  /* the history */
  GObject *object; /* (owned) */
  DpSlot *slots;
  guint n_slots;
  guint n_holders; /* in how many places of the case it is; 0: it left */
  gulong handler;  /* of notify */
};

DpShadow *dp_shadow_new (gpointer owner,
                         GObject *object);
void dp_shadow_free (DpShadow *self);

/* (nullable): for a tracked property */
DpSlot *dp_shadow_find (DpShadow *self,
                        GParamSpec *property);

/* Text and lists of text by what they say. Other boxed values only by their address: a copy counts as
 * another, since their setters tell of real changes only. */
gboolean dp_slot_values_equal (DpSlot *self,
                               const GValue *a,
                               const GValue *b);

/* What the list did, done to the items as well. */
void dp_slot_splice (DpSlot *self,
                     guint position,
                     guint n_removed,
                     GPtrArray *added);

G_END_DECLS
