/* dp-verb.c: what the verbs of the command line have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/dp-verb.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>
#include <glib/gi18n.h>
#include "base/dp-file.h"
#include "base/dp-json.h"
#include "review/dp-content.h"
#include "review/dp-record.h"

/* The shortest beginning of an id that stands for it. */
#define MIN_ID_LENGTH 4

G_DEFINE_QUARK (dp_verb_error, dp_verb_error)

/* Of the one verb that a run of the program is for. */
static char *as = NULL;

/* Hung on a case file: the content that it had when it was opened. */
static GQuark
content_quark (void)
{
  return g_quark_from_static_string ("dp-verb-content");
}

gboolean
dp_verb_usage_error (GError **error,
                     const char *format,
                     ...)
{
  va_list list;

  va_start (list, format);
  g_propagate_error (error, g_error_new_valist (DP_VERB_ERROR, DP_VERB_ERROR_USAGE, format, list));
  va_end (list);

  return FALSE;
}

gboolean
dp_verb_error (GError **error,
               const char *format,
               ...)
{
  va_list list;

  va_start (list, format);
  g_propagate_error (error, g_error_new_valist (DP_VERB_ERROR, DP_VERB_ERROR_FAILED, format, list));
  va_end (list);

  return FALSE;
}

gboolean
dp_verb_parse (const DpVerb *self,
               char **arguments,
               const GOptionEntry *options,
               guint min,
               guint max,
               char ***words,
               GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (self->arguments);
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autofree char *program = g_strdup_printf ("disproof-cli %s", self->name);
  g_autoptr (GError) local_error = NULL;
  const GOptionEntry somebody[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &as, N_ ("Who you are, for the history of the case: “Name <address>”; else DISPROOF_NAME and DISPROOF_EMAIL of the environment"), N_ ("PERSON") },
    G_OPTION_ENTRY_NULL
  };
  guint n;

  g_set_prgname (program);
  g_option_context_set_summary (context, gettext (self->summary));
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);

  if (self->by_somebody)
    g_option_context_add_main_entries (context, somebody, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &rest, &local_error))
    return dp_verb_usage_error (error, "%s", local_error->message);

  /* The words of a command may stand behind "--". */
  if (rest[1] != NULL && g_str_equal (rest[1], "--"))
    n = 2;
  else
    n = 1;
  if (g_strv_length (rest) - n < min)
    return dp_verb_usage_error (error, _ ("Something is missing: %s %s"), program, self->arguments);
  if (g_strv_length (rest) - n > max)
    return dp_verb_usage_error (error, _ ("Too much: %s %s"), program, self->arguments);
  *words = g_strdupv (rest + n);

  return TRUE;
}

gboolean
dp_verb_check_text (const char *text,
                    const char *name,
                    GError **error)
{
  const char *end;

  if (text == NULL || g_utf8_validate (text, -1, &end))
    return TRUE;

  /* Translators: first an option or a word of the usage, then a number */
  return dp_verb_error (error, _ ("%s is not UTF-8: byte %zu"), name, (gsize) (end - text));
}

static GBytes *
read_stdin (GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          dp_verb_error (error, _ ("Standard input cannot be read: %s"), g_strerror (errno));
          return NULL;
        }
      if (all->len + (gsize) n > DP_JSON_MAX_SIZE)
        {
          dp_verb_error (error, _ ("There is too much on standard input"));
          return NULL;
        }
      g_byte_array_append (all, buffer, n);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

GBytes *
dp_verb_read (const char *path,
              GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return read_stdin (error);

  file = g_file_new_for_commandline_arg (path);

  return dp_file_read (file, DP_JSON_MAX_SIZE, NULL, error);
}

char *
dp_verb_read_text (const char *path,
                   GError **error)
{
  g_autoptr (GBytes) bytes = dp_verb_read (path, error);
  gsize length;
  const char *data;
  const char *end;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  if (length > 0 && !g_utf8_validate_len (data, length, &end))
    {
      g_autofree char *name = g_filename_display_name (path);

      /* Translators: first a file or "standard input", then a number */
      dp_verb_error (error, _ ("%s is not UTF-8 text: byte %zu"),
                     g_str_equal (path, "-") ? _ ("standard input") : name,
                     (gsize) (end - data));
      return NULL;
    }

  return length > 0 ? g_strndup (data, length) : g_strdup ("");
}

void
dp_verb_print (const char *text)
{
  fputs (text, stdout);
}

static void
print_bytes (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  fwrite (data, 1, length, stdout);
}

