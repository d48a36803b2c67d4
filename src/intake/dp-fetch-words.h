/* dp-fetch-words.h: why a link could not be fetched and what to do, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *link;           /* what was asked for last */
  const GError *error;        /* (nullable): what the system says */
  GTlsCertificateFlags flags; /* what is wrong with the server's certificate */
  guint seconds;              /* of the time-out that may have ended it */
  gboolean is_late;           /* it was the time-out for everything */
  gboolean is_barred;         /* it led into the private network */
  gboolean is_proxied;
} DpFetchTrouble;

/* (transfer full): a %DP_INTAKE_ERROR; but a cancellation stays one */
GError *dp_fetch_explain (const DpFetchTrouble *trouble);

/* @wait: milliseconds after which the server wants to be asked again, or -1 */
GError *dp_fetch_explain_status (guint status,
                                 gint64 wait);

/* Of headers that say more than one length. */
GError *dp_fetch_explain_contradiction (const char *link);

G_END_DECLS
