/* dp-clock.h: the time of day, handed in so that a test can hold it still
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DP_TYPE_CLOCK (dp_clock_get_type ())
G_DECLARE_FINAL_TYPE (DpClock, dp_clock, DP, CLOCK, GObject)

DpClock *dp_clock_new (void);

/* A clock that stands at @unix_time (seconds) until dp_clock_advance(). */
DpClock *dp_clock_new_fixed (gint64 unix_time);
void dp_clock_advance (DpClock *self,
                       double seconds);

/* (transfer full): now, in UTC */
GDateTime *dp_clock_now (DpClock *self);

/* (transfer full): now as RFC 3339 in UTC to the second, "2026-01-10T08:00:00Z" */
char *dp_clock_now_text (DpClock *self);

/* Microseconds since an arbitrary moment; for measuring pauses. Moves with dp_clock_advance(). */
gint64 dp_clock_monotonic (DpClock *self);

G_END_DECLS
