/* dp-workbench.c: what all windows share, handed to them instead of being reached for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/dp-workbench.h"

#include <glib/gi18n.h>

#include "base/dp-paths.h"
#include "library/dp-quotes.h"
#include "review/dp-record.h"

#define N_RECENT 9

struct _DpWorkbench
{
  GObject parent_instance;

  GSettings *settings;       /* (owned) */
  DpClock *clock;            /* (owned) */
  DpIntake *intake;          /* (owned) */
  DpLibrary *library;        /* (owned) */
  DpNarratives *narratives;  /* (owned) */
  DpRankings *rankings;      /* (owned) (nullable): until read */
  DpRankChecker *ranks;      /* (owned) (nullable): with them */
  DpTechniques *techniques;  /* (owned) (nullable): until asked for */
  GListStore *recent;        /* (owned) (element-type DpNarrative) */
  GCancellable *cancellable; /* (owned): for reading the tables */
  char *problem;             /* (owned): "" or why the library's narratives cannot be used */
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_NARRATIVES,
  PROP_RANKINGS,
  PROP_PROBLEM,
} DpWorkbenchProperty;

static GParamSpec *properties[PROP_PROBLEM + 1];

G_DEFINE_FINAL_TYPE (DpWorkbench, dp_workbench, G_TYPE_OBJECT)

static void
dp_workbench_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DpWorkbench *self = DP_WORKBENCH (object);

  switch ((DpWorkbenchProperty) prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_NARRATIVES:
      g_value_set_object (value, self->narratives);
      break;
    case PROP_RANKINGS:
      g_value_set_object (value, self->rankings);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dp_workbench_dispose (GObject *object)
{
  DpWorkbench *self = DP_WORKBENCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->recent);
  g_clear_pointer (&self->ranks, dp_rank_checker_unref);
  g_clear_object (&self->rankings);
  g_clear_object (&self->narratives);
  if (self->library != NULL)
    dp_library_set_sign (self->library, NULL, NULL);
  g_clear_object (&self->library);
  g_clear_object (&self->intake);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dp_workbench_parent_class)->dispose (object);
}

static void
dp_workbench_finalize (GObject *object)
{
  DpWorkbench *self = DP_WORKBENCH (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->techniques, dp_techniques_free);
  g_free (self->problem);

  G_OBJECT_CLASS (dp_workbench_parent_class)->finalize (object);
}

