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

#define DEFAULT_IDLE_TIMEOUT 20
#define DEFAULT_TOTAL_TIMEOUT 60

G_DEFINE_QUARK (dp_intake_error, dp_intake_error)

struct _DpIntake
{
  GObject parent_instance;

  DpClock *clock;       /* (owned) */
  SoupSession *session; /* (owned) */
  DpReader *reader;     /* (owned) */
  guint idle_timeout;
  guint total_timeout;
};

typedef enum
{
  PROP_IDLE_TIMEOUT = 1,
  PROP_TOTAL_TIMEOUT
} DpIntakeProperty;

static GParamSpec *properties[PROP_TOTAL_TIMEOUT + 1];

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

static void
fetched_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (DpFetched) fetched = dp_fetch_finish (result, &error);

  if (fetched == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->bytes = g_bytes_ref (fetched->bytes);
  g_free (job->media_type);
  job->media_type = g_steal_pointer (&fetched->media_type);
  g_free (job->final_link);
  job->final_link = g_steal_pointer (&fetched->final_link);
  job->status = fetched->status;
  job->headers = g_steal_pointer (&fetched->headers);
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
  GError *error = NULL;
  Job *job;

  g_return_if_fail (DP_IS_INTAKE (self));
  g_return_if_fail (link != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_intake_link_async);
  job = job_new (self, "link");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_free (job->link);
  job->link = dp_link_normalize (link, &error);
  if (job->link == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_object_set (self->session, "timeout", self->idle_timeout, NULL);
  dp_fetch_async (self->session,
                  job->link,
                  self->total_timeout,
                  progress,
                  progress_data,
                  cancellable,
                  fetched_cb,
                  g_object_ref (task));
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
  g_autoptr (DpFetched) fetched = dp_fetch_finish (result, &error);
  DpIntakeImage *image;

  if (fetched == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!is_image (fetched->bytes))
    {
      g_task_return_new_error (task,
                               DP_INTAKE_ERROR,
                               DP_INTAKE_ERROR_TYPE,
                               "%s",
                               _ ("What came from there is no image. Open the page in the browser to see it."));
      return;
    }
  job->bytes = g_bytes_ref (fetched->bytes);
  g_free (job->media_type);
  job->media_type = g_steal_pointer (&fetched->media_type);
  g_free (job->final_link);
  job->final_link = g_steal_pointer (&fetched->final_link);
  job->status = fetched->status;
  job->headers = g_steal_pointer (&fetched->headers);
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
  GError *error = NULL;
  Job *job;

  g_return_if_fail (DP_IS_INTAKE (self));
  g_return_if_fail (link != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_intake_image_async);
  job = job_new (self, "link");
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_free (job->link);
  job->link = dp_link_normalize (link, &error);
  if (job->link == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (dp_link_is_private (job->link) && (page_link == NULL || !dp_link_is_private (page_link)))
    {
      g_task_return_new_error (task,
                               DP_INTAKE_ERROR,
                               DP_INTAKE_ERROR_LINK,
                               "%s",
                               _ ("The page names an image inside your own network, and it was not opened."));
      return;
    }
  g_object_set (self->session, "timeout", self->idle_timeout, NULL);
  dp_fetch_async (self->session,
                  job->link,
                  self->total_timeout,
                  NULL,
                  NULL,
                  cancellable,
                  image_fetched_cb,
                  g_object_ref (task));
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
  g_clear_object (&self->reader);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (dp_intake_parent_class)->dispose (object);
}

static void
dp_intake_class_init (DpIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_intake_get_property;
  object_class->set_property = dp_intake_set_property;
  object_class->dispose = dp_intake_dispose;

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
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_intake_init (DpIntake *self)
{
  self->session = dp_fetch_session_new ();
  self->reader = dp_reader_new ();
  self->idle_timeout = DEFAULT_IDLE_TIMEOUT;
  self->total_timeout = DEFAULT_TOTAL_TIMEOUT;
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
