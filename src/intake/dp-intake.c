/* dp-intake.c: from a link, a file, the clipboard or a drop to a sealed article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "base/dp-file.h"
#include "intake/dp-fetch.h"
#include "intake/dp-link.h"
#include "intake/dp-reader.h"
#include "intake/dp-turns.h"

#define DEFAULT_IDLE_TIMEOUT 20
#define DEFAULT_TOTAL_TIMEOUT 60
#define DEFAULT_PAUSE 1000

/* Fetches under way: more would only wait for the same line. */
#define N_AT_ONCE 6
#define N_RETRIES 2

G_DEFINE_QUARK (dp_intake_error, dp_intake_error)

struct _DpIntake
{
  GObject parent_instance;

  DpClock *clock;       /* (owned) */
  SoupSession *session; /* (owned) */
  DpReader *reader;     /* (owned) */
  DpTurns *turns;       /* (owned) (nullable): made with the first fetch */
  char *proxy;
  char *user_agent;
  guint idle_timeout;
  guint total_timeout;
  guint pause; /* milliseconds */
};

typedef enum
{
  PROP_IDLE_TIMEOUT = 1,
  PROP_TOTAL_TIMEOUT,
  PROP_PAUSE,
  PROP_PROXY,
  PROP_USER_AGENT,
} DpIntakeProperty;

static GParamSpec *properties[PROP_USER_AGENT + 1];

G_DEFINE_FINAL_TYPE (DpIntake, dp_intake, G_TYPE_OBJECT)

/* What is to be read: filled in here, worked on in a thread. */
typedef struct
{
  /* Input. */
  GBytes *bytes;    /* (owned) (nullable): until it has arrived */
  GFile *file;      /* (owned) (nullable) */
  char *media_type; /* (owned): "" when nobody said */
  char *link;       /* (owned): asked for; "" for none */
  char *final_link; /* (owned): "" when the same */
  char *name;       /* (owned): a file's */
  char *origin;     /* (owned) */
  char *retrieved;  /* (owned) */
  guint status;
  char **headers;   /* (owned) (nullable) */
  DpReader *reader; /* (owned) */
  /* Of a fetch. */
  DpTurns *turns; /* (owned) (nullable) */
  char *host;     /* (owned) (nullable): whose turn it is */
  DpIntakeProgress progress;
  gpointer progress_data;
  GAsyncReadyCallback fetched; /* with the task */
} Job;

static void
job_free (Job *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->file);
  g_free (self->media_type);
  g_free (self->link);
  g_free (self->final_link);
  g_free (self->name);
  g_free (self->origin);
  g_free (self->retrieved);
  g_strfreev (self->headers);
  g_object_unref (self->reader);
  g_clear_object (&self->turns);
  g_free (self->host);
  g_free (self);
}

static Job *
job_new (DpIntake *self,
         const char *origin)
{
  Job *job = g_new0 (Job, 1);

  job->media_type = g_strdup ("");
  job->link = g_strdup ("");
  job->final_link = g_strdup ("");
  job->name = g_strdup ("");
  job->origin = g_strdup (origin);
  job->retrieved = dp_clock_now_text (self->clock);
  job->reader = g_object_ref (self->reader);
  return job;
}

void
dp_intake_result_free (DpIntakeResult *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->article);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* -- Reading, in a thread -- */

static DpSealed *
seal (const Job *job)
{
  DpSealed *sealed = dp_sealed_new (job->bytes);

  g_free (sealed->media_type);
  sealed->media_type = g_strdup (job->media_type);
  g_free (sealed->retrieved);
  sealed->retrieved = g_strdup (job->retrieved);
  g_free (sealed->origin);
  sealed->origin = g_strdup (job->origin);
  g_free (sealed->link);
  sealed->link = g_strdup (job->link[0] != '\0' ? job->link : job->name);
  g_free (sealed->final_link);
  sealed->final_link = g_strdup (g_str_equal (job->final_link, job->link) ? "" : job->final_link);
  sealed->status = job->status;
  if (job->headers != NULL)
    {
      g_strfreev (sealed->headers);
      sealed->headers = g_strdupv (job->headers);
    }
  return sealed;
}

