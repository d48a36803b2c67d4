/* dp-intake.c: from a link, a file, the clipboard or a drop to a sealed article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "intake/dp-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "base/dp-file.h"
#include "intake/dp-charset.h"
#include "intake/dp-extraction.h"
#include "intake/dp-fetch.h"
#include "intake/dp-link.h"

#define DEFAULT_IDLE_TIMEOUT 20
#define DEFAULT_TOTAL_TIMEOUT 60
/* So much of the beginning is looked at to tell what it is. */
#define SNIFF_SIZE 2048

G_DEFINE_QUARK (dp_intake_error, dp_intake_error)

struct _DpIntake
{
  GObject parent_instance;

  DpClock *clock;       /* (owned) */
  SoupSession *session; /* (owned) */
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
  char **headers; /* (owned) (nullable) */
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

/* -- What kind of thing it is -- */

typedef enum
{
  KIND_HTML,
  KIND_TEXT,
  KIND_OTHER,
} Kind;

/* (nullable): what people call the thing that begins so */
static const char *
name_of_magic (const guint8 *data,
               gsize length)
{
  static const struct
  {
    const char *magic;
    gsize length;
    const char *name;
  } magics[] = {
    { "%PDF-", 5, N_ ("a PDF document") },
    { "PK\003\004", 4, N_ ("an archive or an office document") },
    { "\x89PNG", 4, N_ ("an image") },
    { "\xff\xd8\xff", 3, N_ ("an image") },
    { "GIF8", 4, N_ ("an image") },
    { "RIFF", 4, N_ ("an image, a sound or a film") },
    { "\0\0\0", 3, N_ ("a film") },
    { "ID3", 3, N_ ("a sound") },
    { "OggS", 4, N_ ("a sound or a film") },
    { "\x1f\x8b", 2, N_ ("a compressed file") },
    { "\xd0\xcf\x11\xe0", 4, N_ ("an office document") },
    { "{\\rtf", 5, N_ ("a word processor's document") },
    { "\x7f"
      "ELF",
      4, N_ ("a program") },
    { "SQLite format 3", 15, N_ ("a database") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (length >= magics[i].length && memcmp (data, magics[i].magic, magics[i].length) == 0)
        return _ (magics[i].name);
    }
  return NULL;
}

static gboolean
is_markup (const char *data,
           gsize length)
{
  static const char *const tags[] = { "!doctype", "html", "head", "body", "meta", "title", "p", "div", "article",
                                      "table", "span", "h1", "h2", "ul", "ol", "a", "b", "blockquote", "section",
                                      "!--", "?xml", "script", "style", "link", "main", "font", "br", "center" };
  const char *p = data, *end = data + MIN (length, SNIFF_SIZE);

  if (length >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p >= end || *p != '<')
    return FALSE;
  p++;
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      gsize n = strlen (tags[i]);

      if ((gsize) (end - p) > n && g_ascii_strncasecmp (p, tags[i], n) == 0 &&
          (!g_ascii_isalnum (p[n]) || g_str_equal (tags[i], "!--")))
        return TRUE;
    }
  return FALSE;
}

/* NUL and other controls that no text has. UTF-16 has NULs, at every other place. */
static gboolean
is_binary (GBytes *bytes)
{
  gsize length, n_controls = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (g_str_has_prefix (dp_charset_detect (bytes, NULL, FALSE), "UTF-16"))
    return FALSE;
  /* A NUL at the very end is a clipboard's habit. */
  while (length > 0 && data[length - 1] == 0)
    length--;
  length = MIN (length, SNIFF_SIZE);
  for (gsize i = 0; i < length; i++)
    n_controls += data[i] == 0 || (data[i] < 0x20 && strchr ("\t\n\v\f\r\033\032", data[i]) == NULL);
  return n_controls * 50 > length;
}

static gboolean
has_type (const char *media_type,
          const char *type)
{
  gsize n = strlen (type);

  return g_ascii_strncasecmp (media_type, type, n) == 0 &&
         (type[n - 1] == '/' || media_type[n] == '\0' || media_type[n] == ';' || media_type[n] == ' ');
}

static Kind
find_kind (const Job *job,
           const char **what)
{
  gsize length;
  const char *data = g_bytes_get_data (job->bytes, &length);
  const char *type = job->media_type;

  *what = NULL;
  if (!g_str_has_prefix (dp_charset_detect (job->bytes, NULL, FALSE), "UTF-16"))
    *what = name_of_magic ((const guint8 *) data, length);
  if (*what != NULL || is_binary (job->bytes))
    return KIND_OTHER;
  if (has_type (type, "text/html") || has_type (type, "application/xhtml+xml"))
    return KIND_HTML;
  if (has_type (type, "text/plain") && !g_str_equal (job->origin, "link"))
    return KIND_TEXT;
  if (is_markup (data, length))
    return KIND_HTML;
  if (type[0] == '\0' || has_type (type, "text/") || has_type (type, "application/octet-stream"))
    return KIND_TEXT;
  return KIND_OTHER;
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

static DpExtraction *
extract (const Job *job,
         GError **error)
{
  g_autofree char *charset = dp_charset_dup_from_media_type (job->media_type);
  const char *link = job->final_link[0] != '\0' ? job->final_link : job->link;
  const char *what;

  switch (find_kind (job, &what))
    {
    case KIND_HTML:
      return dp_extract_html (job->bytes, charset, link[0] != '\0' ? link : NULL, error);
    case KIND_TEXT:
      return dp_extract_plain (job->bytes, charset, error);
    case KIND_OTHER:
    default:
      if (what != NULL)
        g_set_error (error,
                     DP_INTAKE_ERROR,
                     DP_INTAKE_ERROR_TYPE,
                     /* Translators: %s is something like "an image" or "a PDF document" */
                     _ ("This is %s, neither a web page nor text. Paste its text instead."),
                     what);
      else
        g_set_error_literal (error,
                             DP_INTAKE_ERROR,
                             DP_INTAKE_ERROR_TYPE,
                             _ ("This is neither a web page nor text. Paste its text instead."));
      return NULL;
    }
}

static DpIntakeResult *
read_job (const Job *job,
          GError **error)
{
  g_autoptr (DpExtraction) extraction = NULL;
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
  extraction = extract (job, error);
  if (extraction == NULL)
    return NULL;
  if (extraction->blocks->len == 0)
    {
      g_set_error_literal (error,
                           DP_INTAKE_ERROR,
                           DP_INTAKE_ERROR_EMPTY,
                           g_str_equal (job->origin, "link")
                               ? _ ("There is no text to read in this page. It may be made by a script in the browser: "
                                    "paste the text, or open a saved copy.")
                               : _ ("There is no text to read in it."));
      return NULL;
    }
  sealed = seal (job);
  result = g_new0 (DpIntakeResult, 1);
  result->bytes = g_bytes_ref (job->bytes);
  result->article = dp_extraction_to_article (extraction);
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
  result = read_job (job, &error);
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
