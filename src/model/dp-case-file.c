/* dp-case-file.c: a case and its folder: loading, saving as one goes, sealed copies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dp-case-file.h"

#include <glib/gi18n-lib.h>
#include "base/dp-file.h"
#include "base/dp-id.h"
#include "base/dp-json.h"
#include "model/dp-case-folder.h"
#include "model/dp-case-private.h"
#include "model/dp-case-text.h"
#include "model/dp-model-private.h"
#include "model/dp-save-job.h"

/* From the first change that is not saved to its saving, in milliseconds. */
#define SAVE_PAUSE 500

G_DEFINE_ENUM_TYPE (DpSaveState, dp_save_state, G_DEFINE_ENUM_VALUE (DP_SAVE_STATE_SAVED, "saved"), G_DEFINE_ENUM_VALUE (DP_SAVE_STATE_PENDING, "pending"), G_DEFINE_ENUM_VALUE (DP_SAVE_STATE_SAVING, "saving"), G_DEFINE_ENUM_VALUE (DP_SAVE_STATE_FAILED, "failed"))

typedef enum
{
  PROP_CASE = 1,
  PROP_FOLDER,
  PROP_HISTORY,
  PROP_SAVE_STATE,
  PROP_PROBLEM,
  PROP_IS_CHANGED_OUTSIDE,
} DpCaseFileProperty;
static GParamSpec *properties[PROP_IS_CHANGED_OUTSIDE + 1];

struct _DpCaseFile
{
  GObject parent_instance;

  DpCase *dp_case;
  GFile *folder;
  DpClock *clock;
  DpHistory *history;
  char *digest;    /* of case.json as last read or written */
  GPtrArray *base; /* (element-type GBytes): the case as of then, in parts */

  DpSaveState state;
  char *problem;

  gboolean dirty;    /* changed since the bytes of the last save were made */
  gboolean conflict; /* somebody else wrote the file */
  GMainContext *context;
  GSource *timer;     /* (nullable) */
  DpSaveJob *job;     /* (nullable): the save under way */
  GPtrArray *waiting; /* (element-type GTask): for everything to be saved */
  gboolean is_over;   /* merged: another object goes on */

  GPtrArray *saving;     /* (element-type GBytes) (nullable): what the job writes */
  GFileMonitor *monitor; /* (nullable) */
  GSource *look;         /* (nullable): soon, at what somebody wrote */
};

G_DEFINE_FINAL_TYPE (DpCaseFile, dp_case_file, G_TYPE_OBJECT)

static void start_save (DpCaseFile *self);

