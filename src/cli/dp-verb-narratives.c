/* dp-verb-narratives.c: disproof-cli narratives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verbs.h"
#include "base/dp-json.h"

#include <stdio.h>
#include <glib/gi18n.h>
#include "cli/dp-tables.h"
#include "library/dp-quotes.h"

typedef struct
{
  /* Input. */
  char **words; /* behind the name of the command */
  guint n_words;
  gboolean as_json;
  gboolean with_retired;
  char *under;
  char *definition;
  char *who;
  /* What it works on. */
  DpNarratives *narratives;
  DpLibrary *library; /* (nullable): without --library */
  DpClock *clock;
} Run;

typedef struct
{
  const char *name;
  guint min;
  guint max;
  gboolean needs_library;
  gboolean (*run) (Run *self, GError **error);
} Command;

/* Output. */

static void
add_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (*text != '\0')
    json_object_set_string_member (object, name, text);
}

static JsonObject *
to_json (Run *self,
         DpNarrative *narrative)
{
  const DpNarrativeDetails *details = dp_narrative_get_details (narrative);
  g_autofree char *path = dp_narratives_dup_path (self->narratives, narrative);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", dp_narrative_get_id (narrative));
  json_object_set_string_member (object, "label", dp_narrative_get_label (narrative));
  json_object_set_string_member (object, "path", path);
  add_text (object, "parent", dp_narrative_get_parent_id (narrative));
  add_text (object, "definition", dp_narrative_get_definition (narrative));
  add_text (object, "retired", details->retired);
  add_text (object, "replaced_by", details->replaced_by);
  add_text (object, "split_from", details->split_from);
  return object;
}

static void
print_found (Run *self,
             GPtrArray *found)
{
  if (self->as_json)
    {
      JsonArray *array = json_array_new ();
      g_autoptr (JsonNode) node = NULL;

      for (guint i = 0; i < found->len; i++)
        json_array_add_object_element (array, to_json (self, g_ptr_array_index (found, i)));
      node = dp_json_take_array (array);
      dp_verb_print_json (node);
      return;
    }
  for (guint i = 0; i < found->len; i++)
    {
      DpNarrative *narrative = g_ptr_array_index (found, i);
      g_autofree char *path = dp_narratives_dup_path (self->narratives, narrative);
      g_autofree char *line = g_strdup_printf ("%s\t%s\n", dp_narrative_get_id (narrative), path);

      dp_verb_print (line);
    }
}

static gboolean
search (Run *self,
        GError **error)
{
  g_autofree char *letters = g_strjoinv (" ", self->words);
  g_autoptr (GPtrArray) found = dp_narratives_search_all (self->narratives, letters, self->with_retired);

  print_found (self, found);
  return TRUE;
}

/* One narrative. */

static void
add_texts (JsonObject *object,
           const char *name,
           GPtrArray *texts,
           const char *note)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    {
      const DpNarrativeText *text = g_ptr_array_index (texts, i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "text", text->text);
      add_text (item, note, text->note);
      json_array_add_object_element (array, item);
    }
  json_object_set_array_member (object, name, array);
}

static void
add_quotes (JsonObject *object,
            GPtrArray *quotes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < quotes->len; i++)
    {
      DpQuote *quote = g_ptr_array_index (quotes, i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "text", dp_quote_get_text (quote));
      json_object_set_string_member (item, "case", dp_quote_get_case_id (quote));
      json_object_set_string_member (item, "title", dp_quote_get_case_title (quote));
      json_object_set_string_member (item, "tagged_as", dp_quote_get_label (quote));
      add_text (item, "date", dp_quote_get_date (quote));
      json_array_add_object_element (array, item);
    }
  json_object_set_array_member (object, "passages", array);
}

static void
scanned_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  gboolean *is_done = user_data;

  dp_library_scan_finish (DP_LIBRARY (source), result, NULL);
  *is_done = TRUE;
}

/* (transfer full) (nullable) */
static GPtrArray *
find_quotes (Run *self,
             const char *id)
{
  gboolean is_done = FALSE;

  if (self->library == NULL)
    return NULL;
  dp_library_scan_async (self->library, NULL, scanned_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  return dp_quotes_find (self->library, self->narratives, id);
}

static void
print_line (GString *text,
            const char *name,
            const char *value)
{
  if (*value != '\0')
    g_string_append_printf (text, "%s: %s\n", name, value);
}

static void
print_text (Run *self,
            DpNarrative *narrative,
            GPtrArray *quotes)
{
  const DpNarrativeDetails *details = dp_narrative_get_details (narrative);
  g_autofree char *path = dp_narratives_dup_path (self->narratives, narrative);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\t%s\n", dp_narrative_get_id (narrative), path);
  print_line (text, _ ("Definition"), dp_narrative_get_definition (narrative));
  print_line (text, _ ("No longer used since"), details->retired);
  print_line (text, _ ("Replaced by"), details->replaced_by);
  for (guint i = 0; i < details->labels->len; i++)
    {
      const DpNarrativeText *label = g_ptr_array_index (details->labels, i);

      print_line (text, label->note, label->text);
    }
  for (guint i = 0; i < details->aliases->len; i++)
    print_line (text, _ ("Alias"), ((DpNarrativeText *) g_ptr_array_index (details->aliases, i))->text);
  for (guint i = 0; details->counter_facts[i] != NULL; i++)
    print_line (text, _ ("Counter-fact"), details->counter_facts[i]);
  for (guint i = 0; i < details->former->len; i++)
    print_line (text, _ ("Formerly"), ((DpNarrativeText *) g_ptr_array_index (details->former, i))->text);
  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      DpQuote *quote = g_ptr_array_index (quotes, i);

      g_string_append_printf (text, "  %s\t%s\t%s\n", dp_quote_get_date (quote), dp_quote_get_case_title (quote), dp_quote_get_text (quote));
    }
  dp_verb_print (text->str);
}

