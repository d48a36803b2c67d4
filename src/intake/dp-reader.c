/* dp-reader.c: foreign bytes read by a process of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-reader.h"

#include <glib/gi18n-lib.h>
#include <sys/socket.h>

#include "base/dp-json.h"
#include "base/dp-paths.h"
#include "intake/dp-intake.h"
#include "intake/dp-reader-frame.h"
#include "model/dp-case.h"

#define DEFAULT_TIME_LIMIT 20
/* How many are kept waiting. */
#define MAX_IDLE 3

/* One process, lent to one page at a time. */
typedef struct
{
  GSubprocess *process; /* (owned) */
  GSocket *socket;      /* (owned): of both directions */
  gboolean has_answered;
} Worker;

struct _DpReader
{
  GObject parent_instance;

  char *program; /* (owned) */
  guint time_limit;
  GMutex lock;
  GQueue idle; /* (element-type Worker): under the lock */
};

typedef enum
{
  PROP_PROGRAM = 1,
  PROP_TIME_LIMIT,
} DpReaderProperty;

static GParamSpec *properties[PROP_TIME_LIMIT + 1];

G_DEFINE_FINAL_TYPE (DpReader, dp_reader, G_TYPE_OBJECT)

/* -- A process -- */

static void
worker_end (Worker *self)
{
  g_subprocess_force_exit (self->process);
  g_object_unref (self->process);
  g_object_unref (self->socket);
  g_free (self);
}

static Worker *
worker_new (const char *program,
            GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GError) local_error = NULL;
  int ends[2];
  Worker *self;

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_READER, _ ("Pages cannot be read: %s"), g_strerror (errno));
      return NULL;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
  socket = g_socket_new_from_fd (ends[0], &local_error);
  if (socket == NULL)
    close (ends[0]);
  else
    process = g_subprocess_launcher_spawn (launcher, &local_error, program, NULL);
  if (process == NULL)
    {
      g_set_error (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_READER, _ ("The program that reads pages did not start: %s"), local_error->message);
      return NULL;
    }

  self = g_new0 (Worker, 1);
  self->process = g_steal_pointer (&process);
  self->socket = g_steal_pointer (&socket);
  return self;
}

/* What is left until @deadline, as whole seconds; at least one, as none would mean for ever. */
static void
set_time_left (Worker *self,
               gint64 deadline)
{
  gint64 left = deadline - g_get_monotonic_time ();

  g_socket_set_timeout (self->socket, (guint) (MAX (left, 0) / G_USEC_PER_SEC) + 1);
}

static gboolean
is_late (gint64 deadline,
         GError **error)
{
  if (g_get_monotonic_time () < deadline)
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "");
  return TRUE;
}