static void
tell_state (DpCaseFile *self,
            DpSaveState state,
            const char *problem)
{
  gboolean state_differs = self->state != state;

  self->state = state;
  if (dp_set_text (&self->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  if (state_differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
}

static void
set_conflict (DpCaseFile *self,
              gboolean conflict)
{
  if (self->conflict == conflict)
    return;
  self->conflict = conflict;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHANGED_OUTSIDE]);
}

static void
stop_timer (DpCaseFile *self)
{
  if (self->timer == NULL)
    return;

  g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
timer_cb (gpointer user_data)
{
  DpCaseFile *self = user_data;

  stop_timer (self);
  if (self->job == NULL)
    start_save (self);
  return G_SOURCE_REMOVE;
}

static void
start_timer (DpCaseFile *self)
{
  /* A change does not put off the saving of those before it. */
  if (self->timer != NULL)
    return;

  self->timer = g_timeout_source_new (SAVE_PAUSE);
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, self->context);
}

static void
changed_cb (DpCaseFile *self)
{
  if (self->is_over)
    return;
  self->dirty = TRUE;
  if (self->conflict || self->job != NULL)
    return;

  tell_state (self, DP_SAVE_STATE_PENDING, "");
  start_timer (self);
}

/* (transfer full): why it could not be saved, and what will be or can be done */
static char *
dup_problem (DpCaseFile *self,
             const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    return g_strdup (_ ("Somebody else changed this case. Nothing was overwritten: decide what counts, or save yours as a copy."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && !g_file_query_exists (self->folder, NULL))
    {
      g_autofree char *name = g_file_get_parse_name (self->folder);

      return g_strdup_printf (_ ("The folder of this case, “%s”, is gone: put it back, or save the case as a copy."), name);
    }
  /* Translators: %s is a sentence that says what went wrong. */
  return g_strdup_printf (_ ("%s. Saving is tried again with the next change."), error->message);
}

/* Answers those who wait: %NULL for a good end. */
static void
answer_waiting (DpCaseFile *self,
                const GError *error)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    {
      if (error != NULL)
        g_task_return_error (g_ptr_array_index (tasks, i), g_error_copy (error));
      else
        g_task_return_boolean (g_ptr_array_index (tasks, i), TRUE);
    }
}

static void
fail_save (DpCaseFile *self,
           const GError *cause)
{
  g_autofree char *problem = dup_problem (self, cause);
  g_autoptr (GError) error = g_error_new_literal (cause->domain, cause->code, problem);

  self->dirty = TRUE;
  set_conflict (self, g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG));
  tell_state (self, DP_SAVE_STATE_FAILED, problem);
  answer_waiting (self, error);
}

/* What follows from a save that is done; by whichever of the thread's answer and somebody who waited
 * comes first. */
static void
end_save (DpCaseFile *self,
          DpSaveJob *job)
{
  g_autoptr (DpSaveJob) own = NULL;

  if (self->job != job)
    return;

  own = g_steal_pointer (&self->job);
  if (dp_save_job_get_error (own) != NULL)
    {
      fail_save (self, dp_save_job_get_error (own));
      return;
    }

  g_free (self->digest);
  self->digest = g_strdup (dp_save_job_get_digest (own));
  g_clear_pointer (&self->base, g_ptr_array_unref);
  self->base = g_steal_pointer (&self->saving);
  if (!self->dirty)
    {
      tell_state (self, DP_SAVE_STATE_SAVED, "");
      answer_waiting (self, NULL);
    }
  else if (self->waiting->len > 0)
    start_save (self);
  else
    {
      tell_state (self, DP_SAVE_STATE_PENDING, "");
      start_timer (self);
    }
}

static void
save_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  dp_save_job_run (task_data);
  g_task_return_boolean (task, TRUE);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DpCaseFile) self = user_data;

  end_save (self, g_task_get_task_data (G_TASK (result)));
}

static void
make_job (DpCaseFile *self)
{
  g_autofree char *now = dp_clock_now_text (self->clock);
  g_autoptr (GPtrArray) parts = NULL;

  stop_timer (self);
  dp_case_set_modified (self->dp_case, now);
  parts = dp_case_text_get_parts (self->dp_case);
  self->dirty = FALSE;
  self->job = dp_save_job_new (self->folder, parts, self->digest);
  g_clear_pointer (&self->saving, g_ptr_array_unref);
  self->saving = g_steal_pointer (&parts);
}

static void
start_save (DpCaseFile *self)
{
  g_autoptr (GTask) task = NULL;

  make_job (self);
  tell_state (self, DP_SAVE_STATE_SAVING, "");
  /* Not its source: the thread may be the last to let go of the task, and must not be of the file. */
  task = g_task_new (NULL, NULL, saved_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_save);
  g_task_set_task_data (task, dp_save_job_ref (self->job), (GDestroyNotify) dp_save_job_unref);
  g_task_run_in_thread (task, save_thread);
}