static DpNarrative *
find (Run *self,
      const char *id,
      GError **error)
{
  DpNarrative *narrative = dp_narratives_lookup (self->narratives, id);

  if (narrative == NULL)
    dp_verb_error (error, _ ("There is no narrative “%s”: see “disproof-cli narratives”"), id);
  return narrative;
}

static gboolean
show (Run *self,
      GError **error)
{
  DpNarrative *narrative = find (self, self->words[0], error);
  g_autoptr (GPtrArray) quotes = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  if (narrative == NULL)
    return FALSE;
  quotes = find_quotes (self, self->words[0]);
  if (!self->as_json)
    {
      print_text (self, narrative, quotes);
      return TRUE;
    }
  object = to_json (self, narrative);
  add_texts (object, "labels", dp_narrative_get_details (narrative)->labels, "language");
  add_texts (object, "aliases", dp_narrative_get_details (narrative)->aliases, "language");
  add_texts (object, "former", dp_narrative_get_details (narrative)->former, "until");
  if (quotes != NULL)
    add_quotes (object, quotes);
  node = dp_json_take_object (object);
  dp_verb_print_json (node);
  return TRUE;
}

/* Changes. */

static char *
dup_today (Run *self)
{
  g_autoptr (GDateTime) now = dp_clock_now (self->clock);

  return g_date_time_format (now, "%Y-%m-%d");
}

/* @change: (transfer full) (nullable): with @error why not */
static gboolean
make (Run *self,
      DpNarrativesChange *change,
      GError **error)
{
  g_autoptr (DpNarrativesChange) own = change;
  g_autoptr (DpLibraryStep) step = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (own == NULL)
    return FALSE;
  step = dp_library_step_new_for_narratives (own, self->who);
  if (!dp_library_run (self->library, step, error) || !dp_narratives_reload (self->narratives, error))
    return FALSE;
  g_ptr_array_add (found, dp_narratives_lookup (self->narratives, own->id));
  print_found (self, found);
  return TRUE;
}

static gboolean
add (Run *self,
     GError **error)
{
  return make (self, dp_narratives_plan_create (self->narratives, self->words[0], self->definition, self->under, error), error);
}

static gboolean
rename_one (Run *self,
            GError **error)
{
  g_autofree char *today = dup_today (self);

  return make (self, dp_narratives_plan_rename (self->narratives, self->words[0], self->words[1], today, error), error);
}

static gboolean
move (Run *self,
      GError **error)
{
  return make (self, dp_narratives_plan_move (self->narratives, self->words[0], self->n_words > 1 ? self->words[1] : "", error), error);
}

static gboolean
merge (Run *self,
       GError **error)
{
  g_autofree char *today = dup_today (self);

  return make (self, dp_narratives_plan_merge (self->narratives, self->words[0], self->words[1], today, error), error);
}

static gboolean
retire (Run *self,
        GError **error)
{
  g_autofree char *today = dup_today (self);

  return make (self, dp_narratives_plan_retire (self->narratives, self->words[0], today, error), error);
}

static gboolean
restore (Run *self,
         GError **error)
{
  return make (self, dp_narratives_plan_restore (self->narratives, self->words[0], error), error);
}

/* The history of the library. */

static JsonObject *
step_to_json (DpLibraryStep *step)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", dp_library_step_get_kind (step));
  json_object_set_string_member (object, "label", dp_library_step_get_label (step));
  json_object_set_string_member (object, "when", dp_library_step_get_when (step));
  add_text (object, "who", dp_library_step_get_who (step));
  json_object_set_int_member (object, "cases", dp_library_step_get_n_cases (step));
  json_object_set_boolean_member (object, "undone", dp_library_step_is_undone (step));
  return object;
}

