/* dp-turns.h: who asks servers for something waits for a turn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DpTurns:
 *
 * So many at once in all, one at a time for each host, and a pause between two of one host. Who waits
 * longest goes first, unless its host is busy. For one main context.
 */
#define DP_TYPE_TURNS (dp_turns_get_type ())
G_DECLARE_FINAL_TYPE (DpTurns, dp_turns, DP, TURNS, GObject)

/* @pause: milliseconds from the end of one turn to the next of the same host */
DpTurns *dp_turns_new (guint n_at_once,
                       guint pause);

/* @host: "" for one that need not be spared */
void dp_turns_take_async (DpTurns *self,
                          const char *host,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/* %TRUE: the turn is yours until you give it back; %FALSE: cancelled */
gboolean dp_turns_take_finish (DpTurns *self,
                               GAsyncResult *result,
                               GError **error);
void dp_turns_give_back (DpTurns *self,
                         const char *host);

G_END_DECLS