gboolean
dp_case_file_save (DpCaseFile *self,
                   GError **error)
{
  g_return_val_if_fail (DP_IS_CASE_FILE (self), FALSE);

  /* With somebody waiting, the end of one save may be the start of the next. */
  while (self->job != NULL)
    {
      g_autoptr (DpSaveJob) job = dp_save_job_ref (self->job);

      dp_save_job_wait (job);
      end_save (self, job);
    }
  if (!self->dirty)
    return TRUE;

  make_job (self);
  dp_save_job_run (self->job);
  end_save (self, self->job);
  if (self->state != DP_SAVE_STATE_FAILED)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, self->conflict ? G_IO_ERROR_WRONG_ETAG : G_IO_ERROR_FAILED, self->problem);
  return FALSE;
}

void
dp_case_file_save_async (DpCaseFile *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DP_IS_CASE_FILE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_case_file_save_async);
  if (!self->dirty && self->job == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  if (self->job == NULL)
    start_save (self);
}

gboolean
dp_case_file_save_finish (DpCaseFile *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (DP_IS_CASE_FILE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* -- What others write -- */

/* From what the system tells to the look at it, in milliseconds: whoever writes may not be done. */
#define LOOK_DELAY 150

static void
stop_looking (DpCaseFile *self)
{
  if (self->look == NULL)
    return;
  g_source_destroy (self->look);
  g_clear_pointer (&self->look, g_source_unref);
}

static void written_cb (DpCaseFile *self);

/* A look at the file, and what it was believed to hold when it began. */
typedef struct
{
  DpCaseFile *file; /* (owned) */
  char *believed;
} Looking;

static void
looking_free (Looking *looking)
{
  g_object_unref (looking->file);
  g_free (looking->believed);
  g_free (looking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Looking, looking_free)

static void
looked_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (Looking) looking = user_data;
  DpCaseFile *self = looking->file;
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) changed = NULL;
  g_autoptr (JsonNode) node = NULL;
  gsize length;

  /* A file that is gone for a moment comes back, and a save says what stands in its way. */
  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, NULL) || self->is_over || self->conflict)
    return;
  /* A save of our own came between: what was read may be from before it. */
  if (self->job != NULL || !g_str_equal (self->digest, looking->believed))
    {
      written_cb (self);
      return;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  digest = dp_sha256 (bytes);
  if (g_str_equal (digest, self->digest))
    return;
  /* Half of it is no case yet: the rest will be told, too. */
  node = dp_json_read (g_bytes_get_data (bytes, NULL), length, DP_JSON_STRICT, NULL);
  if (node == NULL)
    return;
  changed = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "");
  problem = dup_problem (self, changed);
  stop_timer (self);
  tell_state (self, DP_SAVE_STATE_FAILED, problem);
  set_conflict (self, TRUE);
}

static gboolean
look_cb (gpointer user_data)
{
  DpCaseFile *self = user_data;
  g_autoptr (GFile) file = g_file_get_child (self->folder, DP_CASE_FILE_NAME);
  Looking *looking;

  if (self->job != NULL)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->look, g_source_unref);
  looking = g_new0 (Looking, 1);
  looking->file = g_object_ref (self);
  looking->believed = g_strdup (self->digest);
  g_file_load_contents_async (file, NULL, looked_cb, looking);
  return G_SOURCE_REMOVE;
}

static void
written_cb (DpCaseFile *self)
{
  if (self->look != NULL || self->monitor == NULL)
    return;
  self->look = g_timeout_source_new (LOOK_DELAY);
  g_source_set_callback (self->look, look_cb, self, NULL);
  g_source_attach (self->look, self->context);
}

void
dp_case_file_watch (DpCaseFile *self)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (DP_IS_CASE_FILE (self));

  g_clear_object (&self->monitor);
  file = g_file_get_child (self->folder, DP_CASE_FILE_NAME);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
}

gboolean
dp_case_file_is_changed_outside (DpCaseFile *self)
{
  g_return_val_if_fail (DP_IS_CASE_FILE (self), FALSE);

  return self->conflict;
}