static void
print_step (Run *self,
            DpLibraryStep *step)
{
  g_autofree char *line = NULL;

  if (self->as_json)
    {
      g_autoptr (JsonNode) node = dp_json_take_object (step_to_json (step));

      dp_verb_print_json_line (node);
      return;
    }
  line = g_strdup_printf ("%s\t%s\t%s%s\n", dp_library_step_get_when (step), dp_library_step_get_who (step), dp_library_step_get_label (step),
                          /* Translators: behind a step of a list */
                          dp_library_step_is_undone (step) ? _ (" (undone)") : "");
  dp_verb_print (line);
}

static gboolean
history (Run *self,
         GError **error)
{
  GListModel *steps = dp_library_list_steps (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (DpLibraryStep) step = g_list_model_get_item (steps, i);

      print_step (self, step);
    }
  return TRUE;
}

static gboolean
undo (Run *self,
      GError **error)
{
  g_autoptr (DpLibraryStep) step = dp_library_undo (self->library, self->who, error);

  if (step == NULL)
    return FALSE;
  print_step (self, step);
  return TRUE;
}

static gboolean
redo (Run *self,
      GError **error)
{
  g_autoptr (DpLibraryStep) step = dp_library_redo (self->library, self->who, error);

  if (step == NULL)
    return FALSE;
  print_step (self, step);
  return TRUE;
}

static const Command commands[] = {
  { "search", 0, G_MAXUINT, FALSE, search },
  { "list", 0, 0, FALSE, search },
  { "show", 1, 1, FALSE, show },
  { "add", 1, 1, TRUE, add },
  { "rename", 2, 2, TRUE, rename_one },
  { "move", 1, 2, TRUE, move },
  { "merge", 2, 2, TRUE, merge },
  { "retire", 1, 1, TRUE, retire },
  { "restore", 1, 1, TRUE, restore },
  { "history", 0, 0, TRUE, history },
  { "undo", 0, 0, TRUE, undo },
  { "redo", 0, 0, TRUE, redo },
};

/* Whatever is no command is what to search for. */
static const Command *
find_command (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, name))
        return &commands[i];
    }
  return NULL;
}

static gboolean
run (Run *self,
     const Command *command,
     GFile *folder,
     GError **error)
{
  g_autoptr (DpPerson) person = NULL;
  g_autoptr (GFile) cache = g_file_new_build_filename (g_get_user_cache_dir (), "disproof", NULL);

  if (self->n_words < command->min || self->n_words > command->max)
    return dp_verb_usage_error (error, _ ("“narratives %s” takes other words: see --help"), command->name);
  if (command->needs_library && folder == NULL)
    return dp_verb_usage_error (error, _ ("“narratives %s” needs --library"), command->name);
  for (guint i = 0; i < self->n_words; i++)
    {
      if (!dp_verb_check_text (self->words[i], "NARRATIVE", error))
        return FALSE;
    }
  if (!dp_verb_check_text (self->under, "--under", error) || !dp_verb_check_text (self->definition, "--definition", error) || !dp_verb_get_person (&person, error))
    return FALSE;

  if (folder != NULL)
    {
      if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
        {
          g_autofree char *name = g_file_get_parse_name (folder);

          return dp_verb_error (error, _ ("“%s” is no folder"), name);
        }
      /* What a crash left half done comes first. */
      dp_library_step_recover (folder);
      self->library = dp_library_new (folder, cache, self->clock);
    }
  self->narratives = dp_tables_load_narratives (folder, error);
  if (self->narratives == NULL)
    return FALSE;
  self->who = g_strdup (person != NULL ? person->name : "");
  return command->run (self, error);
}

gboolean
dp_verb_narratives (const DpVerb *self,
                    char **arguments,
                    GError **error)
{
  g_autofree char *library = NULL;
  Run run_data = { 0 };
  const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_ ("A library with narratives of its own"), "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &run_data.as_json, N_ ("Print JSON"), NULL },
    { "retired", 0, 0, G_OPTION_ARG_NONE, &run_data.with_retired, N_ ("Also those that are no longer used"), NULL },
    { "under", 0, 0, G_OPTION_ARG_FILENAME, &run_data.under, N_ ("With “add”: what the new one is to stand under"), "ID" },
    { "definition", 0, 0, G_OPTION_ARG_FILENAME, &run_data.definition, N_ ("With “add”: what it says"), "TEXT" },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) words = NULL;
  g_autoptr (GFile) folder = NULL;
  const Command *command;
  gboolean is_done;

  if (!dp_verb_parse (self, arguments, options, 0, G_MAXUINT, &words, error))
    is_done = FALSE;
  else
    {
      command = find_command (words[0]);
      run_data.words = words + (command != NULL);
      run_data.n_words = g_strv_length (run_data.words);
      run_data.clock = dp_clock_new ();
      folder = library != NULL ? g_file_new_for_commandline_arg (library) : NULL;
      is_done = run (&run_data, command != NULL ? command : &commands[0], folder, error);
    }

  g_clear_object (&run_data.library);
  g_clear_object (&run_data.narratives);
  g_clear_object (&run_data.clock);
  g_free (run_data.who);
  g_free (run_data.under);
  g_free (run_data.definition);
  return is_done;
}
