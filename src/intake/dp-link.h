/* dp-link.h: links as people type them, as they are fetched and as they are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): an absolute http or https link, its host in ASCII; else a
 * %DP_INTAKE_ERROR_LINK */
char *dp_link_normalize (const char *text,
                         GError **error);

/* (transfer full): with the host in its own letters, unless they mix scripts that look alike */
char *dp_link_dup_display_host (const char *link);

/* Whether the host is this machine or of a private network, as far as its name tells. */
gboolean dp_link_is_private (const char *link);
gboolean dp_address_is_private (GInetAddress *address);

G_END_DECLS
