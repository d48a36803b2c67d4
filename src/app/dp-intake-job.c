/* dp-intake-job.c: a case on its way in: fetched or read, then made, or failed and tried again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-intake-job.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/dp-phrases.h"

typedef enum
{
  TAKEN_LINK,
  TAKEN_FILE,
  TAKEN_DATA,
} Taken;

struct _DpIntakeJob
{
  GObject parent_instance;

  /* Input. */
  DpWorkbench *workbench; /* (owned) */
  Taken taken;
  char *link;       /* (owned): "" or the first one given */
  GFile *file;      /* (owned) (nullable) */
  GBytes *data;     /* (owned) (nullable) */
  char *media_type; /* (owned) (nullable) */
  char *origin;     /* (owned) (nullable) */
  /* In progress. */
  GCancellable *cancellable; /* (owned) */
  DpIntakeJobState state;
  guint64 received;
  guint64 total;
  /* Results. */
  char *problem; /* (owned) */
};

typedef enum
{
  PROP_STATE = 1,
  PROP_RECEIVED,
  PROP_TOTAL,
  PROP_PROBLEM,
} DpIntakeJobProperty;

static GParamSpec *properties[PROP_PROBLEM + 1];

enum
{
  SIGNAL_CASE_MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DpIntakeJob, dp_intake_job, G_TYPE_OBJECT)

static void
dp_intake_job_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DpIntakeJob *self = DP_INTAKE_JOB (object);

  switch ((DpIntakeJobProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_RECEIVED:
      g_value_set_uint64 (value, self->received);
      break;
    case PROP_TOTAL:
      g_value_set_uint64 (value, self->total);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_intake_job_finalize (GObject *object)
{
  DpIntakeJob *self = DP_INTAKE_JOB (object);

  g_clear_object (&self->workbench);
  g_free (self->link);
  g_clear_object (&self->file);
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self->media_type);
  g_free (self->origin);
  g_clear_object (&self->cancellable);
  g_free (self->problem);

  G_OBJECT_CLASS (dp_intake_job_parent_class)->finalize (object);
}

static void
dp_intake_job_class_init (DpIntakeJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_intake_job_get_property;
  object_class->finalize = dp_intake_job_finalize;

  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, DP_INTAKE_JOB_RUNNING, DP_INTAKE_JOB_CANCELLED, DP_INTAKE_JOB_RUNNING, flags);
  properties[PROP_RECEIVED] = g_param_spec_uint64 ("received", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_TOTAL] = g_param_spec_uint64 ("total", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CASE_MADE] =
      g_signal_new ("case-made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, DP_TYPE_CASE_FILE);
}

static void
dp_intake_job_init (DpIntakeJob *self)
{
  self->link = g_strdup ("");
  self->problem = g_strdup ("");
  self->cancellable = g_cancellable_new ();
}

DpIntakeJob *
dp_intake_job_new (DpWorkbench *workbench)
{
  DpIntakeJob *self;

  g_return_val_if_fail (DP_IS_WORKBENCH (workbench), NULL);

  self = g_object_new (DP_TYPE_INTAKE_JOB, NULL);
  self->workbench = g_object_ref (workbench);
  return self;
}

static void
set_state (DpIntakeJob *self,
           DpIntakeJobState state,
           const char *problem)
{
  if (strcmp (self->problem, problem) != 0)
    {
      g_free (self->problem);
      self->problem = g_strdup (problem);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
    }
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
}

static void
progress_cb (guint64 received,
             guint64 total,
             gpointer user_data)
{
  DpIntakeJob *self = DP_INTAKE_JOB (user_data);

  if (self->received != received)
    {
      self->received = received;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECEIVED]);
    }
  if (self->total != total)
    {
      self->total = total;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
    }
}

static DpCaseFile *
make_case (DpIntakeJob *self,
           DpIntakeResult *intake_result,
           GError **error)
{
  g_autoptr (DpCase) dp_case = dp_case_new ();
  DpArticle *article = intake_result->article;
  g_autofree char *title = dp_phrase_article_title (article);

  if (*dp_article_get_link (article) == '\0' && *self->link != '\0')
    dp_article_set_link (article, self->link);
  dp_case_set_title (dp_case, title);
  dp_case_add_article (dp_case, article);
  return dp_library_create_case (dp_workbench_get_library (self->workbench), dp_case, intake_result->bytes, error);
}

static void
taken_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DpIntakeJob) self = DP_INTAKE_JOB (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (DpIntakeResult) intake_result = dp_intake_finish (DP_INTAKE (source), result, &error);
  g_autoptr (DpCaseFile) file = NULL;

  /* A job that was cancelled says nothing any more, whatever came of it. */
  if (self->state == DP_INTAKE_JOB_CANCELLED)
    return;

  if (intake_result != NULL)
    file = make_case (self, intake_result, &error);
  if (file == NULL)
    {
      set_state (self, DP_INTAKE_JOB_FAILED, error->message);
      return;
    }
  set_state (self, DP_INTAKE_JOB_DONE, "");
  g_signal_emit (self, signals[SIGNAL_CASE_MADE], 0, file);
}