void
dp_verb_print_json (JsonNode *node)
{
  g_autoptr (GBytes) bytes = dp_json_write (node);

  print_bytes (bytes);
}

void
dp_verb_print_json_line (JsonNode *node)
{
  g_autoptr (GBytes) bytes = dp_json_write_canonical (node, NULL);

  print_bytes (bytes);
  fputc ('\n', stdout);
  fflush (stdout);
}

GFile *
dp_verb_find_case (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_file_get_basename (file);

  if (g_strcmp0 (name, "case.json") == 0)
    return g_file_get_parent (file);

  return g_steal_pointer (&file);
}

/* @local_error: (transfer full): why the case at @path was not read */
static void
propagate (GError **error,
           GError *local_error,
           const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    {
      g_propagate_error (error, local_error);
      return;
    }
  g_error_free (local_error);
  dp_verb_error (error, _ ("There is no case at “%s”"), name);
}

DpCase *
dp_verb_read_case (const char *path,
                   GError **error)
{
  g_autoptr (GFile) folder = dp_verb_find_case (path);
  GError *local_error = NULL;
  DpCase *dp_case = dp_case_read (folder, &local_error);

  if (dp_case == NULL)
    propagate (error, local_error, path);

  return dp_case;
}

DpCaseFile *
dp_verb_open_case (const char *path,
                   GError **error)
{
  g_autoptr (GFile) folder = dp_verb_find_case (path);
  g_autoptr (DpClock) clock = dp_clock_new ();
  GError *local_error = NULL;
  DpCaseFile *file = dp_case_file_load (folder, clock, &local_error);

  if (file == NULL)
    propagate (error, local_error, path);
  else
    g_object_set_qdata_full (G_OBJECT (file), content_quark (), dp_content_new (dp_case_file_get_case (file)), (GDestroyNotify) json_node_unref);

  return file;
}

gboolean
dp_verb_get_person (DpPerson **person,
                    GError **error)
{
  const char *name = g_getenv ("DISPROOF_NAME");

  *person = NULL;
  if (as == NULL && (name == NULL || *name == '\0'))
    return TRUE;
  if (!dp_verb_check_text (as, "--as", error))
    return FALSE;

  *person = as != NULL ? dp_person_parse (as, error) : dp_person_from_environment (error);
  return *person != NULL;
}

gboolean
dp_verb_save_case (DpCaseFile *file,
                   GError **error)
{
  g_autoptr (DpPerson) person = NULL;
  g_autoptr (DpClock) clock = dp_clock_new ();
  g_autoptr (JsonNode) content = dp_content_new (dp_case_file_get_case (file));
  JsonNode *before = g_object_get_qdata (G_OBJECT (file), content_quark ());

  if (!dp_verb_get_person (&person, error))
    return FALSE;
  if (person != NULL && before != NULL)
    dp_record_contribution (dp_case_file_get_case (file), person, dp_content_compare (before, content), clock);
  return dp_case_file_save (file, error);
}

DpHighlight *
dp_verb_find_highlight (DpCase *dp_case,
                        const char *id,
                        GError **error)
{
  GListModel *highlights = dp_case_list_highlights (dp_case);
  DpHighlight *found = NULL;
  guint n_found = 0;

  if (!dp_verb_check_text (id, "HIGHLIGHT", error))
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (highlights); i++)
    {
      g_autoptr (DpHighlight) highlight = g_list_model_get_item (highlights, i);

      if (g_str_equal (dp_highlight_get_id (highlight), id))
        return dp_case_find_highlight (dp_case, id);
      if (strlen (id) < MIN_ID_LENGTH || !g_str_has_prefix (dp_highlight_get_id (highlight), id))
        continue;
      found = dp_case_find_highlight (dp_case, dp_highlight_get_id (highlight));
      n_found++;
    }

  if (n_found == 0)
    dp_verb_error (error, _ ("There is no highlight “%s” in the case"), id);
  else if (n_found > 1)
    dp_verb_error (error, ngettext ("The id of %u highlight begins with “%s”", "The ids of %u highlights begin with “%s”", n_found), n_found, id);

  return n_found == 1 ? found : NULL;
}

JsonNode *
dp_verb_evidence_to_json (DpEvidence *piece)
{
  JsonObject *object = json_object_new ();
  g_autofree char *heading = dp_evidence_dup_heading (piece);

  json_object_set_string_member (object, "id", dp_evidence_get_id (piece));
  json_object_set_string_member (object, "key", dp_evidence_get_key (piece));
  json_object_set_string_member (object, "heading", heading);
  return dp_json_take_object (object);
}