static void
dp_workbench_class_init (DpWorkbenchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dp_workbench_get_property;
  object_class->dispose = dp_workbench_dispose;
  object_class->finalize = dp_workbench_finalize;

  properties[PROP_LIBRARY] =
      g_param_spec_object ("library", NULL, NULL, DP_TYPE_LIBRARY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARRATIVES] =
      g_param_spec_object ("narratives", NULL, NULL, DP_TYPE_NARRATIVES, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RANKINGS] =
      g_param_spec_object ("rankings", NULL, NULL, DP_TYPE_RANKINGS, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dp_workbench_init (DpWorkbench *self)
{
  self->recent = g_list_store_new (DP_TYPE_NARRATIVE);
  self->cancellable = g_cancellable_new ();
  self->problem = g_strdup ("");
}

static void
load_recent (DpWorkbench *self)
{
  g_auto (GStrv) ids = g_settings_get_strv (self->settings, "recent-narratives");

  g_list_store_remove_all (self->recent);
  for (guint i = 0; ids[i] != NULL && i < N_RECENT; i++)
    {
      DpNarrative *narrative = dp_narratives_lookup (self->narratives, ids[i]);

      if (narrative != NULL && !dp_narrative_is_retired (narrative))
        g_list_store_append (self->recent, narrative);
    }
}

static void
narratives_changed_cb (DpWorkbench *self)
{
  load_recent (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARRATIVES]);
}

static void
load_narratives (DpWorkbench *self)
{
  g_autofree char *path = dp_paths_data ("narratives.json");
  g_autoptr (GFile) shipped = g_file_new_for_path (path);
  g_autoptr (GFile) own = dp_library_get_narratives_file (self->library);
  g_autoptr (GError) error = NULL;

  if (self->narratives != NULL)
    g_signal_handlers_disconnect_by_func (self->narratives, narratives_changed_cb, self);
  g_clear_object (&self->narratives);
  g_clear_pointer (&self->problem, g_free);
  self->narratives = dp_narratives_new (shipped, own, g_get_language_names (), &error);
  if (self->narratives == NULL)
    {
      /* The library's own file cannot be read: work goes on with those that are shipped, and the
       * window says why the others are missing. */
      /* Translators: %s says what is wrong with the file, and in which line */
      self->problem = g_strdup_printf (_ ("%s. Until it is mended, only the narratives that are shipped are there."), error->message);
      self->narratives = dp_narratives_new (shipped, NULL, g_get_language_names (), NULL);
    }
  else
    {
      self->problem = g_strdup ("");
    }
  dp_library_set_narratives (self->library, self->narratives);
  g_signal_connect_object (self->narratives, "items-changed", G_CALLBACK (narratives_changed_cb), self, G_CONNECT_SWAPPED);
  load_recent (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARRATIVES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* What one reading of the folders gives. */
typedef struct
{
  DpRankings *rankings; /* (owned) */
  DpRankChecker *ranks; /* (owned) */
} Tables;

static void
tables_free (Tables *tables)
{
  dp_rank_checker_unref (tables->ranks);
  g_object_unref (tables->rankings);
  g_free (tables);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tables, tables_free)

/* A step was made, undone or redone, or somebody else may have changed the file. What cannot be read stays as it
 * was, and the window says why. */
static void
look_again (DpWorkbench *self)
{
  g_autoptr (GError) error = NULL;

  /* The file could not be read: perhaps it can be now. */
  if (*self->problem != '\0')
    {
      load_narratives (self);
      return;
    }
  g_free (self->problem);
  self->problem = dp_narratives_reload (self->narratives, &error) ? g_strdup ("") : g_strdup (error->message);
  if (*self->problem != '\0')
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
scanning_cb (DpWorkbench *self)
{
  if (!dp_library_is_scanning (self->library))
    look_again (self);
}

/* Perhaps in a thread: the settings may be read in any. */
static void
sign_cb (DpCase *dp_case,
         gpointer user_data)
{
  DpWorkbench *self = user_data;
  g_autofree char *name = g_settings_get_string (self->settings, "profile-name");
  g_autofree char *email = g_settings_get_string (self->settings, "profile-email");
  g_autofree char *organisation = g_settings_get_string (self->settings, "profile-organisation");
  g_autoptr (DpPerson) person = dp_person_new (name, email, organisation, NULL);

  if (person != NULL)
    dp_record_contribution (dp_case, person, DP_PART_ARTICLE, self->clock);
}

static void
read_rankings (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  g_autoptr (DpRankings) rankings = dp_rankings_new (task_data, dp_countries_new (NULL));
  g_autofree char *words = dp_paths_data ("rank-words");

  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  Tables *tables = g_new0 (Tables, 1);

  dp_rankings_set_words (rankings, words);
  dp_rankings_load (rankings);
  tables->ranks = dp_rank_checker_new (rankings, words, problems);
  for (guint i = 0; i < problems->len; i++)
    g_message ("%s", (const char *) problems->pdata[i]);
  tables->rankings = g_steal_pointer (&rankings);
  g_task_return_pointer (task, tables, (GDestroyNotify) tables_free);
}

static void
rankings_read_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  DpWorkbench *self = DP_WORKBENCH (source);
  g_autoptr (Tables) tables = g_task_propagate_pointer (G_TASK (result), NULL);

  if (tables == NULL)
    return;

  g_set_object (&self->rankings, tables->rankings);
  g_clear_pointer (&self->ranks, dp_rank_checker_unref);
  self->ranks = dp_rank_checker_ref (tables->ranks);
  g_object_notify_by_pspec (source, properties[PROP_RANKINGS]);
}

/* The tables hold some ten thousand rows: they are read aside, and again when folders are added. */
static void
load_rankings (DpWorkbench *self)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *shipped = dp_paths_data ("rankings");
  g_auto (GStrv) added = g_settings_get_strv (self->settings, "ranking-folders");
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_strv_builder_add (folders, shipped);
  g_strv_builder_addv (folders, (const char **) added);

  task = g_task_new (self, self->cancellable, rankings_read_cb, NULL);
  g_task_set_source_tag (task, load_rankings);
  g_task_set_task_data (task, g_strv_builder_end (folders), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, read_rankings);
}

DpWorkbench *
dp_workbench_new (GSettings *settings,
                  DpClock *clock)
{
  DpWorkbench *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (DP_IS_CLOCK (clock), NULL);

  self = g_object_new (DP_TYPE_WORKBENCH, NULL);
  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  self->intake = dp_intake_new (clock);
  g_settings_bind (settings, "proxy", self->intake, "proxy", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "user-agent", self->intake, "user-agent", G_SETTINGS_BIND_GET);
  g_signal_connect_object (settings, "changed::ranking-folders", G_CALLBACK (load_rankings), self, G_CONNECT_SWAPPED);
  return self;
}

void
dp_workbench_open_library (DpWorkbench *self,
                           GFile *folder)
{
  g_autoptr (GFile) cache = NULL;

  g_return_if_fail (DP_IS_WORKBENCH (self));
  g_return_if_fail (G_IS_FILE (folder));

  if (self->library != NULL && g_file_equal (folder, dp_library_get_folder (self->library)))
    return;

  cache = g_file_new_build_filename (g_get_user_cache_dir (), "disproof", NULL);
  if (self->library != NULL)
    dp_library_set_sign (self->library, NULL, NULL);
  g_clear_object (&self->library);
  self->library = dp_library_new (folder, cache, self->clock);
  dp_library_set_sign (self->library, sign_cb, self);
  g_signal_connect_object (self->library, "stepped", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::is-scanning", G_CALLBACK (scanning_cb), self, G_CONNECT_SWAPPED);
  dp_workbench_forget_techniques (self);
  load_narratives (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

void
dp_workbench_load_rankings (DpWorkbench *self)
{
  g_return_if_fail (DP_IS_WORKBENCH (self));

  load_rankings (self);
}

GSettings *
dp_workbench_get_settings (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return self->settings;
}

DpClock *
dp_workbench_get_clock (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return self->clock;
}

DpIntake *
dp_workbench_get_intake (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return self->intake;
}

DpLibrary *
dp_workbench_get_library (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return self->library;
}

DpNarratives *
dp_workbench_get_narratives (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return self->narratives;
}

DpRankings *
dp_workbench_get_rankings (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return self->rankings;
}

DpRankChecker *
dp_workbench_get_rank_checker (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return self->ranks;
}

const char *
dp_workbench_get_problem (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return self->problem;
}

DpTechniques *
dp_workbench_get_techniques (DpWorkbench *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) shipped = NULL;
  g_autoptr (GFile) own = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  if (self->techniques != NULL)
    return self->techniques;
  path = dp_paths_data ("techniques");
  shipped = g_file_new_for_path (path);
  own = self->library != NULL ? g_file_get_child (dp_library_get_folder (self->library), "techniques") : NULL;
  problems = g_ptr_array_new_with_free_func (g_free);
  self->techniques = dp_techniques_new (shipped, own, problems);
  for (guint i = 0; i < problems->len; i++)
    g_message ("%s", (const char *) g_ptr_array_index (problems, i));
  return self->techniques;
}

void
dp_workbench_forget_techniques (DpWorkbench *self)
{
  g_return_if_fail (DP_IS_WORKBENCH (self));

  g_clear_pointer (&self->techniques, dp_techniques_free);
}

char *
dp_workbench_dup_who (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return g_settings_get_string (self->settings, "profile-name");
}

gboolean
dp_workbench_run_change (DpWorkbench *self,
                         DpNarrativesChange *change,
                         GError **error)
{
  g_autoptr (DpNarrativesChange) own = change;
  g_autoptr (DpLibraryStep) step = NULL;
  g_autofree char *who = NULL;

  g_return_val_if_fail (DP_IS_WORKBENCH (self), FALSE);

  if (own == NULL)
    return FALSE;
  who = dp_workbench_dup_who (self);
  step = dp_library_step_new_for_narratives (own, who);
  return dp_library_run (self->library, step, error);
}

GListModel *
dp_workbench_list_recent_narratives (DpWorkbench *self)
{
  g_return_val_if_fail (DP_IS_WORKBENCH (self), NULL);

  return G_LIST_MODEL (self->recent);
}

void
dp_workbench_use_narrative (DpWorkbench *self,
                            DpNarrative *narrative)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  guint position;

  g_return_if_fail (DP_IS_WORKBENCH (self));
  g_return_if_fail (DP_IS_NARRATIVE (narrative));

  /* A narrative keeps the number it has: keys that change under the fingers cannot be learned. */
  if (g_list_store_find (self->recent, narrative, &position))
    return;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->recent)) == N_RECENT)
    g_list_store_remove (self->recent, N_RECENT - 1);
  g_list_store_insert (self->recent, 0, narrative);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->recent)); i++)
    {
      g_autoptr (DpNarrative) recent = g_list_model_get_item (G_LIST_MODEL (self->recent), i);

      g_strv_builder_add (ids, dp_narrative_get_id (recent));
    }
  strv = g_strv_builder_end (ids);
  g_settings_set_strv (self->settings, "recent-narratives", (const char *const *) strv);
}