void
dp_intake_job_retry (DpIntakeJob *self)
{
  DpIntake *intake;

  g_return_if_fail (DP_IS_INTAKE_JOB (self));

  intake = dp_workbench_get_intake (self->workbench);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  progress_cb (0, 0, self);
  set_state (self, DP_INTAKE_JOB_RUNNING, "");

  switch (self->taken)
    {
    case TAKEN_LINK:
      dp_intake_link_async (intake, self->link, progress_cb, self, self->cancellable, taken_cb, g_object_ref (self));
      break;
    case TAKEN_FILE:
      dp_intake_file_async (intake, self->file, self->origin, self->cancellable, taken_cb, g_object_ref (self));
      break;
    case TAKEN_DATA:
      dp_intake_data_async (intake, self->data, self->media_type, *self->link != '\0' ? self->link : NULL, self->origin, self->cancellable, taken_cb, g_object_ref (self));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
keep_link (DpIntakeJob *self,
           const char *link)
{
  if (*self->link != '\0' || link == NULL)
    return;

  g_free (self->link);
  self->link = g_strdup (link);
}

void
dp_intake_job_take_link (DpIntakeJob *self,
                         const char *link)
{
  g_return_if_fail (DP_IS_INTAKE_JOB (self));
  g_return_if_fail (link != NULL);

  g_free (self->link);
  self->link = g_strstrip (g_strdup (link));
  self->taken = TAKEN_LINK;
  dp_intake_job_retry (self);
}

void
dp_intake_job_take_file (DpIntakeJob *self,
                         GFile *file,
                         const char *origin)
{
  g_autofree char *new_origin = g_strdup (origin);

  g_return_if_fail (DP_IS_INTAKE_JOB (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (origin != NULL);

  g_set_object (&self->file, file);
  g_free (self->origin);
  self->origin = g_steal_pointer (&new_origin);
  self->taken = TAKEN_FILE;
  dp_intake_job_retry (self);
}

void
dp_intake_job_take_data (DpIntakeJob *self,
                         GBytes *data,
                         const char *media_type,
                         const char *source,
                         const char *origin)
{
  g_return_if_fail (DP_IS_INTAKE_JOB (self));
  g_return_if_fail (data != NULL);
  g_return_if_fail (media_type != NULL);
  g_return_if_fail (origin != NULL);

  keep_link (self, source);
  g_clear_pointer (&self->data, g_bytes_unref);
  self->data = g_bytes_ref (data);
  g_free (self->media_type);
  self->media_type = g_strdup (media_type);
  g_free (self->origin);
  self->origin = g_strdup (origin);
  self->taken = TAKEN_DATA;
  dp_intake_job_retry (self);
}

void
dp_intake_job_cancel (DpIntakeJob *self)
{
  g_return_if_fail (DP_IS_INTAKE_JOB (self));

  if (self->state == DP_INTAKE_JOB_DONE)
    return;

  set_state (self, DP_INTAKE_JOB_CANCELLED, "");
  g_cancellable_cancel (self->cancellable);
}

DpIntakeJobState
dp_intake_job_get_state (DpIntakeJob *self)
{
  g_return_val_if_fail (DP_IS_INTAKE_JOB (self), DP_INTAKE_JOB_FAILED);

  return self->state;
}

const char *
dp_intake_job_get_problem (DpIntakeJob *self)
{
  g_return_val_if_fail (DP_IS_INTAKE_JOB (self), NULL);

  return self->problem;
}

guint64
dp_intake_job_get_received (DpIntakeJob *self)
{
  g_return_val_if_fail (DP_IS_INTAKE_JOB (self), 0);

  return self->received;
}

guint64
dp_intake_job_get_total (DpIntakeJob *self)
{
  g_return_val_if_fail (DP_IS_INTAKE_JOB (self), 0);

  return self->total;
}

const char *
dp_intake_job_get_link (DpIntakeJob *self)
{
  g_return_val_if_fail (DP_IS_INTAKE_JOB (self), NULL);

  return self->link;
}

/* A link as typed may lack its scheme. */
static char *
dup_host (const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host != NULL && *host != '\0')
    return g_strdup (host);
  return g_strndup (link, strcspn (link, "/?#"));
}

char *
dp_intake_job_dup_name (DpIntakeJob *self)
{
  g_return_val_if_fail (DP_IS_INTAKE_JOB (self), NULL);

  switch (self->taken)
    {
    case TAKEN_LINK:
      return dup_host (self->link);
    case TAKEN_FILE:
      {
        g_autofree char *name = g_file_get_basename (self->file);

        return g_filename_display_name (name);
      }
    case TAKEN_DATA:
    default:
      if (*self->link != '\0')
        return dup_host (self->link);
      return g_strdup (strcmp (self->origin, "drop") == 0 ? _ ("What Was Dropped") : _ ("The Clipboard"));
    }
}