static JsonNode *
read_parts (GPtrArray *parts)
{
  g_autoptr (GBytes) text = dp_case_text_join (parts);

  return dp_json_read (g_bytes_get_data (text, NULL), g_bytes_get_size (text), DP_JSON_STRICT, NULL);
}

static gboolean
is_decided (GPtrArray *conflicts,
            GHashTable *choices)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      const DpMergeConflict *conflict = g_ptr_array_index (conflicts, i);

      if (choices == NULL || !g_hash_table_contains (choices, conflict->place))
        return FALSE;
    }
  return TRUE;
}

gboolean
dp_case_file_merge (DpCaseFile *self,
                    GHashTable *choices,
                    GPtrArray **conflicts,
                    GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (JsonNode) base = NULL;
  g_autoptr (JsonNode) ours = NULL;
  g_autoptr (JsonNode) theirs = NULL;
  g_autoptr (JsonNode) merged = NULL;
  g_autoptr (DpCase) checked = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (DP_IS_CASE_FILE (self), FALSE);
  g_return_val_if_fail (conflicts != NULL, FALSE);
  g_return_val_if_fail (!self->is_over, FALSE);

  *conflicts = NULL;
  stop_timer (self);
  file = g_file_get_child (self->folder, DP_CASE_FILE_NAME);
  bytes = dp_file_read (file, DP_JSON_MAX_SIZE, NULL, error);
  if (bytes == NULL)
    return FALSE;
  theirs = dp_json_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), DP_JSON_STRICT, error);
  if (theirs == NULL)
    return FALSE;
  checked = dp_case_new_from_json (theirs, error);
  if (checked == NULL)
    return FALSE;
  parts = dp_case_text_get_parts (self->dp_case);
  base = read_parts (self->base);
  ours = read_parts (parts);
  merged = dp_merge (base, ours, theirs, choices, conflicts);
  if (!is_decided (*conflicts, choices))
    return FALSE;
  g_clear_object (&checked);
  checked = dp_case_new_from_json (merged, error);
  if (checked == NULL)
    return FALSE;
  written = dp_json_write (merged);
  digest = dp_sha256 (bytes);
  if (!dp_file_replace (file, written, digest, NULL, error))
    return FALSE;
  self->is_over = TRUE;
  self->dirty = FALSE;
  answer_waiting (self, NULL);
  return TRUE;
}

static gboolean
write_copy (DpCaseFile *self,
            GFile *folder,
            char **digest,
            GError **error)
{
  g_autoptr (GBytes) bytes = dp_case_folder_make_bytes (self->dp_case);

  if (!dp_case_folder_create (folder, bytes, NULL, error))
    return FALSE;
  if (!dp_case_folder_copy_files (self->folder, folder, error))
    return FALSE;
  *digest = dp_sha256 (bytes);
  return TRUE;
}

gboolean
dp_case_file_save_as_copy (DpCaseFile *self,
                           GError **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *old_id = NULL;
  g_autofree char *new_id = dp_id_new ();
  g_autofree char *now = NULL;
  char *digest = NULL;

  g_return_val_if_fail (DP_IS_CASE_FILE (self), FALSE);

  stop_timer (self);
  while (self->job != NULL)
    {
      g_autoptr (DpSaveJob) job = dp_save_job_ref (self->job);

      dp_save_job_wait (job);
      end_save (self, job);
    }

  now = dp_clock_now_text (self->clock);
  old_id = g_strdup (dp_case_get_id (self->dp_case));
  folder = dp_case_folder_get_neighbour (self->folder);
  dp_case_set_id (self->dp_case, new_id);
  dp_case_set_modified (self->dp_case, now);
  if (!write_copy (self, folder, &digest, error))
    {
      dp_case_set_id (self->dp_case, old_id);
      return FALSE;
    }

  g_free (self->digest);
  self->digest = digest;
  g_clear_pointer (&self->base, g_ptr_array_unref);
  self->base = dp_case_text_get_parts (self->dp_case);
  self->dirty = FALSE;
  set_conflict (self, FALSE);
  stop_timer (self);
  g_set_object (&self->folder, folder);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDER]);
  tell_state (self, DP_SAVE_STATE_SAVED, "");
  answer_waiting (self, NULL);
  return TRUE;
}