static DpIntakeResult *
read_job (const Job *job,
          GCancellable *cancellable,
          GError **error)
{
  const DpReadable readable = {
    .bytes = job->bytes,
    .media_type = job->media_type,
    .link = job->final_link[0] != '\0' ? job->final_link : job->link,
    .origin = job->origin,
  };
  g_autoptr (DpArticle) article = NULL;
  g_autoptr (DpSealed) sealed = NULL;
  DpIntakeResult *result;

  if (g_bytes_get_size (job->bytes) > DP_INTAKE_MAX_SIZE)
    {
      g_set_error (error,
                   DP_INTAKE_ERROR,
                   DP_INTAKE_ERROR_SIZE,
                   _ ("This is longer than %u MB and was not taken. Paste the part you need."),
                   (guint) (DP_INTAKE_MAX_SIZE / 1024 / 1024));
      return NULL;
    }
  article = dp_reader_read_article (job->reader, &readable, cancellable, error);
  if (article == NULL)
    return NULL;
  sealed = seal (job);
  result = g_new0 (DpIntakeResult, 1);
  result->bytes = g_bytes_ref (job->bytes);
  result->article = g_steal_pointer (&article);
  dp_article_set_link (result->article, job->link);
  dp_article_set_sealed (result->article, sealed);
  if (dp_article_get_outlet (result->article)[0] == '\0' && job->link[0] != '\0')
    {
      g_autofree char *host = dp_link_dup_display_host (job->link);

      dp_article_set_outlet (result->article, host);
    }
  return result;
}

static void
work (GTask *task,
      gpointer source,
      gpointer data,
      GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  DpIntakeResult *result;

  if (job->bytes == NULL)
    {
      job->bytes = dp_file_read (job->file, DP_INTAKE_MAX_SIZE, cancellable, &error);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
        {
          g_clear_error (&error);
          g_set_error (&error,
                       DP_INTAKE_ERROR,
                       DP_INTAKE_ERROR_SIZE,
                       _ ("This file is longer than %u MB and was not taken. Paste the part you need."),
                       (guint) (DP_INTAKE_MAX_SIZE / 1024 / 1024));
        }
      if (job->bytes == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
    }
  result = read_job (job, cancellable, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) dp_intake_result_free);
  else
    g_task_return_error (task, error);
}

/* -- The doors -- */

static DpFetched *
finish_fetch (Job *job,
              GAsyncResult *result,
              GError **error)
{
  DpFetched *fetched = dp_fetch_finish (result, error);

  dp_turns_give_back (job->turns, job->host);
  if (fetched == NULL)
    return NULL;
  job->bytes = g_bytes_ref (fetched->bytes);
  g_free (job->media_type);
  job->media_type = g_strdup (fetched->media_type);
  g_free (job->final_link);
  job->final_link = g_strdup (fetched->final_link);
  job->status = fetched->status;
  job->headers = g_strdupv (fetched->headers);
  return fetched;
}