static gboolean
worker_send (Worker *self,
             GBytes *bytes,
             gint64 deadline,
             GCancellable *cancellable,
             GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n;

      if (is_late (deadline, error))
        return FALSE;
      set_time_left (self, deadline);
      n = g_socket_send (self->socket, data, size, cancellable, error);
      if (n < 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

static gboolean
worker_receive (Worker *self,
                gpointer buffer,
                gsize size,
                gint64 deadline,
                GCancellable *cancellable,
                GError **error)
{
  char *data = buffer;

  while (size > 0)
    {
      gssize n;

      if (is_late (deadline, error))
        return FALSE;
      set_time_left (self, deadline);
      n = g_socket_receive (self->socket, data, size, cancellable, error);
      if (n == 0)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, "");
      if (n <= 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

/* A request and its answer. @head: (out) (transfer full). Returns: (transfer full): the answer's body. An
 * error of G_IO_ERROR means that the process is of no more use. */
static GBytes *
worker_ask (Worker *self,
            GBytes *start,
            GBytes *body,
            gint64 deadline,
            JsonObject **head,
            GCancellable *cancellable,
            GError **error)
{
  guint8 answer[DP_READER_FRAME_START_SIZE];
  guint32 head_size, body_size;
  g_autofree char *text = NULL;
  g_autofree char *data = NULL;

  if (!worker_send (self, start, deadline, cancellable, error) ||
      !worker_send (self, body, deadline, cancellable, error) ||
      !worker_receive (self, answer, sizeof answer, deadline, cancellable, error))
    return NULL;
  if (dp_reader_frame_read_start (answer, &head_size, &body_size))
    {
      text = g_malloc (head_size);
      data = g_malloc (body_size);
      if (!worker_receive (self, text, head_size, deadline, cancellable, error) ||
          !worker_receive (self, data, body_size, deadline, cancellable, error))
        return NULL;
      *head = dp_reader_frame_read_head (text, head_size);
    }
  if (*head == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "");
      return NULL;
    }
  self->has_answered = TRUE;
  return g_bytes_new_take (g_steal_pointer (&data), body_size);
}

/* -- The object -- */

/* (transfer full): one that waits, or a new one */
static Worker *
borrow (DpReader *self,
        GError **error)
{
  Worker *worker;

  g_mutex_lock (&self->lock);
  worker = g_queue_pop_head (&self->idle);
  g_mutex_unlock (&self->lock);

  return worker != NULL ? worker : worker_new (self->program, error);
}

static void
give_back (DpReader *self,
           Worker *worker)
{
  g_mutex_lock (&self->lock);
  if (g_queue_get_length (&self->idle) < MAX_IDLE)
    g_queue_push_head (&self->idle, g_steal_pointer (&worker));
  g_mutex_unlock (&self->lock);

  if (worker != NULL)
    worker_end (worker);
}

/* For people: what became of the process, and what to do. */
static void
set_reader_error (DpReader *self,
                  const GError *reason,
                  GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (error,
                 DP_INTAKE_ERROR,
                 DP_INTAKE_ERROR_READER,
                 g_dngettext (GETTEXT_PACKAGE,
                              "This could not be read within %u second. Paste its text instead.",
                              "This could not be read within %u seconds. Paste its text instead.",
                              self->time_limit),
                 self->time_limit);
  else
    g_set_error_literal (error,
                         DP_INTAKE_ERROR,
                         DP_INTAKE_ERROR_READER,
                         _ ("This cannot be read: it brought down the program that reads pages. Nothing else was "
                            "touched. Paste its text instead."));
}

/* (transfer full): the answer's body */
static GBytes *
ask (DpReader *self,
     const char *want,
     const DpReadable *readable,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (JsonObject) request = json_object_new ();
  g_autoptr (JsonObject) head = NULL;
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  GBytes *body = readable != NULL ? readable->bytes : nothing;
  gint64 deadline = g_get_monotonic_time () + (gint64) self->time_limit * G_USEC_PER_SEC;
  g_autoptr (GBytes) start = NULL;
  GBytes *answer = NULL;

  json_object_set_string_member (request, "want", want);
  if (readable != NULL)
    {
      json_object_set_string_member (request, "media_type", readable->media_type);
      json_object_set_string_member (request, "link", readable->link);
      json_object_set_string_member (request, "origin", readable->origin);
    }
  start = dp_reader_frame_begin (request, g_bytes_get_size (body));
  if (start == NULL)
    {
      g_set_error_literal (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_HOSTILE, _ ("Its link or its kind is longer than any can be."));
      return NULL;
    }

  while (answer == NULL)
    {
      g_autoptr (GError) reason = NULL;
      Worker *worker = borrow (self, error);
      gboolean was_waiting;

      if (worker == NULL)
        return NULL;
      was_waiting = worker->has_answered;
      answer = worker_ask (worker, start, body, deadline, &head, cancellable, &reason);
      if (answer != NULL)
        {
          give_back (self, worker);
          break;
        }
      worker_end (worker);
      /* One that waited may have been gone before it was asked; a new one died of this. */
      if (was_waiting && !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
        continue;
      set_reader_error (self, reason, error);
      return NULL;
    }

  if (json_object_has_member (head, "problem"))
    {
      gint64 code = json_object_get_int_member_with_default (head, "problem", DP_INTAKE_ERROR_READER);
      const char *message = json_object_get_string_member_with_default (head, "message", "");

      g_bytes_unref (answer);
      g_set_error_literal (error, DP_INTAKE_ERROR, (int) CLAMP (code, 0, DP_INTAKE_ERROR_READER), message);
      return NULL;
    }
  return answer;
}

DpArticle *
dp_reader_read_article (DpReader *self,
                        const DpReadable *readable,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (DpCase) dp_case = NULL;

  g_return_val_if_fail (DP_IS_READER (self), NULL);
  g_return_val_if_fail (readable != NULL, NULL);

  answer = ask (self, "article", readable, cancellable, error);
  if (answer == NULL)
    return NULL;
  node = dp_json_read (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), DP_JSON_STRICT, NULL);
  if (node != NULL)
    dp_case = dp_case_new_from_json (node, NULL);
  if (dp_case == NULL || g_list_model_get_n_items (dp_case_list_articles (dp_case)) != 1)
    {
      g_set_error_literal (error, DP_INTAKE_ERROR, DP_INTAKE_ERROR_READER, _ ("The program that reads pages gave an answer that makes no sense."));
      return NULL;
    }
  return g_list_model_get_item (dp_case_list_articles (dp_case), 0);
}

JsonNode *
dp_reader_read_extraction (DpReader *self,
                           const DpReadable *readable,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GBytes) answer = NULL;

  g_return_val_if_fail (DP_IS_READER (self), NULL);
  g_return_val_if_fail (readable != NULL, NULL);

  answer = ask (self, "extraction", readable, cancellable, error);
  if (answer == NULL)
    return NULL;
  return dp_json_read (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), DP_JSON_GRAMMAR, error);
}

JsonNode *
dp_reader_read_confinement (DpReader *self,
                            GError **error)
{
  g_autoptr (GBytes) answer = NULL;

  g_return_val_if_fail (DP_IS_READER (self), NULL);

  answer = ask (self, "confinement", NULL, NULL, error);
  if (answer == NULL)
    return NULL;
  return dp_json_read (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer), DP_JSON_STRICT, error);
}