gboolean
dp_case_file_seal (DpCaseFile *self,
                   GBytes *bytes,
                   GError **error)
{
  g_return_val_if_fail (DP_IS_CASE_FILE (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return dp_case_folder_seal (self->folder, bytes, error);
}

static void
dp_case_file_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DpCaseFile *self = DP_CASE_FILE (object);

  switch ((DpCaseFileProperty) prop_id)
    {
    case PROP_CASE:
      g_value_set_object (value, self->dp_case);
      break;
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_SAVE_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_IS_CHANGED_OUTSIDE:
      g_value_set_boolean (value, self->conflict);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Whoever closes a case saves it first and hears what stands in the way. This is for who did not: the
 * last thing to do before work is lost. */
static void
save_at_last (DpCaseFile *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->dirty || dp_case_file_save (self, NULL) || dp_case_file_save_as_copy (self, &error))
    return;
  g_warning ("A case was closed that could not be saved: %s", error->message);
}

static void
dp_case_file_dispose (GObject *object)
{
  DpCaseFile *self = DP_CASE_FILE (object);

  save_at_last (self);
  self->dirty = FALSE;
  stop_timer (self);
  stop_looking (self);
  g_clear_object (&self->monitor);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);

  G_OBJECT_CLASS (dp_case_file_parent_class)->dispose (object);
}

static void
dp_case_file_finalize (GObject *object)
{
  DpCaseFile *self = DP_CASE_FILE (object);

  g_clear_object (&self->history);
  g_clear_object (&self->dp_case);
  g_clear_object (&self->folder);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->base, g_ptr_array_unref);
  g_clear_pointer (&self->saving, g_ptr_array_unref);
  g_free (self->digest);
  g_free (self->problem);
  g_main_context_unref (self->context);
  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (dp_case_file_parent_class)->finalize (object);
}

