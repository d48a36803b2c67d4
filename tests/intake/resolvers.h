/* resolvers.h: names and proxies as a test wants them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Sends links with "proxied" in them through @proxy, and asks for all others directly. */
GProxyResolver *split_resolver_new (const char *proxy);

/* Says that every name is of this machine. */
GResolver *loop_resolver_new (void);

G_END_DECLS
