/* dp-clock.c: the time of day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/dp-clock.h"

#include <math.h>

struct _DpClock
{
  GObject parent_instance;

  gboolean is_fixed;
  gint64 unix_us; /* Where a fixed clock stands. */
  gint64 monotonic_us;
};

G_DEFINE_FINAL_TYPE (DpClock, dp_clock, G_TYPE_OBJECT)

static void
dp_clock_class_init (DpClockClass *klass)
{
}

static void
dp_clock_init (DpClock *self)
{
}

DpClock *
dp_clock_new (void)
{
  return g_object_new (DP_TYPE_CLOCK, NULL);
}

DpClock *
dp_clock_new_fixed (gint64 unix_time)
{
  DpClock *self = dp_clock_new ();

  self->is_fixed = TRUE;
  self->unix_us = unix_time * G_USEC_PER_SEC;
  return self;
}

void
dp_clock_advance (DpClock *self,
                  double seconds)
{
  gint64 us;

  g_return_if_fail (DP_IS_CLOCK (self));
  g_return_if_fail (self->is_fixed);
  g_return_if_fail (seconds >= 0);

  us = llround (seconds * G_USEC_PER_SEC);
  self->unix_us += us;
  self->monotonic_us += us;
}

GDateTime *
dp_clock_now (DpClock *self)
{
  g_autoptr (GDateTime) second = NULL;

  g_return_val_if_fail (DP_IS_CLOCK (self), NULL);

  if (!self->is_fixed)
    return g_date_time_new_now_utc ();
  second = g_date_time_new_from_unix_utc (self->unix_us / G_USEC_PER_SEC);
  return g_date_time_add (second, self->unix_us % G_USEC_PER_SEC);
}

char *
dp_clock_now_text (DpClock *self)
{
  g_autoptr (GDateTime) now = dp_clock_now (self);

  g_return_val_if_fail (now != NULL, NULL);

  /* Not g_date_time_format(), which may use the digits of the locale. */
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ",
                          g_date_time_get_year (now),
                          g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now),
                          g_date_time_get_hour (now),
                          g_date_time_get_minute (now),
                          g_date_time_get_second (now));
}

gint64
dp_clock_monotonic (DpClock *self)
{
  g_return_val_if_fail (DP_IS_CLOCK (self), 0);

  return self->is_fixed ? self->monotonic_us : g_get_monotonic_time ();
}