static void
turn_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GTask) task = data;
  DpIntake *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  DpFetchManner manner = { 0 };

  if (!dp_turns_take_finish (DP_TURNS (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  manner.total_timeout = self->total_timeout;
  manner.n_retries = N_RETRIES;
  manner.first_pause = self->pause;
  manner.progress = job->progress;
  manner.progress_data = job->progress_data;
  g_object_set (self->session, "timeout", self->idle_timeout, NULL);
  dp_fetch_async (self->session, job->link, &manner, g_task_get_cancellable (task), job->fetched, g_object_ref (task));
}

/* Goes on with @task's job->fetched when there is an answer. What is wrong with the link or the proxy
 * is returned at once. */
static void
begin_fetch (DpIntake *self,
             GTask *task,
             const char *link,
             GAsyncReadyCallback fetched)
{
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  g_free (job->link);
  job->link = dp_link_normalize (link, &error);
  if (job->link == NULL || !dp_intake_check_proxy (self->proxy, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job->fetched = fetched;
  /* One's own servers need not be spared. */
  job->host = dp_link_is_private (job->link) ? g_strdup ("") : dp_link_dup_display_host (job->link);
  if (self->turns == NULL)
    self->turns = dp_turns_new (N_AT_ONCE, self->pause);
  job->turns = g_object_ref (self->turns);
  dp_turns_take_async (self->turns, job->host, g_task_get_cancellable (task), turn_cb, g_object_ref (task));
}

static void
fetched_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (DpFetched) fetched = finish_fetch (g_task_get_task_data (task), result, &error);

  if (fetched == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, work);
}

void
dp_intake_link_async (DpIntake *self,
                      const char *link,
                      DpIntakeProgress progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (DP_IS_INTAKE (self));
  g_return_if_fail (link != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_intake_link_async);
  job = job_new (self, "link");
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  begin_fetch (self, task, link, fetched_cb);
}

void
dp_intake_file_async (DpIntake *self,
                      GFile *file,
                      const char *origin,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;
  Job *job;

  g_return_if_fail (DP_IS_INTAKE (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (origin != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_intake_file_async);
  job = job_new (self, origin);
  job->file = g_object_ref (file);
  name = g_file_get_basename (file);
  g_free (job->name);
  job->name = name != NULL ? g_filename_display_name (name) : g_strdup ("");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work);
}

void
dp_intake_data_async (DpIntake *self,
                      GBytes *data,
                      const char *media_type,
                      const char *link,
                      const char *origin,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (DP_IS_INTAKE (self));
  g_return_if_fail (data != NULL);
  g_return_if_fail (media_type != NULL);
  g_return_if_fail (origin != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_intake_data_async);
  job = job_new (self, origin);
  job->bytes = g_bytes_ref (data);
  g_free (job->media_type);
  job->media_type = g_strdup (media_type);
  if (link != NULL)
    {
      /* What the clipboard calls a link need not be one. */
      char *normal = dp_link_normalize (link, NULL);

      if (normal != NULL)
        {
          g_free (job->link);
          job->link = normal;
        }
    }
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work);
}

/* -- Images -- */

void
dp_intake_image_free (DpIntakeImage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->sealed, dp_sealed_free);
  g_free (self);
}

static gboolean
is_image (GBytes *bytes)
{
  static const struct
  {
    gsize at;
    const char *magic;
  } magics[] = { { 0, "\x89PNG\r\n" }, { 0, "\xff\xd8\xff" }, { 0, "GIF8" }, { 8, "WEBP" }, { 4, "ftypavif" } };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      gsize n = strlen (magics[i].magic);

      if (length > magics[i].at + n && memcmp (data + magics[i].at, magics[i].magic, n) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
image_fetched_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (DpFetched) fetched = finish_fetch (job, result, &error);
  DpIntakeImage *image;

  if (fetched == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!is_image (job->bytes))
    {
      g_task_return_new_error (task,
                               DP_INTAKE_ERROR,
                               DP_INTAKE_ERROR_TYPE,
                               "%s",
                               _ ("What came from there is no image. Open the page in the browser to see it."));
      return;
    }
  image = g_new0 (DpIntakeImage, 1);
  image->bytes = g_bytes_ref (job->bytes);
  image->sealed = seal (job);
  g_task_return_pointer (task, image, (GDestroyNotify) dp_intake_image_free);
}

void
dp_intake_image_async (DpIntake *self,
                       const char *link,
                       const char *page_link,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DP_IS_INTAKE (self));
  g_return_if_fail (link != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_intake_image_async);
  g_task_set_task_data (task, job_new (self, "link"), (GDestroyNotify) job_free);
  if (dp_link_is_private (link) && (page_link == NULL || !dp_link_is_private (page_link)))
    {
      g_task_return_new_error (task,
                               DP_INTAKE_ERROR,
                               DP_INTAKE_ERROR_LINK,
                               "%s",
                               _ ("The page names an image inside your own network, and it was not opened."));
      return;
    }
  begin_fetch (self, task, link, image_fetched_cb);
}

DpIntakeImage *
dp_intake_image_finish (DpIntake *self,
                        GAsyncResult *result,
                        GError **error)
{
  g_return_val_if_fail (DP_IS_INTAKE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

DpIntakeResult *
dp_intake_finish (DpIntake *self,
                  GAsyncResult *result,
                  GError **error)
{
  g_return_val_if_fail (DP_IS_INTAKE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
dp_intake_is_link (const char *text)
{
  g_autofree char *link = NULL, *trimmed = NULL;
  const char *slash;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) > 4096 || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  trimmed = g_strstrip (g_strdup (text));
  if (trimmed[0] == '\0' || strpbrk (trimmed, " \t\r\n") != NULL)
    return FALSE;
  link = dp_link_normalize (trimmed, NULL);
  if (link == NULL)
    return FALSE;
  if (g_ascii_strncasecmp (trimmed, "http://", 7) == 0 || g_ascii_strncasecmp (trimmed, "https://", 8) == 0 ||
      g_ascii_strncasecmp (trimmed, "www.", 4) == 0)
    return TRUE;
  /* Without a scheme, only what has a path: "end.Start" is a missing space. */
  slash = strchr (trimmed, '/');
  return slash != NULL && slash > trimmed && strchr (trimmed, '@') == NULL;
}

char **
dp_intake_list_links (const char *text)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *link = NULL;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (!dp_intake_is_link (lines[i]))
        return NULL;
      link = dp_link_normalize (lines[i], NULL);
      if (g_hash_table_add (seen, link))
        g_ptr_array_add (links, link);
      else
        g_free (link);
    }
  if (links->len < 2)
    return NULL;
  g_ptr_array_add (links, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&links), FALSE);
}

/* -- The network -- */

static GProxyResolver *
make_resolver (const char *proxy)
{
  /* This machine is never asked for through somebody else. */
  static const char *const direct[] = { "localhost", "127.0.0.0/8", "::1", NULL };

  if (proxy[0] == '\0')
    return g_object_ref (g_proxy_resolver_get_default ());
  if (g_str_equal (proxy, "direct"))
    return g_simple_proxy_resolver_new ("direct://", NULL);
  return g_simple_proxy_resolver_new (proxy, (char **) direct);
}

gboolean
dp_intake_check_proxy (const char *proxy,
                       GError **error)
{
  static const char *const schemes[] = { "http", "https", "socks", "socks4", "socks4a", "socks5", NULL };
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (proxy != NULL, FALSE);

  if (proxy[0] == '\0' || g_str_equal (proxy, "direct"))
    return TRUE;
  uri = g_uri_parse (proxy, G_URI_FLAGS_NONE, NULL);
  if (uri != NULL && g_strv_contains (schemes, g_uri_get_scheme (uri)) && g_uri_get_host (uri) != NULL &&
      g_uri_get_host (uri)[0] != '\0')
    return TRUE;
  g_set_error (error,
               DP_INTAKE_ERROR,
               DP_INTAKE_ERROR_LINK,
               _ ("“%s” names no proxy. Write it as socks5://127.0.0.1:9050 or http://proxy.example.org:3128, or “direct” for none."),
               proxy);
  return FALSE;
}

/* While one that is not understood is set, begin_fetch() fetches nothing. */
static void
set_proxy (DpIntake *self,
           const char *proxy)
{
  g_autoptr (GProxyResolver) resolver = NULL;

  g_free (self->proxy);
  self->proxy = g_strstrip (g_strdup (proxy != NULL ? proxy : ""));
  if (!dp_intake_check_proxy (self->proxy, NULL))
    return;
  resolver = make_resolver (self->proxy);
  soup_session_set_proxy_resolver (self->session, resolver);
}

static void
set_user_agent (DpIntake *self,
                const char *user_agent)
{
  g_autofree char *clean = g_strdup (user_agent != NULL ? user_agent : "");

  for (char *p = clean; *p != '\0'; p++)
    if ((guint8) *p < ' ' || *p == 0x7f)
      *p = ' ';
  g_strstrip (clean);
  g_free (self->user_agent);
  self->user_agent = g_steal_pointer (&clean);
  soup_session_set_user_agent (self->session, self->user_agent[0] != '\0' ? self->user_agent : DP_FETCH_USER_AGENT);
}

/* -- The object -- */

static void
dp_intake_get_property (GObject *object,
                        guint id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DpIntake *self = DP_INTAKE (object);

  switch ((DpIntakeProperty) id)
    {
    case PROP_IDLE_TIMEOUT:
      g_value_set_uint (value, self->idle_timeout);
      break;
    case PROP_TOTAL_TIMEOUT:
      g_value_set_uint (value, self->total_timeout);
      break;
    case PROP_PAUSE:
      g_value_set_uint (value, self->pause);
      break;
    case PROP_PROXY:
      g_value_set_string (value, self->proxy);
      break;
    case PROP_USER_AGENT:
      g_value_set_string (value, self->user_agent);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dp_intake_set_property (GObject *object,
                        guint id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  DpIntake *self = DP_INTAKE (object);

  switch ((DpIntakeProperty) id)
    {
    case PROP_IDLE_TIMEOUT:
      self->idle_timeout = g_value_get_uint (value);
      break;
    case PROP_TOTAL_TIMEOUT:
      self->total_timeout = g_value_get_uint (value);
      break;
    case PROP_PAUSE:
      self->pause = g_value_get_uint (value);
      g_clear_object (&self->turns);
      break;
    case PROP_PROXY:
      set_proxy (self, g_value_get_string (value));
      break;
    case PROP_USER_AGENT:
      set_user_agent (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dp_intake_dispose (GObject *object)
{
  DpIntake *self = DP_INTAKE (object);

  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->turns);
  g_clear_object (&self->reader);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (dp_intake_parent_class)->dispose (object);
}

static void
dp_intake_finalize (GObject *object)
{
  DpIntake *self = DP_INTAKE (object);

  g_free (self->proxy);
  g_free (self->user_agent);

  G_OBJECT_CLASS (dp_intake_parent_class)->finalize (object);
}

static void
dp_intake_class_init (DpIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_intake_get_property;
  object_class->set_property = dp_intake_set_property;
  object_class->dispose = dp_intake_dispose;
  object_class->finalize = dp_intake_finalize;

  properties[PROP_IDLE_TIMEOUT] = g_param_spec_uint ("idle-timeout",
                                                     NULL,
                                                     NULL,
                                                     1,
                                                     3600,
                                                     DEFAULT_IDLE_TIMEOUT,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOTAL_TIMEOUT] = g_param_spec_uint ("total-timeout",
                                                      NULL,
                                                      NULL,
                                                      1,
                                                      3600,
                                                      DEFAULT_TOTAL_TIMEOUT,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAUSE] =
      g_param_spec_uint ("pause", NULL, NULL, 0, 60000, DEFAULT_PAUSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROXY] =
      g_param_spec_string ("proxy", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_USER_AGENT] =
      g_param_spec_string ("user-agent", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_intake_init (DpIntake *self)
{
  self->session = dp_fetch_session_new ();
  self->reader = dp_reader_new ();
  self->idle_timeout = DEFAULT_IDLE_TIMEOUT;
  self->total_timeout = DEFAULT_TOTAL_TIMEOUT;
  self->pause = DEFAULT_PAUSE;
  self->proxy = g_strdup ("");
  self->user_agent = g_strdup ("");
}

DpIntake *
dp_intake_new (DpClock *clock)
{
  DpIntake *self;

  g_return_val_if_fail (DP_IS_CLOCK (clock), NULL);

  self = g_object_new (DP_TYPE_INTAKE, NULL);
  self->clock = g_object_ref (clock);
  return self;
}

SoupSession *
dp_intake_get_session (DpIntake *self)
{
  g_return_val_if_fail (DP_IS_INTAKE (self), NULL);

  return self->session;
}
