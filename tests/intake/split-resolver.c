/* split-resolver.c: some links through a proxy, and others not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "resolvers.h"

#include <string.h>

typedef struct
{
  GObject parent_instance;
  char *proxy;
} SplitResolver;

typedef GObjectClass SplitResolverClass;

static GType split_resolver_get_type (void);

static gboolean
split_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static char **
split_lookup (GProxyResolver *resolver,
              const char *uri,
              GCancellable *cancellable,
              GError **error)
{
  SplitResolver *self = (SplitResolver *) resolver;
  const char *proxies[] = { strstr (uri, "proxied") != NULL ? self->proxy : "direct://", NULL };

  return g_strdupv ((char **) proxies);
}

static void
split_lookup_async (GProxyResolver *resolver,
                    const char *uri,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, data);

  g_task_return_pointer (task, split_lookup (resolver, uri, NULL, NULL), (GDestroyNotify) g_strfreev);
}

static char **
split_lookup_finish (GProxyResolver *resolver,
                     GAsyncResult *result,
                     GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
split_resolver_iface_init (GProxyResolverInterface *iface)
{
  iface->is_supported = split_is_supported;
  iface->lookup = split_lookup;
  iface->lookup_async = split_lookup_async;
  iface->lookup_finish = split_lookup_finish;
}

G_DEFINE_TYPE_WITH_CODE (SplitResolver,
                         split_resolver,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, split_resolver_iface_init))

static void
split_resolver_finalize (GObject *object)
{
  g_free (((SplitResolver *) object)->proxy);

  G_OBJECT_CLASS (split_resolver_parent_class)->finalize (object);
}

static void
split_resolver_class_init (SplitResolverClass *klass)
{
  klass->finalize = split_resolver_finalize;
}

static void
split_resolver_init (SplitResolver *self)
{
}

GProxyResolver *
split_resolver_new (const char *proxy)
{
  SplitResolver *self = g_object_new (split_resolver_get_type (), NULL);

  self->proxy = g_strdup (proxy);
  return G_PROXY_RESOLVER (self);
}