static void
dp_reader_get_property (GObject *object,
                        guint id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DpReader *self = DP_READER (object);

  switch ((DpReaderProperty) id)
    {
    case PROP_PROGRAM:
      g_value_set_string (value, self->program);
      break;
    case PROP_TIME_LIMIT:
      g_value_set_uint (value, self->time_limit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dp_reader_set_property (GObject *object,
                        guint id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  DpReader *self = DP_READER (object);

  switch ((DpReaderProperty) id)
    {
    case PROP_PROGRAM:
      self->program = g_value_dup_string (value);
      if (self->program == NULL)
        self->program = dp_paths_program ("disproof-reader");
      break;
    case PROP_TIME_LIMIT:
      self->time_limit = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dp_reader_finalize (GObject *object)
{
  DpReader *self = DP_READER (object);

  g_queue_clear_full (&self->idle, (GDestroyNotify) worker_end);
  g_mutex_clear (&self->lock);
  g_free (self->program);

  G_OBJECT_CLASS (dp_reader_parent_class)->finalize (object);
}

static void
dp_reader_class_init (DpReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_reader_get_property;
  object_class->set_property = dp_reader_set_property;
  object_class->finalize = dp_reader_finalize;

  properties[PROP_PROGRAM] = g_param_spec_string ("program", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIME_LIMIT] = g_param_spec_uint ("time-limit", NULL, NULL, 1, 3600, DEFAULT_TIME_LIMIT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_reader_init (DpReader *self)
{
  g_mutex_init (&self->lock);
  g_queue_init (&self->idle);
  self->time_limit = DEFAULT_TIME_LIMIT;
}

DpReader *
dp_reader_new (void)
{
  return g_object_new (DP_TYPE_READER, NULL);
}