static void
dp_case_file_class_init (DpCaseFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dp_case_file_get_property;
  object_class->dispose = dp_case_file_dispose;
  object_class->finalize = dp_case_file_finalize;

  properties[PROP_CASE] = g_param_spec_object ("case", NULL, NULL, DP_TYPE_CASE, flags);
  properties[PROP_FOLDER] = g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, DP_TYPE_HISTORY, flags);
  properties[PROP_SAVE_STATE] = g_param_spec_enum ("save-state", NULL, NULL, DP_TYPE_SAVE_STATE, DP_SAVE_STATE_SAVED, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, "", flags);
  properties[PROP_IS_CHANGED_OUTSIDE] = g_param_spec_boolean ("is-changed-outside", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_case_file_init (DpCaseFile *self)
{
  self->problem = g_strdup ("");
  self->context = g_main_context_ref_thread_default ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/* @digest: (transfer full) */
static DpCaseFile *
new_file (GFile *folder,
          DpCase *dp_case,
          DpClock *clock,
          char *digest)
{
  DpCaseFile *self = g_object_new (DP_TYPE_CASE_FILE, NULL);

  self->folder = g_object_ref (folder);
  self->dp_case = g_object_ref (dp_case);
  self->clock = g_object_ref (clock);
  self->digest = digest;
  self->base = dp_case_text_get_parts (dp_case);
  self->history = dp_history_new (G_OBJECT (dp_case), clock);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_object (dp_case_list_entries (dp_case), "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

DpCaseFile *
dp_case_file_create (GFile *folder,
                     DpCase *dp_case,
                     DpClock *clock,
                     GError **error)
{
  return dp_case_file_create_sealed (folder, dp_case, NULL, clock, error);
}

DpCaseFile *
dp_case_file_create_sealed (GFile *folder,
                            DpCase *dp_case,
                            GBytes *sealed,
                            DpClock *clock,
                            GError **error)
{
  g_autofree char *now = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (DP_IS_CASE (dp_case), NULL);
  g_return_val_if_fail (DP_IS_CLOCK (clock), NULL);

  now = dp_clock_now_text (clock);
  if (*dp_case_get_created (dp_case) == '\0')
    dp_case_set_created (dp_case, now);
  dp_case_set_modified (dp_case, now);
  bytes = dp_case_folder_make_bytes (dp_case);
  if (!dp_case_folder_create (folder, bytes, sealed, error))
    return NULL;
  return new_file (folder, dp_case, clock, dp_sha256 (bytes));
}

DpCaseFile *
dp_case_file_load (GFile *folder,
                   DpClock *clock,
                   GError **error)
{
  g_autoptr (DpCase) dp_case = NULL;
  char *digest = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (DP_IS_CLOCK (clock), NULL);

  dp_case = dp_case_folder_load (folder, &digest, NULL, error);
  return dp_case != NULL ? new_file (folder, dp_case, clock, digest) : NULL;
}

/* What the thread read. */
typedef struct
{
  /* Input. */
  GFile *folder;
  DpClock *clock;
  /* Results. */
  DpCase *dp_case; /* (nullable) */
  char *digest;
} DpLoading;

static void
loading_free (gpointer data)
{
  DpLoading *loading = data;

  g_object_unref (loading->folder);
  g_object_unref (loading->clock);
  g_clear_object (&loading->dp_case);
  g_free (loading->digest);
  g_free (loading);
}

static void
load_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  DpLoading *loading = task_data;
  GError *error = NULL;

  loading->dp_case = dp_case_folder_load (loading->folder, &loading->digest, cancellable, &error);
  if (loading->dp_case == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* The texts are made here, so that the first saving has only what changed to write. */
  g_ptr_array_unref (dp_case_text_get_parts (loading->dp_case));
  g_task_return_boolean (task, TRUE);
}

void
dp_case_file_load_async (GFile *folder,
                         DpClock *clock,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  DpLoading *loading;

  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (DP_IS_CLOCK (clock));

  loading = g_new0 (DpLoading, 1);
  loading->folder = g_object_ref (folder);
  loading->clock = g_object_ref (clock);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dp_case_file_load_async);
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, load_thread);
}

DpCaseFile *
dp_case_file_load_finish (GAsyncResult *result,
                          GError **error)
{
  DpLoading *loading;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  /* Only here is it in the hands of the caller's thread, where its changes are followed. */
  loading = g_task_get_task_data (G_TASK (result));
  return new_file (loading->folder, loading->dp_case, loading->clock, g_steal_pointer (&loading->digest));
}

DpCase *
dp_case_file_get_case (DpCaseFile *self)
{
  g_return_val_if_fail (DP_IS_CASE_FILE (self), NULL);

  return self->dp_case;
}

GFile *
dp_case_file_get_folder (DpCaseFile *self)
{
  g_return_val_if_fail (DP_IS_CASE_FILE (self), NULL);

  return self->folder;
}

DpHistory *
dp_case_file_get_history (DpCaseFile *self)
{
  g_return_val_if_fail (DP_IS_CASE_FILE (self), NULL);

  return self->history;
}

DpSaveState
dp_case_file_get_save_state (DpCaseFile *self)
{
  g_return_val_if_fail (DP_IS_CASE_FILE (self), DP_SAVE_STATE_SAVED);

  return self->state;
}

const char *
dp_case_file_get_problem (DpCaseFile *self)
{
  g_return_val_if_fail (DP_IS_CASE_FILE (self), NULL);

  return self->problem;
}

DpCase *
dp_case_read (GFile *folder,
              GError **error)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  return dp_case_folder_load (folder, NULL, NULL, error);
}
