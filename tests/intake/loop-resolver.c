/* loop-resolver.c: every name leads here
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "resolvers.h"

typedef GResolver LoopResolver;
typedef GResolverClass LoopResolverClass;

static GType loop_resolver_get_type (void);
G_DEFINE_TYPE (LoopResolver, loop_resolver, G_TYPE_RESOLVER)

static GList *
loop_answer (void)
{
  return g_list_append (NULL, g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4));
}

static GList *
loop_lookup (GResolver *resolver,
             const char *name,
             GCancellable *cancellable,
             GError **error)
{
  return loop_answer ();
}

static void
loop_lookup_async (GResolver *resolver,
                   const char *name,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, data);

  g_task_return_pointer (task, loop_answer (), (GDestroyNotify) g_resolver_free_addresses);
}

static GList *
loop_lookup_finish (GResolver *resolver,
                    GAsyncResult *result,
                    GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
loop_lookup_with_flags_async (GResolver *resolver,
                              const char *name,
                              GResolverNameLookupFlags flags,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, data);

  if (flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY)
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "no such address");
  else
    g_task_return_pointer (task, loop_answer (), (GDestroyNotify) g_resolver_free_addresses);
}

static void
loop_resolver_class_init (LoopResolverClass *klass)
{
  klass->lookup_by_name = loop_lookup;
  klass->lookup_by_name_async = loop_lookup_async;
  klass->lookup_by_name_finish = loop_lookup_finish;
  klass->lookup_by_name_with_flags_async = loop_lookup_with_flags_async;
  klass->lookup_by_name_with_flags_finish = loop_lookup_finish;
}

static void
loop_resolver_init (LoopResolver *self)
{
}

GResolver *
loop_resolver_new (void)
{
  return g_object_new (loop_resolver_get_type (), NULL);
}
