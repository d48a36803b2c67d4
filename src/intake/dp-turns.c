/* dp-turns.c: who asks servers for something waits for a turn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-turns.h"

struct _DpTurns
{
  GObject parent_instance;

  guint n_at_once;
  guint pause; /* milliseconds */
  guint n_taken;
  GQueue waiting;    /* (element-type GTask) (owned) */
  GHashTable *hosts; /* host to when it is free again: gint64, monotonic microseconds; G_MAXINT64 while busy */
  guint timer;
};

G_DEFINE_FINAL_TYPE (DpTurns, dp_turns, G_TYPE_OBJECT)

static void serve (DpTurns *self);

static void
set_free_at (DpTurns *self,
             const char *host,
             gint64 when)
{
  g_hash_table_insert (self->hosts, g_strdup (host), g_memdup2 (&when, sizeof when));
}

static gint64
get_free_at (DpTurns *self,
             const char *host)
{
  const gint64 *when = g_hash_table_lookup (self->hosts, host);

  return when != NULL ? *when : 0;
}

/* What a waiting task holds. */
typedef struct
{
  char *host;
  GSource *cancelled; /* (owned) (nullable) */
} Waiting;

static void
waiting_free (Waiting *waiting)
{
  if (waiting->cancelled != NULL)
    {
      g_source_destroy (waiting->cancelled);
      g_source_unref (waiting->cancelled);
    }
  g_free (waiting->host);
  g_free (waiting);
}

static gboolean
timer_cb (gpointer data)
{
  DpTurns *self = data;

  self->timer = 0;
  serve (self);
  return G_SOURCE_REMOVE;
}

static gboolean
drop_free_host (gpointer key,
                gpointer value,
                gpointer now)
{
  return *(gint64 *) value <= *(gint64 *) now;
}

/* Gives turns to all who can have one. */
static void
serve (DpTurns *self)
{
  gint64 now = g_get_monotonic_time (), soonest = G_MAXINT64;
  GQueue served = G_QUEUE_INIT;
  GList *next;

  g_hash_table_foreach_remove (self->hosts, drop_free_host, &now);
  for (GList *l = self->waiting.head; l != NULL && self->n_taken < self->n_at_once; l = next)
    {
      const Waiting *waiting = g_task_get_task_data (l->data);
      gint64 free_at = get_free_at (self, waiting->host);

      next = l->next;
      if (free_at > now)
        {
          soonest = MIN (soonest, free_at);
          continue;
        }
      g_queue_unlink (&self->waiting, l);
      g_queue_push_tail_link (&served, l);
      if (waiting->cancelled != NULL)
        g_source_destroy (waiting->cancelled);
      self->n_taken++;
      if (waiting->host[0] != '\0')
        set_free_at (self, waiting->host, G_MAXINT64);
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  if (soonest != G_MAXINT64 && self->n_taken < self->n_at_once)
    self->timer = g_timeout_add ((guint) ((soonest - now) / 1000 + 1), timer_cb, self);
  /* Only now: who is told may come back at once. */
  while (served.length > 0)
    {
      g_autoptr (GTask) task = g_queue_pop_head (&served);

      g_task_return_boolean (task, TRUE);
    }
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer data)
{
  GTask *task = data;
  DpTurns *self = g_task_get_source_object (task);

  if (g_queue_remove (&self->waiting, task))
    {
      g_task_return_error_if_cancelled (task);
      g_object_unref (task);
    }
  return G_SOURCE_REMOVE;
}

void
dp_turns_take_async (DpTurns *self,
                     const char *host,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task;
  Waiting *waiting;

  g_return_if_fail (DP_IS_TURNS (self));
  g_return_if_fail (host != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_turns_take_async);
  /* Cancelled too late is a turn all the same, which is then given back. */
  g_task_set_check_cancellable (task, FALSE);
  waiting = g_new0 (Waiting, 1);
  waiting->host = g_strdup (host);
  g_task_set_task_data (task, waiting, (GDestroyNotify) waiting_free);
  if (cancellable != NULL)
    {
      waiting->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiting->cancelled, G_SOURCE_FUNC (cancelled_cb), task, NULL);
      g_source_attach (waiting->cancelled, g_main_context_get_thread_default ());
    }
  g_queue_push_tail (&self->waiting, task);
  serve (self);
}

gboolean
dp_turns_take_finish (DpTurns *self,
                      GAsyncResult *result,
                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
dp_turns_give_back (DpTurns *self,
                    const char *host)
{
  g_return_if_fail (DP_IS_TURNS (self));
  g_return_if_fail (host != NULL);
  g_return_if_fail (self->n_taken > 0);

  self->n_taken--;
  if (host[0] != '\0')
    set_free_at (self, host, g_get_monotonic_time () + (gint64) self->pause * 1000);
  serve (self);
}

static void
dp_turns_finalize (GObject *object)
{
  DpTurns *self = DP_TURNS (object);

  /* Who waits holds a reference. */
  g_assert (self->waiting.length == 0);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_hash_table_unref (self->hosts);

  G_OBJECT_CLASS (dp_turns_parent_class)->finalize (object);
}

static void
dp_turns_class_init (DpTurnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dp_turns_finalize;
}

static void
dp_turns_init (DpTurns *self)
{
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

DpTurns *
dp_turns_new (guint n_at_once,
              guint pause)
{
  DpTurns *self = g_object_new (DP_TYPE_TURNS, NULL);

  g_return_val_if_fail (n_at_once > 0, NULL);

  self->n_at_once = n_at_once;
  self->pause = pause;
  return self;
}
